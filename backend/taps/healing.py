"""Judge waiting touches again when what was missing is mended: the day counts after all, and the worker is told.

Reads the register's events, so that cards and sites need not know of touches.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.cards.rules import canonical_serial
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.history import service as history
from backend.history.retrying import retried
from backend.history.rules import work_date
from backend.kit import clock, database
from backend.kit.arrays import columns
from backend.taps import messages, statements
from backend.taps.clocks import Clock
from backend.taps.intake import Touch
from backend.taps.rules import FIRST_WAITING, Found, Sighting, Verdict, judge, vouched
from backend.taps.service import Judged, count_judged, keep_waiting, look_up, relieve

BATCH = 500

_FOR_CARD = "w.card_serial = ANY ($1::text[])"
_FOR_SITE = "w.site_number = ANY ($1::text[])"
_FOR_WORKER = "w.worker_id = ANY ($1::uuid[])"

MENDING = (
    EventKind.CARD_ISSUED,
    EventKind.SITE_REGISTERED,
    EventKind.SITE_CHANGED,
    EventKind.ASSIGNMENT_MADE,
)
"""The events after which something that waited may count."""


class _Body(msgspec.Struct, rename="camel"):
    card_serial: str | None = None
    site_number: str | None = None


class Mended(NamedTuple):
    """What was mended, by the three ways a touch can wait for it."""

    cards: list[str]
    sites: list[str]
    workers: list[UUID]


def mended_by(happened: Sequence[Event]) -> Mended:
    """Tell what a row of events mended."""
    mended = Mended([], [], [])
    for event in happened:
        body = msgspec.json.decode(event.body, type=_Body)
        if event.kind is EventKind.CARD_ISSUED and body.card_serial:
            mended.cards.append(body.card_serial)
        elif event.kind is EventKind.ASSIGNMENT_MADE:
            mended.workers.append(event.worker_id)
        elif body.site_number:
            mended.sites.append(body.site_number)
    return mended


async def heal(mended: Mended) -> int:
    """Judge again the touches that waited for what was mended; give how many count now. Safe to run again."""
    healed = 0
    for condition, values in ((_FOR_CARD, mended.cards), (_FOR_SITE, mended.sites), (_FOR_WORKER, mended.workers)):
        for start in range(0, len(values), BATCH):
            healed += await retried(partial(_heal_some, condition, values[start : start + BATCH]))
    return healed


async def _heal_some(condition: str, values: Sequence[object]) -> int:
    """Claim the waiting rows, judge them, keep those that still wait."""
    async with database.transaction() as db:
        rows = await db.fetch(statements.CLAIM_WAITING.format(condition=condition), values)
        if not rows:
            return 0
        now = clock.now()
        touches = [kept_touch(row, row["confirmed_at"]) for row in rows]
        found = await look_up(touches)
        judged = [judge_kept(touch, facts, now) for touch, facts in zip(touches, found, strict=True)]
        judged = await relieve(judged, now)
        judged = await count_judged(judged, EventKind.DAY_HEALED)
        counted = [one for one in judged if one.verdict < FIRST_WAITING]
        await history.release_held([(one.found.worker_id, one.touch.day, one.touch.tap.site) for one in counted])
        await keep_waiting(judged)
        changed = [one for one, row in zip(judged, rows, strict=True) if one.verdict != row["verdict"]]
        await db.execute(statements.JUDGE_AGAIN, *columns([verdict_row(one, now) for one in changed], 8))
    return len(counted)


def judge_kept(touch: Touch, facts: Found, now: datetime) -> Judged:
    """Judge a kept touch by what is known now; one that the prime contractor vouched for, by its word."""
    sighting = touch.sighting
    if touch.confirmed_at is not None:
        sighting, facts = vouched(sighting, facts, touch.confirmed_at)
        touch = touch._replace(sighting=sighting)
    return Judged(touch, facts, judge(sighting, facts, now=now))


def kept_touch(row: database.Row, confirmed_at: datetime | None) -> Touch:
    """Make a kept touch ready to be judged again, at its own instant or at the one that was vouched for."""
    leaving = row["direction"] == 2  # noqa: PLR2004  # as intake writes it
    serial = canonical_serial(row["card_serial"])
    at = confirmed_at or row["corrected_at"]
    sighting = Sighting(at, Clock(row["clock"]), leaving, serial, site_number_right=True)
    tap = messages.Tap(row["sequence"], row["card_serial"], row["site_number"], row["acted_at"], "kept", 0)
    return Touch(
        (row["reader_id"], row["epoch"], row["sequence"]),
        tap,
        0,
        row["received_at"],
        sighting,
        work_date(at),
        row["evidence"],
        row["direction"],
        confirmed_at,
    )


def verdict_row(one: Judged, now: datetime) -> tuple[object, ...]:
    """Give the row that keeps a later verdict."""
    return (*one.touch.key, now, Verdict(one.verdict), one.found.worker_id, one.found.site_id, one.touch.day)
