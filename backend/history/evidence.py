"""What speaks for a day: kept as a vector, shown as a grade A–E.

Source: docs/decisions/0004-evidence.md.
"""

from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from backend.devices.kinds import Device


class Presented(IntEnum):
    """What was held up."""

    NOTHING = 0
    SECURE_CARD = 1
    OPEN_CARD = 2
    TAG_CODE = 3
    ROTATING_QR = 4
    CALL = 5
    FACE = 6
    BUTTON = 7
    LIST = 8
    CLAIM = 9


class SeenBy(IntEnum):
    """Who stood by."""

    NOBODY = 0
    FOREMAN = 1
    GUARD = 2


class Evidence(NamedTuple):
    """The vector."""

    presented: Presented
    device: Device
    seen_by: SeenBy
    place_known: bool


class Grade(StrEnum):
    """How strongly a day is proved, for whoever judges it."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


_READERS = {Device.READER, Device.LOGGING_READER, Device.TERMINAL, Device.FOREMAN_PHONE}
_WEAK = {Presented.BUTTON, Presented.CALL, Presented.LIST}


@lru_cache(maxsize=4096)
def pack(evidence: Evidence) -> int:
    """Write the vector into one whole number: presented, device, seen by, place, four bits each."""
    return evidence.presented | evidence.device << 4 | evidence.seen_by << 8 | evidence.place_known << 12


def unpack(packed: int) -> Evidence:
    """Read the vector back."""
    return Evidence(Presented(packed & 15), Device(packed >> 4 & 15), SeenBy(packed >> 8 & 15), bool(packed >> 12 & 1))


def grade(evidence: Evidence) -> Grade:
    """Derive the grade from the vector; confirmations by others never come in here."""
    match evidence:
        case Evidence(presented=Presented.CLAIM | Presented.NOTHING):
            return Grade.E
        case Evidence(presented=presented) if presented in _WEAK:
            return Grade.D
        case Evidence(presented=Presented.SECURE_CARD, device=device) if device in _READERS:
            return Grade.A
        case Evidence(presented=Presented.OPEN_CARD, device=device) if device in _READERS:
            return Grade.B
        case Evidence(presented=Presented.ROTATING_QR, device=Device.FOREMAN_PHONE):
            return Grade.B
        case _:
            return Grade.C
