"""Make the lists that were asked for, one at a time, in the jobs process; killed in the middle, one begins again."""

import asyncio
import hashlib
import logging
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from backend.accounts import service as accounts
from backend.accounts import views
from backend.accounts.service import Account
from backend.documents import columns, exports, lists, statements
from backend.documents.lists import FileKind, ListAsked
from backend.documents.writing import CsvWriting, ExcelWriting, Writing
from backend.kit import clock, database, store
from backend.kit.errors import PassportError

GIVEN_UP_AFTER = timedelta(minutes=2)
"""Whoever makes a list says so at least every few seconds; after this long somebody else takes it."""
SAY_EVERY = timedelta(seconds=10)
MEDIA_TYPES = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FROZEN = 2
"""Columns that stay while one scrolls: number and name."""

_log = logging.getLogger("passport.exports")


async def make_waiting() -> int:
    """Make every list that waits; tell how many."""
    made = 0
    while True:
        now = clock.now()
        async with database.transaction() as db:
            row = await db.fetchrow(statements.TAKE_NEXT, now, now - GIVEN_UP_AFTER)
        if row is None:
            return made
        await _make(row["id"], row["account_id"], msgspec.json.decode(row["asked"], type=ListAsked))
        made += 1


async def _make(export_id: UUID, account_id: UUID, asked: ListAsked) -> None:
    """Make one list; the role is asked for again, since it may have ended."""
    account = await accounts.read_account(account_id)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        try:
            rows = await _write(export_id, account, asked, path)
        except PassportError as error:
            async with database.transaction() as db:
                await db.execute(statements.FAILED, export_id, clock.now(), error.code)
            return
        digest = await asyncio.to_thread(_digest, path)
        await store.keep(exports.name_of(export_id), path, MEDIA_TYPES[asked.file])
        now, name = clock.now(), f"{asked.kind}-{asked.number}-{asked.month}.{asked.file}"
        made = (name, MEDIA_TYPES[asked.file], path.stat().st_size, rows, digest, now + exports.KEPT_FOR)
        async with database.transaction() as db:
            await db.execute(statements.MADE, export_id, now, *made)
    _log.info("made a list of %d rows", rows)


async def _write(export_id: UUID, account: Account, asked: ListAsked, path: Path) -> int:
    """Write the lines as they are read, and keep who was looked at."""
    place = await lists.require(account, asked, clock.now())
    names, language = lists.columns_of(asked), lists.language_of(asked)
    first, _ = lists.months_of(asked)
    writing: Writing = CsvWriting(path) if asked.file is FileKind.CSV else ExcelWriting(path)
    title = f"{columns.say(asked.kind, language)} {asked.month} {place.name}"
    writing.head(title, [columns.head_of(name, first, language) for name in names], FROZEN)
    written, seen, said_at = 0, set[UUID](), clock.now()
    async for page in lists.read_lines(asked, place, clock.japan_date(clock.now())):
        await asyncio.to_thread(writing.lines, [[line.cells.get(name) for name in names] for line in page])
        seen |= {line.worker_id for line in page}
        written += len(page)
        said_at = await _say(export_id, said_at)
    await asyncio.to_thread(writing.close)
    await views.record_all(account, seen, views.Purpose.DOWNLOAD, grant=place.grant, at=clock.now())
    return written


async def _say(export_id: UUID, said_at: datetime) -> datetime:
    """Say now and then that the list is still being made."""
    now = clock.now()
    if now - said_at < SAY_EVERY:
        return said_at
    async with database.transaction() as db:
        await db.execute(statements.STILL_AT_IT, export_id, now)
    return now


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
