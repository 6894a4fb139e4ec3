"""Hand a site to another company's office until a day (現場の委任), and take it back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.sites import companies, rules, statements
from backend.sites.errors import REFUSED
from backend.sites.rules import Days
from backend.sites.structure_rules import TierRefusal


class Delegation(msgspec.Struct, frozen=True, rename="camel"):
    """Who runs a site for its prime contractor, from when until when."""

    company: str
    """Its number."""
    name: str
    first_on: date
    last_on: date


async def delegate(site_id: int, number: str, days: Days, *, by: UUID, at: datetime) -> None:
    """Give a company the prime contractor's rights at one site; the same again changes nothing.

    Raises:
        CompanyUnknownError: there is no such company.
        PassportError: it is the prime itself, has the site already, has ended, or the days are wrong.
    """
    today = clock.japan_date(at)
    company = await companies.get(number)
    async with database.transaction() as db:
        site = await db.fetchrow(statements.HOLD_SITE, site_id)
        held = [row for row in await db.fetch(statements.DELEGATIONS, site_id) if row["company_id"] == company.id]
        stretches = [Days(row["first_on"], row["last_on"]) for row in held]
        if days in stretches:
            return
        to_prime = company.id == site["prime_company_id"]
        refusal = rules.judge_delegation(days, stretches, to_prime=to_prime, today=today)
        if refusal is not None:
            raise REFUSED[refusal]
        if company.stands_until < today:
            raise REFUSED[TierRefusal.COMPANY_OVER](name=company.name)
        await db.execute(statements.DELEGATE, site_id, company.id, *days, at, by)


async def end(site_id: int, number: str, at: datetime) -> None:
    """Take a site back as of yesterday; the roles that its office gave there end too.

    Raises:
        CompanyUnknownError: there is no such company.
        NotFoundError: the site was never handed to it.
    """
    company = await companies.get(number)
    yesterday = clock.japan_date(at) - timedelta(days=1)
    async with database.transaction() as db:
        if all(row["company_id"] != company.id for row in await db.fetch(statements.DELEGATIONS, site_id)):
            raise NotFoundError
        await db.execute(statements.END_DELEGATION, site_id, company.id, yesterday)
        await db.execute(statements.END_GRANTS_OF_DELEGATE, site_id, company.id, yesterday)


async def list_delegations(site_id: int) -> Sequence[Delegation]:
    """List to whom a site is or was handed."""
    return [Delegation(*tuple(row)[1:]) for row in await database.fetch(statements.DELEGATIONS, site_id)]
