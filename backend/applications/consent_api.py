"""A worker's consent over HTTP: asked by the company, seen and answered by whoever holds the link."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.accounts import service as accounts
from backend.accounts.callers import (
    COOKIE,
    PRIVATE,
    AnyRequest,
    address,
    calling_account,
    device,
    slow_down,
)
from backend.accounts.service import Account
from backend.applications import consents, reading
from backend.applications.consents import ConsentLink
from backend.applications.kinds import ApplicationKind
from backend.applications.messages import LineSeen, NamedSeen, named, see_lines
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import choose_language

MOST_BY_ADDRESS = 120
"""An hour."""
Token = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{43}$")]


class ConsentOpened(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The secret of the link."""

    consent: Token


class ConsentAnswered(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What the worker says."""

    consent: Token
    agree: bool


class ConsentAsked(msgspec.Struct, frozen=True, rename="camel"):
    """What is filed for me, and by whom."""

    kind: ApplicationKind
    company: NamedSeen
    changed_at: datetime
    lines: list[LineSeen]


@post(
    "/v1/applications/{application:uuid}/consent",
    summary="Ask the worker for consent",
    status_code=201,
    responses=problems(400, 401, 403, 404, 409),
)
async def ask_consent(request: AnyRequest, application: FromPath[UUID]) -> Response[ConsentLink]:
    """Make a link for the worker, shown once; what is changed after it asks for consent anew."""
    asked = await consents.ask(await calling_account(request), application, clock.now())
    return Response(asked, status_code=201, headers=PRIVATE)


@post(
    "/v1/consent",
    summary="See what is filed for me",
    status_code=200,
    operation_class=body_of(ConsentOpened),
    responses=problems(400, 401, 403, 409, 413, 429),
)
async def open_consent(request: AnyRequest, data: JSONBody[ConsentOpened]) -> Response[ConsentAsked]:
    """Show everything that the company files, to whoever holds the link; a registered worker signs in first."""
    await slow_down(request, "consent", address(request), MOST_BY_ADDRESS)
    now = clock.now()
    application = await consents.open_asked(data.consent, await _caller(request), now)
    judged = await reading.judge_application(application, clock.japan_date(now))
    language = choose_language(request.headers.get("accept-language", ""))
    company = named(application.proxy)
    assert company is not None  # noqa: S101  # only a company asks for consent
    lines = see_lines(application, judged, {}, language)
    changed_at = application.changed_at.astimezone(clock.JAPAN)
    return Response(ConsentAsked(application.kind, company, changed_at, lines), headers=PRIVATE)


@post(
    "/v1/consent/answer",
    summary="Agree to what is filed for me, or not",
    status_code=204,
    operation_class=body_of(ConsentAnswered),
    responses=problems(400, 401, 403, 409, 413, 429),
)
async def answer_consent(request: AnyRequest, data: JSONBody[ConsentAnswered]) -> None:
    """Answer once; what the company changes afterwards needs a new answer."""
    await slow_down(request, "consent", address(request), MOST_BY_ADDRESS)
    caller = await _caller(request)
    await consents.answer(data.consent, caller, agree=data.agree, device=device(request), at=clock.now())


async def _caller(request: AnyRequest) -> Account | None:
    return await accounts.find_account(request.cookies.get(COOKIE, ""), clock.now())


HANDLERS = [ask_consent, open_consent, answer_consent]
