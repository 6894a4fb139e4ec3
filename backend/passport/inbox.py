"""What happened to me in the last 30 days: grouped by day, newest first, each with the page it opens."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import database
from backend.kit.refusals import Language
from backend.passport import statements
from backend.passport.answers import Answer
from backend.passport.happened import UNSAID, Happened, page_of, say_happened
from backend.passport.visits import in_japan

SHOWN_FOR = timedelta(days=30)


class InboxItem(Answer, frozen=True):
    """One thing that happened, or several about one day."""

    id: UUID
    """That of the newest event in it."""
    kind: str
    at: datetime
    text: str
    address: str
    """The phone's own page."""
    events: int
    read: bool


class InboxAnswer(Answer, frozen=True):
    """The inbox, newest first."""

    unread: int
    items: list[InboxItem]


async def list_inbox(worker_id: UUID, at: datetime, language: Language) -> InboxAnswer:
    """List what happened to a worker in the last 30 days."""
    since = shown_since(at)
    happened = await events.about([worker_id], since)
    rows = await database.fetch(statements.READ_UNTIL, worker_id)
    read_until = rows[0]["id"] if rows else since
    items = [_item(group, read_until, language) for group in group_events(happened)]
    return InboxAnswer(sum(not item.read for item in items), items)


async def unread_of(workers: Sequence[UUID], at: datetime) -> dict[UUID, int]:
    """Tell how many items of each worker's inbox were not read."""
    since = shown_since(at)
    read = {row["worker_id"]: row["id"] for row in await database.fetch(statements.READ_UNTIL_OF, workers)}
    happened: dict[UUID, list[Event]] = defaultdict(list)
    for event in await events.about(workers, min((read.get(one, since) for one in workers), default=since)):
        if event.id > max(read.get(event.worker_id, since), since):
            happened[event.worker_id].append(event)
    return {worker: len(group_events(new)) for worker, new in happened.items()}


async def mark_read(worker_id: UUID, until: UUID) -> None:
    """Keep how far a worker has read; it never goes back, and the same again changes nothing."""
    async with database.transaction() as db:
        await db.execute(statements.MARK_READ, worker_id, until)


def group_events(happened: Iterable[Event]) -> list[list[Event]]:
    """Put together what is about one day, or is the same thing again; newest group first, newest event first."""
    groups: dict[object, list[Event]] = {}
    for event in sorted(happened, key=lambda one: one.id, reverse=True):
        if event.kind not in UNSAID:
            groups.setdefault(_subject(event), []).append(event)
    return list(groups.values())


def _subject(event: Event) -> object:
    body = _body(event)
    what = body.site_id, body.field, body.level, body.qualification_id, body.first_on
    return body.work_date or (event.kind, *what)


def _body(event: Event) -> Happened:
    return msgspec.json.decode(event.body, type=Happened)


def shown_since(at: datetime) -> UUID:
    """Give the event id from which on the inbox shows what happened."""
    return events.id_at(at - SHOWN_FOR)


def instant_of(event_id: UUID) -> datetime:
    """Tell when an event happened, to the millisecond."""
    return datetime.fromtimestamp((event_id.int >> 80) / 1000, UTC)


def _item(group: Sequence[Event], read_until: UUID, language: Language) -> InboxItem:
    """Say the newest event of a group; a further touch says less than what came before it."""
    newest = next((event for event in group if event.kind is not EventKind.DAY_CHANGED), group[0])
    kind, body = newest.kind.name.lower(), _body(newest)
    at = in_japan(instant_of(group[0].id))
    assert at is not None  # noqa: S101  # every event has its instant
    return InboxItem(
        id=group[0].id,
        kind=kind,
        at=at,
        text=say_happened(kind, body, language),
        address=page_of(kind, body),
        events=len(group),
        read=group[0].id <= read_until,
    )
