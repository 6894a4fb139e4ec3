"""Which levels of a field are reached, what is missing, and where nothing can be decided.  Pure.

Source: docs/decisions/0022-levels.md and the standards in `criteria.toml`.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from backend.levels.criteria import Assumed, ForemanCounts
from backend.levels.experience import Certificate, Stretch, with_certified
from backend.levels.qualifying import Entry, filled
from backend.levels.standards import Level, Route, Standard, Standards

NEAR_DAYS = 20
"""Our own: so many work days before a level one is told that it is near."""
WORKER, SQUAD_LEADER, FOREMAN = 0, 1, 2
"""Positions, as the worker list has them."""
History = Mapping[tuple[int, int], int]
"""Days as one long number, by trade and position."""


class State(StrEnum):
    """What is said of a level."""

    REACHED = "reached"
    MISSING = "missing"
    UNDECIDED = "undecided"


class Why(StrEnum):
    """Why nothing can be decided."""

    QUALIFICATIONS_UNKNOWN = "qualificationsUnknown"
    DAYS_ASSUMED = "daysAssumed"
    FOREMAN_DAYS_ASSUMED = "foremanDaysAssumed"
    TRADES_UNKNOWN = "tradesUnknown"
    LOWER_UNKNOWN = "lowerUnknown"


_ASSUMED = {Assumed.DAYS: Why.DAYS_ASSUMED, Assumed.FOREMAN_DAYS: Why.FOREMAN_DAYS_ASSUMED}


class Counted(NamedTuple):
    """What somebody has worked in a field, in days."""

    days: int
    foreman_days: int
    foreman_or_leader_days: int
    certified: int
    """Of the days, how many come from certificates alone."""
    uncertain: int
    """Not among them: days of a trade whose minor is missing, of a major of the field."""

    def foreman(self, counts: ForemanCounts | None) -> int:
        """Give the days as foreman, in the sense of a level."""
        return self.foreman_days if counts is ForemanCounts.FOREMAN else self.foreman_or_leader_days


class Need(NamedTuple):
    """So many of a list of qualifications, of which so many are missing."""

    wanted: int
    missing: int
    level: int
    entries: tuple[Entry, ...]


class Way(NamedTuple):
    """One way to a level: what is asked of days, and what of qualifications."""

    days: int
    days_missing: int
    foreman_days: int
    foreman_missing: int
    needs: tuple[Need, ...]
    complete: bool

    @property
    def gap(self) -> int:
        """Tell after how many further days at the earliest the days are there."""
        return max(self.days_missing, self.foreman_missing)

    @property
    def qualifications_missing(self) -> int:
        """Tell how many qualifications are missing."""
        return sum(need.missing for need in self.needs)


class Verdict(NamedTuple):
    """What is said of one level of a field."""

    level: int
    state: State
    why: tuple[Why, ...]
    ways: tuple[Way, ...]
    """The nearest first."""

    @property
    def near(self) -> bool:
        """Tell whether at most a few days or one qualification are missing, in one way."""
        return self.state is State.MISSING and any(
            way.gap <= NEAR_DAYS and way.qualifications_missing <= (way.gap == 0) for way in self.ways
        )


def count(standard: Standard, history: History, certificates: Sequence[Certificate] = ()) -> Counted:
    """Count what somebody has worked in the trades of a field; a day in two of them is one.

    Where the trades of a field are not known, every day is counted: nothing is decided by it.
    """
    days = foreman = leader = uncertain = 0
    for (trade, position), bits in history.items():
        if trade in standard.trades or not standard.trades:
            days |= bits
            if position == FOREMAN:
                foreman |= bits
            elif position == SQUAD_LEADER:
                leader |= bits
        elif trade in standard.majors:
            uncertain |= bits
    own = [one for one in certificates if one.trade in standard.trades or not standard.trades]
    if not own:
        return Counted(
            days.bit_count(), foreman.bit_count(), (foreman | leader).bit_count(), 0, (uncertain & ~days).bit_count()
        )
    whole, certified = with_certified(days, _stretches(own, lambda one: one.days))
    as_foreman, _ = with_certified(foreman, _stretches(own, lambda one: one.foreman_days))
    as_leader, _ = with_certified(foreman | leader, _stretches(own, lambda one: one.foreman_days + one.leader_days))
    return Counted(whole, as_foreman, as_leader, certified, (uncertain & ~days).bit_count())


def judge(standard: Standard, counted: Counted, held: frozenset[str]) -> tuple[Verdict, ...]:
    """Judge the levels 2, 3 and 4 of a field.

    Args:
        standard: what the field asks.
        counted: what was worked.
        held: the keys of what is held and counts today.
    """
    everything = standard.grades.implied(held)
    verdicts: list[Verdict] = []
    lower: tuple[tuple[Need, ...], bool] = (), True
    for level in standard.levels:
        below = lower if level.includes_lower else ((), True)
        ways = sorted((_way(level, route, counted, everything, standard, below[0]) for route in level.routes), key=_far)
        why = _why(level, standard, lower_known=below[1])
        reached = any(way.gap == 0 and way.qualifications_missing == 0 for way in ways)
        state = State.UNDECIDED if why else State.REACHED if reached else State.MISSING
        verdicts.append(Verdict(level.level, state, why, tuple(ways)))
        nearest = min(ways, key=lambda way: (way.qualifications_missing, way.gap))
        lower = nearest.needs, level.complete and below[1]
    return tuple(verdicts)


def reached_level(verdicts: Sequence[Verdict]) -> int:
    """Tell the highest level that is decided as reached; 1 where none is."""
    return max((one.level for one in verdicts if one.state is State.REACHED), default=1)


def near_level(verdicts: Sequence[Verdict]) -> int:
    """Tell the lowest level above what is reached that is near; 0 where none is."""
    reached = reached_level(verdicts)
    return min((one.level for one in verdicts if one.level > reached and one.near), default=0)


def next_look(verdicts: Sequence[Verdict]) -> int | None:
    """Tell after how many further records a verdict can first change; None where days alone change nothing.

    A record adds at most one day to anything that is counted.
    """
    reached = reached_level(verdicts)
    gaps = {
        gap
        for one in verdicts
        if one.level > reached and one.state is State.MISSING
        for way in one.ways
        for gap in (way.gap, way.gap - NEAR_DAYS)
    }
    return min((gap for gap in gaps if gap > 0), default=None)


@lru_cache(maxsize=8)
def first_look(standards: Standards) -> int | None:
    """Tell after how many records whoever begins in any field can first reach or come near something there.

    So long nobody need be looked at for the trades he has not worked in yet.
    """
    nothing = Counted(0, 0, 0, 0, 0)
    looks = [next_look(judge(standard, nothing, frozenset())) for standard in standards.by_field.values()]
    return min((look for look in looks if look is not None), default=None)


def _way(
    level: Level, route: Route, counted: Counted, held: frozenset[str], standard: Standard, lower: tuple[Need, ...]
) -> Way:
    needs = [Need(1, int(not any(key in held for key in entry)), level.level, (entry,)) for entry in route.all_of]
    if route.any_of:
        missing = max(0, route.min_any - filled(route.any_of, held, standard.grades))
        needs.append(Need(route.min_any, missing, level.level, route.any_of))
    foreman = counted.foreman(level.foreman_counts)
    return Way(
        route.days,
        max(0, route.days - counted.days),
        level.foreman_days,
        max(0, level.foreman_days - foreman),
        (*needs, *lower),
        route.complete,
    )


def _far(way: Way) -> tuple[int, int, int]:
    return way.qualifications_missing + (way.gap > 0), way.gap, way.qualifications_missing


def _why(level: Level, standard: Standard, *, lower_known: bool) -> tuple[Why, ...]:
    why = [] if level.complete else [Why.QUALIFICATIONS_UNKNOWN]
    why += [_ASSUMED[one] for one in level.assumed]
    if not standard.trades:
        why.append(Why.TRADES_UNKNOWN)
    if not lower_known:
        why.append(Why.LOWER_UNKNOWN)
    return tuple(why)


def _stretches(certificates: Sequence[Certificate], days: Callable[[Certificate], int]) -> list[Stretch]:
    return [Stretch(one.first_on, one.last_on, days(one)) for one in certificates]
