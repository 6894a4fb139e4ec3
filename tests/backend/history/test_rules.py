"""Which day a touch belongs to: the four-o'clock line, night shifts, exits and late entries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.devices.kinds import Device
from backend.history.evidence import Evidence, Grade, Presented, SeenBy, grade, pack, unpack
from backend.history.rules import Stamp, day_start, fold, last_day_to_enter, pack_stamps, unpack_stamps, work_date


def japan(text: str) -> datetime:
    return datetime.fromisoformat(text + "+09:00")


@pytest.mark.parametrize(
    ("japan_time", "day"),
    [("2026-04-02T08:00", 2), ("2026-04-03T03:59", 2), ("2026-04-03T04:00", 3), ("2026-04-03T00:00", 2)],
)
def test_an_entry_before_four_belongs_to_the_day_before(japan_time: str, day: int) -> None:
    assert work_date(japan(japan_time)) == date(2026, 4, day)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 11, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 1), date(2028, 2, 29)),
    ],
)
def test_a_day_may_be_entered_until_the_end_of_the_next_month(day: date, last: date) -> None:
    assert last_day_to_enter(day) == last


def test_a_shift_over_midnight_is_one_work_day() -> None:
    folded = fold([Stamp(japan("2026-11-20T21:00"), False), Stamp(japan("2026-11-21T05:30"), True)])
    (day,) = folded.days
    assert day == date(2026, 11, 20)
    assert folded.days[day].exit_at == japan("2026-11-21T05:30")


def test_an_exit_after_more_than_sixteen_hours_waits_alone() -> None:
    entry = japan("2026-11-20T08:00")
    within, after = entry + timedelta(hours=16), entry + timedelta(hours=16, milliseconds=1)
    assert fold([Stamp(entry, False), Stamp(within, True)]).exits_alone == ()
    assert fold([Stamp(entry, False), Stamp(after, True)]).exits_alone == (after,)


def test_a_late_entry_takes_the_exit_from_the_night_before() -> None:
    night, leave, morning = japan("2026-11-20T20:00"), japan("2026-11-21T07:00"), japan("2026-11-21T06:30")
    before = fold([Stamp(night, False), Stamp(leave, True)])
    after = fold([Stamp(night, False), Stamp(leave, True), Stamp(morning, False)])
    assert before.days[date(2026, 11, 20)].exit_at == leave
    assert after.days[date(2026, 11, 20)].exit_at is None
    assert after.days[date(2026, 11, 21)].exit_at == leave


stamps = st.builds(
    lambda minutes, out: Stamp(japan("2026-11-20T12:00") + timedelta(minutes=minutes), out),
    st.integers(-3000, 3000),
    st.booleans(),
)


@given(st.lists(stamps, max_size=12), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(found: list[Stamp], chance: object) -> None:
    shuffled = sorted(found, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(found)


@given(st.lists(stamps, max_size=12))
def test_folding_what_was_folded_changes_nothing(found: list[Stamp]) -> None:
    folded = fold(found)
    again = [stamp for day in folded.days.values() for stamp in day.stamps]
    again += [Stamp(at, True) for at in folded.exits_alone]
    assert fold(again) == folded


@given(st.lists(stamps, min_size=1, max_size=12))
def test_the_touches_of_a_day_can_be_packed_and_read_back(found: list[Stamp]) -> None:
    for day, made in fold(found).days.items():
        packed = pack_stamps(day, made.stamps)
        values = [int(value) for value in packed.strip("{}").split(",")] if packed else None
        assert unpack_stamps(day, values, made.entry_at, made.exit_at) == made.stamps
        assert packed is None or all(abs(value) < 2**31 for value in values or [])


def test_the_ordinary_day_needs_no_packing() -> None:
    entry, leave = Stamp(japan("2026-11-20T08:00"), False), Stamp(japan("2026-11-20T17:00"), True)
    assert pack_stamps(date(2026, 11, 20), (entry, leave)) is None


def test_a_day_starts_at_four_in_japan() -> None:
    assert day_start(date(2026, 11, 20)) == datetime(2026, 11, 19, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("presented", "device", "wanted"),
    [
        (Presented.SECURE_CARD, Device.READER, Grade.A),
        (Presented.SECURE_CARD, Device.LOGGING_READER, Grade.A),
        (Presented.OPEN_CARD, Device.READER, Grade.B),
        (Presented.ROTATING_QR, Device.FOREMAN_PHONE, Grade.B),
        (Presented.ROTATING_QR, Device.OWN_PHONE, Grade.C),
        (Presented.TAG_CODE, Device.GATE_TAG, Grade.C),
        (Presented.FACE, Device.VENDOR, Grade.C),
        (Presented.BUTTON, Device.OWN_PHONE, Grade.D),
        (Presented.CALL, Device.VENDOR, Grade.D),
        (Presented.LIST, Device.VENDOR, Grade.D),
        (Presented.CLAIM, Device.NONE, Grade.E),
    ],
)
def test_the_grade_follows_from_the_vector(presented: Presented, device: Device, wanted: Grade) -> None:
    assert grade(Evidence(presented, device, SeenBy.NOBODY, place_known=False)) is wanted


@given(st.sampled_from(Presented), st.sampled_from(Device), st.sampled_from(SeenBy), st.booleans())
def test_the_vector_can_be_packed_and_read_back(
    presented: Presented, device: Device, seen_by: SeenBy, place: bool
) -> None:
    evidence = Evidence(presented, device, seen_by, place)
    assert unpack(pack(evidence)) == evidence
    without = Evidence(presented, device, SeenBy.NOBODY, place)
    assert grade(evidence) == grade(without), "who stood by never lifts a grade"
