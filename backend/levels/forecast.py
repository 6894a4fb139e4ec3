"""When a level will be reached at somebody's own pace.  Pure.

The phone reckons by the same rule (tests/vectors/forecast.json).
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from backend.kit.clock import month_of

DAYS_A_YEAR, MONTHS_A_YEAR = 365, 12
NEVER = 10**9
MOST_DAYS = 100 * DAYS_A_YEAR
"""Nobody is told more than a hundred years."""
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
    def days_left(self) -> int | None:
        """Tell how many days of the calendar it takes; None where nothing was worked.

        >>> Lane(412, 97, 6).days_left
        776
        """
        if self.missing <= 0:
            return 0
        if self.worked <= 0 or self.months <= 0:
            return None
        return -(-self.missing * self.months * DAYS_A_YEAR // (self.worked * MONTHS_A_YEAR))


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
    lanes = [
        (Slowest.DAYS, days.days_left, days.missing),
        (Slowest.FOREMAN_DAYS, foreman_days.days_left, foreman_days.missing),
    ]
    if qualifications and qualified_in:
        lanes.append((Slowest.QUALIFICATIONS, max(0, (month_of(qualified_in) - today).days), qualifications))
    still_open = [(name, NEVER if left is None else left) for name, left, missing in lanes if missing > 0]
    if not still_open:
        return Forecast(None, Slowest.QUALIFICATIONS) if qualifications else Forecast(month_of(today), None)
    slowest, left = max(still_open, key=lambda lane: lane[1])
    return Forecast(None if left > MOST_DAYS else month_of(today + timedelta(days=left)), slowest)
