"""Claims of missed days and reports of wrong ones: kept for the prime contractor, who alone decides."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.devices.kinds import Device
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.history import evidence, statements
from backend.history.claiming import Accepted, Claimed, ClaimKind, ClaimRefusal, Known, Refused, Verdict, judge_claim
from backend.history.corrections import Correction, correct_once
from backend.history.counting import Visit
from backend.history.errors import (
    ClaimDecidedError,
    ClaimIdUsedError,
    NothingToCorrectError,
    NotListedError,
    WhyMissingError,
)
from backend.history.evidence import Evidence, Presented, SeenBy
from backend.history.relieving import Late, is_late, relief_of
from backend.history.retrying import retried
from backend.history.rules import work_date
from backend.history.service import count_visits, release_held
from backend.kit import clock, database, ids
from backend.kit.arrays import columns
from backend.kit.errors import NotFoundError, PassportError

SILENT_AFTER = timedelta(days=14)
"""So long the prime contractor may be silent before the operator hears of it; time alone approves nothing."""

MOST_LISTED = 1000
BY_HAND = evidence.pack(Evidence(Presented.CLAIM, Device.NONE, SeenBy.NOBODY, place_known=False))
NOBODY = UUID(int=0)
NOWHERE = Known(None, None, counted=False, claimed=False)

Claim = database.Row
"""A row of claim with its site, the assignment of that day, and whether the day counts."""


class Entry(NamedTuple):
    """What a worker sends."""

    claimed: Claimed
    site_number: str
    why: str


class Decision(NamedTuple):
    """What the prime contractor says of one claim."""

    worker_id: UUID
    claim_id: UUID
    approve: bool
    why: str = ""
    site_id: int | None = None
    """The site at which it is decided, where only that site's claims may be."""


class Decided(NamedTuple):
    """What became of a decision: the error says why it could not be kept."""

    decision: Decision
    error: PassportError | None


async def claim(claim_id: UUID, worker_id: UUID, entry: Entry, *, now: datetime) -> tuple[Verdict, Claim | None]:
    """Judge a claim and keep it for the prime's approval, or say why not; what is refused is not kept.

    A claim sent twice is kept once and answered alike.

    Raises:
        ClaimIdUsedError: another claim is kept under this id.
    """
    async with database.transaction() as db:
        kept = await db.fetchrow(statements.CLAIM_BY_ID, worker_id, claim_id)
        if kept is not None:
            return _the_same(kept, entry)
        row = await db.fetchrow(statements.KNOWN_OF_CLAIM, worker_id, entry.claimed.work_date, entry.site_number)
        known = Known(*tuple(row)[1:]) if row else NOWHERE
        late = Late(worker_id, entry.site_number, entry.claimed.work_date)
        (relief,) = await relief_of([late]) if is_late(late.day, work_date(now)) else (None,)
        verdict = judge_claim(entry.claimed, known, now=now, relief=relief)
        if isinstance(verdict, Refused) or row is None:
            return verdict, None
        await db.execute(
            statements.CLAIM,
            worker_id,
            claim_id,
            entry.claimed.kind,
            entry.claimed.work_date,
            row["site_id"],
            entry.claimed.entry_at,
            entry.claimed.exit_at,
            entry.why,
            now,
        )
        kept = await db.fetchrow(statements.CLAIM_BY_ID, worker_id, claim_id)
        if kept is None:  # another claim of that day was quicker
            return Refused(ClaimRefusal.ALREADY_CLAIMED), None
        if kept["claimed_at"] == now:
            await events.record(EventKind.DAY_CLAIMED, _body(kept), worker_id)
        return _the_same(kept, entry)


async def list_claims(worker_id: UUID) -> Sequence[Claim]:
    """List a worker's claims, newest first."""
    return await database.fetch(statements.CLAIMS_OF_WORKER, worker_id, MOST_LISTED)


async def list_of_day(worker_id: UUID, day: date) -> Sequence[Claim]:
    """List what a worker claimed of a day, newest first."""
    return await database.fetch(statements.CLAIMS_OF_DAY, worker_id, day)


async def list_waiting(site_id: int) -> Sequence[Claim]:
    """List the claims that wait at a site, oldest first."""
    return await database.fetch(statements.CLAIMS_AT_SITE, site_id, MOST_LISTED)


async def list_silent(now: datetime) -> Sequence[Claim]:
    """List, for the operator, the claims that nobody has answered for 14 days."""
    return await database.fetch(statements.CLAIMS_SILENT, now - SILENT_AFTER, MOST_LISTED)


async def decide(claim_id: UUID, worker_id: UUID, *, approve: bool, by_account: UUID, why: str, at: datetime) -> None:
    """Approve or refuse a claim; the same decision again changes nothing.

    Raises:
        NotFoundError: there is no such claim.
        ClaimDecidedError: it has been decided otherwise.
        NotListedError: the worker is not on the site's worker list on that day.
        NothingToCorrectError: the day to be corrected is not counted any more.
        WhyMissingError: a refusal must say why.
    """
    (decided,) = await decide_all([Decision(worker_id, claim_id, approve, why)], by_account=by_account, at=at)
    if decided.error is not None:
        raise decided.error


async def decide_all(decisions: Sequence[Decision], *, by_account: UUID, at: datetime) -> list[Decided]:
    """Decide many claims at once; each is told apart, and one that cannot be decided holds up no other."""
    return await retried(lambda: _decide_once(decisions, by_account, at))


async def decide_named(
    site_id: int, said: Sequence[tuple[str, tuple[UUID, bool, str]]], *, by_account: UUID, at: datetime
) -> list[Decided]:
    """Decide claims at a site, each named by worker number and id, with what is said and why.

    A claim of another site, or of nobody, is answered as one that does not exist.
    """
    numbers = sorted({number for number, _ in said})
    rows = await database.fetch(statements.WORKERS_OF_NUMBERS, numbers)
    workers = dict(rows)
    decisions = [Decision(workers.get(number, NOBODY), *one, site_id) for number, one in said]
    return await decide_all(decisions, by_account=by_account, at=at)


async def _decide_once(decisions: Sequence[Decision], by_account: UUID, at: datetime) -> list[Decided]:
    wanted = sorted({(decision.worker_id, decision.claim_id) for decision in decisions})
    async with database.transaction() as db:
        rows = await db.fetch(statements.CLAIMS_TO_DECIDE, *columns(wanted, 2))
        claims: dict[tuple[UUID, UUID], Claim] = {(row["worker_id"], row["id"]): row for row in rows}
        said: dict[tuple[UUID, UUID], Decision] = {}
        decided: list[Decided] = []
        for decision in decisions:
            key = (decision.worker_id, decision.claim_id)
            first = said.setdefault(key, decision)
            error = _objection(claims.get(key), decision)
            if error is None and first.approve is not decision.approve:
                error = ClaimDecidedError()
            decided.append(Decided(decision, error))
        right = {(one.decision.worker_id, one.decision.claim_id) for one in decided if one.error is None}
        fresh = [(claims[key], said[key]) for key in sorted(right) if claims[key]["approved"] is None]
        await _carry_out([one for one, decision in fresh if decision.approve], by_account, at)
        marks = [(d.worker_id, d.claim_id, d.approve, d.why) for _, d in fresh]
        await db.execute(statements.DECIDE, *columns(marks, 4, texts={3}), at, by_account)
        await events.record_all([_told(one, decision) for one, decision in fresh])
    return decided


def _objection(kept: Claim | None, decision: Decision) -> PassportError | None:
    if kept is None or decision.site_id not in {None, kept["site_id"]}:
        return NotFoundError()
    if kept["approved"] is not None:
        return None if kept["approved"] is decision.approve else ClaimDecidedError()
    if not decision.approve:
        return None if decision.why.strip() else WhyMissingError()
    if kept["kind"] == ClaimKind.MISSED_DAY:
        return None if kept["counted"] or kept["assignment_id"] is not None else NotListedError()
    return None if kept["counted"] or kept["kind"] == ClaimKind.SOMETHING_ELSE else NothingToCorrectError()


async def _carry_out(approved: Sequence[Claim], by_account: UUID, at: datetime) -> None:
    """Count the missed days that do not count yet, and put right the wrong ones."""
    missed = [one for one in approved if one["kind"] == ClaimKind.MISSED_DAY]
    visits = [visit for one in missed if not one["counted"] for visit in _visits(one, at)]
    if visits:
        await count_visits(visits)
    await release_held([(one["worker_id"], one["work_date"], one["site_number"]) for one in missed])
    for one in approved:
        if one["kind"] in {ClaimKind.WRONG_TIMES, ClaimKind.NOT_THERE}:
            await correct_once(_correction(one), by_account=by_account, at=at)


def _visits(one: Claim, at: datetime) -> list[Visit]:
    entry = Visit(
        one["worker_id"],
        one["site_id"],
        one["site_number"],
        one["entry_at"],
        False,  # noqa: FBT003  # an entry
        one["claimed_at"],
        one["claimed_at"],
        BY_HAND,
        one["assignment_id"],
        one["trade"],
        one["position"],
        clock.japan_date(at),
    )
    return [entry, entry._replace(at=one["exit_at"], exit=True)] if one["exit_at"] else [entry]


def _correction(one: Claim) -> Correction:
    day = (one["worker_id"], one["work_date"], one["site_id"])
    return Correction(*day, one["entry_at"], one["exit_at"], one["why"], one["id"])


def _the_same(kept: Claim, entry: Entry) -> tuple[Verdict, Claim]:
    said = Claimed(ClaimKind(kept["kind"]), kept["work_date"], kept["entry_at"], kept["exit_at"])
    if (said, kept["site_number"], kept["why"]) != (entry.claimed, entry.site_number, entry.why):
        raise ClaimIdUsedError
    return Accepted(kept["work_date"]), kept


def _told(one: Claim, decision: Decision) -> Event:
    kind = EventKind.CLAIM_APPROVED if decision.approve else EventKind.CLAIM_REFUSED
    return Event(one["worker_id"], ids.new_event_id(), kind, _body(one))


def _body(one: Claim) -> str:
    return f'{{"workDate":"{one["work_date"]}","claimId":"{one["id"]}"}}'
