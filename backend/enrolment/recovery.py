"""A lost phone: attested at an office with the card in hand, open after 24 hours, cancelled by the old passkey."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from backend.accounts import passkeys
from backend.accounts import service as accounts
from backend.accounts.passkeys import Asked, Purpose
from backend.accounts.service import Account
from backend.enrolment import codes, statements
from backend.enrolment.codes import RECOVERY, TRIES, Typed
from backend.enrolment.errors import CardNotInHandError, RecoveryWaitingError, SelfAttestedError
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.workers import card_codes

WAIT = timedelta(hours=24)
LASTS = timedelta(days=7)
"""After the wait."""


class InHand(NamedTuple):
    """What the office saw: the card's canonical serial, and the digits that its holder knew."""

    card_serial: str
    digits: str


class Attested(msgspec.Struct, frozen=True, rename="camel"):
    """A recovery that was begun, with its one-time code, shown once."""

    code: str
    opens_at: datetime
    expires_at: datetime


class OpenRecovery(msgspec.Struct, frozen=True, rename="camel"):
    """A recovery of one's own account that is not finished."""

    attested_at: datetime
    opens_at: datetime
    expires_at: datetime


async def attest(attester: Account, worker_id: UUID, seen: InHand, at: datetime) -> Attested:
    """Begin a recovery: the worker stands there with the card and knows its digits.  An earlier one ends.

    Raises:
        SelfAttestedError: the attester is the worker.
        CardNotInHandError: the card or its digits are not the worker's.
    """
    if attester.worker_id == worker_id:
        raise SelfAttestedError
    card = await database.fetch(statements.CARD, seen.card_serial, worker_id, clock.japan_date(at))
    if not card or not await card_codes.are_right(worker_id, seen.digits):
        raise CardNotInHandError
    begun = Attested(codes.draw(), at + WAIT, at + WAIT + LASTS)
    async with database.transaction() as db:
        account_id = await accounts.account_of_worker(worker_id, at)
        await db.execute(statements.CANCEL_RECOVERIES, worker_id, at)
        await db.execute(
            "INSERT INTO recovery VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL)",
            uuid4(),
            worker_id,
            account_id,
            codes.hash_code(worker_id, begun.code),
            TRIES,
            attester.id,
            at,
            begun.opens_at,
            begun.expires_at,
        )
        await events.record(EventKind.RECOVERY_BEGUN, f'{{"opensAt":"{begun.opens_at.isoformat()}"}}', worker_id)
    return begun


async def begin(typed: Typed, at: datetime) -> Asked:
    """Ask the new phone for a passkey, once the wait is over.

    Raises:
        RecoveryWaitingError: it is not; says from when on.
    """
    admitted = await codes.check(RECOVERY, typed, at)
    if admitted.opens_at is not None and at < admitted.opens_at:
        wait_s = int((admitted.opens_at - at).total_seconds()) + 1
        raise RecoveryWaitingError(opens_at=admitted.opens_at, retry_after_s=wait_s)
    return await passkeys.ask_new(admitted.account_id, typed.worker_number, Purpose.RECOVER, at, admitted.id)


async def find_open(worker_id: UUID, at: datetime) -> OpenRecovery | None:
    """Find the recovery of a worker's account that is not finished."""
    rows = await database.fetch(statements.OPEN_RECOVERY, worker_id, at)
    return OpenRecovery(*rows[0]) if rows else None


async def cancel(worker_id: UUID, at: datetime) -> bool:
    """Cancel what was begun in a worker's name; tell whether there was anything."""
    async with database.transaction() as db:
        gone = await db.fetch(statements.CANCEL_RECOVERIES, worker_id, at)
        if gone:
            await events.record(EventKind.RECOVERY_CANCELLED, f'{{"at":"{at.isoformat()}"}}', worker_id)
    return bool(gone)


async def tell_finished(account_id: UUID, at: datetime) -> None:
    """Tell a worker that a new phone took the place of the old."""
    worker_id = await accounts.worker_of(account_id)
    if worker_id is not None:
        await events.record(EventKind.RECOVERY_FINISHED, f'{{"at":"{at.isoformat()}"}}', worker_id)
