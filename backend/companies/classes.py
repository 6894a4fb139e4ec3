"""What kinds of business there are (事業者区分), and how large they are.  Pure."""

import tomllib
from enum import IntEnum
from functools import cache
from pathlib import Path

import msgspec


class CompanyClass(IntEnum):
    """The three classes of business."""

    CORPORATION = 1
    INDIVIDUAL = 2
    SOLE_WORKER = 3
    """一人親方: one person who is both; whoever is employed is none, whatever he also does."""


class CapitalClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One class of capital, for fees and statistics."""

    number: int
    least_yen: int
    below_yen: int | None = None
    """None: without an end."""


class _Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    valid_from: str
    confidence: str
    source: tuple[str, ...]
    note: str
    capital: tuple[CapitalClass, ...]


@cache
def capital_classes() -> tuple[CapitalClass, ...]:
    """Read the classes once."""
    read = tomllib.loads(Path(__file__).with_name("capital.toml").read_text("utf-8"))
    return msgspec.convert(read, _Facts).capital


def capital_class(yen: int) -> int:
    """Tell the class of a capital in yen.

    >>> capital_class(4_999_999), capital_class(5_000_000), capital_class(80_000_000_000)
    (1, 2, 11)
    """
    return next(one.number for one in capital_classes() if one.below_yen is None or yen < one.below_yen)
