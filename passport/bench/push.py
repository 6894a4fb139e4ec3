"""How many push messages one core prepares, and how many the channel sends to a push service in another process.

The service is played by `played.push_service` on the loopback address, so what is measured is our own side of it.
"""

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from uuid import uuid4

import aiohttp
import msgspec
import uvloop

from backend.kit import clock
from backend.kit.refusals import Language
from notifications import vapid
from notifications.channels import Address, Delivered, Message
from notifications.channels.web_push import Prepared, WebPush
from passport.bench.figures import HEAD, LESS, MORE, Row, Samples, line
from passport.bench.plan import Plan

PHONES = 200
"""Subscriptions that take turns, each with keys of its own."""
CONTACT = "https://passport.example.jp"
BODY = "見本現場（元請：見本建設）のきょうの就業が1日として入りました。入 7:52、出 17:08。ちがうときは教えてください。"
ROWS = (
    Row("push_prepared_per_s", "push messages prepared by one core", "/s", 1_000, MORE),
    Row("push_prepared_cpu_us", "  CPU for one", "us", None, LESS),
    Row("push_sent_per_s", "push messages sent and acknowledged", "/s", None, MORE),
    Row("push_sent_cpu_us", "  CPU for one, of the sender", "us", None, LESS),
    Row("push_sent_p50_ms", "  from calling the channel to its outcome", "ms", None, LESS),
    Row("push_sent_p99_ms", "  its 99th percentile", "ms", None, LESS),
)


class Service(NamedTuple):
    """The played push service, as its control addresses tell of it."""

    origin: str
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  JSON
        """Ask it something; gives what it answers."""
        async with self.session.request(method, f"{self.origin}/control/{path}", json=content) as answer:
            answer.raise_for_status()
            return await answer.json()


class Sent(NamedTuple):
    """What a round of sending came to."""

    seconds: float
    cpu_s: float
    waited_s: list[float]
    """For each message that was acknowledged."""
    said: set[str]
    """What was said of those that were not."""


def measure(folder: Path, plan: Plan) -> tuple[dict[str, list[float]], list[str]]:
    """Prepare and send for some seconds in each round; gives the figures of the rounds, and what was not right."""
    with running_service() as origin, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_measure(folder, plan, origin))


def figures(samples: Samples) -> dict[str, float]:
    """Take the median of the rounds."""
    return {key: median(values) for key, values in samples.items()}


def table(found: Mapping[str, float], samples: Samples) -> str:
    """Write the figures beside their goals."""
    return "\n".join([HEAD, *(line(row, found[row.key], samples[row.key]) for row in ROWS)])


async def _measure(folder: Path, plan: Plan, origin: str) -> tuple[dict[str, list[float]], list[str]]:
    channel = WebPush(folder, CONTACT, {origin}, plan.connections)
    async with aiohttp.ClientSession() as session:
        service = Service(origin, session)
        key = vapid.published(folder)[0]
        made = [await service.call("POST", "subscriptions", {"applicationServerKey": key.key}) for _ in range(PHONES)]
        addresses = [_address(one, key.id) for one in made]
        samples: dict[str, list[float]] = {row.key: [] for row in ROWS}
        sent: list[Sent] = []
        for _ in range(plan.rounds):
            _add_prepared(samples, channel, addresses, plan.seconds)
            sent.append(await _send(channel, addresses, plan.seconds, plan.connections))
            _add_sent(samples, sent[-1])
        await channel.close()
        return samples, await _wrong(service, [one["id"] for one in made], sent)


def _add_prepared(
    samples: dict[str, list[float]], channel: WebPush, addresses: Sequence[Address], seconds: float
) -> None:
    """Prepare messages for some seconds, one after the other."""
    at, done = clock.now(), 0
    began, cpu = time.monotonic(), time.process_time()
    while time.monotonic() - began < seconds:
        prepared = channel.prepare(addresses[done % len(addresses)], a_message(done, at), at)
        assert isinstance(prepared, Prepared)  # noqa: S101  # our own addresses are good
        done += 1
    samples["push_prepared_per_s"].append(done / (time.monotonic() - began))
    samples["push_prepared_cpu_us"].append((time.process_time() - cpu) / done * 1e6)


async def _send(channel: WebPush, addresses: Sequence[Address], seconds: float, in_flight: int) -> Sent:
    """Send for some seconds, so many at once, each as soon as the one before it is answered."""
    numbers, waited, said = count(), list[float](), set[str]()
    began, cpu = time.monotonic(), time.process_time()

    async def go_on() -> None:
        while (called := time.monotonic()) - began < seconds:
            number = next(numbers)
            outcome = await channel.send(addresses[number % len(addresses)], a_message(number, clock.now()))
            if isinstance(outcome, Delivered):
                waited.append(time.monotonic() - called)
            else:
                said.add(outcome.said)

    await asyncio.gather(*(go_on() for _ in range(in_flight)))
    return Sent(time.monotonic() - began, time.process_time() - cpu, waited, said)


def _add_sent(samples: dict[str, list[float]], sent: Sent) -> None:
    done, waited = max(len(sent.waited_s), 1), sorted(sent.waited_s) or [sent.seconds]
    samples["push_sent_per_s"].append(len(sent.waited_s) / sent.seconds)
    samples["push_sent_cpu_us"].append(sent.cpu_s / done * 1e6)
    samples["push_sent_p50_ms"].append(waited[len(waited) // 2] * 1000)
    samples["push_sent_p99_ms"].append(waited[len(waited) * 99 // 100] * 1000)


async def _wrong(service: Service, ids: Sequence[str], sent: Sequence[Sent]) -> list[str]:
    """Compare what was acknowledged with what came in, and read it as the phones do."""
    wrong = [f"not delivered: {said}" for one in sent for said in sorted(one.said)]
    counts, acknowledged = await service.call("GET", "counts"), sum(len(one.waited_s) for one in sent)
    if counts["takenOver"] != acknowledged or counts["refused"]:
        wrong.append(f"{acknowledged} acknowledged, {counts['takenOver']} came in, refused: {counts['refused']}")
    read: list[str] = []
    for one in ids:
        read += [_id_of(message["plain"]) for message in await service.call("POST", f"subscriptions/{one}/take")]
    if len(set(read)) != acknowledged:
        wrong.append(f"{acknowledged} acknowledged, {len(set(read))} read")
    return wrong


def _id_of(plain: str) -> str:
    said: str = msgspec.json.decode(plain)["id"]
    return said


def _address(subscribed: Mapping[str, Any], key_id: str) -> Address:
    keys = msgspec.json.encode(subscribed["keys"] | {"vapid": key_id}).decode()
    return Address(uuid4(), subscribed["endpoint"], keys)


def a_message(number: int, at: datetime) -> Message:
    """Make a sample message, each about a subject of its own."""
    return Message(
        id=uuid4(), delivery=uuid4(), title="見本現場", body=BODY, language=Language.JA, about=f"sample/{uuid4()}",
        address="/history/2026-11-20", urgent=number % 10 == 0, at=at, expires_at=at + timedelta(hours=2), unread=3,
    )  # fmt: skip


@contextlib.contextmanager
def running_service() -> Iterator[str]:
    """Give the address of the played push service in a process of its own."""
    command = [sys.executable, "-P", "-m", "played.push_service"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None  # noqa: S101  # it was asked for
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
