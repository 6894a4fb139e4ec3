"""Turn whatever goes wrong into a problem document (RFC 9457) in the caller's language."""

import logging
from http import HTTPStatus
from typing import Any

import asyncpg
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from backend.kit import clock
from backend.kit.errors import (
    BusyError,
    MalformedError,
    NotFoundError,
    PassportError,
    Problem,
    TooLargeError,
    WrongMethodError,
    make_problem,
)
from backend.kit.help_codes import Helped
from backend.kit.openapi import PROBLEM
from backend.kit.refusals import choose_language

RETRY_AFTER_S = 2

_log = logging.getLogger("passport")
_KINDS: dict[int, type[PassportError]] = {404: NotFoundError, 405: WrongMethodError, 413: TooLargeError}

AnyRequest = Request[Any, Any, Any]


def answer_refusal(request: AnyRequest, error: PassportError) -> Response[Problem]:
    """Answer a request that cannot be done."""
    language = choose_language(request.headers.get("accept-language", ""))
    headers = {"retry-after": str(error.retry_after_s)} if error.retry_after_s else {}
    problem = make_problem(error, language)
    pattern = request.scope.get("path_template", "")
    request.app.state.help_codes.note(Helped(problem.help, clock.now(), error.code, request.method, pattern))
    return Response(problem, status_code=error.status, media_type=PROBLEM, headers=headers)


def answer_http(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """Answer what Litestar refuses: unknown address, wrong method, unreadable body."""
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return answer_mistake(request, error)
    return answer_refusal(request, _KINDS.get(error.status_code, MalformedError)(at=error.detail or None))


def answer_away(request: AnyRequest, error: Exception) -> Response[Problem]:
    """Answer while the database is away: nothing is lost, come again."""
    _log.warning("database away: %s", error)
    return answer_refusal(request, BusyError(retry_after_s=RETRY_AFTER_S))


def answer_mistake(request: AnyRequest, error: Exception) -> Response[dict[str, str]]:
    """Answer a mistake of ours: logged with its place, told as a bare 500."""
    _log.error("mistake at %s %s", request.method, request.url.path, exc_info=error)
    return Response({"code": "mistake"}, status_code=500, media_type=PROBLEM)


HANDLERS: ExceptionHandlersMap = {
    PassportError: answer_refusal,
    HTTPException: answer_http,
    asyncpg.PostgresConnectionError: answer_away,
    asyncpg.InterfaceError: answer_away,
    asyncpg.InternalClientError: answer_away,  # a connection that has just been told that its server died
    asyncpg.CannotConnectNowError: answer_away,
    asyncpg.AdminShutdownError: answer_away,
    asyncpg.CrashShutdownError: answer_away,
    OSError: answer_away,
    TimeoutError: answer_away,
    Exception: answer_mistake,
}
