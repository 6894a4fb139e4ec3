"""What a company pays on top by level (キャリアアップ手当): told by itself, shown to its own workers."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.kit import clock, database
from backend.levels import errors

LARGEST_YEN = 1_000_000
BACK = timedelta(days=366)

KEEP = """
INSERT INTO allowance (company_id, valid_from, per, yen, told_at, told_by) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (company_id, valid_from) DO UPDATE
SET per = excluded.per, yen = excluded.yen, told_at = excluded.told_at, told_by = excluded.told_by
"""

IN_FORCE = """
SELECT c.name AS company, a.valid_from, a.per, a.yen FROM allowance a JOIN company c ON c.id = a.company_id
WHERE a.company_id = $1 AND a.valid_from <= $2 ORDER BY a.valid_from DESC LIMIT 1
"""

OF_EMPLOYER = """
SELECT e.company_id FROM employment e WHERE e.worker_id = $1 AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)
ORDER BY e.main DESC, e.since DESC LIMIT 1
"""


class Per(StrEnum):
    """For what it is paid."""

    DAY = "day"
    MONTH = "month"


class Allowance(msgspec.Struct, frozen=True):
    """What a company pays on top: yen for the levels 1 to 4, since a day."""

    company: str
    valid_from: date
    per: Per
    yen: tuple[int, ...]


async def tell(company_id: int, valid_from: date, per: Per, yen: Sequence[int], *, by: UUID, at: datetime) -> None:
    """Keep what a company pays on top from a day on; the same day again replaces it.

    Raises:
        AllowanceError: not four amounts that rise with the level, or from a day more than a year ago or ahead.
    """
    today = clock.japan_date(at)
    amounts = list(yen)
    fits = len(amounts) == len(range(1, 5)) and amounts == sorted(amounts)
    if not fits or not 0 <= amounts[0] <= amounts[-1] <= LARGEST_YEN or abs(valid_from - today) > BACK:
        raise errors.AllowanceError
    async with database.transaction() as db:
        await db.execute(KEEP, company_id, valid_from, per, amounts, at, by)


async def of_company(company_id: int, day: date) -> Allowance | None:
    """Give what a company pays on top on a day; None where it has told nothing."""
    rows = await database.fetch(IN_FORCE, company_id, day)
    return Allowance(rows[0][0], rows[0][1], Per(rows[0][2]), tuple(rows[0][3])) if rows else None


async def of_worker(worker_id: UUID, day: date) -> Allowance | None:
    """Give what a worker's main employer pays on top."""
    rows = await database.fetch(OF_EMPLOYER, worker_id, day)
    return await of_company(rows[0][0], day) if rows else None
