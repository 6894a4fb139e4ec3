"""Attempts are counted in windows; with Redis together, and without it alone."""

import asyncio
from pathlib import Path

import pytest

from backend.kit import limits
from backend.kit.limits import OwnLimits, RedisLimits, make_limits
from backend.kit.pepper import peppered, read_or_make
from tests.product import free_port
from tests.redis_server import run_redis


async def test_more_than_allowed_must_wait_and_others_need_not() -> None:
    counting = OwnLimits()
    assert [await counting.take("a", 2, 60) for _ in range(2)] == [0, 0]
    assert 0 < await counting.take("a", 2, 60) <= 60
    assert await counting.take("b", 2, 60) == 0


async def test_a_window_ends() -> None:
    counting = OwnLimits()
    await counting.take("a", 1, 1)
    counting._ends["a"] -= 1
    assert await counting.take("a", 1, 1) == 0


async def test_what_is_over_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEPT", 3)
    counting = OwnLimits()
    for key in "abcdefg":
        await counting.take(key, 1, 60)
    assert len(counting._counted) == len(counting._ends) <= 3


async def test_processes_count_together_through_redis(tmp_path: Path) -> None:
    with run_redis(tmp_path) as url:
        one, other = RedisLimits(url), RedisLimits(url)
        assert [await one.take("a", 2, 60), await other.take("a", 2, 60)] == [0, 0]
        assert 0 < await one.take("a", 2, 60) <= 60
        await asyncio.gather(one.close(), other.close())


async def test_without_redis_each_process_counts_alone() -> None:
    counting = make_limits(f"redis://127.0.0.1:{free_port()}/0")
    assert await counting.take("a", 1, 60) == 0
    assert await counting.take("a", 1, 60) > 0
    await counting.close()
    assert isinstance(make_limits(None), OwnLimits)


def test_the_pepper_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "pepper"
    first = read_or_make(path)
    assert read_or_make(path) == first
    assert len(first) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["pepper"]


def test_parts_do_not_run_into_each_other() -> None:
    assert peppered(b"a", b"bc") != peppered(b"ab", b"c")
