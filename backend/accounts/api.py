"""Sign in and out, and what belongs to one's own account."""

from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from litestar import Response, Router, get, post
from litestar.params import JSONBody

from backend.accounts import account_api, consents, passkey_api, service
from backend.accounts.callers import COOKIE, AnyRequest, calling_worker, session_cookies, signed_in
from backend.accounts.errors import PersonUnknownError, SampleOnlyError
from backend.accounts.sample import SamplePerson, list_people
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import choose_language
from backend.settings import Mode, settings

__all__ = ["COOKIE", "calling_worker", "router"]

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SampleLogin(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Which sample person one wants to be."""

    person: Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern="^[a-z0-9-]+$")]


class SamplePeople(msgspec.Struct, frozen=True, rename="camel"):
    """Who one can be."""

    people: list[SamplePerson]


@get("/v1/sample/people", summary="Who one can be", responses=problems(404))
async def sample_people(request: AnyRequest) -> SamplePeople:
    """List the sample people; only in sample mode and on a loopback origin."""
    _sample_only(request)
    return SamplePeople(await list_people(choose_language(request.headers.get("accept-language", ""))))


@post(
    "/v1/sample/login",
    summary="Be a sample person",
    status_code=204,
    operation_class=body_of(SampleLogin),
    responses=problems(400, 404, 413),
)
async def sample_login(request: AnyRequest, data: JSONBody[SampleLogin]) -> Response[None]:
    """Sign in as a sample person, who has accepted everything; only in sample mode and on a loopback origin."""
    _sample_only(request)
    account_id = await service.find_labelled(data.person)
    if account_id is None:
        raise PersonUnknownError
    now = clock.now()
    await consents.accept_all(account_id, now)
    return signed_in(await service.open_session(account_id, now))


@post("/v1/logout", summary="Sign out", status_code=204, responses=problems())
async def logout(request: AnyRequest) -> Response[None]:
    """End this phone's session; safe to ask again."""
    await service.close_session(request.cookies.get(COOKIE, ""))
    return Response(None, status_code=204, cookies=session_cookies("", 0))


def _sample_only(request: AnyRequest) -> None:
    asked = urlsplit(f"//{request.headers.get('host', '')}").hostname
    client = request.client.host if request.client else ""
    if settings().mode is not Mode.SAMPLE or asked not in LOOPBACK or client not in LOOPBACK:
        raise SampleOnlyError


router = Router(
    "/",
    route_handlers=[sample_people, sample_login, logout, *passkey_api.HANDLERS, *account_api.HANDLERS],
    tags=["accounts"],
)
