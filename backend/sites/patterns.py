"""施工体制のパターン: a list of tiers that a company uses again; applying one is asking for each."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from backend.kit import database
from backend.kit.errors import NotFoundError
from backend.sites import statements, structure
from backend.sites.structure import Ask, Asked


class PatternTier(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """One tier of a pattern: a company below another, by number; without an upper, below the prime contractor."""

    company: str
    upper: str | None = None
    work: str = ""


class Pattern(msgspec.Struct, frozen=True, rename="camel"):
    """A structure that a company keeps."""

    id: UUID
    name: str
    tiers: list[PatternTier]
    kept_at: datetime


async def keep(company_id: int, pattern: Pattern, by: UUID) -> None:
    """Keep a pattern under its id, or put another in its place.

    Raises:
        NotFoundError: another company has a pattern of this id.
    """
    tiers = msgspec.json.encode(pattern.tiers).decode()
    async with database.transaction() as db:
        kept = (pattern.id, company_id, pattern.name, tiers, pattern.kept_at, by)
        if await db.fetchval(statements.KEEP_PATTERN, *kept) is None:
            raise NotFoundError


async def list_patterns(company_id: int) -> Sequence[Pattern]:
    """List the patterns of a company."""
    rows = await database.fetch(statements.PATTERNS, company_id)
    return [Pattern(row["id"], row["name"], _tiers(row["tiers"]), row["kept_at"]) for row in rows]


async def drop(company_id: int, pattern_id: UUID) -> None:
    """Drop a pattern; structures made from it stay."""
    async with database.transaction() as db:
        await db.execute(statements.DROP_PATTERN, company_id, pattern_id)


async def apply(company_id: int, pattern_id: UUID, site_id: int, *, by: UUID, at: datetime) -> list[Asked]:
    """Ask for each tier of a pattern at a site; what stands there already is refused as such.

    Raises:
        NotFoundError: the company has no such pattern.
    """
    rows = await database.fetch(statements.PATTERN, company_id, pattern_id)
    if not rows:
        raise NotFoundError
    run = uuid5(pattern_id, f"{site_id} {at.timestamp()}")
    asks = [
        Ask(uuid5(run, f"{tier.company} {tier.upper}"), tier.company, tier.upper, None, tier.work)
        for tier in _tiers(rows[0]["tiers"])
    ]
    return await structure.ask_all(site_id, asks, by=by, at=at)


def _tiers(kept: str) -> list[PatternTier]:
    return msgspec.json.decode(kept, type=list[PatternTier])
