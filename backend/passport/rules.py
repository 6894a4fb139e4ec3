"""What the days of a month look like to the worker.  Pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from backend.kit.clock import add_months

SATURDAY = 5


class DayState(StrEnum):
    """One day's mark."""

    COUNTED = "counted"
    WAITING = "waiting"
    STOPPED = "stopped"
    NONE = "none"
    OFF = "off"
    FUTURE = "future"


def days_of(month: date) -> Iterator[date]:
    """Give every day of a month."""
    day, end = month, add_months(month, 1)
    while day < end:
        yield day
        day += timedelta(days=1)


def mark_days(month: date, today: date, known: Mapping[date, DayState], holidays: set[date]) -> dict[date, DayState]:
    """Mark every day of a month: what is known, else off on weekends and holidays, else to come or no record."""
    return {day: known.get(day) or _unknown(day, today, holidays) for day in days_of(month)}


def _unknown(day: date, today: date, holidays: set[date]) -> DayState:
    if day.weekday() >= SATURDAY or day in holidays:
        return DayState.OFF
    return DayState.FUTURE if day >= today else DayState.NONE


def strongest(one: DayState, other: DayState | None) -> DayState:
    """Choose the mark of a day with two sites: counted before stopped before waiting."""
    order = [DayState.COUNTED, DayState.STOPPED, DayState.WAITING]
    return one if other is None or order.index(one) < order.index(other) else other
