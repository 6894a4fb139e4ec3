"""Ask the register whether somebody may do something, and say which role it needs where they may not."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from backend.accounts import errors, rules, statements
from backend.accounts.rules import Grant, Operation, OrganisationKind, Role, Scope, Subject
from backend.accounts.service import Account
from backend.kit import clock, database

NOBODY = Subject()
"""Where something is done to the register as a whole."""


async def require(account: Account, operation: Operation, subject: Subject, at: datetime) -> tuple[Grant, Scope]:
    """Give the role by which somebody may do something, and how it reaches there.

    Raises:
        RoleNeededError: no role of theirs allows it at all; says which would.
        NotLinkedError: a role of theirs would, but not here or not today.
    """
    today = clock.japan_date(at)
    grants = await grants_of(account, today)
    allowed = rules.allow(operation, grants, account.worker_id, subject, today)
    if allowed is not None:
        return allowed
    held = {grant.role for grant in grants if rules.is_held(grant, today)} - {Role.WORKER}
    if held & set(rules.RULES[operation]):
        raise errors.NotLinkedError
    raise errors.ROLE_NEEDED[rules.needed_role(operation)]


async def has(account: Account, operation: Operation, subject: Subject, at: datetime) -> bool:
    """Tell whether somebody may do something."""
    today = clock.japan_date(at)
    grants = await grants_of(account, today)
    return rules.allow(operation, grants, account.worker_id, subject, today) is not None


async def grants_of(account: Account, today: date) -> list[Grant]:
    """List somebody's roles: those granted, and those that follow from the register."""
    rows = await database.fetch(statements.GRANTS, account.id)
    granted = [Grant(Role(row[0]), OrganisationKind(row[1]), row[2], row[3], row[4]) for row in rows]
    if account.worker_id is None:
        return granted
    worker = Grant(Role.WORKER, OrganisationKind.REGISTER, 0, today, today)
    leads = await database.fetch(statements.FOREMAN_AT, account.worker_id, today)
    return [*granted, *(Grant(Role.FOREMAN, OrganisationKind.SITE, *row) for row in leads), worker]


async def name_organisations(grants: Sequence[Grant]) -> dict[tuple[OrganisationKind, int], tuple[str, str]]:
    """Give number and name of the companies and sites of some roles."""
    ids = [
        [grant.organisation_id for grant in grants if grant.kind is kind]
        for kind in (OrganisationKind.COMPANY, OrganisationKind.SITE)
    ]
    rows = await database.fetch(statements.ORGANISATIONS, *ids)
    return {(OrganisationKind(row[0]), row[1]): (row[2], row[3]) for row in rows}


async def about_worker(worker_id: UUID, today: date) -> Subject:
    """Tell to whom a worker is tied today: employers, and the companies above him at his sites."""
    employers = await database.fetch(statements.EMPLOYERS, worker_id, today)
    works = await database.fetch(statements.WORKS, worker_id, today)
    above = {company for row in works for company in row[1:] if company is not None}
    return Subject(
        worker_id, frozenset(row[0] for row in employers), frozenset(above), frozenset(row[0] for row in works)
    )


async def about_site(site_id: int, today: date) -> Subject:
    """Tell to whom a site belongs today: the prime contractor, and who runs it in its place (site_delegation)."""
    rows = await database.fetch(statements.SITE_OWNERS, site_id, today)
    primes = frozenset(row[0] for row in rows)
    delegates = frozenset(row[1] for row in rows if row[1] is not None)
    return Subject(owners=primes | delegates, sites=frozenset({site_id}), primes=primes)


async def last_day_of(grant: Grant, site_id: int, today: date) -> date | None:
    """Tell until when a company's role reaches a site that was only handed to it; None where nothing ends."""
    rows = await database.fetch(statements.SITE_OWNERS, site_id, today)
    if grant.kind is not OrganisationKind.COMPANY or any(row[0] == grant.organisation_id for row in rows):
        return None
    return max((row[2] for row in rows if row[1] == grant.organisation_id), default=None)


def about_company(company_id: int) -> Subject:
    """Tell to whom a company belongs: itself."""
    return Subject(owners=frozenset({company_id}))


async def about_organisation(kind: OrganisationKind, organisation_id: int, today: date) -> Subject:
    """Tell to whom an organisation belongs today."""
    if kind is OrganisationKind.COMPANY:
        return about_company(organisation_id)
    return await about_site(organisation_id, today) if kind is OrganisationKind.SITE else NOBODY


async def grant(
    account_id: UUID, role: Role, organisation_id: int, *, days: tuple[date, date | None], by: UUID | None, at: datetime
) -> UUID:
    """Give a role at an organisation from a day to a day; the role says what kind of organisation it is."""
    grant_id = uuid4()
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO role_grant VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            grant_id,
            account_id,
            rules.HELD_AT[role],
            organisation_id,
            role,
            *days,
            by,
            at,
        )
    return grant_id
