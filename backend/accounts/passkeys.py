"""Passkeys: ask a browser for one, and believe its answer only if everything fits.

Challenges lie in PostgreSQL, are answered once, within minutes, by the browser that was asked.
"""

from datetime import datetime, timedelta
from enum import IntEnum
from hashlib import sha256
from secrets import token_bytes, token_urlsafe
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authenticator_data
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from backend.accounts import errors, statements
from backend.accounts import service as accounts
from backend.accounts.messages import Credential, NewCredential
from backend.accounts.passkey_rules import ASKED, CREATED, is_copied, is_from, read_client_data, unbase64url
from backend.accounts.service import Account
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database
from backend.settings import settings

CHALLENGE_LASTS = timedelta(minutes=5)
REGISTER_NAME = "技能者パスポート"
USER_VERIFIED = 0x04

Options = dict[str, Any]
"""What `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` read."""


class Purpose(IntEnum):
    """What a challenge was made for."""

    SIGN_IN = 1
    ADD = 2
    ENROL = 3
    RECOVER = 4
    INVITED = 5
    APPLY = 6
    """The first passkey of somebody who is in no register yet."""


class Challenge(NamedTuple):
    """A question that was put to a browser."""

    challenge: bytes
    purpose: Purpose
    account_id: UUID | None
    admission_id: UUID | None
    """By which enrolment code, recovery or invitation it was put."""


class Asked(NamedTuple):
    """What a browser is asked, and the secret by which it will be known again."""

    options: Options
    browser: str


class Verified(NamedTuple):
    """A new key that was proved."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    synced: bool


class Passkey(msgspec.Struct, frozen=True, rename="camel"):
    """One passkey of an account."""

    id: str
    name: str
    synced: bool
    created_at: datetime
    used_at: datetime
    this: bool
    """Whether it opened the session that asks."""


async def ask_sign_in(at: datetime) -> Asked:
    """Ask a browser for any passkey it holds for us."""
    challenge = token_bytes(32)
    options = generate_authentication_options(
        rp_id=_host(), challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
    )
    browser = await _keep(Challenge(challenge, Purpose.SIGN_IN, None, None), at)
    return Asked(msgspec.json.decode(options_to_json(options)), browser)


async def ask_new(account_id: UUID, name: str, purpose: Purpose, at: datetime, admission: UUID | None = None) -> Asked:
    """Ask a browser to make a passkey for an account."""
    challenge = token_bytes(32)
    kept = await database.fetch(
        "SELECT credential_id FROM passkey WHERE account_id = $1 AND stopped_at IS NULL", account_id
    )
    options = generate_registration_options(
        rp_id=_host(),
        rp_name=REGISTER_NAME,
        user_id=account_id.bytes,
        user_name=name,
        user_display_name=name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=row[0]) for row in kept],
    )
    browser = await _keep(Challenge(challenge, purpose, account_id, admission), at)
    return Asked(msgspec.json.decode(options_to_json(options)), browser)


async def verify_new(
    answer: NewCredential, browser: str, purposes: set[Purpose], at: datetime
) -> tuple[Challenge, Verified]:
    """Use up the challenge that a new passkey answers, and see that the key is proved.

    Raises:
        ChallengeOverError, OriginWrongError, UserNotVerifiedError, PasskeyWrongError.
    """
    challenge = await _use(answer.response.client_data, CREATED, browser, purposes, at)
    try:
        found = verify_registration_response(
            credential=_as_dict(answer),
            expected_challenge=challenge.challenge,
            expected_rp_id=_host(),
            expected_origin=_origin(),
        )
    except (WebAuthnException, ValueError) as error:
        raise errors.PasskeyWrongError from error
    if not found.user_verified:
        raise errors.UserNotVerifiedError
    synced = found.credential_device_type is CredentialDeviceType.MULTI_DEVICE
    return challenge, Verified(found.credential_id, found.credential_public_key, found.sign_count, synced)


async def keep(account_id: UUID, new: Verified, name: str, at: datetime) -> None:
    """Keep a new passkey.

    Raises:
        PasskeyKnownError: it is registered already.
    """
    async with database.transaction() as db:
        kept = await db.fetch(
            "INSERT INTO passkey VALUES ($1, $2, $3, $4, $5, $6, $7, $7, NULL) "
            "ON CONFLICT (credential_id) DO NOTHING RETURNING credential_id",
            new.credential_id,
            account_id,
            new.public_key,
            new.sign_count,
            name,
            new.synced,
            at,
        )
        if not kept:
            raise errors.PasskeyKnownError
        await _tell(EventKind.PASSKEY_ADDED, account_id, at)


async def add(account_id: UUID, answer: NewCredential, name: str, browser: str, at: datetime) -> None:
    """Keep a further passkey of an account, for which it was asked.

    Raises:
        ChallengeOverError: it was asked of another account, or is over.
    """
    challenge, new = await verify_new(answer, browser, {Purpose.ADD}, at)
    if challenge.account_id != account_id:
        raise errors.ChallengeOverError
    await keep(account_id, new, name, at)


async def sign_in(answer: Credential, browser: str, at: datetime) -> tuple[UUID, bytes]:
    """Tell whose passkey answered, and which it was.

    Raises:
        ChallengeOverError, OriginWrongError, UserNotVerifiedError, PasskeyUnknownError, PasskeyWrongError,
        PasskeyCopiedError, WorkerRemovedError.
    """
    challenge = await _use(answer.response.client_data, ASKED, browser, {Purpose.SIGN_IN}, at)
    credential_id = unbase64url(answer.raw_id)
    rows = await database.fetch(statements.CREDENTIAL, credential_id)
    if not rows or rows[0]["stopped_at"] is not None:
        raise errors.PasskeyUnknownError
    row = rows[0]
    if unbase64url(answer.response.user_handle or "") != row["account_id"].bytes:
        raise errors.PasskeyUnknownError
    said = _verify_answer(answer, challenge, row["public_key"])
    if row["removed_at"] is not None:
        raise errors.WorkerRemovedError
    if not await _move_counter(credential_id, said, at):
        await stop_copied(row["account_id"], credential_id, at)
        raise errors.PasskeyCopiedError
    return row["account_id"], credential_id


def _verify_answer(answer: Credential, challenge: Challenge, public_key: bytes) -> int:
    """See that the key signed our challenge, and give its counter, which is judged apart, once the rest is true."""
    try:
        found = verify_authentication_response(
            credential=_as_dict(answer),
            expected_challenge=challenge.challenge,
            expected_rp_id=_host(),
            expected_origin=_origin(),
            credential_public_key=public_key,
            credential_current_sign_count=0,
        )
        verified = parse_authenticator_data(unbase64url(answer.response.authenticator_data)).flags.uv
    except (WebAuthnException, ValueError) as error:
        raise errors.PasskeyWrongError from error
    if not verified:
        raise errors.UserNotVerifiedError
    return found.new_sign_count


async def _move_counter(credential_id: bytes, said: int, at: datetime) -> bool:
    """Move a passkey's counter, unless it would go back; two answers at once cannot both move it."""
    async with database.transaction() as db:
        kept = await db.fetchval("SELECT sign_count FROM passkey WHERE credential_id = $1 FOR UPDATE", credential_id)
        if is_copied(kept, said):
            return False
        await db.execute(
            "UPDATE passkey SET sign_count = $2, used_at = $3 WHERE credential_id = $1", credential_id, said, at
        )
    return True


async def stop_copied(account_id: UUID, credential_id: bytes, at: datetime) -> None:
    """Stop a passkey of which there are two, with the sessions it opened, and tell its owner."""
    async with database.transaction() as db:
        await db.execute("UPDATE passkey SET stopped_at = $2 WHERE credential_id = $1", credential_id, at)
        await db.execute("DELETE FROM session WHERE credential_id = $1", credential_id)
        await _tell(EventKind.PASSKEY_STOPPED, account_id, at)


async def list_passkeys(account: Account) -> list[Passkey]:
    """List the passkeys of an account, oldest first."""
    rows = await database.fetch(statements.PASSKEYS, account.id, account.session)
    return [Passkey(*row) for row in rows]


async def stop(account_id: UUID, name: str, at: datetime) -> bool:
    """Stop one passkey by its public id, with the sessions it opened; tell whether there was one.

    Raises:
        LastPasskeyError: there is no other.
    """
    async with database.transaction() as db:
        rows = await db.fetch(
            "SELECT credential_id FROM passkey WHERE account_id = $1 AND stopped_at IS NULL FOR UPDATE", account_id
        )
        found = [row[0] for row in rows if row[0].hex() == name]
        if not found:
            return False
        if len(rows) == 1:
            raise errors.LastPasskeyError
        await stop_copied(account_id, found[0], at)
    return True


async def stop_all(account_id: UUID, at: datetime) -> None:
    """Stop every passkey of a person and end all sessions."""
    everywhere = await accounts.accounts_with(account_id)
    async with database.transaction() as db:
        await db.execute(
            "UPDATE passkey SET stopped_at = $2 WHERE account_id = ANY($1::uuid[]) AND stopped_at IS NULL",
            everywhere,
            at,
        )
        await db.execute("DELETE FROM session WHERE account_id = ANY($1::uuid[])", everywhere)


async def has_any(account_id: UUID) -> bool:
    """Tell whether a person has a passkey already."""
    rows = await database.fetch(
        "SELECT 1 FROM passkey WHERE account_id = ANY($1::uuid[]) AND stopped_at IS NULL LIMIT 1",
        await accounts.accounts_with(account_id),
    )
    return bool(rows)


async def _keep(challenge: Challenge, at: datetime) -> str:
    browser = token_urlsafe(16)
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO challenge VALUES ($1, $2, $3, $4, $5, $6)", *challenge, _hash(browser), at + CHALLENGE_LASTS
        )
    return browser


async def _use(client_data: str, kind: str, browser: str, purposes: set[Purpose], at: datetime) -> Challenge:
    """Use up the challenge that is answered; whatever is wrong with the answer, it cannot be answered again."""
    said = read_client_data(client_data)
    if said is None or said.type != kind:
        raise errors.PasskeyWrongError
    async with database.transaction() as db:
        row = await db.fetchrow("DELETE FROM challenge WHERE challenge = $1 RETURNING *", said.challenge)
    if row is None or row["expires_at"] <= at or row["browser_hash"] != _hash(browser):
        raise errors.ChallengeOverError
    if not is_from(said, _origin()):
        raise errors.OriginWrongError
    purpose = Purpose(row["purpose"])
    if purpose not in purposes:
        raise errors.ChallengeOverError
    return Challenge(row["challenge"], purpose, row["account_id"], row["admission_id"])


async def _tell(kind: EventKind, account_id: UUID, at: datetime) -> None:
    worker_id = await accounts.worker_of(account_id)
    if worker_id is not None:
        await events.record(kind, f'{{"at":"{at.isoformat()}"}}', worker_id)


def _as_dict(answer: NewCredential | Credential) -> Options:
    made: Options = msgspec.to_builtins(answer)
    return made


def _origin() -> str:
    parts = urlsplit(settings().origin)
    return f"{parts.scheme}://{parts.netloc}"


def _host() -> str:
    return urlsplit(settings().origin).hostname or "localhost"


def _hash(browser: str) -> bytes:
    return sha256(browser.encode()).digest()
