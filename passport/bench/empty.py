"""The least that a server can answer: 200, without looking at the request."""

from typing import Any

from passport.serve.admission import App, Receive, Scope, Send

_START: dict[str, Any] = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
_BODY: dict[str, Any] = {"type": "http.response.body", "body": b""}


def create_app() -> App:
    """Make the application."""
    return _answer


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    while (await receive()).get("more_body"):
        pass
    await send(_START)
    await send(_BODY)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return
