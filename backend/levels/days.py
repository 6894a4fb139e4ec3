"""A history as one long number: bit 0 is 1 January 2000, a day that was worked is a 1.  Pure.

Two records of one day are one bit, so no day can count twice, and the order in which days come makes no difference.
"""

from datetime import date

_FIRST = date(2000, 1, 1).toordinal()


def lay(month: date, mask: int) -> int:
    """Lay a month's mask, bit 0 being its first day, where the month lies; nothing before 2000 is laid."""
    place = month.toordinal() - _FIRST
    return mask << place if place >= 0 else 0


def mark(day: date) -> int:
    """Give the number in which one day alone was worked."""
    return lay(day, 1)


def span(first_on: date, last_on: date) -> int:
    """Give the number in which every day from one to another was worked."""
    first, last = max(first_on.toordinal() - _FIRST, 0), last_on.toordinal() - _FIRST
    return ((1 << (last - first + 1)) - 1) << first if last >= first else 0
