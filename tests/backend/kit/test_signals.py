"""Nudges reach other processes through Redis, and none is missed for long when Redis is away."""

import asyncio
import time
from pathlib import Path

import pytest

from backend.kit.signals import OwnSignals, RedisSignals, make_signals
from tests.redis_server import run_redis

LONG_S = 20


async def waited(signals: OwnSignals) -> float:
    before = time.monotonic()
    await signals.wait(LONG_S)
    return time.monotonic() - before


async def test_a_nudge_in_one_process_ends_the_wait_in_another(tmp_path: Path) -> None:
    with run_redis(tmp_path) as url:
        here, there = RedisSignals(url), RedisSignals(url)
        try:
            for _ in range(50):  # until both listen
                here.nudge()
                waiting = asyncio.create_task(waited(there))
                done, _ = await asyncio.wait([waiting], timeout=0.2)
                if done:
                    break
                waiting.cancel()
            waiting = asyncio.create_task(waited(there))
            await asyncio.sleep(0.05)
            here.nudge()
            assert await asyncio.wait_for(waiting, 5) < LONG_S / 4
        finally:
            await here.close()
            await there.close()


async def test_without_redis_nudges_within_the_process_still_work() -> None:
    signals = RedisSignals("redis://127.0.0.1:9/0")
    try:
        signals.nudge()
        assert await waited(signals) < 1
    finally:
        await signals.close()


@pytest.mark.parametrize(("url", "kind"), [(None, OwnSignals)])
def test_without_an_address_the_process_nudges_itself(url: str | None, kind: type[OwnSignals]) -> None:
    assert type(make_signals(url)) is kind
