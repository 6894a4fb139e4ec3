"""Who looked at whom.  Another's data is read only through `open_worker`, which checks the right and leaves the row."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.accounts import rights, statements
from backend.accounts.rules import Grant, Operation, OrganisationKind, Role, Scope
from backend.accounts.service import Account
from backend.kit import clock, database

SHOWN_FOR = timedelta(days=5 * 365)
MOST_SHOWN = 500


class Purpose(StrEnum):
    """What somebody's data was looked at for."""

    WORKER_LIST = "worker_list"
    EMPLOYMENT = "employment"
    SITE_CHECK = "site_check"
    APPLICATION = "application"
    APPROVAL = "approval"
    HELP = "help"
    DOWNLOAD = "download"


class Sight(msgspec.Struct, frozen=True):
    """By which role somebody sees a worker, and how the role reaches him."""

    role: Role
    scope: Scope


class View(msgspec.Struct, frozen=True, rename="camel"):
    """One look: which day, by whom, for what."""

    day: date
    purpose: Purpose
    role: Role
    organisation: str | None
    """The company's or site's name; None where the register itself looked."""
    first_at: datetime


async def open_worker(
    account: Account, worker_id: UUID, purpose: Purpose, at: datetime, operation: Operation = Operation.SEE_WORKER
) -> Sight:
    """Check that somebody may see a worker, and leave the row that the worker will see.

    Looking at oneself leaves none.

    Raises:
        RoleNeededError: no role of theirs allows it.
        NotLinkedError: not this worker, or no longer.
    """
    today = clock.japan_date(at)
    subject = await rights.about_worker(worker_id, today)
    grant, scope = await rights.require(account, operation, subject, at)
    if scope is not Scope.SELF:
        await record(account.id, worker_id, purpose, today, grant=grant, at=at)
    return Sight(grant.role, scope)


async def record(viewer_id: UUID, worker_id: UUID, purpose: Purpose, day: date, *, grant: Grant, at: datetime) -> None:
    """Keep that somebody looked at a worker; once per viewer, purpose and day."""
    async with database.transaction() as db:
        await db.execute(
            statements.SAW, worker_id, day, viewer_id, purpose, grant.role, grant.kind, grant.organisation_id, at
        )


async def record_all(account: Account, workers: set[UUID], purpose: Purpose, *, grant: Grant, at: datetime) -> None:
    """Keep that somebody looked at several workers; looking at oneself leaves nothing."""
    others = sorted(workers - {account.worker_id})
    seen = (clock.japan_date(at), account.id, purpose, grant.role, grant.kind, grant.organisation_id, at)
    async with database.transaction() as db:
        await db.execute(statements.SAW_ALL, others, *seen)


async def list_viewers(worker_id: UUID, at: datetime) -> list[View]:
    """List who looked at a worker, newest first."""
    since = clock.japan_date(at) - SHOWN_FOR
    rows = await database.fetch(statements.VIEWERS, worker_id, since, MOST_SHOWN)
    return [View(row["day"], Purpose(row["purpose"]), Role(row["role"]), _name(row), row["first_at"]) for row in rows]


def _name(row: database.Row) -> str | None:
    found: str | None = row["organisation"]
    return None if row["organisation_kind"] == OrganisationKind.REGISTER else found
