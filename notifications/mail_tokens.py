"""Names for a mail address that only we can make: where its mail comes back to, and how it is stopped.

A token is the address's id with a mark made with the pepper, so that it needs no table; of letters and digits alone,
because a mail server may write an address in capitals.
"""

import base64
import binascii
import hmac
from enum import StrEnum
from uuid import UUID

from backend.kit.pepper import peppered

ID_BYTES = 16
MARK_BYTES = 10
"""80 bits: who guesses must send as many mails."""
LENGTH = 42
"""Characters of a token: 26 bytes in base32."""


class Purpose(StrEnum):
    """What a token is for; one made for another purpose is none."""

    BOUNCE = "mail comes back"
    STOP = "mail stops"
    CONFIRM = "mail begins"


def make_token(purpose: Purpose, address_id: UUID) -> str:
    """Make the token of an address, always the same."""
    whole = address_id.bytes + _mark(purpose, address_id)
    return base64.b32encode(whole).decode().rstrip("=").lower()


def read_token(purpose: Purpose, token: str) -> UUID | None:
    """Tell which address a token names; None where it is not ours."""
    try:
        whole = base64.b32decode(token.upper() + "=" * (-len(token) % 8))
    except (ValueError, binascii.Error):
        return None
    if len(whole) != ID_BYTES + MARK_BYTES:
        return None
    address_id = UUID(bytes=whole[:ID_BYTES])
    return address_id if hmac.compare_digest(whole[ID_BYTES:], _mark(purpose, address_id)) else None


def _mark(purpose: Purpose, address_id: UUID) -> bytes:
    return peppered(purpose.encode(), address_id.bytes)[:MARK_BYTES]
