"""Whether a qualification can be what it says, and whether it counts on a day.  Pure."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum, StrEnum

import msgspec

EARLIEST = date(1945, 1, 1)
"""Nobody who works today was given anything before."""
LATEST = date(2100, 12, 31)


class QualificationState(IntEnum):
    """How far a record is; the number is kept, so it never changes its meaning."""

    WAITING = 1
    CONFIRMED = 2
    REFUSED = 3


class Fault(StrEnum):
    """What is wrong with a record."""

    UNNAMED = "unnamed"
    FUTURE = "future"
    DAYS = "days"
    TWICE = "twice"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A qualification as it is entered: one of the catalogue by its key, or any other by its name."""

    key: str | None
    name: str
    issuer: str
    issued_on: date
    expires_on: date | None


def judge(record: Record, others: Iterable[Record], today: date) -> Fault | None:
    """Say what is wrong with a record beside the others of the same worker; None where nothing is.

    One that was renewed has another day of issue, and is another record.
    """
    if not record.name:
        return Fault.UNNAMED
    if record.issued_on > today:
        return Fault.FUTURE
    last = record.expires_on or record.issued_on
    if not EARLIEST <= record.issued_on <= last <= LATEST:
        return Fault.DAYS
    if any(_same(record, other) for other in others):
        return Fault.TWICE
    return None


def counts(state: QualificationState, issued_on: date, expires_on: date | None, day: date) -> bool:
    """Tell whether a record counts on a day: confirmed, issued, and not run out."""
    return state is QualificationState.CONFIRMED and issued_on <= day and (expires_on is None or day <= expires_on)


def _same(one: Record, other: Record) -> bool:
    named = one.key == other.key if one.key or other.key else one.name == other.name
    return named and one.issued_on == other.issued_on
