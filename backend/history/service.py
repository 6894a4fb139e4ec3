"""Count days, hold days, and recount totals.  Nobody else writes work days, masks or their events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.history import rules, statements
from backend.history.counting import Changes, Kept, KeptDay, Visit, WorkDay, count, dates_to_read
from backend.history.retrying import TurnTakenError
from backend.kit import database, ids
from backend.kit.arrays import columns, literal

NEVER = 2**31 - 1
"""More records than anybody ever has."""


class HeldVisit(NamedTuple):
    """A judged touch of a known worker that does not count, or not yet."""

    worker_id: UUID
    work_date: date
    site_number: str
    reason: str
    waiting: bool
    at: datetime
    received_at: datetime
    evidence: int
    until: date | None


async def count_visits(visits: Sequence[Visit], *, kind: EventKind = EventKind.DAY_COUNTED) -> Changes:
    """Count visits: work days, month masks, career, site days and events, in the running transaction.

    The same visits in any order, split or repetition give the same days.

    Raises:
        TurnTakenError: another transaction was quicker; run the whole transaction again.
    """
    async with database.transaction() as db:
        kept = await _read(visits)
        changes = count(visits, kept)
        turns = await db.fetch(statements.WRITE, *_written(changes, visits, kind))
        expected = kept.turns
        if any(turn != expected.get(worker_id, 0) + 1 for worker_id, turn, _ in turns):
            raise TurnTakenError
        await _write_rare(changes)
        await _record_due({worker_id for worker_id, _, due in turns if due} | {moved[0] for moved in changes.moved})
    return changes


async def hold_visits(visits: Sequence[HeldVisit]) -> None:
    """Show touches that do not count as held days, each with its reason, to the worker they belong to."""
    if not visits:
        return
    async with database.transaction() as db:
        await db.execute(statements.HOLD, *columns(_earliest(visits), len(HeldVisit._fields), texts={2, 3}))
        await events.record_all(
            [Event(held.worker_id, ids.new_event_id(), EventKind.DAY_HELD, _body(held.work_date)) for held in visits]
        )


async def recount(months: Iterable[tuple[UUID, date]]) -> None:
    """Make the month masks of some workers anew from their work days."""
    wanted = sorted(months)
    if wanted:
        async with database.transaction() as db:
            await db.execute(statements.RECOUNT, *columns(wanted, 2))


async def _read(visits: Sequence[Visit]) -> Kept:
    wanted = dates_to_read(visits)
    dates = [day for _, day in wanted] or [date.min]
    workers = sorted({worker for worker, _ in wanted})
    rows = await database.fetch(statements.READ, *columns(wanted, 2), min(dates), max(dates), literal(workers))
    days: dict[tuple[UUID, date], dict[int, KeptDay]] = defaultdict(dict)
    exits: dict[tuple[UUID, int], set[datetime]] = defaultdict(set)
    turns: dict[UUID, int] = {}
    for row in rows:
        if row[1] is not None:
            days[row[0], row[1]][row[2]] = _kept_day(row)
        elif row[2] is not None:
            exits[row[0], row[2]].add(row[4])
        else:
            turns[row[0]] = row[13]
    return Kept(dict(days), {key: frozenset(at) for key, at in exits.items()}, turns)


def _kept_day(row: database.Row) -> KeptDay:
    values = tuple(row)[:13]
    return KeptDay(WorkDay(*values), rules.unpack_stamps(values[1], values[12], values[3], values[4]))


def _written(changes: Changes, visits: Sequence[Visit], kind: EventKind) -> list[object]:
    days = sorted(changes.days, key=itemgetter(0, 1, 2))
    return [
        *columns(days, len(WorkDay._fields), texts={12}),
        *columns(_masks(changes), 5),
        *columns(_site_days(changes), 3),
        *columns(_events(days, changes, kind), 4, texts={3}),
        *columns(_careers(changes, visits), 5),
    ]


def _masks(changes: Changes) -> list[tuple[UUID, date, int, int, int]]:
    masks: dict[tuple[UUID, date, int, int], int] = defaultdict(int)
    for worker_id, day, trade, position in changes.marks:
        masks[worker_id, day.replace(day=1), trade, position] |= 1 << (day.day - 1)
    return sorted((*key, mask) for key, mask in masks.items())


def _site_days(changes: Changes) -> list[tuple[int, date, int]]:
    workers: dict[tuple[int, date], int] = defaultdict(int)
    for _, day, site_id in changes.new:
        workers[site_id, day] += 1
    return sorted((*key, number) for key, number in workers.items())


def _events(days: list[WorkDay], changes: Changes, kind: EventKind) -> list[Event]:
    return [
        Event(
            row.worker_id,
            event_id,
            kind if (row.worker_id, row.work_date, row.site_id) in changes.new else EventKind.DAY_CHANGED,
            _body(row.work_date),
        )
        for row, event_id in zip(days, ids.new_event_ids(len(days)), strict=True)
    ]


@lru_cache(maxsize=4096)
def _body(day: date) -> str:
    return f'{{"workDate":"{day}"}}'


def _careers(changes: Changes, visits: Sequence[Visit]) -> list[tuple[UUID, int, int, date | None, date | None]]:
    records: dict[UUID, int] = defaultdict(int)
    for worker_id, _, _ in changes.new:
        records[worker_id] += 1
    rows: list[tuple[UUID, int, int, date | None, date | None]] = []
    for worker_id in sorted({visit.worker_id for visit in visits}):
        dates = changes.new_dates.get(worker_id, set())
        rows.append((worker_id, len(dates), records[worker_id], min(dates, default=None), max(dates, default=None)))
    return rows


async def _write_rare(changes: Changes) -> None:
    """Write what the ordinary day does not need: exits that wait, held days that count now, masks that moved."""
    async with database.transaction() as db:
        if changes.exits_added:
            await db.execute(statements.EXITS_ADDED, *columns(sorted(changes.exits_added), 3))
        if changes.exits_gone:
            await db.execute(statements.EXITS_GONE, *columns(sorted(changes.exits_gone), 3))
        await recount(changes.moved)


async def _record_due(workers: Iterable[UUID]) -> None:
    """Record whose level may change now: so many records were reached, or days moved to another trade or position."""
    due = [Event(worker, ids.new_event_id(), EventKind.LEVEL_DUE, "{}") for worker in sorted(workers)]
    if due:
        await events.record_all(due)


async def look_again(careers: Iterable[tuple[UUID, int, int]]) -> set[UUID]:
    """Keep at how many records a worker's level can change next.

    Args:
        careers: worker, the turn at which that was reckoned, and the number of records, or `NEVER`.

    Returns:
        the workers whose turn had not moved on; the others have to be reckoned again.
    """
    async with database.transaction() as db:
        rows = await db.fetch(statements.LOOK_AGAIN, *columns(sorted(careers, key=itemgetter(0)), 3))
    return {row[0] for row in rows}


async def release_held(days: Iterable[tuple[UUID | None, date, str]]) -> None:
    """Take back held days that count now: (worker, work date, site number)."""
    async with database.transaction() as db:
        await db.execute(statements.RELEASE, *columns(sorted(set(days), key=str), 3, texts={2}))


def _earliest(visits: Sequence[HeldVisit]) -> list[HeldVisit]:
    """Keep one held visit per key: INSERT … ON CONFLICT may touch a row only once."""
    first: dict[tuple[UUID, date, str], HeldVisit] = {}
    for held in visits:
        key = (held.worker_id, held.work_date, held.site_number)
        if key not in first or (held.at, held.reason) < (first[key].at, first[key].reason):
            first[key] = held
    return [first[key] for key in sorted(first)]
