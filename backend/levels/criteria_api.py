"""The standards over HTTP: open to read for everybody, written by the evaluating body with four eyes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.kit import clock
from backend.kit.errors import MalformedError, NotFoundError
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import choose_language
from backend.kit.texts import readable
from backend.levels import versions
from backend.levels.criteria import Confidence, FieldCriteria, LevelCriteria, compiled, facts, name_of
from backend.levels.proposing import Proposal
from backend.levels.versions import Touched, Version

Why = Annotated[str, msgspec.Meta(max_length=500)]


class VersionState(StrEnum):
    """How far a version is."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class StandardSeen(msgspec.Struct, frozen=True, rename="camel"):
    """The standard of a field that is in force, with where it is from."""

    field: str
    name: str
    version: int
    valid_from: date | None
    confidence: Confidence
    evaluators: list[str]
    authority: str
    sources: list[str]
    note: str
    occupations: list[str]
    levels: list[LevelCriteria]


class StandardsSeen(msgspec.Struct, frozen=True, rename="camel"):
    """The standards of all fields."""

    fields: list[StandardSeen]


class VersionSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A version that was proposed, and whom it touches; None while that is being counted."""

    version: int
    state: VersionState
    proposal: Proposal
    proposed_at: datetime
    mine: bool
    """Whether the caller proposed it, and so cannot decide."""
    touched: Touched | None
    decided_at: datetime | None
    why: str | None


class VersionsSeen(msgspec.Struct, frozen=True, rename="camel"):
    """The versions of a field, the newest first."""

    versions: list[VersionSeen]


class VersionDecision(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a second person says of a version; not approved says why."""

    approve: bool
    why: Why = ""


@get("/v1/levels/criteria", summary="What the levels ask", responses=problems())
async def all_standards(request: AnyRequest) -> Response[StandardsSeen]:
    """Give the standards of all fields that are in force today; open to everybody."""
    language = choose_language(request.headers.get("accept-language", ""))
    standards = await versions.in_force(clock.japan_date(clock.now()))
    shown = [
        _standard(one.criteria, one.version, name_of(field, language)) for field, one in standards.by_field.items()
    ]
    return Response(StandardsSeen(shown), headers={"cache-control": "public, max-age=300", "vary": "accept-language"})


@get(
    "/v1/levels/criteria/{field:str}/versions",
    summary="Versions of a standard",
    responses=problems(401, 403, 404),
)
async def see_versions(request: AnyRequest, field: FromPath[str]) -> Response[VersionsSeen]:
    """List what was proposed for a field, whom it touches, and what was decided."""
    account = await _editor(request)
    if field not in compiled():
        raise NotFoundError
    found = [_version(one, account) for one in await versions.list_of(field)]
    return Response(VersionsSeen(found), headers=PRIVATE)


@post(
    "/v1/levels/criteria/{field:str}/versions",
    summary="Propose a version of a standard",
    operation_class=body_of(Proposal),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def propose_version(request: AnyRequest, field: FromPath[str], data: JSONBody[Proposal]) -> Response[VersionSeen]:
    """Propose what a field asks from a day to come; it is in force when a second person has approved it."""
    account = await _editor(request)
    clean = msgspec.structs.replace(data, source=readable(data.source), note=readable(data.note))
    if not clean.source:
        raise MalformedError(at="$.source")
    made = await versions.propose(account, field, clean, clock.now())
    return Response(_version(made, account), status_code=201, headers=PRIVATE)


@post(
    "/v1/levels/criteria/{field:str}/versions/{version:int}/decision",
    summary="Decide on a version of a standard",
    status_code=200,
    operation_class=body_of(VersionDecision),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def decide_version(
    request: AnyRequest, field: FromPath[str], version: FromPath[int], data: JSONBody[VersionDecision]
) -> Response[VersionSeen]:
    """Approve or refuse what another person has proposed.  Safe to send again."""
    account = await _editor(request)
    decided = await versions.decide(
        account, field, version, approve=data.approve, why=readable(data.why), at=clock.now()
    )
    return Response(_version(decided, account), headers=PRIVATE)


async def _editor(request: AnyRequest) -> Account:
    account = await calling_account(request)
    await rights.require(account, Operation.EDIT_CRITERIA, rights.NOBODY, clock.now())
    return account


def _standard(written: FieldCriteria, version: int, name: str) -> StandardSeen:
    return StandardSeen(
        field=written.code,
        name=name,
        version=version,
        valid_from=written.valid_from,
        confidence=written.confidence,
        evaluators=list(written.evaluators),
        authority=facts().authority,
        sources=list(written.sources),
        note=written.note,
        occupations=list(written.occupations),
        levels=list(written.level),
    )


def _version(kept: Version, account: Account) -> VersionSeen:
    decided = VersionState.APPROVED if kept.approved else VersionState.REFUSED
    return VersionSeen(
        version=kept.version,
        state=VersionState.PROPOSED if kept.approved is None else decided,
        proposal=kept.proposal,
        proposed_at=kept.proposed_at.astimezone(clock.JAPAN).replace(microsecond=0),
        mine=kept.proposed_by == account.id,
        touched=kept.touched,
        decided_at=kept.decided_at.astimezone(clock.JAPAN).replace(microsecond=0) if kept.decided_at else None,
        why=kept.why,
    )


router = Router("/", route_handlers=[all_standards, see_versions, propose_version, decide_version], tags=["levels"])
