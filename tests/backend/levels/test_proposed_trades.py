"""Which trades a proposed version may name."""

from datetime import date

import msgspec
import pytest

from backend.levels.criteria import LEVELS, LevelCriteria
from backend.levels.proposing import Fault, FaultyError, Proposal, check


def _proposal(*trades: str) -> Proposal:
    levels = tuple(msgspec.convert({"level": level, "days": 645, "complete": True}, LevelCriteria) for level in LEVELS)
    return Proposal(valid_from=date(2027, 4, 1), source="見本の基準", occupations=trades, levels=levels)


@pytest.mark.parametrize("code", ["鉄筋", "99-99", "00-01"])
def test_a_trade_of_no_major_is_named(code: str) -> None:
    with pytest.raises(FaultyError) as found:
        check(_proposal("10-01", code), date(2026, 11, 27))
    assert (found.value.fault, found.value.place) == (Fault.NAME, "$.occupations[1]")


def test_a_minor_that_is_not_known_to_us_stands() -> None:
    check(_proposal("10-01", "34-99", "52"), date(2026, 11, 27))
