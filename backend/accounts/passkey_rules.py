"""What an authenticator's answer must say, before any signature is looked at.  Pure."""

import binascii
from base64 import urlsafe_b64decode
from typing import Any

import msgspec

CREATED, ASKED = "webauthn.create", "webauthn.get"


class ClientData(msgspec.Struct, frozen=True):
    """What the browser says of the page that asked."""

    type: str
    challenge: bytes
    origin: str
    framed: bool
    """The page stood inside another, or says that it did."""


def unbase64url(text: str) -> bytes:
    r"""Read base64url without padding; nothing where it is none.

    >>> unbase64url("AQI")
    b'\x01\x02'
    """
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""


def read_client_data(text: str) -> ClientData | None:
    """Read clientDataJSON; None where it cannot be read."""
    try:
        found: Any = msgspec.json.decode(unbase64url(text))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not isinstance(found, dict):
        return None
    words = [found.get(key) for key in ("type", "challenge", "origin")]
    if not all(isinstance(word, str) for word in words):
        return None
    framed = found.get("crossOrigin", False) is not False or "topOrigin" in found
    return ClientData(str(words[0]), unbase64url(str(words[1])), str(words[2]), framed)


def is_from(said: ClientData, origin: str) -> bool:
    """Tell whether the page that asked is ours, and stood in no other page."""
    return said.origin == origin and not said.framed


def is_copied(kept: int, said: int) -> bool:
    """Tell whether a counter shows a second copy of the key.  Synced passkeys always say 0.

    >>> is_copied(0, 0), is_copied(5, 6), is_copied(5, 5), is_copied(5, 0)
    (False, False, True, True)
    """
    return (kept > 0 or said > 0) and said <= kept
