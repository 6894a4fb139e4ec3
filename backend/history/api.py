"""Claims of missed days and reports of wrong ones, by the worker whose days they are."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Request, Response, Router, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody

from backend.accounts.api import calling_worker
from backend.history import claims
from backend.history.answering import ClaimAnswer, ClaimSite, ClaimState, WhatIsClaimed, answer_claim
from backend.history.claiming import Claimed, ClaimKind, Refused, Verdict
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, choose_language, give_reason
from backend.kit.texts import readable

AwareDatetime = Annotated[datetime, msgspec.Meta(tz=True)]
Text = Annotated[str, msgspec.Meta(max_length=500)]

PRIVATE = {"cache-control": "private, no-store", "vary": "accept-language, cookie"}


class ClaimBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A day at a site as the worker says it was; a missed day and wrong times need an entry."""

    kind: WhatIsClaimed
    site: Annotated[str, msgspec.Meta(pattern="^[0-9]{14}$")]
    work_date: date
    entry_at: AwareDatetime | None = None
    exit_at: AwareDatetime | None = None
    why: Text = ""


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
        readable(data.why),
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


def _milliseconds(at: datetime | None) -> datetime | None:
    """Cut what is finer than the register keeps."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000) if at else None


router = Router(
    "/",
    route_handlers=[claim_day, my_claims],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["claims"],
)
