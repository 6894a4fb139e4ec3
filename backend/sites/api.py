"""Sites over HTTP: register, change with history, places, and who runs a site for its prime contractor."""

from datetime import date, datetime, time
from typing import Annotated

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.kit import clock, database
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.sites import asking, delegation, places, registering
from backend.sites.asking import Allowed
from backend.sites.delegation import Delegation
from backend.sites.places import Place
from backend.sites.rules import Days, SiteKind
from backend.sites.service import NewSite
from backend.sites.words import ClockTime, Name, Prefecture, SiteKindWord, Text, named, said

PlaceId = Annotated[int, msgspec.Meta(ge=1, le=999)]


class SiteBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """What is said of a site; a value that is left out is not given."""

    name: Name
    kind: SiteKindWord = SiteKindWord.ORDINARY
    prefecture: Prefecture
    first_on: date
    last_on: date
    area: Text | None = None
    address: Text | None = None
    office_prefecture: Prefecture | None = None
    office_address: Text | None = None
    client: Text | None = None
    public_client: bool | None = None
    harmful: bool | None = None
    gate_opens: ClockTime | None = None
    gate_closes: ClockTime | None = None


class NewSiteBody(SiteBody, frozen=True, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """A site to be registered, and the prime contractor that registers it."""

    prime: Number


class NewSiteNumber(msgspec.Struct, frozen=True, rename="camel"):
    """The number of a site that was registered."""

    number: str


class Named(msgspec.Struct, frozen=True, rename="camel"):
    """A company by number and name."""

    number: str
    name: str


class SiteAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A site with its places, and who runs it for its prime contractor."""

    number: str
    name: str
    kind: SiteKindWord
    prime: Named
    prefecture: int
    first_on: date
    last_on: date
    area: str | None
    address: str | None
    office_prefecture: int | None
    office_address: str | None
    client: str | None
    public_client: bool | None
    harmful: bool | None
    gate_opens: str | None
    gate_closes: str | None
    registered_at: datetime
    places: list[Place]
    delegations: list[Delegation]


class SiteChange(msgspec.Struct, frozen=True, rename="camel"):
    """What a site was before a change; only what changed stands in it."""

    changed_at: datetime
    before: dict[str, str | int | bool | None]


class SiteChanges(msgspec.Struct, frozen=True, rename="camel"):
    """What a site was, newest change first."""

    changes: list[SiteChange]


class PlaceBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """An address within a site."""

    name: Name
    address: Text
    first_on: date | None = None
    last_on: date | None = None


class DelegationBody(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """To which company a site is handed, from when until when."""

    company: Number
    first_on: date
    last_on: date


@post(
    "/v1/sites",
    summary="Register a site",
    status_code=201,
    operation_class=body_of(NewSiteBody),
    responses=problems(400, 401, 403, 409, 413),
)
async def register_site(request: AnyRequest, data: JSONBody[NewSiteBody]) -> Response[NewSiteNumber]:
    """Register a site of a prime contractor; touches that waited for it are judged again."""
    now, account = clock.now(), await calling_account(request)
    prime = await asking.at_company(account, data.prime, Operation.CREATE_SITE, now)
    _, number = await registering.register(_new_site(data, prime.id), now)
    return Response(NewSiteNumber(number), status_code=201, headers=PRIVATE)


@get("/v1/sites/{site:str}", summary="A site", responses=problems(400, 401, 403))
async def see_site(request: AnyRequest, site: FromPath[Number]) -> Response[SiteAnswer]:
    """Show a site, its places and its delegations."""
    allowed = await _allowed(request, site, Operation.SEE_SITE)
    return Response(await _site(allowed.site_id), headers=PRIVATE)


@put(
    "/v1/sites/{site:str}",
    summary="Change a site",
    operation_class=body_of(SiteBody),
    responses=problems(400, 401, 403, 413),
)
async def change_site(request: AnyRequest, site: FromPath[Number], data: JSONBody[SiteBody]) -> Response[SiteAnswer]:
    """Put all of a site's values in the place of the old, which are kept; safe to send again."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.EDIT_SITE, now)
    await registering.change(allowed.site_id, _new_site(data, 0), by=account.id, at=now)
    return Response(await _site(allowed.site_id), headers=PRIVATE)


@get("/v1/sites/{site:str}/changes", summary="What a site was before", responses=problems(400, 401, 403))
async def site_changes(request: AnyRequest, site: FromPath[Number]) -> Response[SiteChanges]:
    """List the values that a site had before each change."""
    allowed = await _allowed(request, site, Operation.EDIT_SITE)
    rows = await registering.list_changes(allowed.site_id)
    changes = [SiteChange(row["changed_at"].astimezone(clock.JAPAN), _before(row["before"])) for row in rows]
    return Response(SiteChanges(changes), headers=PRIVATE)


@put(
    "/v1/sites/{site:str}/places/{place:int}",
    summary="Keep a place in a site",
    status_code=204,
    operation_class=body_of(PlaceBody),
    responses=problems(400, 401, 403, 404, 413),
)
async def keep_place(
    request: AnyRequest, site: FromPath[Number], place: FromPath[PlaceId], data: JSONBody[PlaceBody]
) -> None:
    """Keep an address within a site under a number of one's own; safe to send again."""
    allowed = await _allowed(request, site, Operation.EDIT_SITE)
    name, address = named(data.name, "$.name"), named(data.address, "$.address")
    await places.keep(allowed.site_id, Place(place, name, address, data.first_on, data.last_on))


@post(
    "/v1/sites/{site:str}/delegations",
    summary="Hand a site to another company's office",
    status_code=204,
    operation_class=body_of(DelegationBody),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def delegate_site(request: AnyRequest, site: FromPath[Number], data: JSONBody[DelegationBody]) -> None:
    """Give a company the prime contractor's rights at this site until a day; safe to send again."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.DELEGATE_SITE, now)
    days = Days(data.first_on, data.last_on)
    await delegation.delegate(allowed.site_id, data.company, days, by=account.id, at=now)


@delete(
    "/v1/sites/{site:str}/delegations/{number:str}",
    summary="Take a site back",
    status_code=204,
    responses=problems(400, 401, 403, 404),
)
async def end_delegation(request: AnyRequest, site: FromPath[Number], number: FromPath[Number]) -> None:
    """End at once what was handed to a company, with the roles that its office gave at this site."""
    now, account = clock.now(), await calling_account(request)
    allowed = await asking.at_site(account, site, Operation.DELEGATE_SITE, now)
    await delegation.end(allowed.site_id, number, now)


async def _allowed(request: AnyRequest, number: str, operation: Operation) -> Allowed:
    return await asking.at_site(await calling_account(request), number, operation, clock.now())


def _new_site(data: SiteBody, prime_company_id: int) -> NewSite:
    return NewSite(
        name=named(data.name, "$.name"),
        kind=SiteKind[data.kind.name],
        prime_company_id=prime_company_id,
        prefecture=data.prefecture,
        first_on=data.first_on,
        last_on=data.last_on,
        area=said(data.area),
        address=said(data.address),
        office_prefecture=data.office_prefecture,
        office_address=said(data.office_address),
        client=said(data.client),
        public_client=data.public_client,
        harmful=data.harmful,
        gate_opens=time.fromisoformat(data.gate_opens) if data.gate_opens else None,
        gate_closes=time.fromisoformat(data.gate_closes) if data.gate_closes else None,
    )


async def _site(site_id: int) -> SiteAnswer:
    row = await registering.read(site_id)
    return SiteAnswer(
        number=row["site_number"],
        name=row["name"],
        kind=SiteKindWord[SiteKind(row["kind"]).name],
        prime=Named(row["prime_number"], row["prime"]),
        prefecture=row["prefecture"],
        first_on=row["first_on"],
        last_on=row["last_on"],
        area=row["area"],
        address=row["address"],
        office_prefecture=row["office_prefecture"],
        office_address=row["office_address"],
        client=row["client"],
        public_client=row["public_client"],
        harmful=row["harmful"],
        gate_opens=_minutes(row, "gate_opens"),
        gate_closes=_minutes(row, "gate_closes"),
        registered_at=row["registered_at"].astimezone(clock.JAPAN),
        places=list(await places.list_places(site_id)),
        delegations=list(await delegation.list_delegations(site_id)),
    )


def _minutes(row: database.Row, name: str) -> str | None:
    at: time | None = row[name]
    return at.isoformat("minutes") if at else None


def _before(kept: str) -> dict[str, str | int | bool | None]:
    """Give old values by the names that the API uses."""
    values = msgspec.json.decode(kept, type=dict[str, str | int | bool | None])
    kind = values.get("kind")
    if isinstance(kind, int):
        values["kind"] = SiteKindWord[SiteKind(kind).name].value
    return {_camel(name): value for name, value in values.items()}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.title() for word in others)


router = Router(
    "/",
    route_handlers=[
        register_site,
        see_site,
        change_site,
        site_changes,
        keep_place,
        delegate_site,
        end_delegation,
    ],
    tags=["sites"],
)
