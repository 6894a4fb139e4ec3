"""Readers that keep every touch until it is acknowledged, and remember what they were told."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, NamedTuple

import msgspec

from backend.kit import clock
from backend.taps import messages
from passport.bench.client import Connection, Reply
from tests.town import Reader, Town, report, tap

MOST_IN_REPORT = 20
ANSWER_WITHIN_S = 8.0
DAYS = 20
MINUTES = 5
"""Touches of one person at one site are at least half of this apart, and never so near to a limit (four o'clock,
sixteen hours) that a report's way could move them over it."""


class Sent(NamedTuple):
    """A touch that its reader keeps."""

    reader: int
    person: int
    site: int
    tap: messages.Tap

    @property
    def identity(self) -> tuple[int, int]:
        return self.reader, self.tap.sequence

    @property
    def out(self) -> bool:
        return self.tap.direction is messages.Direction.OUT


class Drawing:
    """Draws touches of people who are known everywhere; no two of one person at one site at the same moment."""

    def __init__(self, town: Town, rng: Random) -> None:
        self.town = town
        self.rng = rng
        self.taken: set[tuple[int, int, datetime]] = set()
        today = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        self.first = today - timedelta(days=DAYS + 2)
        self.next_sequence = [1] * len(town.readers)

    def touches(self, reader: int, count: int) -> list[Sent]:
        """Draw what a reader sees next."""
        return [self._touch(reader) for _ in range(count)]

    def _touch(self, reader: int) -> Sent:
        person = self.rng.randrange(len(self.town.workers))
        site = self.rng.randrange(len(self.town.sites))
        out = self.rng.random() < 0.45
        at = self._moment(person, site, out=out)
        sequence = self.next_sequence[reader]
        self.next_sequence[reader] += 1
        return Sent(reader, person, site, tap(self.town, sequence, at, person=person, site=site, out=out))

    def _moment(self, person: int, site: int, *, out: bool) -> datetime:
        while True:
            minutes = self.rng.randrange(DAYS * 24 * 60 // MINUTES) * MINUTES
            at = self.first + timedelta(minutes=minutes + (3.5 if out else 1))
            if (person, site, at) not in self.taken:
                self.taken.add((person, site, at))
                return at


class Client:
    """One reader at work: sends, sends again what was not acknowledged, and remembers the first answers."""

    def __init__(self, reader: int, known: Reader, port: int) -> None:
        self.reader = reader
        self.known = known
        self.port = port
        self.acknowledged: dict[tuple[int, int], dict[str, Any]] = {}
        self.kept: list[list[Sent]] = []
        self.sent_again = 0
        self._connection: Connection | None = None

    async def work(self, drawing: Drawing, rng: Random) -> None:
        """Hand in reports, one after the other, until cancelled."""
        while True:
            count = 1 if rng.random() < 0.7 else rng.randint(2, MOST_IN_REPORT)
            touched = drawing.touches(self.reader, count)
            self.kept.append(touched)
            for answered in await self.send_until_answered(touched):
                self.acknowledged[self.reader, answered["sequence"]] = answered

    async def send_until_answered(self, touched: Sequence[Sent]) -> list[dict[str, Any]]:
        while True:
            reply = await self._send_once([sent.tap for sent in touched])
            if reply is not None and reply.status == 200:
                answers: list[dict[str, Any]] = msgspec.json.decode(reply.body)["answers"]
                return answers
            assert reply is None or reply.status == 503, reply
            self.sent_again += 1
            await asyncio.sleep(0.05)

    async def _send_once(self, taps: list[messages.Tap]) -> Reply | None:
        """Send a report; None where no answer came."""
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                if self._connection is None:
                    self._connection = await Connection.connect(self.port)
                return await self._connection.ask(self._request(taps))
        except (OSError, TimeoutError):
            self.hang_up()
            return None

    def _request(self, taps: list[messages.Tap]) -> bytes:
        body = msgspec.json.encode(report(taps, clock.now()))
        headers = {"host": "localhost", "content-length": str(len(body)), **self.known.headers(body)}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"POST /v1/taps HTTP/1.1\r\n{head}\r\n".encode() + body

    def hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
