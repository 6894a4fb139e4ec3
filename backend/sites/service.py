"""Register sites and assign workers to them (施工体制登録)."""

from datetime import date, datetime, time
from enum import IntEnum
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database, ids
from backend.kit.numbers import NumberKind, is_number, make_number
from backend.sites import statements
from backend.sites.rules import SiteKind

__all__ = [
    "NewAssignment",
    "NewSite",
    "Position",
    "SiteKind",
    "assign",
    "change_days",
    "find",
    "register",
    "register_as",
]


class Position(IntEnum):
    """As what one works (立場)."""

    WORKER = 0
    SQUAD_LEADER = 1
    FOREMAN = 2


class NewSite(msgspec.Struct, frozen=True):
    """What the prime contractor says of a site."""

    name: str
    kind: SiteKind
    prime_company_id: int
    prefecture: int
    first_on: date
    last_on: date
    area: str | None = None
    """Of a regional bundle (地域一括現場)."""
    address: str | None = None
    office_prefecture: int | None = None
    """Of the site office; relief after a disaster goes by it."""
    office_address: str | None = None
    client: str | None = None
    public_client: bool | None = None
    harmful: bool | None = None
    """Whether harmful substances are handled."""
    gate_opens: time | None = None
    gate_closes: time | None = None
    """Japanese times; a night gate closes on the next day."""


class NewAssignment(msgspec.Struct, frozen=True):
    """One worker's line in the worker list of a site: an immutable version, the latest one speaks."""

    worker_id: UUID
    site_id: int
    company_id: int
    first_tier_company_id: int | None
    tier: int
    position: Position
    trade: int
    first_on: date
    last_on: date
    content: str = ""
    harmful: str = ""
    certificates: str = ""
    insurance: int = 0


async def find(number: str) -> int | None:
    """Find a site by the number shown to people."""
    if not is_number(number):
        return None
    rows = await database.fetch("SELECT id FROM site WHERE site_number = $1", number)
    return rows[0][0] if rows else None


async def register(new: NewSite, at: datetime) -> tuple[int, str]:
    """Register a site; give its id and the number shown to people."""
    async with database.transaction():
        (site_id,) = await ids.take("site")
        number = make_number(NumberKind.SITE, site_id)
        await register_as(site_id, number, new, at)
    return site_id, number


async def register_as(site_id: int, number: str, new: NewSite, at: datetime) -> None:
    """Register a site under an id and number that are already taken; taps that waited for it are judged again."""
    async with database.transaction() as db:
        await db.execute(statements.REGISTER, site_id, number, *msgspec.structs.astuple(new), at)
        await events.record(EventKind.SITE_REGISTERED, f'{{"siteNumber":"{number}"}}')


async def change_days(site_id: int, first_on: date, last_on: date) -> None:
    """Change a site's first and last day; taps that fell outside are judged again."""
    async with database.transaction() as db:
        number = await db.fetchval(
            "UPDATE site SET first_on = $2, last_on = $3 WHERE id = $1 RETURNING site_number",
            site_id,
            first_on,
            last_on,
        )
        await events.record(EventKind.SITE_CHANGED, f'{{"siteNumber":"{number}"}}')


async def assign(new: NewAssignment, at: datetime) -> int:
    """Put a worker on a site's worker list; taps that waited for it are judged again."""
    async with database.transaction() as db:
        (assignment_id,) = await ids.take("assignment")
        values = msgspec.structs.astuple(new)
        await db.execute(
            "INSERT INTO assignment (worker_id, site_id, company_id, first_tier_company_id, tier, position, trade, "
            "first_on, last_on, content, harmful, certificates, insurance, id, registered_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            *values,
            assignment_id,
            at,
        )
        await events.record(EventKind.ASSIGNMENT_MADE, f'{{"siteId":{new.site_id}}}', new.worker_id)
    return assignment_id
