"""A spreadsheet opens our files rightly, and calculates nothing that a text says."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.sheets import FORMULA, guard, write_csv


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"])
def test_a_text_is_never_a_formula(text: str) -> None:
    assert guard(text) == f"'{text}"


@given(st.lists(st.lists(st.text() | st.integers() | st.none(), min_size=1, max_size=4), max_size=250))
def test_what_was_written_can_be_read_back_and_no_cell_is_a_formula(rows: list[list[str | int | None]]) -> None:
    encodable = [[c.encode("utf-8", "ignore").decode() if isinstance(c, str) else c for c in row] for row in rows]
    written = b"".join(write_csv(encodable))
    assert written.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert read == [[guard(cell) for cell in row] for row in encodable]
    texts = [cell for row, given in zip(read, encodable, strict=True) for cell, was in zip(row, given, strict=True)
             if isinstance(was, str)]  # fmt: skip
    assert not [cell for cell in texts if cell.startswith(FORMULA)]


def test_a_long_table_comes_in_parts() -> None:
    assert len(list(write_csv([["x"]] * 250))) == 3
