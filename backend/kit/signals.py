"""A nudge between whoever writes and whoever waits: “look again”.  Never truth: a lost nudge costs a moment.

Within one process it is an event; where REDIS_URL is set, every process hears every other's.
"""

import asyncio
import contextlib
from typing import Protocol

from redis.asyncio import Redis
from redis.exceptions import RedisError

CHANNEL = "passport:written"
RETRY_S = 1.0


class Signals(Protocol):
    """How processes nudge each other."""

    def nudge(self) -> None:
        """Say that something was written."""

    async def wait(self, at_most_s: float) -> None:
        """Wait for a nudge, but not longer."""

    async def close(self) -> None:
        """Stop listening."""


class OwnSignals:
    """Nudges within this process."""

    def __init__(self) -> None:
        """Begin quietly."""
        self._written = asyncio.Event()

    def nudge(self) -> None:
        """Say that something was written."""
        self._written.set()

    async def wait(self, at_most_s: float) -> None:
        """Wait for a nudge, but not longer."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._written.wait(), at_most_s)
        self._written.clear()

    async def close(self) -> None:
        """Nothing to stop."""


class RedisSignals(OwnSignals):
    """Nudges between processes; when Redis is away, those within this process still work."""

    def __init__(self, url: str) -> None:
        """Listen."""
        super().__init__()
        self._redis = Redis.from_url(url, socket_connect_timeout=RETRY_S, socket_timeout=None)
        self._owed = asyncio.Event()
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._publish())]

    def nudge(self) -> None:
        """Say that something was written, here at once and to the others soon."""
        super().nudge()
        self._owed.set()

    async def close(self) -> None:
        """Stop listening."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._redis.aclose()

    async def _publish(self) -> None:
        """Nudge the others, many writes by one message."""
        while True:
            await self._owed.wait()
            self._owed.clear()
            try:
                await self._redis.publish(CHANNEL, b"")
            except (RedisError, OSError):
                await asyncio.sleep(RETRY_S)

    async def _listen(self) -> None:
        while True:
            try:
                async with self._redis.pubsub() as heard:
                    await heard.subscribe(CHANNEL)
                    async for _ in heard.listen():
                        super().nudge()
            except (RedisError, OSError):
                await asyncio.sleep(RETRY_S)


def make_signals(redis_url: str | None) -> Signals:
    """Choose: Redis where there is one."""
    return RedisSignals(redis_url) if redis_url else OwnSignals()
