"""Sessions, kept in PostgreSQL; only the hash of a token is kept."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID, uuid4

import msgspec

from backend.accounts import errors, statements
from backend.kit import database

SESSION_LASTS = timedelta(days=90)
FRESH_FOR = timedelta(minutes=10)
"""How long after signing in one may change how one signs in."""
SESSION_ID_BYTES = 8


class Account(msgspec.Struct, frozen=True):
    """Who is calling."""

    id: UUID
    worker_id: UUID | None
    signed_in_at: datetime
    session: str
    """The session's public id: enough to name it, not to use it."""
    consents: frozenset[str]
    """What was accepted: kind and version."""


class Session(msgspec.Struct, frozen=True, rename="camel"):
    """One place where an account is signed in."""

    id: str
    device: str | None
    signed_in_at: datetime
    expires_at: datetime
    this: bool


async def open_session(
    account_id: UUID, at: datetime, *, device: str | None = None, credential_id: bytes | None = None
) -> str:
    """Begin a session and give its token, which is known to the phone alone."""
    token = token_urlsafe(32)
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO session (token_hash, account_id, created_at, expires_at, device, credential_id) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            _hash(token),
            account_id,
            at,
            at + SESSION_LASTS,
            device,
            credential_id,
        )
    return token


async def find_account(token: str, at: datetime) -> Account | None:
    """Find who holds a session's token; the account of a merged worker speaks for the one that remains.

    Raises:
        WorkerRemovedError: the worker is no longer registered.
    """
    rows = await database.fetch(statements.CALLER, _hash(token), at)
    if not rows:
        return None
    row = rows[0]
    if row["removed_at"] is not None:
        raise errors.WorkerRemovedError
    session = row["token_hash"][:SESSION_ID_BYTES].hex()
    return Account(row["id"], row["worker_id"], row["created_at"], session, frozenset(row["consents"]))


async def read_account(account_id: UUID) -> Account:
    """Read an account for whom something is done behind the scenes; it has no session there."""
    (row,) = await database.fetch(statements.BEHIND_THE_SCENES, account_id)
    return Account(account_id, row["worker_id"], row["created_at"], "", frozenset())


def require_fresh(account: Account, at: datetime) -> None:
    """See that somebody has signed in a moment ago, before the ways to sign in are changed.

    Raises:
        SignInAgainError: it was longer ago.
    """
    if at - account.signed_in_at > FRESH_FOR:
        raise errors.SignInAgainError


async def close_session(token: str) -> None:
    """End a session."""
    async with database.transaction() as db:
        await db.execute("DELETE FROM session WHERE token_hash = $1", _hash(token))


async def list_sessions(account: Account, at: datetime) -> list[Session]:
    """List where an account is signed in, newest first."""
    rows = await database.fetch(
        "SELECT token_hash, device, created_at, expires_at FROM session "
        "WHERE account_id = $1 AND expires_at > $2 ORDER BY created_at DESC",
        account.id,
        at,
    )
    found = [(row[0][:SESSION_ID_BYTES].hex(), row) for row in rows]
    return [Session(name, row[1], row[2], row[3], name == account.session) for name, row in found]


async def close_one(account: Account, session: str) -> bool:
    """End one session of an account by its public id, and tell whether there was one."""
    try:
        beginning = bytes.fromhex(session)
    except ValueError:
        return False
    async with database.transaction() as db:
        ended = await db.fetch(
            "DELETE FROM session WHERE account_id = $1 AND substr(token_hash, 1, 8) = $2 RETURNING token_hash",
            account.id,
            beginning,
        )
    return bool(ended)


async def close_others(account_id: UUID, session: str = "") -> None:
    """End all sessions of an account but the one named."""
    async with database.transaction() as db:
        await db.execute(
            "DELETE FROM session WHERE account_id = $1 AND encode(substr(token_hash, 1, 8), 'hex') <> $2",
            account_id,
            session,
        )


async def find_labelled(label: str) -> UUID | None:
    """Find the account of a sample person by its label."""
    rows = await database.fetch("SELECT id FROM account WHERE label = $1 AND label <> ''", label)
    return rows[0][0] if rows else None


async def account_of_worker(worker_id: UUID, at: datetime) -> UUID:
    """Give a worker's account, made if there is none."""
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO account (id, worker_id, label, created_at) VALUES ($1, $2, '', $3) "
            "ON CONFLICT (worker_id) DO NOTHING",
            uuid4(),
            worker_id,
            at,
        )
        found: UUID = await db.fetchval("SELECT id FROM account WHERE worker_id = $1", worker_id)
    return found


async def worker_of(account_id: UUID) -> UUID | None:
    """Tell whose account it is; a merged worker's is that of the one that remains."""
    rows = await database.fetch(statements.WORKER_OF, account_id)
    return rows[0][0] if rows else None


async def accounts_with(account_id: UUID) -> list[UUID]:
    """List all accounts that speak for the same person, itself among them."""
    worker_id = await worker_of(account_id)
    rows = await database.fetch(statements.ACCOUNTS_OF, worker_id)
    return [row[0] for row in rows] if worker_id else [account_id]


async def make_account(name: str, at: datetime) -> UUID:
    """Make the account of somebody who is no worker."""
    account_id = uuid4()
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO account (id, worker_id, label, created_at, name) VALUES ($1, NULL, '', $2, $3)",
            account_id,
            at,
            name,
        )
    return account_id


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
