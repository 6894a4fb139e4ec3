"""Judged by several at once, a worker is told once."""

import asyncio

import pytest

from backend.kit import clock, database
from backend.levels.judging import judge_workers
from tests.backend.levels.careers import holds, standing, worked
from tests.backend.levels.test_judging import news
from tests.town import Town

pytestmark = pytest.mark.usefixtures("committed")


async def test_who_is_judged_by_several_at_once_is_told_once() -> None:
    town = await Town().build(4)
    for worker in town.workers:
        await worked(worker, 645)
        await holds(worker, "第二種電気工事士免状取得者")
    at = clock.now()
    await asyncio.gather(*(judge_workers(town.workers[n % 4 :] + town.workers[: n % 4], at) for n in range(8)))
    for worker in town.workers:
        assert len(await news(worker)) == 1
        assert await standing(worker) == {"001": (2, 0)}
    locks = await database.fetch("SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 7302")
    assert not locks
