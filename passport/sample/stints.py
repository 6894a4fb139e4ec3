"""Who works where in a month, as what, and how often.

From the figures: share of workers with records and their mean records in February 2024, by trade (`_Habits`).
Assumed: four fifths of those with records have some in every month, the others come and go; people have either a
full month or a few days; a company's people stay together at a site until it ends; tiers and positions.
`FOREMAN` and `SQUAD_LEADER` are shares by level: over the country about one in twenty is a foreman.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import NamedTuple

from backend.devices.kinds import Device
from backend.sites.service import Position
from backend.statistics import figures
from passport.sample.companies import Businesses
from passport.sample.people import Worker
from passport.sample.plan import Plan
from passport.sample.shares import Shares
from passport.sample.sites import Lane, Places, Site, pick_lane
from passport.sample.travel import site_prefectures
from passport.sample.workdays import days_of, weight

STEADY = 0.8
FULL_MONTH, FEW_DAYS = 0.88, 0.2
FOREMAN = {1: 0.025, 2: 0.05, 3: 0.30, 4: 0.55}
SQUAD_LEADER = {1: 0.03, 2: 0.15, 3: 0.20, 4: 0.15}
TIERS = (0.0, 0.45, 0.40, 0.12, 0.03)
SITES_OF_A_CREW = 0.85
SECOND_SITE = 0.03
BOTH_SITES = 0.4
"""On so many of their days, people with two sites visit both."""
SECOND_TRADE_USED = 0.3
NIGHT = 0.025
NIGHT_BY_MAJOR = {19: 0.3, 20: 0.3, 21: 0.3, 32: 0.5}
_FEBRUARY = date(2024, 2, 1)


class Place(NamedTuple):
    """A worker's place at a site: the assignment, and how the site records."""

    assignment_id: int
    site_id: int
    trade: int
    position: Position
    evidence: int
    device: Device
    entry_only: bool


class Assignment(NamedTuple):
    """A line of a worker list (施工体制登録); `worker` is the place in the list of workers."""

    worker: int
    id: int
    site_id: int
    company_id: int
    first_tier_company_id: int | None
    tier: int
    position: Position
    trade: int
    first_on: date
    last_on: date
    registered_at: datetime


class Stint(NamedTuple):
    """A worker's month: how often on an ordinary weekday, by night or day, at which place or two."""

    worker: int
    rate: float
    night: bool
    place: Place
    second: Place | None


class _Habit(NamedTuple):
    steady: float
    sometimes: float
    full_share: float
    few: float


class _Person(NamedTuple):
    home: Shares
    employer: int
    steady: bool
    sometimes: float
    rate: float
    night: bool
    two_sites: bool
    position: Position


class Stints:
    """Draws the months in their order; `fresh` has the assignments that each month made."""

    def __init__(
        self, plan: Plan, workers: list[Worker], businesses: Businesses, places: Places, first_id: int
    ) -> None:
        """Draw what stays with a person."""
        self.months = plan.month_list
        self.workers = workers
        self.lanes = places.lanes
        self.sites = {site.id: site for site in places.sites}
        self.rng = plan.stream("stints")
        self.people = [_person(self.rng, w, e) for w, e in zip(workers, businesses.employer_of, strict=True)]
        self.fresh: list[Assignment] = []
        self._next_id = first_id
        self._crew: dict[tuple[int, int], Lane] = {}
        self._own: dict[int, Lane] = {}
        self._places: dict[tuple[int, int], Place] = {}
        self._tiers: dict[tuple[int, int], int] = {}
        self._first_tiers: dict[int, list[int]] = {}

    @property
    def last_id(self) -> int:
        """Tell the last assignment's id."""
        return self._next_id - 1

    def month(self, index: int) -> list[Stint]:
        """Draw who works in the index-th month."""
        self.fresh = []
        month = self.months[index]
        chance = self.rng.random
        return [
            self._stint(index, k, person)
            for k, person in enumerate(self.people)
            if (person.steady or chance() < person.sometimes) and self.workers[k].registered_on <= month
        ]

    def _stint(self, index: int, k: int, person: _Person) -> Stint:
        lane = self._lane(index, k, person)
        place = self._place(index, k, person, lane)
        second = None
        if person.two_sites:
            other = pick_lane(self.rng, self.lanes[lane.prefecture - 1])
            second = self._place(index, k, person, other) if other is not lane else None
        return Stint(k, person.rate, person.night, place, second)

    def _lane(self, index: int, k: int, person: _Person) -> Lane:
        """Stay where one was while the site lasts; then go where the company goes, or elsewhere."""
        lane = self._own.get(k)
        if lane is not None and index and lane.site_of_month[index] == lane.site_of_month[index - 1]:
            return lane
        prefecture = person.home.draw(self.rng)
        if self.rng.random() < SITES_OF_A_CREW:
            lane = self._crew_lane(index, person.employer, prefecture)
        else:
            lane = pick_lane(self.rng, self.lanes[prefecture])
        self._own[k] = lane
        return lane

    def _crew_lane(self, index: int, company_id: int, prefecture: int) -> Lane:
        """Send a company's people to one site, until it ends."""
        lane = self._crew.get((company_id, prefecture))
        if lane is None or not index or lane.site_of_month[index] != lane.site_of_month[index - 1]:
            lane = pick_lane(self.rng, self.lanes[prefecture])
            self._crew[company_id, prefecture] = lane
        return lane

    def _place(self, index: int, k: int, person: _Person, lane: Lane) -> Place:
        site = self.sites[lane.site_of_month[index]]
        place = self._places.get((k, site.id))
        if place is None:
            trade = self._trade(self.workers[k])
            place = Place(self._next_id, site.id, trade, person.position, lane.evidence, lane.device, lane.entry_only)
            self._places[k, site.id] = place
            self.fresh.append(self._assignment(index, k, person, site, place))
            self._next_id += 1
        return place

    def _trade(self, worker: Worker) -> int:
        second = worker.second_trade and self.rng.random() < SECOND_TRADE_USED
        return worker.second_trade if second else worker.trade

    def _assignment(self, index: int, k: int, person: _Person, site: Site, place: Place) -> Assignment:
        first_on = max(site.first_on, self.months[index] - timedelta(days=self.rng.randint(0, 6)))
        tier = self._tier(site, person.employer)
        return Assignment(
            k,
            place.assignment_id,
            site.id,
            person.employer,
            self._first_tier(site, person.employer, tier),
            tier,
            place.position,
            place.trade,
            first_on,
            site.last_on,
            datetime.combine(first_on - timedelta(days=1), time(2), UTC),
        )

    def _tier(self, site: Site, company_id: int) -> int:
        if company_id == site.prime_company_id:
            return 0
        if (site.id, company_id) not in self._tiers:
            tier = _TIERS.draw(self.rng) if self._first_tiers.get(site.id) else 1
            self._tiers[site.id, company_id] = tier
            if tier == 1:
                self._first_tiers.setdefault(site.id, []).append(company_id)
        return self._tiers[site.id, company_id]

    def _first_tier(self, site: Site, company_id: int, tier: int) -> int | None:
        if tier == 0:
            return None
        firsts = self._first_tiers[site.id]
        return company_id if tier == 1 else firsts[company_id % len(firsts)]


_TIERS = Shares(TIERS)


def _person(rng: Random, worker: Worker, employer: int) -> _Person:
    major = worker.trade // 100
    habit = _habits()[major]
    rate = FULL_MONTH if rng.random() < habit.full_share else habit.few
    night = NIGHT_BY_MAJOR.get(major, NIGHT)
    draw = rng.random()
    foreman = FOREMAN[worker.level]
    leader = foreman + SQUAD_LEADER[worker.level]
    position = Position.FOREMAN if draw < foreman else Position.SQUAD_LEADER if draw < leader else Position.WORKER
    return _Person(
        site_prefectures()[worker.prefecture - 1],
        employer,
        rng.random() < habit.steady,
        habit.sometimes,
        rate,
        rng.random() < night,
        rng.random() < SECOND_SITE,
        position,
    )


@cache
def _habits() -> dict[int, _Habit]:
    """Tell, by major, who has records in a month and how often such a person works."""
    days = [weight(day) for day in days_of(_FEBRUARY, date(2024, 2, 29))]
    habits: dict[int, _Habit] = {}
    for row in figures.trades().row:
        share = row.active / row.registered
        steady = STEADY * share
        mean = row.records / row.active / (1 + SECOND_SITE * BOTH_SITES)
        full, few = expected_days(FULL_MONTH, days), expected_days(FEW_DAYS, days)
        part = min(1.0, max(0.0, (mean - few) / (full - few)))
        rate = FEW_DAYS if part else rate_for(mean, days)
        habits[row.major] = _Habit(steady, (share - steady) / (1 - steady), part, rate)
    return habits


def expected_days(rate: float, weights: Sequence[float]) -> float:
    """Tell the days of a month that a rate gives, at least one."""
    none = 1.0
    for value in weights:
        none *= 1 - rate * value
    return rate * sum(weights) + none


def rate_for(mean: float, weights: Sequence[float]) -> float:
    """Find the rate that gives a mean number of days, by halving."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if expected_days(middle, weights) < mean else (low, middle)
    return low
