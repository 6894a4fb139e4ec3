"""Employments: what a company offers and ends, and what the worker says to it."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, calling_worker_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Grant, Operation
from backend.accounts.service import Account
from backend.companies import service as companies
from backend.employment import service as employment
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.workers import service as workers


class OfferSeen(msgspec.Struct, frozen=True, rename="camel"):
    """An employment that one side has offered, and the other has not answered."""

    id: UUID
    worker: str
    worker_name: str
    company: str
    company_name: str
    since: date
    main: bool
    by_worker: bool
    offered_at: datetime


class EmploymentSeen(msgspec.Struct, frozen=True, rename="camel"):
    """An employment, over or not."""

    company: str
    company_name: str
    since: date
    until: date | None
    main: bool


class Offers(msgspec.Struct, frozen=True, rename="camel"):
    """What waits for an answer, the oldest first."""

    offers: list[OfferSeen]


class MyEmployments(msgspec.Struct, frozen=True, rename="camel"):
    """Who employs me, who did, and who offers to."""

    employments: list[EmploymentSeen]
    offers: list[OfferSeen]


class NewOffer(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """An employment to offer; the number is the other side's."""

    number: Number
    since: date
    main: bool = True


class Answer(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said to an offer."""

    accept: bool


class Ending(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The last day of an employment; the number is the other side's."""

    number: Number
    last_on: date


@get("/v1/companies/{number:str}/offers", summary="Offers of employment", responses=problems(400, 401, 403))
async def company_offers(request: AnyRequest, number: FromPath[Number]) -> Response[Offers]:
    """List what waits: offers of mine to workers, and of workers to my company; each sees that he was looked at."""
    account, company_id, grant = await _at_company(request, number)
    found = await employment.offers_at_company(company_id)
    people = {one.worker_id for one in found}
    await views.record_all(account, people, views.Purpose.EMPLOYMENT, grant=grant, at=clock.now())
    return Response(Offers([_offer(one) for one in found]), headers=PRIVATE)


@post(
    "/v1/companies/{number:str}/offers",
    summary="Offer an employment",
    operation_class=body_of(NewOffer),
    responses=problems(400, 401, 403, 404, 409),
)
async def offer_to_worker(request: AnyRequest, number: FromPath[Number], data: JSONBody[NewOffer]) -> Response[Offers]:
    """Offer a worker an employment; it begins when the worker accepts it on the phone."""
    account, company_id, _ = await _at_company(request, number)
    now = clock.now()
    await companies.require_valid(company_id, clock.japan_date(now))
    worker_id = await _worker(data.number)
    await employment.offer(worker_id, company_id, data.since, main=data.main, by_worker=False, by=account.id, at=now)
    found = await employment.offers_at_company(company_id)
    return Response(Offers([_offer(one) for one in found]), status_code=201, headers=PRIVATE)


@post(
    "/v1/companies/{number:str}/offers/{offer:uuid}/answer",
    summary="Answer a worker's offer",
    status_code=204,
    operation_class=body_of(Answer),
    responses=problems(400, 401, 403, 404, 409),
)
async def answer_worker(
    request: AnyRequest, number: FromPath[Number], offer: FromPath[UUID], data: JSONBody[Answer]
) -> None:
    """Accept or decline an employment that a worker has asked for.  Safe to send again."""
    account, company_id, _ = await _at_company(request, number)
    found = next((one for one in await employment.offers_at_company(company_id) if one.id == offer), None)
    if found is None:
        raise NotFoundError
    await employment.answer(found.worker_id, offer, accept=data.accept, by_worker=False, by=account.id, at=clock.now())


@post(
    "/v1/companies/{number:str}/employments/end",
    summary="End an employment",
    status_code=204,
    operation_class=body_of(Ending),
    responses=problems(400, 401, 403, 404, 409),
)
async def end_of_company(request: AnyRequest, number: FromPath[Number], data: JSONBody[Ending]) -> None:
    """End a worker's employment with a last day; the worker is told, and keeps every day he has worked."""
    _, company_id, _ = await _at_company(request, number)
    await employment.end(await _worker(data.number), company_id, data.last_on, by_worker=False)


@get("/v1/passport/employments", summary="Who employs me", responses=problems(401, 403))
async def my_employments(request: AnyRequest) -> Response[MyEmployments]:
    """List my employments, the newest first, and what waits for an answer."""
    _, worker_id = await calling_worker_account(request)
    return Response(await _mine(worker_id), headers=PRIVATE)


@post(
    "/v1/passport/offers",
    summary="Ask a company for an employment",
    operation_class=body_of(NewOffer),
    responses=problems(400, 401, 403, 404, 409),
)
async def offer_to_company(request: AnyRequest, data: JSONBody[NewOffer]) -> Response[MyEmployments]:
    """Say that a company employs me; it stands when the company has accepted."""
    account, worker_id = await calling_worker_account(request)
    company_id = await companies.find(data.number)
    if company_id is None:
        raise NotFoundError
    await employment.offer(
        worker_id, company_id, data.since, main=data.main, by_worker=True, by=account.id, at=clock.now()
    )
    return Response(await _mine(worker_id), status_code=201, headers=PRIVATE)


@post(
    "/v1/passport/offers/{offer:uuid}/answer",
    summary="Answer a company's offer",
    status_code=200,
    operation_class=body_of(Answer),
    responses=problems(400, 401, 403, 404, 409),
)
async def answer_company(request: AnyRequest, offer: FromPath[UUID], data: JSONBody[Answer]) -> Response[MyEmployments]:
    """Accept or decline an employment that a company offers me.  Safe to send again."""
    account, worker_id = await calling_worker_account(request)
    await employment.answer(worker_id, offer, accept=data.accept, by_worker=True, by=account.id, at=clock.now())
    return Response(await _mine(worker_id), headers=PRIVATE)


@post(
    "/v1/passport/employments/end",
    summary="Leave a company",
    status_code=200,
    operation_class=body_of(Ending),
    responses=problems(400, 401, 403, 404, 409),
)
async def leave(request: AnyRequest, data: JSONBody[Ending]) -> Response[MyEmployments]:
    """End an employment of mine with a last day; the company is told."""
    _, worker_id = await calling_worker_account(request)
    company_id = await companies.find(data.number)
    if company_id is None:
        raise NotFoundError
    await employment.end(worker_id, company_id, data.last_on, by_worker=True)
    return Response(await _mine(worker_id), headers=PRIVATE)


async def _at_company(request: AnyRequest, number: str) -> tuple[Account, int, Grant]:
    """Give the company whose workers the caller may link; a number that nobody has is like another's."""
    account = await calling_account(request)
    company_id = await companies.find(number)
    subject = rights.NOBODY if company_id is None else rights.about_company(company_id)
    grant, _ = await rights.require(account, Operation.LINK_WORKER, subject, clock.now())
    if company_id is None:
        raise NotLinkedError
    return account, company_id, grant


async def _worker(number: str) -> UUID:
    worker_id = await workers.find(number)
    if worker_id is None:
        raise NotFoundError
    return worker_id


async def _mine(worker_id: UUID) -> MyEmployments:
    found = [
        EmploymentSeen(one.company_number, one.company, one.since, one.until, one.main)
        for one in await employment.list_of_worker(worker_id)
    ]
    return MyEmployments(found, [_offer(one) for one in await employment.offers_to_worker(worker_id)])


def _offer(one: employment.Offer) -> OfferSeen:
    return OfferSeen(
        id=one.id,
        worker=one.worker_number,
        worker_name=one.worker,
        company=one.company_number,
        company_name=one.company,
        since=one.since,
        main=one.main,
        by_worker=one.by_worker,
        offered_at=one.offered_at.astimezone(clock.JAPAN),
    )


router = Router(
    "/",
    route_handlers=[
        company_offers,
        offer_to_worker,
        answer_worker,
        end_of_company,
        my_employments,
        offer_to_company,
        answer_company,
        leave,
    ],
    tags=["employments"],
)
