"""What companies say for levels: the experience they certify, and what they pay on top."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, put
from litestar.params import FromPath, JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation
from backend.companies import service as companies
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.levels import allowances, certifying, errors
from backend.levels.allowances import Per
from backend.levels.experience import Certificate
from backend.workers import service as workers
from backend.workers.trades import number_of

Days = Annotated[int, msgspec.Meta(ge=0, le=30_000)]
Yen = Annotated[int, msgspec.Meta(ge=0, le=allowances.LARGEST_YEN)]


class NewExperience(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Days in one trade, up to March 2024; of these so many as foreman, and so many as squad leader."""

    trade: Annotated[str, msgspec.Meta(max_length=5)]
    first_on: date
    last_on: date
    days: Days
    foreman_days: Days = 0
    leader_days: Days = 0


class CompanyAllowance(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a company pays on top: yen for the levels 1 to 4, since a day."""

    valid_from: date
    per: Per
    yen: Annotated[list[Yen], msgspec.Meta(min_length=4, max_length=4)]


class AllowanceSeen(msgspec.Struct, frozen=True, rename="camel"):
    """What a company pays on top today; None where it has told nothing."""

    allowance: CompanyAllowance | None


@put(
    "/v1/workers/{number:str}/experience/{certificate:uuid}",
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
    worker_id, company_id = await _of_company(request, number)
    trade = number_of(data.trade)
    if trade is None:
        raise errors.ExperienceTradeError
    days = data.days, data.foreman_days, data.leader_days
    made = Certificate(trade, data.first_on, data.last_on, *days)
    await certifying.certify(worker_id, certificate, company_id, made, by=account.id, at=now)


@delete(
    "/v1/workers/{number:str}/experience/{certificate:uuid}",
    summary="Take back certified experience",
    status_code=204,
    responses=problems(400, 401, 403, 404),
)
async def take_back_experience(request: AnyRequest, number: FromPath[Number], certificate: FromPath[UUID]) -> None:
    """Take back what my company certified.  Safe to send again."""
    worker_id, company_id = await _of_company(request, number)
    await certifying.take_back(worker_id, certificate, company_id)


@get("/v1/companies/{number:str}/allowance", summary="Allowance by level", responses=problems(400, 401, 403))
async def see_allowance(request: AnyRequest, number: FromPath[Number]) -> Response[AllowanceSeen]:
    """See what my company pays on top by level."""
    company_id = await _own_company(request, number, Operation.SEE_COMPANY)
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
    company_id = await _own_company(request, number, Operation.EDIT_COMPANY)
    await allowances.tell(company_id, data.valid_from, data.per, data.yen, by=account.id, at=clock.now())


async def _of_company(request: AnyRequest, number: str) -> tuple[UUID, int]:
    """Give a worker, and the company of the caller that employs him today."""
    account, now = await calling_account(request), clock.now()
    worker_id = await workers.find(number)
    today = clock.japan_date(now)
    subject = rights.NOBODY if worker_id is None else await rights.about_worker(worker_id, today)
    grant, _ = await rights.require(account, Operation.CERTIFY_EXPERIENCE, subject, now)
    if worker_id is None:
        raise NotFoundError
    return worker_id, grant.organisation_id


async def _own_company(request: AnyRequest, number: str, operation: Operation) -> int:
    account = await calling_account(request)
    company_id = await companies.find(number)
    subject = rights.NOBODY if company_id is None else rights.about_company(company_id)
    await rights.require(account, operation, subject, clock.now())
    if company_id is None:
        raise NotLinkedError
    return company_id


router = Router(
    "/", route_handlers=[certify_experience, take_back_experience, see_allowance, tell_allowance], tags=["levels"]
)
