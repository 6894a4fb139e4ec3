"""Identities made by the application, never by the database."""

import os
import time
from uuid import UUID

from backend.kit import database


def new_event_id(at_ms: int | None = None) -> UUID:
    """Make a UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then chance."""
    ms = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    chance = int.from_bytes(os.urandom(10), "big")
    value = (ms << 80) | chance
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return UUID(int=value)


async def take(kind: str, count: int = 1) -> range:
    """Take the next whole numbers of a kind, in the running transaction."""
    async with database.transaction() as db:
        last: int = await db.fetchval(
            "INSERT INTO counter VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET taken = counter.taken + $2 RETURNING taken",
            kind,
            count,
        )
    return range(last - count + 1, last + 1)
