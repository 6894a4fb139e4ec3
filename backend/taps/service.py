"""Receive reports: keep every touch as it arrived, judge it, count its day; the answer comes after the commit.

Statements over arrays in one transaction, for one touch as for two thousand.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.history import service as history
from backend.history.counting import Changes, Visit
from backend.history.relieving import Late, relief_of
from backend.history.retrying import retried
from backend.history.service import HeldVisit
from backend.kit import database
from backend.kit.arrays import columns
from backend.taps import statements
from backend.taps.clocks import Before
from backend.taps.intake import Incoming, Key, Outcome, Stored, Touch, reader_notes, take_in
from backend.taps.rules import FIRST_WAITING, KEPT_WAITING, TO_CONFIRM, Found, Verdict, judge, limit_day, mend_until

LARGE = 200
"""From so many touches on, a plan is made for the very arrays, and replays are asked for first."""

NOTHING = Found(None, None, None, None, None, None, None, None, None, None)
Answers = list[list[Outcome | None]]
"""One list per report, one outcome per touch; None where the identity was used for another content."""


class Judged(NamedTuple):
    """A touch, what was found about it, and the verdict; until when relief lets its day be entered, if it does."""

    touch: Touch
    found: Found
    verdict: Verdict
    relief: date | None = None


async def receive(incoming: Sequence[Incoming]) -> Answers:
    """Receive reports of any number of readers and answer each touch.

    Sent twice, a touch is kept once and answered alike.  The whole may run again when another transaction was
    quicker; nothing is answered before it is durable.
    """
    if sum(len(one.report.taps) for one in incoming) >= LARGE:
        stored = await _ask_identity(list(chain.from_iterable(one.keys for one in incoming)))
        if all(key in stored for one in incoming for key in one.keys):
            return await _answer(incoming, stored)
    return await retried(lambda: _receive_once(incoming))


async def _receive_once(incoming: Sequence[Incoming]) -> Answers:
    await _plan_for(sum(len(one.report.taps) for one in incoming))
    highest, before = await _note_readers(incoming)
    asked = [key for one in incoming for key in one.keys if key[2] <= highest[key[0], key[1]]]
    stored = await _ask_identity(asked) if asked else {}
    fresh = take_in(incoming, stored, before)
    if fresh:
        judged = await _judge(list(fresh.values()))
        judged = await count_judged(judged)
        await _keep(judged)
        stored |= {one.touch.key: Stored(one.touch.digest, Outcome(one.verdict, one.touch.day)) for one in judged}
    return await _answer(incoming, stored)


async def _plan_for(taps: int) -> None:
    if taps >= LARGE:
        async with database.transaction() as db:
            await db.execute("SET LOCAL plan_cache_mode = force_custom_plan")


async def _note_readers(
    incoming: Sequence[Incoming],
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], Before | None]]:
    """Keep when and with which clock each reader was seen; this also makes copies of one report wait for each other."""
    async with database.transaction() as db:
        rows = await db.fetch(statements.NOTE_READERS, *columns(reader_notes(incoming), 6, texts={4}))
    highest = {(row[0], row[1]): row[2] for row in rows}
    return highest, {(row[0], row[1]): Before(row[3], row[4]) if row[3] is not None else None for row in rows}


async def _ask_identity(keys: Sequence[Key]) -> dict[Key, Stored]:
    rows = await database.fetch(statements.ASK_IDENTITY, *columns(keys, 3))
    return {(row[0], row[1], row[2]): Stored(row[3], Outcome(Verdict(row[4]), row[5])) for row in rows}


async def _judge(touches: Sequence[Touch]) -> list[Judged]:
    found = await look_up(touches)
    judged = [
        Judged(touch, facts, judge(touch.sighting, facts, now=touch.received_at))
        for touch, facts in zip(touches, found, strict=True)
    ]
    return await relieve(judged)


async def relieve(judged: list[Judged], now: datetime | None = None) -> list[Judged]:
    """Judge again what came too late, where relief after a disaster gives more time."""
    late = [i for i, one in enumerate(judged) if one.verdict is Verdict.TOO_LATE]
    if not late:
        return judged
    asked = [Late(judged[i].found.worker_id, judged[i].touch.tap.site, judged[i].touch.day) for i in late]
    for i, until in zip(late, await relief_of(asked), strict=True):
        if until is not None:
            one = judged[i]
            verdict = judge(one.touch.sighting, one.found, now=now or one.touch.received_at, relief=until)
            judged[i] = one._replace(verdict=verdict, relief=until)
    return judged


async def look_up(touches: Sequence[Touch]) -> list[Found]:
    """Find what the register knows about touches: card, site, structure, reader."""
    asked = [(i, touch.key[0], touch.sighting.serial, touch.tap.site, touch.day) for i, touch in enumerate(touches)]
    found = [NOTHING] * len(touches)
    lines: dict[int, int | None] = {}
    for row in await database.fetch(statements.LOOK_UP, *columns(asked, 5, texts={2, 3})):
        place, company, holds = row[0], row[11], row[12]
        # The newest version speaks; one that has ended ends only the line of its own company.
        if holds or place not in lines or lines[place] == company:
            facts = Found._make(tuple(row)[1:11])
            found[place] = facts if holds else facts._replace(assignment_id=None, trade=None, position=None)
            lines[place] = company if holds else None
    return found


async def count_judged(judged: Sequence[Judged], kind: EventKind = EventKind.DAY_COUNTED) -> list[Judged]:
    """Hand to history what counts, show what does not; tell exits that found no entry."""
    visits = [_visit(one) for one in judged if one.verdict in {Verdict.COUNTED, Verdict.LEFT}]
    changes = await history.count_visits(visits, kind=kind) if visits else None
    stopped = [one for one in judged if one.verdict >= FIRST_WAITING and not one.touch.sighting.exit]
    await history.hold_visits([_held(one, one.found.worker_id) for one in stopped if one.found.worker_id])
    return [_settled(one, changes) for one in judged] if changes else list(judged)


def _settled(one: Judged, changes: Changes) -> Judged:
    if one.verdict is not Verdict.LEFT:
        return one
    key = (one.found.worker_id, one.found.site_id, one.touch.sighting.at)
    day = changes.folded_exits.get(key)  # type: ignore[arg-type]  # LEFT has worker and site
    if day is None:
        return one._replace(verdict=Verdict.EXIT_WITHOUT_ENTRY)
    return one._replace(touch=one.touch._replace(day=day))


def _visit(one: Judged) -> Visit:
    touch, found = one.touch, one.found
    assert found.worker_id is not None  # noqa: S101  # judged: the card is known
    assert found.site_id is not None  # noqa: S101  # judged: the site is known
    return Visit(
        found.worker_id,
        found.site_id,
        touch.tap.site,
        touch.sighting.at,
        touch.sighting.exit,
        touch.tap.at,
        touch.received_at,
        touch.evidence,
        found.assignment_id or 0,
        found.trade or 0,
        found.position or 0,
    )


def _held(one: Judged, worker_id: UUID | None) -> HeldVisit:
    assert worker_id is not None  # noqa: S101  # only touches of known workers are held
    touch = one.touch
    return HeldVisit(
        worker_id,
        touch.day,
        touch.tap.site,
        one.verdict.name.lower(),
        one.verdict in TO_CONFIRM,
        touch.sighting.at,
        touch.received_at,
        touch.evidence,
        mend_until(one.verdict, limit_day(one.verdict, touch.day, touch.received_at), one.relief),
    )


async def _keep(judged: Sequence[Judged]) -> None:
    async with database.transaction() as db:
        await db.execute(statements.KEEP, *columns([_tap_row(one) for one in judged], 16, texts={14, 15}))
        await keep_waiting(judged)


async def keep_waiting(judged: Sequence[Judged]) -> None:
    """Remember which touches are to be judged again when something is mended or confirmed."""
    rows = [_waiting_row(one) for one in judged if one.verdict in KEPT_WAITING]
    if rows:
        async with database.transaction() as db:
            await db.execute(statements.WAIT, *columns(rows, 9, texts={5, 6}))


def _tap_row(one: Judged) -> tuple[object, ...]:
    touch, found = one.touch, one.found
    return (
        *touch.key,
        touch.digest,
        touch.tap.at,
        touch.sighting.at,
        touch.received_at,
        found.worker_id,
        found.site_id,
        touch.day,
        touch.evidence,
        touch.direction,
        touch.sighting.clock,
        one.verdict,
        touch.tap.site,
        touch.tap.token,
    )


def _waiting_row(one: Judged) -> tuple[object, ...]:
    touch = one.touch
    day = limit_day(one.verdict, touch.day, touch.received_at)
    until = mend_until(one.verdict, day, one.relief) or day
    serial = touch.sighting.serial or ""
    return (*touch.key, one.verdict, one.found.worker_id, touch.tap.site, serial, until, touch.confirmed_at)


async def _answer(incoming: Sequence[Incoming], stored: Mapping[Key, Stored]) -> Answers:
    answers: Answers = []
    for one in incoming:
        answers.append(
            [
                kept.outcome if kept.digest == digest else None
                for kept, digest in zip(map(stored.__getitem__, one.keys), one.digests, strict=True)
            ]
        )
        if None in answers[-1]:
            await _report_conflict(one, answers[-1])
    return answers


async def _report_conflict(one: Incoming, outcomes: Sequence[Outcome | None]) -> None:
    """Keep that a reader used identities twice: its queue was copied or set back."""
    sequences = [tap.sequence for tap, outcome in zip(one.report.taps, outcomes, strict=True) if outcome is None]
    body = {"readerId": one.reader.id, "epoch": one.report.epoch, "sequences": sequences}
    await events.record(EventKind.READER_CONFLICT, msgspec.json.encode(body).decode())
