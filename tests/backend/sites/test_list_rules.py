"""Which version of a line speaks on a day, and whether a new one can stand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.sites import list_rules
from backend.sites.list_rules import Employed, Known, ListRefusal, Version
from backend.sites.rules import Days

SITE = Days(date(2026, 4, 1), date(2026, 12, 31))
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
FOR_GOOD = [Employed(date(2020, 1, 1), None)]


def version(id_: int, first_on: date, last_on: date, company: int = 1, **changes: int) -> Version:
    made = Version(id_, company, company, 1, 0, 1001, "", "", "", 0, first_on, last_on)
    return made._replace(**changes)  # type: ignore[arg-type]  # only whole numbers are changed here


def holding(versions: list[Version], day: date) -> list[int]:
    return [one.version.id for one in list_rules.stretches(versions) if one.days.first_on <= day <= one.days.last_on]


def test_a_new_version_speaks_from_its_first_day_and_the_old_one_before() -> None:
    versions = [version(1, MAY, SITE.last_on), version(2, JUNE, SITE.last_on, position=2)]
    assert holding(versions, JUNE - timedelta(days=1)) == [1]
    assert holding(versions, JUNE) == [2]


def test_a_version_that_ends_ends_the_line_after_its_last_day() -> None:
    versions = [version(1, MAY, SITE.last_on), version(2, MAY, JUNE)]
    assert holding(versions, JUNE) == [2]
    assert holding(versions, JUNE + timedelta(days=1)) == []


def test_a_version_touches_no_other_companys_line() -> None:
    versions = [version(1, JUNE, SITE.last_on, company=2), version(2, MAY, JUNE - timedelta(days=1))]
    assert holding(versions, MAY) == [2]
    assert holding(versions, JULY) == [1]


def test_taking_off_before_the_first_day_makes_a_line_that_never_was() -> None:
    versions = [version(1, JUNE, SITE.last_on)]
    gone = list_rules.take_off(1, MAY, versions)
    assert gone is not None
    assert list_rules.stretches([*versions, gone._replace(id=2)]) == []


def test_taking_off_what_has_ended_changes_nothing() -> None:
    versions = [version(1, MAY, JUNE)]
    assert list_rules.take_off(1, JUNE, versions) is None
    assert list_rules.take_off(2, MAY, versions) is None


def test_taking_off_also_ends_what_was_to_come() -> None:
    versions = [version(1, MAY, SITE.last_on), version(2, JULY, SITE.last_on, position=2)]
    gone = list_rules.take_off(1, JUNE, versions)
    assert gone is not None
    assert holding([*versions, gone._replace(id=3)], JUNE) == [3]
    assert holding([*versions, gone._replace(id=3)], JULY) == []


@pytest.mark.parametrize(
    ("first_on", "last_on", "employed", "refusal"),
    [
        (JULY, MAY, FOR_GOOD, ListRefusal.DAYS_WRONG),
        (date(1, 1, 1), date(9999, 12, 31), FOR_GOOD, ListRefusal.DAYS_WRONG),
        (date(2026, 3, 31), JULY, FOR_GOOD, ListRefusal.OUTSIDE_SITE),
        (MAY, date(2027, 1, 1), FOR_GOOD, ListRefusal.OUTSIDE_SITE),
        (MAY, JULY, [], ListRefusal.NOT_EMPLOYED),
        (MAY, JULY, [Employed(JUNE, None)], ListRefusal.NOT_EMPLOYED),
        (MAY, JULY, [Employed(date(2020, 1, 1), JUNE)], ListRefusal.NOT_EMPLOYED),
        (MAY, JULY, [Employed(MAY, JULY)], None),
        (SITE.first_on, SITE.last_on, FOR_GOOD, None),
    ],
)
def test_a_line_needs_right_days_within_the_site_and_an_employment_on_all_of_them(
    first_on: date, last_on: date, employed: list[Employed], refusal: ListRefusal | None
) -> None:
    assert list_rules.judge_line(Days(first_on, last_on), 1, Known(employed, []), SITE) is refusal


@pytest.mark.parametrize(("first_on", "refusal"), [(JUNE, ListRefusal.IN_OTHER_TIER), (JUNE + timedelta(days=1), None)])
def test_a_worker_stands_in_one_company_at_a_time(first_on: date, refusal: ListRefusal | None) -> None:
    known = Known(FOR_GOOD, [version(1, MAY, JUNE, company=2)])
    assert list_rules.judge_line(Days(first_on, JULY), 1, known, SITE) is refusal


def test_the_same_line_is_known_again_and_another_is_not() -> None:
    kept = [version(1, MAY, JULY)]
    assert list_rules.says_the_same(version(0, MAY, JULY), kept)
    assert not list_rules.says_the_same(version(0, MAY, JUNE), kept)
    assert not list_rules.says_the_same(version(0, MAY, JULY, position=2), kept)


days = st.dates(date(2026, 4, 1), date(2026, 4, 30))
drawn = st.lists(st.tuples(st.integers(1, 3), days, days), max_size=8)


@given(drawn)
def test_stretches_are_what_asking_day_by_day_gives(rows: list[tuple[int, date, date]]) -> None:
    versions = [version(place, first, last, company) for place, (company, first, last) in enumerate(rows)]
    for step in range(30):
        day = date(2026, 4, 1) + timedelta(days=step)
        expected = set()
        for company in (1, 2, 3):
            begun = [one for one in versions if one.company_id == company and one.first_on <= day]
            if begun and max(begun).last_on >= day:
                expected.add(max(begun).id)
        assert set(holding(versions, day)) == expected
