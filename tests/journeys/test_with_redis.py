"""With Redis between two processes everything is as without; emptied, nothing is lost and nobody logged out."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest
import redis

from tests.conftest import RunSample
from tests.product import Product
from tests.redis_server import run_redis


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture(scope="module")
def product(address: str, run_sample: RunSample) -> Iterator[Product]:
    with run_sample(processes=2, environment={"REDIS_URL": address}) as running:
        yield running


async def changed(client: httpx.AsyncClient, product: Product, opened: asyncio.Event) -> str:
    """Wait on the live stream until something changed."""
    async with client.stream("GET", f"{product.origin}/v1/passport/live", timeout=20) as stream:
        async for line in stream.aiter_lines():
            if line.startswith(":"):
                opened.set()
            if line.startswith("data:"):
                return line
    return ""


async def test_a_tap_reaches_streams_of_every_process_and_flushing_redis_loses_nothing(
    product: Product, address: str
) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{product.origin}/v1/sample/login", json={"person": "makoto"})
        assert answer.status_code == 204
        opened = [asyncio.Event() for _ in range(6)]
        streams = [asyncio.create_task(changed(client, product, one)) for one in opened]
        await asyncio.wait_for(asyncio.gather(*(one.wait() for one in opened)), 10)
        with redis.Redis.from_url(address) as direct:
            direct.flushall()
        said = await asyncio.to_thread(product.tap, "makoto")
        lines = await asyncio.wait_for(asyncio.gather(*streams), 5)
        assert said["state"] == "counted"
        assert all("day_counted" in line for line in lines)
        passport = await client.get(f"{product.origin}/v1/passport")
        assert passport.json()["today"]["state"] == "counted"
