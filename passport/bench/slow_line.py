"""A loopback proxy with the latency and bandwidth of slow 4G; it slows the page and its service worker alike."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

ROUND_TRIP_S = 0.150
DOWN_BYTES_S = 1.6e6 / 8
UP_BYTES_S = 0.75e6 / 8
PIECE = 4096

Piece = tuple[float, bytes | None]


class Direction:
    """One direction of the line: all connections share its room."""

    def __init__(self, bytes_s: float) -> None:
        """Begin with nothing under way."""
        self._bytes_s = bytes_s
        self._free_at = 0.0

    def send(self, size: int) -> float:
        """Tell when a piece that is sent now has arrived, on the loop's clock."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time()) + size / self._bytes_s
        return self._free_at + ROUND_TRIP_S / 2


@contextlib.asynccontextmanager
async def slow_line(port: int) -> AsyncIterator[int]:
    """Stand before a port of this machine as a slow line, and give the port to come in by."""
    up, down = Direction(UP_BYTES_S), Direction(DOWN_BYTES_S)
    carried: set[asyncio.Task[None]] = set()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await asyncio.sleep(ROUND_TRIP_S)  # the handshake
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
            there = _pump(reader, far_writer, up)
            back = _pump(far_reader, writer, down)
            await asyncio.gather(there, back, return_exceptions=True)
        finally:
            writer.close()

    def come_in(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of our own: one of the server's complains aloud when it is cancelled.
        task = asyncio.create_task(carry(reader, writer))
        carried.add(task)
        task.add_done_callback(carried.discard)

    server = await asyncio.start_server(come_in, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
        ending = list(carried)
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Direction) -> None:
    """Hand on what comes, each piece half a round trip after the line had room for it."""
    pieces: asyncio.Queue[Piece] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(_hand_on(pieces, writer))
        while piece := await reader.read(PIECE):
            await pieces.put((way.send(len(piece)), piece))
        await pieces.put((way.send(0), None))


async def _hand_on(pieces: asyncio.Queue[Piece], writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            due, piece = await pieces.get()
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
            if piece is None:
                return
            writer.write(piece)
            await writer.drain()
    finally:
        writer.close()
