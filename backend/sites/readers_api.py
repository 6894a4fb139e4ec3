"""Readers of a site over HTTP: enrol one by its public key, see them, stop one."""

import base64
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.devices import service as devices
from backend.devices.kinds import Device
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.sites import asking, statements
from backend.sites.errors import ReaderKeyTakenError
from backend.sites.words import Name, named

PublicKey = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$")]
"""An Ed25519 public key, 32 bytes in base64."""


class ReaderKind(StrEnum):
    """What kind of thing takes touches at a gate."""

    READER = "reader"
    LOGGING_READER = "loggingReader"
    """Keeps its touches for weeks and hands them in as a file."""
    VENDOR = "vendor"
    """A drinks machine."""
    TERMINAL = "terminal"


class NewSiteReader(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A reader that shows its public key."""

    name: Name
    public_key: PublicKey
    kind: ReaderKind = ReaderKind.READER


class SiteReader(msgspec.Struct, frozen=True, rename="camel"):
    """A reader that stands, or stood, at a site."""

    number: str
    name: str
    kind: str
    enrolled_at: datetime
    revoked_at: datetime | None
    seen_at: datetime | None
    """When it was heard last."""


class SiteReaders(msgspec.Struct, frozen=True, rename="camel"):
    """The readers of a site, those that work first."""

    readers: list[SiteReader]


@post(
    "/v1/sites/{site:str}/readers",
    summary="Enrol a reader",
    status_code=201,
    operation_class=body_of(NewSiteReader),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def enrol_reader(
    request: AnyRequest, site: FromPath[Number], data: JSONBody[NewSiteReader]
) -> Response[SiteReaders]:
    """Enrol a reader at a site by the key that it shows; it signs everything it sends with the other half."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.ENROL_READER, now)
    key = base64.b64decode(data.public_key)
    async with database.transaction() as db:
        await db.execute(statements.HOLD_READER_KEYS)
        if await db.fetch(statements.READER_OF_KEY, key):
            raise ReaderKeyTakenError
        company_id = await db.fetchval(statements.PRIME_OF, allowed.site_id)
        kind = Device[data.kind.name]
        new = devices.NewReader(named(data.name, "$.name"), kind, company_id, key, allowed.site_id)
        await devices.enrol(new, now)
    return Response(await _readers(allowed.site_id), status_code=201, headers=PRIVATE)


@get("/v1/sites/{site:str}/readers", summary="A site's readers", responses=problems(400, 401, 403))
async def see_readers(request: AnyRequest, site: FromPath[Number]) -> Response[SiteReaders]:
    """List the readers enrolled at a site, and when each was heard last."""
    allowed = await asking.at_site(await calling_account(request), site, Operation.SEE_SITE, clock.now())
    return Response(await _readers(allowed.site_id), headers=PRIVATE)


@delete(
    "/v1/sites/{site:str}/readers/{number:str}",
    summary="Stop a reader",
    status_code=204,
    responses=problems(400, 401, 403, 404),
)
async def stop_reader(request: AnyRequest, site: FromPath[Number], number: FromPath[Number]) -> None:
    """Stop a reader that was lost; what it signed before waits for the prime contractor's word."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.ENROL_READER, now)
    async with database.transaction() as db:
        reader_id = await db.fetchval(statements.READER_AT, allowed.site_id, number)
        if reader_id is None:
            raise NotFoundError
        await devices.revoke(reader_id, now)


async def _readers(site_id: int) -> SiteReaders:
    rows = await database.fetch(statements.READERS_AT, site_id)
    return SiteReaders(
        [
            SiteReader(
                row["reader_number"],
                row["name"],
                _kind(Device(row["kind"])),
                row["enrolled_at"].astimezone(clock.JAPAN),
                _in_japan(row["revoked_at"]),
                _in_japan(row["seen_at"]),
            )
            for row in rows
        ]
    )


def _kind(kind: Device) -> str:
    return ReaderKind[kind.name] if kind.name in ReaderKind.__members__ else kind.name.lower()


def _in_japan(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(clock.JAPAN)


router = Router("/", route_handlers=[enrol_reader, see_readers, stop_reader], tags=["sites"])
