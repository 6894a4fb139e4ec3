"""Register a site (現場登録) and change it: what stood there before is kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from backend.sites import companies, rules, service, statements
from backend.sites.errors import REFUSED
from backend.sites.rules import Days, SiteKind
from backend.sites.service import NewSite
from backend.sites.structure_rules import TierRefusal

SENT_AGAIN = timedelta(minutes=10)


async def register(new: NewSite, at: datetime) -> tuple[int, str]:
    """Register a site of a prime contractor; give its id and the number shown to people.

    The same again within ten minutes is taken for a request whose answer was lost: it gives the same site.

    Raises:
        PassportError: its days or its area are wrong, or the company's registration has ended.
    """
    _require_right(new)
    (prime,) = await companies.by_id([new.prime_company_id])
    if prime.stands_until < clock.japan_date(at):
        raise REFUSED[TierRefusal.COMPANY_OVER](name=prime.name)
    async with database.transaction() as db:
        await db.execute(statements.HOLD_PRIME, new.prime_company_id)
        same = (new.prime_company_id, new.name, new.prefecture, new.first_on, new.last_on, at - SENT_AGAIN)
        row = await db.fetchrow(statements.SAME_SITE, *same)
        return (row["id"], row["site_number"]) if row is not None else await service.register(new, at)


async def change(site_id: int, new: NewSite, *, by: UUID, at: datetime) -> bool:
    """Change a site and keep what stood there before; touches that fell outside its days are judged again.

    The prime contractor stays who it is.  Tells whether anything was new; the same again changes nothing.

    Raises:
        PassportError: its days or its area are wrong.
    """
    _require_right(new)
    async with database.transaction() as db:
        row = await db.fetchrow(statements.HOLD_SITE, site_id)
        before = _site(row)
        new = msgspec.structs.replace(new, prime_company_id=before.prime_company_id)
        was = {name: value for name, value in msgspec.structs.asdict(before).items() if value != getattr(new, name)}
        if not was:
            return False
        kept = msgspec.json.encode(was).decode()
        await db.execute(
            "INSERT INTO site_change VALUES ($1, $2, $3, $4, $5)", site_id, ids.new_event_id(), at, by, kept
        )
        await db.execute(statements.CHANGE, site_id, *msgspec.structs.astuple(new))
        await events.record(EventKind.SITE_CHANGED, f'{{"siteNumber":"{row["site_number"]}"}}')
    return True


async def read(site_id: int) -> database.Row:
    """Read a site with the name of its prime contractor."""
    (row,) = await database.fetch(statements.READ, site_id)
    return row


async def list_changes(site_id: int) -> Sequence[database.Row]:
    """List what a site was before each change, newest first: instant and old values."""
    return await database.fetch(statements.CHANGES, site_id)


async def days_of(site_id: int) -> Days:
    """Tell a site's first and last day."""
    row = await read(site_id)
    return Days(row["first_on"], row["last_on"])


def _site(row: database.Row) -> NewSite:
    values = {name: row[name] for name in NewSite.__struct_fields__}
    return NewSite(**values | {"kind": SiteKind(row["kind"])})


def _require_right(new: NewSite) -> None:
    refusal = rules.judge_site(new.kind, Days(new.first_on, new.last_on), new.area)
    if refusal is not None:
        raise REFUSED[refusal]
