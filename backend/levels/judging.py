"""Judge workers, keep what they have reached, and record what is new, in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import NOBODY, Event
from backend.history import service as history
from backend.kit import clock, database, ids
from backend.kit.arrays import columns
from backend.levels import statements, versions
from backend.levels.people import Person, read_people
from backend.levels.rules import Verdict, count, first_look, judge, near_level, next_look, reached_level
from backend.levels.standards import Standard, Standards

PAGE = 1000
TRIES = 5
LAST = UUID(int=(1 << 128) - 1)

JUDGING = (
    EventKind.LEVEL_DUE,
    EventKind.DAY_CORRECTED,
    EventKind.WORKERS_MERGED,
    EventKind.QUALIFICATION_CONFIRMED,
    EventKind.EXPERIENCE_CERTIFIED,
    EventKind.LEVEL_REPORTED,
)
"""The events after which a worker's level may be another."""


class Standing(NamedTuple):
    """What somebody has reached in a field, and what is near."""

    worker_id: UUID
    field: str
    reached: int
    near: int


class Judged(NamedTuple):
    """What judging some workers has brought."""

    standings: list[Standing]
    happened: list[Event]
    careers: list[tuple[UUID, int, int]]


async def judge_workers(workers: Iterable[UUID], at: datetime, *, tell: bool = True) -> int:
    """Judge some workers; give how many standings are others now.  Safe to run again.

    Args:
        workers: who.
        at: now; what has run out by then does not count.
        tell: whether what is new is told; not where a register is filled.
    """
    standards = await versions.in_force(clock.japan_date(at))
    elsewhere = first_look(standards)
    wanted, changed = sorted(set(workers)), 0
    for start in range(0, len(wanted), PAGE):
        page: Sequence[UUID] = wanted[start : start + PAGE]
        for _ in range(TRIES):
            moved, page = await _judge_page(page, standards, elsewhere, at, tell=tell)
            changed += moved
            if not page:
                break
        else:
            await events.record_all([Event(one, ids.new_event_id(), EventKind.LEVEL_DUE, "{}") for one in page])
    return changed


async def judge_everybody(at: datetime, *, tell: bool = True, after: UUID = NOBODY, upto: UUID = LAST) -> int:
    """Judge every worker whose id lies after one and up to another; give how many there were."""
    people = 0
    while page := [row[0] for row in await database.fetch(statements.EVERYBODY, after, upto, PAGE)]:
        await judge_workers(page, at, tell=tell)
        after, people = page[-1], people + len(page)
    return people


async def _judge_page(
    page: Sequence[UUID], standards: Standards, elsewhere: int | None, at: datetime, *, tell: bool
) -> tuple[int, list[UUID]]:
    """Judge a page; give how many standings changed, and whose history moved on meanwhile.

    Whoever judges the same workers waits: nothing older is written over anything newer, and nobody is told twice.
    """
    async with database.transaction() as db:
        await db.execute(statements.ONE_AT_A_TIME, sorted({worker_id.bytes[0] for worker_id in page}))
        people = await read_people(page, clock.japan_date(at))
        judged = Judged([], [], [])
        for worker_id, person in people.items():
            _judge_one(worker_id, person, standards, judged, elsewhere, tell=tell)
        done = await history.look_again(judged.careers)
        late = {worker_id for worker_id, _, _ in judged.careers} - done
        standings = [one for one in judged.standings if one.worker_id not in late]
        await db.execute(statements.KEEP_STANDING, *columns(standings, 4, texts={1}), at)
        await events.record_all([event for event in judged.happened if event.worker_id not in late])
    return len(standings), sorted(late)


def _judge_one(
    worker_id: UUID, person: Person, standards: Standards, judged: Judged, elsewhere: int | None, *, tell: bool
) -> None:
    looks = [] if elsewhere is None else [person.career.records + elsewhere]
    trades = {trade for trade, _ in person.history} | {one.trade for one in person.certificates}
    for standard in fields_of(standards, trades, person):
        verdicts = judge(standard, count(standard, person.history, person.certificates), person.held)
        now = Standing(worker_id, standard.field, reached_level(verdicts), near_level(verdicts))
        look = next_look(verdicts)
        if look is not None:
            looks.append(person.career.records + look)
        was = person.standing.get(standard.field, (1, 0))
        if was != (now.reached, now.near):
            judged.standings.append(now)
            if tell:
                held = person.evaluated.get(standard.field, 1)
                judged.happened.extend(_news(now, was, held, verdicts))
    next_records = min(looks, default=history.NEVER)
    if person.career.turn and next_records != person.career.next_look:
        judged.careers.append((worker_id, person.career.turn, next_records))


def fields_of(standards: Standards, trades: Iterable[int], person: Person) -> list[Standard]:
    """Give the standards to judge somebody by: of his trades, and those in which something was reached before."""
    found = {one.field: one for one in standards.of_trades(sorted(trades))}
    found |= {field: standards.by_field[field] for field in person.standing if field in standards.by_field}
    return list(found.values())


def _news(now: Standing, was: tuple[int, int], held: int, verdicts: Sequence[Verdict]) -> Iterable[Event]:
    if now.reached > max(was[0], held):
        yield _event(now, EventKind.LEVEL_REACHED, {"field": now.field, "level": now.reached})
    if now.near > max(was[1], held):
        way = next(one for one in verdicts if one.level == now.near).ways[0]
        body = {
            "field": now.field, "level": now.near, "days": way.gap, "qualifications": way.qualifications_missing
        }  # fmt: skip
        yield _event(now, EventKind.LEVEL_NEAR, body)


def _event(now: Standing, kind: EventKind, body: dict[str, object]) -> Event:
    return Event(now.worker_id, ids.new_event_id(), kind, msgspec.json.encode(body).decode())
