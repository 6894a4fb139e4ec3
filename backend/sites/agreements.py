"""事業者間合意: between two companies nobody asks any more, and the upper may list the lower's workers."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from backend.kit import database
from backend.kit.errors import NotFoundError
from backend.sites import statements
from backend.sites.errors import REFUSED, OwnAskError
from backend.sites.structure_rules import TierRefusal


class Pair(NamedTuple):
    """The upper and the lower company."""

    upper_id: int
    lower_id: int


async def ask_or_agree(pair: Pair, *, by_upper: bool, by: UUID, at: datetime) -> bool:
    """Ask the other side for a standing agreement, or agree to what it asked; tell whether it holds now.

    Said again by the same side, it changes nothing.

    Raises:
        PassportError: a company with itself.
        OwnAskError: whoever asked would agree for the other side too.
    """
    if pair.upper_id == pair.lower_id:
        raise REFUSED[TierRefusal.SELF]
    async with database.transaction() as db:
        await db.execute(statements.HOLD_COMPANIES, sorted(pair))
        held = await db.fetchrow(statements.AGREEMENT, *pair)
        if held is None:
            await db.execute(statements.ASK_AGREEMENT, *pair, at, by, by_upper)
            return False
        if held["agreed_at"] is not None or held["by_upper"] is by_upper:
            return held["agreed_at"] is not None
        if held["asked_by"] == by:
            raise OwnAskError
        await db.execute(statements.AGREE, *pair, held["asked_at"], at, by)
    return True


async def end(pair: Pair, at: datetime) -> None:
    """End a standing agreement, or what was asked; what was accepted by it stays.

    Raises:
        NotFoundError: there is none.
    """
    async with database.transaction() as db:
        if not await db.fetch(statements.END_AGREEMENT, *pair, at):
            raise NotFoundError


async def list_agreements(company_id: int) -> Sequence[database.Row]:
    """List a company's standing agreements and those that wait for one side's word."""
    return await database.fetch(statements.AGREEMENTS, company_id)


async def uppers_of(lower_id: int) -> set[int]:
    """Name the companies that may list a company's workers below them."""
    rows = await database.fetch(statements.AGREED, [lower_id])
    return {row["upper_company_id"] for row in rows if row["lower_company_id"] == lower_id}
