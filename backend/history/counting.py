"""What a set of visits changes in what is kept.  Pure: values in, values out.

Absolute values are written, so that running it again writes the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.history import rules
from backend.kit.clock import japan_date

DAY = timedelta(days=1)


class Visit(NamedTuple):
    """One judged touch that counts, handed over by a channel."""

    worker_id: UUID
    site_id: int
    site_number: str
    at: datetime
    exit: bool
    acted_at: datetime
    received_at: datetime
    evidence: int
    assignment_id: int
    trade: int
    position: int
    approved_on: date | None = None
    """The day somebody approved it; a touch needs nobody and is approved on arrival."""


class WorkDay(NamedTuple):
    """A row of work_day, its columns in the order of the table's INSERT."""

    worker_id: UUID
    work_date: date
    site_id: int
    entry_at: datetime
    exit_at: datetime | None
    acted_at: datetime
    received_at: datetime
    assignment_id: int
    recognised_on: date
    approved_on: date | None
    evidence: int
    taps: int
    stamps: str | None


class Kept(NamedTuple):
    """What the register already holds about the workers of some visits."""

    days: Mapping[tuple[UUID, date], Mapping[int, "KeptDay"]]
    exits: Mapping[tuple[UUID, int], frozenset[datetime]]
    turns: Mapping[UUID, int]


class KeptDay(NamedTuple):
    """A work day as it was, with its touches."""

    row: WorkDay
    stamps: tuple[rules.Stamp, ...]


class Changes(NamedTuple):
    """What has to be written."""

    days: list[WorkDay]
    new: set[tuple[UUID, date, int]]
    marks: set[tuple[UUID, date, int, int]]
    new_dates: dict[UUID, set[date]]
    moved: set[tuple[UUID, date]]
    exits_added: set[tuple[UUID, int, datetime]]
    exits_gone: set[tuple[UUID, int, datetime]]
    folded_exits: dict[tuple[UUID, int, datetime], date]


def dates_to_read(visits: Iterable[Visit]) -> dict[tuple[UUID, date], None]:
    """Tell which days of which workers a set of visits may touch: their own and the one before."""
    wanted: dict[tuple[UUID, date], None] = {}
    for visit in visits:
        day = rules.work_date(visit.at)
        wanted[visit.worker_id, day - DAY] = None
        wanted[visit.worker_id, day] = None
    return wanted


def count(visits: Iterable[Visit], kept: Kept) -> Changes:
    """Decide what a set of visits changes."""
    at_sites: dict[tuple[UUID, int], list[Visit]] = defaultdict(list)
    for visit in visits:
        at_sites[visit.worker_id, visit.site_id].append(visit)
    changes = Changes([], set(), set(), defaultdict(set), set(), set(), set(), {})
    for (worker_id, site_id), group in at_sites.items():
        _count_at_site(worker_id, site_id, group, kept, changes)
    return changes


def _count_at_site(worker_id: UUID, site_id: int, visits: list[Visit], kept: Kept, changes: Changes) -> None:
    before = _days_before(worker_id, site_id, visits, kept) if kept.days else {}
    waiting = kept.exits.get((worker_id, site_id), frozenset())
    if len(visits) == 1 and not visits[0].exit and not before and not waiting:
        _begin_day(visits[0], kept, changes)
        return
    folded = rules.fold(
        [rules.Stamp(visit.at, visit.exit) for visit in visits]
        + [rules.Stamp(at, exit=True) for at in waiting]
        + [stamp for day in before.values() for stamp in day.stamps]
    )
    alone = frozenset(folded.exits_alone)
    changes.exits_added.update((worker_id, site_id, at) for at in alone - waiting)
    changes.exits_gone.update((worker_id, site_id, at) for at in waiting - alone)
    entries: dict[date, list[Visit]] = defaultdict(list)
    for visit in visits:
        if not visit.exit:
            entries[rules.work_date(visit.at)].append(visit)
    for day, made in folded.days.items():
        changes.folded_exits.update({(worker_id, site_id, stamp.at): day for stamp in made.stamps if stamp.exit})
        _change_day(day, made, before.get(day), entries.get(day, []), kept, changes)


def _begin_day(visit: Visit, kept: Kept, changes: Changes) -> None:
    """Make the ordinary day: one entry, and nothing known before.  The same as folding it, only quicker."""
    day = rules.work_date(visit.at)
    changes.days.append(_spoken_by(visit, day, None))
    changes.new.add((visit.worker_id, day, visit.site_id))
    if (visit.worker_id, day) not in kept.days:
        changes.new_dates[visit.worker_id].add(day)
    changes.marks.add((visit.worker_id, day, visit.trade, visit.position))


def _days_before(worker_id: UUID, site_id: int, visits: list[Visit], kept: Kept) -> dict[date, KeptDay]:
    found: dict[date, KeptDay] = {}
    for visit in visits:
        day = rules.work_date(visit.at)
        for date_ in (day - DAY, day):
            was = kept.days.get((worker_id, date_), {}).get(site_id)
            if was is not None:
                found[date_] = was
    return found


def _change_day(
    day: date, made: rules.FoldedDay, was: KeptDay | None, entries: list[Visit], kept: Kept, changes: Changes
) -> None:
    if was is not None and was.stamps == made.stamps and not entries:
        return
    row = _row(day, made, was.row if was else None, entries)
    changes.days.append(row)
    if was is None:
        changes.new.add((row.worker_id, day, row.site_id))
        if (row.worker_id, day) not in kept.days:
            changes.new_dates[row.worker_id].add(day)
    elif was.row.assignment_id != row.assignment_id:
        changes.moved.add((row.worker_id, day.replace(day=1)))
    spoken = (visit for visit in entries if visit.assignment_id == row.assignment_id)
    changes.marks.update((row.worker_id, day, visit.trade, visit.position) for visit in spoken)


def _row(day: date, made: rules.FoldedDay, was: WorkDay | None, entries: list[Visit]) -> WorkDay:
    """Make the row: the earliest entry speaks for the day; among equals the smaller words decide, not the order."""
    first = min(entries, key=lambda visit: (visit.at, visit.acted_at, visit.evidence), default=None)
    if was is not None and (
        first is None or (was.entry_at, was.acted_at, was.evidence) <= (first.at, first.acted_at, first.evidence)
    ):
        spoken = was
    else:
        assert first is not None  # noqa: S101  # a day has an entry, new or kept
        spoken = _spoken_by(first, day, was)
    assignment = max([was.assignment_id if was else 0, *(visit.assignment_id for visit in entries)])
    return spoken._replace(
        entry_at=made.entry_at,
        exit_at=made.exit_at,
        assignment_id=assignment,
        taps=min(len(made.stamps), 32767),
        stamps=rules.pack_stamps(day, made.stamps),
    )


def _spoken_by(visit: Visit, day: date, was: WorkDay | None) -> WorkDay:
    recognised = was.recognised_on if was else japan_date(visit.received_at)
    return WorkDay(
        visit.worker_id,
        day,
        visit.site_id,
        visit.at,
        None,
        visit.acted_at,
        visit.received_at,
        visit.assignment_id,
        recognised,
        was.approved_on if was else visit.approved_on or recognised,
        visit.evidence,
        1,
        None,
    )
