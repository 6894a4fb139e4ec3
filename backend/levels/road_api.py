"""The planner over HTTP: one's own roads, the fields one aims at, what-if, and the application."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.accounts.callers import PRIVATE, AnyRequest, calling_worker
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, choose_language
from backend.levels import certifying, errors, evaluating, road
from backend.levels.criteria import name_of
from backend.levels.forecast import Forecast, Lane, forecast
from backend.levels.road_answers import ForecastAnswer, RoadsAnswer
from backend.levels.rules import State
from backend.workers import trades

Asked = Literal[2, 3, 4]
LATEST_VERSION = 100_000
LONGEST_MONTH = 31
Version = Annotated[int, msgspec.Meta(ge=0, le=LATEST_VERSION)]


class ApplicationState(StrEnum):
    """What became of an application for a level."""

    FILED = "filed"
    GRANTED = "granted"
    DECLINED = "declined"


class LevelApplicationAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """An application for a level, as the register filled it in."""

    id: UUID
    field: str
    name: str
    level: int
    days: int
    foreman_days: int
    qualifications: list[str]
    filed_at: datetime
    state: ApplicationState
    why: str | None


class LevelApplications(msgspec.Struct, frozen=True, rename="camel"):
    """What I have applied for, the newest first."""

    applications: list[LevelApplicationAnswer]


class NewLevelApplication(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A level to apply for, and the version of the standard that was shown."""

    level: Asked
    criteria: Version


class CertifiedAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """Experience that a company has certified; the trade is None where its number is not known."""

    id: UUID
    trade: str | None
    first_on: date
    last_on: date
    days: int
    foreman_days: int
    leader_days: int
    company: str
    certified_at: datetime


class MyExperience(msgspec.Struct, frozen=True, rename="camel"):
    """What was certified of me, the earliest first."""

    experience: list[CertifiedAnswer]


@get("/v1/passport/road", summary="My way to the next level", responses=problems(401, 403, 404))
async def my_roads(request: AnyRequest, worker_id: NamedDependency[UUID]) -> Response[RoadsAnswer]:
    """Every field my trades allow or I chose: what is done, what is missing, and when it is reached at my pace."""
    return await _roads(request, worker_id)


@put("/v1/passport/road/fields/{field:str}", summary="Aim at a field", responses=problems(401, 403, 404, 409))
async def choose_field(
    request: AnyRequest, field: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[RoadsAnswer]:
    """Show a field too, whatever my trades are.  Safe to send again."""
    await road.choose(worker_id, field, clock.now())
    return await _roads(request, worker_id)


@delete(
    "/v1/passport/road/fields/{field:str}",
    summary="Aim at a field no more",
    status_code=200,
    responses=problems(401, 403, 404),
)
async def leave_field(
    request: AnyRequest, field: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[RoadsAnswer]:
    """Show a chosen field no more; one of my trades stays.  Safe to send again."""
    await road.leave(worker_id, field)
    return await _roads(request, worker_id)


@get(
    "/v1/passport/road/{field:str}/forecast",
    summary="What if I worked otherwise",
    responses=problems(400, 401, 403, 404, 409),
)
async def what_if(
    field: FromPath[str],
    worker_id: NamedDependency[UUID],
    level: FromQuery[Asked],
    criteria: Annotated[int, QueryParameter(ge=0, le=LATEST_VERSION)],
    month_days: Annotated[int, QueryParameter(name="monthDays", ge=0, le=LONGEST_MONTH)],
    foreman_days: Annotated[int, QueryParameter(name="foremanDays", ge=0, le=LONGEST_MONTH)] = 0,
    qualified_in: Annotated[date | None, QueryParameter(name="qualifiedIn")] = None,
) -> Response[ForecastAnswer]:
    """Forecast a level with so many days a month, so many of them as foreman, and the missing qualification by then."""
    standard, walker, _, verdicts = await road.walk(worker_id, field, clock.now())
    if standard.version != criteria:
        raise errors.CriteriaChangedError
    verdict = verdicts[level - 2]
    imagined = [
        forecast(
            walker.today,
            Lane(way.days_missing, month_days, 1),
            Lane(way.foreman_missing, min(foreman_days, month_days), 1),
            qualifications=way.qualifications_missing,
            qualified_in=qualified_in,
        )
        for way in verdict.ways
    ]
    made = Forecast(None, None) if verdict.state is State.UNDECIDED else min(imagined, key=_when)
    month = f"{made.month:%Y-%m}" if made.month else None
    return Response(ForecastAnswer(month, made.slowest), headers=PRIVATE)


@get("/v1/passport/road/applications", summary="Levels I applied for", responses=problems(401, 403))
async def my_level_applications(request: AnyRequest, worker_id: NamedDependency[UUID]) -> Response[LevelApplications]:
    """List what I applied for, and what became of it."""
    found = [show(one, _language(request)) for one in await evaluating.list_of(worker_id)]
    return Response(LevelApplications(found), headers=PRIVATE)


@post(
    "/v1/passport/road/{field:str}/applications",
    summary="Apply for a level",
    operation_class=body_of(NewLevelApplication),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def apply_for_level(
    request: AnyRequest, field: FromPath[str], data: JSONBody[NewLevelApplication], worker_id: NamedDependency[UUID]
) -> Response[LevelApplicationAnswer]:
    """Apply for a level that I have reached; the register fills in days and qualifications as they are now."""
    made = await evaluating.apply(worker_id, field, data.level, data.criteria, clock.now())
    return Response(show(made, _language(request)), status_code=201, headers=PRIVATE)


@get("/v1/passport/experience", summary="My certified experience", responses=problems(401, 403))
async def my_experience(request: AnyRequest, worker_id: NamedDependency[UUID]) -> Response[MyExperience]:
    """List what companies have certified of the years before the register counted."""
    found = [_certified(one, _language(request)) for one in await certifying.list_of(worker_id)]
    return Response(MyExperience(found), headers=PRIVATE)


def show(one: evaluating.Application, language: Language) -> LevelApplicationAnswer:
    """Show an application in a language."""
    decided = ApplicationState.GRANTED if one.granted else ApplicationState.DECLINED
    return LevelApplicationAnswer(
        id=one.id,
        field=one.field,
        name=name_of(one.field, language),
        level=one.level,
        days=one.days,
        foreman_days=one.foreman_days,
        qualifications=list(one.qualifications),
        filed_at=one.filed_at.astimezone(clock.JAPAN).replace(microsecond=0),
        state=ApplicationState.FILED if one.granted is None else decided,
        why=one.why,
    )


def _when(made: Forecast) -> date:
    return made.month or date.max


def _certified(one: certifying.Certified, language: Language) -> CertifiedAnswer:
    said = one.certificate
    return CertifiedAnswer(
        id=one.id,
        trade=trades.name_of(said.trade, language),
        first_on=said.first_on,
        last_on=said.last_on,
        days=said.days,
        foreman_days=said.foreman_days,
        leader_days=said.leader_days,
        company=one.company,
        certified_at=one.certified_at.astimezone(clock.JAPAN).replace(microsecond=0),
    )


async def _roads(request: AnyRequest, worker_id: UUID) -> Response[RoadsAnswer]:
    return Response(await road.get_roads(worker_id, clock.now(), _language(request)), headers=PRIVATE)


def _language(request: AnyRequest) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


router = Router(
    "/",
    route_handlers=[
        my_roads,
        choose_field,
        leave_field,
        what_if,
        my_level_applications,
        apply_for_level,
        my_experience,
    ],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["levels"],
)
