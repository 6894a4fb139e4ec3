"""Sign in as a sample person, sign out, and tell who is calling."""

from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import Cookie, State
from litestar.params import JSONBody

from backend.accounts import service
from backend.accounts.errors import NotAWorkerError, NotSignedInError, PersonUnknownError, SampleOnlyError
from backend.accounts.sample import SamplePerson, list_people
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.settings import Mode, settings

COOKIE = "passport_session"
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SampleLogin(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Which sample person one wants to be."""

    person: Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern="^[a-z0-9-]+$")]


class SamplePeople(msgspec.Struct, frozen=True, rename="camel"):
    """Who one can be."""

    people: list[SamplePerson]


@get("/v1/sample/people", summary="Who one can be", responses=problems(404))
async def sample_people(request: Request[object, object, State]) -> SamplePeople:
    """List the sample people; only in sample mode and on a loopback origin."""
    _sample_only(request)
    return SamplePeople(await list_people())


@post(
    "/v1/sample/login",
    summary="Be a sample person",
    status_code=204,
    operation_class=body_of(SampleLogin),
    responses=problems(400, 404, 413),
)
async def sample_login(request: Request[object, object, State], data: JSONBody[SampleLogin]) -> Response[None]:
    """Sign in as a sample person; only in sample mode and on a loopback origin."""
    _sample_only(request)
    account_id = await service.find_labelled(data.person)
    if account_id is None:
        raise PersonUnknownError
    token = await service.open_session(account_id, clock.now())
    return Response(None, status_code=204, cookies=[_cookie(token, int(service.SESSION_LASTS.total_seconds()))])


@post("/v1/logout", summary="Sign out", status_code=204, responses=problems())
async def logout(request: Request[object, object, State]) -> Response[None]:
    """End this phone's session; safe to ask again."""
    await service.close_session(request.cookies.get(COOKIE, ""))
    return Response(None, status_code=204, cookies=[_cookie("", 0)])


async def calling_worker(request: Request[object, object, State]) -> UUID:
    """Tell which worker is calling.

    Raises:
        NotSignedInError: no session, or one that is over.
        NotAWorkerError: the account belongs to no worker.
    """
    account = await service.find_account(request.cookies.get(COOKIE, ""), clock.now())
    if account is None:
        raise NotSignedInError
    if account.worker_id is None:
        raise NotAWorkerError
    return account.worker_id


def _sample_only(request: Request[object, object, State]) -> None:
    asked = urlsplit(f"//{request.headers.get('host', '')}").hostname
    client = request.client.host if request.client else ""
    if settings().mode is not Mode.SAMPLE or asked not in LOOPBACK or client not in LOOPBACK:
        raise SampleOnlyError


def _cookie(token: str, max_age: int) -> Cookie:
    secure = urlsplit(settings().origin).scheme == "https"
    return Cookie(key=COOKIE, value=token, max_age=max_age, httponly=True, samesite="lax", secure=secure, path="/")


router = Router("/", route_handlers=[sample_people, sample_login, logout], tags=["accounts"])
