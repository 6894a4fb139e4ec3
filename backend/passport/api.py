"""A worker's own passport: today, month, day, year, viewers, inbox, and the stream that says when to look again."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from backend.accounts.api import calling_worker
from backend.events import service as events
from backend.history.rules import work_date
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.passport import inbox, months, service
from backend.passport.answering import language_of, private, there
from backend.passport.answers import DayDetailAnswer, MonthVisitsAnswer, PassportAnswer, YearAnswer
from backend.passport.live import SILENCE_S, Watching
from backend.passport.rules import read_day, read_month, read_year
from backend.passport.viewers import Viewers, list_viewers


@get("/v1/passport", summary="My passport", responses=problems(401, 403, 404))
async def my_passport(
    request: Request[object, object, State], worker_id: NamedDependency[UUID]
) -> Response[PassportAnswer]:
    """Everything that the first screen shows, as of now."""
    return private(await service.get_passport(worker_id, clock.now(), language_of(request)))


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
    return private(await months.get_month(worker_id, there(read_month(month)), today, language_of(request)))


@get("/v1/passport/days/{day:str}", summary="My day as a chain", responses=problems(401, 403, 404))
async def my_day(
    request: Request[object, object, State], day: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[DayDetailAnswer]:
    """Everything that is kept about a day such as 2026-11-20: record, times, evidence, chain, corrections."""
    today = work_date(clock.now())
    return private(await months.get_day(worker_id, there(read_day(day)), today, language_of(request)))


@get("/v1/passport/years/{year:str}", summary="My year in totals", responses=problems(401, 403, 404))
async def my_year(
    request: Request[object, object, State], year: FromPath[str], worker_id: NamedDependency[UUID]
) -> Response[YearAnswer]:
    """The work days of a calendar year such as 2026, by month, trade and position."""
    return private(await months.get_year(worker_id, there(read_year(year)), language_of(request)))


@get("/v1/passport/viewers", summary="Who looked at me", responses=problems(401, 403))
async def my_viewers(worker_id: NamedDependency[UUID]) -> Response[Viewers]:
    """List who looked, newest first: a line for each viewer, purpose and day, and for each pass that was checked."""
    return private(await list_viewers(worker_id, clock.now()))


class ReadUntil(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The newest item that was seen."""

    id: UUID


@get("/v1/passport/inbox", summary="My inbox", responses=problems(401, 403))
async def my_inbox(
    request: Request[object, object, State], worker_id: NamedDependency[UUID]
) -> Response[inbox.InboxAnswer]:
    """What happened to me in the last 30 days, what is about one day put together."""
    return private(await inbox.list_inbox(worker_id, clock.now(), language_of(request)))


@post(
    "/v1/passport/inbox/read",
    summary="I have read my inbox",
    status_code=204,
    operation_class=body_of(ReadUntil),
    responses=problems(400, 401, 403, 413),
)
async def read_inbox(data: JSONBody[ReadUntil], worker_id: NamedDependency[UUID]) -> None:
    """Mark everything up to an item as read; safe to send again, and never goes back."""
    await inbox.mark_read(worker_id, min(data.id, events.id_at(clock.now() + timedelta(seconds=1))))


router = Router(
    "/",
    route_handlers=[my_passport, live_passport, my_month, my_day, my_year, my_viewers, my_inbox, read_inbox],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["passport"],
)
