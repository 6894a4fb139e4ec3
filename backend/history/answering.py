"""How claims are said, to the worker and to the prime contractor alike."""

from datetime import datetime
from enum import StrEnum

import msgspec

from backend.kit import clock


class WhatIsClaimed(StrEnum):
    """What is claimed: a day without record, or what is wrong with a record."""

    MISSED_DAY = "missedDay"
    WRONG_TIMES = "wrongTimes"
    NOT_THERE = "notThere"
    SOMETHING_ELSE = "somethingElse"


class ClaimState(StrEnum):
    """How far a claim is; one that is impossible was not kept, a decision that is impossible changed nothing."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"


class ClaimSite(msgspec.Struct, frozen=True, rename="camel"):
    """The site; the name is None where there is no such site."""

    number: str
    name: str | None


def in_japan(at: datetime | None) -> datetime | None:
    """Give an instant as Japan's clocks show it."""
    return at.astimezone(clock.JAPAN) if at else None


def readable(text: str) -> str:
    """Leave out what has no shape: control characters other than the end of a line."""
    return "".join(letter for letter in text if letter == "\n" or letter.isprintable()).strip()
