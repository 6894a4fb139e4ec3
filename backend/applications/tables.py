"""A company's table of people: each row becomes a draft with all that stands in it, good or not (登録会).

A draft's id follows from company and row, so that the same table again makes nothing twice and touches nothing that was
written since.
"""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
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
from backend.kit.tables import Cell, TableError, TableFault, read_table
from backend.workers import sheet
from backend.workers.items import Form
from backend.workers.sheet import Head, RowFault

MOST_ROWS = 500
LONGEST_NAME = 200
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
    id: UUID | None
    """None: more stands in the row than an application holds."""
    name: str
    new: bool
    """False: it was made by an earlier upload, and was left as it is."""
    faults: list[RowFault]


class _Row(NamedTuple):
    number: int
    given: dict[str, Given]
    faults: list[RowFault]


async def draft_all(account: Account, company: str, form: Form, content: bytes, at: datetime) -> list[Drafted]:
    """Make a draft of each row of a table, all in one transaction; a row that no application holds is only named.

    Raises:
        TableUnreadableError, TableEmptyError, TableTooLongError, TableHeadError: it is no such table.
        RoleNeededError, NotLinkedError, TooManyDraftsError: see `drafts.write_all`.
    """
    rows = await asyncio.to_thread(_read, content, form, clock.japan_date(at))
    wish = Wish(FORMS[form], company, None)
    made = {_id_of(wish, row): row.given for row in rows if drafts.fits(row.given)}
    new = await drafts.write_all(account, made, wish, at)
    return [_drafted(_id_of(wish, row), row, made, new) for row in rows]


def _drafted(draft_id: UUID, row: _Row, made: Mapping[UUID, object], new: set[UUID]) -> Drafted:
    name = str(row.given.get("name", Given()).value or "")[:LONGEST_NAME]
    if draft_id not in made:
        too_large = RowFault("", errors.DraftTooLargeError.code)
        return Drafted(row.number, None, name, new=False, faults=[too_large, *row.faults])
    return Drafted(row.number, draft_id, name, new=draft_id in new, faults=row.faults)


def _id_of(wish: Wish, row: _Row) -> UUID:
    said = [(item, one.value) for item, one in sorted(row.given.items())]
    return uuid5(NAMESPACE, f"{wish.company} {wish.kind} {msgspec.json.encode(said).decode()}")


def _read(content: bytes, form: Form, today: date) -> list[_Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(content)
        try:
            first, *lines = read_table(path, MOST_ROWS)
        except TableError as error:
            raise TABLE_REFUSED[error.fault] from error
    head = sheet.read_head(first.cells)
    if head.unknown or head.twice:
        raise errors.TableHeadError(at=", ".join((*head.unknown, *head.twice))[:200])
    return [_row(head, line.number, line.cells, form, today) for line in lines]


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
