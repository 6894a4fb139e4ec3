"""Touches as the bytes of whole requests, signed before any clock starts."""

import base64
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.devices.rules import make_code
from backend.kit import clock
from backend.taps import messages
from passport.bench.crew import BLOCK, Crew, Reader, Slot

SWITCHED_ON_AGO = timedelta(days=100)
IN_AT, OUT_AT = time(8, tzinfo=clock.JAPAN), time(17, tzinfo=clock.JAPAN)
BOOT = "boot-1"

_encode = msgspec.json.Encoder().encode


class Session(NamedTuple):
    """A reader's session: its id and its secret."""

    id: UUID
    key: bytes


class Frames:
    """Makes reports of one moment: the reader's clock is right, and it has been running for a hundred days."""

    def __init__(self, crew: Crew) -> None:
        """Stop the clock at now."""
        self.crew = crew
        self.now = clock.now()
        self.switched_on = self.now - SWITCHED_ON_AGO

    def tap(self, person: int, slot: Slot, sequence: int, *, out: bool) -> messages.Tap:
        """One person's touch, some seconds apart from everybody else's."""
        places = self.crew.sites[slot.place]
        at = _at(slot.day, OUT_AT if out else IN_AT, person)
        return messages.Tap(
            sequence=sequence,
            token=self.crew.serials[person],
            site=places[person % len(places)],
            at=at,
            boot=BOOT,
            uptime_ms=self._uptime(at),
            direction=messages.Direction.OUT if out else messages.Direction.IN,
            presented=messages.Presented.SECURE_CARD,
        )

    def report(self, taps: list[messages.Tap]) -> bytes:
        """A report's body."""
        return _encode(messages.Report(1, self.now, BOOT, self._uptime(self.now), taps))

    def _uptime(self, at: datetime) -> int:
        return (at - self.switched_on) // timedelta(milliseconds=1)


def _at(day: date, hour: time, person: int) -> datetime:
    return datetime.combine(day, hour) + timedelta(milliseconds=person * 37 % 3_600_000)


def singles(
    crew: Crew, slots: Sequence[Slot], readers: Sequence[int], first: int, sessions: dict[int, Session] | None
) -> Iterator[bytes]:
    """Make the single touches of some readers' people, day by day: all come in, then all go out.

    Args:
        crew: the people.
        slots: the days.
        readers: their places in the crew.
        first: the first sequence of each reader.
        sessions: the secrets for codes, by reader; signatures where there are none.
    """
    frames = Frames(crew)
    keys = {reader: Ed25519PrivateKey.from_private_bytes(crew.readers[reader].private_key) for reader in readers}
    people = [(person, reader) for reader in readers for person in range(reader, len(crew.serials), len(crew.readers))]
    people.sort()
    for number, slot in enumerate(slots):
        for out in (False, True):
            for person, reader in people:
                sequence = first + (2 * number + out) * len(crew.serials) + person
                body = frames.report([frames.tap(person, slot, sequence, out=out)])
                if sessions:
                    yield coded(crew.readers[reader], sessions[reader], body)
                else:
                    yield signed(crew.readers[reader], keys[reader], body)


def reports(crew: Crew, slots: Sequence[Slot], count: int, first: int, connections: int) -> list[list[bytes]]:
    """Make reports of 2,000 touches, a thousand people's day each, and deal them to connections."""
    frames = Frames(crew)
    dealt: list[list[bytes]] = [[] for _ in range(connections)]
    blocks = len(crew.serials) // BLOCK
    for number in range(count):
        slot, block = slots[number // blocks], number % blocks
        reporter = crew.reporters[number % connections]
        people = range(block * BLOCK, (block + 1) * BLOCK)
        taps = [
            frames.tap(person, slot, first + (number * BLOCK + place) * 2 + out, out=bool(out))
            for place, person in enumerate(people)
            for out in (0, 1)
        ]
        key = Ed25519PrivateKey.from_private_bytes(reporter.private_key)
        dealt[number % connections].append(signed(reporter, key, frames.report(taps)))
    return dealt


def signed(reader: Reader, key: Ed25519PrivateKey, body: bytes, path: str = "/v1/taps") -> bytes:
    """Make a request that the reader's key signs."""
    return _post(path, reader, f"passport-signature: {base64.b64encode(key.sign(body)).decode()}\r\n", body)


def coded(reader: Reader, session: Session, body: bytes) -> bytes:
    """Make a request with a session's code."""
    code = base64.b64encode(make_code(session.key, body)).decode()
    return _post("/v1/taps", reader, f"passport-session: {session.id}\r\npassport-code: {code}\r\n", body)


def _post(path: str, reader: Reader, proof: str, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        f"passport-reader: {reader.number}\r\n{proof}content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def read_passport(token: str) -> bytes:
    """Make a phone's request for its passport."""
    head = f"GET /v1/passport HTTP/1.1\r\nhost: localhost\r\ncookie: passport_session={token}\r\n\r\n"
    return head.encode()
