"""Lists to take away: ask, see how far they are, fetch."""

from datetime import datetime
from uuid import UUID

import msgspec
from litestar import Response, Router, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody
from litestar.response import Stream

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.documents import exports
from backend.documents.exports import Export, ExportState
from backend.documents.lists import ListAsked
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Reason, choose_language, give_reason

ANY_FILE = "application/octet-stream"


class AskedList(msgspec.Struct, frozen=True, rename="camel"):
    """A list that was asked for, and how far it is."""

    id: UUID
    asked: ListAsked
    state: ExportState
    asked_at: datetime
    name: str | None
    """The name of the file, once there is one."""
    size: int | None
    """Bytes."""
    rows: int | None
    why: Reason | None
    """Why it could not be made."""
    expires_at: datetime | None


class AskedLists(msgspec.Struct, frozen=True, rename="camel"):
    """The lists I asked for, newest first."""

    exports: list[AskedList]


@post(
    "/v1/exports",
    summary="Ask for a list to take away",
    status_code=202,
    operation_class=body_of(ListAsked),
    responses=problems(400, 401, 403, 409, 429),
)
async def ask(request: AnyRequest, data: JSONBody[ListAsked]) -> Response[AskedList]:
    """It is made behind the scenes and kept for seven days; whoever stands in it sees that it was taken."""
    account = await calling_account(request)
    return Response(_told(await exports.ask(account, data, clock.now()), request), status_code=202, headers=PRIVATE)


@get("/v1/exports", summary="The lists I asked for", responses=problems(401, 403))
async def mine(request: AnyRequest) -> Response[AskedLists]:
    """List them, newest first; at most 100."""
    account = await calling_account(request)
    found = await exports.list_mine(account, clock.now())
    return Response(AskedLists([_told(one, request) for one in found]), headers=PRIVATE)


@get("/v1/exports/{export:uuid}", summary="How far a list is", responses=problems(400, 401, 403, 404))
async def one(request: AnyRequest, export: FromPath[UUID]) -> Response[AskedList]:
    """Tell how far it is."""
    account = await calling_account(request)
    return Response(_told(await exports.find(account, export, clock.now()), request), headers=PRIVATE)


@get(
    "/v1/exports/{export:uuid}/file",
    summary="Fetch a list",
    media_type=ANY_FILE,
    responses={
        200: ResponseSpec(bytes, generate_examples=False, media_type=ANY_FILE, description="The file"),
        **problems(400, 401, 403, 404, 409, 410),
    },
)
async def fetch(request: AnyRequest, export: FromPath[UUID]) -> Stream:
    """Give the file in pieces to whoever asked for it, as long as the role lasts."""
    account = await calling_account(request)
    found, pieces = await exports.open_file(account, export, clock.now())
    headers = {
        "content-disposition": f'attachment; filename="{found.name}"',
        "content-length": f"{found.size}",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
    }
    return Stream(pieces, media_type=found.media_type or ANY_FILE, headers=headers)


def _told(export: Export, request: AnyRequest) -> AskedList:
    language = choose_language(request.headers.get("accept-language", ""))
    return AskedList(
        id=export.id,
        asked=export.asked,
        state=export.state,
        asked_at=export.asked_at.astimezone(clock.JAPAN),
        name=export.name,
        size=export.size,
        rows=export.rows,
        why=give_reason(export.failed, language) if export.failed else None,
        expires_at=export.expires_at.astimezone(clock.JAPAN) if export.expires_at else None,
    )


router = Router("/", route_handlers=[ask, mine, one, fetch], tags=["lists"])
