"""What an audience sees of a worker, and how each part of it is written as bytes.  Pure."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import msgspec

LONGEST_NAME = 60
"""Bytes; a longer one is cut."""
LEVELS = range(1, 5)
_DAY_ZERO = date(1900, 1, 1)


class Audience(StrEnum):
    """To whom a pass is shown (見せる相手)."""

    SITE = "site"
    SHOP = "shop"
    OFFICE = "office"


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What an audience sees of a worker; what it does not see is None."""

    level: int
    trade: int | None = None
    """100 × major + minor code."""
    worker_number: str | None = None
    birth_date: date | None = None
    name: str | None = None


SHOWN: dict[Audience, tuple[str, ...]] = {
    Audience.SITE: ("level", "trade", "worker_number", "name"),
    Audience.SHOP: ("level",),
    Audience.OFFICE: ("level", "trade", "worker_number", "birth_date", "name"),
}
"""In the order in which they are written."""


class UnreadableError(Exception):
    """The bytes are not of this layout."""


class Reading:
    """Bytes that are read from the front."""

    def __init__(self, whole: bytes) -> None:
        """Begin at the front."""
        self.whole = whole
        self.at = 0

    def take(self, count: int) -> bytes:
        """Take the next bytes.

        Raises:
            UnreadableError: there are not so many.
        """
        self.at += count
        if self.at > len(self.whole):
            raise UnreadableError
        return self.whole[self.at - count : self.at]

    def number(self, count: int) -> int:
        """Take the next bytes as a whole number."""
        return int.from_bytes(self.take(count), "big")


def limit(seen: Seen, audience: Audience) -> Seen:
    """Leave of a worker what an audience sees."""
    return Seen(**{field: getattr(seen, field) for field in SHOWN[audience]})


def write_seen(seen: Seen, audience: Audience) -> bytes:
    """Write what an audience sees."""
    return b"".join(_WRITE[field](getattr(seen, field)) for field in SHOWN[audience])


def read_seen(rest: Reading, audience: Audience) -> Seen:
    """Read what an audience sees.

    Raises:
        UnreadableError: there is no such level, name or day, or the bytes end.
    """
    return Seen(**{field: _READ[field](rest) for field in SHOWN[audience]})


def cut(name: str) -> str:
    """Cut a name that is longer than a code has room for.

    >>> cut("見" * 30) == "見" * 19 + "…"
    True
    """
    written = name.encode()
    if len(written) <= LONGEST_NAME:
        return name
    return written[: LONGEST_NAME - len("…".encode())].decode(errors="ignore") + "…"


def _write_name(name: str) -> bytes:
    written = cut(name).encode()
    return bytes([len(written)]) + written


def _read_name(rest: Reading) -> str:
    try:
        return rest.take(rest.number(1)).decode()
    except UnicodeDecodeError as error:
        raise UnreadableError from error


def _read_level(rest: Reading) -> int:
    level = rest.number(1)
    if level not in LEVELS:
        raise UnreadableError
    return level


_WRITE: dict[str, Callable[[Any], bytes]] = {
    "level": lambda level: bytes([level]),
    "trade": lambda trade: trade.to_bytes(2, "big"),
    "worker_number": lambda number: int(number).to_bytes(6, "big"),
    "birth_date": lambda day: (day - _DAY_ZERO).days.to_bytes(2, "big"),
    "name": _write_name,
}
_READ: dict[str, Callable[[Reading], Any]] = {
    "level": _read_level,
    "trade": lambda rest: rest.number(2),
    "worker_number": lambda rest: f"{rest.number(6):014d}",
    "birth_date": lambda rest: _DAY_ZERO + timedelta(days=rest.number(2)),
    "name": _read_name,
}
