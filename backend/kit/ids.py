"""Identities made by the application, never by the database."""

import os
import time
from uuid import UUID

from backend.kit import database

_TAIL = (1 << 74) - 1
_LOW = (1 << 62) - 1
_VERSION_AND_VARIANT = 0x7 << 76 | 0x2 << 62
_newest = [0, 0]
"""The last id this process made: its milliseconds, and the 74 bits behind them."""


def new_event_id() -> UUID:
    """Make a UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 bits that begin with chance."""
    return new_event_ids(1)[0]


def new_event_ids(count: int) -> list[UUID]:
    """Make several, in order: what one process makes later sorts later, also within a millisecond."""
    ms, tail = _newest
    now = time.time_ns() // 1_000_000
    if now > ms:
        ms, tail = now, int.from_bytes(os.urandom(9), "big")
    steps = os.urandom(4 * count)
    made = []
    for start in range(0, 4 * count, 4):
        tail += 1 + int.from_bytes(steps[start : start + 4], "big")
        if tail > _TAIL:
            ms, tail = ms + 1, tail & _LOW
        made.append(UUID(int=ms << 80 | _VERSION_AND_VARIANT | tail >> 62 << 64 | tail & _LOW))
    _newest[:] = ms, tail
    return made


async def take(kind: str, count: int = 1) -> range:
    """Take the next whole numbers of a kind, in the running transaction."""
    async with database.transaction() as db:
        last: int = await db.fetchval(
            "INSERT INTO counter VALUES ($1, $2) "
            "ON CONFLICT (kind) DO UPDATE SET taken = counter.taken + $2 RETURNING taken",
            kind,
            count,
        )
    return range(last - count + 1, last + 1)
