"""作業員名簿: put workers on a site's list, many at once, change their line and take them off."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database, ids
from backend.kit.arrays import columns
from backend.kit.errors import PassportError
from backend.sites import companies, list_rules, statements, structure_rules
from backend.sites.companies import Company
from backend.sites.errors import REFUSED, TierMissingError
from backend.sites.list_rules import Employed, Known, ListRefusal, Stretch, Version
from backend.sites.rules import Days
from backend.sites.structure_rules import Tier, TierRefusal
from backend.workers import trades

MOST_LISTED = 20_000


class Row(NamedTuple):
    """One worker's line, as a company writes it."""

    worker: str
    """The number."""
    trade: str
    """As people write it: "10-01"."""
    position: int
    content: str
    harmful: str
    certificates: str
    first_on: date
    last_on: date


class Listed(NamedTuple):
    """What became of a row: a new version, the same as before, or the error; and the line that is in the way."""

    new: bool
    error: PassportError | None
    holds: Stretch | None = None


class Place(NamedTuple):
    """Where a company stands at a site: tier 0 is the prime contractor itself (直用)."""

    first_tier_company_id: int | None
    tier: int


Lines = list[tuple[UUID, Version]]
"""New versions, each with its worker."""


async def find_place(site_id: int, prime_id: int, company: Company, tier_id: UUID | None, today: date) -> Place:
    """Tell where a company stands at a site: in the place that is named, or in the one nearest to the prime.

    Raises:
        TierMissingError: it has no accepted place there.
        PassportError: its registration has ended.
    """
    if company.stands_until < today:
        raise REFUSED[TierRefusal.COMPANY_OVER](name=company.name)
    if company.id == prime_id:
        return Place(None, 0)
    tiers = [Tier(*row) for row in await database.fetch(statements.TIERS, site_id)]
    found = structure_rules.place_of(company.id, tiers, tier_id)
    if found is None:
        raise TierMissingError(name=company.name)
    return Place(found.first_tier_company_id, found.tier)


async def list_all(
    site_id: int, company: Company, rows: Sequence[Row], at: datetime, tier_id: UUID | None = None
) -> list[Listed]:
    """Put a company's workers on a site's list, or change their lines: each change is a new version.

    Good rows are kept, bad ones named.  The same rows again change nothing.

    Raises:
        TierMissingError, PassportError: the company itself cannot list there.
    """
    async with database.transaction() as db:
        site = await db.fetchrow(statements.HOLD_SITE, site_id)  # two companies do not list one worker at once
        place = await find_place(site_id, site["prime_company_id"], company, tier_id, clock.japan_date(at))
        workers = await find_workers([row.worker for row in rows])
        known = await _read_known(site_id, company.id, list(workers.values()))
        judging = _Judging(company.id, place, Days(site["first_on"], site["last_on"]), workers, known)
        listed = [judging.judge(row) for row in rows]
        await keep(site_id, judging.lines, at)
    return listed


class _Judging:
    """One request to a worker list: what is known, and the lines that come of it."""

    def __init__(
        self, company_id: int, place: Place, site: Days, workers: dict[str, UUID], known: dict[UUID, Known]
    ) -> None:
        self.company_id, self.place, self.site, self.workers, self.known = company_id, place, site, workers, known
        self.seen: set[UUID] = set()
        self.lines: Lines = []

    def judge(self, row: Row) -> Listed:
        worker_id = self.workers.get(row.worker)
        if worker_id is None:
            return _refused(ListRefusal.WORKER_UNKNOWN)
        if worker_id in self.seen:
            return _refused(ListRefusal.ROW_TWICE)
        self.seen.add(worker_id)
        trade = trades.number_of(row.trade)
        if trade is None or trades.find_trade(trade - trade % 100) is None:
            return _refused(ListRefusal.TRADE_UNKNOWN)
        known, days = self.known[worker_id], Days(row.first_on, row.last_on)
        refusal = list_rules.judge_line(days, self.company_id, known, self.site)
        if refusal is not None:
            return _refused(refusal, list_rules.in_the_way(days, self.company_id, known.versions))
        new = Version(
            0,
            self.company_id,
            *self.place,
            row.position,
            trade,
            row.content,
            row.harmful,
            row.certificates,
            0,
            *days,
        )
        if list_rules.says_the_same(new, known.versions):
            return Listed(new=False, error=None)
        self.lines.append((worker_id, new))
        return Listed(new=True, error=None)


def _refused(refusal: ListRefusal, holds: Stretch | None = None) -> Listed:
    return Listed(new=False, error=REFUSED[refusal](), holds=holds if refusal is ListRefusal.IN_OTHER_TIER else None)


async def take_off(site_id: int, company: Company, rows: Sequence[tuple[str, date]], at: datetime) -> list[Listed]:
    """End the lines of a company's workers, each after a day; days that count already stay.

    The same rows again change nothing.
    """
    async with database.transaction() as db:
        await db.execute(statements.HOLD_SITE, site_id)
        workers = await find_workers([number for number, _ in rows])
        known = await _read_known(site_id, company.id, list(workers.values()))
        lines: Lines = []
        said: list[Listed] = []
        for number, last_on in rows:
            worker_id = workers.get(number)
            versions = known[worker_id].versions if worker_id else []
            if worker_id is None:
                said.append(_refused(ListRefusal.WORKER_UNKNOWN))
            elif any(worker == worker_id for worker, _ in lines):
                said.append(_refused(ListRefusal.ROW_TWICE))
            elif all(one.company_id != company.id for one in versions):
                said.append(_refused(ListRefusal.NOT_LISTED))
            else:
                new = list_rules.take_off(company.id, last_on, versions)
                lines += [(worker_id, new)] if new else []
                said.append(Listed(new=new is not None, error=None))
        await keep(site_id, lines, at)
    return said


async def keep(site_id: int, lines: Lines, at: datetime) -> None:
    """Write new versions and say so; touches that waited for them are judged again."""
    if not lines:
        return
    async with database.transaction() as db:
        taken = await ids.take("assignment", len(lines))
        rows = [(worker, new_id, *line[1:]) for (worker, line), new_id in zip(lines, taken, strict=True)]
        await db.execute(statements.KEEP_VERSIONS, *columns(rows, 13, texts={7, 8, 9}), site_id, at)
        body = f'{{"siteId":{site_id}}}'
        told = zip(lines, ids.new_event_ids(len(lines)), strict=True)
        await events.record_all([Event(one[0], event, EventKind.ASSIGNMENT_MADE, body) for one, event in told])


async def end_lines(site_id: int, fell: Sequence[Tier], left: Sequence[Tier], at: datetime) -> None:
    """End, with this day, the lines of workers whose company lost the place in which they were listed."""
    stand = {(tier.company_id, tier.first_tier_company_id, tier.tier) for tier in left if tier.accepted}
    lost = {(tier.company_id, tier.first_tier_company_id, tier.tier) for tier in fell} - stand
    if not lost:
        return
    today = clock.japan_date(at)
    rows = await database.fetch(
        statements.VERSIONS_OF_COMPANIES, site_id, sorted({company_id for company_id, _, _ in lost})
    )
    lines: Lines = []
    for (worker_id, company_id), versions in _by_line(rows).items():
        speaking = list_rules.stretches(versions)
        if speaking and speaking[-1].version[1:4] in lost:
            new = list_rules.take_off(company_id, today, versions)
            lines += [(worker_id, new)] if new else []
    await keep(site_id, lines, at)


def _by_line(rows: Sequence[database.Row]) -> dict[tuple[UUID, int], list[Version]]:
    found: dict[tuple[UUID, int], list[Version]] = defaultdict(list)
    for row in rows:
        found[row["worker_id"], row["company_id"]].append(Version(*tuple(row)[1:]))
    return found


async def find_workers(numbers: Sequence[str]) -> dict[str, UUID]:
    """Find workers by number; those whom nobody has, or who were removed, are left out."""
    rows = await database.fetch(statements.WORKERS, sorted(set(numbers)))
    return {row[0]: row[1] for row in rows}


async def _read_known(site_id: int, company_id: int, workers: Sequence[UUID]) -> dict[UUID, Known]:
    employed: dict[UUID, list[Employed]] = defaultdict(list)
    for row in await database.fetch(statements.EMPLOYED, workers, company_id):
        employed[row[0]].append(Employed(row[1], row[2]))
    versions: dict[UUID, list[Version]] = defaultdict(list)
    for row in await database.fetch(statements.VERSIONS, site_id, workers):
        versions[row["worker_id"]].append(Version(*tuple(row)[1:]))
    return {worker: Known(employed[worker], versions[worker]) for worker in workers}


async def list_lines(
    site_id: int, day: date, *, of: Sequence[int] | None = None, most: int = MOST_LISTED, after: int = 0
) -> Sequence[database.Row]:
    """List who is on a site's worker list on a day, by tier, company and name; of some companies, or of all."""
    return await database.fetch(statements.LINES, site_id, day, of, most, after)


async def names_of(company_ids: Sequence[int]) -> dict[int, str]:
    """Name companies."""
    return {company.id: company.name for company in await companies.by_id(company_ids)}
