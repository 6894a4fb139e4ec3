"""Is a code good at an instant, and what does the register know that ended since?  Pure.

Source: docs/decisions/0016-pass.md.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from backend.accounts.rules import RULES, Grant, Operation, Role, is_held
from backend.kit.clock import JAPAN
from backend.passes.layout import POINT, SIGNATURE, Code

LIFE = timedelta(seconds=60)
"""After this the phone shows another code."""
LEEWAY = timedelta(seconds=30)
"""By so much two clocks may differ."""
CERTIFICATE_LASTS = timedelta(days=7)


class Finding(StrEnum):
    """What a check finds."""

    VALID = "valid"
    TOO_OLD = "too_old"
    FROM_FUTURE = "from_future"
    NOT_OURS = "not_ours"
    CERTIFICATE_OVER = "certificate_over"
    KEY_ENDED = "key_ended"
    CARD_REVOKED = "card_revoked"
    WORKER_REMOVED = "worker_removed"


class Standing(msgspec.Struct, frozen=True):
    """How the register stands to the key and the worker of a code."""

    key_open: bool
    """The key was not replaced, its session goes on, and its worker was not merged into another."""
    removed: bool
    card_expires_on: date | None
    """The last day of the worker's cards that were not stopped."""


def judge(code: Code | None, keys: Mapping[bytes, bytes], at: datetime) -> Finding:
    """Judge a code by itself, as a checker without a network does: the first finding that applies.

    Args:
        code: what was read; None where it could not be.
        keys: the register's public keys by id.
        at: the checker's instant.
    """
    if code is None or not is_signed(code, keys):
        return Finding.NOT_OURS
    age = at - datetime.fromtimestamp(code.instant, UTC)
    if age > LIFE + LEEWAY:
        return Finding.TOO_OLD
    if age < -LEEWAY:
        return Finding.FROM_FUTURE
    return Finding.VALID if at.timestamp() < code.certificate.until else Finding.CERTIFICATE_OVER


def is_signed(code: Code, keys: Mapping[bytes, bytes]) -> bool:
    """Tell whether the register signed the certificate, and the certified key of the phone the code."""
    register_key = keys.get(code.certificate.key_id, b"")
    return is_by(register_key, code.register_signature, code.certified) and is_by(
        code.certificate.public_key, code.phone_signature, code.signed
    )


def judge_standing(standing: Standing, today: date) -> Finding:
    """Judge what only the register knows."""
    if standing.removed:
        return Finding.WORKER_REMOVED
    if not standing.key_open:
        return Finding.KEY_ENDED
    return Finding.VALID if has_card(standing.card_expires_on, today) else Finding.CARD_REVOKED


def has_card(expires_on: date | None, today: date) -> bool:
    """Tell whether a worker holds a card that is good today."""
    return expires_on is not None and today <= expires_on


def certify_until(at: datetime, card_expires_on: date) -> datetime:
    """Tell until when a certificate holds: some days, and never past the card's last day in Japan."""
    day_after = card_expires_on + timedelta(days=1)
    card_ends = datetime(day_after.year, day_after.month, day_after.day, tzinfo=JAPAN)
    return min(at + CERTIFICATE_LASTS, card_ends).astimezone(UTC).replace(microsecond=0)


def speaks_for(grants: Iterable[Grant], today: date) -> Grant | None:
    """Choose the role in which somebody checks a pass; a mere worker checks in none."""
    order = list(RULES[Operation.SEE_WORKER])
    held = [grant for grant in grants if is_held(grant, today) and grant.role is not Role.WORKER]
    return min(held, key=lambda grant: order.index(grant.role) if grant.role in order else len(order), default=None)


def are_keys(public_keys: Collection[bytes]) -> bool:
    """Tell whether all are compressed points of P-256, and no two the same."""
    return len(set(public_keys)) == len(public_keys) and all(_read_key(key) is not None for key in public_keys)


def is_by(key: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a signature (ECDSA P-256 over SHA-256, r and s of 32 bytes each) is a key's."""
    public = _read_key(key)
    if public is None or len(signature) != SIGNATURE:
        return False
    half = SIGNATURE // 2
    r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
    try:
        public.verify(encode_dss_signature(r, s), message, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def sign(key: EllipticCurvePrivateKey, message: bytes) -> bytes:
    """Sign as WebCrypto does: r and s of 32 bytes each."""
    r, s = decode_dss_signature(key.sign(message, ECDSA(SHA256())))
    return r.to_bytes(SIGNATURE // 2, "big") + s.to_bytes(SIGNATURE // 2, "big")


def _read_key(key: bytes) -> EllipticCurvePublicKey | None:
    if len(key) != POINT:
        return None
    try:
        return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), key)
    except ValueError:
        return None
