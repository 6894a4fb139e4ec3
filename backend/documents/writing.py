"""Write lists line by line: CSV or Excel, with a frozen head; no cell becomes a formula."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, Protocol

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from backend.kit.sheets import Cell, write_csv

LONGEST_CELL = 32_767
"""Characters: Excel takes no more."""
WIDEST = 40
NARROWEST = 4
HEAD_ROWS = 2


class Writing(Protocol):
    """A file that is being written."""

    def head(self, title: str, names: Sequence[str], frozen: int) -> None:
        """Write the head; so many first columns stay while one scrolls."""

    def lines(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write lines."""

    def close(self) -> None:
        """Finish the file."""


class CsvWriting:
    """UTF-8 with a mark, commas."""

    def __init__(self, path: Path) -> None:
        """Begin a file."""
        self._file: IO[bytes] = path.open("wb")
        self._begun = False

    def head(self, title: str, names: Sequence[str], frozen: int) -> None:  # noqa: ARG002  # a CSV has no title
        """Write the names of the columns."""
        self.lines([names])

    def lines(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write lines; only the first piece of a file has the mark."""
        for piece in write_csv(rows, marked=not self._begun):
            self._file.write(piece)
        self._begun = True

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class ExcelWriting:
    """One sheet; rows go to disk as they come."""

    def __init__(self, path: Path) -> None:
        """Begin a file."""
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
        self._sheet: Worksheet = self._book.add_worksheet()
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._row = 0

    def head(self, title: str, names: Sequence[str], frozen: int) -> None:
        """Write the title and the names of the columns, and let both stand still."""
        for column, name in enumerate(names):
            self._sheet.set_column(column, column, min(max(2 * len(name) + 2, NARROWEST), WIDEST))
        self._sheet.write_string(0, 0, title, self._bold)
        for column, name in enumerate(names):
            self._sheet.write_string(1, column, name, self._bold)
        self._sheet.freeze_panes(HEAD_ROWS, frozen)
        self._row = HEAD_ROWS

    def lines(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write lines: texts as texts, whatever they begin with."""
        for row in rows:
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    self._sheet.write_string(self._row, column, cell[:LONGEST_CELL])
                elif cell is not None:
                    self._sheet.write_number(self._row, column, cell)
            self._row += 1

    def close(self) -> None:
        """Finish the file."""
        self._book.close()
