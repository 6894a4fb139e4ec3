"""A loopback proxy with the latency and bandwidth of slow 4G; it slows the page and its service worker alike."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

ROUND_TRIP_S = 0.150
DOWN_BYTES_S = 1.6e6 / 8
UP_BYTES_S = 0.75e6 / 8
PIECE = 4096

Piece = tuple[float, bytes | None]


@contextlib.asynccontextmanager
async def slow_line(port: int) -> AsyncIterator[int]:
    """Stand before a port of this machine as a slow line, and give the port to come in by."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(ROUND_TRIP_S)  # the handshake
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        there = _pump(reader, far_writer, UP_BYTES_S)
        back = _pump(far_reader, writer, DOWN_BYTES_S)
        await asyncio.gather(there, back, return_exceptions=True)

    server = await asyncio.start_server(carry, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, bytes_s: float) -> None:
    """Hand on what comes, each piece half a round trip after the line had room for it."""
    loop = asyncio.get_running_loop()
    pieces: asyncio.Queue[Piece] = asyncio.Queue()
    handing = asyncio.create_task(_hand_on(pieces, writer))
    free_at = 0.0
    while piece := await reader.read(PIECE):
        free_at = max(free_at, loop.time()) + len(piece) / bytes_s
        await pieces.put((free_at + ROUND_TRIP_S / 2, piece))
    await pieces.put((loop.time() + ROUND_TRIP_S / 2, None))
    await handing


async def _hand_on(pieces: asyncio.Queue[Piece], writer: asyncio.StreamWriter) -> None:
    while True:
        due, piece = await pieces.get()
        await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        if piece is None:
            writer.close()
            return
        writer.write(piece)
        await writer.drain()
