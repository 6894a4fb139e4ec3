"""A field's criteria made ready to judge by: names become keys, codes become trades.  Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from backend.levels.criteria import Alternative, Assumed, FieldCriteria, ForemanCounts, LevelCriteria, Names
from backend.levels.qualifying import Entry
from backend.qualifications import catalogue
from backend.qualifications.grades import Grade, Grades
from backend.workers.trades import number_of


class UnknownNameError(ValueError):
    """A name that the catalogue of qualifications, or the list of trades, does not have; the argument says which."""


class Route(NamedTuple):
    """One way to a level: days and the qualifications that go with them."""

    days: int
    all_of: tuple[Entry, ...]
    any_of: tuple[Entry, ...]
    min_any: int
    complete: bool


class Level(NamedTuple):
    """What one level asks, in one or several ways."""

    level: int
    foreman_days: int
    foreman_counts: ForemanCounts | None
    routes: tuple[Route, ...]
    includes_lower: bool
    assumed: tuple[Assumed, ...]

    @property
    def complete(self) -> bool:
        """Tell whether every list is known to its end."""
        return all(route.complete for route in self.routes)


class Standard(NamedTuple):
    """The standard of one field as it is in force."""

    field: str
    version: int
    criteria: FieldCriteria
    trades: frozenset[int]
    levels: tuple[Level, ...]
    grades: Grades

    @property
    def majors(self) -> frozenset[int]:
        """Give the majors of its trades: a day in one of them without a minor may count."""
        return frozenset(trade - trade % 100 for trade in self.trades if trade % 100)


def make_standard(criteria: FieldCriteria, version: int = 0, grades: Iterable[Grade] = ()) -> Standard:
    """Make a standard of what is written.

    Raises:
        UnknownNameError: a qualification or trade that is not known.
        GradeCycleError: the grades go round in a circle.
    """
    trades = frozenset(_trade(code) for code in criteria.occupations)
    levels = tuple(_level(one) for one in criteria.level)
    own = tuple(grades)
    known = Grades((*catalogue.grades(), *own)) if own else catalogue.known_grades()
    return Standard(criteria.code, version, criteria, trades, levels, known)


def _level(one: LevelCriteria) -> Level:
    main = Alternative(
        days=one.days, all_of=one.all_of, any_of=one.any_of, min_any=one.min_any, complete=one.complete
    )  # fmt: skip
    routes = tuple(_route(way) for way in (main, *one.alternatives))
    return Level(one.level, one.foreman_days, one.foreman_counts, routes, one.includes_lower, one.assumed)


def _route(way: Alternative) -> Route:
    return Route(way.days, _entries(way.all_of), _entries(way.any_of), way.min_any, way.complete)


def _entries(names: Names) -> tuple[Entry, ...]:
    return tuple(tuple(_key(name) for name in ((one,) if isinstance(one, str) else one)) for one in names)


def _key(name: str) -> str:
    key = catalogue.find(name)
    if key is None:
        raise UnknownNameError(name)
    return key


def _trade(code: str) -> int:
    number = number_of(code)
    if number is None:
        raise UnknownNameError(code)
    return number


class Standards:
    """All standards that are in force on a day."""

    def __init__(self, standards: Sequence[Standard]) -> None:
        """Take one for each field."""
        self.by_field = {one.field: one for one in standards}
        self.by_trade: dict[int, list[Standard]] = {}
        for one in standards:
            for trade in sorted(one.trades):
                self.by_trade.setdefault(trade, []).append(one)

    def of_trades(self, trades: Iterable[int]) -> list[Standard]:
        """Give the standards that some trades count for, in the order of the trades."""
        return list({one.field: one for trade in trades for one in self.by_trade.get(trade, ())}.values())
