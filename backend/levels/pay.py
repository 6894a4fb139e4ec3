"""What is paid at a level, as published; read from `pay.toml`."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec


class Pay(NamedTuple):
    """What a level is said to bring a year, in units of 10,000 yen: one figure, or from one to another."""

    level: int
    low: int
    high: int | None


class Yearly(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Yearly pay by level, of all fields and of some."""

    published_on: date
    revised_on: date
    """Since when there are newer figures that were not found."""
    confidence: str
    source: str
    url: str
    others: tuple[str, ...]
    all: dict[int, tuple[int, ...]]
    fields: dict[str, dict[int, tuple[int, ...]]]

    def of_all(self) -> list[Pay]:
        """Give what all fields together bring."""
        return _rows(self.all)

    def of_field(self, field: str) -> list[Pay]:
        """Give what a field brings, as far as it is known."""
        return _rows(self.fields.get(field, {}))


class LabourRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The labour rate of public works (公共工事設計労務単価), yen a day, by major trade."""

    valid_from: date
    confidence: str
    source: str
    document: str
    yen_a_day: dict[str, int]

    def of_trade(self, trade: int) -> int | None:
        """Give the rate of a trade's major; None where it is not known."""
        return self.yen_a_day.get(f"{trade // 100:02}")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    yearly: Yearly
    labour_rate: LabourRate


@cache
def facts() -> _File:
    """Read what was published."""
    return msgspec.toml.decode(Path(__file__).with_name("pay.toml").read_bytes(), type=_File, strict=False)


def _rows(by_level: dict[int, tuple[int, ...]]) -> list[Pay]:
    return [Pay(level, amounts[0], amounts[-1] if len(amounts) > 1 else None) for level, amounts in by_level.items()]
