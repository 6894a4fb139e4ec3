"""Identities made by the application, never by the database."""

import os
import time
from uuid import UUID

from backend.kit import database

_CHANCE = (1 << 80) - 1 & ~(0xF << 76) & ~(0x3 << 62)
_VERSION_AND_VARIANT = 0x7 << 76 | 0x2 << 62


def new_event_id() -> UUID:
    """Make a UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then chance."""
    return new_event_ids(1)[0]


def new_event_ids(count: int) -> list[UUID]:
    """Make several, of one moment."""
    base = time.time_ns() // 1_000_000 << 80 | _VERSION_AND_VARIANT
    chance = os.urandom(10 * count)
    return [
        UUID(int=base | int.from_bytes(chance[start : start + 10], "big") & _CHANCE)
        for start in range(0, 10 * count, 10)
    ]


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
