"""Levels as the evaluating body sees them: applications to answer, and levels to report."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights, views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.kit import clock
from backend.kit.errors import NotFoundError, PassportError, reason_of
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Reason, choose_language
from backend.kit.texts import readable
from backend.levels import errors, evaluating
from backend.levels.criteria import name_of
from backend.levels.evaluating import Report
from backend.sites.errors import REFUSED
from backend.sites.list_rules import ListRefusal
from backend.workers import service as workers

MOST_REPORTED = 1000
Why = Annotated[str, msgspec.Meta(max_length=500)]


class WaitingApplication(msgspec.Struct, frozen=True, rename="camel"):
    """A level that somebody applied for, as the register filled it in."""

    id: UUID
    worker: str
    worker_name: str
    field: str
    name: str
    level: int
    criteria: int
    days: int
    foreman_days: int
    qualifications: list[str]
    filed_at: datetime


class WaitingApplications(msgspec.Struct, frozen=True, rename="camel"):
    """What waits for an answer, the oldest first; at most 500."""

    applications: list[WaitingApplication]


class LevelDecision(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What is said of an application; declined says why."""

    worker: Number
    granted: bool
    evaluated_on: date
    why: Why = ""


class LevelReport(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A level that was evaluated; a wrong number or field is told in its row."""

    worker: Annotated[str, msgspec.Meta(max_length=40)]
    field: Annotated[str, msgspec.Meta(max_length=40)]
    level: Literal[2, 3, 4]
    evaluated_on: date


class LevelReports(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Levels that were evaluated, many at once."""

    reports: Annotated[list[LevelReport], msgspec.Meta(min_length=1, max_length=MOST_REPORTED)]


class LevelReported(msgspec.Struct, frozen=True, rename="camel"):
    """What became of one report: kept, or the reason why not."""

    worker: str
    field: str
    level: int
    reason: Reason | None


class LevelsReported(msgspec.Struct, frozen=True, rename="camel"):
    """What became of each, in the order in which they came."""

    reports: list[LevelReported]


@get("/v1/levels/applications", summary="Applications for a level", responses=problems(401, 403))
async def waiting_applications(request: AnyRequest) -> Response[WaitingApplications]:
    """List what waits for the evaluating body; each worker sees that he was looked at."""
    account, now = await calling_account(request), clock.now()
    grant, _ = await rights.require(account, Operation.REPORT_LEVEL, rights.NOBODY, now)
    found = await evaluating.list_waiting()
    people = {one.worker_id for one in found}
    await views.record_all(account, people, views.Purpose.APPLICATION, grant=grant, at=now)
    language = choose_language(request.headers.get("accept-language", ""))
    shown = [
        WaitingApplication(
            id=one.id,
            worker=one.worker_number,
            worker_name=one.worker,
            field=one.field,
            name=name_of(one.field, language),
            level=one.level,
            criteria=one.version,
            days=one.days,
            foreman_days=one.foreman_days,
            qualifications=list(one.qualifications),
            filed_at=one.filed_at.astimezone(clock.JAPAN).replace(microsecond=0),
        )
        for one in found
    ]
    return Response(WaitingApplications(shown), headers=PRIVATE)


@post(
    "/v1/levels/applications/{application:uuid}/answer",
    summary="Answer an application for a level",
    status_code=204,
    operation_class=body_of(LevelDecision),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def answer_application(request: AnyRequest, application: FromPath[UUID], data: JSONBody[LevelDecision]) -> None:
    """Grant a level, which colours the card, or decline it with a reason; the worker is told.  Safe to send again."""
    account, now = await _body(request)
    worker_id = await workers.find(data.worker)
    if worker_id is None:
        raise NotFoundError
    _require_another(account, worker_id)
    await evaluating.answer(
        worker_id,
        application,
        granted=data.granted,
        why=readable(data.why),
        evaluated_on=data.evaluated_on,
        by=account.id,
        at=now,
    )


@post(
    "/v1/levels/reports",
    summary="Report levels",
    status_code=200,
    operation_class=body_of(LevelReports),
    responses=problems(400, 401, 403, 413),
)
async def report_levels(request: AnyRequest, data: JSONBody[LevelReports]) -> Response[LevelsReported]:
    """Report levels that were evaluated; each is answered by itself, good ones are kept.  Safe to send again."""
    account, now = await _body(request)
    language = choose_language(request.headers.get("accept-language", ""))
    told = []
    for one in data.reports:
        error = await _report(account, one, now)
        told.append(LevelReported(one.worker, one.field, one.level, reason_of(error, language) if error else None))
    return Response(LevelsReported(told), headers=PRIVATE)


async def _report(account: Account, one: LevelReport, at: datetime) -> PassportError | None:
    try:
        worker_id = await workers.find(one.worker)
        if worker_id is None:
            raise REFUSED[ListRefusal.WORKER_UNKNOWN]
        _require_another(account, worker_id)
        await evaluating.report(worker_id, Report(one.field, one.level, one.evaluated_on), by=account.id, at=at)
    except PassportError as error:
        return error
    return None


def _require_another(account: Account, worker_id: UUID) -> None:
    if account.worker_id == worker_id:
        raise errors.EvaluationOwnError


async def _body(request: AnyRequest) -> tuple[Account, datetime]:
    account, now = await calling_account(request), clock.now()
    await rights.require(account, Operation.REPORT_LEVEL, rights.NOBODY, now)
    return account, now


router = Router(
    "/", route_handlers=[waiting_applications, answer_application, report_levels], tags=["levels"]
)  # fmt: skip
