"""Work days in PostgreSQL's binary COPY form, and back.

One call packs a whole row: the length that stands before a four-byte value is packed with it as one number.
A row has the columns of work_day in their order.  Dates are days and instants microseconds since 2000-01-01 UTC.
"""

import struct
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

DATE_ZERO = date(2000, 1, 1)
INSTANT_ZERO = datetime(2000, 1, 1, tzinfo=UTC)
SECOND = 1_000_000
DAY = 86_400 * SECOND
JAPAN_AHEAD = 9 * 3600 * SECOND
HEADER = b"PGCOPY\n\xff\r\n\0" + struct.pack(">ii", 0, 0)
TRAILER = struct.pack(">h", -1)
COLUMNS = (
    "worker_id", "work_date", "site_id", "entry_at", "exit_at", "acted_at", "received_at", "assignment_id",
    "recognised_on", "approved_on", "evidence", "taps", "stamps",
)  # fmt: skip

FOUR = 4 << 32
"""Add a four-byte value to it: the value with its length before it."""
EIGHT = 8
ROW = struct.Struct(">22sqqiqiqiqiqqqqq10s")
ROW_WITHOUT_EXIT = struct.Struct(">22sqqiqiiqiqqqqq10s")
TWO_TAPS = struct.pack(">ihi", 2, 2, -1)
ONE_TAP = struct.pack(">ihi", 2, 1, -1)
_MASK = (1 << 32) - 1
_EXIT_LENGTH_AT = 22 + 8 + 8 + 4 + 8


class WorkDay(NamedTuple):
    """A work day as it is copied; one tap, and a second one where there is an exit."""

    worker_id: UUID
    work_date: date
    site_id: int
    entry_at: datetime
    exit_at: datetime | None
    acted_at: datetime
    received_at: datetime
    assignment_id: int
    recognised_on: date
    approved_on: date
    evidence: int


def worker_prefix(worker_id: UUID) -> bytes:
    """Begin a row: thirteen columns, the first of them the worker."""
    return struct.pack(">hi16s", len(COLUMNS), 16, worker_id.bytes)


def day_number(day: date) -> int:
    """Count a date's days since 2000-01-01."""
    return (day - DATE_ZERO).days


def microseconds(at: datetime) -> int:
    """Count an aware instant's microseconds since 2000-01-01 UTC."""
    return (at - INSTANT_ZERO) // timedelta(microseconds=1)


def pack(day: WorkDay) -> bytes:
    """Pack one work day; the hot loop of `history` does the same without the objects."""
    head = (
        worker_prefix(day.worker_id),
        FOUR + day_number(day.work_date),
        FOUR + day.site_id,
        EIGHT,
        microseconds(day.entry_at),
    )
    tail = (
        EIGHT,
        microseconds(day.acted_at),
        EIGHT,
        microseconds(day.received_at),
        FOUR + day.assignment_id,
        FOUR + day_number(day.recognised_on),
        FOUR + day_number(day.approved_on),
        FOUR + day.evidence,
    )
    if day.exit_at is None:
        return ROW_WITHOUT_EXIT.pack(*head, -1, *tail, ONE_TAP)
    return ROW.pack(*head, EIGHT, microseconds(day.exit_at), *tail, TWO_TAPS)


def unpack(rows: bytes) -> Iterator[WorkDay]:
    """Read rows back, without header and trailer."""
    at = 0
    while at < len(rows):
        left = rows[at + _EXIT_LENGTH_AT : at + _EXIT_LENGTH_AT + 4] != b"\xff\xff\xff\xff"
        form = ROW if left else ROW_WITHOUT_EXIT
        fields = form.unpack_from(rows, at)
        at += form.size
        rest = fields[7:] if left else fields[6:]
        yield WorkDay(
            UUID(bytes=fields[0][6:]),
            _date(fields[1]),
            fields[2] & _MASK,
            _instant(fields[4]),
            _instant(fields[6]) if left else None,
            _instant(rest[1]),
            _instant(rest[3]),
            rest[4] & _MASK,
            _date(rest[5]),
            _date(rest[6]),
            rest[7] & _MASK,
        )


def _date(value: int) -> date:
    return DATE_ZERO + timedelta(days=value & _MASK)


def _instant(value: int) -> datetime:
    return INSTANT_ZERO + timedelta(microseconds=value)
