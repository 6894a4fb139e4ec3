"""Two registrations were one person: the days of the one go over to the one that stays (0017).

The touches stay as they are, under the old id: they are the evidence.  Everything that follows from them moves.
"""

from datetime import datetime
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.history import merging_statements as statements
from backend.history.retrying import retried
from backend.history.service import recount
from backend.history.statements import RECOUNT_CAREER
from backend.kit import database
from backend.workers.errors import MergedWithItselfError


async def merge(from_worker: UUID, into_worker: UUID, at: datetime) -> None:
    """Let one registration go over into another; done again, nothing changes.

    A day that both have at one site counts once, and the record of the one that stays speaks.

    Raises:
        MergedWithItselfError: into itself, or into one that has gone over.
    """
    await retried(lambda: _merge_once(from_worker, into_worker, at))


async def _merge_once(from_worker: UUID, into_worker: UUID, at: datetime) -> None:
    async with database.transaction() as db:
        gone = dict(await db.fetch(statements.GONE_OVER, [from_worker, into_worker]))
        if gone.get(from_worker) == into_worker:
            return
        if from_worker == into_worker or gone:
            raise MergedWithItselfError
        for worker in sorted((from_worker, into_worker)):
            await db.execute(statements.BEGIN_CAREER, worker)
        await db.execute(statements.MAP, from_worker, into_worker, at)
        await db.execute(statements.MAP_CHAIN, from_worker, into_worker)
        await _move_days(from_worker, into_worker)
        for statement in statements.MOVE_REST:
            await db.execute(statement, from_worker, into_worker)
        await events.record(EventKind.WORKERS_MERGED, f'{{"from":"{from_worker}"}}', into_worker)


async def _move_days(from_worker: UUID, into_worker: UUID) -> None:
    """Move assignments and work days; count both careers and the sites' days anew."""
    async with database.transaction() as db:
        months = {(row["worker"], row["month"]) for row in await db.fetch(statements.MONTHS, from_worker, into_worker)}
        await db.execute(statements.COPY_ASSIGNMENTS, from_worker, into_worker)
        for row in await db.fetch(statements.BOTH_HAVE, from_worker, into_worker):
            await db.execute(statements.ONE_LESS, row["site_id"], row["work_date"])
        await db.execute(statements.COPY_DAYS, from_worker, into_worker)
        await db.execute(statements.DROP_DAYS, from_worker)
        await recount([(worker, month) for _, month in months for worker in (from_worker, into_worker)])
        for worker in (from_worker, into_worker):
            await db.execute(RECOUNT_CAREER, worker)
