"""From when and until when days of other kinds count, read from `facts.toml`.  Pure."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The dated numbers, with where they are from."""

    valid_from: date
    confidence: str
    source: tuple[str, ...]
    training_from: date
    """Days at training sites count from here on."""
    certified_last_on: date
    """The last day that a company may certify."""
    certified_filed_until: date
    """Until when certified days count."""
    days_a_year: int


@cache
def facts() -> Facts:
    """Read the facts once."""
    return msgspec.toml.decode(Path(__file__).with_name("facts.toml").read_bytes(), type=Facts)
