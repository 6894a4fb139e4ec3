"""How often somebody may try.  Never truth: what must hold is counted in PostgreSQL; this only slows guessing down.

Within one process it is a table; where REDIS_URL is set, all processes count together.
"""

import time
from typing import Protocol

from redis.asyncio import Redis
from redis.exceptions import RedisError

PREFIX = "passport:limit:"
MOST_KEPT = 100_000
TIMEOUT_S = 0.5


class Limits(Protocol):
    """Counts attempts in windows of time."""

    async def take(self, key: str, most: int, window_s: int) -> int:
        """Count one attempt; give 0, or the seconds to wait where there were too many."""

    async def close(self) -> None:
        """Let go of what is held."""


class OwnLimits:
    """Counts within this process."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._counted: dict[str, int] = {}
        self._ends: dict[str, float] = {}

    async def take(self, key: str, most: int, window_s: int) -> int:
        """Count one attempt; give 0, or the seconds to wait where there were too many."""
        now = time.monotonic()
        if self._ends.get(key, 0) <= now:
            self._forget(now)
            self._counted[key], self._ends[key] = 0, now + window_s
        self._counted[key] += 1
        return 0 if self._counted[key] <= most else max(1, round(self._ends[key] - now))

    async def close(self) -> None:
        """Nothing is held."""

    def _forget(self, now: float) -> None:
        """Make room once there is much: first what is over, then everything."""
        if len(self._ends) < MOST_KEPT:
            return
        self._ends = {key: end for key, end in self._ends.items() if end > now}
        if len(self._ends) >= MOST_KEPT:
            self._ends = {}
        self._counted = {key: self._counted[key] for key in self._ends}


class RedisLimits(OwnLimits):
    """Counts together with the other processes; while Redis is away, within this one."""

    def __init__(self, url: str) -> None:
        """Connect at the first attempt."""
        super().__init__()
        self._redis = Redis.from_url(url, socket_connect_timeout=TIMEOUT_S, socket_timeout=TIMEOUT_S)

    async def take(self, key: str, most: int, window_s: int) -> int:
        """Count one attempt; give 0, or the seconds to wait where there were too many."""
        name = PREFIX + key
        try:
            async with self._redis.pipeline() as pipe:
                pipe.incr(name)
                pipe.expire(name, window_s, nx=True)
                pipe.ttl(name)
                counted, _, left = await pipe.execute()
        except (RedisError, OSError):
            return await super().take(key, most, window_s)
        return 0 if counted <= most else max(1, int(left))

    async def close(self) -> None:
        """Let go of the connections."""
        await self._redis.aclose()


def make_limits(redis_url: str | None) -> Limits:
    """Choose: Redis where there is one."""
    return RedisLimits(redis_url) if redis_url else OwnLimits()
