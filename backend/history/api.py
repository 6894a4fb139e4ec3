"""Claims of missed days and reports of wrong ones, by the worker whose days they are."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Request, Response, Router, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody

from backend.accounts.api import calling_worker
from backend.history import claims
from backend.history.claiming import Claimed, ClaimKind, Refused, Verdict, Waiting
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Party, Reason, catalogue, choose_language, give_reason

AwareDatetime = Annotated[datetime, msgspec.Meta(tz=True)]
Text = Annotated[str, msgspec.Meta(max_length=500)]

PRIVATE = {"cache-control": "private, no-store", "vary": "accept-language, cookie"}


class WhatIsClaimed(StrEnum):
    """What is claimed: a day without record, or what is wrong with a record."""

    MISSED_DAY = "missedDay"
    WRONG_TIMES = "wrongTimes"
    NOT_THERE = "notThere"
    SOMETHING_ELSE = "somethingElse"


class ClaimState(StrEnum):
    """How far a claim is; one that is impossible was not kept."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"


class ClaimBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A day at a site as the worker says it was; a missed day and wrong times need an entry."""

    kind: WhatIsClaimed
    site: Annotated[str, msgspec.Meta(pattern="^[0-9]{14}$")]
    work_date: date
    entry_at: AwareDatetime | None = None
    exit_at: AwareDatetime | None = None
    why: Text = ""


class ClaimSite(msgspec.Struct, frozen=True, rename="camel"):
    """The site; the name is None where there is no such site."""

    number: str
    name: str | None


class ClaimAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A claim, how far it is, and why it waits or cannot be."""

    id: UUID
    kind: WhatIsClaimed
    site: ClaimSite
    work_date: date
    entry_at: datetime | None
    exit_at: datetime | None
    why: str
    claimed_at: datetime | None
    state: ClaimState
    decided_at: datetime | None
    answer: str | None
    """What the prime contractor wrote."""
    reason: Reason | None


class ClaimsAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A worker's claims, newest first."""

    claims: list[ClaimAnswer]


@put(
    "/v1/passport/claims/{claim_id:uuid}",
    summary="Claim a missed day, or say what is wrong",
    status_code=200,
    operation_class=body_of(ClaimBody),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def claim_day(
    request: Request[object, object, State],
    claim_id: FromPath[UUID],
    data: JSONBody[ClaimBody],
    worker_id: NamedDependency[UUID],
) -> Response[ClaimAnswer]:
    """Safe to send again: the same id with the same content is always answered alike."""
    language = choose_language(request.headers.get("accept-language", ""))
    entry = claims.Entry(
        Claimed(ClaimKind[data.kind.name], data.work_date, _milliseconds(data.entry_at), _milliseconds(data.exit_at)),
        data.site,
        _readable(data.why),
    )
    verdict, kept = await claims.claim(claim_id, worker_id, entry, now=clock.now())
    if kept is not None:
        return Response(answer_claim(kept, language), headers=PRIVATE)
    return Response(_impossible(claim_id, data, verdict, language), headers=PRIVATE)


@get("/v1/passport/claims", summary="My claims", responses=problems(401, 403))
async def my_claims(
    request: Request[object, object, State], worker_id: NamedDependency[UUID]
) -> Response[ClaimsAnswer]:
    """Every claim of mine that was kept, newest first."""
    language = choose_language(request.headers.get("accept-language", ""))
    kept = await claims.list_claims(worker_id)
    return Response(ClaimsAnswer([answer_claim(one, language) for one in kept]), headers=PRIVATE)


def answer_claim(kept: claims.Claim, language: Language) -> ClaimAnswer:
    """Say a claim that was kept."""
    return ClaimAnswer(
        id=kept["id"],
        kind=WhatIsClaimed[ClaimKind(kept["kind"]).name],
        site=ClaimSite(kept["site_number"], kept["site_name"]),
        work_date=kept["work_date"],
        entry_at=_japan(kept["entry_at"]),
        exit_at=_japan(kept["exit_at"]),
        why=kept["why"],
        claimed_at=_japan(kept["claimed_at"]),
        state=_state(kept["approved"]),
        decided_at=_japan(kept["decided_at"]),
        answer=kept["decided_why"] or None,
        reason=_waits_for(kept, language) if kept["approved"] is None else None,
    )


def _impossible(claim_id: UUID, data: ClaimBody, verdict: Verdict, language: Language) -> ClaimAnswer:
    reason = give_reason(verdict.reason, language, verdict.until) if isinstance(verdict, Refused) else None
    return ClaimAnswer(
        id=claim_id,
        kind=data.kind,
        site=ClaimSite(data.site, None),
        work_date=data.work_date,
        entry_at=data.entry_at,
        exit_at=data.exit_at,
        why=data.why,
        claimed_at=None,
        state=ClaimState.IMPOSSIBLE,
        decided_at=None,
        answer=None,
        reason=reason,
    )


def _state(approved: bool | None) -> ClaimState:  # noqa: FBT001  # as the row has it
    if approved is None:
        return ClaimState.WAITING
    return ClaimState.APPROVED if approved else ClaimState.REFUSED


def _waits_for(kept: claims.Claim, language: Language) -> Reason:
    listed = kept["assignment_id"] is not None or kept["kind"] != ClaimKind.MISSED_DAY
    reason = give_reason(Waiting.FOR_PRIME if listed else Waiting.FOR_LIST, language)
    if catalogue()[reason.code].party is not Party.PRIME:
        return reason
    prime = kept["prime"]
    who = f"{prime} ({reason.who})" if language is Language.EN else f"{prime}（{reason.who}）"
    return msgspec.structs.replace(reason, who=who)


def _milliseconds(at: datetime | None) -> datetime | None:
    """Cut what is finer than the register keeps."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000) if at else None


def _readable(text: str) -> str:
    """Leave out what has no shape: control characters other than the end of a line."""
    return "".join(letter for letter in text if letter == "\n" or letter.isprintable()).strip()


def _japan(at: datetime | None) -> datetime | None:
    return at.astimezone(clock.JAPAN) if at else None


router = Router(
    "/",
    route_handlers=[claim_day, my_claims],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["claims"],
)
