"""What a reader says, as it stands on the wire.  Imports msgspec alone, so that a bridge can use it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

MOST_TAPS = 2000
"""In one report: what a logging reader holds."""

TEN_YEARS_MS = 315_360_000_000

Sequence = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Epoch = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
Milliseconds = Annotated[int, msgspec.Meta(ge=0, le=TEN_YEARS_MS)]
BootId = Annotated[str, msgspec.Meta(min_length=1, max_length=36, pattern=r"^[0-9A-Za-z-]+$")]
Instant = Annotated[datetime, msgspec.Meta(tz=True)]


class Direction(StrEnum):
    """Coming, going, or not said."""

    NONE = "none"
    IN = "in"
    OUT = "out"


class Presented(StrEnum):
    """What was held up to the device."""

    SECURE_CARD = "secureCard"
    OPEN_CARD = "openCard"
    TAG_CODE = "tagCode"
    ROTATING_QR = "rotatingQr"
    CALL = "call"
    FACE = "face"
    BUTTON = "button"
    LIST = "list"


class SeenBy(StrEnum):
    """Who stood by."""

    NOBODY = "nobody"
    FOREMAN = "foreman"
    GUARD = "guard"


class Tap(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """One touch: its place in the reader's queue, what was read, and the reader's three clocks at that moment."""

    sequence: Sequence
    token: Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]
    """What was read, as it was read."""
    site: Annotated[str, msgspec.Meta(min_length=1, max_length=20, pattern=r"^[0-9]+$")]
    """The site's number: 14 digits."""
    at: Instant
    """The reader's wall clock."""
    boot: BootId
    """Changes whenever the reader starts."""
    uptime_ms: Milliseconds
    """Since it started."""
    direction: Direction = Direction.NONE
    presented: Presented = Presented.OPEN_CARD
    seen_by: SeenBy = SeenBy.NOBODY
    place_known: bool = False


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """What a reader sends: its clocks now, and the touches it has kept, 1 to 2,000 of them."""

    epoch: Epoch
    at: Instant
    boot: BootId
    uptime_ms: Milliseconds
    taps: Annotated[list[Tap], msgspec.Meta(min_length=1, max_length=MOST_TAPS)]


class LooseReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A report whose touches are read one by one, so that a bad one does not spoil the good ones."""

    epoch: Epoch
    at: Instant
    boot: BootId
    uptime_ms: Milliseconds
    taps: list[msgspec.Raw]
