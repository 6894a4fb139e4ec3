"""Read what happened and decide who hears of it: notices and deliveries, made in the transaction that moves the cursor.

An event that is read again makes nothing twice: the keys are its own.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from time import monotonic
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from backend.events import service as events
from backend.events.service import Event
from backend.kit import clock, database, ids
from backend.kit.arrays import columns
from notifications import settings, statements
from notifications.audiences import TELLING, Wish, company, find
from notifications.kinds import ChannelKind, NoticeKind, RecipientKind
from notifications.rules import KINDS, Setting, choose, when

CONSUMER = "notifications"
BEGAN = "notifications began"
"""The cursor that stays where notices were first started: nothing before it is told."""
LOOK_BACK_EVERY_S = 5.0
LOOK_FAR_EVERY_S = 3600.0
FAR = timedelta(days=1)
"""So far back is looked now and then, for events whose clock was put back."""
PAGE = 1000


class Way(msgspec.Struct, frozen=True):
    """A live address of a recipient."""

    recipient: UUID
    id: UUID
    channel: ChannelKind
    wanted: bool


class Teller:
    """Reads the events page by page from its cursor."""

    def __init__(self) -> None:
        """Begin with a far look, because the process may have been away."""
        self._looked_back = self._looked_far = -LOOK_FAR_EVERY_S
        self._began: UUID | None = None

    async def step(self) -> int:
        """Tell what has not been told; tell how many notices were made."""
        began = await self._beginning()
        cursor = await events.cursor_of(CONSUMER)
        after, made = max(self._since(cursor), began), 0
        while page := await events.to_tell(list(TELLING), after, PAGE):
            made += await tell(page, clock.now())
            after = page[-1].id
        return made

    async def _beginning(self) -> UUID:
        """Give the event id from which on anything is told: that of the first start ever."""
        if self._began is None:
            await events.begin_cursor(BEGAN, ids.new_event_id())
            self._began = await events.cursor_of(BEGAN)
        return self._began

    def _since(self, cursor: UUID) -> UUID:
        """Tell from where to read: mostly the cursor, now and then from behind it."""
        now = monotonic()
        if now - self._looked_far >= LOOK_FAR_EVERY_S:
            self._looked_far = self._looked_back = now
            return min(cursor, events.id_at(clock.now() - FAR))
        if now - self._looked_back >= LOOK_BACK_EVERY_S:
            self._looked_back = now
            return events.look_back(cursor)
        return cursor


async def tell(happened: Sequence[Event], at: datetime) -> int:
    """Make the notices of events, with a delivery for each address, and move the cursor, all or nothing."""
    async with database.transaction():
        wishes = await _without_repetitions(await find(happened, clock.japan_date(at)))
        made = await make(wishes, at)
        await events.move_cursor(CONSUMER, happened[-1].id)
    return made


async def make(wishes: Sequence[Wish], at: datetime, *, unreached: bool = True) -> int:
    """Make notices and their deliveries; tell how many notices are new.

    Args:
        wishes: who is to hear of what.
        at: now.
        unreached: whether the employer of a worker whom nothing reaches is told so.
    """
    new = await _keep(wishes, at)
    if new:
        without = await _deliver(new, at)
        if unreached:
            await _tell_unreached(without, at)
    return len(new)


async def send_to(wish: Wish, address_id: UUID, channel: ChannelKind, at: datetime) -> None:
    """Make a notice that goes to one address, also to one that is not confirmed yet."""
    if await _keep([wish], at):
        row = (wish.recipient, wish.event_id, address_id, channel, True, False, wish.about, at)
        async with database.transaction() as db:
            await db.execute(statements.DELIVERY, *columns([row], 8, texts={6}))


async def _keep(wishes: Sequence[Wish], at: datetime) -> list[Wish]:
    rows = [
        (w.recipient, w.event_id, w.recipient_kind, w.kind, w.about, w.facts, at + KINDS[w.kind].lasts) for w in wishes
    ]
    kept = await database.fetch(statements.NOTICE, *columns(rows, 7, texts={4, 5}), at)
    new = {(row[0], row[1]) for row in kept}
    return [wish for wish in wishes if (wish.recipient, wish.event_id) in new]


async def _deliver(new: Sequence[Wish], at: datetime) -> list[Wish]:
    """Put deliveries into the queue, and take out what they overtake; give what has no address to go to."""
    await _mail_companies(new, at)
    recipients = list({wish.recipient for wish in new})
    set_by = await settings.of(recipients)
    ways: dict[UUID, list[Way]] = defaultdict(list)
    for row in await database.fetch(statements.ADDRESSES, recipients):
        ways[row["recipient"]].append(Way(row["recipient"], row["id"], ChannelKind(row["channel"]), row["wanted"]))
    rows = [
        row
        for wish in new
        for row in _deliveries(wish, ways[wish.recipient], set_by.get(wish.recipient, Setting()), at)
    ]
    about = [(wish.recipient, wish.event_id, wish.about) for wish in new]
    async with database.transaction() as db:
        await db.execute(statements.DELIVERY, *columns(rows, 8, texts={6}))
        await db.execute(statements.OVERTAKE, *columns(about, 3, texts={2}), at)
    return [wish for wish in new if not ways[wish.recipient]]


def _deliveries(wish: Wish, ways: Sequence[Way], setting: Setting, at: datetime) -> list[tuple[object, ...]]:
    due = when(wish.kind, setting, at)
    if due is None:
        return []
    urgent = KINDS[wish.kind].urgent
    return [
        (wish.recipient, wish.event_id, way.id, way.channel, urgent, due.digest, wish.about, due.at)
        for way in choose(wish.kind, ways)
    ]


async def _without_repetitions(wishes: Sequence[Wish]) -> list[Wish]:
    """Leave out that a day is held where that is the last that was said of it."""
    held = [wish for wish in wishes if wish.kind is NoticeKind.DAY_HELD]
    rows = await database.fetch(statements.LAST_SAID, *columns([(w.recipient, w.about) for w in held], 2, texts={1}))
    last = {(row["recipient"], row["about"]): NoticeKind(row["kind"]) for row in rows}
    found = []
    for wish in wishes:
        subject = (wish.recipient, wish.about)
        if wish.kind is not NoticeKind.DAY_HELD or last.get(subject) is not NoticeKind.DAY_HELD:
            found.append(wish)
        last[subject] = wish.kind
    return found


async def _mail_companies(new: Sequence[Wish], at: datetime) -> None:
    """Let a company's mail address be the one its registration names."""
    told = {wish.recipient.int for wish in new if wish.recipient_kind is RecipientKind.COMPANY}
    found = []
    for company_id, value in await database.fetch(statements.MAILS_OF_COMPANIES, list(told)):
        mail = msgspec.json.decode(value) if value else None
        if isinstance(mail, str):
            who = company(company_id)
            found.append((who, uuid5(NAMESPACE_URL, f"mailto:{mail}#{company_id}"), mail, target_hash(mail)))
    async with database.transaction() as db:
        await db.execute(statements.END_FORMER, *columns([row[:2] for row in found], 2), at)
        await db.executemany(statements.OFFICIAL_ADDRESS, [(*row, at) for row in found])


async def _tell_unreached(wishes: Sequence[Wish], at: datetime) -> None:
    """Tell the main employer of a worker whom nothing reaches, at most once a month."""
    workers = {wish.recipient for wish in wishes if wish.recipient_kind is RecipientKind.WORKER}
    if not workers:
        return
    month = f"{clock.japan_date(at):%Y-%m}"
    told = []
    for worker_id, company_id, number, name in await database.fetch(statements.EMPLOYERS, list(workers)):
        facts = msgspec.json.encode({"worker": number, "name": name}).decode()
        key = uuid5(worker_id, month)
        told.append(
            Wish(
                company(company_id),
                RecipientKind.COMPANY,
                key,
                NoticeKind.WORKER_UNREACHED,
                f"unreached {number}",
                facts,
            )
        )
    await make(told, at)


def target_hash(target: str) -> bytes:
    """Give what a target is found by."""
    return sha256(target.encode()).digest()
