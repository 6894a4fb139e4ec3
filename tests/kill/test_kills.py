"""SIGKILL of any process under load loses nothing that was acknowledged, and doubles nothing."""

import asyncio
import secrets
import time
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from backend.history.checks import compare_totals
from backend.kit import database
from tests.backend.history.model import Day, Model, Touch
from tests.kill.conftest import connected_to
from tests.kill.group import Group, kept_alive
from tests.kill.readers import Client, Drawing, Sent
from tests.town import Town

KILLS = 40
KINDS = {"web": 20, "jobs": 4, "backend": 8, "postmaster": 4, "supervisor": 4}
LONGEST_S = 420.0
NEAR = timedelta(seconds=30)
"""A report that was sent again has a later clock by the time of its way, never by this much."""

pytestmark = pytest.mark.kill


async def test_forty_kills_lose_nothing_acknowledged(group: Group, town: Town) -> None:
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}")  # noqa: T201  # what one needs to repeat a failure
    rng = Random(seed)  # noqa: S311  # to be repeated, not to be secret
    drawing = Drawing(town, rng)
    clients = [Client(n, reader, group.port) for n, reader in enumerate(town.readers)]
    group.start_supervisor()
    await group.until_ready()
    async with kept_alive(group):
        killed = await kill_under_load(group, clients, drawing, rng)
        await group.until_ready()
        again = {client: await hand_in_everything(client) for client in clients}
    sent = [one for client in clients for report in client.kept for one in report]
    first = {identity: answer for client in clients for identity, answer in client.acknowledged.items()}
    print(f"{dict(killed)} killed, {len(sent)} touches, {sum(client.sent_again for client in clients)} sent again")  # noqa: T201  # as above
    assert killed.total() == KILLS
    assert len(first) > 10 * KILLS, "too little load to show anything"
    for client in clients:
        answers = {(client.reader, answer["sequence"]): answer for answer in again[client]}
        assert {identity: answers[identity] for identity in client.acknowledged} == client.acknowledged
        assert len(answers) == sum(map(len, client.kept))
    async with connected_to(group.server.dsn):
        await check_taps(town, sent)
        await check_days(town, sent)
        assert [one for one in await compare_totals() if one.not_derived or one.not_kept] == []


async def kill_under_load(group: Group, clients: list[Client], drawing: Drawing, rng: Random) -> Counter[str]:
    """Kill at random while every reader works; then let the readers stop wherever they are."""
    working = [asyncio.create_task(client.work(drawing, Random(rng.random()))) for client in clients]  # noqa: S311  # as above
    left = [kind for kind, times in KINDS.items() for _ in range(times)]
    rng.shuffle(left)
    killed: Counter[str] = Counter()
    until = time.monotonic() + LONGEST_S
    try:
        while left and time.monotonic() < until and not any(task.done() for task in working):
            before = sum(len(client.acknowledged) for client in clients)
            if group.kill(left[-1], rng):
                killed[left.pop()] += 1
            else:
                left.insert(0, left.pop())
            await asyncio.sleep(rng.uniform(0.1, 1.0))
            await until_answered_again(clients, before)
    finally:
        for task in working:
            task.cancel()
        ended = await asyncio.gather(*working, return_exceptions=True)
    assert [error for error in ended if not isinstance(error, asyncio.CancelledError)] == []
    return killed


async def until_answered_again(clients: list[Client], before: int) -> None:
    """Wait until something new is acknowledged, so that each kill meets a load."""
    async with asyncio.timeout(90):
        while sum(len(client.acknowledged) for client in clients) <= before:  # noqa: ASYNC110  # the clients count
            await asyncio.sleep(0.02)


async def hand_in_everything(client: Client) -> list[dict[str, object]]:
    """Send everything once more, as it was reported, and give all answers."""
    client.hang_up()
    answers = [answer for touched in client.kept for answer in await client.send_until_answered(touched)]
    client.hang_up()
    return answers


async def check_taps(town: Town, sent: list[Sent]) -> None:
    """Every touch is there exactly once, and none that nobody sent."""
    numbers = {reader.known.id: number for number, reader in enumerate(town.readers)}
    rows = await database.fetch("SELECT reader_id, epoch, sequence FROM tap")
    assert len(rows) == len({tuple(row) for row in rows})
    assert {(numbers[row[0]], row[2]) for row in rows if row[1] == 1} == {one.identity for one in sent}


async def check_days(town: Town, sent: list[Sent]) -> None:
    """The work days are those that the plain model makes of the same touches."""
    people = {worker: number for number, worker in enumerate(town.workers)}
    places = {site_id: number for number, (site_id, _) in enumerate(town.sites)}
    rows = await database.fetch("SELECT worker_id, work_date, site_id, entry_at, exit_at, taps FROM work_day")
    kept = {(people[row[0]], row[1], places[row[2]]): Day(row[3], row[4], row[5]) for row in rows}
    expected = expected_days(sent)
    assert kept.keys() == expected.keys()
    for key, day in expected.items():
        assert is_alike(kept[key], day), (key, kept[key], day)


def expected_days(sent: list[Sent]) -> dict[tuple[int, date, int], Day]:
    """Ask the model person by person: it looks at every touch for every touch."""
    models: dict[int, Model] = {}
    for one in sent:
        touch = Touch(one.identity, one.person, one.site, one.tap.at, one.out)
        models.setdefault(one.person, Model()).touches.append(touch)
    return {key: day for model in models.values() for key, day in model.days().items()}


def is_alike(kept: Day, expected: Day) -> bool:
    exits = kept.exit is not None and expected.exit is not None and abs(kept.exit - expected.exit) < NEAR
    return (
        abs(kept.entry - expected.entry) < NEAR
        and (exits or kept.exit is expected.exit is None)
        and kept.touches == expected.touches
    )
