"""How much is worked on which day (assumption: no figure says it).

Building sites work on weekdays, on some Saturdays, hardly on Sundays, and rest at New Year and in mid-August.
"""

from datetime import date, timedelta
from functools import cache

import jpholiday

WEEKDAY, SATURDAY, SUNDAY, HOLIDAY, LONG_REST = 1.0, 0.42, 0.03, 0.12, 0.05
_SATURDAY = 5
_LONG_RESTS = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3), (1, 4), (8, 13), (8, 14), (8, 15)}


@cache
def weight(day: date) -> float:
    """Tell how much is worked on a day, against 1 on an ordinary weekday."""
    if (day.month, day.day) in _LONG_RESTS:
        return LONG_REST
    if jpholiday.is_holiday(day):
        return HOLIDAY
    weekday = day.weekday()
    return WEEKDAY if weekday < _SATURDAY else SATURDAY if weekday == _SATURDAY else SUNDAY


def days_of(month: date, until: date) -> list[date]:
    """Give a month's days, none after `until`."""
    days = (month + timedelta(days=k) for k in range(31))
    return [day for day in days if day.month == month.month and day <= until]


def is_working(day: date) -> bool:
    """Tell whether most sites work on a day."""
    return weight(day) == WEEKDAY
