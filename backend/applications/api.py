"""Applications over HTTP: written, sent, taken back (docs/decisions/0019-applications.md)."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, slow_down
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.applications import consent_api, drafts, reading, review_api, sending, tables
from backend.applications.drafts import Wish
from backend.applications.kinds import ApplicationKind
from backend.applications.messages import (
    Applications,
    ApplicationSeen,
    FaultSeen,
    FormSeen,
    ItemKey,
    see_application,
    see_fault,
    see_form,
    see_line,
)
from backend.applications.reading import Application
from backend.applications.rules import Given
from backend.companies import service as companies
from backend.kit import clock
from backend.kit.items import Value
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, bytes_body, problems
from backend.kit.refusals import Language, choose_language
from backend.workers import sheet
from backend.workers.items import Form

LARGEST_TABLE = 5 * 1024 * 1024
"""Bytes."""
MOST_TABLES = 30
"""An hour and account."""
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


class FormName(StrEnum):
    """Which form the rows of a table are for."""

    SIMPLIFIED = "simplified"
    DETAILED = "detailed"


class DraftedRow(msgspec.Struct, frozen=True, rename="camel"):
    """A row of a table that became a draft."""

    row: int
    """As a spreadsheet counts."""
    application: UUID | None
    """None: more stands in the row than an application holds."""
    name: str
    new: bool
    """False: it was made before, and was left as it is."""
    faults: list[FaultSeen]


class DraftedRows(msgspec.Struct, frozen=True, rename="camel"):
    """Every row of a table."""

    rows: list[DraftedRow]


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
    return Response(await _show(request, account, kept, now, conflicts), headers=PRIVATE)


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


@post(
    "/v1/companies/{number:str}/applications/table",
    summary="Begin applications from a table",
    status_code=200,
    operation_class=bytes_body(),
    request_max_body_size=LARGEST_TABLE,
    responses=problems(400, 401, 403, 404, 409, 413, 429),
)
async def from_table(
    request: AnyRequest, number: FromPath[Number], form: FromQuery[FormName] = FormName.SIMPLIFIED
) -> Response[DraftedRows]:
    """Make a draft of each row of a CSV or Excel with all that stands in it; what is wrong is named, row by row."""
    now, account = clock.now(), await calling_account(request)
    await slow_down(request, "table", str(account.id), MOST_TABLES)
    company_id = await companies.find(number)
    subject = rights.NOBODY if company_id is None else rights.about_company(company_id)
    await rights.require(account, Operation.FILE_APPLICATION, subject, now)
    made = await tables.draft_all(account, number, Form[form.name], await request.body(), now)
    language = _language(request)
    return Response(DraftedRows([_drafted(one, language) for one in made]), headers=PRIVATE)


@get("/v1/applications/{application:uuid}", summary="An application", responses=problems(400, 401, 403, 404))
async def see(request: AnyRequest, application: FromPath[UUID]) -> Response[ApplicationSeen]:
    """Show it with everything that keeps it from being sent."""
    now, account = clock.now(), await calling_account(request)
    kept = await drafts.open_own(account, application, now)
    return Response(await _show(request, account, kept, now), headers=PRIVATE)


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
    return Response(await _show(request, account, sent, now), headers=PRIVATE)


@delete(
    "/v1/applications/{application:uuid}",
    summary="Take an application back",
    status_code=204,
    responses=problems(400, 401, 403, 404, 409),
)
async def withdraw(request: AnyRequest, application: FromPath[UUID]) -> None:
    """A draft is gone; one that was sent stays as withdrawn.  One that is decided cannot be taken back."""
    await sending.withdraw(await calling_account(request), application, clock.now())


async def _show(
    request: AnyRequest, account: Account, application: Application, at: datetime, conflicts: Sequence[str] = ()
) -> ApplicationSeen:
    judged = await reading.judge_application(application, clock.japan_date(at))
    steps = (await reading.steps_of([application.id]))[application.id]
    consent = (await reading.consents_of([application], at))[application.id]
    language = _language(request)
    may_file = await drafts.may_file(account, application, at)
    return see_application(application, judged, steps, consent, language, conflicts, may_file=may_file)


def _drafted(one: tables.Drafted, language: Language) -> DraftedRow:
    faults = [see_fault(sheet.asked(), fault, language) for fault in one.faults]
    return DraftedRow(one.row, one.id, one.name, one.new, faults)


def _language(request: AnyRequest) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


router = Router(
    "/",
    route_handlers=[
        save,
        mine,
        of_company,
        from_table,
        see,
        see_its_form,
        send,
        withdraw,
        *consent_api.HANDLERS,
        *review_api.HANDLERS,
    ],
    tags=["applications"],
)
