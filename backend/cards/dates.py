"""Until when a card is valid, and when its holder is told (有効期限).  Pure; the numbers are in `facts.toml`."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec

MONTHS_A_YEAR = 12


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The numbers, with where they are from."""

    valid_from: date
    confidence: str
    source: tuple[str, ...]
    years: int
    years_from_60: int
    years_without_identity: int
    years_without_identity_elsewhere: int
    older_from: int
    notices_months: tuple[int, ...]
    old_card_days: int


@cache
def facts() -> Facts:
    """Read the facts once."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("facts.toml").read_text("utf-8")), Facts)


def expires_on(birth: date, ordered_on: date, issued_on: date, facts: Facts, *, identified: bool = True) -> date:
    """Tell the last day of a card: a birthday.

    >>> expires_on(date(1990, 5, 1), date(2026, 11, 1), date(2026, 11, 26), facts())
    datetime.date(2036, 5, 1)
    """
    if not identified:
        years = facts.years_without_identity
    else:
        years = facts.years_from_60 if age(birth, ordered_on) >= facts.older_from else facts.years
    after = _on(issued_on.year + years, issued_on)
    birthday = _on(after.year, birth)
    return birthday if birthday >= after else _on(after.year + 1, birth)


def age(birth: date, day: date) -> int:
    """Tell somebody's age on a day; who was born on 29 February has the birthday on the 28th in common years."""
    return day.year - birth.year - (day < _on(day.year, birth))


def notices_due(end: date, today: date, facts: Facts) -> list[int]:
    """Tell which notices are due by a day, as months before the end; nothing is told once it is over."""
    if today > end:
        return []
    return [months for months in facts.notices_months if today >= _months_before(end, months)]


def _on(year: int, day: date) -> date:
    """Give the same day in another year; 29 February is the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 - months, MONTHS_A_YEAR)
    first_after = date(year + (month + 1) // MONTHS_A_YEAR, (month + 1) % MONTHS_A_YEAR + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), first_after - timedelta(days=1))
