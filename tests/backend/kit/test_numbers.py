"""Our numbers find every wrong digit and every swap of neighbours."""

import time
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit import ids
from backend.kit.arrays import columns, literal
from backend.kit.clock import add_months
from backend.kit.numbers import NumberKind, check_digit, is_number, make_number
from backend.kit.partitions import MonthlyTable, bounds, first_id

numbers = st.builds(make_number, st.sampled_from(NumberKind), st.integers(1, 10**11 - 1))


def test_the_published_example_of_damm() -> None:
    assert check_digit("572") == "4"


@given(numbers)
def test_our_numbers_begin_with_nine_and_are_fourteen_digits(number: str) -> None:
    assert (number[0], len(number), is_number(number)) == ("9", 14, True)


@given(numbers, st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: str, place: int, by: int) -> None:
    wrong = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert not is_number(wrong)


@given(numbers, st.integers(0, 12))
def test_swapped_neighbours_are_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not is_number(swapped)


@pytest.mark.parametrize(
    "text", ["", "9", "9300000000001", "９３００００００００００１６", "93000000000016 ", "x" * 14]
)
def test_what_has_not_the_form_is_no_number(text: str) -> None:
    assert not is_number(text)


def test_event_ids_are_uuid7_of_this_moment_and_differ() -> None:
    made = ids.new_event_ids(1000)
    assert len(set(made)) == 1000
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {UUID(int=ids.new_event_id().int).variant}
    assert abs((made[0].int >> 80) - time.time_ns() // 1_000_000) < 1000


def test_an_event_of_a_month_lies_in_its_partition() -> None:
    month = datetime.now(UTC).date().replace(day=1)
    assert first_id(month) <= ids.new_event_id() < first_id(add_months(month, 1))
    assert bounds(MonthlyTable.WORK_DAY, date(2026, 12, 1)) == ("'2026-12-01'", "'2027-01-01'")


def test_columns_of_no_rows_are_empty_arrays() -> None:
    assert columns([], 2, texts={1}) == ["{}", ()]


def test_literals_are_what_postgresql_reads() -> None:
    assert literal([UUID(int=1), None]) == '{"00000000-0000-0000-0000-000000000001",null}'
