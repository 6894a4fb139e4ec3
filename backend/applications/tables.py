"""A company's table of people: each row becomes a draft with all that stands in it, good or not (登録会).

A draft's id follows from company and row, so that the same table again makes nothing twice and touches nothing that was
written since.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid5

import msgspec

from backend.accounts.service import Account
from backend.applications import drafts, errors
from backend.applications.drafts import Wish
from backend.applications.kinds import ApplicationKind
from backend.applications.rules import Given
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.tables import Cell, TableError, TableFault, read_table
from backend.workers import sheet
from backend.workers.items import Form
from backend.workers.sheet import Head, RowFault

MOST_ROWS = 500
NAMESPACE = UUID("0f6f3c4e-6d7a-4a53-9a9c-1b1d4c2e7a10")
FORMS = {Form.SIMPLIFIED: ApplicationKind.WORKER_SIMPLIFIED, Form.DETAILED: ApplicationKind.WORKER_DETAILED}
TABLE_REFUSED = {
    TableFault.UNREADABLE: errors.TableUnreadableError,
    TableFault.EMPTY: errors.TableEmptyError,
    TableFault.TOO_LONG: errors.TableTooLongError,
}


class Drafted(NamedTuple):
    """A row that became a draft."""

    row: int
    id: UUID
    name: str
    new: bool
    """False: it was made by an earlier upload, and was left as it is."""
    faults: list[RowFault]


class _Row(NamedTuple):
    number: int
    given: dict[str, Given]
    faults: list[RowFault]


async def draft_all(account: Account, company: str, form: Form, content: bytes, at: datetime) -> list[Drafted]:
    """Make a draft of each row of a table.

    Raises:
        TableUnreadableError, TableEmptyError, TableTooLongError, TableHeadError: it is no such table.
        RoleNeededError, NotLinkedError, TooManyDraftsError: see `drafts.write`.
    """
    rows = await asyncio.to_thread(_read, content, form, clock.japan_date(at))
    wish = Wish(FORMS[form], company, None)
    return [await _draft(account, wish, row, at) for row in rows]


async def _draft(account: Account, wish: Wish, row: _Row, at: datetime) -> Drafted:
    said = [(item, one.value) for item, one in sorted(row.given.items())]
    draft_id = uuid5(NAMESPACE, f"{wish.company} {wish.kind} {msgspec.json.encode(said).decode()}")
    name = row.given.get("name", Given()).value
    try:
        await drafts.open_own(account, draft_id, at)
        new = False
    except NotFoundError:
        await drafts.write(account, draft_id, wish, row.given, 0, at)
        new = True
    return Drafted(row.number, draft_id, str(name or ""), new, row.faults)


def _read(content: bytes, form: Form, today: date) -> list[_Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(content)
        try:
            lines = list(islice(read_table(path), MOST_ROWS + 2))
        except TableError as error:
            raise TABLE_REFUSED[error.fault] from error
    if len(lines) > MOST_ROWS + 1:
        raise errors.TableTooLongError
    head = sheet.read_head(lines[0].cells)
    if head.unknown or head.twice:
        raise errors.TableHeadError(at=", ".join((*head.unknown, *head.twice))[:200])
    return [_row(head, line.number, line.cells, form, today) for line in lines[1:]]


def _row(head: Head, number: int, cells: Sequence[Cell], form: Form, today: date) -> _Row:
    read = sheet.read_row(head, cells, form, today)
    given = {
        item: Given(read.values.get(item, _writable(sheet.value_of(sheet.asked().item[item], cell))))
        for item, cell in zip(head.items, cells, strict=False)
        if item is not None and cell is not None and form.key in sheet.asked().item[item].forms
    }
    return _Row(number, given, read.faults)


def _writable(value: object) -> str | int | bool | list[object] | None:
    """Keep a value that cannot stand as it was typed, so that it is mended and not typed again."""
    return value if value is None or isinstance(value, str | int | bool | list) else str(value)
