"""The slow line takes its time, shares its room, and ends without a word."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from passport.bench.slow_line import DOWN_BYTES_S, ROUND_TRIP_S, slow_line

SIZE = 40_000
SPREAD_S = SIZE / DOWN_BYTES_S


@asynccontextmanager
async def talker() -> AsyncIterator[int]:
    """Serve one port: whatever is asked, so many bytes are answered, and the connection is kept open."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(100):
            writer.write(bytes(SIZE))
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def ask(port: int) -> tuple[float, asyncio.StreamWriter]:
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"?")
    await reader.readexactly(SIZE)
    return time.perf_counter() - began, writer


async def test_two_connections_share_one_line() -> None:
    async with talker() as far, slow_line(far) as near:
        alone, first = await ask(near)
        (one, second), (other, third) = await asyncio.gather(ask(near), ask(near))
        for writer in (first, second, third):
            writer.close()
    assert alone >= 2 * ROUND_TRIP_S + SPREAD_S
    assert max(one, other) >= 2 * ROUND_TRIP_S + 2 * SPREAD_S


def test_a_line_that_ends_while_it_is_used_complains_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async def use() -> None:
        async with talker() as far:
            async with slow_line(far) as near:
                _, writer = await ask(near)
            writer.close()
            await writer.wait_closed()

    asyncio.run(use())
    assert caplog.records == []
