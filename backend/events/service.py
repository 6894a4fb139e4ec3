"""Keep what happened, in the transaction of the change; read it again from a cursor."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from backend.events.kinds import EventKind
from backend.kit import database, ids

LOOK_BACK = timedelta(seconds=60)
"""A reader looks this far behind its cursor, for transactions that were slow to commit."""

NOBODY = UUID(int=0)
"""Stands where an event is about no worker."""


class Event(NamedTuple):
    """One thing that happened; the body is JSON."""

    worker_id: UUID
    id: UUID
    kind: EventKind
    body: str


INSERT = "INSERT INTO event (worker_id, id, kind, body) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int2[], $4::text[])"


async def record(kind: EventKind, body: str, worker_id: UUID = NOBODY) -> None:
    """Keep one event."""
    async with database.transaction() as db:
        await db.execute(INSERT, [worker_id], [ids.new_event_id()], [kind], [body])


async def about(workers: Sequence[UUID], after: UUID) -> list[Event]:
    """Read what happened to some workers after an event, oldest first."""
    rows = await database.fetch(
        "SELECT worker_id, id, kind, body FROM event WHERE worker_id = ANY($1::uuid[]) AND id > $2 ORDER BY id",
        workers,
        after,
    )
    return [Event(row[0], row[1], EventKind(row[2]), row[3]) for row in rows]


async def of_kinds(kinds: Sequence[EventKind], after: UUID, limit: int = 1000) -> list[Event]:
    """Read events of some kinds after an event, oldest first, whomever they are about."""
    rows = await database.fetch(
        "SELECT worker_id, id, kind, body FROM event WHERE id > $2 AND kind = ANY($1::int2[]) ORDER BY id LIMIT $3",
        kinds,
        after,
        limit,
    )
    return [Event(row[0], row[1], EventKind(row[2]), row[3]) for row in rows]
