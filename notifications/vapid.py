"""Who sends a push message: RFC 8292, a signed token for each push service.

The keys lie with the register's others.  A subscription holds for the key it was made with alone, so each names its own
and goes on being signed by it when another was made.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from backend.kit.key_files import KeyFiles, uncompressed
from notifications.channels.encryption import to_base64url

LASTS = timedelta(hours=12)
"""A token's; the RFC allows a day, and clocks differ."""
RENEWED_BEFORE = timedelta(hours=1)
"""A token is used again until so long before its end."""
REMEMBERED = 1_000
"""Tokens kept at once; subscriptions name the services, so their number is not ours to say."""
_ID_BYTES = 4
_HEAD = to_base64url(b'{"typ":"JWT","alg":"ES256"}')


class Claims(msgspec.Struct, frozen=True):
    """What a token says."""

    aud: str
    """The push service's origin."""
    exp: int
    """Its end, in seconds since 1970."""
    sub: str
    """Whom the service can ask: `https:` or `mailto:`."""


class Published(NamedTuple):
    """A key as the browser needs it to subscribe."""

    id: str
    key: str
    """`applicationServerKey`: an uncompressed point in base64url."""
    since: datetime


class UnknownKeyError(Exception):
    """The private half of a key is not in the data folder."""


class Vapid:
    """Makes the header that says who sends, and remembers it."""

    def __init__(self, folder: Path, contact: str) -> None:
        """Sign with the keys of a folder; `contact` is whom a push service can ask, `https:` or `mailto:`."""
        self._files, self._contact = key_files(folder), contact
        self._remembered: dict[tuple[str, str], tuple[datetime, str]] = {}

    def header(self, origin: str, key_id: str, at: datetime) -> str:
        """Give `Authorization` for a push service's origin.

        Raises:
            UnknownKeyError: the key is not here.
        """
        good_until, header = self._remembered.get((origin, key_id), (at, ""))
        if at < good_until:
            return header
        private = _find(self._files, key_id)
        until = at + LASTS
        header = write_header(private, Claims(origin, int(until.timestamp()), self._contact))
        if len(self._remembered) >= REMEMBERED:
            self._remembered.clear()
        self._remembered[origin, key_id] = (until - RENEWED_BEFORE, header)
        return header


def key_files(folder: Path) -> KeyFiles:
    """Tell where the keys are that sign push messages."""
    return KeyFiles(folder, "push", _ID_BYTES)


def published(folder: Path) -> list[Published]:
    """List the keys, newest first, which new subscriptions are made with; makes the first one if there is none."""
    return [
        Published(key.id.hex(), to_base64url(uncompressed(key.key)), key.since) for key in key_files(folder).public()
    ]


def write_header(private: EllipticCurvePrivateKey, claims: Claims) -> str:
    """Sign claims, and write the header with the token and the key (RFC 8292, section 3)."""
    said = f"{_HEAD}.{to_base64url(msgspec.json.encode(claims))}"
    r, s = decode_dss_signature(private.sign(said.encode(), ECDSA(SHA256())))
    signature = to_base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={said}.{signature}, k={to_base64url(uncompressed(private.public_key()))}"


def _find(files: KeyFiles, key_id: str) -> EllipticCurvePrivateKey:
    try:
        found = files.find(bytes.fromhex(key_id))
    except ValueError:
        found = None
    if found is None:
        raise UnknownKeyError(key_id)
    return found.key
