"""Read a table that somebody made with a spreadsheet: CSV in UTF-8 or Shift_JIS, or Excel.

What the file is decides, never its name.  Rows come one by one, so that a long CSV needs no room.  What a cell says is
data: a text that begins like a formula stays a text.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

Cell: TypeAlias = str | int | float | bool | date | datetime | None
"""What a cell holds; a CSV has only texts."""

ENCODINGS = ("utf-8-sig", "cp932")
DELIMITERS = ",\t;"
EXCEL = b"PK\x03\x04"
CHUNK = 1 << 20
LARGEST_SHEETS = 400 * 1024 * 1024
"""Bytes, unpacked."""
CELLS_A_ROW = 75
"""So many times the rows one may have is how large the rectangle of a workbook's sheet may be."""
LEAST_CELLS = 500_000
_CELL = re.compile(rb"""\sr=["']([A-Z]+)([0-9]+)["']""")
LONGEST_LINE = 1_000_000
"""Characters: what is longer is no row of a table."""


class TableFault(StrEnum):
    """Why a file is no table that can be read.  Each is a code of refusals.toml."""

    UNREADABLE = "table_unreadable"
    EMPTY = "table_empty"
    TOO_LONG = "table_too_long"


class TableError(Exception):
    """The file as a whole cannot be read; whoever asked knows what to say."""

    def __init__(self, fault: TableFault) -> None:
        """Say why."""
        super().__init__(fault)
        self.fault = fault


class Line(NamedTuple):
    """One row: its number as a spreadsheet counts, from 1, and its cells."""

    number: int
    cells: list[Cell]


def read_table(path: Path, most_rows: int) -> Iterator[Line]:
    """Give the rows of a table, its head first; empty rows are left out.

    Raises:
        TableError: it is neither CSV nor Excel, in no encoding that is known, has nothing in it, or has more rows than
            that below its head.  It may come after rows that could be read.
    """
    with path.open("rb") as file:
        beginning = file.read(CHUNK)
    if not beginning.strip(b"\xef\xbb\xbf \r\n\t"):
        raise TableError(TableFault.EMPTY)
    lines = _excel(path, most_rows) if beginning.startswith(EXCEL) else _csv(path, beginning)
    count = 0
    for count, line in enumerate(lines, 1):
        if count > most_rows + 1:
            raise TableError(TableFault.TOO_LONG)
        yield line
    if count == 0:
        raise TableError(TableFault.EMPTY)


def _excel(path: Path, most_rows: int) -> Iterator[Line]:
    try:
        _require_room(path, max(LEAST_CELLS, most_rows * CELLS_A_ROW))
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()
        for number, row in enumerate(rows, 1):
            cells: list[Cell] = [None if cell == "" else cell for cell in row]  # type: ignore[misc]  # also times, texts then
            if any(cell is not None for cell in cells):
                yield Line(number, cells)
    except (CalamineError, BadZipFile, OSError, ValueError, IndexError, KeyError) as error:
        raise TableError(TableFault.UNREADABLE) from error


def _require_room(path: Path, most_cells: int) -> None:
    """See that a workbook's sheets are no attack, before each is read as one rectangle from its first to its last cell.

    Raises:
        TableError: one unpacks to too much, or its rectangle is too large.
    """
    with ZipFile(path) as book:
        sheets = [one for one in book.infolist() if one.filename.startswith("xl/worksheets/")]
        if sum(one.file_size for one in sheets) > LARGEST_SHEETS:
            raise TableError(TableFault.TOO_LONG)
        for one in sheets:
            with book.open(one) as file:
                rest, widest, longest = b"", 0, 0
                while piece := file.read(CHUNK):
                    for column, row in _CELL.findall(rest + piece):
                        widest, longest = max(widest, _place(column)), max(longest, int(row))
                    if widest * longest > most_cells:
                        raise TableError(TableFault.TOO_LONG)
                    rest = piece[-32:]


def _place(column: bytes) -> int:
    """Tell which column its letters name: A is 1, AA is 27."""
    place = 0
    for letter in column:
        place = place * 26 + letter - 64
    return place


def _csv(path: Path, beginning: bytes) -> Iterator[Line]:
    encoding = _encoding(path)
    if encoding is None or b"\0" in beginning:
        raise TableError(TableFault.UNREADABLE)
    head = beginning.decode(encoding, "ignore").lstrip().split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    csv.field_size_limit(LONGEST_LINE)
    try:
        with path.open(encoding=encoding, newline="") as file:
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for row in reader:
                cells: list[Cell] = [cell if cell.strip() else None for cell in row]
                if any(cell is not None for cell in cells):
                    yield Line(reader.line_num, cells)
    except csv.Error as error:
        raise TableError(TableFault.UNREADABLE) from error


def _encoding(path: Path) -> str | None:
    """Tell in which encoding the whole file can be read; UTF-8 first, since hardly anything else passes for it."""
    return next((encoding for encoding in ENCODINGS if _decodes(path, encoding)), None)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while piece := file.read(CHUNK):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
