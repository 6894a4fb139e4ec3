"""Sites and their readers.

In each prefecture some places of work run side by side; when one is finished another opens in its stead (`Lane`).
From the figures: records by prefecture, records by turnover of the prime, the three ways in, and, through
`MEAN_MONTHS`, new sites a month for each worker with records (about 5,000 for 396,000).
Assumed: twelve people of the register on a site in a month; large and small sites (`STEEPNESS`); what is presented
to which device; one site in seven takes entries only.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from backend.devices.kinds import Device
from backend.history.evidence import Evidence, Presented, SeenBy, pack
from backend.kit.clock import add_months
from backend.kit.numbers import NumberKind, make_number
from backend.sites.service import SiteKind
from backend.statistics import figures
from passport.sample.companies import Businesses
from passport.sample.plan import Plan
from passport.sample.shares import Shares

CREW_ON_SITE = 12
MEAN_MONTHS = 6.5
STEEPNESS = 1.6
ENTRY_ONLY = 0.15
_BY_READER = (
    (0.60, Presented.SECURE_CARD, Device.READER),
    (0.15, Presented.SECURE_CARD, Device.LOGGING_READER),
    (0.25, Presented.OPEN_CARD, Device.READER),
)
_BY_VENDOR = (
    (0.55, Presented.OPEN_CARD, Device.VENDOR),
    (0.30, Presented.FACE, Device.VENDOR),
    (0.15, Presented.ROTATING_QR, Device.VENDOR),
)


class Site(NamedTuple):
    """A row of site, its columns in the order of the table."""

    id: int
    number: str
    name: str
    kind: int
    prime_company_id: int
    prefecture: int
    first_on: date
    last_on: date
    registered_at: datetime


class Lane(NamedTuple):
    """Places of work that follow each other; `site_of_month` has one for each month of the plan."""

    prefecture: int
    evidence: int
    device: Device
    entry_only: bool
    site_of_month: tuple[int, ...]


class Places(NamedTuple):
    """All sites by id from the first, and the lanes of each prefecture, largest first."""

    sites: list[Site]
    lanes: list[list[Lane]]


def draw_places(plan: Plan, businesses: Businesses, first_id: int) -> Places:
    """Draw enough places for those who have records."""
    rng = plan.stream("sites")
    places = Places([], [])
    ways = _Ways()
    primes = Shares(row.fiscal_2023_annualised for row in figures.turnover().row)
    for row in figures.prefectures().row:
        count = lanes_in(plan.workers, row.records)
        lanes: list[Lane] = []
        for rank in range(count):
            evidence, device = ways.next(rng, row.records * lane_share(rank, count))
            months = _sites_of_lane(rng, plan, row.number, businesses.primes, primes, places.sites, first_id)
            lanes.append(Lane(row.number, evidence, device, rng.random() < ENTRY_ONLY, months))
        places.lanes.append(lanes)
    return places


def lanes_in(workers: int, records: int) -> int:
    """Tell how many sites are open in a prefecture at a time."""
    total = {row.code: row.count for row in figures.registers().row}
    active = workers * total["active_workers"] / total["workers"]
    return max(1, round(active * records / total["records_of_the_month"] / CREW_ON_SITE))


def lane_share(rank: int, count: int) -> float:
    """Tell a lane's part in its prefecture, as `pick_lane` makes it."""
    upto: float = ((rank + 1) / count) ** (1 / STEEPNESS)
    before: float = (rank / count) ** (1 / STEEPNESS)
    return upto - before


def pick_lane(rng: Random, lanes: Sequence[Lane]) -> Lane:
    """Draw a lane, the first ones more often."""
    return lanes[int(len(lanes) * rng.random() ** STEEPNESS)]


class _Ways:
    """Deals the ways in so that, by records, they come out as printed (direct input is drawn day by day)."""

    def __init__(self) -> None:
        share = {row.code: row.permille for row in figures.channels().row}
        reader = share["kenreko"] / (share["kenreko"] + share["certified_system"])
        self.parts = [(w * reader, p, d) for w, p, d in _BY_READER] + [
            (w * (1 - reader), p, d) for w, p, d in _BY_VENDOR
        ]
        self.dealt = [0.0] * len(self.parts)

    def next(self, rng: Random, size: float) -> tuple[int, Device]:
        total = sum(self.dealt) + size
        short = [weight * total - dealt for (weight, _, _), dealt in zip(self.parts, self.dealt, strict=True)]
        place = max(range(len(short)), key=lambda k: (short[k], rng.random()))
        self.dealt[place] += size
        _, presented, device = self.parts[place]
        return pack(Evidence(presented, device, SeenBy.NOBODY, place_known=True)), device


def registered_before(first_on: date) -> datetime:
    """Tell when a site was registered: ten days before it began."""
    return datetime.combine(first_on - timedelta(days=10), time(1), UTC)


def _sites_of_lane(
    rng: Random,
    plan: Plan,
    prefecture: int,
    primes: list[list[int]],
    turnover: Shares,
    sites: list[Site],
    first_id: int,
) -> tuple[int, ...]:
    months: list[int] = []
    first = add_months(plan.month_list[0], -int(rng.expovariate(1 / MEAN_MONTHS)))
    while len(months) < plan.months:
        length = 1 + int(rng.expovariate(1 / MEAN_MONTHS))
        after = add_months(first, length)
        group = primes[turnover.draw(rng)]
        worked = sum(first <= month < after for month in plan.month_list)
        if worked:
            sites.append(
                _site(rng, first_id + len(sites), prefecture, group[int(rng.random() * len(group))], first, after)
            )
            months += [sites[-1].id] * worked
        first = after
    return tuple(months)


def _site(rng: Random, site_id: int, prefecture: int, prime: int, first: date, after: date) -> Site:
    """Make a site that is worked on from the first of a month until before the first of another."""
    first_on = first - timedelta(days=int(rng.random() * 20))
    last_on = after + timedelta(days=int(rng.random() * 20))
    name = f"見本{figures.prefectures().row[prefecture - 1].ja}第{site_id}現場"
    number = make_number(NumberKind.SITE, site_id)
    return Site(
        site_id, number, name, SiteKind.ORDINARY, prime, prefecture, first_on, last_on, registered_before(first_on)
    )
