"""A LINE account of one's own: tied by a code that its owner sends to ours, let go by either side."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from backend.kit import database
from backend.kit.pepper import peppered
from backend.kit.refusals import HELP_LETTERS
from backend.settings import settings
from notifications import addresses
from notifications.addresses import New
from notifications.errors import LineUnavailableError
from notifications.kinds import ChannelKind
from notifications.line_hook import CODE_LENGTH, Left, Told, Wrote, code_in
from notifications.telling import target_hash

CODE_LASTS = timedelta(minutes=30)

GIVE = """
INSERT INTO link_code (code_hash, recipient, account_id, expires_at) VALUES ($1, $2, $3, $4)
"""
FORGET = "DELETE FROM link_code WHERE recipient = $1"
USE = "DELETE FROM link_code WHERE code_hash = $1 AND expires_at > $2 RETURNING recipient, account_id"
OF_USER = "SELECT recipient, id FROM address WHERE target_hash = $1 AND channel = 3 AND ended_at IS NULL"


async def give_code(recipient: UUID, account_id: UUID, at: datetime) -> tuple[str, datetime]:
    """Give a code that ties whoever sends it on LINE to a recipient; the one before is void.

    Raises:
        LineUnavailableError: no LINE account is set up here.
    """
    if settings().line_token is None:
        raise LineUnavailableError
    code = "".join(secrets.choice(HELP_LETTERS) for _ in range(CODE_LENGTH))
    async with database.transaction() as db:
        await db.execute(FORGET, recipient)
        await db.execute(GIVE, _hash(code), recipient, account_id, at + CODE_LASTS)
    return code, at + CODE_LASTS


async def take_in(told: Iterable[Told], at: datetime) -> None:
    """Tie who sent a code that holds, and let go of who left."""
    for one in told:
        if isinstance(one, Wrote) and (code := code_in(one.text)):
            await _tie(code, one.user, at)
        elif isinstance(one, Left):
            for row in await database.fetch(OF_USER, target_hash(one.user)):
                await addresses.end(row["recipient"], row["id"], "left on LINE", at)


async def end(recipient: UUID, at: datetime) -> bool:
    """Let go of one's own LINE account, and tell whether there was one."""
    kept = [one for one in await addresses.list_of(recipient) if one.channel is ChannelKind.LINE]
    return any([await addresses.end(recipient, one.id, "asked for", at) for one in kept])


async def _tie(code: str, user: str, at: datetime) -> None:
    async with database.transaction() as db:
        row = await db.fetchrow(USE, _hash(code), at)
        if row is not None:
            recipient, account_id = row
            new = New(recipient, uuid5(recipient, user), ChannelKind.LINE, user, "{}", None, account_id, confirmed=True)
            await addresses.keep(new, at)


def _hash(code: str) -> bytes:
    return peppered(b"line", code.encode())
