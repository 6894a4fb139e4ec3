"""The load, made by a process of its own: each function prepares everything, then starts the clock."""

import asyncio
import base64
import gc
import os
import random
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple, ParamSpec, TypeVar
from uuid import UUID

import msgspec
import uvloop
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from backend.devices.rules import session_key
from passport.bench import touches
from passport.bench.client import Connection, Reply
from passport.bench.cpu import Used, difference, used_so_far
from passport.bench.crew import Crew, Slot
from passport.bench.touches import Session

P = ParamSpec("P")
T = TypeVar("T")
OK, BUSY = 200, 503
REPLAYS = 3
SESSIONS_AT_ONCE = 16


class Singles(NamedTuple):
    """A load of single touches."""

    port: int
    crew: Crew
    slots: Sequence[Slot]
    first_sequence: int
    connections: int
    seconds: float
    every_s: float = 0.0
    """A touch on each connection so often; 0: as soon as the one before is answered."""
    coded: bool = True
    """Codes of a session, or else a signature on each."""
    real: bool = True
    """Against the product, or against a server that only answers."""


class Reports(NamedTuple):
    """A load of reports, and of the same reports again."""

    port: int
    crew: Crew
    slots: Sequence[Slot]
    first_sequence: int
    connections: int
    number: int


class Reads(NamedTuple):
    """A load of phones."""

    port: int
    tokens: Sequence[str]
    per_s: int
    seconds: float


class Outcome(NamedTuple):
    """What a load saw."""

    answered: int
    refused: int
    failed: int
    counted: int
    """Touches answered as counted."""
    registered: int
    """Touches answered as registered: exits."""
    seconds: float
    p50_ms: float
    p99_ms: float
    answered_in_time: int
    """Without those that were under way at the end."""
    cpu: Used
    """Seconds by kind of process."""

    @property
    def per_s(self) -> float:
        """Requests answered a second."""
        return self.answered_in_time / self.seconds

    def cpu_us(self, kind: str) -> float:
        """Microseconds of CPU that a kind of process used for each request answered."""
        return self.cpu.get(kind, 0.0) / max(1, self.answered) * 1_000_000


def loader() -> ProcessPoolExecutor:
    """Give the process that makes the load."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def load_singles(load: Singles) -> Outcome:
    """Send single touches for some time, each connection one after the other."""
    return _run(_singles, load)


def load_reports(load: Reports) -> tuple[Outcome, Outcome]:
    """Send every report once; then all of them again."""
    return _run(_reports, load)


def load_reads(load: Reads) -> Outcome:
    """Read passports at a steady pace."""
    return _run(_reads, load)


def _run(load: Callable[P, Coroutine[None, None, T]], *given: P.args, **named: P.kwargs) -> T:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(load(*given, **named))


async def _singles(load: Singles) -> Outcome:
    readers = range(len(load.crew.readers))
    sessions = await _open_sessions(load.port, load.crew) if load.real else dict.fromkeys(readers, _NO_SESSION)
    streams = [
        list(
            touches.singles(
                load.crew, load.slots, readers[n :: load.connections], load.first_sequence,
                sessions if load.coded else None,
            )
        )
        for n in range(load.connections)
    ]  # fmt: skip
    return await _send(load.port, streams, load.seconds, load.every_s)


async def _reports(load: Reports) -> tuple[Outcome, Outcome]:
    dealt = touches.reports(load.crew, load.slots, load.number, load.first_sequence, load.connections)
    first = await _send(load.port, dealt)
    again = await _send(load.port, [requests * REPLAYS for requests in dealt])
    return first, again


async def _reads(load: Reads) -> Outcome:
    connections = 8
    rng = random.Random(1)  # noqa: S311  # which phones read is no secret
    each = int(load.per_s * load.seconds / connections)
    streams = [[touches.read_passport(rng.choice(load.tokens)) for _ in range(each)] for _ in range(connections)]
    return await _send(load.port, streams, load.seconds, connections / load.per_s)


_NO_SESSION = Session(UUID(int=0), bytes(32))


async def _open_sessions(port: int, crew: Crew) -> dict[int, Session]:
    """Let every reader agree on a session, a few at a time."""
    opened: dict[int, Session] = {}
    left = iter(range(len(crew.readers)))

    async def open_some() -> None:
        connection = await Connection.connect(port)
        for reader in left:
            opened[reader] = await _open_session(connection, crew, reader)
        connection.close()

    await asyncio.gather(*(open_some() for _ in range(SESSIONS_AT_ONCE)))
    return opened


async def _open_session(connection: Connection, crew: Crew, reader: int) -> Session:
    ours = X25519PrivateKey.generate()
    known = crew.readers[reader]
    body = msgspec.json.encode({"publicKey": base64.b64encode(ours.public_key().public_bytes_raw()).decode()})
    key = Ed25519PrivateKey.from_private_bytes(known.private_key)
    reply = await connection.ask(touches.signed(known, key, body, "/v1/readers/sessions"))
    agreed = msgspec.json.decode(reply.body)
    session = UUID(agreed["session"])
    theirs = X25519PublicKey.from_public_bytes(base64.b64decode(agreed["publicKey"]))
    return Session(session, session_key(ours.exchange(theirs), session))


class _Sending:
    """Connections at work, and what they saw."""

    def __init__(self, seconds: float, every_s: float) -> None:
        self.every_s = every_s
        self.latencies: list[float] = []
        self.refused = self.failed = self.counted = self.registered = self.in_time = 0
        self.cpu_before = used_so_far(os.getppid())
        self.began = time.perf_counter()
        self.until = self.began + seconds
        self.is_timed = seconds > 0
        self.is_over = False

    async def send(self, connection: Connection, requests: Sequence[bytes]) -> None:
        left: Iterator[bytes] = iter(requests)
        request = next(left, None)
        due = self.began + random.random() * self.every_s  # noqa: S311  # so that not all come at once
        while request is not None and not self._is_over():
            if self.every_s:
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                due += self.every_s
            sent = time.perf_counter()
            reply = await connection.ask(request)
            if self._note(reply, time.perf_counter() - sent):
                request = next(left, None)
        if self.is_timed and not self.every_s:
            self._end()

    def _is_over(self) -> bool:
        if self.is_timed and not self.is_over and time.perf_counter() >= self.until:
            self._end()
        return self.is_over

    def _end(self) -> None:
        """End for all: the first connection without a request ends the load, else it would look slower than it is."""
        if not self.is_over:
            self.is_over = True
            self.until = time.perf_counter()
            self.in_time = len(self.latencies)

    def _note(self, reply: Reply, took: float) -> bool:
        """Note a reply; tell whether the next request may follow."""
        if reply.status == BUSY:
            self.refused += 1
            return False
        if reply.status != OK:
            self.failed += 1
            return True
        self.latencies.append(took)
        self.counted += reply.body.count(b'"counted"')
        self.registered += reply.body.count(b'"registered"')
        return True

    def outcome(self) -> Outcome:
        until = self.until if self.is_over else time.perf_counter()
        taken = sorted(self.latencies)
        return Outcome(
            len(taken),
            self.refused,
            self.failed,
            self.counted,
            self.registered,
            until - self.began,
            _quantile_ms(taken, 0.50),
            _quantile_ms(taken, 0.99),
            self.in_time if self.is_over else len(taken),
            difference(self.cpu_before, used_so_far(os.getppid())),
        )


async def _send(port: int, streams: Sequence[Sequence[bytes]], seconds: float = 0.0, every_s: float = 0.0) -> Outcome:
    """Send each stream over a connection of its own; for some seconds, or to the end."""
    connections = [await Connection.connect(port) for _ in streams]
    gc.collect()
    gc.freeze()
    sending = _Sending(seconds, every_s)
    try:
        await asyncio.gather(*(sending.send(c, requests) for c, requests in zip(connections, streams, strict=True)))
    finally:
        for connection in connections:
            connection.close()
        gc.unfreeze()
    return sending.outcome()


def _quantile_ms(taken: Sequence[float], part: float) -> float:
    return taken[min(len(taken) - 1, int(part * len(taken)))] * 1000 if taken else float("nan")
