"""Relief after a disaster (特例): for an area and some days, longer to enter and correct, or longer to renew.

Source: 資料2 p.31 of the source paper, after the earthquake of 2024-01-01; docs/decisions/0017-the-register.md.
"""

from datetime import date, datetime
from enum import IntEnum
from uuid import UUID, uuid4

import msgspec

from backend.companies import statements
from backend.companies.errors import ReliefOrderError
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database
from backend.kit.errors import NotFoundError


class ReliefKind(IntEnum):
    """What relief lengthens."""

    ENTRY = 1
    """Entering, correcting and claiming work days."""
    RENEWAL = 2
    """Renewing a registration; the new end does not move."""


class NewRelief(msgspec.Struct, frozen=True):
    """What the operator decides."""

    name: str
    kind: ReliefKind
    prefectures: tuple[int, ...]
    by_site_office: bool
    """The site's office lies there."""
    by_company: bool
    """The employer or the prime contractor lies there."""
    first_on: date
    last_on: date
    """The work days, or the ends of registration, that it is for."""
    until: date
    """The last day on which it can still be done."""
    source: str


class Relief(NewRelief, frozen=True):
    """Relief as it is kept."""

    id: UUID
    made_at: datetime
    ended_at: datetime | None


async def make(new: NewRelief, *, by: UUID | None, at: datetime) -> UUID:
    """Keep relief.  Whoever enters a day from now on has it; what was refused before is entered again by hand.

    Raises:
        ReliefOrderError: it ends before it begins, or helps nobody.
    """
    if not new.first_on <= new.last_on or new.until < new.last_on or not (new.by_site_office or new.by_company):
        raise ReliefOrderError
    relief_id = uuid4()
    async with database.transaction() as db:
        await db.execute(
            statements.MAKE_RELIEF,
            relief_id,
            new.name,
            new.kind,
            list(new.prefectures),
            new.by_site_office,
            new.by_company,
            new.first_on,
            new.last_on,
            new.until,
            new.source,
            at,
            by,
        )
        await events.record(EventKind.RELIEF_MADE, f'{{"relief":"{relief_id}"}}')
    return relief_id


async def end(relief_id: UUID, at: datetime) -> None:
    """End relief: what was done under it stays; ended again, nothing changes.

    Raises:
        NotFoundError: there is no such relief.
    """
    async with database.transaction() as db:
        if not await db.fetch(statements.RELIEF_THERE, relief_id):
            raise NotFoundError
        await db.fetchval(statements.END_RELIEF, relief_id, at)


async def list_all() -> list[Relief]:
    """List relief, the newest first, also what has ended."""
    return [_relief(row) for row in await database.fetch(statements.RELIEFS)]


def _relief(row: database.Row) -> Relief:
    return Relief(
        name=row["name"],
        kind=ReliefKind(row["what"]),
        prefectures=tuple(row["prefectures"]),
        by_site_office=row["by_site_office"],
        by_company=row["by_company"],
        first_on=row["first_on"],
        last_on=row["last_on"],
        until=row["until"],
        source=row["source"],
        id=row["id"],
        made_at=row["made_at"],
        ended_at=row["ended_at"],
    )
