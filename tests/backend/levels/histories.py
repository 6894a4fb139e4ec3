"""Histories to judge: so many days from a day on, in a trade and position."""

from datetime import date, timedelta

from backend.levels.days import mark
from backend.levels.qualifying import Entry
from backend.levels.rules import FOREMAN, SQUAD_LEADER, WORKER, Counted, Verdict, count, judge
from backend.levels.standards import Route, Standard
from backend.levels.versions import compiled_standards
from backend.qualifications import catalogue

FIRST = date(2015, 4, 1)
ELECTRICAL, WATERPROOFING, REBAR, SCAFFOLDING, CARPENTRY, SURVEY = "001", "005", "012", "016", "032", "038"


def field(code: str) -> Standard:
    """Give what was compiled of a field."""
    return compiled_standards()[code]


def days(number: int, since: date = FIRST) -> int:
    """Give so many days in a row."""
    bits = 0
    for n in range(number):
        bits |= mark(since + timedelta(days=n))
    return bits


def history(trade: int, *, worker: int = 0, leader: int = 0, foreman: int = 0) -> dict[tuple[int, int], int]:
    """Work so many days as worker, then as squad leader, then as foreman, no day twice."""
    since, found = FIRST, {}
    for position, number in ((WORKER, worker), (SQUAD_LEADER, leader), (FOREMAN, foreman)):
        found[trade, position] = days(number, since)
        since += timedelta(days=number)
    return found


def key(name: str) -> str:
    """Give the key of a qualification by its name."""
    found = catalogue.find(name)
    assert found, name
    return found


def keys(*names: str) -> frozenset[str]:
    """Give the keys of qualifications by their names."""
    return frozenset(key(name) for name in names)


def verdicts(standard: Standard, counted: Counted, *names: str) -> tuple[Verdict, ...]:
    """Judge by names of qualifications."""
    return judge(standard, counted, keys(*names))


def judged(standard: Standard, worked: dict[tuple[int, int], int], *names: str) -> tuple[Verdict, ...]:
    """Judge a history."""
    return judge(standard, count(standard, worked), keys(*names))


def enough(route: Route) -> frozenset[str]:
    """Give the fewest qualifications that fill a way's lists, each of another certificate."""
    return frozenset(_first(entry) for entry in (*route.all_of, *route.any_of[: route.min_any]))


def _first(entry: Entry) -> str:
    return entry[0]
