"""A worker, as somebody with a role sees him."""

from litestar import Response, Router, get
from litestar.params import FromPath, FromQuery

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation
from backend.accounts.views import Purpose, open_worker
from backend.kit import clock
from backend.kit.numbers import Number
from backend.kit.openapi import problems
from backend.workers import service
from backend.workers.sight import WorkerSeen, seen_by


@get("/v1/workers/{number:str}", summary="See a worker", responses=problems(400, 401, 403))
async def see_worker(
    request: AnyRequest, number: FromPath[Number], purpose: FromQuery[Purpose]
) -> Response[WorkerSeen]:
    """Show what the caller's role sees; the worker sees that it was looked at, by whom and what for.

    A number that nobody has is answered like somebody else's worker.
    """
    now, account = clock.now(), await calling_account(request)
    worker_id = await service.find(number)
    if worker_id is None:
        await rights.require(account, Operation.SEE_WORKER, rights.NOBODY, now)
        raise NotLinkedError
    sight = await open_worker(account, worker_id, purpose, now)
    return Response(seen_by(sight.scope, await service.read(worker_id)), headers=PRIVATE)


router = Router("/", route_handlers=[see_worker], tags=["workers"])
