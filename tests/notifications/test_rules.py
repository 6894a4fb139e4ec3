"""When a notice goes out, and by which addresses."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.clock import JAPAN
from notifications.kinds import ChannelKind, NoticeKind, Topic
from notifications.rules import KINDS, LONGEST_PAUSE, PAUSES, Setting, choose, is_quiet, pause, when


def japan(said: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{said}:00").replace(tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("kind", "setting", "at", "due"),
    [
        (NoticeKind.DAY_HEALED, Setting(), "20T12:00", "20T12:00"),
        (NoticeKind.DAY_HEALED, Setting(), "20T20:59", "20T20:59"),
        (NoticeKind.DAY_HEALED, Setting(), "20T21:00", "21T06:00"),
        (NoticeKind.DAY_HEALED, Setting(), "20T05:59", "20T06:00"),
        (NoticeKind.DAY_HEALED, Setting(), "20T06:00", "20T06:00"),
        (NoticeKind.DAY_HELD, Setting(), "20T23:00", "20T23:00"),
        (NoticeKind.DAY_HEALED, Setting(quiet_from=720, quiet_until=780), "20T12:30", "20T13:00"),
        (NoticeKind.DAY_HEALED, Setting(quiet_from=720, quiet_until=720), "20T23:30", "20T23:30"),
        (NoticeKind.RECOVERY_BEGUN, Setting(off=frozenset(Topic)), "20T23:00", "20T23:00"),
        (NoticeKind.RECOVERY_BEGUN, Setting(daily=frozenset(Topic)), "20T03:00", "20T03:00"),
    ],
)
def test_what_is_not_urgent_waits_for_the_end_of_the_quiet_hours(
    kind: NoticeKind, setting: Setting, at: str, due: str
) -> None:
    found = when(kind, setting, japan(at))
    assert found is not None
    assert (found.at, found.digest) == (japan(due), False)


@pytest.mark.parametrize(("at", "due"), [("20T12:00", "20T18:00"), ("20T18:00", "20T18:00"), ("20T18:01", "21T18:00")])
def test_a_daily_topic_waits_for_the_digest(at: str, due: str) -> None:
    found = when(NoticeKind.DAY_HELD, Setting(daily=frozenset({Topic.DAYS})), japan(at))
    assert found is not None
    assert (found.at, found.digest) == (japan(due), True)


def test_a_topic_that_is_off_is_not_told() -> None:
    assert when(NoticeKind.DAY_HELD, Setting(off=frozenset({Topic.DAYS})), japan("20T12:00")) is None
    assert when(NoticeKind.CLAIM_REFUSED, Setting(off=frozenset({Topic.DAYS})), japan("20T12:00")) is not None


def test_a_worker_whom_nothing_reaches_is_told_of_once_a_day() -> None:
    found = when(NoticeKind.WORKER_UNREACHED, Setting(), japan("20T12:00"))
    assert found is not None
    assert found.digest


FIRST, LAST = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2090-01-01")
minutes = st.integers(0, 1439)
settings = st.builds(
    Setting,
    quiet_from=minutes,
    quiet_until=minutes,
    digest_at=minutes,
    daily=st.frozensets(st.sampled_from(Topic)),
    off=st.frozensets(st.sampled_from(Topic)),
)


@given(st.sampled_from(NoticeKind), settings, st.datetimes(timezones=st.just(UTC), min_value=FIRST, max_value=LAST))
def test_nothing_is_due_in_the_past_later_than_a_day_or_in_quiet_hours_unless_urgent(
    kind: NoticeKind, setting: Setting, at: datetime
) -> None:
    found = when(kind, setting, at)
    if found is None:
        assert KINDS[kind].topic in setting.off - {Topic.SAFETY}
        return
    assert at <= found.at <= at + timedelta(days=1)
    if not found.digest and not KINDS[kind].urgent:
        assert not is_quiet(setting, found.at)


@dataclass(frozen=True)
class Way:
    channel: ChannelKind
    wanted: bool = True


PUSH, LINE, MAIL = (Way(channel) for channel in (ChannelKind.PUSH, ChannelKind.LINE, ChannelKind.MAIL))
SPARE = Way(ChannelKind.MAIL, wanted=False)


@pytest.mark.parametrize(
    ("kind", "ways", "chosen"),
    [
        (NoticeKind.DAY_HELD, [], []),
        (NoticeKind.DAY_HELD, [PUSH, PUSH, LINE], [PUSH, PUSH, LINE]),
        (NoticeKind.DAY_HELD, [SPARE, PUSH], [PUSH]),
        (NoticeKind.DAY_HELD, [SPARE], [SPARE]),
        (NoticeKind.DAY_HELD, [MAIL, PUSH], [PUSH, MAIL]),
        (NoticeKind.RECOVERY_BEGUN, [SPARE, PUSH], [SPARE, PUSH]),
    ],
)
def test_mail_goes_where_nothing_else_does_or_where_it_is_wanted(
    kind: NoticeKind, ways: list[Way], chosen: list[Way]
) -> None:
    assert choose(kind, ways) == chosen


def test_every_kind_is_told_somehow() -> None:
    assert set(KINDS) == set(NoticeKind)
    assert {kind.topic for kind in KINDS.values()} == set(Topic)


@given(st.integers(0, 50), st.one_of(st.none(), st.timedeltas()))
def test_a_pause_grows_and_a_service_is_believed_within_a_day(attempts: int, asked: timedelta | None) -> None:
    found = pause(attempts, asked)
    assert PAUSES[0] <= found <= LONGEST_PAUSE
    assert found >= pause(attempts - 1)
    if asked is not None and asked <= LONGEST_PAUSE:
        assert found >= asked
