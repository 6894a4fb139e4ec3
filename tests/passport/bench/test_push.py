"""The bench of push messages says its figures and notices what did not reach its phone."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from notifications import vapid
from notifications.channels.web_push import WebPush
from passport.bench import push
from played.manners import WELL, Manner, Trick
from played.push_service import PushService

ROOT = Path(__file__).parents[3]


def test_a_quick_run_gives_every_figure_as_one_json_object(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "passport", "bench", "push", "--quick", "--seconds", "0.3", "--json"],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        env=os.environ | {"PASSPORT_DATA": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() == {row.key for row in push.ROWS}
    assert all(math.isfinite(value) and value > 0 for value in found.values())
    assert list(tmp_path.iterdir()) == [], "what was made is gone"


def test_the_table_says_the_goal_and_the_rounds() -> None:
    samples = {row.key: [500.0, 2_000.0, 1_500.0] for row in push.ROWS}
    said = push.table(push.figures(samples), samples).splitlines()
    assert len(said) == 1 + len(push.ROWS)
    assert said[1].split()[-8:] == ["1,000", "/s", "1,500", "/s", "1.50", "500", "2,000", "1,500"]


@pytest.mark.parametrize(
    ("manner", "wrong"),
    [
        (WELL, []),
        (Manner(trick=Trick.LIE), ["came in", "read"]),
        (Manner(429), ["not delivered: 429 too many at once"]),
    ],
)
async def test_what_did_not_reach_its_phone_is_noticed(tmp_path: Path, manner: Manner, wrong: list[str]) -> None:
    key = vapid.published(tmp_path)[0]
    async with PushService() as played, aiohttp.ClientSession() as session:
        channel = WebPush(tmp_path, push.CONTACT, {played.origin})
        service = push.Service(played.origin, session)
        made = await service.call("POST", "subscriptions", {"applicationServerKey": key.key})
        played.manner = manner
        sent = await push._send(channel, [push._address(made, key.id)], 0.5, 4)
        await channel.close()
        found = await push._wrong(service, [made["id"]], [sent])
    assert len(found) == len(wrong)
    assert all(part in said for part, said in zip(wrong, found, strict=True))
