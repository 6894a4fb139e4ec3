"""The review of applications over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.service import Account
from backend.applications import reading, reviewing
from backend.applications.forms import proof_for
from backend.applications.kinds import Step, Verdict
from backend.applications.messages import ApplicationLine, Applications, ItemKey, LineSeen, see_line, see_lines
from backend.applications.reading import Application, Judged
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import choose_language
from backend.kit.texts import readable
from backend.workers.registering import alike

Why = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class Looked(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is proven, and what is registered as none."""

    verdicts: Annotated[dict[ItemKey, Verdict], msgspec.Meta(max_length=200)]


class GivenBack(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is to be put right, item by item; and what is to be said besides."""

    items: Annotated[dict[ItemKey, Why], msgspec.Meta(min_length=1, max_length=200)]
    why: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Refused(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Why it cannot be registered."""

    why: Why


class Review(msgspec.Struct, frozen=True, rename="camel"):
    """An application as its reviewers see it."""

    application: ApplicationLine
    lines: list[LineSeen]
    said: dict[str, Verdict]
    """What the first person said of the items."""
    returned: dict[str, str]
    """What was to be put right when it was given back last."""
    alike: list[str]
    """Workers with the same birth date and name in kana: a hint, no proof."""


@get("/v1/review", summary="Applications to look at", responses=problems(401, 403))
async def waiting(request: AnyRequest) -> Response[Applications]:
    """List what waits, the oldest first; at most 500."""
    now, account = clock.now(), await calling_account(request)
    found = await reviewing.list_waiting(account, now)
    steps = await reading.steps_of([one.id for one in found])
    consents = await reading.consents_of(found, now)
    lines = [see_line(one, consents[one.id], steps[one.id], account) for one in found]
    return Response(Applications(lines), headers=PRIVATE)


@get(
    "/v1/review/{application:uuid}", summary="Open an application to look at it", responses=problems(400, 401, 403, 404)
)
async def open_one(request: AnyRequest, application: FromPath[UUID]) -> Response[Review]:
    """Show every value beside its proof and beside what the register holds."""
    now, account = clock.now(), await calling_account(request)
    return Response(await _show(request, account, await reviewing.open_one(account, application, now)), headers=PRIVATE)


@post(
    "/v1/review/{application:uuid}/look",
    summary="Find an application good",
    status_code=200,
    operation_class=body_of(Looked),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def look(request: AnyRequest, application: FromPath[UUID], data: JSONBody[Looked]) -> Response[Review]:
    """Say what is proven.  The second look, of another person, registers it."""
    now, account = clock.now(), await calling_account(request)
    return Response(
        await _show(request, account, await reviewing.look(account, application, data.verdicts, now)), headers=PRIVATE
    )


@post(
    "/v1/review/{application:uuid}/return",
    summary="Give an application back",
    status_code=200,
    operation_class=body_of(GivenBack),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def give_back(request: AnyRequest, application: FromPath[UUID], data: JSONBody[GivenBack]) -> Response[Review]:
    """Give it back item by item; nothing that was entered is lost."""
    now, account = clock.now(), await calling_account(request)
    items = {item: readable(why) for item, why in data.items.items()}
    returned = await reviewing.give_back(account, application, items, readable(data.why), now)
    return Response(await _show(request, account, returned), headers=PRIVATE)


@post(
    "/v1/review/{application:uuid}/refusal",
    summary="Refuse an application",
    status_code=200,
    operation_class=body_of(Refused),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def refuse(request: AnyRequest, application: FromPath[UUID], data: JSONBody[Refused]) -> Response[Review]:
    """Refuse it with a reason."""
    now, account = clock.now(), await calling_account(request)
    refused = await reviewing.refuse(account, application, readable(data.why), now)
    return Response(await _show(request, account, refused), headers=PRIVATE)


async def _show(request: AnyRequest, account: Account, application: Application) -> Review:
    now = clock.now()
    judged = await reading.judge_application(application, clock.japan_date(now))
    steps = (await reading.steps_of([application.id]))[application.id]
    consent = (await reading.consents_of([application], now))[application.id]
    language = choose_language(request.headers.get("accept-language", ""))
    proofs = {key: proof_for(key, judged.form, application.given, judged.kinds) for key in judged.form.asked}
    found = {key: proof for key, proof in proofs.items() if proof is not None}
    first = next((one.items for one in reversed(steps) if one.step is Step.FIRST_LOOK), {})
    returned = next((one.items for one in reversed(steps) if one.step is Step.RETURNED), {})
    return Review(
        see_line(application, consent, steps, account),
        see_lines(application, judged, found, language),
        {item: Verdict(said) for item, said in first.items()},
        returned,
        await _alike(application, judged),
    )


async def _alike(application: Application, judged: Judged) -> list[str]:
    if not (application.kind.about_worker and application.kind.registers) or application.decided_at is not None:
        return []
    birth, kana = judged.values.get("birth_date"), judged.values.get("name_kana")
    return [] if birth is None or kana is None else await alike(date.fromisoformat(str(birth)), str(kana))


HANDLERS = [waiting, open_one, look, give_back, refuse]
