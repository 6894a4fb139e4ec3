"""Put a worker's passport together from what the register keeps.  Writes nothing."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

import jpholiday

from backend.history import evidence
from backend.history.rules import day_start, last_day_to_enter, work_date
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language, Party, Reason, catalogue, give_reason
from backend.passport import statements
from backend.passport.answers import (
    CareerAnswer,
    DayAnswer,
    MonthAnswer,
    MonthDaysAnswer,
    PassportAnswer,
    SiteAnswer,
    TodayAnswer,
    TradeAnswer,
    VisitAnswer,
    WorkerAnswer,
)
from backend.passport.rules import DayState, mark_days, strongest
from backend.settings import Mode, settings
from backend.sites.service import Position
from backend.workers import trades

MONTHS_SHOWN = 24
DAY = timedelta(days=1)
NIGHT = timedelta(hours=16)

Visits = dict[date, list[VisitAnswer]]


async def get_passport(worker_id: UUID, at: datetime, language: Language) -> PassportAnswer:
    """Put together the passport of a worker as of an instant.

    Raises:
        NotFoundError: no such worker.
    """
    today = work_date(at)
    month = clock.month_of(today)
    async with database.connection() as db:
        worker = await db.fetchrow(statements.WORKER, worker_id)
        if worker is None:
            raise NotFoundError
        visits = await _visits(db, worker_id, month, worker["company"], language)
        totals = await db.fetch(statements.MONTHS, worker_id)
    return PassportAnswer(
        as_of=at.astimezone(clock.JAPAN).replace(microsecond=0),
        sample=settings().mode is Mode.SAMPLE,
        worker=_worker(worker, language),
        today=_today(today, visits.get(today, []), worker["days"] or 0),
        month=_month(month, today, visits),
        months=_months(totals),
        career=CareerAnswer(worker["days"] or 0, _foreman_days(totals), worker["first_on"]),
    )


async def _visits(db: database.Lent, worker_id: UUID, month: date, employer: str | None, language: Language) -> Visits:
    last = clock.add_months(month, 1) - DAY
    found: Visits = defaultdict(list)
    for row in await db.fetch(statements.DAYS, worker_id, month, last):
        found[row["work_date"]].append(_counted(row))
    counted = {(day, visit.site.number) for day, of_day in found.items() for visit in of_day}
    for row in await db.fetch(statements.HELD, worker_id, month - DAY, last):
        if (row["work_date"], row["site_number"]) not in counted:
            found[row["work_date"]].append(_held(row, employer, language))
    for row in await db.fetch(statements.EXITS, worker_id, day_start(month), day_start(last + DAY)):
        _add_lone_exit(found, row, language)
    return found


def _counted(row: database.Row) -> VisitAnswer:
    vector = evidence.unpack(row["evidence"])
    return VisitAnswer(
        site=SiteAnswer(row["site_number"], row["site_name"]),
        state=DayState.COUNTED,
        entry_at=_japan(row["entry_at"]),
        exit_at=_japan(row["exit_at"]),
        received_at=_japan(row["received_at"]),
        channel=vector.device.name.lower(),
        grade=evidence.grade(vector),
        reason=None,
    )


def _held(row: database.Row, employer: str | None, language: Language) -> VisitAnswer:
    vector = evidence.unpack(row["evidence"])
    reason = give_reason(row["reason"], language, row["until"])
    return VisitAnswer(
        site=SiteAnswer(row["site_number"], row["site_name"]),
        state=DayState.WAITING if row["waiting"] else DayState.STOPPED,
        entry_at=_japan(row["at"]),
        exit_at=None,
        received_at=_japan(row["received_at"]),
        channel=vector.device.name.lower(),
        grade=evidence.grade(vector),
        reason=_named(reason, {Party.EMPLOYER: employer, Party.PRIME: row["prime"]}, language),
    )


def _add_lone_exit(found: Visits, row: database.Row, language: Language) -> None:
    """Show an exit that has no entry, unless that day or the night before already says what is wrong."""
    day = work_date(row["exit_at"])
    if any(visit.site.number == row["site_number"] for near in (day - DAY, day) for visit in found.get(near, [])):
        return
    reason = give_reason("exit_without_entry", language, last_day_to_enter(day))
    site = SiteAnswer(row["site_number"], row["site_name"])
    at = _japan(row["exit_at"])
    found[day].append(VisitAnswer(site, DayState.STOPPED, None, at, None, "none", evidence.Grade.E, reason))


def _named(reason: Reason, parties: dict[Party, str | None], language: Language) -> Reason:
    """Put the name of the company that can mend it before its role."""
    name = parties.get(catalogue()[reason.code].party)
    if not name:
        return reason
    role = f"{name} ({reason.who})" if language is Language.EN else f"{name}（{reason.who}）"
    return Reason(reason.code, reason.why, role, reason.what, reason.where, reason.until)


def _worker(row: database.Row, language: Language) -> WorkerAnswer:
    trade = trades.name_of(row["main_trade"], language)
    return WorkerAnswer(
        number=row["worker_number"],
        name=row["name"],
        name_kana=row["name_kana"],
        name_latin=row["name_latin"],
        level=row["level"],
        trade=TradeAnswer(trades.code_of(row["main_trade"]), trade) if trade else None,
        company=row["company"],
        card_expires_on=row["card_expires_on"],
    )


def _today(today: date, visits: list[VisitAnswer], career_days: int) -> TodayAnswer:
    state: DayState | None = None
    for visit in visits:
        state = strongest(visit.state, state)
    return TodayAnswer(today, state or DayState.NONE, career_days if state is DayState.COUNTED else None, visits)


def _month(month: date, today: date, visits: Visits) -> MonthAnswer:
    known: dict[date, DayState] = {}
    for day, of_day in visits.items():
        for visit in of_day:
            known[day] = strongest(visit.state, known.get(day))
    marks = mark_days(month, today, known, _holidays(month.year))
    states = list(marks.values())
    return MonthAnswer(
        month=f"{month:%Y-%m}",
        counted=states.count(DayState.COUNTED),
        waiting=states.count(DayState.WAITING),
        stopped=states.count(DayState.STOPPED),
        days=[DayAnswer(day, state) for day, state in marks.items()],
    )


def _months(totals: Sequence[database.Row]) -> list[MonthDaysAnswer]:
    masks: dict[date, int] = defaultdict(int)
    for row in totals:
        masks[row["month"]] |= row["mask"]
    newest = sorted(masks, reverse=True)[:MONTHS_SHOWN]
    return [MonthDaysAnswer(f"{month:%Y-%m}", masks[month].bit_count()) for month in newest]


def _foreman_days(totals: Sequence[database.Row]) -> int:
    return sum(row["mask"].bit_count() for row in totals if row["position"] == Position.FOREMAN)


@cache
def _holidays(year: int) -> set[date]:
    return {day for day, _ in jpholiday.year_holidays(year)}


def _japan(at: datetime | None) -> datetime | None:
    return at.astimezone(clock.JAPAN).replace(microsecond=0) if at else None
