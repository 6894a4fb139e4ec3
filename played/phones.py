"""Browsers with a push subscription, and what waits for them at the push service."""

import os
from datetime import datetime
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from backend.kit.key_files import uncompressed
from notifications.channels.encryption import decrypt, to_base64url
from notifications.vapid import Claims


class SubscriptionKeys(msgspec.Struct, frozen=True):
    """What a browser gives of its keys, in base64url."""

    p256dh: str
    auth: str


class Subscribed(msgspec.Struct, frozen=True):
    """A subscription as the browser gives it to a page."""

    id: str
    endpoint: str
    keys: SubscriptionKeys


class Message(msgspec.Struct, frozen=True):
    """What came in, as the phone reads it."""

    plain: str
    ttl: int
    """Seconds; what is not taken in time is kept here all the same."""
    urgency: str | None
    topic: str | None
    claims: Claims
    at: datetime


class Letter(msgspec.Struct, frozen=True):
    """What came in, as the service holds it: still encrypted."""

    body: bytes
    ttl: int
    urgency: str | None
    topic: str | None
    claims: Claims
    at: datetime


class Phone:
    """A browser that subscribed with a sender's key."""

    def __init__(self, phone_id: str, origin: str, sender: str) -> None:
        """Make keys; `sender` is the `applicationServerKey`, in base64url."""
        self.id, self.sender = phone_id, sender
        self.endpoint = f"{origin}/push/{phone_id}"
        self._private, self._auth = generate_private_key(SECP256R1()), os.urandom(16)
        self.came: list[Letter] = []
        """Everything that was ever taken over for it."""
        self.waiting: dict[str, Letter] = {}
        """What it has not taken yet, by topic; what has none by a word of its own."""

    def subscribed(self) -> Subscribed:
        """Give the subscription, as the browser does."""
        point = to_base64url(uncompressed(self._private.public_key()))
        return Subscribed(self.id, self.endpoint, SubscriptionKeys(point, to_base64url(self._auth)))

    def hold(self, letter: Letter) -> None:
        """Hold a message until it is taken; it takes the place of one that waits with the same topic."""
        self.came.append(letter)
        word = letter.topic or uuid4().hex
        self.waiting.pop(word, None)
        self.waiting[word] = letter

    def take(self) -> list[Message]:
        """Take what waits and read it.

        Raises:
            ValueError: a message is not one whole record.
            cryptography.exceptions.InvalidTag: a message is not for this phone.
        """
        taken, self.waiting = self.waiting, {}
        return [self._read(letter) for letter in taken.values()]

    def _read(self, letter: Letter) -> Message:
        plain = decrypt(letter.body, self._private, self._auth).decode()
        return Message(plain, letter.ttl, letter.urgency, letter.topic, letter.claims, letter.at)
