"""Companies, who works for whom, and the few that are prime contractors.

From the figures: companies and sole workers per worker, prefecture, capital class, licensed share, how many primes
have records, and (through the sites) records by turnover of the prime.
Assumed: the mean crew of each class (`CREW`); how many primes are how large (`PRIMES_BY_TURNOVER`); that the largest
are the companies with most capital and sit in Tokyo, some in Osaka (the printed regions then follow, as five sixths of
the records are theirs); that people of one trade work for one company; one worker in twenty had another employer.
"""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from backend.companies.classes import CompanyClass
from backend.kit.clock import add_months, month_of
from backend.kit.numbers import NumberKind, make_number
from backend.statistics import figures
from passport.sample.people import Worker
from passport.sample.plan import Plan, day_between
from passport.sample.shares import Shares

CREW = (3, 5, 7, 14, 30, 60, 150, 400)
PRIMES_BY_TURNOVER = (0.08, 0.08, 0.14, 0.15, 0.25, 0.30)
FEWEST_PRIMES = 12
PREVIOUS_EMPLOYER = 0.05
VALID_YEARS = 5
TOKYO, OSAKA = 13, 27
LARGEST_IN_OSAKA = 0.17
_SUFFIX = (
    ("建設", "ケンセツ"),
    ("工業", "コウギョウ"),
    ("組", "グミ"),
    ("工務店", "コウムテン"),
    ("興業", "コウギョウ"),
)


class Company(NamedTuple):
    """A row of company, its columns in the order of the table.

    `capital_class` 1 to 7 for corporations and `turnover_class` 1 (largest) to 6 for primes follow the order of the
    figures' tables.
    """

    id: int
    number: str
    name: str
    kana: str
    company_class: CompanyClass
    prefecture: int
    capital_class: int | None
    turnover_class: int | None
    licensed: bool
    registered_on: date
    expires_on: date


class Employment(NamedTuple):
    """A worker, by place in the list of workers, at a company."""

    worker: int
    company_id: int
    since: date
    until: date | None
    main: bool


class Businesses(NamedTuple):
    """All companies, all employments, each worker's present employer, and the primes by turnover class."""

    companies: list[Company]
    employments: list[Employment]
    employer_of: list[int]
    primes: list[list[int]]


def draw_businesses(plan: Plan, workers: list[Worker], first_id: int) -> Businesses:
    """Draw companies for all workers, and a company of his own for each sole worker."""
    rng = plan.stream("companies")
    companies = _draw_companies(rng, plan, workers, first_id)
    primes = _choose_primes(rng, companies, first_id)
    employer_of = _employ(rng, companies, workers)
    for place, worker in enumerate(workers):
        if worker.sole:
            companies.append(_own_company(rng, plan, worker, first_id + len(companies)))
            employer_of[place] = companies[-1].id
    employments = [
        e for place, at in enumerate(employer_of) for e in _employments(rng, companies, place, workers[place], at)
    ]
    return Businesses(companies, employments, employer_of, primes)


def expiry(registered_on: date, today: date) -> date:
    """Tell when a registration renewed in time ends: month ends, five years on and five again."""
    month = month_of(registered_on)
    while (end := add_months(month, 12 * VALID_YEARS + 1) - timedelta(days=1)) < today:
        month = add_months(month, 12 * VALID_YEARS)
    return end


def _draw_companies(rng: Random, plan: Plan, workers: list[Worker], first_id: int) -> list[Company]:
    total = {row.code: row.count for row in figures.registers().row}
    count = max(FEWEST_PRIMES * 2, round(plan.workers * total["companies"] / total["workers"]))
    by_prefecture = Shares(row.companies for row in figures.prefectures().row)
    drawn = [by_prefecture.draw(rng) + 1 for _ in range(count)]
    without = {worker.prefecture for worker in workers} - set(drawn)
    places = drawn + sorted(without)  # a small country may need one more company here and there
    classes = Shares(row.registered for row in figures.company_classes().row)
    return [_company(rng, plan, first_id + k, place, classes.draw(rng)) for k, place in enumerate(places)]


def _company(rng: Random, plan: Plan, company_id: int, prefecture: int, place: int) -> Company:
    row = figures.prefectures().row[prefecture - 1]
    suffix, kana = _SUFFIX[int(rng.random() * len(_SUFFIX))]
    registered_on = day_between(rng, date(2019, 1, 15), figures.prefectures().valid_on)
    return Company(
        company_id,
        make_number(NumberKind.COMPANY, company_id),
        f"見本{suffix}{company_id}",
        f"ミホン{kana}{company_id}",
        CompanyClass.CORPORATION if place else CompanyClass.INDIVIDUAL,
        prefecture,
        place or None,
        None,
        rng.random() < row.licensed_companies / row.companies,
        registered_on,
        expiry(registered_on, plan.until),
    )


def _own_company(rng: Random, plan: Plan, worker: Worker, company_id: int) -> Company:
    row = figures.prefectures().row[worker.prefecture - 1]
    licensed = row.licensed_and_registered - row.licensed_companies
    return Company(
        company_id,
        make_number(NumberKind.COMPANY, company_id),
        f"{worker.name}（一人親方）",
        worker.kana,
        CompanyClass.SOLE_WORKER,
        worker.prefecture,
        None,
        None,
        rng.random() < licensed / (row.companies_and_sole_workers - row.companies),
        worker.registered_on,
        expiry(worker.registered_on, plan.until),
    )


def _choose_primes(rng: Random, companies: list[Company], first_id: int) -> list[list[int]]:
    """Make large companies primes; those of the largest turnover sit in Tokyo, some in Osaka, where there are such."""
    total = {row.code: row.count for row in figures.registers().row}
    count = max(FEWEST_PRIMES, round(len(companies) * total["primes_with_records"] / total["companies"]))
    by_size = sorted(companies, key=lambda company: (company.capital_class or 0, rng.random()), reverse=True)
    ranked = _largest_primes(by_size, count)
    chosen = {company.id for company in ranked}
    ranked += [company for company in by_size if company.id not in chosen][: count - len(ranked)]
    primes: list[list[int]] = [[] for _ in PRIMES_BY_TURNOVER]
    for rank, company in enumerate(ranked):
        turnover = _turnover_class((rank + 0.5) / count)
        primes[turnover].append(company.id)
        companies[company.id - first_id] = company._replace(turnover_class=turnover + 1, licensed=True)
    return [group or [ranked[0].id] for group in primes]


def _largest_primes(by_size: list[Company], count: int) -> list[Company]:
    largest = sum(_turnover_class((rank + 0.5) / count) == 0 for rank in range(count))
    in_osaka = round(largest * LARGEST_IN_OSAKA)
    tokyo = [company for company in by_size if company.prefecture == TOKYO][: largest - in_osaka]
    osaka = [company for company in by_size if company.prefecture == OSAKA][:in_osaka]
    return tokyo + osaka


def _turnover_class(rank: float) -> int:
    for turnover, share in enumerate(PRIMES_BY_TURNOVER):
        rank -= share
        if rank < 0:
            return turnover
    return len(PRIMES_BY_TURNOVER) - 1


def _employ(rng: Random, companies: list[Company], workers: list[Worker]) -> list[int]:
    """Give each worker an employer in the same prefecture, people of one trade together."""
    employer_of = [0] * len(workers)
    at_home: dict[int, list[Company]] = {}
    for company in companies:
        at_home.setdefault(company.prefecture, []).append(company)
    for prefecture, employers in at_home.items():
        people = [k for k, worker in enumerate(workers) if worker.prefecture == prefecture and not worker.sole]
        people.sort(key=lambda k: (workers[k].trade // 100, rng.random()))
        sizes = [CREW[company.capital_class or 0] * rng.expovariate(1) for company in employers]
        each = len(people) / sum(sizes)
        end = 0.0
        for company, size in zip(employers, sizes, strict=True):
            start, end = end, end + size * each
            for k in people[round(start) : round(end)]:
                employer_of[k] = company.id
        for k in people[round(end) :]:
            employer_of[k] = employers[-1].id
    return employer_of


def _employments(
    rng: Random, companies: list[Company], place: int, worker: Worker, company_id: int
) -> list[Employment]:
    since = worker.registered_on
    now = Employment(place, company_id, since, None, main=True)
    before = companies[int(rng.random() * len(companies))]
    if rng.random() >= PREVIOUS_EMPLOYER or before.id == company_id or before.company_class is CompanyClass.SOLE_WORKER:
        return [now]
    left = since - timedelta(days=1)
    return [Employment(place, before.id, since - timedelta(days=rng.randint(200, 2000)), left, main=False), now]
