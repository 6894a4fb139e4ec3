"""Whom an event concerns: a worker, office users, a company; each found in the register as it stands now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.events.kinds import EventKind
from backend.events.service import NOBODY, Event
from backend.kit import database
from notifications import statements
from notifications.kinds import NoticeKind, RecipientKind

TELLING: dict[EventKind, NoticeKind] = {
    kind: NoticeKind[kind.name] for kind in EventKind if kind.name in NoticeKind.__members__
}
"""Which events somebody is told of; both bear the same name."""

_OF_COMPANIES = {EventKind.COMPANY_EXPIRING, EventKind.COMPANY_RENEWED}
_OF_READERS = {EventKind.READER_SILENT, EventKind.READER_CONFLICT}


class Body(msgspec.Struct, frozen=True, rename="camel"):
    """What the bodies of events hold, as far as it is told."""

    work_date: date | None = None
    application_id: UUID | None = None
    company_id: int | None = None
    reader_id: int | None = None
    by_worker: bool | None = None
    months: int | None = None
    until: date | None = None
    field: str | None = None
    level: int | None = None


class Wish(msgspec.Struct, frozen=True):
    """That somebody is to hear of an event."""

    recipient: UUID
    recipient_kind: RecipientKind
    event_id: UUID
    kind: NoticeKind
    about: str
    facts: str
    """JSON: the event's own body, and what is needed to say it."""


async def find(happened: Sequence[Event], today: date) -> list[Wish]:
    """Find who is to hear of events, in the order in which they happened."""
    told = [(event, msgspec.json.decode(event.body, type=Body)) for event in happened if event.kind in TELLING]
    wishes = [
        *await _workers(told),
        *await _filers(told),
        *await _companies(told, today),
        *await _readers(told, today),
    ]
    return sorted({(wish.recipient, wish.event_id): wish for wish in wishes}.values(), key=lambda wish: wish.event_id)


def company(company_id: int) -> UUID:
    """Give the recipient id of a company, which no worker or account can have."""
    return UUID(int=company_id)


async def _workers(told: Iterable[tuple[Event, Body]]) -> list[Wish]:
    concerned = [
        (event, body)
        for event, body in told
        # Who ended or offered an employment by their own hand knows it already.
        if event.worker_id != NOBODY and not body.by_worker
    ]
    ids = list({event.worker_id for event, _ in concerned})
    stands_for = {row[0]: row[1] for row in await database.fetch(statements.STANDING_FOR, ids)}
    ids += stands_for.values()
    gone = {row[0] for row in await database.fetch(statements.REMOVED, ids)}
    found = [(stands_for.get(event.worker_id, event.worker_id), event, body) for event, body in concerned]
    return [_wish(who, RecipientKind.WORKER, event, body) for who, event, body in found if who not in gone]


async def _filers(told: Iterable[tuple[Event, Body]]) -> list[Wish]:
    """Whoever filed an application hears what became of it; the worker it is about was found already."""
    filed = [(event, body) for event, body in told if body.application_id and event.kind is not EventKind.CONSENT_ASKED]
    rows = await database.fetch(statements.FILERS, [body.application_id for _, body in filed])
    filers = {row["id"]: row for row in rows}
    found = []
    for event, body in filed:
        row = filers.get(body.application_id)
        if row is not None and row["worker_id"] is None:
            found.append(_wish(row["account_id"], RecipientKind.USER, event, body))
        elif row is not None:
            found.append(_wish(row["worker_id"], RecipientKind.WORKER, event, body))
    return found


async def _companies(told: Iterable[tuple[Event, Body]], today: date) -> list[Wish]:
    """The company itself, by mail, and its responsible persons on their own devices."""
    concerned = [(event, body) for event, body in told if event.kind in _OF_COMPANIES and body.company_id]
    rows = await database.fetch(statements.AT_COMPANIES, [body.company_id for _, body in concerned], today)
    users = defaultdict(list)
    for row in rows:
        users[row["company_id"]].append(row)
    found = []
    for event, body in concerned:
        assert body.company_id  # noqa: S101  # as chosen above
        found.append(_wish(company(body.company_id), RecipientKind.COMPANY, event, body))
        found += [_wish(row["recipient"], _kind(row), event, body) for row in users[body.company_id]]
    return found


async def _readers(told: Iterable[tuple[Event, Body]], today: date) -> list[Wish]:
    """Whoever runs the site at which a reader stands."""
    concerned = [(event, body) for event, body in told if event.kind in _OF_READERS]
    rows = await database.fetch(statements.AT_READERS, [body.reader_id for _, body in concerned], today)
    found = []
    for event, body in concerned:
        for row in rows:
            if row["reader_id"] == body.reader_id:
                facts = {"reader": row["name"], "site": row["site"], "siteNumber": row["site_number"]}
                found.append(_wish(row["recipient"], _kind(row), event, body, facts))
    return found


def _kind(row: database.Row) -> RecipientKind:
    """An office user who is a worker too is told as the worker, on the same devices."""
    return RecipientKind.WORKER if row["is_worker"] else RecipientKind.USER


def _wish(who: UUID, kind: RecipientKind, event: Event, body: Body, facts: dict[str, str | None] | None = None) -> Wish:
    known = event.body if facts is None else msgspec.json.encode(msgspec.json.decode(event.body) | facts).decode()
    return Wish(who, kind, event.id, TELLING[event.kind], _about(event, body), known)


def _about(event: Event, body: Body) -> str:
    """Name the subject; what happened later to the same takes the place of what waits."""
    if body.work_date:
        return f"day {body.work_date}"
    if body.application_id:
        return f"application {body.application_id}"
    if body.reader_id:
        return f"reader {body.reader_id}"
    if body.field:
        return f"level {body.field} {body.level}"
    if event.kind.name.startswith("RECOVERY_"):
        return "recovery"
    return f"{event.kind.name.lower()} {event.id}"
