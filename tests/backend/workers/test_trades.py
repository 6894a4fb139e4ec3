"""Trades: 55 majors, and the minors that are known."""

import re

import pytest

from backend.kit.refusals import Language
from backend.statistics import figures
from backend.workers import trades
from tests.saying import RUBY, faults, texts_of


def test_there_are_55_majors_and_74_known_minors() -> None:
    numbers = [trade.number for trade in trades.all_trades()]
    assert [n for n in numbers if n % 100 == 0] == [100 * major for major in range(1, 56)]
    assert len([n for n in numbers if n % 100]) == 74
    assert numbers == sorted(set(numbers))


def test_a_trade_is_one_number_and_is_written_as_major_and_minor() -> None:
    rebar = trades.find_trade(1001)
    assert rebar is not None
    assert (rebar.code, rebar.major) == ("10-01", 10)
    assert (rebar.names.ja, rebar.names.en, rebar.names.vi) == ("鉄筋工", "Reinforcing-bar worker", "Thợ cốt thép")
    major = trades.find_trade(1000)
    assert major is not None
    assert major.code == "10"


def test_a_minor_not_known_to_us_goes_by_the_name_of_its_major() -> None:
    assert trades.find_trade(1077) is None
    assert trades.name_of(1077) == "鉄筋工"
    assert trades.name_of(1077, Language.EN) == "Reinforcing-bar worker"
    assert trades.name_of(5600) is None


def test_the_majors_are_those_of_the_statistics() -> None:
    assert [trades.name_of(100 * row.major) for row in figures.trades().row] == [row.ja for row in figures.trades().row]


def test_every_minor_says_where_it_is_from() -> None:
    assert all(trade.source for trade in trades.all_trades() if trade.number % 100)
    assert trades.load().most_per_worker == 4


@pytest.mark.parametrize("trade", trades.all_trades(), ids=lambda trade: trade.code)
def test_a_trade_has_a_name_in_every_language_and_a_reading_over_every_kanji(trade: trades.Trade) -> None:
    assert faults(texts_of(trade.names)) == []
    assert RUBY.sub(r"\1", trade.names.ja_easy) == trade.names.ja


@pytest.mark.parametrize("trade", trades.all_trades(), ids=lambda trade: trade.code)
def test_a_code_is_read_as_it_is_written(trade: trades.Trade) -> None:
    assert trades.number_of(trade.code) == trade.number


@pytest.mark.parametrize("code", ["", "-", "1", "10-", "10-1", "10-01-02", "１０", "鉄筋"])
def test_what_is_no_code_has_no_number(code: str) -> None:
    assert trades.number_of(code) is None


def test_field_words_are_read_as_on_the_site() -> None:
    names = [trade.names for trade in trades.all_trades()]
    read = {name.ja: "".join(re.findall("《(.+?)》", name.ja_easy)) for name in names}
    words = {
        "左官": "さかん",
        "法面工": "のりめんこう",
        "軌道工": "きどうこう",
        "石工": "いしく",
        "宮大工": "みやだいく",
    }
    assert {ja: read[ja] for ja in words} == words
    assert trades.name_of(1001, Language.JA_EASY) == "｜鉄筋工《てっきんこう》"
