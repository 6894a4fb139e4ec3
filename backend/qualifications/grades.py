"""Of two grades of one certificate the higher implies the lower (legend of the ministry's PDF of field 001).  Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Grade(NamedTuple):
    """That one qualification is the next higher grade of another; both are keys of the catalogue."""

    higher: str
    lower: str


class GradeCycleError(ValueError):
    """A grade that would be above itself; the argument is its key."""


class Grades:
    """What follows from what is held."""

    def __init__(self, grades: Iterable[Grade]) -> None:
        """Take the steps between grades, in any order.

        Raises:
            GradeCycleError: they go round in a circle.
        """
        steps = tuple(grades)
        below: dict[str, set[str]] = {}
        for higher, lower in steps:
            below.setdefault(higher, set()).add(lower)
        self._implied = {key: _all_below(key, below) for key in below}
        self._ladder = _ladders(steps)

    def implied(self, held: Iterable[str]) -> frozenset[str]:
        """Give everything that somebody holds: the qualifications themselves, and every lower grade."""
        found = set(held)
        for key in held:
            found |= self._implied.get(key, frozenset())
        return frozenset(found)

    def ladder(self, key: str) -> str:
        """Name the certificate of which a qualification is a grade: the same for all its grades."""
        return self._ladder.get(key, key)


def _all_below(key: str, below: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(below[key])
    while waiting:
        lower = waiting.pop()
        if lower == key:
            raise GradeCycleError(key)
        if lower not in found:
            found.add(lower)
            waiting += below.get(lower, ())
    return frozenset(found)


def _ladders(steps: Iterable[Grade]) -> dict[str, str]:
    """Give every graded qualification the smallest key of its ladder."""
    ladder: dict[str, set[str]] = {}
    for step in steps:
        joined = set().union(*(ladder.get(key, {key}) for key in step))
        ladder |= dict.fromkeys(joined, joined)
    return {key: min(of) for key, of in ladder.items()}
