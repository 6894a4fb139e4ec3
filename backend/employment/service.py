"""Who employs whom (所属): offered by one side, accepted by the other; several at once, one of them main (0017)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.employment import statements
from backend.employment.errors import AlreadyEmployedError, EmploymentDaysError, OfferDecidedError
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from backend.kit.errors import NotFoundError

FURTHEST = timedelta(days=366)
"""So far from today may an employment begin, in either direction: earlier ones are a matter of history."""
ONE_DAY = timedelta(days=1)


class Offer(msgspec.Struct, frozen=True):
    """An employment that one side has offered."""

    id: UUID
    worker_id: UUID
    worker_number: str
    worker: str
    company_number: str
    company: str
    since: date
    main: bool
    by_worker: bool
    offered_at: datetime


class Employment(msgspec.Struct, frozen=True):
    """An employment, over or not."""

    company_number: str
    company: str
    since: date
    until: date | None
    main: bool


async def offer(
    worker_id: UUID, company_id: int, since: date, *, main: bool, by_worker: bool, by: UUID, at: datetime
) -> UUID:
    """Offer an employment, to be accepted by the other side.

    Raises:
        EmploymentDaysError: it would begin more than a year away.
        AlreadyEmployedError: it stands, or is offered already.
    """
    today = clock.japan_date(at)
    if abs(since - today) > FURTHEST:
        raise EmploymentDaysError
    offer_id = ids.new_event_id()
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        if await db.fetch(statements.EMPLOYED_OR_OFFERED, worker_id, company_id, since):
            raise AlreadyEmployedError
        await db.execute(statements.OFFER, worker_id, offer_id, company_id, since, main, by_worker, at, by)
        body = f'{{"companyId":{company_id},"byWorker":{"true" if by_worker else "false"}}}'
        await events.record(EventKind.EMPLOYMENT_OFFERED, body, worker_id)
    return offer_id


async def answer(worker_id: UUID, offer_id: UUID, *, accept: bool, by_worker: bool, by: UUID, at: datetime) -> None:
    """Accept or decline what the other side offered; the same answer again changes nothing.

    Raises:
        NotFoundError: no such offer, or it is one's own.
        OfferDecidedError: it was answered otherwise.
    """
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        row = await db.fetchrow(statements.OFFERED, worker_id, offer_id)
        if row is None or row["by_worker"] is by_worker:
            raise NotFoundError
        if row["accepted"] is not None:
            if row["accepted"] is accept:
                return
            raise OfferDecidedError
        await db.execute(statements.ANSWER_OFFER, worker_id, offer_id, accept, at, by)
        if accept:
            await begin(worker_id, row["company_id"], row["since"], main=row["main"])


async def begin(worker_id: UUID, company_id: int, since: date, *, main: bool) -> None:
    """Let an employment begin.  A new main one ends the old main one on the day before; the first one is main."""
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        current = await db.fetchrow(statements.MAIN_EMPLOYMENT, worker_id, since)
        ending = current is not None and current["until"] is not None
        if ending and not main:
            await db.execute(statements.NOT_MAIN, worker_id, current["company_id"], current["since"])
        if main and current is not None and current["company_id"] != company_id:
            if current["since"] < since:
                await db.execute(
                    statements.END_EMPLOYMENT, worker_id, current["company_id"], current["since"], since - ONE_DAY
                )
                await _tell_ended(worker_id, current["company_id"], by_worker=True)
            else:
                await db.execute(statements.NOT_MAIN, worker_id, current["company_id"], current["since"])
        await db.execute(statements.EMPLOY, worker_id, company_id, since, main or current is None or ending)
        await events.record(EventKind.EMPLOYMENT_BEGUN, f'{{"companyId":{company_id}}}', worker_id)


async def end(worker_id: UUID, company_id: int, last_on: date, *, by_worker: bool) -> None:
    """End an employment with a last day; the other side is told.  Days that were worked stay as they are.

    Raises:
        NotFoundError: this company does not employ the worker.
        EmploymentDaysError: the last day is before the first.
    """
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        row = await db.fetchrow(statements.EMPLOYMENT_NOW, worker_id, company_id)
        if row is None:
            raise NotFoundError
        if last_on < row["since"] - ONE_DAY:
            raise EmploymentDaysError
        await db.execute(statements.END_EMPLOYMENT, worker_id, company_id, row["since"], last_on)
        if row["main"] and await db.fetchval(statements.NEXT_MAIN, worker_id, last_on, company_id) is not None:
            # Two are never main at once: the one that ends is no longer, though it may have days to go.
            await db.execute(statements.NOT_MAIN, worker_id, company_id, row["since"])
        await _tell_ended(worker_id, company_id, by_worker=by_worker)


async def list_of_worker(worker_id: UUID) -> list[Employment]:
    """List a worker's employments, the newest first."""
    return [Employment(*row) for row in await database.fetch(statements.EMPLOYMENTS, worker_id)]


async def offers_to_worker(worker_id: UUID) -> list[Offer]:
    """List the offers of a worker that wait, whoever made them."""
    return [Offer(*row) for row in await database.fetch(statements.OFFERS_OF_WORKER, worker_id)]


async def offers_at_company(company_id: int) -> list[Offer]:
    """List the offers at a company that wait, whoever made them."""
    return [Offer(*row) for row in await database.fetch(statements.OFFERS_AT_COMPANY, company_id)]


async def _tell_ended(worker_id: UUID, company_id: int, *, by_worker: bool) -> None:
    body = f'{{"companyId":{company_id},"byWorker":{"true" if by_worker else "false"}}}'
    await events.record(EventKind.EMPLOYMENT_ENDED, body, worker_id)
