"""When a level will be reached at somebody's own pace.  Pure.

The phone reckons by the same rule (tests/vectors/forecast.json).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from backend.kit.clock import add_months, month_of

PACE_MONTHS = 6
"""So many whole months say how somebody works; our own choice."""


class Slowest(StrEnum):
    """What decides the date."""

    DAYS = "days"
    FOREMAN_DAYS = "foremanDays"
    QUALIFICATIONS = "qualifications"


class Lane(NamedTuple):
    """So many days are missing; so many were worked in some months."""

    missing: int
    worked: int
    months: int

    @property
    def months_left(self) -> int | None:
        """Tell how many months it takes; None where nothing was worked.

        >>> Lane(412, 97, 6).months_left
        26
        """
        if self.missing <= 0:
            return 0
        return -(-self.missing * self.months // self.worked) if self.worked > 0 and self.months > 0 else None


class Forecast(NamedTuple):
    """The first day of the month in which it is reached; None where nobody can tell."""

    month: date | None
    slowest: Slowest | None


def forecast(
    today: date, days: Lane, foreman_days: Lane, *, qualifications: int = 0, qualified_in: date | None = None
) -> Forecast:
    """Forecast when a level is reached.

    Args:
        today: the month of which is where it begins.
        days: work days.
        foreman_days: of these as foreman, in the sense of the level.
        qualifications: how many are missing.
        qualified_in: the month in which they will be there, where somebody plans it.
    """
    this = month_of(today)
    left = {Slowest.DAYS: days.months_left, Slowest.FOREMAN_DAYS: foreman_days.months_left}
    for lane, months in left.items():
        if months is None:
            return Forecast(None, lane)
    by_lane = {lane: add_months(this, min(months or 0, MOST_MONTHS)) for lane, months in left.items()}
    if qualifications and qualified_in:
        by_lane[Slowest.QUALIFICATIONS] = max(this, month_of(qualified_in))
    slowest = max(by_lane, key=lambda lane: by_lane[lane])
    if by_lane[slowest] > this:
        return Forecast(by_lane[slowest], slowest)
    if qualifications and qualified_in is None:
        return Forecast(None, Slowest.QUALIFICATIONS)
    return Forecast(this, None)


MOST_MONTHS = 100 * 12
"""Whoever works one day a year is told a hundred years."""
