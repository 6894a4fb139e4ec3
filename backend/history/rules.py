"""Which work day a touch belongs to, and which days follow from entries and exits.

Pure: no clock, no database, no network.
Source: docs/decisions/0003-work-days.md (night work and the four-o'clock line are our own rule; none is published).
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from backend.kit.clock import JAPAN, add_months, month_of

DAY_STARTS = timedelta(hours=4)
EXIT_WITHIN = timedelta(hours=16)
_UTC_TO_DAY = timedelta(hours=9) - DAY_STARTS
"""What lies between UTC and a clock whose midnight is four in the morning in Japan."""


class Stamp(NamedTuple):
    """One touch at one site: an entry (or a touch without direction), or an exit.  Sorts by time, entries first."""

    at: datetime
    exit: bool


class FoldedDay(NamedTuple):
    """A work day as its touches make it."""

    entry_at: datetime
    exit_at: datetime | None
    stamps: tuple[Stamp, ...]


class Folded(NamedTuple):
    """What the touches of one worker at one site amount to."""

    days: Mapping[date, FoldedDay]
    exits_alone: tuple[datetime, ...]


def work_date(at: datetime) -> date:
    """Tell the work day on which an entry at an aware instant counts.

    >>> work_date(datetime.fromisoformat("2026-04-02T03:59+09:00"))
    datetime.date(2026, 4, 1)
    """
    return (at.astimezone(UTC) + _UTC_TO_DAY).date()


@lru_cache(maxsize=4096)
def last_day_to_enter(day: date) -> date:
    """Tell until when a work day may still be entered or mended: the end of the following month.

    >>> last_day_to_enter(date(2026, 11, 11))
    datetime.date(2026, 12, 31)
    """
    return add_months(month_of(day), 2) - timedelta(days=1)


def fold(stamps: Iterable[Stamp]) -> Folded:
    """Make work days from the touches of one worker at one site, in whatever order they came.

    An exit belongs to the latest entry within 16 hours before it, and to that entry's day; without one it waits alone.
    One touch seen by two readers in the same millisecond is one.
    """
    days: dict[date, list[Stamp]] = {}
    alone: list[datetime] = []
    entered: datetime | None = None
    for stamp in sorted(set(stamps)):
        if not stamp.exit:
            entered = stamp.at
            days.setdefault(work_date(entered), []).append(stamp)
        elif entered is not None and stamp.at - entered <= EXIT_WITHIN:
            days[work_date(entered)].append(stamp)
        else:
            alone.append(stamp.at)
    return Folded({day: _day(of) for day, of in days.items()}, tuple(alone))


def _day(stamps: list[Stamp]) -> FoldedDay:
    exits = [stamp.at for stamp in stamps if stamp.exit]
    return FoldedDay(stamps[0].at, exits[-1] if exits else None, tuple(stamps))


def pack_stamps(day: date, stamps: tuple[Stamp, ...]) -> str | None:
    """Write touches as PostgreSQL's text of an int4[]: twice the milliseconds since four o'clock, plus 1 for an exit.

    The ordinary day, one entry and at most one exit, needs none: its two instants say it all.
    """
    if len(stamps) == 1 or (len(stamps) == 2 and stamps[1].exit):  # noqa: PLR2004  # an entry and its exit
        return None
    start = day_start(day)
    return "{" + ",".join(str(2 * round((at - start) / timedelta(milliseconds=1)) + out) for at, out in stamps) + "}"


def unpack_stamps(
    day: date, packed: list[int] | None, entry_at: datetime, exit_at: datetime | None
) -> tuple[Stamp, ...]:
    """Read back what `pack_stamps` wrote."""
    if packed is None:
        entry = Stamp(entry_at, exit=False)
        return (entry,) if exit_at is None else (entry, Stamp(exit_at, exit=True))
    start = day_start(day)
    return tuple(Stamp(start + timedelta(milliseconds=value >> 1), bool(value & 1)) for value in packed)


def day_start(day: date) -> datetime:
    """Tell the instant at which a work day begins: four in the morning in Japan."""
    return datetime(day.year, day.month, day.day, tzinfo=JAPAN) + DAY_STARTS
