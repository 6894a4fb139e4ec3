"""Touches that wait for the prime contractor's word: their time is not known, or their reader was revoked later.

What is confirmed counts with the evidence of its own kind; what is not, is refused with the reason.  Nothing is
doubled: a touch is taken from what waits once, in the transaction that counts it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from backend.events.kinds import EventKind
from backend.history import service as history
from backend.history.retrying import retried
from backend.kit import database
from backend.kit.arrays import columns
from backend.kit.errors import NotFoundError, PassportError
from backend.taps import statements
from backend.taps.errors import NotConfirmedWhyError, TouchDecidedError, TouchTimeError
from backend.taps.healing import judge_kept, kept_touch, verdict_row
from backend.taps.rules import Verdict
from backend.taps.service import Judged, count_judged, keep_waiting, look_up

MOST_LISTED = 1000

Name = tuple[str, int, int]
"""A touch as the prime names it: reader number, epoch, sequence."""


class Word(NamedTuple):
    """What the prime contractor says of one touch."""

    touch: Name
    confirm: bool
    at: datetime | None
    """When it really was; needed where the touch itself does not know."""
    why: str


class Answered(NamedTuple):
    """What became of it: the verdict now, or the error that left it waiting."""

    word: Word
    verdict: Verdict | None
    error: PassportError | None


async def list_waiting(site_number: str) -> Sequence[database.Row]:
    """List the touches that wait for the prime contractor's word at a site, oldest first."""
    return await database.fetch(statements.WAITING_TO_CONFIRM, site_number, MOST_LISTED)


async def decide_all(site_number: str, words: Sequence[Word], *, by: UUID, at: datetime) -> list[Answered]:
    """Confirm or refuse touches at a site; a bad one holds up no other, and the same again changes nothing."""
    return await retried(lambda: _decide_once(site_number, words, by, at))


async def _decide_once(site_number: str, words: Sequence[Word], by: UUID, at: datetime) -> list[Answered]:
    names = columns(sorted({word.touch for word in words}), 3, texts={0})
    async with database.transaction() as db:
        rows = {_name(row): row for row in await db.fetch(statements.NAMED_TO_CONFIRM, site_number, *names)}
        before = {_name(row): row for row in await db.fetch(statements.CONFIRMED_BEFORE, site_number, *names)}
        first: dict[Name, Word] = {}
        errors = [_objection(word, first.setdefault(word.touch, word), rows, before) for word in words]
        good = {word.touch: word for word, error in zip(words, errors, strict=True) if error is None}
        fresh = [good[name] for name in sorted(good) if name in rows]
        judged = await _judge(fresh, rows, at)
        impossible = {name: TouchTimeError() for name, one in judged.items() if _not_now(one, good[name])}
        settled = await _carry_out({name: one for name, one in judged.items() if name not in impossible}, rows, by, at)
    return [
        Answered(word, _verdict_of(word.touch, settled, before), error or impossible.get(word.touch))
        for word, error in zip(words, errors, strict=True)
    ]


def _objection(
    word: Word, first: Word, rows: dict[Name, database.Row], before: dict[Name, database.Row]
) -> PassportError | None:
    if first != word:
        return TouchDecidedError()
    if not word.confirm and not word.why.strip():
        return NotConfirmedWhyError()
    if word.touch in rows:
        missing = word.confirm and word.at is None and rows[word.touch]["verdict"] == Verdict.TIME_UNKNOWN
        return TouchTimeError() if missing else None
    if word.touch not in before:
        return NotFoundError()
    return None if (before[word.touch]["verdict"] != Verdict.NOT_CONFIRMED) is word.confirm else TouchDecidedError()


async def _judge(words: Sequence[Word], rows: dict[Name, database.Row], now: datetime) -> dict[Name, Judged]:
    touches = [kept_touch(rows[word.touch], _instant(word, rows[word.touch])) for word in words]
    found = await look_up(touches)
    judged = {}
    for word, touch, facts in zip(words, touches, found, strict=True):
        one = judge_kept(touch, facts, now)
        judged[word.touch] = one if word.confirm else one._replace(verdict=Verdict.NOT_CONFIRMED)
    return judged


def _instant(word: Word, row: database.Row) -> datetime | None:
    """Tell which instant is vouched for; a touch that is refused keeps its own."""
    if not word.confirm:
        return None
    at: datetime = word.at or row["corrected_at"]
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _not_now(one: Judged, word: Word) -> bool:
    """Tell whether the time that was said cannot be the touch's: after it arrived, or outside the time to enter it."""
    late = one.touch.confirmed_at is not None and one.touch.confirmed_at > one.touch.received_at
    return word.confirm and (late or one.verdict in {Verdict.DAY_IN_FUTURE, Verdict.TOO_LATE})


async def _carry_out(
    judged: dict[Name, Judged], rows: dict[Name, database.Row], by: UUID, at: datetime
) -> dict[Name, Judged]:
    if not judged:
        return {}
    names = sorted(judged)
    async with database.transaction() as db:
        await db.execute(statements.NO_LONGER_WAITING, *columns([judged[name].touch.key for name in names], 3))
        held = [(rows[name]["worker_id"], rows[name]["work_date"], rows[name]["site_number"]) for name in names]
        await history.release_held(held)
        settled = await count_judged([judged[name] for name in names], EventKind.DAY_HEALED)
        counted = [one for one in settled if one.verdict is Verdict.COUNTED]
        await history.release_held([(one.found.worker_id, one.touch.day, one.touch.tap.site) for one in counted])
        await keep_waiting(settled)
        verdicts = [(*verdict_row(one, at), one.touch.confirmed_at) for one in settled]
        await db.execute(statements.CONFIRM, *columns(verdicts, 9), by)
    return dict(zip(names, settled, strict=True))


def _verdict_of(name: Name, settled: dict[Name, Judged], before: dict[Name, database.Row]) -> Verdict | None:
    if name in settled:
        return settled[name].verdict
    return Verdict(before[name]["verdict"]) if name in before else None


def _name(row: database.Row) -> Name:
    return row["reader_number"], row["epoch"], row["sequence"]
