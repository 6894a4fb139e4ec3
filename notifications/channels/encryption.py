"""What a push service carries but cannot read: RFC 8291, one record of RFC 8188's aes128gcm.

Each message has a key pair and a salt of its own.  `decrypt` is the phone's side, for whoever plays one.
"""

import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.kit.key_files import uncompressed

RECORD = 4096
"""Bytes of the whole body; what every push service takes (RFC 8030, section 7.2)."""
SALT, POINT, AUTH, TAG = 16, 65, 16, 16
_HEAD = SALT + 4 + 1 + POINT
_LAST = b"\x02"
"""Ends the plain text of the last record; zeros may follow."""
LONGEST = RECORD - _HEAD - TAG - len(_LAST)
"""Bytes of the longest plain text: 3,993."""


class Receiver(NamedTuple):
    """Who alone can read it."""

    point: bytes
    """The phone's public key, an uncompressed point of P-256."""
    key: EllipticCurvePublicKey
    auth: bytes
    """The secret between phone and sender, 16 bytes."""


def read_receiver(p256dh: str, auth: str) -> Receiver:
    """Read a subscription's keys, written in base64url.

    Raises:
        ValueError: a length is wrong, or the point lies not on the curve.
    """
    point, secret = from_base64url(p256dh), from_base64url(auth)
    if len(point) != POINT or len(secret) != AUTH:
        raise ValueError(len(point), len(secret))
    return Receiver(point, EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point), secret)


def encrypt(
    plain: bytes, receiver: Receiver, *, sender: EllipticCurvePrivateKey | None = None, salt: bytes | None = None
) -> bytes:
    """Encrypt a message; sender's key and salt are new unless given, which only the RFC's example does.

    Raises:
        ValueError: the text is longer than `LONGEST`.
    """
    if len(plain) > LONGEST:
        raise ValueError(len(plain))
    sender, salt = sender or generate_private_key(SECP256R1()), salt or os.urandom(SALT)
    point = uncompressed(sender.public_key())
    shared = sender.exchange(ECDH(), receiver.key)
    key, nonce = _derive(shared, receiver.auth, receiver.point + point, salt)
    head = salt + RECORD.to_bytes(4, "big") + bytes([POINT]) + point
    return head + AESGCM(key).encrypt(nonce, plain + _LAST, None)


def decrypt(body: bytes, private: EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """Decrypt a message, as the phone does.

    Raises:
        ValueError: it is not one whole record.
        cryptography.exceptions.InvalidTag: it was changed, or is for another.
    """
    salt, size, point = body[:SALT], int.from_bytes(body[SALT : SALT + 4], "big"), body[_HEAD - POINT : _HEAD]
    if len(body) <= _HEAD or body[SALT + 4] != POINT or len(body) - _HEAD > size:
        raise ValueError(len(body))
    shared = private.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point))
    key, nonce = _derive(shared, auth, uncompressed(private.public_key()) + point, salt)
    padded = AESGCM(key).decrypt(nonce, body[_HEAD:], None).rstrip(b"\0")
    if not padded.endswith(_LAST):
        raise ValueError(len(padded))
    return padded.removesuffix(_LAST)


def to_base64url(content: bytes) -> str:
    """Write bytes in base64url, without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Read base64url, padded or not.

    Raises:
        ValueError: it is none.
    """
    try:
        found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except Error as error:
        raise ValueError(text) from error
    if to_base64url(found) != text.rstrip("="):
        raise ValueError(text)
    return found


def _derive(shared: bytes, auth: bytes, points: bytes, salt: bytes) -> tuple[bytes, bytes]:
    """Derive the content's key and nonce (RFC 8291, section 3.4); `points` are the phone's and the sender's."""
    material = _expand(_hmac(auth, shared), b"WebPush: info\0" + points, 32)
    secret = _hmac(salt, material)
    return (
        _expand(secret, b"Content-Encoding: aes128gcm\0", 16),
        _expand(secret, b"Content-Encoding: nonce\0", 12),
    )


def _expand(secret: bytes, about: bytes, length: int) -> bytes:
    """Expand a secret to 32 bytes at most: the first step of HKDF (RFC 5869), which is all that is needed here."""
    return _hmac(secret, about + b"\x01")[:length]


def _hmac(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")
