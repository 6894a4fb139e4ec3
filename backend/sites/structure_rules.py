"""施工体制: who stands below whom at a site, and which number a tier has.

Pure: no clock, no database, no network.  Source: docs/decisions/0018-sites-and-structure.md.

A tier is a place in a tree whose root is the prime contractor.  A company may stand in two places, never below itself.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class TierRefusal(StrEnum):
    """Why a company cannot stand there.  Each value is a code of refusals.toml."""

    SELF = "tier_self"
    COMPANY_OVER = "company_over"
    UPPER_MISSING = "upper_missing"
    LOOP = "tier_loop"
    TWICE = "tier_twice"


class Tier(NamedTuple):
    """A place in the structure that was asked for or accepted, and has not ended."""

    id: UUID
    upper_id: UUID | None
    """The place above; None below the prime contractor itself."""
    company_id: int
    upper_company_id: int
    first_tier_company_id: int
    tier: int
    accepted: bool


class Wanted(NamedTuple):
    """A company that is to stand below another; the upper's place where it has several."""

    company_id: int
    upper_company_id: int
    upper_id: UUID | None = None


class Place(NamedTuple):
    """Where it would stand."""

    upper_id: UUID | None
    first_tier_company_id: int
    tier: int


def judge_tier(wanted: Wanted, tiers: Sequence[Tier], prime_id: int, over: Collection[int]) -> Place | TierRefusal:
    """Tell where a company would stand, or why it cannot.

    Args:
        wanted: who below whom.
        tiers: every place of the site that is asked for or accepted.
        prime_id: the site's prime contractor.
        over: companies whose registration has ended.
    """
    if wanted.company_id == wanted.upper_company_id:
        return TierRefusal.SELF
    if wanted.company_id in over or wanted.upper_company_id in over:
        return TierRefusal.COMPANY_OVER
    upper = find_upper(wanted, tiers)
    if upper is None and (wanted.upper_company_id != prime_id or wanted.upper_id is not None):
        return TierRefusal.UPPER_MISSING
    if wanted.company_id in companies_above(wanted.upper_company_id, tiers, prime_id):
        return TierRefusal.LOOP
    if any(wanted[:2] == (tier.company_id, tier.upper_company_id) for tier in tiers):
        return TierRefusal.TWICE
    if upper is None:
        return Place(None, wanted.company_id, 1)
    return Place(upper.id, upper.first_tier_company_id, upper.tier + 1)


def find_upper(wanted: Wanted, tiers: Iterable[Tier]) -> Tier | None:
    """Find the accepted place of the upper company: the one that is named, or else the nearest to the prime."""
    return place_of(wanted.upper_company_id, tiers, wanted.upper_id)


def place_of(company_id: int, tiers: Iterable[Tier], tier_id: UUID | None = None) -> Tier | None:
    """Find where a company stands: in the place that is named, or else in the one nearest to the prime."""
    places = [
        tier
        for tier in tiers
        if tier.accepted and tier.company_id == company_id and (tier_id is None or tier.id == tier_id)
    ]
    return min(places, key=lambda tier: (tier.tier, tier.id), default=None)


def companies_above(company_id: int, tiers: Iterable[Tier], prime_id: int) -> set[int]:
    """Name every company on any way from one up to the prime contractor, with itself and the prime."""
    uppers: dict[int, set[int]] = {}
    for tier in tiers:
        uppers.setdefault(tier.company_id, set()).add(tier.upper_company_id)
    found, to_see = {prime_id}, [company_id]
    while to_see:
        one = to_see.pop()
        if one not in found:
            found.add(one)
            to_see.extend(uppers.get(one, ()))
    return found


def falling(ended: Collection[UUID], tiers: Iterable[Tier]) -> set[UUID]:
    """Name every place that ends when some do: these, and all below them."""
    below: dict[UUID | None, list[UUID]] = {}
    for tier in tiers:
        below.setdefault(tier.upper_id, []).append(tier.id)
    found: set[UUID] = set()
    to_see = list(ended)
    while to_see:
        one = to_see.pop()
        if one not in found:
            found.add(one)
            to_see.extend(below.get(one, ()))
    return found
