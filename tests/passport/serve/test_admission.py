"""So many requests at once and no more; live updates are counted apart."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from passport.serve.admission import Admission, Limits, Receive, Scope, Send


class Door:
    """An app whose requests stay until they are let go."""

    def __init__(self) -> None:
        self.open = asyncio.Event()

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await self.open.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})


async def _ask(app: Admission, path: str = "/v1/taps") -> int:
    said: list[int] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            said.append(message["status"])

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    await app({"type": "http", "method": "GET", "path": path}, receive, send)
    return said[0]


async def test_the_third_of_two_is_refused_and_later_ones_are_admitted_again() -> None:
    door = Door()
    app = Admission(door, Limits(requests=2))
    first = [asyncio.create_task(_ask(app)) for _ in range(2)]
    await asyncio.sleep(0)
    assert await _ask(app) == 503
    assert app.refused == 1
    door.open.set()
    assert await asyncio.gather(*first) == [200, 200]
    assert await _ask(app) == 200


async def test_live_updates_take_no_place_from_taps() -> None:
    door = Door()
    app = Admission(door, Limits(requests=1, live=1))
    live = asyncio.create_task(_ask(app, "/v1/passport/live"))
    tap = asyncio.create_task(_ask(app))
    await asyncio.sleep(0)
    assert await _ask(app, "/v1/passport/live") == 503
    door.open.set()
    assert [await live, await tap] == [200, 200]
