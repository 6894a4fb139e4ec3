"""Make sightings of reports: who sent what, when it really was, and what is the same touch.  Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from backend.cards.rules import canonical_serial
from backend.devices.rules import ReaderKey
from backend.history.evidence import Evidence, Presented, SeenBy, pack
from backend.history.rules import work_date
from backend.kit.numbers import is_number
from backend.taps import clocks, messages
from backend.taps.rules import Sighting, Verdict

Key = tuple[int, int, int]
"""A touch's identity, made by its reader: (reader, epoch, sequence)."""

_PRESENTED = {
    messages.Presented.SECURE_CARD: Presented.SECURE_CARD,
    messages.Presented.OPEN_CARD: Presented.OPEN_CARD,
    messages.Presented.TAG_CODE: Presented.TAG_CODE,
    messages.Presented.ROTATING_QR: Presented.ROTATING_QR,
    messages.Presented.CALL: Presented.CALL,
    messages.Presented.FACE: Presented.FACE,
    messages.Presented.BUTTON: Presented.BUTTON,
    messages.Presented.LIST: Presented.LIST,
}
_SEEN_BY = {
    messages.SeenBy.NOBODY: SeenBy.NOBODY,
    messages.SeenBy.FOREMAN: SeenBy.FOREMAN,
    messages.SeenBy.GUARD: SeenBy.GUARD,
}
_DIRECTIONS = {messages.Direction.NONE: 0, messages.Direction.IN: 1, messages.Direction.OUT: 2}
_encode = msgspec.msgpack.Encoder().encode


class Incoming(NamedTuple):
    """A report whose signature was right, when it arrived, and its touches' identities and contents."""

    reader: ReaderKey
    report: messages.Report
    received_at: datetime
    keys: list[Key]
    digests: list[int]


def arrive(reader: ReaderKey, report: messages.Report, received_at: datetime) -> Incoming:
    """Take a report whose signature was right."""
    keys = [(reader.id, report.epoch, tap.sequence) for tap in report.taps]
    return Incoming(reader, report, received_at, keys, [digest_of(tap) for tap in report.taps])


class Outcome(NamedTuple):
    """What was said of a touch the first time, and is said again whenever it comes again."""

    verdict: Verdict
    work_date: date


class Stored(NamedTuple):
    """A touch that is already kept."""

    digest: int
    outcome: Outcome


class Touch(NamedTuple):
    """A touch that is new, ready to be looked up and judged."""

    key: Key
    tap: messages.Tap
    digest: int
    received_at: datetime
    sighting: Sighting
    day: date
    evidence: int
    direction: int
    confirmed_at: datetime | None = None
    """The instant that the prime contractor vouched for, where the touch itself could not speak."""


def digest_of(tap: messages.Tap) -> int:
    """Give a touch's content in 63 bits, to tell the same from another under one identity."""
    return int.from_bytes(blake2b(_encode(tap), digest_size=8).digest(), "big") >> 1


def take_in(
    incoming: Sequence[Incoming], stored: Mapping[Key, Stored], before: Mapping[tuple[int, int], clocks.Before | None]
) -> dict[Key, Touch]:
    """Pick the touches that are not kept yet, each once, in the order of their keys."""
    fresh: dict[Key, Touch] = {}
    for one in incoming:
        earlier = before.get((one.reader.id, one.report.epoch))
        for key, tap, digest in zip(one.keys, one.report.taps, one.digests, strict=True):
            if key not in stored and key not in fresh:
                fresh[key] = _touch(key, tap, digest, one, earlier)
    return dict(sorted(fresh.items()))


def _touch(key: Key, tap: messages.Tap, digest: int, one: Incoming, before: clocks.Before | None) -> Touch:
    at, clock = clocks.correct(tap, one.report, one.received_at, before)
    leaving = tap.direction is messages.Direction.OUT
    evidence = Evidence(_PRESENTED[tap.presented], one.reader.kind, _SEEN_BY[tap.seen_by], tap.place_known)
    sighting = Sighting(at, clock, leaving, canonical_serial(tap.token), is_number(tap.site))
    return Touch(
        key,
        tap,
        digest,
        one.received_at,
        sighting,
        work_date(at),
        pack(evidence),
        _DIRECTIONS[tap.direction],
    )


def reader_notes(incoming: Iterable[Incoming]) -> list[tuple[int, int, int, int, str, datetime]]:
    """Give what each report tells of its reader: (reader, epoch, highest sequence, offset in ms, boot, seen at)."""
    notes: dict[tuple[int, int], tuple[int, int, int, int, str, datetime]] = {}
    for one in incoming:
        key = (one.reader.id, one.report.epoch)
        highest = max(tap.sequence for tap in one.report.taps)
        offset_ms = clocks.offset_of(one.report, one.received_at)
        was = notes.get(key)
        notes[key] = (*key, max(highest, was[2]) if was else highest, offset_ms, one.report.boot, one.received_at)
    return [notes[key] for key in sorted(notes)]
