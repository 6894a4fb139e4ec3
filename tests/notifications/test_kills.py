"""Whoever kills `passport notify` at any moment makes nobody miss a notice, or see one twice."""

import asyncio
import os
import secrets
import sys
from collections import Counter
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from notifications import settings as noticed
from notifications import vapid
from notifications.kinds import DeliveryState
from notifications.telling import Teller
from played.manners import Manner
from played.phones import Message, Phone
from played.push_service import PushService
from tests.notifications.people import NO_QUIET, address
from tests.town import Town

ROOT = Path(__file__).parents[2]
KILLS = 100
PEOPLE = 20

pytestmark = pytest.mark.kill


async def test_a_hundred_kills_make_nobody_miss_a_notice_or_see_one_twice(committed: str, tmp_path: Path) -> None:
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}")  # noqa: T201  # what one needs to repeat a failure
    town = await Town().build(PEOPLE, places=0, readers=0)
    key = vapid.published(tmp_path / "keys")[0]
    async with PushService() as service:
        service.manner = Manner(slow_s=0.25)  # so that a kill meets messages on their way
        phones = {worker: service.subscribe(key.key) for worker in town.workers}
        for worker, phone in phones.items():
            await noticed.keep(worker, NO_QUIET, clock.now())
            await address(worker, target=phone.endpoint, keys=keys_of(phone, key.id))
        await Teller().step()
        environ = os.environ | {
            "PASSPORT_DSN": committed,
            "PASSPORT_DATA": str(tmp_path),
            "PASSPORT_MODE": "sample",
            "PASSPORT_PUSH_INSIDE": service.origin,
        }
        dying = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.notifications.dying", str(KILLS), str(seed)),
            cwd=ROOT,
            env=environ,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert dying.stdout is not None
        killed = asyncio.ensure_future(dying.stdout.readline())
        happened, regretted = await let_happen(town, killed)
        await until_empty()
        assert dying.stdin is not None
        dying.stdin.write(b"\n")
        assert await dying.wait() == 0
    came = {worker: [msgspec.json.decode(one.plain) for one in read_all(phone)] for worker, phone in phones.items()}
    told = {worker: Counter(UUID(one["id"]) for one in messages) for worker, messages in came.items()}
    assert len(happened) > 10 * KILLS, "too little to show anything"
    assert {(worker, one) for worker, found in told.items() for one in found} == happened
    assert not {one for found in told.values() for one in found} & regretted
    await check_kept(phones, told)
    assert not service.refused
    again = await database.fetch("SELECT count(*) FROM delivery WHERE attempts > 1")
    print(f"{again[0][0]} deliveries met by a kill")  # noqa: T201  # as above
    assert again[0][0] > 0, "no kill met a message on its way"
    twice = sum(times - 1 for found in told.values() for times in found.values())
    print(f"{len(happened)} notices, {twice} came to the service again after a kill")  # noqa: T201  # as above


def keys_of(phone: Phone, key_id: str) -> str:
    keys = phone.subscribed().keys
    return msgspec.json.encode({"p256dh": keys.p256dh, "auth": keys.auth, "vapid": key_id}).decode()


def read_all(phone: Phone) -> list[Message]:
    """Everything that ever came, read as the phone does."""
    phone.waiting = {f"{number}": letter for number, letter in enumerate(phone.came)}
    return phone.take()


async def let_happen(town: Town, killed: "asyncio.Future[bytes]") -> tuple[set[tuple[UUID, UUID]], set[UUID]]:
    """Let things happen, some of which are rolled back, until the last kill; give what did, and what did not."""
    happened, regretted = set(), set()
    while not killed.done():
        for worker in town.workers:
            made = ids.new_event_id()
            event = events.Event(worker, made, EventKind.APPLICATION_APPROVED, f'{{"applicationId":"{uuid4()}"}}')
            async with database.transaction() as db:
                change = db.transaction()
                await change.start()
                await events.record_all([event])
                if made.int % 5:
                    await change.commit()
                    happened.add((worker, made))
                else:
                    await change.rollback()
                    regretted.add(made)
        await asyncio.sleep(0.2)
    assert (await killed).startswith(b"killed")
    return happened, regretted


async def until_empty() -> None:
    async with asyncio.timeout(150):
        while await is_waiting() or await untold():  # noqa: ASYNC110  # another process works
            await asyncio.sleep(0.2)


async def is_waiting() -> bool:
    return bool(await database.fetch("SELECT FROM delivery WHERE state IN (0, 1) LIMIT 1"))


async def untold() -> bool:
    rows = await database.fetch(
        "SELECT FROM event e WHERE e.kind = 72 AND NOT EXISTS "
        "(SELECT FROM notice n WHERE n.recipient = e.worker_id AND n.event_id = e.id) "
        "AND e.id > (SELECT id FROM event_cursor WHERE consumer = 'notifications began') LIMIT 1"
    )
    return bool(rows)


async def check_kept(phones: dict[UUID, Phone], told: dict[UUID, Counter[UUID]]) -> None:
    """What was kept as delivered was never sent again; what came twice was leased twice."""
    rows = await database.fetch("SELECT recipient, event_id, state, attempts, ended_at FROM delivery")
    assert {row["state"] for row in rows} == {DeliveryState.DELIVERED}
    ended = {(row["recipient"], row["event_id"]): row for row in rows}
    for (worker, event), row in ended.items():
        assert told[worker][event] <= row["attempts"]
    for worker, phone in phones.items():
        last = {UUID(msgspec.json.decode(one.plain)["id"]): one.at for one in read_all(phone)}
        for event, at in last.items():
            assert at <= ended[worker, event]["ended_at"], "sent again though it was kept as delivered"
