"""Qualifications over HTTP: the catalogue, one's own, and what waits to be confirmed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.params import FromPath, JSONBody

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, calling_worker, calling_worker_account
from backend.accounts.rules import Operation
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, choose_language
from backend.kit.texts import readable
from backend.qualifications import catalogue, service
from backend.qualifications.rules import QualificationState, Record
from backend.workers import service as workers

Text = Annotated[str, msgspec.Meta(max_length=200)]
Why = Annotated[str, msgspec.Meta(max_length=500)]


class QualificationName(msgspec.Struct, frozen=True, rename="camel"):
    """A qualification of the catalogue, in the reader's language and as it is official."""

    key: str
    name: str
    ja: str


class CatalogueSeen(msgspec.Struct, frozen=True, rename="camel"):
    """All qualifications that a standard names."""

    qualifications: list[QualificationName]


class HeldState(StrEnum):
    """How far a record is, and whether it still counts."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    EXPIRED = "expired"


class HeldQualification(msgspec.Struct, frozen=True, rename="camel"):
    """A qualification of one worker."""

    id: UUID
    key: str | None
    name: str
    ja: str
    issuer: str
    issued_on: date
    expires_on: date | None
    state: HeldState
    why: str | None
    """Why it was refused."""
    proof: UUID | None


class MyQualifications(msgspec.Struct, frozen=True, rename="camel"):
    """What I hold, what waits, and what was refused; the newest issue first."""

    qualifications: list[HeldQualification]


class NewQualification(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A qualification to enter: one of the catalogue by its key, or any other by its name."""

    issuer: Text
    issued_on: date
    key: Text | None = None
    name: Text | None = None
    expires_on: date | None = None
    proof: UUID | None = None


class WaitingQualification(msgspec.Struct, frozen=True, rename="camel"):
    """A qualification that waits to be confirmed."""

    worker: str
    worker_name: str
    id: UUID
    key: str | None
    name: str
    issuer: str
    issued_on: date
    expires_on: date | None
    proof: UUID | None
    entered_at: datetime


class WaitingQualifications(msgspec.Struct, frozen=True, rename="camel"):
    """What waits, the oldest first; at most 500."""

    qualifications: list[WaitingQualification]


class QualificationDecision(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of a record; a refusal says why."""

    worker: Number
    id: UUID
    confirmed: bool
    why: Why = ""


@get("/v1/qualifications", summary="Which qualifications there are", responses=problems())
async def list_catalogue(request: AnyRequest) -> Response[CatalogueSeen]:
    """Give the catalogue in the reader's language; open to everybody."""
    language = choose_language(request.headers.get("accept-language", ""))
    found = [QualificationName(one.key, one.to(language), one.ja) for one in catalogue.load().values()]
    headers = {"cache-control": "public, max-age=3600", "vary": "accept-language"}
    return Response(CatalogueSeen(found), headers=headers)


@get("/v1/passport/qualifications", summary="My qualifications", responses=problems(401, 403))
async def my_qualifications(request: AnyRequest) -> Response[MyQualifications]:
    """List what I hold, what waits, and what was refused."""
    return await _mine(request, await calling_worker(request))


@put(
    "/v1/passport/qualifications/{qualification:uuid}",
    summary="Enter a qualification",
    operation_class=body_of(NewQualification),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def enter_qualification(
    request: AnyRequest, qualification: FromPath[UUID], data: JSONBody[NewQualification]
) -> Response[MyQualifications]:
    """Enter a qualification with its proof; it counts when it is confirmed.  Safe to send again."""
    account, worker_id = await calling_worker_account(request)
    record = Record(
        key=data.key,
        name=readable(data.name or ""),
        issuer=readable(data.issuer),
        issued_on=data.issued_on,
        expires_on=data.expires_on,
    )
    await service.enter(account, worker_id, qualification, record, data.proof, clock.now())
    return await _mine(request, worker_id)


@delete(
    "/v1/passport/qualifications/{qualification:uuid}",
    summary="Take back a qualification",
    status_code=200,
    responses=problems(401, 403, 404, 409),
)
async def take_back_qualification(request: AnyRequest, qualification: FromPath[UUID]) -> Response[MyQualifications]:
    """Take back what waits to be confirmed.  Safe to send again."""
    worker_id = await calling_worker(request)
    await service.take_back(worker_id, qualification)
    return await _mine(request, worker_id)


@get("/v1/qualifications/waiting", summary="Qualifications to confirm", responses=problems(401, 403))
async def waiting_qualifications(request: AnyRequest) -> Response[WaitingQualifications]:
    """List what waits, for whoever reviews; each worker sees that he was looked at."""
    account, now = await calling_account(request), clock.now()
    grant, _ = await rights.require(account, Operation.CONFIRM_QUALIFICATION, rights.NOBODY, now)
    found = await service.list_waiting()
    people = {one.worker_id for one in found}
    await views.record_all(account, people, views.Purpose.APPLICATION, grant=grant, at=now)
    return Response(WaitingQualifications([_waiting(one) for one in found]), headers=PRIVATE)


@post(
    "/v1/qualifications/decisions",
    summary="Confirm or refuse a qualification",
    status_code=204,
    operation_class=body_of(QualificationDecision),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def decide_qualification(request: AnyRequest, data: JSONBody[QualificationDecision]) -> None:
    """Say whether the proof holds; the worker is told.  Safe to send again."""
    account, now = await calling_account(request), clock.now()
    await rights.require(account, Operation.CONFIRM_QUALIFICATION, rights.NOBODY, now)
    worker_id = await workers.find(data.worker)
    if worker_id is None:
        raise NotFoundError
    why = readable(data.why)
    await service.decide(account, worker_id, data.id, confirmed=data.confirmed, why=why, at=now)


async def _mine(request: AnyRequest, worker_id: UUID) -> Response[MyQualifications]:
    language, today = choose_language(request.headers.get("accept-language", "")), clock.japan_date(clock.now())
    found = [show(one, language, today) for one in await service.list_of(worker_id)]
    return Response(MyQualifications(found), headers=PRIVATE)


def show(kept: service.Kept, language: Language, today: date) -> HeldQualification:
    """Show a record in a language."""
    over = kept.state is QualificationState.CONFIRMED and not kept.counts(today)
    return HeldQualification(
        id=kept.id,
        key=kept.key,
        name=catalogue.name_of(kept.key, language) if kept.key else kept.name,
        ja=kept.name,
        issuer=kept.issuer,
        issued_on=kept.issued_on,
        expires_on=kept.expires_on,
        state=HeldState.EXPIRED if over else HeldState(kept.state.name.lower()),
        why=kept.why,
        proof=kept.proof_id,
    )


def _waiting(kept: service.Kept) -> WaitingQualification:
    return WaitingQualification(
        worker=kept.worker_number,
        worker_name=kept.worker,
        id=kept.id,
        key=kept.key,
        name=kept.name,
        issuer=kept.issuer,
        issued_on=kept.issued_on,
        expires_on=kept.expires_on,
        proof=kept.proof_id,
        entered_at=kept.entered_at.astimezone(clock.JAPAN).replace(microsecond=0),
    )


router = Router(
    "/",
    route_handlers=[
        list_catalogue,
        my_qualifications,
        enter_qualification,
        take_back_qualification,
        waiting_qualifications,
        decide_qualification,
    ],
    tags=["qualifications"],
)
