"""Places in a site: one name, one structure, one history, several addresses (一括現場の地点)."""

from collections.abc import Sequence
from datetime import date

import msgspec

from backend.kit import database
from backend.sites import rules, statements
from backend.sites.errors import REFUSED
from backend.sites.rules import Days, SiteRefusal


class Place(msgspec.Struct, frozen=True, rename="camel"):
    """An address within a site, for people; it never splits a work day."""

    id: int
    """1 to 999, chosen by who keeps it."""
    name: str
    address: str
    first_on: date | None
    last_on: date | None


async def keep(site_id: int, place: Place) -> None:
    """Keep a place, or put it right.

    Raises:
        PassportError: its last day lies before its first.
    """
    days = Days(place.first_on or date(2000, 1, 1), place.last_on or date(2100, 12, 31))
    if not rules.days_fit(days):
        raise REFUSED[SiteRefusal.DAYS_WRONG]
    async with database.transaction() as db:
        await db.execute(statements.KEEP_PLACE, site_id, *msgspec.structs.astuple(place))


async def list_places(site_id: int) -> Sequence[Place]:
    """List the places of a site."""
    return [Place(*row) for row in await database.fetch(statements.PLACES, site_id)]
