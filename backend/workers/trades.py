"""職種: the trades a worker can have, read from `trades.toml`.

In the database a trade is one small number, 100 x major + minor; minor 0 means that the minor is not known.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from backend.kit.refusals import Language, Said

_STEP = 100
_CODE = re.compile(r"([0-9]{2})(?:-([0-9]{2}))?")


class _MinorEntry(Said[str], frozen=True, forbid_unknown_fields=True, kw_only=True):
    code: str
    confidence: Literal["high", "medium"]
    source: tuple[str, ...]


class _MajorEntry(Said[str], frozen=True, forbid_unknown_fields=True, kw_only=True):
    code: str
    confidence: Literal["high", "medium"]
    minor: tuple[_MinorEntry, ...] = ()


class TradeFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file: since when it holds, where it is from, and how many minors we do not know."""

    valid_from: date
    document: str
    minors_in_force: int
    minors_counted_on: date
    minors_source: str
    most_per_worker: int
    most_per_worker_source: str
    major: tuple[_MajorEntry, ...]


class Trade(msgspec.Struct, frozen=True):
    """One trade with the number it has in the database.

    `source` is empty where the trade stands in the source paper itself.
    """

    number: int
    names: Said[str]
    """The easy Japanese one has readings, in Aozora notation."""
    confidence: Literal["high", "medium"]
    source: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Write the trade as people do: "10-01", or "10" where the minor is not known."""
        return code_of(self.number)

    def name(self, language: Language) -> str:
        """Tell its name in a language."""
        return self.names.to(language)

    @property
    def major(self) -> int:
        """Tell the major (大分類), 1 to 55."""
        return self.number // _STEP


@cache
def load() -> TradeFacts:
    """Read the file once."""
    return msgspec.toml.decode(Path(__file__).with_name("trades.toml").read_bytes(), type=TradeFacts)


@cache
def all_trades() -> tuple[Trade, ...]:
    """Give every known trade, majors before their minors, by number."""
    return tuple(trade for major in load().major for trade in _of_major(major))


def find_trade(number: int) -> Trade | None:
    """Find a trade by its number in the database.

    A minor that is not in the file is not an error: about three in four are not known to us.
    """
    return _by_number().get(number)


def code_of(number: int) -> str:
    """Write a trade's number as people do, whether we know its name or not."""
    major, minor = divmod(number, _STEP)
    return f"{major:02}-{minor:02}" if minor else f"{major:02}"


def number_of(code: str) -> int | None:
    """Read a trade's number from how people write it; None where it is no code.

    >>> number_of("10-01"), number_of("10"), number_of("鉄筋")
    (1001, 1000, None)
    """
    match = _CODE.fullmatch(code)
    return _STEP * int(match[1]) + int(match[2] or 0) if match else None


def name_of(number: int, language: Language = Language.JA) -> str | None:
    """Tell a trade's name, or its major's where the minor is not known to us."""
    trade = find_trade(number) or find_trade(number - number % _STEP)
    return trade.name(language) if trade else None


@cache
def _by_number() -> dict[int, Trade]:
    return {trade.number: trade for trade in all_trades()}


def _of_major(major: _MajorEntry) -> tuple[Trade, ...]:
    base = int(major.code) * _STEP
    minors = (Trade(base + int(m.code), m, m.confidence, m.source) for m in major.minor)
    return (Trade(base, major, major.confidence), *minors)
