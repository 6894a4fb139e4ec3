"""作業員名簿 over HTTP: list many workers at once, change their lines, take them off, see who is listed on a day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from backend.accounts import views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.kit import clock, database
from backend.kit.errors import reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language, with_name
from backend.kit.texts import readable
from backend.sites import agreements, asking, companies, service, structure, structure_rules, worker_list
from backend.sites.api import Named
from backend.sites.list_rules import Stretch
from backend.sites.service import Position
from backend.sites.words import PositionWord, RowState, Text
from backend.sites.worker_list import Listed, Row
from backend.workers import trades

MOST_ROWS = 1000
PAGE = 1000

TradeCode = Annotated[str, msgspec.Meta(max_length=20)]


class OneLine(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """One worker's line."""

    worker: Number
    trade: TradeCode
    """As people write it: 10-01, or 10 where the minor is not known."""
    first_on: date
    last_on: date
    position: PositionWord = PositionWord.WORKER
    content: Text = ""
    """What he does here, in words."""
    harmful: Text = ""
    """Harmful substances that he works with."""
    certificates: Text = ""


class NewLines(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Lines of a company's workers at this site."""

    company: Number
    rows: Annotated[list[OneLine], msgspec.Meta(min_length=1, max_length=MOST_ROWS)]
    tier: UUID | None = None
    """In which place of the company, where it has two; the nearest to the prime where this is left out."""


class OneEnd(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A worker who is taken off the list after a day."""

    worker: Number
    last_on: date


class LineEnds(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Workers of a company who are taken off the list."""

    company: Number
    rows: Annotated[list[OneEnd], msgspec.Meta(min_length=1, max_length=MOST_ROWS)]


class LineInTheWay(msgspec.Struct, frozen=True, rename="camel"):
    """The line that holds now on these days."""

    company: str
    """Its name."""
    first_tier: str | None
    tier: int
    first_on: date
    last_on: date


class RowAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one row."""

    worker: str
    state: RowState
    reason: Reason | None
    holds: LineInTheWay | None
    """Where the worker stands in another tier: which line that is."""


class RowAnswers(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each row, in the order in which they were sent."""

    rows: list[RowAnswer]


class ListedWorker(msgspec.Struct, frozen=True, rename="camel"):
    """One worker on the list."""

    number: str
    name: str
    name_kana: str
    level: int
    company: Named
    first_tier: str | None
    tier: int
    """0 is the prime contractor's own (直用)."""
    position: PositionWord
    trade: str
    content: str
    harmful: str
    first_on: date
    last_on: date


class ListedWorkers(msgspec.Struct, frozen=True, rename="camel"):
    """Who is on the list on a day; `next` is where the next page begins."""

    day: date
    workers: list[ListedWorker]
    next: int | None


@get("/v1/sites/{site:str}/workers", summary="A site's worker list", responses=problems(400, 401, 403))
async def site_workers(
    request: AnyRequest,
    site: FromPath[Number],
    day: FromQuery[date | None] = None,
    after: FromQuery[Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]] = 0,
) -> Response[ListedWorkers]:
    """Show who is on the list on a day; a company sees its own and those below it, and each worker sees the look."""
    now, account = clock.now(), await calling_account(request)
    site_id = await service.find(site)
    tiers = await structure.read_tiers(site_id) if site_id else []
    mine = await asking.companies_of(account, now) & {tier.company_id for tier in tiers if tier.accepted}
    allowed = await asking.at_site(account, site, Operation.SEE_SITE, now, mine)
    of = None if allowed.leads else sorted(_with_those_below(mine, tiers))
    day = day or clock.japan_date(now)
    rows = await worker_list.list_lines(allowed.site_id, day, of=of, most=PAGE + 1, after=after)
    seen = {row["worker_id"] for row in rows[:PAGE]}
    await views.record_all(account, seen, views.Purpose.WORKER_LIST, grant=allowed.grant, at=now)
    following = after + PAGE if len(rows) > PAGE else None
    return Response(ListedWorkers(day, [_listed(row) for row in rows[:PAGE]], following), headers=PRIVATE)


@post(
    "/v1/sites/{site:str}/workers",
    summary="Put workers on a site's list",
    status_code=200,
    operation_class=body_of(NewLines),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def list_workers(request: AnyRequest, site: FromPath[Number], data: JSONBody[NewLines]) -> Response[RowAnswers]:
    """List up to 1,000 workers, or change their lines; good rows are kept, bad ones named.  Safe to send again."""
    now = clock.now()
    site_id, company = await _lister(request, site, data.company, now)
    rows = [_row(one) for one in data.rows]
    said = await worker_list.list_all(site_id, company, rows, now, data.tier)
    return await _answers([one.worker for one in data.rows], said, request)


@post(
    "/v1/sites/{site:str}/workers/end",
    summary="Take workers off a site's list",
    status_code=200,
    operation_class=body_of(LineEnds),
    responses=problems(400, 401, 403, 404, 413),
)
async def end_workers(request: AnyRequest, site: FromPath[Number], data: JSONBody[LineEnds]) -> Response[RowAnswers]:
    """End the lines of up to 1,000 workers after a day; days that count stay.  Safe to send again."""
    now = clock.now()
    site_id, company = await _lister(request, site, data.company, now)
    said = await worker_list.take_off(site_id, company, [(one.worker, one.last_on) for one in data.rows], now)
    return await _answers([one.worker for one in data.rows], said, request)


async def _lister(request: AnyRequest, site: str, number: str, at: datetime) -> tuple[int, companies.Company]:
    """See that the caller may list a company's workers: itself, who leads the site, or its upper by agreement."""
    account = await calling_account(request)
    company = (await companies.by_number([number])).get(number)
    site_id = await service.find(site)
    also: set[int] = set()
    if company is not None and site_id is not None:
        tiers = [one for one in await structure.read_tiers(site_id) if one.accepted and one.company_id == company.id]
        uppers = await agreements.uppers_of(company.id)
        also = {company.id} | (uppers & {tier.upper_company_id for tier in tiers})
    allowed = await asking.at_site(account, site, Operation.EDIT_WORKER_LIST, at, also)
    return allowed.site_id, company or await companies.get(number)


def _with_those_below(mine: Collection[int], tiers: Sequence[structure_rules.Tier]) -> set[int]:
    own = {tier.id for tier in tiers if tier.company_id in mine}
    below = structure_rules.falling(own, tiers)
    return {tier.company_id for tier in tiers if tier.id in below}


def _row(one: OneLine) -> Row:
    words = (readable(one.content), readable(one.harmful), readable(one.certificates))
    return Row(one.worker, one.trade, Position[one.position.name], *words, one.first_on, one.last_on)


async def _answers(numbers: Sequence[str], said: Sequence[Listed], request: AnyRequest) -> Response[RowAnswers]:
    language = choose_language(request.headers.get("accept-language", ""))
    lines = [one.holds.version for one in said if one.holds]
    ids = {id_ for line in lines for id_ in (line.company_id, line.first_tier_company_id) if id_}
    names = await worker_list.names_of(sorted(ids)) if ids else {}
    rows = [_answer(number, one, names, language) for number, one in zip(numbers, said, strict=True)]
    return Response(RowAnswers(rows), headers=PRIVATE)


def _answer(number: str, one: Listed, names: dict[int, str], language: Language) -> RowAnswer:
    if one.error is None:
        return RowAnswer(number, RowState.DONE if one.new else RowState.UNCHANGED, None, None)
    reason, holds = reason_of(one.error, language), _in_the_way(one.holds, names)
    if holds is not None:
        reason = with_name(reason, holds.company, language)
    return RowAnswer(number, RowState.IMPOSSIBLE, reason, holds)


def _in_the_way(holds: Stretch | None, names: dict[int, str]) -> LineInTheWay | None:
    if holds is None:
        return None
    line = holds.version
    return LineInTheWay(names[line.company_id], names.get(line.first_tier_company_id or 0), line.tier, *holds.days)


def _listed(row: database.Row) -> ListedWorker:
    return ListedWorker(
        number=row["worker_number"],
        name=row["name"],
        name_kana=row["name_kana"],
        level=row["level"],
        company=Named(row["company_number"], row["company"]),
        first_tier=row["first_tier"],
        tier=row["tier"],
        position=PositionWord[Position(row["position"]).name],
        trade=trades.code_of(row["trade"]),
        content=row["content"],
        harmful=row["harmful"],
        first_on=row["first_on"],
        last_on=row["last_on"],
    )


router = Router("/", route_handlers=[site_workers, list_workers, end_workers], tags=["worker list"])
