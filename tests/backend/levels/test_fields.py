"""Every field is walked from the facts: each way of each level is filled exactly, then one thing is taken away."""

from collections.abc import Sequence

import pytest

from backend.levels.criteria import LEVELS, compiled, facts
from backend.levels.qualifying import Entry
from backend.levels.rules import Counted, Need, State, Why, judge
from backend.levels.standards import Level, Route, Standard
from tests.backend.levels.histories import enough, field

DECIDING = {
    "001": (2, 3, 4), "004": (2,), "007": (), "012": (2, 3, 4), "015": (2, 3, 4), "016": (2,), "018": (2,),
    "032": (2, 3, 4), "036": (2, 3), "038": (2,),
}  # fmt: skip
"""Where the list is complete, nothing is assumed and the trades are known."""
WAYS = [
    (code, level, at)
    for code in compiled()
    for level in LEVELS
    for at in range(len(field(code).levels[level - 2].routes))
]


def test_all_49_fields_are_there_each_with_three_levels() -> None:
    assert len(compiled()) == len(facts().field) == 49
    assert all(tuple(one.level for one in of.level) == LEVELS for of in compiled().values())


def test_15_fields_have_a_level_whose_list_is_complete_and_14_list_their_trades() -> None:
    complete = [
        code for code in compiled() if any(level.complete and not level.assumed for level in field(code).levels)
    ]  # fmt: skip
    assert len(complete) == 15
    assert sum(bool(of.occupations) for of in compiled().values()) == 14


@pytest.mark.parametrize("code", list(compiled()))
def test_a_level_decides_where_everything_is_known_and_nowhere_else(code: str) -> None:
    nobody = judge(field(code), Counted(0, 0, 0, 0, 0), frozenset())
    assert tuple(one.level for one in nobody if one.state is not State.UNDECIDED) == DECIDING.get(code, ())
    assert all(bool(one.why) == (one.state is State.UNDECIDED) for one in nobody)


@pytest.mark.parametrize(("code", "level", "at"), WAYS)
def test_a_way_is_walked_to_its_end_and_one_thing_less_is_missing(code: str, level: int, at: int) -> None:
    standard = field(code)
    asked = standard.levels[level - 2]
    route = asked.routes[at]
    held = enough(route) | _below(standard, asked)
    counted = Counted(route.days, asked.foreman_days, asked.foreman_days, 0, 0)
    decides = level in DECIDING.get(code, ())
    assert _filled(standard, level, route, counted, held)
    assert (judge(standard, counted, held)[level - 2].state is State.REACHED) == decides
    one_day_less = counted._replace(days=route.days - 1)
    assert not _filled(standard, level, route, one_day_less, held)
    if asked.foreman_days:
        led_less = counted._replace(
            foreman_days=asked.foreman_days - 1, foreman_or_leader_days=asked.foreman_days - 1
        )  # fmt: skip
        assert not _filled(standard, level, route, led_less, held)
    for key in enough(route):
        rest = held - {key}
        still = standard.grades.implied(rest)
        if key not in still and not _exchanged(route, key, still):
            assert not _filled(standard, level, route, counted, rest), key


def test_what_a_level_includes_from_an_unknown_one_below_is_unknown_too() -> None:
    marine = judge(field("010"), Counted(9999, 9999, 9999, 0, 0), frozenset())
    assert Why.LOWER_UNKNOWN in marine[2].why


def _below(standard: Standard, asked: Level) -> frozenset[str]:
    """What the levels below ask, where this one includes them."""
    found: frozenset[str] = frozenset()
    place = asked.level - 2
    while place and standard.levels[place].includes_lower:
        place -= 1
        found |= enough(standard.levels[place].routes[0])
    return found


def _exchanged(route: Route, key: str, held: frozenset[str]) -> bool:
    """Tell whether another entry of the list, filled for another reason, can take the place of one."""
    filled = [entry for entry in route.any_of if not held.isdisjoint(entry)]
    required = any(key in entry and held.isdisjoint(entry) for entry in route.all_of)
    return not required and len(filled) >= route.min_any


def _filled(standard: Standard, level: int, route: Route, counted: Counted, held: frozenset[str]) -> bool:
    ways = judge(standard, counted, held)[level - 2].ways
    way = next(one for one in ways if one.days == route.days and _entries(one.needs, level) == _all(route))
    return way.gap == 0 and way.qualifications_missing == 0


def _entries(needs: Sequence[Need], level: int) -> list[Entry]:
    return sorted(entry for need in needs if need.level == level for entry in need.entries)


def _all(route: Route) -> list[Entry]:
    return sorted([*route.all_of, *route.any_of])
