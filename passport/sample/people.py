"""Workers: where they live, what they do, how old they are, their level and their card.

From the figures: prefecture, main trade (major), age class, share of sole workers, year of registration; and the
levels, of which each share is exact in every country.
Assumed: levels 2, 3 and 4 are held from 20, 25 and 30 years of age; a minor is known for six in ten of the workers
whose major has known minors; one in eight has a second trade; one card in a hundred was lost and replaced.
"""

from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple
from uuid import UUID

from backend.kit.numbers import NumberKind, make_number
from backend.statistics import figures
from backend.workers import trades
from passport.sample.names import draw_name
from passport.sample.plan import Plan, day_between
from passport.sample.shares import Shares

MINOR_KNOWN = 0.6
SECOND_TRADE = 0.125
CARD_REPLACED = 0.01
OLDEST = 79
AGE_OF_LEVEL = {1: 15, 2: 20, 3: 25, 4: 30}
AGES = range(AGE_OF_LEVEL[1], OLDEST + 1)
SCHOOL_ENDS = timedelta(days=15 * 366)


class Card(NamedTuple):
    """A card, given to a worker."""

    serial: str
    issued_on: date
    expires_on: date
    revoked_on: date | None = None


class Worker(NamedTuple):
    """A drawn worker.  `trade` and `second_trade` are 100 x major + minor; 0 means none."""

    id: UUID
    number: str
    name: str
    kana: str
    latin: str | None
    birth_date: date
    prefecture: int
    level: int
    trade: int
    second_trade: int
    registered_on: date
    sole: bool
    cards: tuple[Card, ...]


def draw_workers(plan: Plan, first_number: int) -> list[Worker]:
    """Draw all workers, in the order of their ids."""
    rng = plan.stream("people")
    drawing = _Drawing(plan)
    ids = sorted(UUID(int=rng.getrandbits(128), version=4) for _ in range(plan.workers))
    levels = _levels(plan.workers)
    rng.shuffle(levels)
    return [
        drawing.worker(rng, worker_id, first_number + k, level)
        for k, (worker_id, level) in enumerate(zip(ids, levels, strict=True))
    ]


class _Drawing:
    def __init__(self, plan: Plan) -> None:
        self.until = plan.until
        self.seed = plan.seed
        self.prefectures = Shares(row.workers for row in figures.prefectures().row)
        self.majors = Shares(row.registered for row in figures.trades().row)
        self.years = Shares(row.workers for row in figures.years().row)
        self.ages = {level: Shares(_age_weights(level)) for level in AGE_OF_LEVEL}
        total = {row.code: row.count for row in figures.registers().row}
        self.sole_share = total["sole_workers"] / total["workers"]

    def worker(self, rng: Random, worker_id: UUID, number: int, level: int) -> Worker:
        age = AGES[self.ages[level].draw(rng)]
        birth_date = birthday(self.until, self.until.year - age) - timedelta(days=rng.randint(0, 364))
        registered_on = self._registered_on(rng, birth_date)
        name = draw_name(rng)
        trade = draw_trade(rng, self.majors.draw(rng) + 1)
        second = draw_trade(rng, self.majors.draw(rng) + 1) if rng.random() < SECOND_TRADE else 0
        return Worker(
            worker_id,
            make_number(NumberKind.WORKER, number),
            name.shown,
            name.kana,
            name.latin,
            birth_date,
            self.prefectures.draw(rng) + 1,
            level,
            trade,
            second if second != trade else 0,
            registered_on,
            rng.random() < self.sole_share,
            self._cards(rng, number, birth_date, registered_on),
        )

    def _registered_on(self, rng: Random, birth_date: date) -> date:
        year = figures.years().row[self.years.draw(rng)].fiscal_year
        first = max(date(year, 4, 1), date(2019, 1, 15))
        drawn = day_between(rng, first, min(date(year + 1, 3, 31), figures.years().valid_on))
        return min(max(drawn, birth_date + SCHOOL_ENDS), self.until)

    def _cards(self, rng: Random, number: int, birth_date: date, registered_on: date) -> tuple[Card, ...]:
        card = Card(serial(self.seed, 2 * number), registered_on, card_expiry(registered_on, birth_date))
        if rng.random() >= CARD_REPLACED:
            return (card,)
        lost_on = day_between(rng, registered_on, self.until)
        again = Card(serial(self.seed, 2 * number + 1), lost_on, card_expiry(lost_on, birth_date))
        return (card._replace(revoked_on=lost_on), again)


def serial(seed: int, n: int) -> str:
    """Make the n-th card's serial: 16 hexadecimal digits beginning with FE, none twice in a country."""
    return f"FE{(n * 0x9E3779B97F4A7C15 + seed) % (1 << 56):014X}"


def card_expiry(issued_on: date, birth_date: date) -> date:
    """Tell when a card ends: the first birthday after nine years, or after fourteen from the age of 60.

    Source: https://shibahara-office.com/columns/ccusriyouryou (one page, not official).
    """
    senior = 60
    years = 14 if birthday(birth_date, birth_date.year + senior) <= issued_on else 9
    after = birthday(issued_on, issued_on.year + years)
    this_year = birthday(birth_date, after.year)
    return this_year if this_year > after else birthday(birth_date, after.year + 1)


def birthday(day: date, year: int) -> date:
    """Move a day to another year; the 29th of February becomes the 28th."""
    leap_day = (2, 29)
    return date(year, 2, 28) if (day.month, day.day) == leap_day else day.replace(year=year)


def draw_trade(rng: Random, major: int) -> int:
    """Draw a known minor of a major, or the major alone."""
    known = _minors()[major]
    if known and rng.random() < MINOR_KNOWN:
        return known[int(rng.random() * len(known))]
    return 100 * major


def _levels(workers: int) -> list[int]:
    """Give so many levels, each as often as its printed share says: whole ones first, then the largest remainders."""
    rows = figures.levels().row
    everybody = sum(row.workers for row in rows)
    shares = {row.level: row.workers * workers / everybody for row in rows}
    counts = {level: int(share) for level, share in shares.items()}
    for level in sorted(shares, key=lambda one: counts[one] - shares[one])[: workers - sum(counts.values())]:
        counts[level] += 1
    return [level for level, count in counts.items() for _ in range(count)]


def _age_weights(level: int) -> list[float]:
    """Give the weights of the ages at a level, so that over all levels the printed shares of the ages come out.

    Whoever is old enough for a level holds it with the same chance at every age.
    """
    people = [_people_of(age) for age in AGES]
    rows = figures.levels().row
    everybody = sum(row.workers for row in rows)
    chance = {
        row.level: row.workers / everybody * sum(people) / sum(people[AGE_OF_LEVEL[row.level] - AGES[0] :])
        for row in rows[1:]
    }
    if level in chance:
        return [n if age >= AGE_OF_LEVEL[level] else 0.0 for n, age in zip(people, AGES, strict=True)]
    return [
        n * (1 - sum(of for higher, of in chance.items() if age >= AGE_OF_LEVEL[higher]))
        for n, age in zip(people, AGES, strict=True)
    ]


def _people_of(age: int) -> float:
    row = next(row for row in figures.ages().row if row.youngest <= age <= (row.oldest or OLDEST))
    return row.workers / ((row.oldest or OLDEST) - row.youngest + 1)


@cache
def _minors() -> dict[int, list[int]]:
    minors: dict[int, list[int]] = defaultdict(list)
    for trade in trades.all_trades():
        if trade.number % 100:
            minors[trade.major].append(trade.number)
    return minors
