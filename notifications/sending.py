"""Take what is due from the queue, say it in the reader's language, send it, and keep what became of it.

Several processes may do so at once.  A hung service holds its own deliveries up and no others: what is in flight has a
place each, a service that keeps failing rests, and every answer is waited for only so long.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from backend.kit import clock
from backend.passport import inbox
from notifications import queue, words
from notifications.channels import Again, Channel, Failed, Gone, Message, Outcome
from notifications.kinds import ChannelKind, RecipientKind
from notifications.queue import OVERTAKEN, Delivery, Key
from notifications.rules import KINDS, is_quiet, when

PAGE = 120
MOST_IN_FLIGHT = 240  # what the push channel has connections for
AT_MOST_S = 12.0
"""For one answer, whatever the channel itself allows."""
KEEP_EVERY_S = 0.05
GRACE_S = 2.0
"""So long what is on its way is waited for at the end; the supervisor waits a little longer."""
LOOK_EVERY_S = 0.2
FAILURES_IN_A_ROW = 20
REST_S = 30.0

_log = logging.getLogger("passport.notify")


class Sender:
    """Sends by the channels there are."""

    def __init__(self, channels: Mapping[ChannelKind, Channel], readers: int = 3) -> None:
        """Begin with nothing in flight; so many messages at once read the register for their words."""
        self._channels = channels
        self._reading = asyncio.Semaphore(readers)
        self._flying: set[asyncio.Task[None]] = set()
        self._done: list[tuple[Delivery, Outcome]] = []
        self._held: set[Key] = set()
        """What is on its way, or whose outcome is not kept yet: though its lease may end, it is not sent again."""
        self._keeping = asyncio.Lock()
        self._resting = Resting()
        self._wall = Wall()

    async def run(self) -> None:
        """Send until cancelled; what is in flight then is kept as far as it is answered."""
        keeping = asyncio.create_task(self._keep_for_ever())
        try:
            while True:
                if not await self._take():
                    await asyncio.sleep(LOOK_EVERY_S)
        finally:
            keeping.cancel()
            if self._flying:
                await asyncio.wait(self._flying, timeout=GRACE_S)
            for late in self._flying:
                late.cancel()
            await self._keep()

    async def step(self) -> int:
        """Send what is due now and keep what became of it; tell how many messages went out."""
        taken = await self._take()
        await asyncio.gather(*self._flying)
        await self._keep()
        return taken

    async def _take(self) -> int:
        """Lease as much as there is room for, and let it fly."""
        room = MOST_IN_FLIGHT - len(self._flying)
        if room < PAGE // 2:
            await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)
            return 1
        found = await queue.lease(self._wall.now(), min(room, PAGE))
        leased = [one for one in found if self._held.isdisjoint(one.keys)]
        self._held.update(key for one in leased for key in one.keys)
        unread = await inbox.unread_of(list(_workers(leased)), clock.now())
        for delivery in leased:
            flying = asyncio.create_task(self._send(delivery, unread.get(delivery.notices[0].recipient, 0)))
            self._flying.add(flying)
            flying.add_done_callback(self._flying.discard)
        return len(found)

    async def _send(self, delivery: Delivery, unread: int) -> None:
        try:
            outcome = await self._try(delivery, unread)
        except Exception:  # noqa: BLE001  # whatever it was, the other deliveries go on and this one is tried again
            _log.exception("a notice could not be made or sent, and will be tried again")
            outcome = Again("mistake")
        self._done.append((delivery, outcome))

    async def _try(self, delivery: Delivery, unread: int) -> Outcome:
        at = clock.now()
        channel = self._channels.get(delivery.channel)
        if channel is None:
            return Failed("this way is not set up")
        if delivery.ended:
            return Gone("ended before it was sent")
        if at >= delivery.notices[-1].expires_at:
            return Failed("too late")
        if wait := _still_quiet(delivery, at):
            return Again("quiet hours", wait, tried=False)
        async with self._reading:
            message = await _message(delivery, unread, at)
        if message is None:
            return Failed(OVERTAKEN)
        service = _service(delivery)
        if self._resting.rests(service):
            return Again("the service rests", tried=False)
        try:
            outcome = await asyncio.wait_for(channel.send(delivery.address, message), AT_MOST_S)
        except TimeoutError:
            outcome = Again("no answer")
        self._resting.note(service, bad=isinstance(outcome, Again))
        return outcome

    async def _keep_for_ever(self) -> None:
        while True:
            await asyncio.sleep(KEEP_EVERY_S)
            try:
                await self._keep()
            except Exception:  # noqa: BLE001  # the database is away, perhaps: outcomes wait here until it is back
                _log.exception("outcomes could not be kept and will be tried again")

    async def _keep(self) -> None:
        async with self._keeping:
            while done := self._done[:1000]:
                await queue.keep(done, clock.now())
                del self._done[: len(done)]
                self._held.difference_update(key for one, _ in done for key in one.keys)


class Resting:
    """Which services failed so often in a row that they are left alone for a while."""

    def __init__(self) -> None:
        """Begin with all of them well."""
        self._failures: dict[str, int] = defaultdict(int)
        self._until: dict[str, float] = {}

    def rests(self, service: str) -> bool:
        """Tell whether a service is left alone now."""
        return time.monotonic() < self._until.get(service, 0.0)

    def note(self, service: str, *, bad: bool) -> None:
        """Note an answer; one good one makes up for all bad ones."""
        self._failures[service] = self._failures[service] + 1 if bad else 0
        if self._failures[service] >= FAILURES_IN_A_ROW:
            self._failures[service] = 0
            self._until[service] = time.monotonic() + REST_S


class Wall:
    """The time of day, which may be put back: what was due stays due."""

    def __init__(self) -> None:
        """Note how the wall clock stands to the one that cannot be set."""
        self._furthest = self._ahead()

    def now(self) -> datetime:
        """Tell the instant up to which something is due."""
        ahead = self._ahead()
        self._furthest = max(self._furthest, ahead)
        return clock.now() + (self._furthest - ahead)

    def _ahead(self) -> timedelta:
        return clock.now() - datetime.fromtimestamp(time.monotonic(), clock.now().tzinfo)


async def _message(delivery: Delivery, unread: int, at: datetime) -> Message | None:
    """Say what a delivery holds; None where nothing of it is true any more."""
    language, newest = delivery.setting.language, delivery.notices[-1]
    said = [await words.say(one.kind, one.recipient, one.facts, language, at) for one in delivery.notices]
    sayings = [one for one in said if one is not None]
    if not sayings:
        return None
    saying = words.say_digest(sayings, language)
    return Message(
        id=newest.event_id,
        delivery=uuid5(NAMESPACE_URL, f"{newest.recipient}/{newest.event_id}/{delivery.address.id}"),
        title=saying.title,
        body=saying.body,
        language=language,
        about=newest.about if len(sayings) == 1 else "digest",
        address=saying.address,
        urgent=KINDS[newest.kind].urgent,
        at=newest.made_at,
        expires_at=newest.expires_at,
        unread=unread,
    )


def _service(delivery: Delivery) -> str:
    """Name who answers for an address: a push service, the mail of a domain, LINE."""
    target = delivery.address.target
    if delivery.channel is ChannelKind.MAIL:
        return f"mail of {target.rpartition('@')[2]}"
    return urlsplit(target).netloc or delivery.channel.name


def _still_quiet(delivery: Delivery, at: datetime) -> timedelta | None:
    """Tell how long to wait where a retry or a late start falls into the quiet hours."""
    notice = delivery.notices[-1]
    if KINDS[notice.kind].urgent or not is_quiet(delivery.setting, at):
        return None
    due = when(notice.kind, delivery.setting, at)
    return due.at - at if due is not None and not due.digest else None


def _workers(leased: Sequence[Delivery]) -> set[UUID]:
    return {one.notices[0].recipient for one in leased if one.notices[0].recipient_kind is RecipientKind.WORKER}
