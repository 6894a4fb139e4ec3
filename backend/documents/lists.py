"""Which lists one may take away, what stands in them, and who may."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple
from uuid import UUID

import msgspec

from backend.accounts import rights
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Grant, Operation, Subject
from backend.accounts.service import Account
from backend.documents import columns, statements
from backend.documents.errors import TooLongPeriodError
from backend.kit import clock, database
from backend.kit.numbers import Number
from backend.kit.refusals import Language
from backend.kit.sheets import Cell

AT_ONCE = 500
LONGEST_MONTHS = 12
ONE_DAY = timedelta(days=1)
MonthName = Annotated[str, msgspec.Meta(pattern=r"^2[0-9]{3}-(0[1-9]|1[0-2])$")]


class ListKind(StrEnum):
    """The lists of the office."""

    COMPANY_MONTH = "companyMonth"
    """The workers a company employs today × the days of a month, wherever they worked."""
    COMPANY_YEAR = "companyYear"
    """The same × the months of a year."""
    SITE_MONTH = "siteMonth"
    """Who worked at a site × the days of a month."""
    SITE_YEAR = "siteYear"
    SITE_RECORDS = "siteRecords"
    """Every work day of a site, with its fifteen fields and its evidence."""


class FileKind(StrEnum):
    """As what a list is written."""

    CSV = "csv"
    EXCEL = "xlsx"


class ListAsked(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Which list, of what, from which month to which."""

    kind: ListKind
    number: Number
    """The company's or site's."""
    month: MonthName
    """Such as 2026-11; a year begins with this month."""
    until: MonthName | None = None
    """The last month, for records; at most twelve months in all."""
    file: FileKind = FileKind.EXCEL
    language: Annotated[str, msgspec.Meta(max_length=10)] = "ja"
    columns: Annotated[list[Annotated[str, msgspec.Meta(max_length=40)]], msgspec.Meta(max_length=60)] = []
    """Which columns and in which order; all of them where none is named."""


def language_of(asked: ListAsked) -> Language:
    """Tell in which language a list is written: English for whoever asks for it, else Japanese."""
    return Language.EN if asked.language.startswith("en") else Language.JA


class Line(NamedTuple):
    """One line, and whose it is."""

    worker_id: UUID
    cells: dict[str, Cell]


class Place(NamedTuple):
    """Of which company or site a list is, and by which role somebody may take it."""

    id: int
    name: str
    grant: Grant


async def require(account: Account, asked: ListAsked, at: datetime) -> Place:
    """Find what a list is about and check that somebody may take it away.

    Raises:
        RoleNeededError, NotLinkedError: not by any role held now, or not there.
        TooLongPeriodError: more than twelve months.
    """
    months_of(asked)
    found, subject = await _find(asked, clock.japan_date(at))
    operation = Operation.SEE_COMPANY if asked.kind in _OF_COMPANY else Operation.APPROVE_DAY
    grant, _ = await rights.require(account, operation, subject, at)
    if found is None:
        raise NotLinkedError
    return Place(*found, grant)


def months_of(asked: ListAsked) -> tuple[date, date]:
    """Give the first and the last month of a list.

    Raises:
        TooLongPeriodError: more than twelve months, or an end before the beginning.
    """
    first = date.fromisoformat(f"{asked.month}-01")
    if asked.kind in {ListKind.COMPANY_YEAR, ListKind.SITE_YEAR}:
        return first, clock.add_months(first, LONGEST_MONTHS - 1)
    last = date.fromisoformat(f"{asked.until}-01") if asked.until and asked.kind is ListKind.SITE_RECORDS else first
    if not first <= last <= clock.add_months(first, LONGEST_MONTHS - 1):
        raise TooLongPeriodError
    return first, last


def columns_of(asked: ListAsked) -> list[str]:
    """Give the columns of a list in the order asked for; unknown ones are left out."""
    first, _ = months_of(asked)
    known = _columns(asked.kind, clock.add_months(first, 1) - ONE_DAY)
    wished = [name for name in dict.fromkeys(asked.columns) if name in known]
    return wished or known


def _columns(kind: ListKind, last_of_month: date) -> list[str]:
    if kind is ListKind.SITE_RECORDS:
        return list(columns.RECORD)
    head = [*columns.WHO, *(("main", "since") if kind in _OF_COMPANY else ("company",))]
    by_day = kind in {ListKind.COMPANY_MONTH, ListKind.SITE_MONTH}
    return [*head, *(columns.DAYS[: last_of_month.day] if by_day else columns.MONTHS), "days"]


async def read_lines(asked: ListAsked, place: Place, today: date) -> AsyncIterator[list[Line]]:
    """Give the lines of a list in pages, through a cursor, so that a long one needs no room."""
    first, last = months_of(asked)
    values: list[object] = [place.id, first, last]
    if asked.kind in _OF_COMPANY:
        values.append(today)
    else:
        values[2] = clock.add_months(last, 1) - ONE_DAY
    # Not `database.transaction()`: what the reader of these pages writes meanwhile must not wait for the last one.
    async with database.connection() as db, db.transaction():
        cursor = await db.cursor(_STATEMENTS[asked.kind], *values)
        while rows := await cursor.fetch(AT_ONCE):
            yield [Line(row["id"], _cells(asked, first, row)) for row in rows]


async def _find(asked: ListAsked, today: date) -> tuple[tuple[int, str] | None, Subject]:
    table = "company" if asked.kind in _OF_COMPANY else "site"
    rows = await database.fetch(f"SELECT id, name FROM {table} WHERE {table}_number = $1", asked.number)
    if not rows:
        return None, rights.NOBODY
    found: tuple[int, str] = (rows[0][0], rows[0][1])
    return found, rights.about_company(found[0]) if table == "company" else await rights.about_site(found[0], today)


def _cells(asked: ListAsked, first: date, row: database.Row) -> dict[str, Cell]:
    if asked.kind is ListKind.SITE_RECORDS:
        return columns.record_cells(row, language_of(asked))
    masks = dict(zip(row["months"], row["masks"], strict=True))
    if asked.kind in {ListKind.COMPANY_MONTH, ListKind.SITE_MONTH}:
        return columns.name_cells(row) | columns.month_cells(masks.get(first, 0))
    return columns.name_cells(row) | columns.year_cells(first, masks)


_OF_COMPANY = {ListKind.COMPANY_MONTH, ListKind.COMPANY_YEAR}
_STATEMENTS = {
    ListKind.COMPANY_MONTH: statements.COMPANY_MONTHS,
    ListKind.COMPANY_YEAR: statements.COMPANY_MONTHS,
    ListKind.SITE_MONTH: statements.SITE_MONTHS,
    ListKind.SITE_YEAR: statements.SITE_MONTHS,
    ListKind.SITE_RECORDS: statements.SITE_RECORDS,
}
