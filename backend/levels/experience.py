"""Experience from before the register, certified by a company (経歴証明), beside the touches of the same days.  Pure.

Source: https://office-wakaho.jp/news/931/ and https://www.nittoso.or.jp/2594/ (until when it counts).  That touches of
the same days do not add to it is our own rule; none is published.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from backend.levels.days import span


class Certificate(NamedTuple):
    """What a company certifies of some days in one trade: so many worked, of these so many as what."""

    trade: int
    first_on: date
    last_on: date
    days: int
    foreman_days: int
    leader_days: int


class Stretch(NamedTuple):
    """From a day to a day, both included, so many days."""

    first_on: date
    last_on: date
    days: int


def with_certified(touched: int, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Count the days of touches and certificates together; give the sum, and how many come from certificates alone.

    Within a stretch either it counts or the touches do, whichever says more.  Stretches that overlap are not added:
    of all choices that do not overlap the best counts.  So nothing that is added ever lowers the sum.
    """
    sorted_ = sorted(stretches, key=lambda one: one.last_on)
    ends = [one.last_on for one in sorted_]
    best = [0]
    for one in sorted_:
        gain = max(0, one.days - (touched & span(one.first_on, one.last_on)).bit_count())
        before = bisect_left(ends, one.first_on)
        best.append(max(best[-1], best[before] + gain))
    return touched.bit_count() + best[-1], best[-1]
