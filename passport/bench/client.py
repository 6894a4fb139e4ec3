"""A small HTTP/1.1 client that keeps its connections; it must cost little, for it shares the cores with the server."""

import asyncio
from typing import NamedTuple, cast

_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = b"content-length: "


class Reply(NamedTuple):
    """What came back."""

    status: int
    head: bytes
    body: bytes


class Connection(asyncio.Protocol):
    """One connection, one request at a time; bytes in, reply out."""

    def __init__(self) -> None:
        """Begin unconnected; `connect` makes a usable one."""
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Reply] | None = None
        self._kept = bytearray()
        self._head_ends = -1
        self._whole = 0

    @classmethod
    async def connect(cls, port: int) -> "Connection":
        """Connect to this machine."""
        _, made = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return made

    def ask(self, request: bytes) -> "asyncio.Future[Reply]":
        """Send a request; the reply comes with the future."""
        if self._transport is None:
            message = "the connection is closed"
            raise ConnectionResetError(message)
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._waiting

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is no subclass

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits."""
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("hung up"))

    def data_received(self, data: bytes) -> None:
        """Collect until the reply is whole."""
        self._kept += data
        if self._head_ends < 0:
            self._head_ends = self._kept.find(_END_OF_HEAD)
            if self._head_ends < 0:
                return
            start = self._kept.find(_LENGTH, 0, self._head_ends) + len(_LENGTH)
            length = int(self._kept[start : self._kept.index(b"\r", start)])
            self._whole = self._head_ends + len(_END_OF_HEAD) + length
        if len(self._kept) >= self._whole:
            self._answer()

    def _answer(self) -> None:
        whole = bytes(self._kept)
        self._kept.clear()
        ends, self._head_ends = self._head_ends, -1
        reply = Reply(int(whole[9:12]), whole[:ends], whole[ends + len(_END_OF_HEAD) :])
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(reply)
