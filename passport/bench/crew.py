"""Who touches in the load: people of the sample country, at sites and readers of the run's own.

A day of the whole crew is a (place, day): everybody comes in and goes out once, at the site of their reader.  Several
places make enough of them out of the few weeks that may still be entered.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid4

import asyncpg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.accounts.consents import NEEDED
from backend.accounts.service import SESSION_LASTS
from backend.devices.kinds import Device
from backend.kit import clock
from backend.kit.numbers import NumberKind, make_number
from backend.sites.service import SiteKind
from passport.bench.plan import TAPS_IN_REPORT, Plan
from passport.sample.rows import TABLES

PHONES = 500
"""So many people of the crew are signed in, to read their passports."""
MOST_REPORTERS = 16
TRADE, CONTENT, INSURED = 1001, "見本作業", 1
ACCEPT = (
    "INSERT INTO consent SELECT * FROM unnest($1::uuid[], $2::text[], $3::int2[], $4::timestamptz[]) "
    "ON CONFLICT DO NOTHING"
)
SESSION = ("token_hash", "account_id", "created_at", "expires_at")
BLOCK = TAPS_IN_REPORT // 2
"""People in one report: each comes in and goes out."""


class Reader(NamedTuple):
    """An enrolled reader and its key."""

    number: str
    private_key: bytes


class Slot(NamedTuple):
    """A day of the whole crew: at which of their sites, and when."""

    place: int
    day: date


class Crew(NamedTuple):
    """Everything that touches are made of; small enough to be handed to another process."""

    serials: list[str]
    sites: list[list[str]]
    """Site numbers by place and reader."""
    readers: list[Reader]
    """The n-th person stands at reader n modulo their number."""
    reporters: list[Reader]
    """A vendor's systems, which hand in a thousand people's day at a time."""
    tokens: list[str]
    slots: list[Slot]


async def gather_crew(dsn: str, plan: Plan) -> Crew:
    """Add to a loaded country what the load needs."""
    connection = await asyncpg.connect(dsn)
    try:
        async with connection.transaction():
            crew = await _Gathering(connection, plan).run()
        await connection.execute("ANALYZE")
    finally:
        await connection.close()
    return crew


def days_to_enter() -> list[date]:
    """Give the work days that may still be entered, without today: from the first of last month to yesterday."""
    today = clock.japan_date(clock.now())
    first = clock.add_months(clock.month_of(today), -1)
    return [first + timedelta(days=n) for n in range((today - first).days)]


class _Gathering:
    def __init__(self, connection: asyncpg.Connection, plan: Plan) -> None:
        self.connection = connection
        self.plan = plan
        self.days = days_to_enter()
        self.places = -(-plan.days // len(self.days))
        self.began_at = datetime.combine(self.days[0] - timedelta(days=1), time(0), UTC)

    async def run(self) -> Crew:
        people = await self._people()
        company_id = await self.connection.fetchval("SELECT min(id) FROM company")
        prefix = await self.connection.fetchval("SELECT max(id) FROM reader") + 1
        readers = await self._add_readers(prefix, self.plan.overload_connections, company_id, Device.READER)
        reporters = await self._add_readers(prefix + len(readers), MOST_REPORTERS, company_id, Device.VENDOR)
        sites = [await self._add_sites(len(readers), company_id) for _ in range(self.places)]
        workers = [worker for worker, _ in people]
        await self._assign(workers, [[site for site, _ in place] for place in sites], company_id)
        tokens = await self._sign_in(workers[:PHONES])
        slots = [Slot(place, day) for place in range(self.places) for day in self.days]
        numbers = [[number for _, number in place] for place in sites]
        return Crew([serial for _, serial in people], numbers, readers, reporters, tokens, slots)

    async def _people(self) -> list[tuple[UUID, str]]:
        rows = await self.connection.fetch(
            "SELECT DISTINCT ON (worker_id) worker_id, card_serial FROM card_lookup "
            "WHERE revoked_at IS NULL AND expires_on > $1 ORDER BY worker_id LIMIT $2",
            self.days[-1],
            self.plan.workers,
        )
        return [(row[0], row[1]) for row in rows[: len(rows) // BLOCK * BLOCK]]

    async def _add_readers(self, first: int, count: int, company_id: int, kind: Device) -> list[Reader]:
        keys = [Ed25519PrivateKey.generate() for _ in range(count)]
        numbers = [make_number(NumberKind.READER, first + n) for n in range(count)]
        await self._copy(
            "reader",
            (
                (first + n, number, "見本リーダー", kind, company_id, None, key.public_key().public_bytes_raw(), 1,
                 self.began_at, None)
                for n, (number, key) in enumerate(zip(numbers, keys, strict=True))
            ),
        )  # fmt: skip
        return [Reader(number, key.private_bytes_raw()) for number, key in zip(numbers, keys, strict=True)]

    async def _add_sites(self, count: int, company_id: int) -> list[tuple[int, str]]:
        first = await self.connection.fetchval("SELECT max(id) FROM site") + 1
        made = [(first + n, make_number(NumberKind.SITE, first + n)) for n in range(count)]
        last_on = self.days[-1] + timedelta(days=30)
        await self._copy(
            "site",
            (
                (*site, "見本現場", SiteKind.ORDINARY, company_id, 13, self.days[0], last_on, self.began_at)
                for site in made
            ),
        )
        return made

    async def _assign(self, workers: Sequence[UUID], sites: Sequence[Sequence[int]], company_id: int) -> None:
        first = await self.connection.fetchval("SELECT max(id) FROM assignment") + 1
        last_on = self.days[-1] + timedelta(days=30)
        pairs = [(worker, place[n % len(place)]) for place in sites for n, worker in enumerate(workers)]
        await self._copy(
            "assignment",
            (
                (worker, first + n, site, company_id, None, 1, 0, TRADE, CONTENT, "", "", INSURED, self.days[0],
                 last_on, self.began_at)
                for n, (worker, site) in enumerate(pairs)
            ),
        )  # fmt: skip

    async def _sign_in(self, workers: Sequence[UUID]) -> list[str]:
        tokens = [secrets.token_urlsafe(32) for _ in workers]
        now = clock.now()
        accounts = await self._accounts_of(workers, now)
        hashes = [sha256(token.encode()).digest() for token in tokens]
        rows = [(h, a, now, now + SESSION_LASTS) for h, a in zip(hashes, accounts, strict=True)]
        await self.connection.copy_records_to_table("session", records=rows, columns=SESSION)
        accepted = [(account, *version, now) for account in accounts for version in NEEDED.items()]
        await self.connection.execute(ACCEPT, *map(list, zip(*accepted, strict=True)))
        return tokens

    async def _accounts_of(self, workers: Sequence[UUID], now: datetime) -> list[UUID]:
        """Give each worker's account; the sample's cast have theirs, the others get one."""
        kept = dict(
            await self.connection.fetch("SELECT worker_id, id FROM account WHERE worker_id = ANY($1::uuid[])", workers)
        )
        made = {worker: uuid4() for worker in workers if worker not in kept}
        await self._copy("account", ((account, worker, "", now) for worker, account in made.items()))
        return [kept.get(worker) or made[worker] for worker in workers]

    async def _copy(self, table: str, records: Iterable[Sequence[object]]) -> None:
        columns = TABLES[table].split()
        await self.connection.copy_records_to_table(table, records=records, columns=columns)
