"""A letter to everybody, the whole way: told page by page from the register, sent by one process to a push service.

The service is played by a process of its own on the loopback address.  One process sends; several may.
"""

import asyncio
import time
from pathlib import Path
from uuid import uuid4

import aiohttp
import msgspec
import uvloop

from backend.kit import clock, database
from backend.kit.migrations import migrate
from notifications import letters, vapid
from notifications.channels.web_push import WebPush
from notifications.kinds import ChannelKind
from notifications.letters import Audience
from notifications.sending import Sender
from notifications.telling import target_hash
from passport.bench.figures import HEAD, LESS, MORE, Row, line
from passport.bench.push import CONTACT, PHONES, Service, running_service

NATION = 1_400_000
WITHIN_S = 30 * 60
ROWS = (
    Row("letter_told_per_s", "people told of a letter, in the database", "/s", NATION / WITHIN_S, MORE),
    Row("letter_sent_per_s", "people pushed to, outcome kept", "/s", NATION / WITHIN_S, MORE),
    Row("letter_sent_cpu_us", "  CPU for one, of the sender", "us", None, LESS),
    Row("letter_nation_min", "1.4 million people, by one process", "min", 30, LESS),
)
PEOPLE = """
INSERT INTO worker (id, worker_number, name, name_kana, birth_date, prefecture, level, main_trade,
                    registered_on)
SELECT gen_random_uuid(), 'bench' || n, '見本', 'ミホン', '1990-01-01', 13, 1, 1001, '2026-01-01'
FROM generate_series(1, $1) n
"""
ADDRESS = """
INSERT INTO address (recipient, id, channel, target, target_hash, keys, made_at, confirmed_at)
SELECT w.id, gen_random_uuid(), 1, $1, $2, $3, now(), now() FROM worker w WHERE right(w.id::text, 2) = $4
"""
QUIET = """
INSERT INTO notice_setting
SELECT id, 'ja', 0, 0, 1080, '{}', '{}', now() FROM worker
"""
WAITING = "SELECT FROM delivery WHERE state IN (0, 1) LIMIT 1"
LEFT = "SELECT count(*) FROM delivery WHERE state <> 2"


def measure(dsn: str, folder: Path, people: int) -> tuple[dict[str, float], list[str]]:
    """Tell and send one letter to so many people; gives the figures, and what was not right."""
    asyncio.run(migrate(dsn))
    with running_service() as origin, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_measure(folder, people, origin))


async def _measure(folder: Path, people: int, origin: str) -> tuple[dict[str, float], list[str]]:
    await database.open_pool(6)
    async with aiohttp.ClientSession() as session:
        service = Service(origin, session)
        await _settle(service, folder, people)
        told_s = await _tell()
        channel = WebPush(folder, CONTACT, {origin})
        sent_s, cpu_s = await _send(channel)
        await channel.close()
        wrong = await _wrong(service, people)
    await database.close_pool()
    found = {
        "letter_told_per_s": people / told_s,
        "letter_sent_per_s": people / sent_s,
        "letter_sent_cpu_us": cpu_s / people * 1e6,
        "letter_nation_min": NATION * (told_s + sent_s) / people / 60,
    }
    return found, wrong


async def _settle(service: Service, folder: Path, people: int) -> None:
    """Make people, each with a phone; the phones take turns, since their keys make no difference."""
    key = vapid.published(folder)[0]
    async with database.transaction() as db:
        await db.execute(PEOPLE, people)
        await db.execute(QUIET)
        for byte in range(256):
            if byte < PHONES:
                made = await service.call("POST", "subscriptions", {"applicationServerKey": key.key})
            keys = msgspec.json.encode(made["keys"] | {"vapid": key.id}).decode()
            await db.execute(ADDRESS, made["endpoint"], target_hash(made["endpoint"]), keys, f"{byte:02x}")
    await database.run_script("ANALYZE worker, address, notice_setting")


async def _tell() -> float:
    await letters.write("見本の手紙", "見本の手紙です。" * 5, Audience(), by=uuid4(), at=clock.now())
    began = time.monotonic()
    while await letters.step():
        pass
    return time.monotonic() - began


async def _send(channel: WebPush) -> tuple[float, float]:
    sender = Sender({ChannelKind.PUSH: channel})
    began, cpu = time.monotonic(), time.process_time()
    running = asyncio.create_task(sender.run())
    while await database.fetch(WAITING):  # noqa: ASYNC110  # the sender works
        await asyncio.sleep(0.1)
    took = time.monotonic() - began, time.process_time() - cpu
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return took


async def _wrong(service: Service, people: int) -> list[str]:
    """See that everybody was told once."""
    left, counts = await database.fetch(LEFT), await service.call("GET", "counts")
    wrong = [f"{left[0][0]} were not delivered"] if left[0][0] else []
    if counts["takenOver"] != people or counts["refused"]:
        wrong.append(f"{people} people, {counts['takenOver']} came in, refused: {counts['refused']}")
    return wrong


def table(found: dict[str, float]) -> str:
    """Write the figures beside their goals."""
    return "\n".join([HEAD, *(line(row, found[row.key], [found[row.key]]) for row in ROWS)])
