"""What a site may be: its days, its kind, its places, and who runs it in the prime's place.  Pure."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

YEARS = range(2000, 2101)
"""What lies outside is nobody's day of work."""


class SiteKind(IntEnum):
    """What kind of place it is."""

    ORDINARY = 1
    REGIONAL_BUNDLE = 2
    TRAINING = 3


class SiteRefusal(StrEnum):
    """Why a site, a place or a delegation cannot be so.  Each value is a code of refusals.toml."""

    DAYS_WRONG = "days_wrong"
    AREA_MISSING = "bundle_area_missing"
    TO_ITSELF = "delegation_self"
    DELEGATED = "delegation_held"


class Days(NamedTuple):
    """From a day to a day, both included."""

    first_on: date
    last_on: date


def days_fit(days: Days) -> bool:
    """Tell whether days can be those of a site: the last not before the first, and in years that can be meant."""
    return days.first_on <= days.last_on and days.first_on.year in YEARS and days.last_on.year in YEARS


def overlap(one: Days, other: Days) -> bool:
    """Tell whether two stretches have a day in common."""
    return one.first_on <= other.last_on and other.first_on <= one.last_on


def judge_site(kind: SiteKind, days: Days, area: str | None) -> SiteRefusal | None:
    """Say what is wrong with a site; a regional bundle has an area in place of an address."""
    if not days_fit(days):
        return SiteRefusal.DAYS_WRONG
    if kind is SiteKind.REGIONAL_BUNDLE and not area:
        return SiteRefusal.AREA_MISSING
    return None


def judge_delegation(days: Days, held: Iterable[Days], *, to_prime: bool, today: date) -> SiteRefusal | None:
    """Say why a site cannot be handed to a company for some days."""
    if to_prime:
        return SiteRefusal.TO_ITSELF
    if not days_fit(days) or days.last_on < today:
        return SiteRefusal.DAYS_WRONG
    return SiteRefusal.DELEGATED if any(overlap(days, other) for other in held) else None
