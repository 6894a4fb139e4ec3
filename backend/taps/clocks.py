"""When was it really?  Three clocks tell: drift is corrected and marked, never a reason to refuse.

Pure.  Source: docs/decisions/0003-work-days.md.
"""

from datetime import UTC, datetime, timedelta
from enum import IntEnum

from backend.taps.messages import Report, Tap

FIRST_YEAR, LAST_YEAR = 1970, 2199


class Clock(IntEnum):
    """How the corrected instant is known."""

    UPTIME = 1
    OFFSET = 2
    UNKNOWN = 3


def is_sane(at: datetime) -> bool:
    """Tell whether a wall clock's instant can be reckoned with at all."""
    return FIRST_YEAR < at.year < LAST_YEAR


def correct(tap: Tap, report: Report, received_at: datetime, offset_ms: int | None) -> tuple[datetime, Clock]:
    """Tell the instant of a touch in UTC, to the millisecond, and how it is known.

    Args:
        tap: the touch with the reader's clocks of that moment.
        report: the reader's clocks at sending.
        received_at: our clock on arrival.
        offset_ms: what the reader's wall clock was behind ours when it last reported, if it ever did.
    """
    if tap.boot == report.boot and tap.uptime_ms <= report.uptime_ms:
        return whole_ms(received_at - timedelta(milliseconds=report.uptime_ms - tap.uptime_ms)), Clock.UPTIME
    if offset_ms is not None:
        return whole_ms(tap.at + timedelta(milliseconds=offset_ms)), Clock.OFFSET
    return whole_ms(tap.at), Clock.UNKNOWN


def offset_of(report: Report, received_at: datetime) -> int:
    """Tell by how many milliseconds the reader's wall clock is behind ours."""
    return round((received_at - report.at) / timedelta(milliseconds=1))


def whole_ms(at: datetime) -> datetime:
    """Cut an instant to the millisecond, in UTC."""
    at = at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
