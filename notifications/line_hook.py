"""Read what LINE tells us (its webhook): a user wrote, followed our account, or left it.

Pure: no clock, no database, no network.  Source: LINE Developers, "Receive messages (webhook)", "Verify webhook
signature".
"""

import base64
import binascii
import hmac
import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

SIGNATURE = "X-Line-Signature"
"""The header that holds the signature of the body."""
CODE_LENGTH = 8
_CODE = re.compile(rf"[A-Z0-9]{{{CODE_LENGTH}}}", re.ASCII)
_BETWEEN = re.compile(r"[\s\-‐-―−ー]+")


class Wrote(msgspec.Struct, frozen=True):
    """A user wrote a text."""

    id: str
    """LINE's id of the event: the same where it is told again."""
    user: str
    text: str
    reply_token: str


class Followed(msgspec.Struct, frozen=True):
    """A user follows our account, perhaps again."""

    id: str
    user: str


class Left(msgspec.Struct, frozen=True):
    """A user blocked our account or left it: the address is gone."""

    id: str
    user: str


Told = Wrote | Followed | Left


class _Source(msgspec.Struct):
    type: str = ""
    user_id: str = msgspec.field(name="userId", default="")


class _Text(msgspec.Struct):
    type: str = ""
    text: str = ""


class _Event(msgspec.Struct):
    type: str = ""
    id: str = msgspec.field(name="webhookEventId", default="")
    source: _Source = msgspec.field(default_factory=_Source)
    message: _Text = msgspec.field(default_factory=_Text)
    reply_token: str = msgspec.field(name="replyToken", default="")


class _Body(msgspec.Struct):
    events: list[msgspec.Raw] = []


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Tell whether LINE signed exactly these bytes: HMAC-SHA256 with the channel secret, in base64."""
    try:
        given = base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        return False
    return hmac.compare_digest(given, hmac.digest(secret.encode(), body, "sha256"))


def sign(body: bytes, secret: str) -> str:
    """Sign as LINE does."""
    return base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()


def read_events(body: bytes) -> Sequence[Told]:
    """Read what concerns us, in its order; groups, other kinds, and what cannot be read are left out."""
    try:
        events = msgspec.json.decode(body, type=_Body).events
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ()
    return tuple(told for event in events for told in _read(event))


def code_in(text: str) -> str | None:
    """Find the code of eight letters and digits that a text consists of, however it was typed.

    >>> code_in(" ａｂｃｄ-2345 "), code_in("こんにちは")
    ('ABCD2345', None)
    """
    written = _BETWEEN.sub("", unicodedata.normalize("NFKC", text[:100])).upper()
    return written if _CODE.fullmatch(written) else None


def _read(raw: msgspec.Raw) -> Iterator[Told]:
    try:
        event = msgspec.json.decode(raw, type=_Event)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    user = event.source.user_id
    if event.source.type != "user" or not user:
        return
    if event.type == "message" and event.message.type == "text":
        yield Wrote(event.id, user, event.message.text, event.reply_token)
    elif event.type == "follow":
        yield Followed(event.id, user)
    elif event.type == "unfollow":
        yield Left(event.id, user)
