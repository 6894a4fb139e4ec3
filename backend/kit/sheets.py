"""Tables as CSV that Excel, Numbers and LibreOffice open rightly: UTF-8 with a mark, commas, no formulas from texts."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

BOM = "\ufeff"
"""Without it Excel takes the file for the machine's own code page."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet calculate, in half and full width."""
ROWS_AT_ONCE = 100

Cell = str | int | None


def guard(cell: Cell) -> str:
    """Write a cell so that no spreadsheet takes a text for a formula.

    >>> guard("=1+1")
    "'=1+1"
    >>> guard(-1)
    '-1'
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return str(cell)


def write_csv(rows: Iterable[Sequence[Cell]], *, marked: bool = True) -> Iterator[bytes]:
    """Write rows as they come, so that a long table needs no room; only a file's beginning is marked."""
    written = io.StringIO(BOM if marked else "")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    for number, row in enumerate(rows, 1):
        writer.writerow([guard(cell) for cell in row])
        if number % ROWS_AT_ONCE == 0:
            yield _taken(written)
    yield _taken(written)


def _taken(written: io.StringIO) -> bytes:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text.encode()
