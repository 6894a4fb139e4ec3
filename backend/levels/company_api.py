"""What companies say for levels: the experience they certify, and what they pay on top."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, put
from litestar.params import FromPath, JSONBody

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Grant, Operation
from backend.companies import service as companies
from backend.kit import clock
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.levels import allowances, certifying, errors
from backend.levels.allowances import Per
from backend.levels.experience import Certificate
from backend.workers import service as workers
from backend.workers.trades import code_of, number_of

Days = Annotated[int, msgspec.Meta(ge=0, le=30_000)]
Yen = Annotated[int, msgspec.Meta(ge=0, le=allowances.LARGEST_YEN)]


class NewExperience(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Days of a worker in one trade, up to March 2024; of these so many as foreman, and so many as squad leader."""

    worker: Number
    trade: Annotated[str, msgspec.Meta(max_length=5)]
    first_on: date
    last_on: date
    days: Days
    foreman_days: Days = 0
    leader_days: Days = 0


class CertifiedSeen(msgspec.Struct, frozen=True, rename="camel"):
    """Experience of a worker that my company has certified."""

    id: UUID
    worker: str
    worker_name: str
    trade: str
    """Its code, such as 10-01."""
    first_on: date
    last_on: date
    days: int
    foreman_days: int
    leader_days: int
    certified_at: datetime


class CompanyExperience(msgspec.Struct, frozen=True, rename="camel"):
    """What my company has certified, the newest first; at most 1,000."""

    experience: list[CertifiedSeen]


class CompanyAllowance(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a company pays on top: yen for the levels 1 to 4, since a day."""

    valid_from: date
    per: Per
    yen: Annotated[list[Yen], msgspec.Meta(min_length=4, max_length=4)]


class AllowanceSeen(msgspec.Struct, frozen=True, rename="camel"):
    """What a company pays on top today; None where it has told nothing."""

    allowance: CompanyAllowance | None


@get(
    "/v1/companies/{number:str}/experience",
    summary="Experience that my company has certified",
    responses=problems(400, 401, 403),
)
async def certified_experience(request: AnyRequest, number: FromPath[Number]) -> Response[CompanyExperience]:
    """List what my company has certified; each worker sees that he was looked at."""
    account, now = await calling_account(request), clock.now()
    company_id, grant = await _own_company(request, number, Operation.CERTIFY_EXPERIENCE)
    found = await certifying.list_of_company(company_id)
    people = {one.worker_id for one in found}
    await views.record_all(account, people, views.Purpose.EMPLOYMENT, grant=grant, at=now)
    return Response(CompanyExperience([_certified(one) for one in found]), headers=PRIVATE)


@put(
    "/v1/companies/{number:str}/experience/{certificate:uuid}",
    summary="Certify experience",
    status_code=204,
    operation_class=body_of(NewExperience),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def certify_experience(
    request: AnyRequest, number: FromPath[Number], certificate: FromPath[UUID], data: JSONBody[NewExperience]
) -> None:
    """Certify what a worker of ours did before the register counted; the worker is told.  Safe to send again."""
    account, now = await calling_account(request), clock.now()
    company_id, _ = await _own_company(request, number, Operation.CERTIFY_EXPERIENCE)
    worker_id = await _employed(data.worker, company_id, now)
    trade = number_of(data.trade)
    if trade is None:
        raise errors.ExperienceTradeError
    days = data.days, data.foreman_days, data.leader_days
    made = Certificate(trade, data.first_on, data.last_on, *days)
    await certifying.certify(worker_id, certificate, company_id, made, by=account.id, at=now)


@delete(
    "/v1/companies/{number:str}/experience/{certificate:uuid}",
    summary="Take back certified experience",
    status_code=204,
    responses=problems(400, 401, 403, 404),
)
async def take_back_experience(request: AnyRequest, number: FromPath[Number], certificate: FromPath[UUID]) -> None:
    """Take back what my company certified, also of whoever has left.  Safe to send again."""
    company_id, _ = await _own_company(request, number, Operation.CERTIFY_EXPERIENCE)
    await certifying.take_back(certificate, company_id)


@get("/v1/companies/{number:str}/allowance", summary="Allowance by level", responses=problems(400, 401, 403))
async def see_allowance(request: AnyRequest, number: FromPath[Number]) -> Response[AllowanceSeen]:
    """See what my company pays on top by level."""
    company_id, _ = await _own_company(request, number, Operation.SEE_COMPANY)
    told = await allowances.of_company(company_id, clock.japan_date(clock.now()))
    shown = CompanyAllowance(told.valid_from, told.per, list(told.yen)) if told else None
    return Response(AllowanceSeen(shown), headers=PRIVATE)


@put(
    "/v1/companies/{number:str}/allowance",
    summary="Tell what is paid on top by level",
    status_code=204,
    operation_class=body_of(CompanyAllowance),
    responses=problems(400, 401, 403, 409, 413),
)
async def tell_allowance(request: AnyRequest, number: FromPath[Number], data: JSONBody[CompanyAllowance]) -> None:
    """Tell what my company pays on top by level from a day on; its workers see it.  Safe to send again."""
    account = await calling_account(request)
    company_id, _ = await _own_company(request, number, Operation.EDIT_COMPANY)
    await allowances.tell(company_id, data.valid_from, data.per, data.yen, by=account.id, at=clock.now())


async def _employed(number: str, company_id: int, at: datetime) -> UUID:
    """Give a worker whom a company employs today; anybody else is like a number that nobody has."""
    worker_id = await workers.find(number)
    if worker_id is None or company_id not in (await rights.about_worker(worker_id, clock.japan_date(at))).owners:
        raise errors.ExperienceWorkerError
    return worker_id


async def _own_company(request: AnyRequest, number: str, operation: Operation) -> tuple[int, Grant]:
    account = await calling_account(request)
    company_id = await companies.find(number)
    subject = rights.NOBODY if company_id is None else rights.about_company(company_id)
    grant, _ = await rights.require(account, operation, subject, clock.now())
    if company_id is None:
        raise NotLinkedError
    return company_id, grant


def _certified(one: certifying.CertifiedByUs) -> CertifiedSeen:
    said = one.certificate
    return CertifiedSeen(
        id=one.id,
        worker=one.worker_number,
        worker_name=one.worker,
        trade=code_of(said.trade),
        first_on=said.first_on,
        last_on=said.last_on,
        days=said.days,
        foreman_days=said.foreman_days,
        leader_days=said.leader_days,
        certified_at=one.certified_at.astimezone(clock.JAPAN).replace(microsecond=0),
    )


router = Router(
    "/",
    route_handlers=[certified_experience, certify_experience, take_back_experience, see_allowance, tell_allowance],
    tags=["levels"],
)
