from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.cards import dates
from backend.cards.dates import facts

BIRTHS = st.dates(date(1930, 1, 1), date(2010, 12, 31))
ISSUED = st.dates(date(2018, 4, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("birth", "ordered", "issued", "identified", "end"),
    [
        (date(1990, 5, 1), date(2026, 11, 1), date(2026, 11, 26), True, date(2036, 5, 1)),
        (date(1990, 12, 1), date(2026, 11, 1), date(2026, 11, 26), True, date(2035, 12, 1)),
        (date(1990, 11, 26), date(2026, 11, 1), date(2026, 11, 26), True, date(2035, 11, 26)),
        (date(1966, 11, 25), date(2026, 11, 25), date(2026, 12, 1), True, date(2041, 11, 25)),
        (date(1966, 11, 26), date(2026, 11, 25), date(2026, 12, 1), True, date(2036, 11, 26)),
        (date(1990, 5, 1), date(2026, 11, 1), date(2026, 11, 26), False, date(2029, 5, 1)),
        (date(1992, 2, 29), date(2026, 1, 5), date(2026, 1, 10), True, date(2035, 2, 28)),
        (date(1992, 2, 29), date(2027, 1, 5), date(2027, 1, 10), True, date(2036, 2, 29)),
        (date(1990, 2, 28), date(2024, 2, 29), date(2024, 2, 29), True, date(2033, 2, 28)),
    ],
)
def test_a_card_ends_on_a_birthday(birth: date, ordered: date, issued: date, identified: bool, end: date) -> None:
    assert dates.expires_on(birth, ordered, issued, facts(), identified=identified) == end


@given(BIRTHS, ISSUED, st.booleans())
def test_every_end_is_a_birthday_within_a_year_after_the_years_have_passed(
    birth: date, issued: date, identified: bool
) -> None:
    end = dates.expires_on(birth, issued, issued, facts(), identified=identified)
    older = dates.age(birth, issued) >= 60
    years = 2 if not identified else 14 if older else 9
    assert (end.month, end.day) in {
        (birth.month, birth.day),
        (2, 28) if (birth.month, birth.day) == (2, 29) else (0, 0),
    }
    assert years * 365 <= (end - issued).days <= (years + 1) * 366


@given(BIRTHS, ISSUED)
def test_issued_later_it_never_ends_sooner(birth: date, issued: date) -> None:
    later = issued + timedelta(days=1)
    assert dates.expires_on(birth, issued, issued, facts()) <= dates.expires_on(birth, later, later, facts())


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 2, 27), []),
        (date(2026, 2, 28), [6]),
        (date(2026, 6, 30), [6, 2]),
        (date(2026, 7, 31), [6, 2, 1]),
        (date(2026, 8, 31), [6, 2, 1]),
        (date(2026, 9, 1), []),
    ],
)
def test_notices_of_a_card_that_ends_on_the_last_of_august(today: date, due: list[int]) -> None:
    assert dates.notices_due(date(2026, 8, 31), today, facts()) == due


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2004, 2, 29), date(2026, 2, 27), 21),
        (date(2004, 2, 29), date(2026, 2, 28), 22),
        (date(2004, 2, 29), date(2024, 2, 28), 19),
    ],
)
def test_age_counts_birthdays(birth: date, day: date, age: int) -> None:
    assert dates.age(birth, day) == age
