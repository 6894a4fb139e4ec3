"""The only place that asks what time it is."""

from datetime import UTC, date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Japan has had no summer time since 1951, so a fixed offset is exact."""

_AHEAD = timedelta(hours=9)


def now() -> datetime:
    """Tell the present instant, aware, in UTC."""
    return datetime.now(UTC)


def japan_date(at: datetime) -> date:
    """Tell the calendar day in Japan of an aware instant."""
    return (at.astimezone(UTC) + _AHEAD).date()


def month_of(day: date) -> date:
    """Tell the first day of a day's month.

    >>> month_of(date(2026, 11, 20))
    datetime.date(2026, 11, 1)
    """
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """Move the first day of a month by whole months.

    >>> add_months(date(2026, 11, 1), 3)
    datetime.date(2027, 2, 1)
    """
    years, index = divmod(month.month - 1 + count, 12)
    return date(month.year + years, index + 1, 1)
