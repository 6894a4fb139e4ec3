"""The ways by which a notice goes, one module each, behind one small Protocol.

A channel is given what is to be said and where to, and tells what became of it.  It keeps nothing and knows no table.
"""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import msgspec

from backend.kit.refusals import Language


class Message(msgspec.Struct, frozen=True):
    """What is said, in the reader's language, ready to go."""

    id: UUID
    """The notice's: the same again is the same message."""
    delivery: UUID
    """Of this notice to this address; a retry has the same."""
    title: str
    body: str
    """Plain text: lines, no markup, no readings."""
    language: Language
    about: str
    """Its subject: a newer message about the same takes its place."""
    address: str
    """The app's own page that it opens, as /history/2026-11-20."""
    urgent: bool
    at: datetime
    expires_at: datetime
    unread: int
    """How many notices the reader has not seen, for the badge."""


class Address(msgspec.Struct, frozen=True):
    """Where to."""

    id: UUID
    target: str
    """An endpoint, a mail address, a LINE user."""
    keys: str
    """What the channel needs besides, as JSON of its own."""


class Delivered(msgspec.Struct, frozen=True):
    """The other side has taken it over."""

    said: str


class Again(msgspec.Struct, frozen=True):
    """Not now: after a pause of ours, or of theirs where they asked for one."""

    said: str
    after: timedelta | None = None
    tried: bool = True
    """False where it was not even sent: that is no failure of the address."""


class Gone(msgspec.Struct, frozen=True):
    """The address is no more."""

    said: str


class Failed(msgspec.Struct, frozen=True):
    """Refused for good; the address may be right for another message."""

    said: str


Outcome = Delivered | Again | Gone | Failed


class Channel(Protocol):
    """One way."""

    async def send(self, address: Address, message: Message) -> Outcome:
        """Send one message; never raises for what the other side does."""

    async def close(self) -> None:
        """Let go of connections."""
