"""Tell who is calling, from the cookie; and slow down whoever tries too often."""

from urllib.parse import urlsplit
from uuid import UUID

from litestar import Request, Response
from litestar.datastructures import Cookie, State

from backend.accounts import consents, service
from backend.accounts.errors import NotAWorkerError, NotSignedInError
from backend.accounts.passkeys import CHALLENGE_LASTS, Asked, Options
from backend.accounts.service import Account
from backend.kit import clock
from backend.kit.errors import TooManyTriesError
from backend.kit.limits import Limits
from backend.settings import settings

COOKIE = "passport_session"
HINT = "passport_in"
"""Tells the phone's own page, which cannot see the session's cookie, that there is one."""
BROWSER = "passport_browser"
"""Names the browser that was asked for a passkey, so that no other can answer for it."""
HOUR_S = 3600
PRIVATE = {"cache-control": "private, no-store", "vary": "accept-language, cookie"}

AnyRequest = Request[object, object, State]


async def calling_account(request: AnyRequest) -> Account:
    """Tell who is calling, worker or not.

    Raises:
        NotSignedInError: no session, or one that is over.
        WorkerRemovedError: the worker is no longer registered.
    """
    account = await service.find_account(request.cookies.get(COOKIE, ""), clock.now())
    if account is None:
        raise NotSignedInError
    return account


async def calling_worker(request: AnyRequest) -> UUID:
    """Tell which worker is calling, who has accepted what must be accepted.

    Raises:
        NotSignedInError: no session, or one that is over.
        NotAWorkerError: the account belongs to no worker.
        ConsentNeededError: something was not accepted yet.
    """
    _, worker_id = await calling_worker_account(request)
    return worker_id


async def calling_worker_account(request: AnyRequest) -> tuple[Account, UUID]:
    """Tell which worker is calling, and by which account and session.

    Raises:
        NotSignedInError, NotAWorkerError, ConsentNeededError: as above.
    """
    account = await calling_account(request)
    if account.worker_id is None:
        raise NotAWorkerError
    consents.require_consents(account)
    return account, account.worker_id


async def slow_down(request: AnyRequest, what: str, whom: str, most: int, window_s: int = HOUR_S) -> None:
    """Count an attempt of somebody at something.

    Raises:
        TooManyTriesError: more than that in the window.
    """
    limits: Limits = request.app.state.limits
    wait_s = await limits.take(f"{what}:{whom}", most, window_s)
    if wait_s:
        raise TooManyTriesError(retry_after_s=wait_s)


def address(request: AnyRequest) -> str:
    """Tell where a request comes from."""
    return request.client.host if request.client else ""


def device(request: AnyRequest) -> str | None:
    """Name the device that asks, as its browser names it, for the list of sessions."""
    said = request.headers.get("user-agent", "")
    found = [name for name in ("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux") if name in said]
    return found[0] if found else None


def signed_in(token: str) -> Response[None]:
    """Answer a sign-in: nothing but the cookies."""
    lasts = int(service.SESSION_LASTS.total_seconds())
    return Response(None, status_code=204, cookies=[*session_cookies(token, lasts), browser_cookie("", 0)])


def put_question(asked: Asked) -> Response[Options]:
    """Answer with what the browser is to ask the phone, and remember the browser."""
    lasts = int(CHALLENGE_LASTS.total_seconds())
    body = {"publicKey": asked.options}
    return Response(body, headers={"cache-control": "no-store"}, cookies=[browser_cookie(asked.browser, lasts)])


def session_cookies(token: str, max_age: int) -> list[Cookie]:
    """Make the cookie of a session, and the one that says it is there."""
    return [
        Cookie(key=name, value=value, max_age=max_age, httponly=hidden, samesite="lax", secure=_is_secure(), path="/")
        for name, value, hidden in ((COOKIE, token, True), (HINT, "1" if token else "", False))
    ]


def browser_cookie(secret: str, max_age: int) -> Cookie:
    """Make the cookie that knows a browser again."""
    return Cookie(
        key=BROWSER, value=secret, max_age=max_age, httponly=True, samesite="strict", secure=_is_secure(), path="/v1"
    )


def _is_secure() -> bool:
    return urlsplit(settings().origin).scheme == "https"
