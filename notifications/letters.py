"""Letters of the operator to a group of workers: told page by page, each page in one transaction with its place."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.kit import clock, database, ids
from notifications.audiences import Wish
from notifications.kinds import NoticeKind, RecipientKind
from notifications.telling import make

PAGE = 2000

NEXT = "SELECT * FROM letter WHERE planned_at IS NULL ORDER BY id LIMIT 1"
HOLD = "SELECT planned_until FROM letter WHERE id = $1 AND planned_at IS NULL FOR UPDATE"
PEOPLE = """
SELECT w.id FROM worker w
WHERE w.id > $1 AND ($2::int2[] IS NULL OR w.prefecture = ANY($2))
  AND NOT EXISTS (SELECT FROM worker_removal r WHERE r.worker_id = w.id)
  AND NOT EXISTS (SELECT FROM worker_merge m WHERE m.worker_id = w.id)
ORDER BY w.id LIMIT $3
"""
MOVE = "UPDATE letter SET planned_until = $2, planned_at = $3, told = told + $4 WHERE id = $1"
WRITE = """
INSERT INTO letter (id, title, body, audience, written_by, written_at, told) VALUES ($1, $2, $3, $4, $5, $6, 0)
"""


class Audience(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """To whom a letter goes: everybody, or who lives in some prefectures (1 to 47)."""

    prefectures: list[int] | None = None


class Letter(msgspec.Struct, frozen=True):
    """A letter, and how far it is told."""

    id: UUID
    title: str
    body: str
    audience: Audience
    written_at: datetime
    told_at: datetime | None
    told: int
    """To how many workers so far."""


async def write(title: str, body: str, audience: Audience, *, by: UUID, at: datetime) -> UUID:
    """Keep a letter; it is told soon after."""
    letter_id = ids.new_event_id()
    async with database.transaction() as db:
        await db.execute(WRITE, letter_id, title, body, msgspec.json.encode(audience).decode(), by, at)
    return letter_id


async def list_letters() -> Sequence[Letter]:
    """List the newest letters."""
    rows = await database.fetch("SELECT * FROM letter ORDER BY id DESC LIMIT 100")
    return [
        Letter(
            row["id"],
            row["title"],
            row["body"],
            msgspec.json.decode(row["audience"], type=Audience),
            row["written_at"],
            row["planned_at"],
            row["told"],
        )
        for row in rows
    ]


async def step() -> int:
    """Tell the oldest letter that is not told yet to its next page of people; tell how many."""
    rows = await database.fetch(NEXT)
    return await _tell_page(rows[0]) if rows else 0


async def _tell_page(letter: database.Row) -> int:
    at = clock.now()
    audience = msgspec.json.decode(letter["audience"], type=Audience)
    facts = msgspec.json.encode({"title": letter["title"], "text": letter["body"]}).decode()
    async with database.transaction() as db:
        held = await db.fetch(HOLD, letter["id"])
        if not held:
            return 0
        after = held[0]["planned_until"] or UUID(int=0)
        people = [row["id"] for row in await db.fetch(PEOPLE, after, audience.prefectures, PAGE)]
        wishes = [
            Wish(one, RecipientKind.WORKER, letter["id"], NoticeKind.LETTER, f"letter {letter['id']}", facts)
            for one in people
        ]
        await make(wishes, at, unreached=False)
        whole = len(people) < PAGE
        await db.execute(MOVE, letter["id"], people[-1] if people else after, at if whole else None, len(people))
    return len(people)
