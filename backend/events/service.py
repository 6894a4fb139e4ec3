"""Keep what happened, in the transaction of the change; read it again from a cursor."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.events.kinds import EventKind
from backend.kit import database, ids
from backend.kit.arrays import columns

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


INSERT = """
INSERT INTO event (worker_id, id, kind, body)
SELECT * FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::int2[], $4::text[])
"""

TO_TELL = """
SELECT worker_id, id, kind, body FROM event WHERE kind >= 3 AND kind = ANY($1::int2[]) AND id > $2 ORDER BY id LIMIT $3
"""
PAGE = 1000


async def record(kind: EventKind, body: str, worker_id: UUID = NOBODY) -> None:
    """Keep one event."""
    await record_all([Event(worker_id, ids.new_event_id(), kind, body)])


async def record_all(happened: Sequence[Event]) -> None:
    """Keep events."""
    async with database.transaction() as db:
        await db.execute(INSERT, *columns(happened, 4, texts={3}))


async def about(workers: Sequence[UUID], after: UUID) -> list[Event]:
    """Read what happened to some workers after an event, oldest first."""
    rows = await database.fetch(
        "SELECT worker_id, id, kind, body FROM event WHERE worker_id = ANY($1::uuid[]) AND id > $2 ORDER BY id",
        workers,
        after,
    )
    return [Event(row[0], row[1], EventKind(row[2]), row[3]) for row in rows]


async def all_of(kinds: Sequence[EventKind], after: UUID) -> AsyncIterator[Event]:
    """Read every event of some kinds from 3 on, oldest first."""
    while True:
        page = await to_tell(kinds, after, PAGE)
        for event in page:
            yield event
        if len(page) < PAGE:
            return
        after = page[-1].id


async def to_tell(kinds: Sequence[EventKind], after: UUID, limit: int) -> list[Event]:
    """Read events that somebody may be told of (kinds from 3 on, which have an index of their own), oldest first."""
    rows = await database.fetch(TO_TELL, kinds, after, limit)
    return [Event(row[0], row[1], EventKind(row[2]), row[3]) for row in rows]


def id_at(at: datetime) -> UUID:
    """Give the smallest event id of an instant."""
    return UUID(int=max(int(at.timestamp() * 1000), 0) << 80)


def look_back(cursor: UUID) -> UUID:
    """Give the event id 60 s before a cursor."""
    ms = max((cursor.int >> 80) - int(LOOK_BACK.total_seconds() * 1000), 0)
    return UUID(int=ms << 80)


async def cursor_of(consumer: str) -> UUID:
    """Tell how far a consumer has read; the beginning of time if it never has."""
    rows = await database.fetch("SELECT id FROM event_cursor WHERE consumer = $1", consumer)
    return rows[0][0] if rows else NOBODY


async def begin_cursor(consumer: str, at: UUID) -> None:
    """Keep where a consumer begins, if it never has read."""
    async with database.transaction() as db:
        await db.execute("INSERT INTO event_cursor VALUES ($1, $2) ON CONFLICT (consumer) DO NOTHING", consumer, at)


async def move_cursor(consumer: str, to: UUID) -> None:
    """Keep how far a consumer has read; it never goes back."""
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO event_cursor VALUES ($1, $2) ON CONFLICT (consumer) DO UPDATE "
            "SET id = greatest(event_cursor.id, excluded.id)",
            consumer,
            to,
        )
