"""Sign in with a passkey; add and stop passkeys."""

from typing import Annotated

import msgspec
from litestar import Response, delete, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import passkeys, service
from backend.accounts.callers import (
    BROWSER,
    COOKIE,
    PRIVATE,
    AnyRequest,
    address,
    calling_account,
    device,
    put_question,
    signed_in,
    slow_down,
)
from backend.accounts.messages import Credential, DeviceName, NewCredential
from backend.accounts.passkeys import Options, Passkey
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.openapi import body_of, problems

MOST_SIGN_INS = 600
"""An hour and address; a whole site may stand behind one."""

PasskeyId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{2,2048}$")]


class SignIn(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What the phone's passkey answered."""

    credential: Credential


class NewPasskey(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A further passkey, and what its owner calls it."""

    credential: NewCredential
    name: DeviceName = "パスキー"


class Passkeys(msgspec.Struct, frozen=True, rename="camel"):
    """The passkeys of an account."""

    passkeys: list[Passkey]


@post("/v1/login/options", summary="Begin to sign in", status_code=200, responses=problems(429))
async def begin_sign_in(request: AnyRequest) -> Response[Options]:
    """Ask the phone for any passkey it holds for us; nobody is named."""
    await slow_down(request, "login", address(request), MOST_SIGN_INS)
    return put_question(await passkeys.ask_sign_in(clock.now()))


@post(
    "/v1/login",
    summary="Sign in with a passkey",
    status_code=204,
    operation_class=body_of(SignIn),
    responses=problems(400, 401, 403, 413, 429),
)
async def sign_in(request: AnyRequest, data: JSONBody[SignIn]) -> Response[None]:
    """Sign in; a challenge can be answered once.  The session that this browser had before ends."""
    await slow_down(request, "login-answer", address(request), MOST_SIGN_INS)
    now = clock.now()
    account_id, key = await passkeys.sign_in(data.credential, request.cookies.get(BROWSER, ""), now)
    await service.close_session(request.cookies.get(COOKIE, ""))
    return signed_in(await service.open_session(account_id, now, device=device(request), credential_id=key))


@get("/v1/passkeys", summary="My passkeys", responses=problems(401, 403))
async def my_passkeys(request: AnyRequest) -> Response[Passkeys]:
    """List the passkeys of this account."""
    found = await passkeys.list_passkeys(await calling_account(request))
    return Response(Passkeys(found), headers=PRIVATE)


@post("/v1/passkeys/options", summary="Begin a further passkey", status_code=200, responses=problems(401, 403))
async def begin_passkey(request: AnyRequest) -> Response[Options]:
    """Ask the phone to make a further passkey; needs a sign-in of the last ten minutes."""
    now, account = clock.now(), await calling_account(request)
    service.require_fresh(account, now)
    return put_question(await passkeys.ask_new(account.id, await _name(account), passkeys.Purpose.ADD, now))


@post(
    "/v1/passkeys",
    summary="Keep a further passkey",
    status_code=204,
    operation_class=body_of(NewPasskey),
    responses=problems(400, 401, 403, 409, 413),
)
async def add_passkey(request: AnyRequest, data: JSONBody[NewPasskey]) -> None:
    """Keep a further passkey of this account."""
    now, account = clock.now(), await calling_account(request)
    service.require_fresh(account, now)
    await passkeys.add(account.id, data.credential, data.name, request.cookies.get(BROWSER, ""), now)


@delete(
    "/v1/passkeys/{passkey:str}", summary="Stop a passkey", status_code=204, responses=problems(400, 401, 403, 404, 409)
)
async def stop_passkey(request: AnyRequest, passkey: FromPath[PasskeyId]) -> None:
    """Stop a passkey and end the sessions it opened; not the last one."""
    now, account = clock.now(), await calling_account(request)
    service.require_fresh(account, now)
    if not await passkeys.stop(account.id, passkey, now):
        raise NotFoundError


async def _name(account: service.Account) -> str:
    """Give what the phone shows beside the passkey: the worker's number, or the user's name."""
    rows = await database.fetch(
        "SELECT coalesce(n.worker_number, a.name, a.label) FROM account a "
        "LEFT JOIN worker_number n ON n.worker_id = a.worker_id WHERE a.id = $1 ORDER BY 1 LIMIT 1",
        account.id,
    )
    return str(rows[0][0])


HANDLERS = [begin_sign_in, sign_in, my_passkeys, begin_passkey, add_passkey, stop_passkey]
