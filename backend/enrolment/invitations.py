"""Office users: invited by an administrator of their organisation; the first operator by a command."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID, uuid4

import msgspec

from backend.accounts import passkeys, rights
from backend.accounts import service as accounts
from backend.accounts.passkeys import Asked, Purpose
from backend.accounts.rules import HELD_AT, Operation, OrganisationKind, Role, may_grant
from backend.accounts.service import Account
from backend.enrolment import statements
from backend.enrolment.errors import (
    InvitationOverError,
    RoleElsewhereError,
    RoleNotYoursError,
    SecondAdministratorError,
)
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.numbers import is_number
from backend.settings import settings

LASTS = timedelta(days=7)


class Organisation(msgspec.Struct, frozen=True):
    """Where a role is to be held."""

    kind: OrganisationKind
    id: int


class Wish(msgspec.Struct, frozen=True):
    """Whom to invite as what, from when until when."""

    name: str
    role: Role
    first_on: date
    last_on: date | None


class Invitation(msgspec.Struct, frozen=True, rename="camel"):
    """An invitation, shown once: whoever opens the link becomes the user."""

    invitation: str
    link: str
    expires_at: datetime


class User(msgspec.Struct, frozen=True, rename="camel"):
    """A role that somebody holds at an organisation."""

    grant: UUID
    account: UUID
    name: str | None
    role: Role
    first_on: date
    last_on: date | None
    signed_up: bool


async def find_organisation(kind: OrganisationKind, number: str | None) -> Organisation:
    """Find an organisation by the number that people know; the register has none.

    Raises:
        NotFoundError: there is no such organisation.
    """
    if kind is OrganisationKind.REGISTER:
        return Organisation(kind, 0)
    if number is None or not is_number(number):
        raise NotFoundError
    table = "company" if kind is OrganisationKind.COMPANY else "site"
    rows = await database.fetch(f"SELECT id FROM {table} WHERE {table}_number = $1", number)
    if not rows:
        raise NotFoundError
    return Organisation(kind, rows[0][0])


async def invite(by: Account, where: Organisation, wish: Wish, at: datetime) -> Invitation:
    """Invite somebody to a role at an organisation.

    Whoever runs a site for its prime contractor gives no role there beyond the end of that.

    Raises:
        RoleNeededError, NotLinkedError: the caller may not invite there.
        RoleNotYoursError: the caller's role does not grant this one.
        RoleElsewhereError: the role is not held at such an organisation.
    """
    subject = await rights.about_organisation(where.kind, where.id, clock.japan_date(at))
    held, _ = await rights.require(by, Operation.INVITE_USER, subject, at)
    if HELD_AT.get(wish.role) is not where.kind:
        raise RoleElsewhereError
    if not may_grant(held.role, wish.role):
        raise RoleNotYoursError
    if where.kind is OrganisationKind.SITE:
        last_on = await rights.last_day_of(held, where.id, clock.japan_date(at))
        wish = msgspec.structs.replace(wish, last_on=_earlier(wish.last_on, last_on))
    return await _make(where, wish, by.id, at)


async def invite_first_operator(name: str, at: datetime) -> Invitation:
    """Invite an operator from the machine itself, where nobody else could."""
    wish = Wish(name, Role.OPERATOR, clock.japan_date(at), None)
    return await _make(Organisation(OrganisationKind.REGISTER, 0), wish, None, at)


async def invite_again(by: Account, account_id: UUID, at: datetime) -> Invitation:
    """Let in again a user who lost the phone; an administrator of all the user's roles does it.

    The old passkeys end when the invitation is taken.

    Raises:
        NotFoundError: no such user.
        SecondAdministratorError: the caller is that user.
    """
    await _require_other(by, "account_id = $1", account_id, at)
    return await _invite_account(account_id, by.id, at)


async def end_role(by: Account, grant_id: UUID, at: datetime) -> None:
    """End a role as of yesterday; another administrator does it.

    Raises:
        NotFoundError: no such grant.
        SecondAdministratorError: the caller is that user.
    """
    await _require_other(by, "id = $1", grant_id, at)
    yesterday = clock.japan_date(at) - timedelta(days=1)
    async with database.transaction() as db:
        await db.execute(
            "UPDATE role_grant SET last_on = $2 WHERE id = $1 AND (last_on IS NULL OR last_on > $2)",
            grant_id,
            yesterday,
        )


async def list_users(by: Account, where: Organisation, at: datetime) -> list[User]:
    """List the roles held at an organisation, also those that are over."""
    subject = await rights.about_organisation(where.kind, where.id, clock.japan_date(at))
    await rights.require(by, Operation.SEE_USERS, subject, at)
    return [User(*row) for row in await database.fetch(statements.USERS, where.kind, where.id)]


async def begin(token: str, at: datetime) -> Asked:
    """Ask the browser of somebody invited to make a passkey.

    Raises:
        InvitationOverError: no such invitation, or it was used, or is too old.
    """
    rows = await database.fetch(
        "SELECT i.id, i.account_id, a.name FROM invitation i JOIN account a ON a.id = i.account_id "
        "WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2",
        _hash(token),
        at,
    )
    if not rows:
        raise InvitationOverError
    invitation_id, account_id, name = rows[0]
    return await passkeys.ask_new(account_id, name, Purpose.INVITED, at, invitation_id)


async def _require_other(by: Account, condition: str, named: UUID, at: datetime) -> UUID:
    """See that the caller administers every role that is touched, and that they are another's."""
    rows = await database.fetch(
        f"SELECT account_id, organisation_kind, organisation_id, role FROM role_grant WHERE {condition}", named
    )
    if not rows:
        raise NotFoundError
    for row in rows:
        subject = await rights.about_organisation(OrganisationKind(row[1]), row[2], clock.japan_date(at))
        held, _ = await rights.require(by, Operation.INVITE_USER, subject, at)
        if not may_grant(held.role, Role(row[3])):
            raise RoleNotYoursError
    account_id: UUID = rows[0][0]
    if account_id == by.id:
        raise SecondAdministratorError
    return account_id


async def _make(where: Organisation, wish: Wish, by: UUID | None, at: datetime) -> Invitation:
    async with database.transaction():
        account_id = await accounts.make_account(wish.name, at)
        await rights.grant(account_id, wish.role, where.id, days=(wish.first_on, wish.last_on), by=by, at=at)
        return await _invite_account(account_id, by, at)


async def _invite_account(account_id: UUID, by: UUID | None, at: datetime) -> Invitation:
    token, expires_at = token_urlsafe(32), at + LASTS
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO invitation VALUES ($1, $2, $3, $4, $5, $6, NULL)",
            uuid4(),
            account_id,
            _hash(token),
            by,
            at,
            expires_at,
        )
    return Invitation(token, f"{settings().origin}/invitation#{token}", expires_at)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
