"""A stand-in for the product: answers its own process number, and can be slow or broken when asked."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

Message = dict[str, Any]


def create_app() -> Callable[..., Awaitable[None]]:
    return _app


async def _app(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(1)
    body = str(os.getpid()).encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _live(receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


async def run_jobs() -> None:
    await asyncio.Event().wait()


async def run_jobs_that_break() -> None:
    message = "broken on purpose"
    raise RuntimeError(message)
