"""Drawing by weight."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from random import Random


class Shares:
    """Weights that can be drawn from: each place comes as often as its weight says."""

    def __init__(self, weights: Iterable[float]) -> None:
        """Add the weights up once."""
        self._upto = list(accumulate(weights))

    def draw(self, rng: Random) -> int:
        """Draw a place, from 0."""
        return bisect_right(self._upto, rng.random() * self._upto[-1], 0, len(self._upto) - 1)
