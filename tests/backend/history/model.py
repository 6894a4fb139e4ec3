"""The plain reference model: keeps every touch in a list and thinks each time from the beginning.

Written apart from the product's fold: minute by minute over lists, no arrays, no database, no totals.
"""

from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

JAPAN = timezone(timedelta(hours=9))


class Touch(NamedTuple):
    """A touch that the register knows everything about."""

    identity: tuple[int, int]
    person: int
    site: int
    at: datetime
    out: bool


class Day(NamedTuple):
    """A work day: first entry, last exit, number of touches."""

    entry: datetime
    exit: datetime | None
    touches: int


def date_of(at: datetime) -> date:
    """The Japanese date four hours earlier."""
    return (at - timedelta(hours=4)).astimezone(JAPAN).date()


class Model:
    """What should be true."""

    def __init__(self) -> None:
        self.touches: list[Touch] = []
        self.said: dict[tuple[int, int], str] = {}

    def receive(self, reports: list[list[Touch]]) -> list[list[str]]:
        """Keep reports that were written together; say of each touch what was said the first time."""
        new: list[Touch] = []
        for touch in [touch for report in reports for touch in report]:
            if touch.identity not in self.said and touch.identity not in {other.identity for other in new}:
                new.append(touch)
        self.touches += new
        for touch in new:
            day = self.day_of(touch)
            self.said[touch.identity] = "alone" if day is None else f"{'left' if touch.out else 'counted'} {day}"
        return [[self.said[touch.identity] for touch in report] for report in reports]

    def day_of(self, touch: Touch) -> date | None:
        """The work day a touch belongs to: an exit's is that of the last entry at most 16 hours before it."""
        if not touch.out:
            return date_of(touch.at)
        before = [
            other.at
            for other in self.touches
            if (other.person, other.site, other.out) == (touch.person, touch.site, False)
            and timedelta(0) <= touch.at - other.at <= timedelta(hours=16)
        ]
        return date_of(max(before)) if before else None

    def days(self) -> dict[tuple[int, date, int], Day]:
        """Every work day, by person, date and site."""
        found: dict[tuple[int, date, int], list[Touch]] = {}
        for touch in self.touches:
            day = self.day_of(touch)
            if day is not None:
                found.setdefault((touch.person, day, touch.site), []).append(touch)
        return {key: self._day(of) for key, of in found.items()}

    @staticmethod
    def _day(touches: list[Touch]) -> Day:
        entries = [touch.at for touch in touches if not touch.out]
        exits = [touch.at for touch in touches if touch.out]
        return Day(min(entries), max(exits, default=None), len({(touch.at, touch.out) for touch in touches}))

    def masks(self) -> dict[tuple[int, date], int]:
        """The days of each person's month as bits."""
        masks: dict[tuple[int, date], int] = {}
        for person, day, _ in self.days():
            month = day.replace(day=1)
            masks[person, month] = masks.get((person, month), 0) | 1 << (day.day - 1)
        return masks

    def lone_exits(self) -> set[tuple[int, int, datetime]]:
        """The exits that wait for an entry."""
        return {(touch.person, touch.site, touch.at) for touch in self.touches if self.day_of(touch) is None}
