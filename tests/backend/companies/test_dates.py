from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.companies import dates
from backend.companies.classes import capital_class, capital_classes
from backend.companies.dates import Standing, facts

DAYS = st.dates(date(2018, 4, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("registered_on", "expires_on"),
    [
        (date(2018, 4, 1), date(2024, 3, 31)),
        (date(2019, 3, 31), date(2024, 3, 31)),
        (date(2019, 4, 1), date(2024, 4, 30)),
        (date(2025, 4, 15), date(2030, 4, 30)),
        (date(2023, 2, 28), date(2028, 2, 29)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2025, 12, 31), date(2030, 12, 31)),
        (date(2025, 11, 1), date(2030, 11, 30)),
    ],
)
def test_a_registration_is_valid_to_a_month_end_five_years_on(registered_on: date, expires_on: date) -> None:
    assert dates.expires_on(registered_on, facts()) == expires_on


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2023, 9, 30), Standing.VALID),
        (date(2023, 10, 1), Standing.RENEWABLE),
        (date(2024, 3, 31), Standing.RENEWABLE),
        (date(2024, 4, 1), Standing.ENDED),
    ],
)
def test_a_renewal_opens_six_months_before(today: date, standing: Standing) -> None:
    assert dates.standing(date(2024, 3, 31), today, facts()) is standing


@pytest.mark.parametrize("end", [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)])
def test_after_the_earthquake_three_month_ends_renew_until_the_end_of_june(end: date) -> None:
    relief = date(2024, 6, 30)
    assert dates.standing(end, date(2024, 6, 30), facts(), relief=relief) is Standing.RENEWABLE
    assert dates.standing(end, date(2024, 7, 1), facts(), relief=relief) is Standing.ENDED
    assert dates.renewed(end, facts()) == {1: date(2029, 1, 31), 2: date(2029, 2, 28), 3: date(2029, 3, 31)}[end.month]


@pytest.mark.parametrize(
    ("today", "applied", "due"),
    [
        (date(2023, 9, 30), False, []),
        (date(2023, 10, 1), False, [6]),
        (date(2024, 1, 31), False, [6]),
        (date(2024, 2, 1), False, [6, 2]),
        (date(2024, 3, 1), False, [6, 2, 1]),
        (date(2024, 3, 1), True, [6, 2]),
        (date(2024, 4, 1), False, []),
    ],
)
def test_notices_come_at_six_two_and_one_months(today: date, applied: bool, due: list[int]) -> None:
    assert dates.notices_due(date(2024, 3, 31), today, facts(), applied=applied) == due


@given(DAYS)
def test_every_end_is_the_last_day_of_a_month_and_renewing_keeps_it_so(registered_on: date) -> None:
    end = dates.expires_on(registered_on, facts())
    for last in (end, dates.renewed(end, facts())):
        assert (last + timedelta(days=1)).day == 1
    assert dates.renewed(end, facts()).year == end.year + 5
    assert dates.renewed(end, facts()).month == end.month


@given(DAYS, st.integers(-400, 400))
def test_standing_only_moves_forward(end: date, shift: int) -> None:
    order = list(Standing)
    today = end + timedelta(days=shift)
    assert order.index(dates.standing(end, today, facts())) <= order.index(
        dates.standing(end, today + timedelta(days=1), facts())
    )
    later = dates.standing(end, today, facts(), relief=end + timedelta(days=90))
    assert order.index(later) <= order.index(dates.standing(end, today, facts()))


def test_the_classes_of_capital_leave_no_gap() -> None:
    classes = capital_classes()
    assert [one.number for one in classes] == list(range(1, 12))
    assert [one.below_yen for one in classes[:-1]] == [one.least_yen for one in classes[1:]]
    assert (classes[0].least_yen, classes[-1].below_yen) == (0, None)
    assert capital_class(0) == 1
