"""Twenty copies of one report at the same moment, over twenty connections to two processes."""

import asyncio
from random import Random

import pytest

from backend.kit import database
from passport.bench.client import Connection
from tests.kill.conftest import connected_to
from tests.kill.group import Group
from tests.kill.readers import Client, Drawing
from tests.town import Town

COPIES = 20

pytestmark = pytest.mark.kill


@pytest.mark.parametrize("taps", [1, 300], ids=["a single touch", "a large report"])
async def test_twenty_simultaneous_copies_over_http_are_one(group: Group, town: Town, taps: int) -> None:
    group.start_supervisor()
    await group.until_ready()
    drawing = Drawing(town, Random(7))  # noqa: S311  # to be repeated, not to be secret
    client = Client(0, town.readers[0], group.port)
    request = client._request([sent.tap for sent in drawing.touches(0, taps)])
    connections = [await Connection.connect(group.port) for _ in range(COPIES)]
    replies = await asyncio.gather(*(connection.ask(request) for connection in connections))
    for connection in connections:
        connection.close()
    assert {reply.status for reply in replies} == {200}
    assert len({reply.body for reply in replies}) == 1
    async with connected_to(group.server.dsn):
        assert (await database.fetch("SELECT count(*) FROM tap"))[0][0] == taps
