"""When was it really?  Three clocks tell: drift is corrected and marked, never a reason to refuse.

Pure.  Source: docs/decisions/0003-work-days.md.
"""

from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from backend.taps.messages import Report, Tap

FIRST_YEAR, LAST_YEAR = 1970, 2199
AGREEING = timedelta(minutes=10)
"""So much may the offsets of two boots differ: weeks of drift, but not a lost battery."""


class Clock(IntEnum):
    """How the corrected instant is known."""

    UPTIME = 1
    OFFSET = 2
    UNKNOWN = 3


def is_sane(at: datetime) -> bool:
    """Tell whether a wall clock's instant can be reckoned with at all."""
    return FIRST_YEAR < at.year < LAST_YEAR


class Before(NamedTuple):
    """What a reader's wall clock was behind ours when it last reported from another boot than now's."""

    boot: str
    offset_ms: int


def correct(tap: Tap, report: Report, received_at: datetime, before: Before | None) -> tuple[datetime, Clock]:
    """Tell the instant of a touch in UTC, to the millisecond, and how it is known.

    Within one boot uptime tells exactly.  Another boot's wall clock is believed with the offset learned in that boot,
    or with any while two boots agree; a clock that fell back with its battery agrees with nothing.

    Args:
        tap: the touch with the reader's clocks of that moment.
        report: the reader's clocks at sending.
        received_at: our clock on arrival.
        before: the offset learned in an earlier boot, if the reader ever reported from one.
    """
    if tap.boot == report.boot and tap.uptime_ms <= report.uptime_ms:
        return whole_ms(received_at - timedelta(milliseconds=report.uptime_ms - tap.uptime_ms)), Clock.UPTIME
    if before is not None and (tap.boot == before.boot or _agree(before.offset_ms, offset_of(report, received_at))):
        return whole_ms(tap.at + timedelta(milliseconds=before.offset_ms)), Clock.OFFSET
    return whole_ms(tap.at), Clock.UNKNOWN


def _agree(one_ms: int, other_ms: int) -> bool:
    return abs(one_ms - other_ms) <= AGREEING / timedelta(milliseconds=1)


def offset_of(report: Report, received_at: datetime) -> int:
    """Tell by how many milliseconds the reader's wall clock is behind ours."""
    return round((received_at - report.at) / timedelta(milliseconds=1))


def whole_ms(at: datetime) -> datetime:
    """Cut an instant to the millisecond, in UTC."""
    at = at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
