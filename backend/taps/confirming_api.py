"""Touches that wait for the prime contractor's word, over HTTP: which they are, and the word."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.history import evidence
from backend.history.evidence import Grade
from backend.kit import clock, database
from backend.kit.errors import reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language, give_reason
from backend.kit.texts import readable
from backend.sites import asking
from backend.taps import confirming
from backend.taps.confirming import Answered, Word
from backend.taps.messages import Epoch, Instant
from backend.taps.messages import Sequence as Place
from backend.taps.rules import State, Verdict, state_of

MOST_DECIDED = 1000
Text = Annotated[str, msgspec.Meta(max_length=500)]
_DIRECTIONS = {0: "none", 1: "in", 2: "out"}


class Unsure(StrEnum):
    """Why a touch waits for the prime contractor's word."""

    TIME_UNKNOWN = "timeUnknown"
    READER_REVOKED = "readerRevoked"


class WaitingTouch(msgspec.Struct, frozen=True, rename="camel"):
    """A touch that waits for the prime contractor."""

    reader: str
    """The number."""
    reader_name: str
    epoch: int
    sequence: int
    kind: Unsure
    worker: str | None
    """The number; None where the card is not known."""
    worker_name: str | None
    at: datetime
    """As the reader said it, drift removed; not to be trusted where the time is unknown."""
    received_at: datetime
    direction: str
    grade: Grade
    until: date


class WaitingTouches(msgspec.Struct, frozen=True, rename="camel"):
    """What waits, oldest first; at most 1,000."""

    touches: list[WaitingTouch]


class OneWord(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of one touch: that the worker was there, and when; or not, and why."""

    reader: Number
    epoch: Epoch
    sequence: Place
    confirm: bool
    at: Instant | None = None
    why: Text = ""


class Words(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of many touches."""

    decisions: Annotated[list[OneWord], msgspec.Meta(min_length=1, max_length=MOST_DECIDED)]


class AnsweredTouch(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one touch: its state now; without one it waits as before, and the reason says why."""

    reader: str
    epoch: int
    sequence: int
    state: State | None
    reason: Reason | None


class AnsweredTouches(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each, in the order in which they were sent."""

    decided: list[AnsweredTouch]


@get("/v1/sites/{site:str}/touches", summary="Touches that wait for my word", responses=problems(400, 401, 403))
async def waiting_touches(request: AnyRequest, site: FromPath[Number]) -> Response[WaitingTouches]:
    """List touches of unknown time or of a reader revoked later; each worker sees that he was looked at."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.APPROVE_DAY, now)
    rows = await confirming.list_waiting(site)
    seen = {row["worker_id"] for row in rows if row["worker_number"]}
    await views.record_all(account, seen, views.Purpose.APPROVAL, grant=allowed.grant, at=now)
    return Response(WaitingTouches([_waiting(row) for row in rows]), headers=PRIVATE)


@post(
    "/v1/sites/{site:str}/touches/decisions",
    summary="Confirm touches at my site",
    status_code=200,
    operation_class=body_of(Words),
    responses=problems(400, 401, 403, 413),
)
async def decide_touches(
    request: AnyRequest, site: FromPath[Number], data: JSONBody[Words]
) -> Response[AnsweredTouches]:
    """Confirm or refuse up to 1,000 touches; what is confirmed counts with its own evidence.  Safe to send again."""
    now, account = clock.now(), await calling_account(request)
    await asking.at_site(account, site, Operation.APPROVE_DAY, now)
    words = [
        Word((one.reader, one.epoch, one.sequence), one.confirm, one.at, readable(one.why)) for one in data.decisions
    ]
    answered = await confirming.decide_all(site, words, by=account.id, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(_answers(answered, language), headers=PRIVATE)


def _waiting(row: database.Row) -> WaitingTouch:
    return WaitingTouch(
        reader=row["reader_number"],
        reader_name=row["reader"],
        epoch=row["epoch"],
        sequence=row["sequence"],
        kind=Unsure[Verdict(row["verdict"]).name],
        worker=row["worker_number"],
        worker_name=row["worker"],
        at=row["corrected_at"].astimezone(clock.JAPAN),
        received_at=row["received_at"].astimezone(clock.JAPAN),
        direction=_DIRECTIONS[row["direction"]],
        grade=evidence.grade(evidence.unpack(row["evidence"])),
        until=row["until"],
    )


def _answers(answered: Sequence[Answered], language: Language) -> AnsweredTouches:
    return AnsweredTouches([_answer(one, language) for one in answered])


def _answer(one: Answered, language: Language) -> AnsweredTouch:
    if one.error is not None or one.verdict is None:
        return AnsweredTouch(*one.word.touch, None, reason_of(one.error, language) if one.error else None)
    good = one.verdict in {Verdict.COUNTED, Verdict.LEFT}
    reason = None if good else give_reason(one.verdict.name.lower(), language)
    return AnsweredTouch(*one.word.touch, state_of(one.verdict), reason)


router = Router("/", route_handlers=[waiting_touches, decide_touches], tags=["touches"])
