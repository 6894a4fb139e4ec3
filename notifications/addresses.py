"""Where people are told: their devices' push subscriptions, mail addresses, LINE accounts.

A browser has one subscription: whoever takes it over on a shared phone has it alone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.kit import database
from notifications.kinds import ChannelKind
from notifications.statements import LIVE
from notifications.telling import target_hash

MOST_DEVICES = 20
"""Of one recipient; the one that was reached longest ago gives way."""

KEEP = """
INSERT INTO address AS a (recipient, id, channel, target, target_hash, keys, name, account_id, session,
                          made_at, confirmed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $11, $9, $10)
ON CONFLICT (recipient, id) DO UPDATE SET target = $4, target_hash = $5, keys = $6, name = $7, account_id = $8,
    session = $11,
    confirmed_at = CASE WHEN a.ended_at IS NULL THEN coalesce(a.confirmed_at, $10) ELSE $10 END,
    ended_at = NULL, ended_why = NULL
"""
TAKE_OVER = """
UPDATE address SET ended_at = $5, ended_why = 'another took it over'
WHERE target_hash = $1 AND channel = $2 AND ended_at IS NULL AND (recipient <> $3 OR id <> $4)
"""
LIST = f"SELECT a.* FROM address a WHERE a.recipient = $1 AND {LIVE} ORDER BY a.made_at"
END = """
UPDATE address SET ended_at = $3, ended_why = $4 WHERE recipient = $1 AND id = $2 AND ended_at IS NULL RETURNING id
"""
CONFIRM = """
UPDATE address SET confirmed_at = coalesce(confirmed_at, $3) WHERE recipient = $1 AND id = $2 AND ended_at IS NULL
RETURNING id
"""
KEPT_AFTER_END = timedelta(days=400)


class Kept(msgspec.Struct, frozen=True):
    """An address that is kept."""

    id: UUID
    channel: ChannelKind
    target: str
    name: str | None
    made_at: datetime
    confirmed_at: datetime | None
    reached_at: datetime | None


class New(msgspec.Struct, frozen=True):
    """An address that is to be kept."""

    recipient: UUID
    id: UUID
    channel: ChannelKind
    target: str
    keys: str
    name: str | None
    account_id: UUID
    confirmed: bool
    session: str | None = None
    """The public id of the session in which a device is told, and with which that ends."""


async def keep(new: New, at: datetime) -> None:
    """Keep an address; the same again changes nothing, and nobody else keeps the same device or LINE account."""
    async with database.transaction() as db:
        found = target_hash(new.target)
        if new.channel is not ChannelKind.MAIL:
            await db.execute(TAKE_OVER, found, new.channel, new.recipient, new.id, at)
        await db.execute(
            KEEP,
            new.recipient,
            new.id,
            new.channel,
            new.target,
            found,
            new.keys,
            new.name,
            new.account_id,
            at,
            at if new.confirmed else None,
            new.session,
        )
        kept = [one for one in await list_of(new.recipient) if one.channel is new.channel]
        for one in sorted(kept, key=lambda one: one.reached_at or one.made_at)[: max(0, len(kept) - MOST_DEVICES)]:
            await db.execute(END, new.recipient, one.id, at, "too many devices")


async def list_of(recipient: UUID) -> Sequence[Kept]:
    """List the addresses of a recipient, oldest first."""
    return [
        Kept(
            row["id"],
            ChannelKind(row["channel"]),
            row["target"],
            row["name"],
            row["made_at"],
            row["confirmed_at"],
            row["reached_at"],
        )
        for row in await database.fetch(LIST, recipient)
    ]


async def end(recipient: UUID, address_id: UUID, why: str, at: datetime) -> bool:
    """End an address, and tell whether it was there."""
    async with database.transaction() as db:
        return await db.fetchval(END, recipient, address_id, at, why) is not None


async def confirm(recipient: UUID, address_id: UUID, at: datetime) -> bool:
    """Let an address be used from now on, and tell whether it is there."""
    async with database.transaction() as db:
        return await db.fetchval(CONFIRM, recipient, address_id, at) is not None


async def clean(at: datetime) -> None:
    """Drop link codes whose time is over, and addresses that ended long ago."""
    async with database.transaction() as db:
        await db.execute("DELETE FROM link_code WHERE expires_at < $1", at)
        await db.execute("DELETE FROM address WHERE ended_at < $1", at - KEPT_AFTER_END)
