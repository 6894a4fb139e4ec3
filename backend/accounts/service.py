"""Sessions, kept in PostgreSQL; only the hash of a token is kept."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

import msgspec

from backend.kit import database

SESSION_LASTS = timedelta(days=90)


class Account(msgspec.Struct, frozen=True):
    """Who is calling."""

    id: UUID
    worker_id: UUID | None


async def open_session(account_id: UUID, at: datetime) -> str:
    """Begin a session and give its token, which is known to the phone alone."""
    token = token_urlsafe(32)
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO session VALUES ($1, $2, $3, $4)", _hash(token), account_id, at, at + SESSION_LASTS
        )
    return token


async def find_account(token: str, at: datetime) -> Account | None:
    """Find who holds a session's token."""
    rows = await database.fetch(
        "SELECT a.id, a.worker_id FROM session s JOIN account a ON a.id = s.account_id "
        "WHERE s.token_hash = $1 AND s.expires_at > $2",
        _hash(token),
        at,
    )
    return Account(rows[0][0], rows[0][1]) if rows else None


async def close_session(token: str) -> None:
    """End a session."""
    async with database.transaction() as db:
        await db.execute("DELETE FROM session WHERE token_hash = $1", _hash(token))


async def find_labelled(label: str) -> UUID | None:
    """Find the account of a sample person by its label."""
    rows = await database.fetch("SELECT id FROM account WHERE label = $1", label)
    return rows[0][0] if rows else None


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
