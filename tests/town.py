"""A small town for tests: a company, a site, workers with cards, and a reader that signs."""

import base64
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.cards import service as cards
from backend.companies import service as companies
from backend.companies.classes import CompanyClass
from backend.devices import service as devices
from backend.devices.kinds import Device
from backend.devices.rules import ReaderKey
from backend.kit import ids
from backend.sites import service as sites
from backend.taps import messages
from backend.workers import service as workers

BEGINNING, END = date(2026, 1, 1), date(2027, 12, 31)
NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""12:00 in Japan on a Friday."""


class Reader:
    """An enrolled reader with its key and its clocks."""

    def __init__(self, reader_id: int, number: str, key: Ed25519PrivateKey, kind: Device) -> None:
        self.key = key
        self.number = number
        self.known = ReaderKey(reader_id, number, kind, key.public_key().public_bytes_raw(), 1)

    def headers(self, body: bytes) -> dict[str, str]:
        return {"passport-reader": self.number, "passport-signature": base64.b64encode(self.key.sign(body)).decode()}


class Town:
    """What the tests build on."""

    def __init__(self) -> None:
        self.company_id = 0
        self.workers: list[UUID] = []
        self.serials: list[str] = []
        self.sites: list[tuple[int, str]] = []
        self.readers: list[Reader] = []

    async def build(self, people: int = 3, places: int = 2, readers: int = 2, *, assigned: bool = True) -> "Town":
        self.company_id = await companies.register(
            companies.NewCompany("見本建設", "ミホンケンセツ", CompanyClass.CORPORATION, 13, True, BEGINNING, END)
        )
        for _ in range(places):
            await self.add_site()
        for _ in range(people):
            worker = await self.add_worker()
            if assigned:
                for site_id, _ in self.sites:
                    await self.assign(worker, site_id)
        for _ in range(readers):
            await self.add_reader()
        return self

    async def add_site(self, first_on: date = BEGINNING, last_on: date = END) -> tuple[int, str]:
        new = sites.NewSite("見本町第一現場", sites.SiteKind.ORDINARY, self.company_id, 13, first_on, last_on)
        self.sites.append(await sites.register(new, NOON))
        return self.sites[-1]

    async def add_worker(self, *, card: bool = True) -> UUID:
        new = workers.NewWorker(
            "見本 太郎", "ミホン タロウ", None, date(1990, 1, 1), 13, 2, 1001, BEGINNING, self.company_id
        )
        self.workers.append(await workers.register(new))
        (n,) = await ids.take("test card")
        self.serials.append(f"{n:016X}")
        if card:
            await self.issue(len(self.workers) - 1)
        return self.workers[-1]

    async def issue(self, person: int, expires_on: date = END) -> None:
        await cards.issue(
            self.workers[person], self.serials[person], level=2, issued_on=BEGINNING, expires_on=expires_on
        )

    async def assign(self, worker: UUID, site_id: int, *, trade: int = 1001, position: int = 0) -> int:
        new = sites.NewAssignment(
            worker, site_id, self.company_id, None, 1, sites.Position(position), trade, BEGINNING, END
        )
        return await sites.assign(new, NOON)

    async def add_reader(self, kind: Device = Device.READER) -> Reader:
        key = Ed25519PrivateKey.generate()
        new = devices.NewReader("入口リーダー1号", kind, self.company_id, key.public_key().public_bytes_raw())
        reader_id, number = await devices.enrol(new, NOON)
        self.readers.append(Reader(reader_id, number, key, kind))
        return self.readers[-1]


def tap(
    town: Town, sequence: int, at: datetime, *, person: int = 0, site: int = 0, out: bool = False, **changes: object
) -> messages.Tap:
    """A touch whose reader has been running since the beginning of the year, so that its time is exact."""
    return msgspec.structs.replace(
        messages.Tap(
            sequence=sequence,
            token=town.serials[person],
            site=town.sites[site][1],
            at=at,
            boot="boot-1",
            uptime_ms=uptime(at),
            direction=messages.Direction.OUT if out else messages.Direction.IN,
        ),
        **changes,
    )


def report(taps: list[messages.Tap], now: datetime, epoch: int = 1) -> messages.Report:
    """A report sent at an instant by a reader whose wall clock is right."""
    return messages.Report(epoch=epoch, at=now, boot="boot-1", uptime_ms=uptime(now), taps=taps)


def uptime(at: datetime) -> int:
    """Milliseconds since the readers of the tests were switched on."""
    return round((at - datetime(2026, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))
