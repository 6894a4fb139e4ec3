"""How many requests one process works on at once; the excess is told to come back, at once and cheaply.

Live updates stay open for hours and cost next to nothing, so they have a limit of their own.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from backend.kit.errors import BusyError, make_problem
from backend.kit.refusals import Language, choose_language, help_code_of

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@cache
def _body(language: Language) -> bytes:
    """Write the refusal once per language: it must cost next to nothing."""
    return msgspec.json.encode(make_problem(BusyError(), language, help_code_of(BusyError.code)))


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
            await self._refuse(scope, send)
        else:
            self._requests += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._requests -= 1

    async def _admit_live(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._live >= self._limits.live:
            await self._refuse(scope, send)
            return
        self._live += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._live -= 1

    async def _refuse(self, scope: Scope, send: Send) -> None:
        self.refused += 1
        accepted = dict(scope.get("headers", ())).get(b"accept-language", b"").decode("latin-1")
        body = _body(choose_language(accepted))
        headers = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(body)).encode()),
            (b"retry-after", str(self._limits.retry_after_s).encode()),
        ]
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _is_live(scope: Scope) -> bool:
    return bool(scope["method"] == "GET" and scope["path"].endswith("/live"))
