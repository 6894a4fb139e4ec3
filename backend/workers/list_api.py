"""The first page of an employer: my workers, this year's days first; and what a worker's registration said when."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from litestar import Response, Router, get
from litestar.params import FromPath, FromQuery

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation, Scope
from backend.kit import clock, database
from backend.kit.items import ItemState, Value
from backend.kit.numbers import Number
from backend.kit.openapi import problems
from backend.kit.refusals import Language, choose_language
from backend.workers import service, statements, trades
from backend.workers.values import VALUES

MOST_LISTED = 5000


class EmployedWorker(msgspec.Struct, frozen=True, rename="camel"):
    """One of my workers."""

    number: str
    name: str
    name_kana: str
    name_latin: str | None
    level: int
    trade: str | None
    """The main one, by its name."""
    trade_code: str
    """As people write it: 10-01, or 10 where the minor is not known."""
    since: date
    main: bool
    """Whether mine is the main employment."""
    card_expires_on: date | None
    """None: no card, or a stopped one."""
    year_days: int
    """Work days of this calendar year, wherever they were."""
    month_days: int
    last_on: date | None
    """The last work day there is."""


class EmployedWorkers(msgspec.Struct, frozen=True, rename="camel"):
    """Whom a company employs today, most days first; at most 5,000."""

    year: int
    workers: list[EmployedWorker]


class GivenValue(msgspec.Struct, frozen=True, rename="camel"):
    """A value that was given for an item."""

    item: str
    value: Value
    state: str
    proof: UUID | None
    kept_at: datetime


class GivenValues(msgspec.Struct, frozen=True, rename="camel"):
    """Every value there ever was, the newest first."""

    values: list[GivenValue]


@get("/v1/companies/{number:str}/workers", summary="My workers", responses=problems(400, 401, 403))
async def list_workers(request: AnyRequest, number: FromPath[Number]) -> Response[EmployedWorkers]:
    """List whom a company employs today with this year's work days; each worker sees that he was looked at."""
    now, account = clock.now(), await calling_account(request)
    today = clock.japan_date(now)
    rows = await database.fetch("SELECT id FROM company WHERE company_number = $1", number)
    subject = rights.about_company(rows[0][0]) if rows else rights.NOBODY
    grant, scope = await rights.require(account, Operation.SEE_COMPANY, subject, now)
    if not rows or scope is not Scope.ORGANISATION:
        raise NotLinkedError
    month, year = clock.month_of(today), today.replace(month=1, day=1)
    found = await database.fetch(statements.OF_COMPANY, rows[0][0], today, year, month, MOST_LISTED)
    await views.record_all(account, {row["id"] for row in found}, views.Purpose.EMPLOYMENT, grant=grant, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(EmployedWorkers(today.year, [_listed(row, language) for row in found]), headers=PRIVATE)


@get("/v1/workers/{number:str}/values", summary="What a registration said", responses=problems(400, 401, 403))
async def worker_values(
    request: AnyRequest, number: FromPath[Number], purpose: FromQuery[views.Purpose]
) -> Response[GivenValues]:
    """List every value of every item, to the employer, counters and the operator; the worker sees who looked."""
    now, account = clock.now(), await calling_account(request)
    worker_id = await service.find(number)
    if worker_id is None:
        await rights.require(account, Operation.SEE_WORKER, rights.NOBODY, now)
        raise NotLinkedError
    sight = await views.open_worker(account, worker_id, purpose, now)
    if sight.scope not in {Scope.ORGANISATION, Scope.ANY, Scope.SELF}:
        raise NotLinkedError
    kept = [
        GivenValue(
            one.item, one.value, ItemState(one.state).name.lower(), one.proof_id, one.kept_at.astimezone(clock.JAPAN)
        )
        for one in await VALUES.history(worker_id)
    ]
    return Response(GivenValues(kept), headers=PRIVATE)


def _listed(row: database.Row, language: Language) -> EmployedWorker:
    return EmployedWorker(
        number=row["worker_number"],
        name=row["name"],
        name_kana=row["name_kana"],
        name_latin=row["name_latin"],
        level=row["level"],
        trade=trades.name_of(row["main_trade"], language),
        trade_code=trades.code_of(row["main_trade"]),
        since=row["since"],
        main=row["main"],
        card_expires_on=row["card_expires_on"],
        year_days=row["year_days"],
        month_days=row["month_days"],
        last_on=row["last_on"],
    )


router = Router("/", route_handlers=[list_workers, worker_values], tags=["workers"])
