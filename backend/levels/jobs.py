"""What the clock starts: judge whom something happened to, whom the calendar touches, and whom a new standard does."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.events.kinds import EventKind
from backend.events.service import NOBODY, Event
from backend.kit import clock, database
from backend.levels import evaluating, statements, version_statements, versions
from backend.levels.dates import facts
from backend.levels.judging import LAST, PAGE, judge_everybody, judge_workers
from backend.levels.people import read_people
from backend.levels.proposing import Proposal
from backend.levels.rules import count, judge, reached_level
from backend.levels.standards import UnknownNameError
from backend.levels.versions import Touched
from backend.qualifications import service as qualifications
from backend.qualifications.grades import GradeCycleError

BACK = timedelta(days=7)
"""So far back is looked for what has run out, in case nobody looked for some days."""

_log = logging.getLogger("passport.levels")


class _Merged(msgspec.Struct):
    from_: UUID | None = msgspec.field(default=None, name="from")


async def judge_named(happened: list[Event], at: datetime) -> None:
    """Judge whom some events name."""
    named = {event.worker_id for event in happened if event.worker_id != NOBODY}
    for event in happened:
        if event.kind is EventKind.WORKERS_MERGED:
            gone = msgspec.json.decode(event.body, type=_Merged).from_
            named |= {gone} if gone else set()
            await evaluating.settle(event.worker_id, at)
    await judge_workers(named, at)


async def judge_by_calendar(at: datetime) -> None:
    """Judge whose qualification or certified experience has just run out; safe to run again."""
    yesterday = clock.japan_date(at) - timedelta(days=1)
    touched = set(await qualifications.ended(yesterday - BACK, yesterday))
    if yesterday - BACK <= facts().certified_filed_until <= yesterday:
        touched |= {row[0] for row in await database.fetch(statements.WITH_EXPERIENCE)}
    await judge_workers(touched, at)


async def judge_by_new_standards(at: datetime) -> None:
    """Judge everybody where a version of a standard has begun; killed, it begins anew."""
    begun = await database.fetch(version_statements.BEGUN, clock.japan_date(at))
    if not begun:
        return
    people = await judge_everybody(at)
    async with database.transaction() as db:
        for field, version in begun:
            await db.execute(version_statements.JUDGED, field, version, at)
    _log.info("%d standards begun, %d people judged", len(begun), people)


async def count_touched(at: datetime) -> None:
    """Count whom proposed versions would touch; one that cannot be counted holds up no other."""
    for field, version, document in await database.fetch(version_statements.TO_COUNT):
        try:
            touched = await _touched(field, version, msgspec.json.decode(document, type=Proposal), at)
        except (msgspec.MsgspecError, UnknownNameError, GradeCycleError):
            _log.exception("version %s of field %s cannot be counted", version, field)
            continue
        async with database.transaction() as db:
            await db.execute(version_statements.KEEP_COUNT, field, version, msgspec.json.encode(touched).decode())


async def _touched(field: str, version: int, proposal: Proposal, at: datetime) -> Touched:
    today = clock.japan_date(at)
    before = await versions.standard_of(field, today)
    after = versions.standard_for(field, version, proposal)
    trades = before.trades | after.trades
    found = Touched(at, 0, 0, 0, dict.fromkeys(range(1, 5), 0), dict.fromkeys(range(1, 5), 0))
    people = rising = falling = 0
    last = NOBODY
    while page := [row[0] for row in await database.fetch(statements.EVERYBODY, last, LAST, PAGE)]:
        for person in (await read_people(page, today)).values():
            own = {trade for trade, _ in person.history} | {one.trade for one in person.certificates}
            if own.isdisjoint(trades):
                continue
            levels = [
                reached_level(judge(one, count(one, person.history, person.certificates), person.held))
                for one in (before, after)
            ]
            found.reached_before[levels[0]] += 1
            found.reached[levels[1]] += 1
            people, rising, falling = people + 1, rising + (levels[1] > levels[0]), falling + (levels[1] < levels[0])
        last = page[-1]
    return msgspec.structs.replace(found, people=people, rising=rising, falling=falling)
