"""A drawn country looks like the figures, and is the same each time."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from backend.cards.rules import canonical_serial
from backend.companies.classes import CompanyClass
from backend.devices.kinds import Device
from backend.history.evidence import Presented, unpack
from backend.history.rules import work_date
from backend.kit.clock import japan_date
from backend.kit.numbers import is_number
from backend.sites.service import Position
from backend.statistics import figures
from passport.sample import packing, workdays
from passport.sample.country import Country
from passport.sample.history import Career, Mask, SiteDay
from passport.sample.packing import WorkDay
from passport.sample.plan import Plan
from passport.sample.stints import Assignment
from passport.sample.totals import careers_of, masks_of, site_days_of

ROOT = Path(__file__).parents[3]
FEBRUARY = date(2024, 2, 1)
PLAN = Plan(20_000, 2, 7, date(2024, 2, 29))
SMALL = Plan(600, 4, 7, date(2026, 11, 18))


class Drawn(NamedTuple):
    country: Country
    assignments: list[Assignment]
    days: list[WorkDay]
    masks: list[Mask]
    site_days: list[SiteDay]
    careers: list[Career]


@cache
def drawn(plan: Plan) -> Drawn:
    country = Country(plan)
    assignments: list[Assignment] = []
    days: list[WorkDay] = []
    masks: list[Mask] = []
    site_days: list[SiteDay] = []
    for month in country.months():
        assignments += month.assignments
        days += packing.unpack(b"".join(month.drawing.rows()))
        masks += month.drawing.masks
        site_days += month.drawing.site_days()
    return Drawn(country, assignments, days, masks, site_days, list(country.history.careers()))


def assert_shares(drawn_values: Sequence[int], printed: Sequence[int], *, within: float) -> None:
    """Compare shares; `within` is absolute."""
    counted, total = Counter(drawn_values), sum(printed)
    for place, figure in enumerate(printed):
        assert counted[place] / len(drawn_values) == pytest.approx(figure / total, abs=within), place


def test_workers_live_work_and_age_as_printed() -> None:
    workers = drawn(PLAN).country.workers
    assert len(workers) == 20_000
    assert_shares([w.prefecture - 1 for w in workers], [r.workers for r in figures.prefectures().row], within=0.006)
    assert_shares([w.trade // 100 - 1 for w in workers], [r.registered for r in figures.trades().row], within=0.008)
    assert_shares([w.level - 1 for w in workers], [r.workers for r in figures.levels().row], within=0.001)
    classes = [min((age_on(w.birth_date, PLAN.until) - 15) // 5, 10) for w in workers]
    assert_shares(classes, [r.workers for r in figures.ages().row], within=0.008)


def age_on(birth_date: date, day: date) -> int:
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def test_nobody_holds_a_level_or_a_registration_too_young() -> None:
    workers = drawn(PLAN).country.workers
    assert min(age_on(w.birth_date, PLAN.until) for w in workers if w.level == 4) >= 30
    assert min(age_on(w.birth_date, PLAN.until) for w in workers) >= 15
    assert all(w.registered_on <= PLAN.until for w in workers)


def test_companies_are_spread_as_printed_and_sole_workers_are_counted_apart() -> None:
    country = drawn(PLAN).country
    companies = [c for c in country.businesses.companies if c.company_class is not CompanyClass.SOLE_WORKER]
    sole = len(country.businesses.companies) - len(companies)
    assert len(companies) == pytest.approx(20_000 * 170_989 / 1_382_876, rel=0.01)
    assert sole == pytest.approx(20_000 * 84_763 / 1_382_876, rel=0.08)
    assert_shares(
        [c.capital_class or 0 for c in companies], [r.registered for r in figures.company_classes().row], within=0.03
    )
    licensed = sum(c.licensed for c in companies) / len(companies)
    assert licensed == pytest.approx(134_145 / 170_989, abs=0.03)


def test_everybody_has_an_employer() -> None:
    country = drawn(PLAN).country
    company_ids = {company.id for company in country.businesses.companies}
    assert set(country.businesses.employer_of) <= company_ids
    main = Counter(e.worker for e in country.businesses.employments if e.main)
    assert len(main) == len(country.workers)
    assert set(main.values()) == {1}


def test_as_many_have_records_in_february_and_as_many_records_as_printed() -> None:
    days = [day for day in drawn(PLAN).days if day.work_date >= FEBRUARY]
    active = {day.worker_id for day in days}
    assert len(active) / 20_000 == pytest.approx(396_325 / 1_382_876, abs=0.012)
    assert len(days) / len(active) == pytest.approx(4_508_868 / 396_325, rel=0.03)


@pytest.mark.parametrize("major", [2, 6, 9, 10, 53])
def test_a_trade_has_its_own_share_and_mean(major: int) -> None:
    printed = figures.trades().row[major - 1]
    people = {w.id for w in drawn(PLAN).country.workers if w.trade // 100 == major}
    days = [day for day in drawn(PLAN).days if day.work_date >= FEBRUARY and day.worker_id in people]
    active = len({day.worker_id for day in days})
    assert active / len(people) == pytest.approx(printed.active / printed.registered, abs=0.06)
    assert len(days) / active == pytest.approx(printed.records / printed.active, rel=0.12)


def test_records_come_in_the_three_printed_ways() -> None:
    evidences = [unpack(day.evidence) for day in drawn(PLAN).days]
    claims = sum(e.presented is Presented.CLAIM for e in evidences) / len(evidences)
    vendors = sum(e.device is Device.VENDOR for e in evidences) / len(evidences)
    assert claims == pytest.approx(0.109, abs=0.005)
    assert vendors == pytest.approx(0.727, abs=0.04)


def test_sites_stand_where_the_records_are() -> None:
    country = drawn(PLAN).country
    prefecture_of = {site.id: site.prefecture for site in country.places.sites}
    at = Counter(prefecture_of[day.site_id] for day in drawn(PLAN).days)
    total = sum(at.values())
    for row in figures.prefectures().row:
        assert at[row.number] / total == pytest.approx(row.records / 4_508_868, abs=0.025), row.ja


def test_totals_kept_while_drawing_equal_totals_summed_up_afterwards() -> None:
    for plan in (PLAN, SMALL):
        result = drawn(plan)
        worked_as = {a.id: (a.trade, int(a.position)) for a in result.assignments}
        assert sorted(result.masks) == masks_of(result.days, worked_as)
        assert sorted(result.site_days) == site_days_of(result.days)
        assert sorted(result.careers) == careers_of(result.days)


def test_a_day_is_worked_by_somebody_on_the_list_of_an_open_site() -> None:
    result = drawn(SMALL)
    assignments = {a.id: a for a in result.assignments}
    sites = {site.id: site for site in result.country.places.sites}
    workers = {worker.id: place for place, worker in enumerate(result.country.workers)}
    for day in result.days:
        at = assignments[day.assignment_id]
        assert (at.worker, at.site_id) == (workers[day.worker_id], day.site_id)
        assert at.first_on <= day.work_date <= at.last_on
        assert sites[day.site_id].first_on <= day.work_date <= sites[day.site_id].last_on


def test_a_day_obeys_the_rules_of_time() -> None:
    for day in drawn(SMALL).days:
        assert work_date(day.entry_at) == day.work_date
        assert day.work_date <= SMALL.until
        assert day.exit_at is None or timedelta(0) < day.exit_at - day.entry_at <= timedelta(hours=16)
        assert day.entry_at <= day.acted_at <= day.received_at
        assert day.recognised_on == japan_date(day.received_at) <= SMALL.until


def test_nobody_is_at_one_site_twice_on_a_day() -> None:
    keys = [(day.worker_id, day.work_date, day.site_id) for day in drawn(SMALL).days]
    assert len(keys) == len(set(keys))


def test_there_are_two_sites_in_a_day_night_shifts_and_forgotten_exits() -> None:
    days = drawn(PLAN).days
    dates = {(day.worker_id, day.work_date) for day in days}
    assert 0.002 < 1 - len(dates) / len(days) < 0.03
    nights = sum(day.exit_at is not None and japan_date(day.exit_at) > day.work_date for day in days) / len(days)
    assert 0.01 < nights < 0.08
    assert 0.08 < sum(day.exit_at is None for day in days) / len(days) < 0.30


def test_sundays_and_new_year_are_quiet() -> None:
    per_day = Counter(day.work_date for day in drawn(SMALL).days)
    weekday = [n for day, n in per_day.items() if workdays.is_working(day)]
    sunday = [n for day, n in per_day.items() if day.weekday() == 6]
    assert sum(sunday) / max(1, len(sunday)) < 0.15 * sum(weekday) / len(weekday)


def test_tiers_begin_below_the_prime_and_name_a_first_tier() -> None:
    result = drawn(PLAN)
    tiers = Counter(a.tier for a in result.assignments)
    assert tiers[1] > tiers[2] > tiers[3] > tiers[4]
    assert all((a.first_tier_company_id is None) == (a.tier == 0) for a in result.assignments)
    assert all(a.first_tier_company_id == a.company_id for a in result.assignments if a.tier == 1)


def test_numbers_and_serials_are_right_and_nobodys_twice() -> None:
    country = drawn(SMALL).country
    numbers = [
        *(w.number for w in country.workers),
        *(c.number for c in country.businesses.companies),
        *(s.number for s in country.places.sites),
        *(r.number for r in country.readers),
    ]
    serials = [card.serial for worker in country.workers for card in worker.cards]
    assert all(is_number(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert all(canonical_serial(serial) == serial for serial in serials)
    assert len(set(serials)) == len(serials)


def test_everybody_is_called_a_sample() -> None:
    assert all(w.name.startswith(("見本", "MIHON")) for w in drawn(SMALL).country.workers)
    assert all(c.name.startswith(("見本", "MIHON")) for c in drawn(SMALL).country.businesses.companies)


def test_the_same_seed_draws_the_same_rows_and_another_seed_others() -> None:
    assert fingerprint(SMALL) == fingerprint(SMALL)
    assert fingerprint(SMALL) != fingerprint(Plan(SMALL.workers, SMALL.months, SMALL.seed + 1, SMALL.until))


def fingerprint(plan: Plan) -> str:
    return hashlib.sha256("\n".join(everything(plan)).encode()).hexdigest()


def everything(plan: Plan) -> Iterator[str]:
    country = Country(plan)
    yield from map(repr, (country.workers, country.businesses, country.places, country.readers))
    for month in country.months():
        yield repr(month.assignments)
        yield from (rows.hex() for rows in month.drawing.rows())
        yield repr((month.drawing.masks, list(month.drawing.site_days())))
    yield repr(list(country.history.careers()))


@pytest.mark.parametrize(
    ("workers", "months", "until"), [(0, 1, date(2026, 1, 1)), (1, 0, date(2026, 1, 1)), (1, 1, date(2020, 1, 1))]
)
def test_an_impossible_plan_is_refused(workers: int, months: int, until: date) -> None:
    with pytest.raises(ValueError, match=r"country"):
        Plan(workers, months, 1, until)


def test_the_smallest_country_can_be_drawn() -> None:
    result = drawn(Plan(1, 1, 3, date(2026, 3, 1)))
    assert len(result.country.workers) == 1


def test_packing_and_unpacking_give_the_same_days() -> None:
    days = drawn(SMALL).days[:500]
    assert list(packing.unpack(b"".join(map(packing.pack, days)))) == days


def test_records_belong_to_primes_of_the_printed_turnover_and_region() -> None:
    country = drawn(PLAN).country
    companies = {company.id: company for company in country.businesses.companies}
    prime_of = {site.id: companies[site.prime_company_id] for site in country.places.sites}
    primes = [prime_of[day.site_id] for day in drawn(PLAN).days]
    turnover = Counter(prime.turnover_class for prime in primes)
    printed = [row.fiscal_2023_annualised for row in figures.turnover().row]
    for place, records in enumerate(printed, 1):
        assert turnover[place] / len(primes) == pytest.approx(records / sum(printed), abs=0.05)
    seats = Counter(prime.prefecture for prime in primes)
    assert seats[13] / len(primes) == pytest.approx(0.72, abs=0.15)
    assert seats[27] / len(primes) == pytest.approx(0.15, abs=0.12)


def test_about_one_in_twenty_is_a_foreman() -> None:
    positions = Counter(a.position for a in drawn(PLAN).assignments)
    assert positions[Position.FOREMAN] / positions.total() == pytest.approx(0.05, abs=0.02)


def test_another_process_draws_the_same_country() -> None:
    program = (
        "from datetime import date; from passport.sample.plan import Plan; from passport.sample.country import Country;"
        "c = Country(Plan(300, 2, 5, date(2026, 3, 9)));"
        "print(*(rows.hex() for m in c.months() for rows in m.drawing.rows()), c.workers, c.businesses, c.places)"
    )
    drawings = [
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": s},
            cwd=ROOT,
        ).stdout
        for s in ("1", "2")
    ]
    assert drawings[0] == drawings[1]
