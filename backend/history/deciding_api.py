"""What waits for the prime contractor's word, and the word; what nobody has answered, for the operator."""

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Grant, Operation
from backend.accounts.service import Account
from backend.history import claims
from backend.history.answering import ClaimSite, ClaimState, WhatIsClaimed, in_japan
from backend.history.claiming import ClaimKind
from backend.history.claims import Decided, Decision
from backend.kit import clock
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language, give_reason
from backend.kit.texts import readable
from backend.sites import asking

MOST_DECIDED = 1000
Text = Annotated[str, msgspec.Meta(max_length=500)]


class Claimant(msgspec.Struct, frozen=True, rename="camel"):
    """Who claims, as the worker list names him."""

    number: str
    name: str


class WaitingClaim(msgspec.Struct, frozen=True, rename="camel"):
    """A claim that waits for the prime contractor."""

    id: UUID
    worker: Claimant
    kind: WhatIsClaimed
    site: ClaimSite
    prime: str
    work_date: date
    entry_at: datetime | None
    exit_at: datetime | None
    why: str
    claimed_at: datetime
    listed: bool
    """Whether the worker stands on the worker list on that day; without that a missed day cannot be approved."""
    counted: bool
    """Whether the day counts already."""
    silent_days: int
    """So long nobody has answered; from 14 days on the operator hears of it."""


class WaitingClaims(msgspec.Struct, frozen=True, rename="camel"):
    """What waits, oldest first; at most 1,000."""

    claims: list[WaitingClaim]


class OneDecision(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of one claim; a refusal must say why."""

    worker: Number
    claim: UUID
    approve: bool
    why: Text = ""


class Decisions(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of many claims."""

    decisions: Annotated[list[OneDecision], msgspec.Meta(min_length=1, max_length=MOST_DECIDED)]


class DecidedClaim(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one decision; `impossible` says why, and the claim stays as it was."""

    claim: UUID
    state: ClaimState
    reason: Reason | None


class DecidedClaims(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each decision, in the order in which they were sent."""

    decided: list[DecidedClaim]


@get("/v1/sites/{site:str}/claims", summary="What waits at my site", responses=problems(400, 401, 403))
async def waiting_claims(request: AnyRequest, site: FromPath[Number]) -> Response[WaitingClaims]:
    """List the claims that wait for the prime contractor's word; each worker sees that he was looked at."""
    now, account = clock.now(), await calling_account(request)
    site_id, grant = await _approver(account, site, now)
    waiting = await claims.list_waiting(site_id)
    await views.record_all(account, {one["worker_id"] for one in waiting}, views.Purpose.APPROVAL, grant=grant, at=now)
    return Response(WaitingClaims([_waiting(one, now) for one in waiting]), headers=PRIVATE)


@post(
    "/v1/sites/{site:str}/claims/decisions",
    summary="Decide claims at my site",
    status_code=200,
    operation_class=body_of(Decisions),
    responses=problems(400, 401, 403, 413),
)
async def decide_claims(
    request: AnyRequest, site: FromPath[Number], data: JSONBody[Decisions]
) -> Response[DecidedClaims]:
    """Approve or refuse up to 1,000 claims; one that cannot be decided holds up no other.  Safe to send again."""
    now, account = clock.now(), await calling_account(request)
    site_id, _ = await _approver(account, site, now)
    said = await claims.decide_named(
        site_id,
        [(one.worker, (one.claim, one.approve, readable(one.why))) for one in data.decisions],
        by_account=account.id,
        at=now,
    )
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(DecidedClaims([_decided(one, language) for one in said]), headers=PRIVATE)


@get("/v1/claims/silent", summary="What nobody has answered", responses=problems(401, 403))
async def silent_claims(request: AnyRequest) -> Response[WaitingClaims]:
    """List, for the operator, the claims that have waited for 14 days; time alone approves nothing."""
    now, account = clock.now(), await calling_account(request)
    grant, _ = await rights.require(account, Operation.SEE_SILENT_CLAIMS, rights.NOBODY, now)
    silent = await claims.list_silent(now)
    await views.record_all(account, {one["worker_id"] for one in silent}, views.Purpose.APPROVAL, grant=grant, at=now)
    return Response(WaitingClaims([_waiting(one, now) for one in silent]), headers=PRIVATE)


async def _approver(account: Account, number: str, at: datetime) -> tuple[int, Grant]:
    """Give the site and the role by which somebody decides there."""
    allowed = await asking.at_site(account, number, Operation.APPROVE_DAY, at)
    return allowed.site_id, allowed.grant


def _waiting(kept: claims.Claim, now: datetime) -> WaitingClaim:
    return WaitingClaim(
        id=kept["id"],
        worker=Claimant(kept["worker_number"], kept["worker_name"]),
        kind=WhatIsClaimed[ClaimKind(kept["kind"]).name],
        site=ClaimSite(kept["site_number"], kept["site_name"]),
        prime=kept["prime"],
        work_date=kept["work_date"],
        entry_at=in_japan(kept["entry_at"]),
        exit_at=in_japan(kept["exit_at"]),
        why=kept["why"],
        claimed_at=kept["claimed_at"].astimezone(clock.JAPAN),
        listed=kept["assignment_id"] is not None,
        counted=kept["counted"],
        silent_days=(now - kept["claimed_at"]) // timedelta(days=1),
    )


def _decided(one: Decided, language: Language) -> DecidedClaim:
    decision: Decision = one.decision
    if one.error is not None:
        return DecidedClaim(decision.claim_id, ClaimState.IMPOSSIBLE, give_reason(one.error.code, language))
    state = ClaimState.APPROVED if decision.approve else ClaimState.REFUSED
    return DecidedClaim(decision.claim_id, state, None)


router = Router("/", route_handlers=[waiting_claims, decide_claims, silent_claims], tags=["claims"])
