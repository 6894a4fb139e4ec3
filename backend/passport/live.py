"""Tell open phones that something of theirs changed.

One reader per process reads the outbox for the workers who are watching, and wakes their streams.  A wake-up that is
lost costs nothing: the phone asks again when it becomes visible, and polls where streams do not hold.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from backend.events import service as events
from backend.events.service import LOOK_BACK, Event
from backend.kit.clock import now

INTERVAL_S = 0.2
SILENCE_S = 15.0

_ago_ms = int(LOOK_BACK.total_seconds() * 1000)


class Watching:
    """Who is watching in this process."""

    def __init__(self) -> None:
        """Begin with nobody watching."""
        self._streams: dict[UUID, set[asyncio.Queue[Event]]] = defaultdict(set)
        self._seen: dict[UUID, None] = {}
        self._anybody = asyncio.Event()

    @asynccontextmanager
    async def watch(self, worker_id: UUID) -> AsyncIterator[asyncio.Queue[Event]]:
        """Give a queue that holds what happens to a worker from now on."""
        queue: asyncio.Queue[Event] = asyncio.Queue(maxsize=100)
        for event in await events.about([worker_id], _since()):
            self._seen.setdefault(event.id)
        self._streams[worker_id].add(queue)
        self._anybody.set()
        try:
            yield queue
        finally:
            self._streams[worker_id].discard(queue)
            if not self._streams[worker_id]:
                del self._streams[worker_id]

    async def run(self) -> None:
        """Read the outbox for those who watch, until cancelled."""
        while True:
            await self._anybody.wait()
            if not self._streams:
                self._anybody.clear()
                self._seen.clear()
                continue
            with suppress(OSError, ConnectionError):
                await self._read_once()
            await asyncio.sleep(INTERVAL_S)

    async def _read_once(self) -> None:
        since = _since()
        for event in await events.about(list(self._streams), since):
            if event.id not in self._seen:
                self._seen[event.id] = None
                self._wake(event)
        for old in [event_id for event_id in self._seen if event_id < since]:
            del self._seen[old]

    def _wake(self, event: Event) -> None:
        for queue in self._streams.get(event.worker_id, ()):
            if not queue.full():
                queue.put_nowait(event)


def _since() -> UUID:
    """Give the event id of the look-back: what is older was seen, or will never be committed."""
    return UUID(int=(int(now().timestamp() * 1000) - _ago_ms) << 80)
