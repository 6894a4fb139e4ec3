"""Tell open phones that something of theirs changed.

One reader per process reads the outbox for the workers who are watching, and wakes their streams.  A signal from
whoever wrote (through Redis between processes, where there is one) makes it read at once; without one it reads often
enough.  A wake-up that is lost costs nothing: the phone asks again when it becomes visible, and polls where streams do
not hold.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import LOOK_BACK, Event
from backend.kit.clock import now
from backend.kit.signals import Signals

INTERVAL_S = 0.2
SILENCE_S = 15.0
MOST_WAITING = 100
"""Events that a stream holds for a slow phone; it reads everything anew anyway."""


class Stream:
    """One open phone: what it is to be told, and what it was told or knew already."""

    def __init__(self, known: set[UUID]) -> None:
        """Begin with what had happened before it opened."""
        self.waiting: asyncio.Queue[Event] = asyncio.Queue(MOST_WAITING)
        self._known = known

    def tell(self, event: Event) -> None:
        """Tell an event, once."""
        if event.id not in self._known and not self.waiting.full():
            self._known.add(event.id)
            self.waiting.put_nowait(event)

    def forget(self, before: UUID) -> None:
        """Forget what nobody will read again."""
        self._known = {event_id for event_id in self._known if event_id >= before}


class Watching:
    """Who is watching in this process."""

    def __init__(self, signals: Signals) -> None:
        """Begin with nobody watching."""
        self._streams: dict[UUID, set[Stream]] = defaultdict(set)
        self._anybody = asyncio.Event()
        self._signals = signals

    @asynccontextmanager
    async def watch(self, worker_id: UUID) -> AsyncIterator[asyncio.Queue[Event]]:
        """Give a queue that holds what happens to a worker from now on."""
        stream = Stream({event.id for event in await events.about([worker_id], _since())})
        self._streams[worker_id].add(stream)
        self._anybody.set()
        try:
            yield stream.waiting
        finally:
            self._streams[worker_id].discard(stream)
            if not self._streams[worker_id]:
                del self._streams[worker_id]

    async def run(self) -> None:
        """Read the outbox for those who watch, until cancelled."""
        while True:
            await self._anybody.wait()
            if not self._streams:
                self._anybody.clear()
                continue
            with suppress(OSError):
                await self.read_once()
            await self._signals.wait(INTERVAL_S)

    async def read_once(self) -> None:
        """Read the outbox once and wake those whom it concerns."""
        since = _since()
        for event in await events.about(list(self._streams), since):
            for stream in self._streams.get(event.worker_id, ()):
                if event.kind is not EventKind.LEVEL_DUE:  # to be judged; what comes of it has its own event
                    stream.tell(event)
        for streams in self._streams.values():
            for stream in streams:
                stream.forget(since)


def _since() -> UUID:
    """Give the event id of the look-back: what is older was told, or will never be committed."""
    ago_ms = int((now() - LOOK_BACK).timestamp() * 1000)
    return UUID(int=ago_ms << 80)
