"""My account: who I am here, where I am signed in, what I accepted."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, delete, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import consents, rights, service
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.consents import ConsentKind, ConsentState
from backend.accounts.rules import Grant, OrganisationKind, Role, is_held
from backend.accounts.service import Session
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.openapi import body_of, problems

SessionId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


class HeldRole(msgspec.Struct, frozen=True, rename="camel"):
    """A role held today."""

    role: Role
    organisation_kind: OrganisationKind
    number: str | None
    """The company's or site's; None where the role holds in the register itself."""
    organisation: str | None
    last_on: date | None


class Me(msgspec.Struct, frozen=True, rename="camel"):
    """Who is calling."""

    account: UUID
    is_worker: bool
    roles: list[HeldRole]
    consents: list[ConsentState]


class Sessions(msgspec.Struct, frozen=True, rename="camel"):
    """Where an account is signed in."""

    sessions: list[Session]


class Consents(msgspec.Struct, frozen=True, rename="camel"):
    """What must be accepted."""

    consents: list[ConsentState]


class NewConsent(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is accepted, in the version that was shown."""

    kind: ConsentKind
    version: Annotated[int, msgspec.Meta(ge=1, le=1000)]


@get("/v1/me", summary="Who I am here", responses=problems(401, 403))
async def me(request: AnyRequest) -> Response[Me]:
    """Tell the roles held today and the consents in force."""
    account, today = await calling_account(request), clock.japan_date(clock.now())
    held = [grant for grant in await rights.grants_of(account, today) if is_held(grant, today)]
    names = await rights.name_organisations(held)
    roles = [_held(grant, names.get((grant.kind, grant.organisation_id))) for grant in held]
    answer = Me(account.id, account.worker_id is not None, roles, consents.states(account))
    return Response(answer, headers=PRIVATE)


@get("/v1/sessions", summary="Where I am signed in", responses=problems(401, 403))
async def my_sessions(request: AnyRequest) -> Response[Sessions]:
    """List this account's sessions, newest first."""
    account = await calling_account(request)
    return Response(Sessions(await service.list_sessions(account, clock.now())), headers=PRIVATE)


@delete("/v1/sessions", summary="Sign out everywhere else", status_code=204, responses=problems(401, 403))
async def sign_out_elsewhere(request: AnyRequest) -> None:
    """End every session of this account but this one; safe to ask again."""
    account = await calling_account(request)
    await service.close_others(account.id, account.session)


@delete("/v1/sessions/{session:str}", summary="Sign out there", status_code=204, responses=problems(400, 401, 403, 404))
async def sign_out_there(request: AnyRequest, session: FromPath[SessionId]) -> None:
    """End one session of this account."""
    if not await service.close_one(await calling_account(request), session):
        raise NotFoundError


@get("/v1/consents", summary="What must be accepted", responses=problems(401, 403))
async def my_consents(request: AnyRequest) -> Response[Consents]:
    """List the consents in force and whether they were given."""
    return Response(Consents(consents.states(await calling_account(request))), headers=PRIVATE)


@post(
    "/v1/consents",
    summary="Accept",
    status_code=204,
    operation_class=body_of(NewConsent),
    responses=problems(400, 401, 403, 409, 413),
)
async def accept_consent(request: AnyRequest, data: JSONBody[NewConsent]) -> None:
    """Accept a version; safe to send again."""
    account = await calling_account(request)
    await consents.accept(account.id, data.kind, data.version, clock.now())


def _held(grant: Grant, named: tuple[str, str] | None) -> HeldRole:
    number, name = named or (None, None)
    return HeldRole(grant.role, grant.kind, number, name, grant.last_on)


HANDLERS = [me, my_sessions, sign_out_elsewhere, sign_out_there, my_consents, accept_consent]
