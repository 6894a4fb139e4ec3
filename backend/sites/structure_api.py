"""施工体制 over HTTP, seen from a site: ask, end, apply a pattern, and see the tree."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.kit import clock, database
from backend.kit.errors import reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language
from backend.kit.texts import readable
from backend.sites import asking, companies, patterns, service, structure, structure_rules
from backend.sites.api import Named
from backend.sites.structure import Ask, Asked
from backend.sites.words import Text

MOST_ASKED = 500


class TierState(StrEnum):
    """How far a tier is; one that is impossible was not kept."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"


class OneAsk(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A company that is to stand below another; without an upper, below the prime contractor."""

    id: UUID
    """Made by who asks, so that it can be sent again."""
    company: Number
    upper: Number | None = None
    upper_tier: UUID | None = None
    """Which place of the upper company, where it has two; the nearest to the prime where this is left out."""
    work: Text = ""


class Asks(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Who is asked, in this order: an upper company before those below it."""

    asks: Annotated[list[OneAsk], msgspec.Meta(min_length=1, max_length=MOST_ASKED)]


class AskAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one ask."""

    id: UUID
    company: str
    state: TierState
    reason: Reason | None


class AskAnswers(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each, in the order in which they were sent."""

    asked: list[AskAnswer]


class PatternAt(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A pattern of a company, to be applied here."""

    company: Number
    pattern: UUID


class TierIds(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Places that are to end."""

    tiers: Annotated[list[UUID], msgspec.Meta(min_length=1, max_length=MOST_ASKED)]


class Ended(msgspec.Struct, frozen=True, rename="camel"):
    """Every place that ended: those that were named, and all below them."""

    ended: list[UUID]


class TierAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """One place in a structure."""

    id: UUID
    upper_tier: UUID | None
    """None below the prime contractor itself."""
    tier: int
    company: Named
    upper: Named
    work: str
    state: TierState
    asked_at: datetime
    decided_at: datetime | None
    why: str | None
    """What was said when it was refused."""


class SiteOfStructure(msgspec.Struct, frozen=True, rename="camel"):
    """The site of a structure."""

    number: str
    name: str
    prime: Named
    first_on: date
    last_on: date


class Structure(msgspec.Struct, frozen=True, rename="camel"):
    """A site's structure, from the first tier down; a company in it sees its way up and what is below it."""

    whole: bool
    tiers: list[TierAnswer]


@get("/v1/sites/{site:str}/structure", summary="A site's structure", responses=problems(400, 401, 403))
async def site_structure(request: AnyRequest, site: FromPath[Number]) -> Response[Structure]:
    """Show who stands below whom."""
    now, account = clock.now(), await calling_account(request)
    mine = await _standing(account, site, now)
    allowed = await asking.at_site(account, site, Operation.SEE_SITE, now, mine)
    rows = await structure.list_tree(allowed.site_id)
    if not allowed.leads:
        rows = _part_of(mine, rows)
    return Response(Structure(allowed.leads, [answer_tier(row) for row in rows]), headers=PRIVATE)


@post(
    "/v1/sites/{site:str}/structure",
    summary="Ask companies into a structure",
    status_code=200,
    operation_class=body_of(Asks),
    responses=problems(400, 401, 403, 413),
)
async def ask_companies(request: AnyRequest, site: FromPath[Number], data: JSONBody[Asks]) -> Response[AskAnswers]:
    """Ask up to 500 companies to stand below others; with a standing agreement they are accepted at once."""
    now, account = clock.now(), await calling_account(request)
    site_id = await _asker(account, site, {one.upper for one in data.asks}, now)
    asks = [Ask(one.id, one.company, one.upper, one.upper_tier, readable(one.work)) for one in data.asks]
    return _answer(await structure.ask_all(site_id, asks, by=account.id, at=now), request)


@post(
    "/v1/sites/{site:str}/structure/pattern",
    summary="Apply a pattern of structure",
    status_code=200,
    operation_class=body_of(PatternAt),
    responses=problems(400, 401, 403, 404, 413),
)
async def apply_pattern(request: AnyRequest, site: FromPath[Number], data: JSONBody[PatternAt]) -> Response[AskAnswers]:
    """Ask for each tier of a pattern; what stands there already is named and holds up no other."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.EDIT_STRUCTURE, now)
    company = await asking.at_company(account, data.company, Operation.EDIT_STRUCTURE, now)
    asked = await patterns.apply(company.id, data.pattern, allowed.site_id, by=account.id, at=now)
    return _answer(asked, request)


@post(
    "/v1/sites/{site:str}/structure/end",
    summary="End places in a structure",
    status_code=200,
    operation_class=body_of(TierIds),
    responses=problems(400, 401, 403, 413),
)
async def end_tiers(request: AnyRequest, site: FromPath[Number], data: JSONBody[TierIds]) -> Response[Ended]:
    """End places and all below them; the lines of their workers end with today.  Safe to send again."""
    now, account = clock.now(), await calling_account(request)
    site_id = await service.find(site)
    rows = await structure.list_tree(site_id) if site_id else []
    concerned = [row for row in rows if row["id"] in set(data.tiers)]
    pairs = {(row["company_id"], row["upper_company_id"]) for row in concerned}
    allowed = [await asking.at_site(account, site, Operation.EDIT_STRUCTURE, now, pair) for pair in pairs or [()]]
    ended = await structure.end(allowed[0].site_id, data.tiers, now)
    return Response(Ended(sorted(ended)), headers=PRIVATE)


async def _standing(account: Account, site: str, at: datetime) -> set[int]:
    """Name the caller's companies that have an accepted place at a site."""
    site_id = await service.find(site)
    if site_id is None:
        return set()
    mine = await asking.companies_of(account, at)
    return mine & {tier.company_id for tier in await structure.read_tiers(site_id) if tier.accepted}


async def _asker(account: Account, site: str, uppers: set[str | None], at: datetime) -> int:
    """See that the caller may ask for each of these upper companies: for its own, or as who leads the site."""
    mine = await _standing(account, site, at)
    known = await companies.by_number([number for number in uppers if number])
    site_id = 0
    for upper in uppers:
        also = mine & {known[upper].id} if upper in known else set()
        site_id = (await asking.at_site(account, site, Operation.EDIT_STRUCTURE, at, also)).site_id
    return site_id


def _part_of(mine: Iterable[int], rows: Sequence[database.Row]) -> list[database.Row]:
    """Leave of a structure the way up from some companies and what is below them."""
    own = {row["id"] for row in rows if row["company_id"] in set(mine)}
    upper_of = {row["id"]: row["upper_id"] for row in rows}
    seen = structure_rules.falling(own, _tiers(rows))
    for one in list(seen):
        up = upper_of.get(one)
        while up is not None and up not in seen:
            seen.add(up)
            up = upper_of.get(up)
    return [row for row in rows if row["id"] in seen]


def _tiers(rows: Sequence[database.Row]) -> list[structure_rules.Tier]:
    return [
        structure_rules.Tier(
            id=row["id"],
            upper_id=row["upper_id"],
            company_id=row["company_id"],
            upper_company_id=row["upper_company_id"],
            first_tier_company_id=0,
            tier=row["tier"],
            accepted=bool(row["accepted"]),
        )
        for row in rows
    ]


def answer_tier(row: database.Row) -> TierAnswer:
    """Say one place."""
    return TierAnswer(
        id=row["id"],
        upper_tier=row["upper_id"],
        tier=row["tier"],
        company=Named(row["company_number"], row["company"]),
        upper=Named(row["upper_number"], row["upper"]),
        work=row["work"],
        state=state_of(row["accepted"]),
        asked_at=row["asked_at"].astimezone(clock.JAPAN),
        decided_at=row["decided_at"].astimezone(clock.JAPAN) if row["decided_at"] else None,
        why=row["decided_why"] or None,
    )


def state_of(accepted: bool | None) -> TierState:  # noqa: FBT001  # as the row has it
    """Tell how far a tier is."""
    if accepted is None:
        return TierState.ASKED
    return TierState.ACCEPTED if accepted else TierState.REFUSED


def _answer(asked: Sequence[Asked], request: AnyRequest) -> Response[AskAnswers]:
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(AskAnswers([_asked(one, language) for one in asked]), headers=PRIVATE)


def _asked(one: Asked, language: Language) -> AskAnswer:
    if one.error is not None:
        return AskAnswer(one.ask.id, one.ask.company, TierState.IMPOSSIBLE, reason_of(one.error, language))
    return AskAnswer(one.ask.id, one.ask.company, TierState.ACCEPTED if one.accepted else TierState.ASKED, None)


router = Router("/", route_handlers=[site_structure, ask_companies, apply_pattern, end_tiers], tags=["structure"])
