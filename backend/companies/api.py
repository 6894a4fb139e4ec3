"""A company as its own people and the register's see it, its renewal, and relief after a disaster."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation
from backend.companies import dates, relief, service
from backend.companies.dates import Standing
from backend.companies.relief import NewRelief, ReliefKind
from backend.kit import clock
from backend.kit.items import ItemState, Value
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.texts import readable, word

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Prefecture = Annotated[int, msgspec.Meta(ge=1, le=47)]


class Renewal(msgspec.Struct, frozen=True, rename="camel"):
    """How long a company is registered, and when it can renew."""

    standing: Standing
    expires_on: date
    until: date
    """The last day on which it can renew, later than `expiresOn` under relief."""
    opens_on: date
    new_expires_on: date
    """What renewing gives, whenever it is done."""


class CompanySeen(msgspec.Struct, frozen=True, rename="camel"):
    """A company."""

    number: str
    name: str
    name_kana: str
    kind: str
    prefecture: int
    address: str | None
    licensed: bool
    licence_number: str | None
    licence_expires_on: date | None
    registered_on: date
    workers: int
    renewal: Renewal


class KeptValue(msgspec.Struct, frozen=True, rename="camel"):
    """A value that was given for an item."""

    item: str
    value: Value
    state: str
    proof: UUID | None
    kept_at: datetime


class KeptValues(msgspec.Struct, frozen=True, rename="camel"):
    """Every value there ever was, the newest first."""

    values: list[KeptValue]


class Below(msgspec.Struct, frozen=True, rename="camel"):
    """A company that works below mine, and whether it is registered."""

    number: str
    name: str
    kind: str
    standing: Standing
    expires_on: date


class CompaniesBelow(msgspec.Struct, frozen=True, rename="camel"):
    """The companies in my structures today, those that run out first."""

    companies: list[Below]


class Lengthened(StrEnum):
    """What relief lengthens."""

    ENTRY = "entry"
    RENEWAL = "renewal"


class ReliefAsked(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What the operator decides."""

    name: Line
    kind: Lengthened
    prefectures: Annotated[list[Prefecture], msgspec.Meta(min_length=1, max_length=47)]
    by_site_office: bool
    by_company: bool
    first_on: date
    last_on: date
    until: date
    source: Line


class ReliefSeen(msgspec.Struct, frozen=True, rename="camel"):
    """Relief as it stands."""

    name: str
    kind: Lengthened
    prefectures: list[int]
    by_site_office: bool
    by_company: bool
    first_on: date
    last_on: date
    until: date
    source: str
    id: UUID
    made_at: datetime
    ended_at: datetime | None


class Reliefs(msgspec.Struct, frozen=True, rename="camel"):
    """Relief, the newest first, also what has ended."""

    relief: list[ReliefSeen]


@get("/v1/companies/{number:str}", summary="See my company", responses=problems(400, 401, 403))
async def see_company(request: AnyRequest, number: FromPath[Number]) -> Response[CompanySeen]:
    """Show the company and how long it is registered."""
    company_id = await _mine(request, number)
    today = clock.japan_date(clock.now())
    company = await service.read(company_id, today)
    standing, until = await service.standing_of(company_id, today)
    renewal = Renewal(
        standing,
        company.expires_on,
        until,
        dates.opens_on(company.expires_on, dates.facts()),
        dates.renewed(company.expires_on, dates.facts()),
    )
    seen = CompanySeen(
        number=company.number,
        name=company.name,
        name_kana=company.name_kana,
        kind=word(company.kind.name),
        prefecture=company.prefecture,
        address=company.address,
        licensed=company.licensed,
        licence_number=company.licence_number,
        licence_expires_on=company.licence_expires_on,
        registered_on=company.registered_on,
        workers=company.workers,
        renewal=renewal,
    )
    return Response(seen, headers=PRIVATE)


@get("/v1/companies/{number:str}/values", summary="What my company said of itself", responses=problems(400, 401, 403))
async def company_values(request: AnyRequest, number: FromPath[Number]) -> Response[KeptValues]:
    """List every value of every item, with when it was given and what proves it."""
    kept = await service.VALUES.history(await _mine(request, number))
    values = [
        KeptValue(
            one.item, one.value, word(ItemState(one.state).name), one.proof_id, one.kept_at.astimezone(clock.JAPAN)
        )
        for one in kept
    ]
    return Response(KeptValues(values), headers=PRIVATE)


@get("/v1/companies/{number:str}/below", summary="Who works below my company", responses=problems(400, 401, 403))
async def companies_below(request: AnyRequest, number: FromPath[Number]) -> Response[CompaniesBelow]:
    """List the companies in one's structures today with the state of their registration."""
    company_id, today = await _mine(request, number), clock.japan_date(clock.now())
    found = await service.list_below(company_id, today)
    below = [Below(one.number, one.name, word(one.kind.name), one.standing, one.expires_on) for one in found]
    return Response(CompaniesBelow(below), headers=PRIVATE)


@get("/v1/relief", summary="Relief after disasters", responses=problems(401))
async def list_relief(request: AnyRequest) -> Response[Reliefs]:
    """List what lengthens which limits where; it is nobody's secret."""
    await calling_account(request)
    return Response(Reliefs([_relief(one) for one in await relief.list_all()]), headers=PRIVATE)


@post(
    "/v1/relief",
    summary="Decide relief",
    operation_class=body_of(ReliefAsked),
    responses=problems(400, 401, 403, 409),
)
async def make_relief(request: AnyRequest, data: JSONBody[ReliefAsked]) -> Response[Reliefs]:
    """Decide for an area and some days that entering or renewing may be later; answers all relief."""
    now, account = clock.now(), await calling_account(request)
    await rights.require(account, Operation.EDIT_RELIEF, rights.NOBODY, now)
    new = NewRelief(
        name=readable(data.name),
        kind=ReliefKind[data.kind.name],
        prefectures=tuple(data.prefectures),
        by_site_office=data.by_site_office,
        by_company=data.by_company,
        first_on=data.first_on,
        last_on=data.last_on,
        until=data.until,
        source=readable(data.source),
    )
    await relief.make(new, by=account.id, at=now)
    return Response(Reliefs([_relief(one) for one in await relief.list_all()]), status_code=201, headers=PRIVATE)


@delete("/v1/relief/{relief_id:uuid}", summary="End relief", status_code=204, responses=problems(400, 401, 403, 404))
async def end_relief(request: AnyRequest, relief_id: FromPath[UUID]) -> None:
    """End it as of now; what was done under it stays."""
    now, account = clock.now(), await calling_account(request)
    await rights.require(account, Operation.EDIT_RELIEF, rights.NOBODY, now)
    await relief.end(relief_id, now)


async def _mine(request: AnyRequest, number: str) -> int:
    """Give the company that the caller may see; a number that nobody has is like another's."""
    account = await calling_account(request)
    company_id = await service.find(number)
    subject = rights.NOBODY if company_id is None else rights.about_company(company_id)
    await rights.require(account, Operation.SEE_COMPANY, subject, clock.now())
    if company_id is None:
        raise NotLinkedError
    return company_id


def _relief(one: relief.Relief) -> ReliefSeen:
    return ReliefSeen(
        name=one.name,
        kind=Lengthened[one.kind.name],
        prefectures=list(one.prefectures),
        by_site_office=one.by_site_office,
        by_company=one.by_company,
        first_on=one.first_on,
        last_on=one.last_on,
        until=one.until,
        source=one.source,
        id=one.id,
        made_at=one.made_at.astimezone(clock.JAPAN),
        ended_at=one.ended_at.astimezone(clock.JAPAN) if one.ended_at else None,
    )


router = Router(
    "/",
    route_handlers=[see_company, company_values, companies_below, list_relief, make_relief, end_relief],
    tags=["companies"],
)
