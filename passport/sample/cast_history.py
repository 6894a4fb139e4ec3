"""The days of the cast: few people, so drawn day by day and summed up the plain way."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from backend.devices.kinds import Device
from backend.history.evidence import Evidence, Presented, SeenBy, pack
from backend.history.rules import last_day_to_enter
from backend.kit.clock import JAPAN
from backend.kit.numbers import NumberKind, make_number
from backend.sites.service import Position
from passport.sample.cast import (
    CAST,
    FIRST_SITE,
    FIRST_TIER,
    FORMER_SITE,
    FORMER_UNTIL,
    NIGHT_SITE,
    SECOND_SITE,
    Person,
    Way,
)
from passport.sample.packing import WorkDay
from passport.sample.people import Worker
from passport.sample.plan import Plan
from passport.sample.sites import Site
from passport.sample.stints import Assignment
from passport.sample.workdays import is_working, weight

RATE = 0.93
BY_CARD = pack(Evidence(Presented.SECURE_CARD, Device.READER, SeenBy.NOBODY, place_known=True))
Clock = tuple[int, int]
_DAY_SHIFT: tuple[Clock, Clock] = ((7, 43), (17, 20))
_MORNING: tuple[Clock, Clock] = ((7, 50), (11, 55))
_AFTERNOON: tuple[Clock, Clock] = ((13, 10), (17, 15))
_NIGHT: tuple[Clock, Clock] = ((21, 0), (29, 30))


class HeldDay(NamedTuple):
    """A row of held_day, its columns in the order of the table."""

    worker_id: UUID
    work_date: date
    site_number: str
    reason: str
    waiting: bool
    at: datetime
    received_at: datetime
    evidence: int
    until: date


class CastHistory(NamedTuple):
    """What the cast did; `worker` of an assignment is the place in the cast."""

    assignments: list[Assignment]
    days: list[WorkDay]
    held: list[HeldDay]


def cast_history(plan: Plan, workers: Sequence[Worker], sites: Sequence[Site]) -> CastHistory:
    """Draw what the cast did up to the last work date."""
    rng = plan.stream("cast history")
    history = CastHistory([], [], [])
    for place, (person, worker) in enumerate(zip(CAST, workers, strict=True)):
        lists = {site: _assign(history, plan, place, person, sites[site - 1]) for site in _sites_of(person)}
        stopped = stopped_day(plan.until) if person.stopped else None
        if stopped:
            history.held.append(_held(worker, stopped))
        must = person.way is not Way.BY_DAY
        days = days_back(rng, plan.until, person.days, must=must, without=stopped)
        leads = _lead(history, lists[FIRST_SITE], days[-person.led]) if person.led else None
        for day in days:
            for site, shift in _visits(person, day, plan.until):
                at = leads if leads and day >= leads.first_on else lists[site]
                history.days.append(_work_day(rng, worker.id, day, at, shift))
    return history


def _lead(history: CastHistory, assigned: Assignment, first_on: date) -> Assignment:
    """Let somebody lead a squad at the first site from a day on: a newer line of the worker list."""
    line = assigned._replace(id=len(history.assignments) + 1, position=Position.SQUAD_LEADER, first_on=first_on)
    history.assignments.append(line)
    return line


def days_back(rng: Random, until: date, count: int, *, must: bool, without: date | None) -> list[date]:
    """Draw so many days, going back from the last one (`must`: which is one of them)."""
    days: list[date] = []
    day = until
    while len(days) < count:
        if day != without and ((must and day == until) or rng.random() < RATE * weight(day)):
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


def stopped_day(until: date) -> date:
    """Choose the day that did not count: the last but one working day, in the month of the last one if it can be."""
    days = [day for k in range(30) if is_working(day := until - timedelta(days=k))]
    return days[1] if days[1].month == until.month else days[0]


def _sites_of(person: Person) -> tuple[int, ...]:
    if not person.days:
        return (FIRST_SITE,)
    open_sites: dict[Way, tuple[int, ...]] = {
        Way.BY_DAY: (FIRST_SITE, FORMER_SITE),
        Way.BY_NIGHT: (FIRST_SITE, NIGHT_SITE),
        Way.TWO_SITES: (FIRST_SITE, SECOND_SITE),
    }
    return open_sites[person.way]


def _assign(history: CastHistory, plan: Plan, place: int, person: Person, site: Site) -> Assignment:
    first_on = site.first_on if person.days else plan.until - timedelta(days=5)
    assignment = Assignment(
        place,
        len(history.assignments) + 1,
        site.id,
        person.company_id,
        person.company_id - 1,
        FIRST_TIER,
        person.position,
        person.trade,
        first_on,
        site.last_on,
        site.registered_at,
    )
    history.assignments.append(assignment)
    return assignment


def _visits(person: Person, day: date, until: date) -> list[tuple[int, tuple[Clock, Clock]]]:
    if person.way is Way.BY_NIGHT:
        return [(NIGHT_SITE, _NIGHT)]
    if person.way is Way.TWO_SITES and (day == until or day.day % 2 == 0):
        return [(FIRST_SITE, _MORNING), (SECOND_SITE, _AFTERNOON)]
    finished = person.way is Way.BY_DAY and day < until - FORMER_UNTIL
    return [(FORMER_SITE if finished else FIRST_SITE, _DAY_SHIFT)]


def _work_day(rng: Random, worker_id: UUID, day: date, at: Assignment, shift: tuple[Clock, Clock]) -> WorkDay:
    late = timedelta(0) if shift is _NIGHT else timedelta(seconds=rng.randint(0, 900))
    entry, leave = (_instant(day, clock) + late for clock in shift)
    heard = entry + timedelta(seconds=rng.randint(1, 5))
    return WorkDay(worker_id, day, at.site_id, entry, leave, entry, heard, at.id, day, day, BY_CARD)


def _instant(day: date, clock: Clock) -> datetime:
    """Tell an instant in Japan; an hour past 24 is the morning after."""
    return (datetime.combine(day, time(0), JAPAN) + timedelta(hours=clock[0], minutes=clock[1])).astimezone(UTC)


def _held(worker: Worker, day: date) -> HeldDay:
    """Stop a day at the second site, where the worker is on no list."""
    at = _instant(day, (7, 51))
    number = make_number(NumberKind.SITE, SECOND_SITE)
    until = last_day_to_enter(day)
    return HeldDay(worker.id, day, number, "structure_missing", False, at, at + timedelta(seconds=2), BY_CARD, until)  # noqa: FBT003  # a column
