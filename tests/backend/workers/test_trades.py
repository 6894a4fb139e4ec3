"""Trades: 55 majors, and the minors that are known."""

from backend.statistics import figures
from backend.workers import trades


def test_there_are_55_majors_and_74_known_minors() -> None:
    numbers = [trade.number for trade in trades.all_trades()]
    assert [n for n in numbers if n % 100 == 0] == [100 * major for major in range(1, 56)]
    assert len([n for n in numbers if n % 100]) == 74
    assert numbers == sorted(set(numbers))


def test_a_trade_is_one_number_and_is_written_as_major_and_minor() -> None:
    rebar = trades.find_trade(1001)
    assert rebar is not None
    assert (rebar.code, rebar.ja, rebar.en, rebar.major) == ("10-01", "鉄筋工", "Reinforcing-bar worker", 10)
    major = trades.find_trade(1000)
    assert major is not None
    assert major.code == "10"


def test_a_minor_not_known_to_us_goes_by_the_name_of_its_major() -> None:
    assert trades.find_trade(1077) is None
    assert trades.name_of(1077) == "鉄筋工"
    assert trades.name_of(1077, "en") == "Reinforcing-bar worker"
    assert trades.name_of(5600) is None


def test_the_majors_are_those_of_the_statistics() -> None:
    assert [trades.name_of(100 * row.major) for row in figures.trades().row] == [row.ja for row in figures.trades().row]


def test_every_minor_says_where_it_is_from() -> None:
    assert all(trade.source for trade in trades.all_trades() if trade.number % 100)
    assert trades.load().most_per_worker == 4
