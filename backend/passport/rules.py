"""What the days of a month look like to the worker.  Pure."""

import re
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


_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1990, 2100)
"""What lies outside is nobody's work day."""


class Step(StrEnum):
    """A day's way from the touch to the retirement fund."""

    TAP = "tap"
    WORK_DAY = "workDay"
    EXPECTED = "retirementExpected"
    CONFIRMED = "retirementConfirmed"


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    STOPPED = "stopped"
    WAITING = "waiting"
    LATER = "later"


_WORK_DAY_STEP = {DayState.COUNTED: StepState.DONE, DayState.WAITING: StepState.WAITING}


def chain(state: DayState) -> dict[Step, StepState]:
    """Tell how far a visit is: the touch is there; the work day follows the state; the fund comes later."""
    work_day = _WORK_DAY_STEP.get(state, StepState.STOPPED)
    return {
        Step.TAP: StepState.DONE,
        Step.WORK_DAY: work_day,
        Step.EXPECTED: StepState.LATER,
        Step.CONFIRMED: StepState.LATER,
    }


def read_day(text: str) -> date | None:
    """Read a day such as 2026-11-20, or None where there is no such day.

    >>> read_day("2026-02-30")
    """
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year in _YEARS else None


def read_month(text: str) -> date | None:
    """Read a month such as 2026-11, as its first day.

    >>> read_month("2026-11")
    datetime.date(2026, 11, 1)
    """
    return read_day(f"{text}-01") if _MONTH.fullmatch(text) else None


def read_year(text: str) -> date | None:
    """Read a year, as its first day."""
    return read_month(f"{text}-01")
