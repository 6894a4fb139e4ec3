"""施工体制: companies ask those below them, who accept or refuse; a standing agreement answers at once."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from backend.kit import clock, database
from backend.kit.errors import NotFoundError, PassportError
from backend.sites import companies, statements, structure_rules, worker_list
from backend.sites.companies import Company
from backend.sites.errors import REFUSED, CompanyUnknownError, OwnAskError, TierDecidedError, WhyMissingError
from backend.sites.structure_rules import Place, Tier, TierRefusal, Wanted


class Ask(NamedTuple):
    """One company is to stand below another at a site; without an upper, below the prime contractor."""

    id: UUID
    """Made by who asks, so that it can be sent again."""
    company: str
    upper: str | None
    upper_id: UUID | None
    work: str


class Asked(NamedTuple):
    """What became of it: accepted at once, asked, or the error that says why it cannot be."""

    ask: Ask
    accepted: bool
    error: PassportError | None


class Decision(NamedTuple):
    """What the lower company says."""

    id: UUID
    accept: bool
    why: str


class Decided(NamedTuple):
    """What became of it."""

    decision: Decision
    error: PassportError | None


async def read_tiers(site_id: int) -> list[Tier]:
    """Read every place of a site that is asked for or accepted."""
    return [Tier(*row) for row in await database.fetch(statements.TIERS, site_id)]


async def list_tree(site_id: int) -> Sequence[database.Row]:
    """List a site's structure, from the first tier down; refused ones with what was said."""
    return await database.fetch(statements.TREE, site_id)


async def list_of_company(company_id: int) -> Sequence[database.Row]:
    """List where a company stands and where it was asked to, what waits for its answer first."""
    return await database.fetch(statements.OF_COMPANY, company_id)


async def ask_all(site_id: int, asks: Sequence[Ask], *, by: UUID | None, at: datetime) -> list[Asked]:
    """Ask companies to stand below others, in this order; one that cannot be asked holds up no other.

    An ask sent twice is kept once and answered alike.
    """
    async with database.transaction() as db:
        site = await db.fetchrow(statements.HOLD_SITE, site_id)
        asking = _Asking(site_id, site["prime_company_id"], by, at)
        await asking.read(asks)
        return [await asking.ask(one) for one in asks]


class _Asking:
    """One request to a site's structure: what is known, growing with each ask."""

    def __init__(self, site_id: int, prime_id: int, by: UUID | None, at: datetime) -> None:
        self.site_id, self.prime_id, self.by, self.at = site_id, prime_id, by, at
        self.companies: dict[str, Company] = {}
        self.tiers: list[Tier] = []
        self.agreed: set[tuple[int, int]] = set()
        self.kept: dict[UUID, database.Row] = {}
        self.over: set[int] = set()

    async def read(self, asks: Sequence[Ask]) -> None:
        self.companies = await companies.by_number(
            [number for ask in asks for number in (ask.company, ask.upper) if number]
        )
        concerned = [company.id for company in self.companies.values()]
        rows = await database.fetch(statements.AGREED, [*concerned, self.prime_id])
        self.agreed = {(row[0], row[1]) for row in rows}
        self.tiers = await read_tiers(self.site_id)
        self.kept = {
            row["id"]: row
            for row in await database.fetch(statements.ASKED_BEFORE, self.site_id, [ask.id for ask in asks])
        }
        today = clock.japan_date(self.at)
        self.over = {company.id for company in self.companies.values() if company.stands_until < today}

    async def ask(self, ask: Ask) -> Asked:
        company = self.companies.get(ask.company)
        upper_id = self.prime_id if ask.upper is None else getattr(self.companies.get(ask.upper), "id", None)
        if company is None or upper_id is None:
            return Asked(ask, accepted=False, error=CompanyUnknownError())
        if ask.id in self.kept:
            return self._again(ask, company.id, upper_id)
        found = structure_rules.judge_tier(
            Wanted(company.id, upper_id, ask.upper_id), self.tiers, self.prime_id, self.over
        )
        if isinstance(found, TierRefusal):
            return Asked(ask, accepted=False, error=REFUSED[found](name=company.name))
        return await self._keep(ask, company.id, upper_id, found)

    async def _keep(self, ask: Ask, company_id: int, upper_company_id: int, place: Place) -> Asked:
        accepted = (upper_company_id, company_id) in self.agreed
        tier = Tier(ask.id, place.upper_id, company_id, upper_company_id, *place[1:], accepted)
        answered = (True, self.at) if accepted else (None, None)
        async with database.transaction() as db:
            await db.execute(statements.ASK, self.site_id, *tier[:-1], ask.work, self.at, self.by, *answered)
        self.tiers.append(tier)
        self.kept[ask.id] = {
            "company_id": company_id,
            "upper_company_id": upper_company_id,
            "work": ask.work,
            "accepted": answered[0],
            "ended_at": None,
        }
        return Asked(ask, accepted, None)

    def _again(self, ask: Ask, company_id: int, upper_company_id: int) -> Asked:
        row = self.kept[ask.id]
        same = (row["company_id"], row["upper_company_id"], row["work"]) == (company_id, upper_company_id, ask.work)
        if not same or row["ended_at"] is not None or row["accepted"] is False:
            return Asked(ask, accepted=False, error=TierDecidedError())
        return Asked(ask, accepted=row["accepted"] is True, error=None)


async def decide_all(company_id: int, decisions: Sequence[Decision], *, by: UUID, at: datetime) -> list[Decided]:
    """Accept or refuse what a company was asked; the same again changes nothing, a bad one holds up no other."""
    async with database.transaction() as db:
        (company,) = await companies.by_id([company_id])
        over = company.stands_until < clock.japan_date(at)
        wanted = (company_id, [one.id for one in decisions])
        for site_id in sorted({row["site_id"] for row in await db.fetch(statements.TO_DECIDE, *wanted)}):
            await db.execute(statements.HOLD_SITE, site_id)
        asked = {row["id"]: row for row in await db.fetch(statements.TO_DECIDE, *wanted)}
        said: dict[UUID, bool] = {}
        decided: list[Decided] = []
        for one in decisions:
            error = _objection(asked.get(one.id), one, by, said.get(one.id))
            if error is None and one.accept and over:
                error = REFUSED[TierRefusal.COMPANY_OVER](name=company.name)
            decided.append(Decided(one, error))
            if error is None and asked[one.id]["accepted"] is None and one.id not in said:
                said[one.id] = one.accept
                row = asked[one.id]
                await db.execute(statements.DECIDE, row["site_id"], one.id, one.accept, at, by, one.why)
    return decided


def _objection(
    kept: database.Row | None,
    decision: Decision,
    by: UUID,
    said: bool | None,  # noqa: FBT001  # as the row has it
) -> PassportError | None:
    if kept is None:
        return NotFoundError()
    answered = kept["accepted"] if said is None else said
    if kept["ended_at"] is not None or answered not in {None, decision.accept}:
        return TierDecidedError()
    if not decision.accept and not decision.why.strip():
        return WhyMissingError()
    return OwnAskError() if decision.accept and answered is None and kept["asked_by"] == by else None


async def end(site_id: int, tier_ids: Collection[UUID], at: datetime) -> set[UUID]:
    """End places of a structure and all below them; the lines of their workers end with this day, none in the past.

    Gives the places that ended; one that has ended already changes nothing.
    """
    async with database.transaction() as db:
        await db.execute(statements.HOLD_SITE, site_id)
        before = await read_tiers(site_id)
        gone = structure_rules.falling({tier.id for tier in before} & set(tier_ids), before)
        await db.execute(statements.ENDS, site_id, sorted(gone), at)
        left = [tier for tier in before if tier.id not in gone]
        fell = [tier for tier in before if tier.id in gone and tier.accepted]
        await worker_list.end_lines(site_id, fell, left, at)
    return gone
