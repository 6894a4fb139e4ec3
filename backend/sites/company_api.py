"""施工体制 over HTTP, seen from a company: what it was asked, its standing agreements, its patterns."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.kit import clock, database
from backend.kit.errors import reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, Reason, choose_language
from backend.kit.texts import readable
from backend.sites import agreements, asking, companies, patterns, statements, structure
from backend.sites.agreements import Pair
from backend.sites.api import Named
from backend.sites.patterns import Pattern, PatternTier
from backend.sites.structure import Decided, Decision
from backend.sites.structure_api import SiteOfStructure, TierAnswer, TierState, answer_tier
from backend.sites.words import Name, Text, named

MOST_TIERS = 500
MOST_SITES = 1000


class CompanyTier(msgspec.Struct, frozen=True, rename="camel"):
    """Where a company stands, or was asked to stand."""

    site: SiteOfStructure
    place: TierAnswer


class CompanyStructure(msgspec.Struct, frozen=True, rename="camel"):
    """What waits for the company's answer first, then where it stands; at most 1,000."""

    tiers: list[CompanyTier]


class CompanySite(msgspec.Struct, frozen=True, rename="camel"):
    """A site of a company's."""

    number: str
    name: str
    first_on: date
    last_on: date
    delegated: bool
    """Run for another prime contractor."""


class CompanySites(msgspec.Struct, frozen=True, rename="camel"):
    """A company's sites, those that are open first; at most 1,000."""

    sites: list[CompanySite]


class OneTierDecision(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said to one ask; a refusal must say why."""

    tier: UUID
    accept: bool
    why: Text = ""


class TierDecisions(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said to many asks."""

    decisions: Annotated[list[OneTierDecision], msgspec.Meta(min_length=1, max_length=MOST_TIERS)]


class DecidedTier(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one answer."""

    tier: UUID
    state: TierState
    reason: Reason | None


class DecidedTiers(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each, in the order in which they were sent."""

    decided: list[DecidedTier]


class AgreementWith(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The other company, and whether one stands above it."""

    company: Number
    as_upper: bool


class AgreementAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A standing agreement, or one that waits for a side's word."""

    upper: Named
    lower: Named
    asked_at: datetime
    asked_by_upper: bool
    agreed_at: datetime | None


class AgreementAnswers(msgspec.Struct, frozen=True, rename="camel"):
    """A company's standing agreements."""

    agreements: list[AgreementAnswer]


class Agreed(msgspec.Struct, frozen=True, rename="camel"):
    """Whether the agreement holds now, or waits for the other side."""

    holds: bool


class PatternBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A structure to be kept."""

    name: Name
    tiers: Annotated[list[PatternTier], msgspec.Meta(min_length=1, max_length=MOST_TIERS)]


class PatternAnswers(msgspec.Struct, frozen=True, rename="camel"):
    """A company's patterns."""

    patterns: list[Pattern]


@get("/v1/companies/{number:str}/structure", summary="Where my company stands", responses=problems(400, 401, 403))
async def company_structure(request: AnyRequest, number: FromPath[Number]) -> Response[CompanyStructure]:
    """List what a company was asked and where it stands."""
    company = await asking.at_company(await calling_account(request), number, Operation.SEE_COMPANY, clock.now())
    rows = await structure.list_of_company(company.id)
    return Response(CompanyStructure([CompanyTier(_site(row), answer_tier(row)) for row in rows]), headers=PRIVATE)


@get("/v1/companies/{number:str}/sites", summary="My company's sites", responses=problems(400, 401, 403))
async def company_sites(request: AnyRequest, number: FromPath[Number]) -> Response[CompanySites]:
    """List the sites of which the company is prime contractor, and those it runs for another today."""
    now = clock.now()
    company = await asking.at_company(await calling_account(request), number, Operation.SEE_COMPANY, now)
    rows = await database.fetch(statements.SITES_OF, company.id, clock.japan_date(now), MOST_SITES)
    return Response(CompanySites([CompanySite(*row) for row in rows]), headers=PRIVATE)


@post(
    "/v1/companies/{number:str}/structure/decisions",
    summary="Accept or refuse what my company was asked",
    status_code=200,
    operation_class=body_of(TierDecisions),
    responses=problems(400, 401, 403, 413),
)
async def decide_tiers(
    request: AnyRequest, number: FromPath[Number], data: JSONBody[TierDecisions]
) -> Response[DecidedTiers]:
    """Answer up to 500 asks; safe to send again."""
    now, account = clock.now(), await calling_account(request)
    company = await asking.at_company(account, number, Operation.EDIT_STRUCTURE, now)
    said = [Decision(one.tier, one.accept, readable(one.why)) for one in data.decisions]
    decided = await structure.decide_all(company.id, said, by=account.id, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    return Response(DecidedTiers([_decided(one, language) for one in decided]), headers=PRIVATE)


@get("/v1/companies/{number:str}/agreements", summary="Standing agreements", responses=problems(400, 401, 403))
async def company_agreements(request: AnyRequest, number: FromPath[Number]) -> Response[AgreementAnswers]:
    """List the standing agreements of a company, and those that wait."""
    company = await asking.at_company(await calling_account(request), number, Operation.SEE_COMPANY, clock.now())
    rows = await agreements.list_agreements(company.id)
    return Response(AgreementAnswers([_agreement(row) for row in rows]), headers=PRIVATE)


@post(
    "/v1/companies/{number:str}/agreements",
    summary="Ask for a standing agreement, or agree to one",
    status_code=200,
    operation_class=body_of(AgreementWith),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def ask_agreement(
    request: AnyRequest, number: FromPath[Number], data: JSONBody[AgreementWith]
) -> Response[Agreed]:
    """Ask the other side, or agree to what it asked; safe to send again."""
    now, account = clock.now(), await calling_account(request)
    company = await asking.at_company(account, number, Operation.EDIT_STRUCTURE, now)
    pair = _pair(company.id, (await companies.get(data.company)).id, as_upper=data.as_upper)
    holds = await agreements.ask_or_agree(pair, by_upper=data.as_upper, by=account.id, at=now)
    return Response(Agreed(holds), headers=PRIVATE)


@post(
    "/v1/companies/{number:str}/agreements/end",
    summary="End a standing agreement",
    status_code=204,
    operation_class=body_of(AgreementWith),
    responses=problems(400, 401, 403, 404, 413),
)
async def end_agreement(request: AnyRequest, number: FromPath[Number], data: JSONBody[AgreementWith]) -> None:
    """End it, or take back the ask; what was accepted by it stays."""
    now, account = clock.now(), await calling_account(request)
    company = await asking.at_company(account, number, Operation.EDIT_STRUCTURE, now)
    other = await companies.get(data.company)
    await agreements.end(_pair(company.id, other.id, as_upper=data.as_upper), now)


@get("/v1/companies/{number:str}/patterns", summary="Patterns of structure", responses=problems(400, 401, 403))
async def company_patterns(request: AnyRequest, number: FromPath[Number]) -> Response[PatternAnswers]:
    """List the patterns that a company keeps."""
    company = await asking.at_company(await calling_account(request), number, Operation.EDIT_STRUCTURE, clock.now())
    return Response(PatternAnswers(list(await patterns.list_patterns(company.id))), headers=PRIVATE)


@put(
    "/v1/companies/{number:str}/patterns/{pattern:uuid}",
    summary="Keep a pattern",
    status_code=204,
    operation_class=body_of(PatternBody),
    responses=problems(400, 401, 403, 404, 413),
)
async def keep_pattern(
    request: AnyRequest, number: FromPath[Number], pattern: FromPath[UUID], data: JSONBody[PatternBody]
) -> None:
    """Keep a structure under an id of one's own; safe to send again."""
    now, account = clock.now(), await calling_account(request)
    company = await asking.at_company(account, number, Operation.EDIT_STRUCTURE, now)
    tiers = [PatternTier(one.company, one.upper, readable(one.work)) for one in data.tiers]
    await patterns.keep(company.id, Pattern(pattern, named(data.name, "$.name"), tiers, now), account.id)


@delete(
    "/v1/companies/{number:str}/patterns/{pattern:uuid}",
    summary="Drop a pattern",
    status_code=204,
    responses=problems(400, 401, 403),
)
async def drop_pattern(request: AnyRequest, number: FromPath[Number], pattern: FromPath[UUID]) -> None:
    """Drop a pattern; structures made from it stay."""
    now, account = clock.now(), await calling_account(request)
    company = await asking.at_company(account, number, Operation.EDIT_STRUCTURE, now)
    await patterns.drop(company.id, pattern)


def _pair(company_id: int, other_id: int, *, as_upper: bool) -> Pair:
    return Pair(company_id, other_id) if as_upper else Pair(other_id, company_id)


def _site(row: database.Row) -> SiteOfStructure:
    prime = Named(row["prime_number"], row["prime"])
    return SiteOfStructure(row["site_number"], row["site"], prime, row["first_on"], row["last_on"])


def _agreement(row: database.Row) -> AgreementAnswer:
    return AgreementAnswer(
        upper=Named(row["upper_number"], row["upper"]),
        lower=Named(row["lower_number"], row["lower"]),
        asked_at=row["asked_at"].astimezone(clock.JAPAN),
        asked_by_upper=row["by_upper"],
        agreed_at=row["agreed_at"].astimezone(clock.JAPAN) if row["agreed_at"] else None,
    )


def _decided(one: Decided, language: Language) -> DecidedTier:
    if one.error is not None:
        return DecidedTier(one.decision.id, TierState.IMPOSSIBLE, reason_of(one.error, language))
    return DecidedTier(one.decision.id, TierState.ACCEPTED if one.decision.accept else TierState.REFUSED, None)


router = Router(
    "/",
    route_handlers=[
        company_structure,
        company_sites,
        decide_tiers,
        company_agreements,
        ask_agreement,
        end_agreement,
        company_patterns,
        keep_pattern,
        drop_pattern,
    ],
    tags=["structure"],
)
