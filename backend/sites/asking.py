"""Who asks about a site or a company, and by which role; a number that nobody has is answered like another's."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

import msgspec

from backend.accounts import rights
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Grant, Operation, OrganisationKind, is_held
from backend.accounts.service import Account
from backend.kit import clock
from backend.sites import companies, service
from backend.sites.companies import Company


class Allowed(NamedTuple):
    """The site, the role that allows it, and whether that role is of the site's own side."""

    site_id: int
    grant: Grant
    leads: bool
    """The prime contractor, whoever runs the site for it, somebody of the site itself, or the register."""


async def at_site(
    account: Account, number: str, operation: Operation, at: datetime, also: Collection[int] = ()
) -> Allowed:
    """See that somebody may do something at a site.

    Args:
        account: who asks.
        number: the site's number.
        operation: what is asked.
        at: when.
        also: companies whose people may, too, for what is asked here.

    Raises:
        RoleNeededError: no role of theirs allows it at all.
        NotLinkedError: not at this site, or there is none of this number.
    """
    site_id = await service.find(number)
    today = clock.japan_date(at)
    subject = rights.NOBODY if site_id is None else await rights.about_site(site_id, today)
    wider = msgspec.structs.replace(subject, owners=subject.owners | set(also)) if site_id else subject
    grant, _ = await rights.require(account, operation, wider, at)
    if site_id is None:
        raise NotLinkedError
    leads = grant.kind is not OrganisationKind.COMPANY or grant.organisation_id in subject.owners
    return Allowed(site_id, grant, leads)


async def companies_of(account: Account, at: datetime) -> set[int]:
    """Name the companies in which somebody holds a role today."""
    today = clock.japan_date(at)
    held = [one for one in await rights.grants_of(account, today) if is_held(one, today)]
    return {one.organisation_id for one in held if one.kind is OrganisationKind.COMPANY}


async def at_company(account: Account, number: str, operation: Operation, at: datetime) -> Company:
    """See that somebody may do something for a company, and give it.

    Raises:
        RoleNeededError, NotLinkedError: as above.
    """
    company = (await companies.by_number([number])).get(number)
    subject = rights.NOBODY if company is None else rights.about_company(company.id)
    await rights.require(account, operation, subject, at)
    if company is None:
        raise NotLinkedError
    return company
