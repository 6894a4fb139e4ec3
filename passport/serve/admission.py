"""How many requests one process works on at once; the excess is told to come back, at once and cheaply.

Live updates stay open for hours and cost next to nothing, so they have a limit of their own.
"""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_BODY = json.dumps(
    {
        "type": "about:blank",
        "title": "Too many requests at once",
        "status": 503,
        "code": "overloaded",
        "detail": "The server is working at its limit. Nothing of this request was kept; send it again.",
        "remedy": {"who": "sender", "what": "send it again", "where": "same address", "until": None},
    }
).encode()


@dataclass(frozen=True)
class Limits:
    """What one process admits at once."""

    requests: int = 1_000
    live: int = 5_000
    retry_after_s: int = 1


class Admission:
    """An ASGI app around another that admits so many requests at once and answers 503 to the rest."""

    def __init__(self, app: App, limits: Limits) -> None:
        """Put the limits before an app."""
        self._app = app
        self._limits = limits
        self._requests = 0
        self._live = 0
        self.refused = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _is_live(scope):
            await self._admit_live(scope, receive, send)
        elif self._requests >= self._limits.requests:
            await self._refuse(send)
        else:
            self._requests += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._requests -= 1

    async def _admit_live(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._live >= self._limits.live:
            await self._refuse(send)
            return
        self._live += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._live -= 1

    async def _refuse(self, send: Send) -> None:
        self.refused += 1
        headers = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(_BODY)).encode()),
            (b"retry-after", str(self._limits.retry_after_s).encode()),
        ]
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": _BODY})


def _is_live(scope: Scope) -> bool:
    return bool(scope["method"] == "GET" and scope["path"].endswith("/live"))
