"""When people come and go, and when the register hears of it (all assumed), drawn once and then looked up.

Entries and exits are microseconds after midnight in Japan; delays are microseconds after the entry.
"""

from random import Random
from typing import NamedTuple

from backend.devices.kinds import Device
from passport.sample.packing import SECOND

SIZE = 4096
EXIT_FORGOTTEN = SIZE // 50
"""So many of the drawn shifts have an entry only: one in fifty."""
MINUTE, HOUR = 60 * SECOND, 3600 * SECOND


class Shift(NamedTuple):
    """Coming and going, place by place in two lists."""

    entry: list[int]
    leave: list[int]


class Times(NamedTuple):
    """Everything about times that is drawn beforehand."""

    day: Shift
    night: Shift
    morning: Shift
    afternoon: Shift
    delay: dict[Device, list[int]]
    claim: list[int]


def draw_times(rng: Random) -> Times:
    """Draw the tables."""
    return Times(
        day=_shift(rng, 7.75, 0.3, 17.2, 0.5),
        night=_shift(rng, 20.75, 0.3, 29.4, 0.4),
        morning=_shift(rng, 7.75, 0.2, 11.9, 0.2),
        afternoon=_shift(rng, 13.1, 0.2, 17.2, 0.4),
        delay={
            Device.READER: [_seconds(rng, 1, 90) for _ in range(SIZE)],
            Device.LOGGING_READER: [_seconds(rng, 3600, 4 * 86_400) for _ in range(SIZE)],
            Device.VENDOR: [_seconds(rng, 9 * 3600, 13 * 3600) for _ in range(SIZE)],
        },
        claim=[_seconds(rng, 10 * 3600, 20 * 86_400) for _ in range(SIZE)],
    )


def _shift(rng: Random, comes: float, comes_spread: float, goes: float, goes_spread: float) -> Shift:
    return Shift(
        [_second(rng.gauss(comes, comes_spread), comes, comes_spread) for _ in range(SIZE)],
        [_second(rng.gauss(goes, goes_spread), goes, goes_spread) for _ in range(SIZE)],
    )


def _second(hour: float, mean: float, spread: float) -> int:
    """Turn an hour into whole seconds, in microseconds, at most three spreads from the mean."""
    return round(min(max(hour, mean - 3 * spread), mean + 3 * spread) * 3600) * SECOND


def _seconds(rng: Random, least: int, most: int) -> int:
    return rng.randint(least, most) * SECOND
