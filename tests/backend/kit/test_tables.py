"""Tables that people made with spreadsheets."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.kit.tables import Line, TableError, TableFault, read_table

TEXT = "氏名,フリガナ\n見本 太郎,ミホン タロウ\n\n=1+1,+81\n"
MOST = 200
LINES = [Line(1, ["氏名", "フリガナ"]), Line(2, ["見本 太郎", "ミホン タロウ"]), Line(4, ["=1+1", "+81"])]


def write(folder: Path, content: bytes, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_is_read_in_every_encoding(tmp_path: Path, encoding: str, end: str, delimiter: str) -> None:
    text = TEXT.replace("\n", end).replace(",", delimiter)
    assert list(read_table(write(tmp_path, text.encode(encoding)), MOST)) == LINES


def test_quotes_hold_commas_and_ends_of_lines(tmp_path: Path) -> None:
    (head, row) = read_table(write(tmp_path, '住所,経験\n"見本町1,2","一\n二"\n'.encode()), MOST)
    assert (head.cells, row.cells) == (["住所", "経験"], ["見本町1,2", "一\n二"])


def test_an_excel_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy/mm/dd"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["氏名", "生年月日", "番号", "formula"])
    sheet.write(1, 0, "見本 太郎")
    sheet.write_datetime(1, 1, date(1990, 4, 1))
    sheet.write(1, 2, 123)
    sheet.write_string(1, 3, "=1+1")
    book.close()
    head, row = read_table(path, MOST)
    assert head.cells == ["氏名", "生年月日", "番号", "formula"]
    assert row == Line(2, ["見本 太郎", date(1990, 4, 1), 123.0, "=1+1"])


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b"\xef\xbb\xbf\r\n", TableFault.EMPTY),
        (b",,\n ,\n", TableFault.EMPTY),
        (b"name\n" + b"x\n" * (MOST + 1), TableFault.TOO_LONG),
        (b"PK\x03\x04 no workbook", TableFault.UNREADABLE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", TableFault.UNREADABLE),
        (b"a,b\n\xff\xfe\xfd\x00", TableFault.UNREADABLE),
        (b"name\n" + b"x" * 1_000_001, TableFault.UNREADABLE),
        (b'name\n"never closed\nnext\n', TableFault.UNREADABLE),
    ],
)
def test_what_is_no_table_says_so(tmp_path: Path, content: bytes, fault: TableFault) -> None:
    with pytest.raises(TableError) as caught:
        list(read_table(write(tmp_path, content), MOST))
    assert caught.value.fault is fault


def test_as_many_rows_as_there_may_be_are_read(tmp_path: Path) -> None:
    assert len(list(read_table(write(tmp_path, b"name\n" + b"x\n" * MOST), MOST))) == MOST + 1


@pytest.mark.parametrize("corner", [(1_048_575, 16_383), (1_048_575, 0), (40, 16_383)])
def test_a_workbook_whose_corner_lies_far_away_is_not_opened(tmp_path: Path, corner: tuple[int, int]) -> None:
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "name")
    sheet.write(*corner, "far")
    book.close()
    with pytest.raises(TableError) as caught:
        list(read_table(path, MOST))
    assert caught.value.fault is TableFault.TOO_LONG


@settings(max_examples=80, deadline=None)
@given(content=st.binary(max_size=300), begins=st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf", b'"']))
def test_no_bytes_are_a_mistake_of_ours(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, begins: bytes
) -> None:
    path = write(tmp_path_factory.mktemp("any"), begins + content)
    with contextlib.suppress(TableError):
        assert all(isinstance(line, Line) for line in read_table(path, MOST))
