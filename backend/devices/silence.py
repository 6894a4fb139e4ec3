"""Readers that fell silent: heard on the days before, and not heard today when the site has long been at work.

Readers send nothing while nobody touches them, so silence says something only on a morning on which there should have been
touches.  Source: our own rule; none is published.
"""

from datetime import datetime, time, timedelta

from backend.devices import statements
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database, ids

LOOKED_AT = time(9, 30)
"""From this time of day in Japan on, what has not been heard since four in the morning is silent."""
DAY_STARTS = time(4)
HEARD_WITHIN = timedelta(days=5)
"""A reader that was silent longer before is not in use, or was told of already."""


async def tell_silent(at: datetime) -> int:
    """Tell of readers that fell silent, each once until it is heard again; tell how many."""
    since = watched_since(at)
    async with database.transaction() as db:
        await db.execute(statements.HEARD_AGAIN)
        if since is None:
            return 0
        rows = await db.fetch(statements.FELL_SILENT, since, since - HEARD_WITHIN)
        told = [
            Event(events.NOBODY, new, EventKind.READER_SILENT, _body(row["id"], row["seen_at"]))
            for row, new in zip(rows, ids.new_event_ids(len(rows)), strict=True)
        ]
        await events.record_all(told)
    return len(told)


def _body(reader_id: int, seen_at: datetime) -> str:
    return f'{{"readerId":{reader_id},"since":"{seen_at.isoformat()}"}}'


def watched_since(at: datetime) -> datetime | None:
    """Tell since when today's readers should have been heard; None on a Sunday, and while it is too early to say."""
    local = at.astimezone(clock.JAPAN)
    if local.time() < LOOKED_AT or local.weekday() == 6:  # noqa: PLR2004  # Sunday
        return None
    return datetime.combine(local.date(), DAY_STARTS, clock.JAPAN)
