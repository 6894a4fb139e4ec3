"""A company certifies what its worker did before the register counted (経歴証明)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.levels import errors
from backend.levels import experience_statements as statements
from backend.levels.dates import facts
from backend.levels.experience import Certificate
from backend.workers.trades import name_of

EARLIEST = date(1945, 1, 1)
MOST_SHOWN = 1000


class Certified(msgspec.Struct, frozen=True):
    """Experience that a company has certified."""

    id: UUID
    certificate: Certificate
    certified_at: datetime
    company_number: str
    company: str


async def list_of(worker_id: UUID) -> list[Certified]:
    """List what was certified of a worker, the earliest first."""
    rows = await database.fetch(statements.OF_WORKER, worker_id)
    return [
        Certified(row["id"], Certificate(*tuple(row)[1:7]), row["certified_at"], row["company_number"], row["company"])
        for row in rows
    ]


class CertifiedByUs(msgspec.Struct, frozen=True):
    """Experience that one company has certified, with whose it is."""

    id: UUID
    worker_id: UUID
    worker_number: str
    worker: str
    certificate: Certificate
    certified_at: datetime


async def list_of_company(company_id: int) -> list[CertifiedByUs]:
    """List what a company has certified, the newest first; at most 1,000."""
    rows = await database.fetch(statements.OF_COMPANY, company_id, MOST_SHOWN)
    return [
        CertifiedByUs(row[0], row[1], row[2], row[3], Certificate(*tuple(row)[4:10]), row["certified_at"])
        for row in rows
    ]


async def certify(
    worker_id: UUID, certificate_id: UUID, company_id: int, certificate: Certificate, *, by: UUID, at: datetime
) -> None:
    """Certify days in one trade; the same again changes nothing.

    Raises:
        ExperienceOverError: it can no longer be certified.
        ExperienceDaysError: days that cannot be.
        ExperienceTradeError: no such trade.
        ExperienceIdTakenError: something else is kept under the id.
    """
    today = clock.japan_date(at)
    if today > facts().certified_filed_until:
        raise errors.ExperienceOverError(until=facts().certified_filed_until)
    if not _possible(certificate):
        raise errors.ExperienceDaysError(until=facts().certified_filed_until)
    if name_of(certificate.trade) is None:
        raise errors.ExperienceTradeError
    row = (worker_id, certificate_id, company_id, *certificate)
    async with database.transaction() as db:
        if await db.fetchval(statements.KEEP, *row, at, by) is None:
            if not await db.fetch(statements.SAME, *row):
                raise errors.ExperienceIdTakenError
            return
        await _tell(worker_id, certificate)


async def take_back(certificate_id: UUID, company_id: int) -> None:
    """Take back what a company has certified; done again, nothing changes."""
    async with database.transaction() as db:
        worker_id = await db.fetchval(statements.TAKE_BACK, certificate_id, company_id)
        if worker_id is not None:
            await events.record(EventKind.LEVEL_DUE, "{}", worker_id)


def _possible(one: Certificate) -> bool:
    """Tell whether days can be: not after March 2024, not more than there are, not more led than worked."""
    if not EARLIEST <= one.first_on <= one.last_on <= facts().certified_last_on:
        return False
    most = (one.last_on - one.first_on) // timedelta(days=1) + 1
    return 0 < one.days <= most and one.foreman_days + one.leader_days <= one.days


async def _tell(worker_id: UUID, one: Certificate) -> None:
    body = {"days": one.days, "firstOn": one.first_on, "lastOn": one.last_on}
    await events.record(EventKind.EXPERIENCE_CERTIFIED, msgspec.json.encode(body).decode(), worker_id)
