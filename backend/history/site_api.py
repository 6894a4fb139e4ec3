"""A site's morning board, and corrections by the prime contractor."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.devices.kinds import Device
from backend.history import board
from backend.history.board_rules import Standing
from backend.history.correcting import Answered, Wanted, correct_all
from backend.history.evidence import Grade, Presented, grade, unpack
from backend.history.rules import work_date
from backend.kit import clock, database
from backend.kit.errors import reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language, give_reason
from backend.kit.texts import readable, word
from backend.sites import asking
from backend.sites.service import Position
from backend.sites.words import PositionWord, Text
from backend.workers import trades

MOST_CORRECTED = 1000
Instant = Annotated[datetime, msgspec.Meta(tz=True)]


class BoardPerson(msgspec.Struct, frozen=True, rename="camel"):
    """Somebody who is expected, or has touched."""

    number: str
    name: str
    level: int
    standing: Standing
    company: str | None
    """None: not on the worker list."""
    tier: int | None
    position: PositionWord | None
    trade: str | None
    entry_at: datetime | None
    """Also that of a touch that does not count."""
    exit_at: datetime | None
    presented: str | None
    grade: Grade | None
    lacks: list[Reason]
    """The most pressing first, each with who mends it."""


class BoardReader(msgspec.Struct, frozen=True, rename="camel"):
    """A reader that stands here."""

    number: str
    name: str
    kind: str
    seen_at: datetime | None
    seen_ago_s: int | None
    drift_s: float | None
    """How far its clock is off, as last heard; corrected, never a reason to refuse."""


class BoardSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A site's morning; at most 5,000 people, the most pressing first."""

    site: str
    name: str
    day: date
    true_at: datetime
    gate_opens: time | None
    expected: int
    inside: int
    missing: int
    stopped: int
    to_check: int
    people: list[BoardPerson]
    readers: list[BoardReader]


class OneCorrection(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """What is to hold instead; without an entry the day is taken away."""

    worker: Number
    work_date: date
    entry_at: Instant | None = None
    exit_at: Instant | None = None
    why: Text


class Corrections(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Corrections of many days."""

    corrections: Annotated[list[OneCorrection], msgspec.Meta(min_length=1, max_length=MOST_CORRECTED)]


class CorrectedDay(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one: the id of the entry that says so, or why not."""

    worker: str
    work_date: date
    correction: UUID | None
    reason: Reason | None


class CorrectedDays(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each, in the order in which they were sent."""

    corrected: list[CorrectedDay]


@get("/v1/sites/{site:str}/board", summary="The morning board", responses=problems(400, 401, 403))
async def site_board(request: AnyRequest, site: FromPath[Number]) -> Response[BoardSeen]:
    """Tell who is expected today, who is in, who lacks what, and which readers speak; each worker sees the look."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.SEE_SITE, now)
    found = await board.read(allowed.site_id, site, work_date(now))
    await views.record_all(account, board.people_on(found), views.Purpose.SITE_CHECK, grant=allowed.grant, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(_board(found, now, language), headers=PRIVATE)


@post(
    "/v1/sites/{site:str}/corrections",
    summary="Correct days at my site",
    status_code=200,
    operation_class=body_of(Corrections),
    responses=problems(400, 401, 403, 413),
)
async def correct_days(
    request: AnyRequest, site: FromPath[Number], data: JSONBody[Corrections]
) -> Response[CorrectedDays]:
    """Put times right or take days away, many at once; old values are kept, and each worker is told."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.CORRECT_DAY, now)
    wanted = [
        Wanted(one.worker, one.work_date, one.entry_at, one.exit_at, readable(one.why)) for one in data.corrections
    ]
    answered = await correct_all(allowed.site_id, site, wanted, by=account.id, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(CorrectedDays([_corrected(one, language) for one in answered]), headers=PRIVATE)


def _corrected(one: Answered, language: Language) -> CorrectedDay:
    reason = reason_of(one.error, language) if one.error is not None else None
    return CorrectedDay(one.wanted.worker, one.wanted.work_date, one.correction, reason)


def _board(found: board.Board, now: datetime, language: Language) -> BoardSeen:
    count = {one: sum(person.standing is one for person in found.people) for one in Standing}
    inside = sum(person.row["entry_at"] is not None for person in found.people)
    return BoardSeen(
        site=found.site["site_number"],
        name=found.site["name"],
        day=found.day,
        true_at=now.astimezone(clock.JAPAN),
        gate_opens=found.site["gate_opens"],
        expected=sum(person.row["company_id"] is not None for person in found.people),
        inside=inside,
        missing=sum(person.row["entry_at"] is None for person in found.people) - count[Standing.STOPPED],
        stopped=count[Standing.STOPPED],
        to_check=count[Standing.TO_CHECK],
        people=[_person(person, language) for person in found.people],
        readers=[_reader(reader, now) for reader in found.readers],
    )


def _person(person: board.Person, language: Language) -> BoardPerson:
    row = person.row
    evidence = unpack(row["evidence"]) if row["evidence"] is not None else None
    return BoardPerson(
        number=row["worker_number"],
        name=row["name"],
        level=row["level"],
        standing=person.standing,
        company=row["company"],
        tier=row["tier"],
        position=PositionWord[Position(row["position"]).name] if row["position"] is not None else None,
        trade=trades.name_of(row["trade"] or row["main_trade"], language),
        entry_at=_in_japan(row["entry_at"] or row["held_at"]),
        exit_at=_in_japan(row["exit_at"]),
        presented=word(Presented(evidence.presented).name) if evidence else None,
        grade=grade(evidence) if evidence else None,
        lacks=[give_reason(lack.code, language, lack.until) for lack in person.lacks],
    )


def _reader(row: database.Row, now: datetime) -> BoardReader:
    offset = row["offset_ms"]
    return BoardReader(
        number=row["reader_number"],
        name=row["name"],
        kind=word(Device(row["kind"]).name),
        seen_at=_in_japan(row["seen_at"]),
        seen_ago_s=board.seen_ago_s(row, now),
        drift_s=None if offset is None else round(offset / 1000, 1),
    )


def _in_japan(at: datetime | None) -> datetime | None:
    return at.astimezone(clock.JAPAN) if at else None


router = Router("/", route_handlers=[site_board, correct_days], tags=["sites"])
