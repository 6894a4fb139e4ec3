"""What is to be drawn, and where chance comes from."""

import random
from datetime import date, timedelta

import msgspec

from backend.kit.clock import add_months, month_of
from backend.statistics import figures


class Plan(msgspec.Struct, frozen=True):
    """How large a country, over how many months, ending when.

    `until` is the last work date; the months are calendar months, the last one being that of `until`.
    """

    workers: int
    months: int
    seed: int
    until: date

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        if self.workers < 1 or self.months < 1:
            message = "a country needs at least one worker and one month"
            raise ValueError(message)
        if self.until < figures.registers().valid_on:
            message = f"the figures are of {figures.registers().valid_on}: no country before that day"
            raise ValueError(message)

    @property
    def month_list(self) -> tuple[date, ...]:
        """Give the first days of the months, oldest first."""
        last = month_of(self.until)
        return tuple(add_months(last, k - self.months + 1) for k in range(self.months))

    def stream(self, subject: str) -> random.Random:
        """Give a subject's own source of chance, so that more people do not change the sites' names."""
        return random.Random(f"{self.seed}/{subject}")  # noqa: S311  # a drawing that can be repeated is the point


def day_between(rng: random.Random, first: date, last: date) -> date:
    """Draw a day, both ends included."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
