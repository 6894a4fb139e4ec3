"""How an outside party answers: well, or in one of the ways in which services fail."""

import asyncio
from enum import StrEnum

import msgspec
from aiohttp import web

_END = b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\nonly this"
_NO_HTTP = b"\x16\x03\x01 this is no HTTP at all\r\n\r\n"
_PART = b"again and again " * 64


class Trick(StrEnum):
    """A way of answering that no code says."""

    LIE = "lie"
    """Says that it took the message over, and drops it."""
    HANG = "hang"
    """Never answers."""
    CUT = "cut"
    """Takes the message over, and closes the connection in the middle of its answer."""
    GARBAGE = "garbage"
    """Answers no HTTP."""
    ENDLESS = "endless"
    """Takes the message over, and goes on answering for ever."""


class Manner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it answers; without anything, well."""

    status: int | None = None
    """Answered instead of taking the message over."""
    retry_after: str | None = None
    location: str | None = None
    slow_s: float = 0
    """Seconds before anything else."""
    trick: Trick | None = None
    times: int | None = None
    """So often, and then well again; without it, always."""


WELL = Manner()


async def play(trick: Trick, request: web.Request) -> web.StreamResponse:
    """Answer by a trick other than a lie; what is written past the framework ends the connection."""
    if trick is Trick.ENDLESS:
        return await _go_on(request)
    transport = request.transport
    if transport is not None and trick in {Trick.CUT, Trick.GARBAGE}:
        transport.write(_END if trick is Trick.CUT else _NO_HTTP)
        transport.close()
    await asyncio.Event().wait()
    raise web.HTTPServiceUnavailable


async def _go_on(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(status=201)
    await answer.prepare(request)
    while True:
        await answer.write(_PART)
        await asyncio.sleep(0)
