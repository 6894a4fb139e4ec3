"""Two registrations of one person become one."""

import msgspec
from litestar import Router, post
from litestar.params import FromPath, JSONBody

from backend.accounts import rights
from backend.accounts.callers import AnyRequest, calling_account
from backend.accounts.rules import Operation
from backend.history.merging import merge
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.workers import service as workers


class Merging(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Which registration stays."""

    into: Number


@post(
    "/v1/workers/{number:str}/merging",
    summary="Two registrations are one person",
    status_code=204,
    operation_class=body_of(Merging),
    responses=problems(400, 401, 403, 404, 409),
)
async def merge_workers(request: AnyRequest, number: FromPath[Number], data: JSONBody[Merging]) -> None:
    """Let this registration go over into another, with all its days.  Safe to send again."""
    now, account = clock.now(), await calling_account(request)
    await rights.require(account, Operation.MERGE_WORKERS, rights.NOBODY, now)
    rows = await database.fetch("SELECT worker_id FROM worker_number WHERE worker_number = $1", number)
    into = await workers.find(data.into)
    if not rows or into is None:
        raise NotFoundError
    await merge(rows[0][0], into, now)


router = Router("/", route_handlers=[merge_workers], tags=["workers"])
