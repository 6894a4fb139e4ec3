"""How a pass is written: a certificate and a code as bytes, a code as the digits of a link.  Pure.

Source: docs/decisions/0016-pass.md.  The phone writes and reads the same: pwa/src/features/pass/layout.ts.
"""

from enum import IntEnum
from typing import NamedTuple

from backend.passes.fields import Audience, Reading, Seen, UnreadableError, read_seen, write_seen

VERSION = 1
MOST_DIGITS = 600
"""No code of ours is longer: 249 bytes."""
POINT, SIGNATURE, KEY_ID = 33, 64, 2
"""How many bytes."""


class Purpose(IntEnum):
    """What a rotating code is for; taps, tills and machines will have numbers of their own."""

    CHECK = 1


NUMBERS = {Audience.SITE: 1, Audience.SHOP: 2, Audience.OFFICE: 3}
_BY_NUMBER = {number: audience for audience, number in NUMBERS.items()}


class Certificate(NamedTuple):
    """What the register certifies of a worker, to an audience, until an instant, for a key of the phone."""

    audience: Audience
    key_id: bytes
    """By which of its keys the register signs."""
    until: int
    """Seconds since 1970."""
    seen: Seen
    public_key: bytes
    """The phone's: a point of P-256, compressed."""


class Code(NamedTuple):
    """What stands in a QR: a certificate, an instant, and who signed what."""

    certificate: Certificate
    certified: bytes
    """What the register signed."""
    register_signature: bytes
    instant: int
    """Seconds since 1970."""
    signed: bytes
    """What the phone signed."""
    phone_signature: bytes


def write_certificate(certificate: Certificate) -> bytes:
    """Write what the register is to sign; its signature follows it."""
    return b"".join(
        [
            bytes([VERSION, Purpose.CHECK, NUMBERS[certificate.audience]]),
            certificate.key_id,
            certificate.until.to_bytes(4, "big"),
            write_seen(certificate.seen, certificate.audience),
            certificate.public_key,
        ]
    )


def write_instant(certificate: bytes, instant: int) -> bytes:
    """Write what the phone is to sign: a signed certificate and the instant; its signature follows it."""
    return certificate + instant.to_bytes(4, "big")


def write_text(code: bytes) -> str:
    """Write bytes as one whole number: a QR holds digits in a quarter less room than base64url.

    >>> write_text(bytes([1, 0]))
    '256'
    """
    return str(int.from_bytes(code, "big"))


def read_code(text: str) -> Code | None:
    """Read the digits of a link; None where they are no code of ours.

    >>> read_code("42") is None
    True
    """
    if not (text.isascii() and text.isdigit()) or len(text) > MOST_DIGITS or text.startswith("0"):
        return None
    number = int(text)
    try:
        return _read(number.to_bytes((number.bit_length() + 7) // 8, "big"))
    except UnreadableError:
        return None


def _read(whole: bytes) -> Code:
    rest = Reading(whole)
    version, purpose, audience = rest.number(1), rest.number(1), _BY_NUMBER.get(rest.number(1))
    if version != VERSION or purpose != Purpose.CHECK or audience is None:
        raise UnreadableError
    key_id, until = rest.take(KEY_ID), rest.number(4)
    seen = read_seen(rest, audience)
    certificate = Certificate(audience, key_id, until, seen, rest.take(POINT))
    certified = whole[: rest.at]
    register_signature, instant = rest.take(SIGNATURE), rest.number(4)
    signed = whole[: rest.at]
    phone_signature = rest.take(SIGNATURE)
    if rest.at != len(whole):
        raise UnreadableError
    return Code(certificate, certified, register_signature, instant, signed, phone_signature)
