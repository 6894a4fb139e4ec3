"""A site with companies in tiers and workers of their own, for tests of structure and worker list."""

from datetime import date, datetime
from uuid import UUID, uuid4

from backend.accounts.rules import Role
from backend.companies import service as companies
from backend.companies.classes import CompanyClass
from backend.kit import database
from backend.sites import agreements, structure, worker_list
from backend.sites import companies as found
from backend.sites.agreements import Pair
from backend.sites.companies import Company
from backend.sites.structure import Ask, Asked, Decision
from backend.sites.worker_list import Listed, Row
from tests.office import number_of, user
from tests.town import BEGINNING, END, NOON, Town

PRIMES_CLERK, LOWERS_CLERK = UUID(int=1), UUID(int=2)
"""Who asks, and who answers."""


TODAY = NOON.date()


class Works:
    """What the tests build on: a town whose company is the prime contractor, and companies below it."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.site_id, self.site = town.sites[0]

    async def company(self, name: str = "見本工業", expires_on: date = END) -> Company:
        """A company that stands nowhere yet."""
        new = companies.NewCompany(name, "ミホンコウギョウ", CompanyClass.CORPORATION, 13, True, BEGINNING, expires_on)
        (made,) = await found.by_id([await companies.register(new)])
        return made

    async def prime(self) -> Company:
        (made,) = await found.by_id([self.town.company_id])
        return made

    async def ask(self, company: Company, upper: Company | None = None, at: datetime = NOON) -> Asked:
        """Ask a company below another, or below the prime."""
        ask = Ask(uuid4(), company.number, upper and upper.number, None, "見本の工事")
        (asked,) = await structure.ask_all(self.site_id, [ask], by=PRIMES_CLERK, at=at)
        return asked

    async def answer(
        self, company: Company, tier: UUID, *, accept: bool = True, why: str = "", by: UUID = LOWERS_CLERK
    ) -> str | None:
        """Let the lower company answer; gives the code where it cannot."""
        (decided,) = await structure.decide_all(company.id, [Decision(tier, accept, why)], by=by, at=NOON)
        return decided.error.code if decided.error else None

    async def below(self, upper: Company | None = None, name: str = "見本工業") -> Company:
        """A new company that was asked and accepted."""
        company = await self.company(name)
        asked = await self.ask(company, upper)
        assert asked.error is None
        assert await self.answer(company, asked.ask.id) is None
        return company

    async def agree(self, upper: Company, lower: Company) -> None:
        """Let two companies agree for good."""
        pair = Pair(upper.id, lower.id)
        await agreements.ask_or_agree(pair, by_upper=True, by=PRIMES_CLERK, at=NOON)
        assert await agreements.ask_or_agree(pair, by_upper=False, by=LOWERS_CLERK, at=NOON)

    async def worker(self, company: Company, *, card: bool = True) -> UUID:
        """A worker whom a company employs."""
        worker = await self.town.add_worker(card=card)
        async with database.transaction() as db:
            await db.execute("UPDATE employment SET company_id = $2 WHERE worker_id = $1", worker, company.id)
        return worker

    async def list(
        self, company: Company, worker: UUID, first_on: date = BEGINNING, last_on: date = END, **changes: object
    ) -> Listed:
        """List a worker."""
        row = Row(await number_of(worker), "10-01", 0, "見本の作業", "", "", first_on, last_on)
        changed = row._replace(**changes)  # type: ignore[arg-type]  # a test may send anything
        (listed,) = await worker_list.list_all(self.site_id, company, [changed], NOON)
        return listed

    async def lines(self, day: date = TODAY) -> dict[UUID, tuple[str, int]]:
        """Who is on the list on a day: worker → company and tier."""
        return {
            row["worker_id"]: (row["company_number"], row["tier"])
            for row in await worker_list.list_lines(self.site_id, day)
        }

    async def token(self, company: Company, role: Role = Role.RESPONSIBLE) -> str:
        """Somebody of a company, signed in."""
        return (await user(role, company.id))[1]


async def make_works(**town: int) -> Works:
    """Build a town and its works."""
    return Works(await Town().build(**{"people": 0, "places": 1, "readers": 1} | town))  # type: ignore[arg-type]
