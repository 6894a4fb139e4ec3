"""One-time codes that are typed: eight digits, a few tries, an end."""

import hmac
from datetime import datetime
from secrets import randbelow
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.accounts.errors import WorkerRemovedError
from backend.enrolment import statements
from backend.enrolment.errors import CodeLockedError, EnrolmentWrongError
from backend.kit import clock, database
from backend.kit.numbers import is_number
from backend.kit.pepper import peppered
from backend.workers import card_codes

TRIES = 5


class Typed(msgspec.Struct, frozen=True):
    """What a worker types at a first login or a recovery."""

    worker_number: str
    digits: str
    code: str


class Admission(NamedTuple):
    """A code that was right."""

    id: UUID
    worker_id: UUID
    account_id: UUID
    opens_at: datetime | None


class Codes(NamedTuple):
    """Where codes of a kind lie: the statements that take a try, ask for a locked one, and give the tries back."""

    attempt: str
    locked: str
    right: str


ENROLMENT = Codes(statements.TRY_CODE, statements.LOCKED_CODE, statements.RIGHT_CODE)
RECOVERY = Codes(statements.TRY_RECOVERY, statements.LOCKED_RECOVERY, statements.RIGHT_RECOVERY)


def draw() -> str:
    """Draw a code."""
    return f"{randbelow(100_000_000):08}"


def hash_code(worker_id: UUID, code: str) -> bytes:
    """Hash a code for keeping."""
    return peppered(b"code", worker_id.bytes, code.encode())


async def find_worker(number: str) -> UUID | None:
    """Find a worker by number; a merged one gives the one that remains.

    Raises:
        WorkerRemovedError: the worker is no longer registered.
    """
    rows = await database.fetch(statements.WORKER, number) if is_number(number) else []
    if not rows:
        return None
    if rows[0]["removed_at"] is not None:
        raise WorkerRemovedError
    found: UUID = rows[0]["worker_id"]
    return found


async def check(codes: Codes, typed: Typed, at: datetime) -> Admission:
    """See that number, digits and code fit; a wrong one costs a try, whichever it is.

    Raises:
        EnrolmentWrongError: they do not fit, or there is no such worker or code.
        CodeLockedError: no tries are left.
    """
    rows = await database.fetch(statements.WORKER, typed.worker_number)
    if not rows:
        raise EnrolmentWrongError
    worker_id: UUID = rows[0]["worker_id"]
    async with database.transaction() as db:
        tried = await db.fetchrow(codes.attempt, worker_id, at)
    if tried is None:
        await _say_locked(codes, worker_id, at)
        raise EnrolmentWrongError
    fits = hmac.compare_digest(tried["code_hash"], hash_code(worker_id, typed.code))
    if not await card_codes.are_right(worker_id, typed.digits) or not fits:
        await _say_locked(codes, worker_id, at)
        raise EnrolmentWrongError
    async with database.transaction() as db:
        await db.execute(codes.right, tried["id"], TRIES)
    if rows[0]["removed_at"] is not None:
        raise WorkerRemovedError
    return Admission(tried["id"], worker_id, tried["account_id"], tried["opens_at"])


async def _say_locked(codes: Codes, worker_id: UUID, at: datetime) -> None:
    """Say so where the tries are used up: until when the code stays locked."""
    locked = await database.fetch(codes.locked, worker_id, at)
    if locked:
        raise CodeLockedError(until=clock.japan_date(locked[0][0]))
