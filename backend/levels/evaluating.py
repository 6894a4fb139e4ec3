"""Apply for a level, and report what the evaluating body says: the level held, and a card in its colour."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.cards import orders
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from backend.kit.errors import NotFoundError
from backend.levels import errors
from backend.levels import evaluation_statements as statements
from backend.levels.criteria import compiled
from backend.levels.people import read_people
from backend.levels.rules import State, count, judge
from backend.levels.versions import standard_of
from backend.qualifications import service as qualifications
from backend.workers import service as workers
from backend.workers.items import Form

FIRST_DAY = date(2019, 4, 1)
"""When levels began."""
MOST_WAITING = 500


class Application(msgspec.Struct, frozen=True):
    """A level that was applied for, as the register knew the worker when it was filed."""

    worker_id: UUID
    worker_number: str
    worker: str
    id: UUID
    field: str
    level: int
    version: int
    days: int
    foreman_days: int
    qualifications: tuple[str, ...]
    """Official names."""
    filed_at: datetime
    granted: bool | None
    decided_at: datetime | None
    why: str | None


class Report(NamedTuple):
    """What an evaluating body says of a worker."""

    field: str
    level: int
    evaluated_on: date


async def list_of(worker_id: UUID) -> list[Application]:
    """List what a worker has applied for, the newest first."""
    return [_application(row) for row in await database.fetch(statements.OF_WORKER, worker_id)]


async def list_waiting() -> list[Application]:
    """List what waits for an answer, the oldest first; at most 500."""
    return [_application(row) for row in await database.fetch(statements.WAITING, MOST_WAITING)]


async def held_by(worker_id: UUID) -> dict[str, tuple[int, date]]:
    """Give the levels that were reported of a worker: by field the highest, and on which day."""
    rows = await database.fetch(statements.HELD, worker_id)
    return {row["field"]: (row["level"], row["evaluated_on"]) for row in rows}


async def apply(worker_id: UUID, field: str, level: int, version: int, at: datetime) -> Application:
    """Apply for a level that is reached; the register fills in everything.

    Raises:
        NotFoundError: no such field.
        CriteriaChangedError: another version of the standard is in force.
        LevelSimplifiedError: only a detailed registration can be evaluated.
        LevelHeldError, LevelAppliedError: it is held, or was applied for.
        LevelNotReachedError: not reached, or not to be decided here.
    """
    today = clock.japan_date(at)
    standard = await standard_of(field, today)
    if standard.version != version:
        raise errors.CriteriaChangedError
    async with database.transaction() as db:
        worker = await db.fetchrow(statements.HOLD_WORKER, worker_id)
        if worker["form"] == Form.SIMPLIFIED:
            raise errors.LevelSimplifiedError
        if (await held_by(worker_id)).get(field, (1,))[0] >= level:
            raise errors.LevelHeldError
        if await db.fetch(statements.APPLIED, worker_id, field, level):
            raise errors.LevelAppliedError
        person = (await read_people([worker_id], today))[worker_id]
        counted = count(standard, person.history, person.certificates)
        verdict = judge(standard, counted, person.held)[level - 2]
        if verdict.state is not State.REACHED:
            raise errors.LevelNotReachedError
        application_id = ids.new_event_id()
        names = [one.name for one in await qualifications.list_of(worker_id) if one.counts(today)]
        days = counted.days, counted.foreman(standard.levels[level - 2].foreman_counts)
        await db.execute(
            statements.FILE, worker_id, application_id, field, level, version, *days, sorted(set(names)), at
        )
        await events.record(EventKind.LEVEL_APPLIED, _body(field, level), worker_id)
    return next(one for one in await list_of(worker_id) if one.id == application_id)


async def answer(
    worker_id: UUID, application_id: UUID, *, granted: bool, why: str, evaluated_on: date, by: UUID, at: datetime
) -> Application:
    """Answer an application: the level is held from now on, or it is declined with a reason.

    Raises:
        NotFoundError: no such application.
        LevelWhyError: declined without a reason.
        LevelDecidedError: it was answered otherwise.
        EvaluationDayError: on a day that cannot be.
    """
    if not granted and not why:
        raise errors.LevelWhyError
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        row = await db.fetchrow(statements.HOLD, application_id, worker_id)
        if row is None:
            raise NotFoundError
        kept = _application(row)
        if kept.granted is not None:
            if kept.granted is not granted:
                raise errors.LevelDecidedError
            return kept
        if granted:
            await report(worker_id, Report(kept.field, kept.level, evaluated_on), by=by, at=at)
        else:
            body = {"field": kept.field, "level": kept.level, "why": why}
            await events.record(EventKind.LEVEL_DECLINED, msgspec.json.encode(body).decode(), worker_id)
        await db.execute(statements.ANSWER, worker_id, application_id, granted, at, by, why or None)
    return next(one for one in await list_of(worker_id) if one.id == application_id)


async def report(worker_id: UUID, told: Report, *, by: UUID | None, at: datetime) -> None:
    """Keep a level that was evaluated; the highest colours the card, which is ordered.  Safe to send again.

    Raises:
        FieldUnknownError: no such field.
        EvaluationDayError: on a day to come, or before there were levels.
    """
    if told.field not in compiled():
        raise errors.FieldUnknownError
    if not FIRST_DAY <= told.evaluated_on <= clock.japan_date(at):
        raise errors.EvaluationDayError
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        new = await db.fetchval(statements.REPORT, worker_id, *told, at, by)
        await settle(worker_id, at, by=by)
        if not new:
            return
        for row in await db.fetch(statements.OPEN, worker_id, told.field, told.level):
            await db.execute(statements.ANSWER, worker_id, row["id"], True, at, by, None)  # noqa: FBT003  # granted
        await events.record(EventKind.LEVEL_REPORTED, _body(told.field, told.level), worker_id)


async def settle(worker_id: UUID, at: datetime, *, by: UUID | None = None) -> None:
    """Let the card show the highest level that is held; done again, nothing changes."""
    highest = max((level for level, _ in (await held_by(worker_id)).values()), default=1)
    async with database.transaction() as db:
        worker = await db.fetchrow(statements.HOLD_WORKER, worker_id)
        if worker is not None and highest > worker["level"]:
            await workers.raise_level(worker_id, highest)
            await orders.order_in_colour(worker_id, highest, by=by, at=at)


def _body(field: str, level: int) -> str:
    return msgspec.json.encode({"field": field, "level": level}).decode()


def _application(row: database.Row) -> Application:
    return Application(
        row["worker_id"],
        row["worker_number"],
        row["worker"],
        row["id"],
        row["field"],
        row["level"],
        row["version"],
        row["days"],
        row["foreman_days"],
        tuple(row["qualifications"]),
        row["filed_at"],
        row["granted"],
        row["decided_at"],
        row["decided_why"],
    )
