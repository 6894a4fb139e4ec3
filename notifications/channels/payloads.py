"""What a phone is shown, as JSON of at most so many bytes.

Pure: no clock, no database, no network.
"""

import unicodedata
from bisect import bisect_right
from datetime import datetime
from uuid import UUID

import msgspec

from notifications.channels import Message
from notifications.channels.encryption import LONGEST

_JOINER = "\u200d"
_MORE = "…"


class Payload(msgspec.Struct, frozen=True):
    """What the phone's service worker reads."""

    id: UUID
    """The notice's: a phone shows it once."""
    title: str
    body: str
    tag: str
    """A newer one takes its place on the phone."""
    url: str
    lang: str
    unread: int
    at: datetime


def write_payload(message: Message) -> bytes:
    """Write a message; one that is too long is shortened at its body, and then at its title, by whole characters."""
    full = Payload(
        message.id, message.title, message.body, message.about, message.address, message.language,
        message.unread, message.at,
    )  # fmt: skip
    written = msgspec.json.encode(full)
    if len(written) <= LONGEST:
        return written
    shortened = _shorten(full, "body")
    return shortened if len(shortened) <= LONGEST else _shorten(msgspec.structs.replace(full, body=""), "title")


def shorten(text: str, length: int) -> str:
    """Cut a text after so many code points or a few fewer: a mark or a joined sign stays with what it belongs to.

    >>> shorten("がんばる", 2), shorten("か\u3099き", 1)
    ('がん…', '…')
    """
    if length >= len(text):
        return text
    while length > 0 and (_belongs(text[length]) or text[length - 1] == _JOINER):
        length -= 1
    return text[:length] + _MORE


def _belongs(sign: str) -> bool:
    """Tell whether a sign belongs to the one before it."""
    return sign == _JOINER or unicodedata.category(sign).startswith("M")


def _shorten(payload: Payload, field: str) -> bytes:
    """Shorten a field until it fits; if it never does, nothing of it is left."""
    text: str = getattr(payload, field)

    def written(length: int) -> bytes:
        return msgspec.json.encode(msgspec.structs.replace(payload, **{field: shorten(text, length)}))

    fitting = bisect_right(range(len(text)), LONGEST, key=lambda length: len(written(length)))
    return written(max(fitting - 1, 0))
