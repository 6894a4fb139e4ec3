"""Whether a proposed version of a standard can stand.  Pure."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from backend.levels.criteria import LEVELS, Alternative, LevelCriteria, Name
from backend.levels.qualifying import filled
from backend.qualifications import catalogue
from backend.qualifications.grades import Grade, GradeCycleError, Grades
from backend.workers.trades import name_of, number_of

LATEST = date(2100, 1, 1)


class Fault(StrEnum):
    """What is wrong with a proposal."""

    LEVELS = "levels"
    """Not exactly the levels 2, 3 and 4, in this order."""
    ORDER = "order"
    """A level that asks less than the one below, or more foreman days than days."""
    LIST = "list"
    """More of a list than it has, or foreman days without saying which count."""
    NAME = "name"
    """A qualification or a trade that is not known."""
    GRADES = "grades"
    """Grades that go round in a circle."""
    PAST = "past"
    """It would begin today or earlier."""


class FaultyError(ValueError):
    """A proposal that cannot stand, and where it is wrong."""

    def __init__(self, fault: Fault, place: str) -> None:
        """Say what and where, as a JSON path."""
        super().__init__(fault, place)
        self.fault = fault
        self.place = place


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="camel"):
    """A version of a field's standard as it is written by the evaluating body."""

    valid_from: date
    source: Annotated[str, Meta(max_length=500)]
    """Where it is published."""
    occupations: Annotated[tuple[Annotated[str, Meta(max_length=5)], ...], Meta(min_length=1, max_length=300)]
    """Codes of the trades that count, such as 10-01."""
    levels: Annotated[tuple[LevelCriteria, ...], Meta(max_length=3)]
    grades: Annotated[tuple[tuple[Name, Name], ...], Meta(max_length=100)] = ()
    """Beside those of the catalogue: the higher, then the lower."""
    note: Annotated[str, Meta(max_length=1000)] = ""


def check(proposal: Proposal, today: date) -> None:
    """Look at everything that the shape alone does not say.

    Raises:
        FaultyError: the first thing that is wrong.
    """
    if not today < proposal.valid_from < LATEST:
        raise FaultyError(Fault.PAST, "$.validFrom")
    if tuple(one.level for one in proposal.levels) != LEVELS:
        raise FaultyError(Fault.LEVELS, "$.levels")
    for at, code in enumerate(proposal.occupations):
        number = number_of(code)
        if number is None or name_of(number) is None:
            raise FaultyError(Fault.NAME, f"$.occupations[{at}]")
    grades = _grades(proposal)
    for at, level in enumerate(proposal.levels):
        _check_level(level, proposal.levels[at - 1] if at else None, grades, f"$.levels[{at}]")


def _check_level(level: LevelCriteria, below: LevelCriteria | None, grades: Grades, place: str) -> None:
    least = _least(level)
    if least < max(level.foreman_days, 1) or (below and least < _least(below)):
        raise FaultyError(Fault.ORDER, f"{place}.days")
    if level.foreman_days and level.foreman_counts is None:
        raise FaultyError(Fault.LIST, f"{place}.foreman_counts")
    _check_lists(level, grades, place)
    for at, way in enumerate(level.alternatives):
        _check_lists(way, grades, f"{place}.alternatives[{at}]")


def _least(level: LevelCriteria) -> int:
    return min([level.days, *(way.days for way in level.alternatives)])


def _check_lists(way: LevelCriteria | Alternative, grades: Grades, place: str) -> None:
    if way.min_any > max(len(way.any_of), 1):
        raise FaultyError(Fault.LIST, f"{place}.min_any")
    for where, name in _names(way):
        if catalogue.find(name) is None:
            raise FaultyError(Fault.NAME, f"{place}.{where}")
    if way.any_of and not _can_be_filled(way, grades):
        raise FaultyError(Fault.LIST, f"{place}.min_any")


def _can_be_filled(way: LevelCriteria | Alternative, grades: Grades) -> bool:
    """Tell whether somebody who holds everything fills the list: grades of one certificate fill one place only."""
    entries = [(entry,) if isinstance(entry, str) else entry for entry in way.any_of]
    keys = [tuple(key for name in entry if (key := catalogue.find(name))) for entry in entries]
    return filled(keys, frozenset(catalogue.load()), grades) >= way.min_any


def _names(way: LevelCriteria | Alternative) -> Iterator[tuple[str, str]]:
    for which, entries in (("all_of", way.all_of), ("any_of", way.any_of)):
        for at, entry in enumerate(entries):
            for name in (entry,) if isinstance(entry, str) else entry:
                yield f"{which}[{at}]", name


def _grades(proposal: Proposal) -> Grades:
    own = []
    for at, (higher, lower) in enumerate(proposal.grades):
        keys = catalogue.find(higher), catalogue.find(lower)
        if keys[0] is None or keys[1] is None:
            raise FaultyError(Fault.NAME, f"$.grades[{at}]")
        own.append(Grade(keys[0], keys[1]))
    try:
        return Grades((*catalogue.grades(), *own))
    except GradeCycleError as error:
        raise FaultyError(Fault.GRADES, "$.grades") from error
