"""Enrol readers, know their keys, revoke them."""

import time
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from backend.devices.kinds import Device
from backend.devices.rules import ReaderKey, session_key
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database, ids
from backend.kit.numbers import NumberKind, make_number

SESSION_LASTS = timedelta(hours=12)
_REMEMBERED_S = 300.0
"""A key never changes; that a reader is revoked is asked with every report, not remembered."""

_keys: dict[str, tuple[float, ReaderKey]] = {}
_sessions: dict[UUID, "Session"] = {}


class Session(msgspec.Struct, frozen=True):
    """A shared secret for a while, so that single taps need no signature of their own."""

    id: UUID
    reader: ReaderKey
    key: bytes
    expires_at: datetime


class NewReader(msgspec.Struct, frozen=True):
    """What is said when a reader is enrolled."""

    name: str
    kind: Device
    company_id: int
    public_key: bytes
    site_id: int | None = None


async def enrol(new: NewReader, at: datetime) -> tuple[int, str]:
    """Enrol a reader with its public key (Ed25519, 32 bytes); give its id and number."""
    async with database.transaction() as db:
        (reader_id,) = await ids.take("reader")
        number = make_number(NumberKind.READER, reader_id)
        await db.execute(
            "INSERT INTO reader VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)",
            reader_id,
            number,
            new.name,
            new.kind,
            new.company_id,
            new.site_id,
            new.public_key,
            at,
        )
    return reader_id, number


async def find_key(reader_number: str) -> ReaderKey | None:
    """Find the key of an enrolled reader, revoked ones too."""
    known = _keys.get(reader_number)
    if known and time.monotonic() - known[0] < _REMEMBERED_S:
        return known[1]
    rows = await database.fetch(
        "SELECT id, kind, public_key, epoch FROM reader WHERE reader_number = $1", reader_number
    )
    if not rows:
        return None
    key = ReaderKey(rows[0][0], reader_number, Device(rows[0][1]), rows[0][2], rows[0][3])
    _keys[reader_number] = (time.monotonic(), key)
    return key


async def refresh_epoch(reader: ReaderKey) -> int:
    """Ask again which epoch a reader is in; another process may have begun it."""
    _keys.pop(reader.number, None)
    key = await find_key(reader.number)
    return key.epoch if key else 0


async def begin_epoch(reader: ReaderKey, after: int) -> int:
    """Give a reader the epoch after the one it was in; asked twice, it is the same."""
    async with database.transaction() as db:
        await db.execute("UPDATE reader SET epoch = epoch + 1 WHERE id = $1 AND epoch = $2", reader.id, after)
    return await refresh_epoch(reader)


async def open_session(reader: ReaderKey, their_key: bytes, at: datetime) -> tuple[Session, bytes]:
    """Agree on a secret with a reader that has just signed its half of an X25519 exchange; give it and our half.

    Raises:
        ValueError: their half is no X25519 key.
    """
    ours = X25519PrivateKey.generate()
    session_id = uuid4()
    key = session_key(ours.exchange(X25519PublicKey.from_public_bytes(their_key)), session_id)
    session = Session(session_id, reader, key, at + SESSION_LASTS)
    async with database.transaction() as db:
        await db.execute("DELETE FROM reader_session WHERE reader_id = $1 AND expires_at < $2", reader.id, at)
        await db.execute(
            "INSERT INTO reader_session VALUES ($1, $2, $3, $4)", reader.id, session.id, session.key, session.expires_at
        )
    return session, ours.public_key().public_bytes_raw()


async def find_session(session_id: UUID, reader: ReaderKey, at: datetime) -> Session | None:
    """Find a secret that still holds."""
    session = _sessions.get(session_id)
    if session is None:
        rows = await database.fetch(
            "SELECT key, expires_at FROM reader_session WHERE reader_id = $1 AND id = $2", reader.id, session_id
        )
        if not rows:
            return None
        session = Session(session_id, reader, rows[0][0], rows[0][1])
        if len(_sessions) > 10_000:  # noqa: PLR2004  # a bound on memory, not a rule
            _sessions.clear()
        _sessions[session_id] = session
    return session if session.reader.id == reader.id and at < session.expires_at else None


async def revoke(reader_id: int, at: datetime) -> None:
    """Stop a reader: what it signed before waits for the prime's word, what it sends for later is refused."""
    async with database.transaction() as db:
        await db.execute("UPDATE reader SET revoked_at = $2 WHERE id = $1", reader_id, at)
        await events.record(EventKind.READER_REVOKED, f'{{"readerId":{reader_id}}}')


def forget_remembered() -> None:
    """Forget keys and sessions remembered in this process, as a restart does."""
    _keys.clear()
    _sessions.clear()
