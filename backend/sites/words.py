"""The words in which sites are spoken of outside: kinds, positions, numbers and texts."""

from enum import StrEnum
from typing import Annotated

import msgspec

from backend.kit.errors import MalformedError
from backend.kit.texts import readable

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Text = Annotated[str, msgspec.Meta(max_length=500)]
Prefecture = Annotated[int, msgspec.Meta(ge=1, le=47)]
ClockTime = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""Hours and minutes in Japan, as 07:30."""


class SiteKindWord(StrEnum):
    """What kind of place a site is."""

    ORDINARY = "ordinary"
    REGIONAL_BUNDLE = "regionalBundle"
    TRAINING = "training"


class PositionWord(StrEnum):
    """As what one works (立場)."""

    WORKER = "worker"
    SQUAD_LEADER = "squadLeader"
    FOREMAN = "foreman"


class RowState(StrEnum):
    """What became of a row; one that is impossible says why and changed nothing."""

    DONE = "done"
    UNCHANGED = "unchanged"
    IMPOSSIBLE = "impossible"


def named(text: str, at: str) -> str:
    """Read a name, which must have something that can be read.

    Raises:
        MalformedError: nothing is left of it.
    """
    name = readable(text)
    if not name:
        raise MalformedError(at=at)
    return name


def said(text: str | None) -> str | None:
    """Read a text that may be left out."""
    return (readable(text) or None) if text is not None else None
