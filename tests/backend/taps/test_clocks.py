"""Three clocks tell when it was: uptime exactly, another boot's wall clock by what was learned, else nobody."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from backend.taps.clocks import Before, Clock, correct
from backend.taps.messages import Report, Tap

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TAP = Tap(sequence=1, token="AABBCCDD", site="1", at=NOW - HOUR, boot="a", uptime_ms=1_000)  # noqa: S106  # a card
REPORT = Report(epoch=1, at=NOW, boot="a", uptime_ms=61_000, taps=[])


def test_within_one_boot_uptime_tells_whatever_the_wall_clock_says() -> None:
    wrong = msgspec.structs.replace(TAP, at=NOW - timedelta(days=9000))
    assert correct(wrong, REPORT, NOW, None) == (NOW - timedelta(minutes=1), Clock.UPTIME)


@pytest.mark.parametrize("drift", [timedelta(0), timedelta(minutes=-7), timedelta(days=400)])
def test_an_offset_learned_in_the_taps_own_boot_is_believed(drift: timedelta) -> None:
    tap = msgspec.structs.replace(TAP, boot="b", at=NOW - HOUR - drift)
    before = Before("b", round(drift / timedelta(milliseconds=1)))
    assert correct(tap, REPORT, NOW, before) == (NOW - HOUR, Clock.OFFSET)


def test_while_two_boots_agree_a_third_is_believed() -> None:
    tap = msgspec.structs.replace(TAP, boot="c")
    assert correct(tap, REPORT, NOW, Before("b", 60_000)) == (NOW - HOUR + timedelta(minutes=1), Clock.OFFSET)


def test_a_lost_battery_agrees_with_nothing() -> None:
    tap = msgspec.structs.replace(TAP, boot="c")
    fallen = msgspec.structs.replace(REPORT, at=datetime(2000, 1, 1, tzinfo=UTC))
    assert correct(tap, fallen, NOW, Before("b", 0))[1] is Clock.UNKNOWN


def test_nothing_learned_is_unknown() -> None:
    assert correct(msgspec.structs.replace(TAP, boot="c"), REPORT, NOW, None)[1] is Clock.UNKNOWN


def test_an_uptime_that_runs_backwards_is_not_believed() -> None:
    later = msgspec.structs.replace(TAP, uptime_ms=62_000)
    assert correct(later, REPORT, NOW, None)[1] is Clock.UNKNOWN
