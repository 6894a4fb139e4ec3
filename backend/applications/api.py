"""Applications over HTTP: written, sent, taken back (docs/decisions/0019-applications.md)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, slow_down
from backend.accounts.errors import NotLinkedError
from backend.applications import consent_api, drafts, reading, review_api, sending
from backend.applications.drafts import Wish
from backend.applications.kinds import ApplicationKind
from backend.applications.messages import (
    Applications,
    ApplicationSeen,
    FormSeen,
    ItemKey,
    see_application,
    see_form,
    see_line,
)
from backend.applications.reading import Application
from backend.applications.rules import Given
from backend.companies import service as companies
from backend.kit import clock
from backend.kit.items import Value
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, choose_language

MOST_SAVES = 6000
"""An hour and account: every field is kept as it is left."""


class Change(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is given for an item: a value, a photo or paper beside it, or nothing any more."""

    value: Value = None
    proof: UUID | None = None


class Saved(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What was changed on a device since the turn that it had seen."""

    kind: ApplicationKind
    turn: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
    changes: Annotated[dict[ItemKey, Change], msgspec.Meta(max_length=200)]
    company: Number | None = None
    """The company that it is about, or that files for a worker."""
    worker: Number | None = None
    """For whom a company files, where he is registered."""


class ApplicationSending(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What was seen when it was sent."""

    turn: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
    form_version: Annotated[int, msgspec.Meta(ge=0, le=32767)]


@put(
    "/v1/applications/{application:uuid}",
    summary="Keep an application as it is being written",
    operation_class=body_of(Saved),
    responses=problems(400, 401, 403, 404, 409, 413, 429),
)
async def save(request: AnyRequest, application: FromPath[UUID], data: JSONBody[Saved]) -> Response[ApplicationSeen]:
    """Begin an application under an id of the phone's own, and keep what was changed; safe to repeat."""
    now, account = clock.now(), await calling_account(request)
    await slow_down(request, "application", str(account.id), MOST_SAVES)
    wish = Wish(data.kind, data.company, data.worker)
    changes = {item: Given(one.value, one.proof) for item, one in data.changes.items()}
    kept, conflicts = await drafts.write(account, application, wish, changes, data.turn, now)
    return Response(await show(request, kept, now, conflicts), headers=PRIVATE)


@get("/v1/applications", summary="My applications", responses=problems(401, 403))
async def mine(request: AnyRequest) -> Response[Applications]:
    """List what I filed, and what was filed about me, the newest first."""
    found = await drafts.list_mine(await calling_account(request))
    consents = await reading.consents_of(found, clock.now())
    return Response(Applications([see_line(one, consents[one.id]) for one in found]), headers=PRIVATE)


@get("/v1/companies/{number:str}/applications", summary="Applications of my company", responses=problems(400, 401, 403))
async def of_company(request: AnyRequest, number: FromPath[Number]) -> Response[Applications]:
    """List what the company filed for workers, and what is about itself, the newest first."""
    now, account = clock.now(), await calling_account(request)
    company_id = await companies.find(number)
    found = await drafts.list_of_company(account, company_id or 0, now)
    if company_id is None:
        raise NotLinkedError
    consents = await reading.consents_of(found, now)
    return Response(Applications([see_line(one, consents[one.id]) for one in found]), headers=PRIVATE)


@get("/v1/applications/{application:uuid}", summary="An application", responses=problems(400, 401, 403, 404))
async def see(request: AnyRequest, application: FromPath[UUID]) -> Response[ApplicationSeen]:
    """Show it with everything that keeps it from being sent."""
    now, account = clock.now(), await calling_account(request)
    kept = await drafts.open_own(account, application, now)
    return Response(await show(request, kept, now), headers=PRIVATE)


@get("/v1/applications/{application:uuid}/form", summary="Its form", responses=problems(400, 401, 403, 404))
async def see_its_form(request: AnyRequest, application: FromPath[UUID]) -> Response[FormSeen]:
    """Show what is asked, block by block, beside what the register holds."""
    now, account = clock.now(), await calling_account(request)
    kept = await drafts.open_own(account, application, now)
    judged = await reading.judge_application(kept, clock.japan_date(now))
    return Response(see_form(judged, kept.form_version, _language(request)), headers=PRIVATE)


@post(
    "/v1/applications/{application:uuid}/sending",
    summary="Send an application",
    status_code=200,
    operation_class=body_of(ApplicationSending),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def send(
    request: AnyRequest, application: FromPath[UUID], data: JSONBody[ApplicationSending]
) -> Response[ApplicationSeen]:
    """Send it as it was seen; sending it again gives the same receipt."""
    now, account = clock.now(), await calling_account(request)
    sent = await sending.send(account, application, data.turn, data.form_version, now)
    return Response(await show(request, sent, now), headers=PRIVATE)


@delete(
    "/v1/applications/{application:uuid}",
    summary="Take an application back",
    status_code=204,
    responses=problems(400, 401, 403, 404, 409),
)
async def withdraw(request: AnyRequest, application: FromPath[UUID]) -> None:
    """A draft is gone; one that was sent stays as withdrawn.  One that is decided cannot be taken back."""
    await sending.withdraw(await calling_account(request), application, clock.now())


async def show(
    request: AnyRequest, application: Application, at: datetime, conflicts: list[str] | None = None
) -> ApplicationSeen:
    """Show an application to whoever filed it."""
    judged = await reading.judge_application(application, clock.japan_date(at))
    steps = (await reading.steps_of([application.id]))[application.id]
    consent = (await reading.consents_of([application], at))[application.id]
    return see_application(application, judged, steps, consent, _language(request), conflicts or ())


def _language(request: AnyRequest) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


router = Router(
    "/",
    route_handlers=[
        save,
        mine,
        of_company,
        see,
        see_its_form,
        send,
        withdraw,
        *consent_api.HANDLERS,
        *review_api.HANDLERS,
    ],
    tags=["applications"],
)
