"""Lists asked for, made behind the scenes, and fetched by whoever asked (docs/decisions/0020-the-office.md)."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

import msgspec

from backend.accounts.service import Account
from backend.documents import lists, statements
from backend.documents.errors import ListNotReadyError, ListOverError, TooManyListsError
from backend.documents.lists import ListAsked
from backend.kit import database, store
from backend.kit.errors import NotFoundError

KEPT_FOR = timedelta(days=7)
MOST_WAITING = 5
MOST_SHOWN = 100


class ExportState(StrEnum):
    """How far a list is."""

    WAITING = "waiting"
    BEING_MADE = "beingMade"
    READY = "ready"
    FAILED = "failed"
    OVER = "over"


class Export(msgspec.Struct, frozen=True):
    """A list that was asked for."""

    id: UUID
    asked: ListAsked
    state: ExportState
    asked_at: datetime
    name: str | None
    media_type: str | None
    size: int | None
    rows: int | None
    failed: str | None
    """The code of a refusal."""
    expires_at: datetime | None


def name_of(export_id: UUID) -> str:
    """Give the name under which the file is kept."""
    return f"exports/{export_id.hex}"


async def ask(account: Account, asked: ListAsked, at: datetime) -> Export:
    """Ask for a list.

    Raises:
        RoleNeededError, NotLinkedError, TooLongPeriodError: see `lists.require`.
        TooManyListsError: five of this account's are still being made.
    """
    await lists.require(account, asked, at)
    export_id = uuid4()
    async with database.transaction() as db:
        if await db.fetchval(statements.WAITING, account.id) >= MOST_WAITING:
            raise TooManyListsError
        await db.execute(statements.ASK, export_id, account.id, asked.kind, msgspec.json.encode(asked).decode(), at)
    return await find(account, export_id, at)


async def list_mine(account: Account, at: datetime) -> list[Export]:
    """List what this account asked for, newest first."""
    rows = await database.fetch(statements.MINE, account.id, MOST_SHOWN)
    return [_export(row, at) for row in rows]


async def find(account: Account, export_id: UUID, at: datetime) -> Export:
    """Find a list that this account asked for.

    Raises:
        NotFoundError: none of that id, or another's.
    """
    rows = await database.fetch(statements.ONE, export_id, account.id)
    if not rows:
        raise NotFoundError
    return _export(rows[0], at)


async def open_file(account: Account, export_id: UUID, at: datetime) -> tuple[Export, AsyncIterator[bytes]]:
    """Give a finished list's file to whoever asked for it and still may.

    Raises:
        NotFoundError, RoleNeededError, NotLinkedError: not this account's, or no longer.
        ListNotReadyError: it is still being made.
        ListOverError: its seven days are over, or it could not be made.
    """
    export = await find(account, export_id, at)
    await lists.require(account, export.asked, at)
    if export.state in {ExportState.WAITING, ExportState.BEING_MADE}:
        raise ListNotReadyError(retry_after_s=2)
    if export.state is not ExportState.READY or not await store.is_kept(name_of(export_id)):
        raise ListOverError
    return export, store.read(name_of(export_id))


async def clean(now: datetime) -> None:
    """Drop the files and rows whose time is over; the file goes first, so that no file is left without a row."""
    for row in await database.fetch(statements.OVER, now, now - KEPT_FOR):
        await store.drop(name_of(row["id"]))
    async with database.transaction() as db:
        await db.execute(statements.DROP, now, now - KEPT_FOR)


def _export(row: database.Row, at: datetime) -> Export:
    return Export(
        id=row["id"],
        asked=msgspec.json.decode(row["asked"], type=ListAsked),
        state=_state(row, at),
        asked_at=row["asked_at"],
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
        rows=row["rows_written"],
        failed=row["failed"],
        expires_at=row["expires_at"],
    )


def _state(row: database.Row, at: datetime) -> ExportState:
    if row["ended_at"] is None:
        return ExportState.WAITING if row["began_at"] is None else ExportState.BEING_MADE
    if row["failed"] is not None:
        return ExportState.FAILED
    return ExportState.OVER if row["expires_at"] <= at else ExportState.READY
