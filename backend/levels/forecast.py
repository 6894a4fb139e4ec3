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
    lanes = [
        (Slowest.DAYS, days.months_left, days.missing),
        (Slowest.FOREMAN_DAYS, foreman_days.months_left, foreman_days.missing),
    ]
    if qualifications and qualified_in:
        lanes.append((Slowest.QUALIFICATIONS, _months_between(this, qualified_in), qualifications))
    still_open = [(name, NEVER if months is None else months) for name, months, missing in lanes if missing > 0]
    if not still_open:
        return Forecast(None, Slowest.QUALIFICATIONS) if qualifications else Forecast(this, None)
    slowest, months = max(still_open, key=lambda lane: lane[1])
    return Forecast(None if months > MOST_MONTHS else add_months(this, months), slowest)


MOST_MONTHS = 100 * 12
"""Nobody is told more than a hundred years."""
NEVER = 10**9


def _months_between(this: date, planned: date) -> int:
    return max(0, (planned.year - this.year) * 12 + planned.month - this.month)
