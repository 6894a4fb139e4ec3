"""First logins: a code is given, typed, and turned into a passkey."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import msgspec

from backend.accounts import passkeys
from backend.accounts import service as accounts
from backend.accounts.errors import ChallengeOverError
from backend.accounts.messages import NewCredential
from backend.accounts.passkeys import Asked, Challenge, Purpose
from backend.enrolment import codes, recovery, statements
from backend.enrolment.codes import ENROLMENT, TRIES, Typed
from backend.enrolment.errors import AlreadyEnrolledError
from backend.kit import database

CODE_LASTS = timedelta(days=14)


class GivenCode(msgspec.Struct, frozen=True, rename="camel"):
    """A one-time code, shown once."""

    code: str
    expires_at: datetime


async def give_code(worker_id: UUID, at: datetime, *, by: UUID | None) -> GivenCode:
    """Give a worker a one-time code for a first login; an earlier one ends.

    Raises:
        AlreadyEnrolledError: there is a passkey; a code must not go round the wait of a recovery.
    """
    code, expires_at = codes.draw(), at + CODE_LASTS
    async with database.transaction() as db:
        account_id = await accounts.account_of_worker(worker_id, at)
        await _require_none(account_id)
        hashed = codes.hash_code(worker_id, code)
        await db.execute(statements.GIVE_CODE, worker_id, uuid4(), account_id, hashed, TRIES, by, at, expires_at)
    return GivenCode(code, expires_at)


async def begin(typed: Typed, at: datetime) -> Asked:
    """Ask the phone of a worker with a right code to make a passkey; the code stays good until there is one."""
    admitted = await codes.check(ENROLMENT, typed, at)
    return await passkeys.ask_new(admitted.account_id, typed.worker_number, Purpose.ENROL, at, admitted.id)


async def finish(answer: NewCredential, browser: str, device: str | None, at: datetime) -> str:
    """Keep the passkey that a code, a recovery, an invitation or nothing led to, and open a session.

    Raises:
        ChallengeOverError: the code, recovery or invitation was used or cancelled meanwhile.
    """
    purposes = {Purpose.ENROL, Purpose.RECOVER, Purpose.INVITED, Purpose.APPLY}
    challenge, new = await passkeys.verify_new(answer, browser, purposes, at)
    if challenge.account_id is None:
        raise ChallengeOverError
    async with database.transaction():
        await _use_up(challenge, challenge.account_id, at)
        await passkeys.keep(challenge.account_id, new, device or "パスキー", at)
        return await accounts.open_session(challenge.account_id, at, device=device, credential_id=new.credential_id)


async def _use_up(challenge: Challenge, account_id: UUID, at: datetime) -> None:
    """Use up what led to the challenge; after a recovery or an invitation only the new passkey is left."""
    if challenge.purpose is Purpose.APPLY:
        await _require_none(account_id)
        return
    statement = {
        Purpose.ENROL: statements.USE_CODE,
        Purpose.RECOVER: statements.FINISH_RECOVERY,
        Purpose.INVITED: statements.USE_INVITATION,
    }[challenge.purpose]
    async with database.transaction() as db:
        if await db.fetchval(statement, challenge.admission_id, at) is None:
            raise ChallengeOverError
        if challenge.purpose is Purpose.ENROL:
            await _require_none(account_id)
        else:
            await passkeys.stop_all(account_id, at)
        if challenge.purpose is Purpose.RECOVER:
            await recovery.tell_finished(account_id, at)


async def _require_none(account_id: UUID) -> None:
    if await passkeys.has_any(account_id):
        raise AlreadyEnrolledError
