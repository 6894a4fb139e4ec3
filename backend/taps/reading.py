"""Read a report's bytes: as a whole if it is right, touch by touch if some of it is broken."""

from typing import NamedTuple

import msgspec

from backend.kit.errors import MalformedError
from backend.taps import messages
from backend.taps.clocks import is_sane
from backend.taps.errors import TooManyTapsError

_whole = msgspec.json.Decoder(messages.Report).decode
_loose = msgspec.json.Decoder(messages.LooseReport).decode
_tap = msgspec.json.Decoder(messages.Tap).decode


class _Named(msgspec.Struct):
    sequence: messages.Sequence


class Broken(NamedTuple):
    """A touch that cannot be read: its place in the report, its sequence if that much is legible, and what is wrong."""

    place: int
    sequence: int | None
    wrong: str


class Read(NamedTuple):
    """The legible part of a report, or None when there is none, and the broken touches."""

    report: messages.Report | None
    broken: tuple[Broken, ...]


def read_report(body: bytes) -> Read:
    """Read a report.

    Raises:
        MalformedError: the frame around the touches cannot be read.
        TooManyTapsError: it holds more than 2,000.
    """
    try:
        report = _whole(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _read_loosely(body)
    if is_sane(report.at) and all(is_sane(tap.at) for tap in report.taps):
        return Read(report, ())
    return _read_loosely(body)


def _read_loosely(body: bytes) -> Read:
    try:
        loose = _loose(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedError(at=str(error)) from error
    if len(loose.taps) > messages.MOST_TAPS:
        raise TooManyTapsError
    if not loose.taps or not is_sane(loose.at):
        raise MalformedError(at="$.taps" if not loose.taps else "$.at")
    taps: list[messages.Tap] = []
    broken: list[Broken] = []
    for place, raw in enumerate(loose.taps):
        read = _read_tap(place, bytes(raw))
        if isinstance(read, Broken):
            broken.append(read)
        else:
            taps.append(read)
    report = messages.Report(loose.epoch, loose.at, loose.boot, loose.uptime_ms, taps) if taps else None
    return Read(report, tuple(broken))


def _read_tap(place: int, raw: bytes) -> messages.Tap | Broken:
    try:
        tap = _tap(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Broken(place, _sequence_of(raw), str(error))
    return tap if is_sane(tap.at) else Broken(place, tap.sequence, "$.at")


def _sequence_of(raw: bytes) -> int | None:
    try:
        return msgspec.json.decode(raw, type=_Named).sequence
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
