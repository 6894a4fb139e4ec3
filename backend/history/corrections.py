"""Correct a work day (訂正): a further entry replaces the effect of an earlier one, and the old values are kept."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.history import statements
from backend.history.errors import NothingToCorrectError
from backend.history.retrying import retried
from backend.history.service import recount
from backend.kit import clock, database, ids


class Correction(NamedTuple):
    """What is to hold instead; without an entry the day is taken away."""

    worker_id: UUID
    work_date: date
    site_id: int
    entry_at: datetime | None
    exit_at: datetime | None
    why: str
    claim_id: UUID | None = None


async def correct(correction: Correction, *, by_account: UUID, at: datetime) -> UUID:
    """Put a work day's times right, or take the day away; give the id of the entry that says so.

    The totals follow.  A later touch of that day folds into what was put right, or begins the day anew.

    Raises:
        NothingToCorrectError: there is no record of that day at that site.
    """
    return await retried(lambda: correct_once(correction, by_account=by_account, at=at))


async def correct_once(correction: Correction, *, by_account: UUID, at: datetime) -> UUID:
    """Do the same in the running transaction."""
    made = ids.new_event_id()
    day = (correction.worker_id, correction.work_date, correction.site_id)
    async with database.transaction() as db:
        await db.execute(statements.HOLD_CAREER, correction.worker_id)  # whoever counts meanwhile finds another turn
        told = (correction.claim_id, correction.why, correction.entry_at, correction.exit_at)
        if await db.fetchval(statements.KEEP_CORRECTION, *day, made, at, by_account, *told) is None:
            raise NothingToCorrectError
        if correction.entry_at is None:
            await db.execute(statements.TAKE_AWAY, *day)
            await db.execute(statements.ONE_LESS_AT_SITE, correction.site_id, correction.work_date)
            await db.execute(statements.NOBODY_AT_SITE, correction.site_id, correction.work_date)
        else:
            touches = 1 if correction.exit_at is None else 2
            await db.execute(statements.PUT_TIMES_RIGHT, *day, correction.entry_at, correction.exit_at, touches)
        await recount([(correction.worker_id, clock.month_of(correction.work_date))])
        await db.execute(statements.RECOUNT_CAREER, correction.worker_id)
        body = f'{{"workDate":"{correction.work_date}"}}'
        await events.record(EventKind.DAY_CORRECTED, body, correction.worker_id)
    return made
