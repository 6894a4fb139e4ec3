"""Is a report signed by the reader that it names?  Pure.

Source: docs/decisions/0005-reader-signatures.md.
"""

import hmac
from hashlib import sha256
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.devices.kinds import Device


class ReaderKey(msgspec.Struct, frozen=True):
    """An enrolled reader and the key it signs with."""

    id: int
    number: str
    kind: Device
    public_key: bytes
    epoch: int


def is_signed(reader: ReaderKey, body: bytes, signature: bytes) -> bool:
    """Tell whether an Ed25519 signature over the body's bytes is the reader's."""
    try:
        Ed25519PublicKey.from_public_bytes(reader.public_key).verify(signature, body)
    except (InvalidSignature, ValueError):
        return False
    return True


def session_key(shared: bytes, session_id: UUID) -> bytes:
    """Derive a session's secret, 32 bytes, from the outcome of an X25519 exchange (HKDF-SHA-256, RFC 5869)."""
    return HKDF(SHA256(), 32, salt=session_id.bytes, info=b"worker-passport reader session").derive(shared)


def make_code(key: bytes, body: bytes) -> bytes:
    """Make the session's code over the body's bytes: HMAC-SHA-256."""
    return hmac.digest(key, body, sha256)


def is_coded(key: bytes, body: bytes, code: bytes) -> bool:
    """Tell whether a session's code over the body's bytes is right."""
    return hmac.compare_digest(make_code(key, body), code)
