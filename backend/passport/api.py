"""A worker's own passport, and the stream that says when to look again."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.response import ServerSentEvent, ServerSentEventMessage

from backend.accounts.api import calling_worker
from backend.kit import clock
from backend.kit.openapi import problems
from backend.kit.refusals import choose_language
from backend.passport import service
from backend.passport.answers import PassportAnswer
from backend.passport.live import SILENCE_S, Watching


@get("/v1/passport", summary="My passport", responses=problems(401, 403, 404))
async def my_passport(
    request: Request[object, object, State], worker_id: NamedDependency[UUID]
) -> Response[PassportAnswer]:
    """Everything that the first screen shows, as of now."""
    language = choose_language(request.headers.get("accept-language", ""))
    answer = await service.get_passport(worker_id, clock.now(), language)
    return Response(answer, headers={"cache-control": "private, no-store", "vary": "accept-language, cookie"})


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


router = Router(
    "/",
    route_handlers=[my_passport, live_passport],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["passport"],
)
