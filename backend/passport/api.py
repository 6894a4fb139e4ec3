"""A worker's own passport: today, month, day, year, and the stream that says when to look again."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from backend.accounts.api import calling_worker
from backend.history.rules import work_date
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.openapi import problems
from backend.kit.refusals import Language, choose_language
from backend.passport import months, service
from backend.passport.answers import DayDetailAnswer, MonthVisitsAnswer, PassportAnswer, YearAnswer
from backend.passport.live import SILENCE_S, Watching
from backend.passport.rules import read_day, read_month, read_year

T = TypeVar("T")

PRIVATE = {"cache-control": "private, no-store", "vary": "accept-language, cookie"}
"""What is about one worker is kept by nobody in between."""


@get("/v1/passport", summary="My passport", responses=problems(401, 403, 404))
async def my_passport(
    request: Request[object, object, State], worker_id: NamedDependency[UUID]
) -> Response[PassportAnswer]:
    """Everything that the first screen shows, as of now."""
    return _mine(await service.get_passport(worker_id, clock.now(), _language(request)))


@get(
    "/v1/passport/live",
    summary="Tell me when my passport changes",
    media_type="text/event-stream",
    responses=problems(401, 403),
)
async def live_passport(state: State, worker_id: NamedDependency[UUID]) -> ServerSentEvent:
    """Send `changed` whenever something of mine changed, and a comment every 15 s."""
    return ServerSentEvent(_stream(state.watching, worker_id), headers={"cache-control": "no-store"})


async def _stream(watching: Watching, worker_id: UUID) -> AsyncIterator[ServerSentEventMessage]:
    async with watching.watch(worker_id) as queue:
        yield ServerSentEventMessage(comment="watching", data=None)
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), SILENCE_S)
            except TimeoutError:
                yield ServerSentEventMessage(comment="still here", data=None)
                continue
            data = f'{{"kind":"{event.kind.name.lower()}",{event.body[1:]}'
            yield ServerSentEventMessage(event="changed", id=str(event.id), data=data)


@get("/v1/passport/months/{month:str}", summary="My days in a month", responses=problems(401, 403, 404))
async def my_month(
    request: Request[object, object, State], month: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[MonthVisitsAnswer]:
    """Every day of a month such as 2026-11, with its mark and its visits."""
    today = work_date(clock.now())
    return _mine(await months.get_month(worker_id, _there(read_month(month)), today, _language(request)))


@get("/v1/passport/days/{day:str}", summary="My day as a chain", responses=problems(401, 403, 404))
async def my_day(
    request: Request[object, object, State], day: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[DayDetailAnswer]:
    """Everything that is kept about a day such as 2026-11-20: record, times, evidence, chain, corrections."""
    today = work_date(clock.now())
    return _mine(await months.get_day(worker_id, _there(read_day(day)), today, _language(request)))


@get("/v1/passport/years/{year:str}", summary="My year in totals", responses=problems(401, 403, 404))
async def my_year(
    request: Request[object, object, State], year: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[YearAnswer]:
    """The work days of a calendar year such as 2026, by month, trade and position."""
    return _mine(await months.get_year(worker_id, _there(read_year(year)), _language(request)))


def _there(day: date | None) -> date:
    if day is None:
        raise NotFoundError
    return day


def _language(request: Request[object, object, State]) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


def _mine(answer: T) -> Response[T]:
    return Response(answer, headers=PRIVATE)


router = Router(
    "/",
    route_handlers=[my_passport, live_passport, my_month, my_day, my_year],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["passport"],
)
