"""Until when a company is registered, when it can renew, and when it is told (事業者登録の有効期限).  Pure.

The numbers are in `facts.toml`, with their sources.
"""

import tomllib
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

ONE_DAY = timedelta(days=1)
MONTHS_A_YEAR = 12


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The numbers of the ministry and the operator."""

    valid_from: date
    confidence: str
    source: tuple[str, ...]
    validity_years: int
    first_cohort_from: date
    first_cohort_until: date
    """Whoever was registered from and until these days …"""
    first_cohort_expires_on: date
    """… is valid until this one."""
    renewal_opens_months: int
    notices_months: tuple[int, ...]
    """So many months before the end, most first; the last only to those who have not applied."""


class Standing(StrEnum):
    """Where a company stands on a day."""

    VALID = "valid"
    RENEWABLE = "renewable"
    ENDED = "ended"


@cache
def facts() -> Facts:
    """Read the facts once."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("facts.toml").read_text("utf-8")), Facts)


def expires_on(registered_on: date, facts: Facts) -> date:
    """Tell the last day of a first registration: the end of its month, five years on.

    >>> expires_on(date(2025, 4, 15), facts())
    datetime.date(2030, 4, 30)
    """
    if facts.first_cohort_from <= registered_on <= facts.first_cohort_until:
        return facts.first_cohort_expires_on
    return _month_end(registered_on, MONTHS_A_YEAR * facts.validity_years)


def renewed(old_end: date, facts: Facts) -> date:
    """Tell the new last day: always five years after the old one, however late the renewal came.

    >>> renewed(date(2024, 2, 29), facts())
    datetime.date(2029, 2, 28)
    """
    return _month_end(old_end, MONTHS_A_YEAR * facts.validity_years)


def opens_on(end: date, facts: Facts) -> date:
    """Tell the first day on which a renewal can be applied for.

    >>> opens_on(date(2024, 3, 31), facts())
    datetime.date(2023, 10, 1)
    """
    return _month_end(end, -facts.renewal_opens_months) + ONE_DAY


def standing(end: date, today: date, facts: Facts, *, relief: date | None = None) -> Standing:
    """Tell where a company stands; relief after a disaster lengthens the time to renew, and so the registration."""
    if today > max(end, relief or end):
        return Standing.ENDED
    return Standing.RENEWABLE if today >= opens_on(end, facts) else Standing.VALID


def notices_due(end: date, today: date, facts: Facts, *, applied: bool) -> list[int]:
    """Tell which notices are due by a day, as months before the end; nothing is told once it is over.

    >>> notices_due(date(2024, 3, 31), date(2024, 2, 1), facts(), applied=False)
    [6, 2]
    """
    if today > end:
        return []
    due = [months for months in facts.notices_months if today > _month_end(end, -months)]
    last = min(facts.notices_months)
    return [months for months in due if not (applied and months == last)]


def _month_end(day: date, months: int) -> date:
    """Give the last day of the month that many months on."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month + months, MONTHS_A_YEAR)
    return date(year, month + 1, 1) - ONE_DAY
