import time

import pytest

from backend.kit import ids


def test_ids_are_of_version_7_in_order_and_of_this_moment() -> None:
    before = time.time_ns() // 1_000_000
    made = [one for count in (1, 2000, 1, 3) for one in ids.new_event_ids(count)]
    assert made == sorted(set(made))
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {"specified in RFC 4122"}
    assert before <= made[0].int >> 80 <= made[-1].int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_a_clock_that_is_set_back_does_not_set_the_ids_back(monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = ids.new_event_ids(1)
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    (second,) = ids.new_event_ids(1)
    assert second > first


def test_a_full_millisecond_goes_over_into_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_newest", [1 << 46, ids._TAIL])
    first, second = ids.new_event_ids(2)
    assert (1 << 46) + 1 == first.int >> 80 == second.int >> 80
    assert first < second
    assert first.version == 7
