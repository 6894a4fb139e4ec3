"""A table of people to be registered (登録会): heads are items, rows are registrations.  Pure.

Photos and papers are no matter of a table: who imports has seen them.  Everything else is judged as everywhere.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import msgspec

from backend.kit.items import Fault, Item, ItemFault, Items, Value, ValueKind, judge_all
from backend.kit.prefectures import PREFECTURES
from backend.kit.tables import Cell
from backend.workers.items import Form, items, judge
from backend.workers.trades import all_trades

LONGEST_CELL = 10_000
YES = frozenset({"はい", "有", "あり", "○", "◯", "1", "yes", "true", "する", "加入"})
NO = frozenset({"いいえ", "無", "なし", "×", "0", "no", "false", "しない", "未加入"})
ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925, "大正": 1911, "T": 1911}
"""The year before each era's first."""
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_ERA_DAY = re.compile(r"(令和|平成|昭和|大正|[RHST])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SHORTENED = re.compile(r"\d(\.\d+)?E\+\d+|#+|#(REF|N/A|VALUE|NAME\?|DIV/0|NUM|NULL)!?", re.IGNORECASE)
_APART = re.compile(r"[、;；]")


AS_IT_STANDS = frozenset(
    {
        ValueKind.TEXT,
        ValueKind.LINES,
        ValueKind.KANA,
        ValueKind.LATIN,
        ValueKind.POSTCODE,
        ValueKind.PHONE,
        ValueKind.MAIL,
        ValueKind.COMPANY,
    }
)
"""Kinds whose judging folds what people write by itself."""


class RowWrong(StrEnum):
    """Why a row as a whole is no registration.  Each is a code of refusals.toml."""

    TOO_WIDE = "row_too_wide"
    CELL_TOO_LONG = "cell_too_long"
    CELL_SPOILT = "cell_spoilt"
    """Letters that could not be carried over, a number that a spreadsheet has shortened, or its own error."""


class Head(NamedTuple):
    """Which item each column holds; None where the head is empty."""

    items: tuple[str | None, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


class RowFault(NamedTuple):
    """What is wrong with a row; the item is empty where it is the row as a whole."""

    item: str
    code: str


class Read(NamedTuple):
    """A row as it is registered, or what is wrong with it."""

    values: dict[str, Value]
    faults: list[RowFault]


@cache
def asked() -> Items:
    """Give the items that a table can hold: all but photos and papers."""
    whole = items()
    able = {key: item for key, item in whole.item.items() if item.kind is not ValueKind.PROOF}
    return msgspec.structs.replace(whole, item=able)


def read_head(cells: Sequence[Cell]) -> Head:
    """Find the item of each column by its key or its Japanese or English name."""
    found = [None if cell is None else _known().get(_plain(str(cell))) for cell in cells]
    unknown = [str(cell)[:80] for cell, item in zip(cells, found, strict=True) if cell is not None and item is None]
    twice = sorted({item for item in found if item is not None and found.count(item) > 1})
    return Head(tuple(found), tuple(unknown), tuple(twice))


def read_row(head: Head, cells: Sequence[Cell], form: Form, today: date) -> Read:
    """Judge a row; every reason at once."""
    if any(cell is not None for cell in cells[len(head.items) :]):
        return Read({}, [RowFault("", RowWrong.TOO_WIDE)])
    spoilt = [
        RowFault(item, wrong)
        for item, cell in zip(head.items, cells, strict=False)
        if item is not None and isinstance(cell, str) and (wrong := _spoilt(cell)) is not None
    ]
    if spoilt:
        return Read({}, spoilt)
    given = {
        item: value_of(asked().item[item], cell)
        for item, cell in zip(head.items, cells, strict=False)
        if item is not None and cell is not None
    }
    values, faults = judge_all(asked(), form.key, _wanted(given, form), lambda key, value: judge(key, value, today))
    if values.get("data_consent") is False:
        faults.append(Fault("data_consent", ItemFault.MISSING))
    return Read(values, [RowFault(fault.item, fault.code) for fault in faults])


def _spoilt(cell: str) -> RowWrong | None:
    if len(cell) > LONGEST_CELL:
        return RowWrong.CELL_TOO_LONG
    lost = any(letter == "\ufffd" or unicodedata.category(letter) == "Co" for letter in cell)
    return RowWrong.CELL_SPOILT if lost or _SHORTENED.fullmatch(cell.strip()) else None


def value_of(item: Item, cell: Cell) -> object:
    """Turn a cell into the value that is judged; what cannot be turned is judged as it stands, and named."""
    if item.kind in {ValueKind.DATE, ValueKind.PAST, ValueKind.BIRTH}:
        return _day(cell)
    text = _text(cell) if isinstance(cell, str) else _with_zeros(item.kind, _text(cell))
    if item.kind in AS_IT_STANDS:
        return text
    plain = _plain(text)
    if item.kind is ValueKind.YES_NO:
        return True if plain in YES else False if plain in NO else text
    if item.kind is ValueKind.PREFECTURE:
        return _prefectures().get(plain, 0)
    if item.kind in {ValueKind.WHOLE, ValueKind.YEN}:
        figure = plain.replace(",", "").removesuffix("円")
        return int(figure) if figure.isascii() and figure.isdigit() and len(figure) <= 15 else text  # noqa: PLR2004  as `items`
    if item.kind is ValueKind.CHOICE:
        return next((one.code for one in item.choices if plain in {one.code, _plain(one.ja), _plain(one.en)}), text)
    if item.kind is ValueKind.TRADES:
        return [_trades().get(_plain(one), _plain(one)) for one in _APART.split(text) if one.strip()]
    if item.kind is ValueKind.ROWS:
        return [{item.fields[0]: one.strip()} for one in _APART.split(text) if one.strip()]
    return text


def _wanted(given: Mapping[str, object], form: Form) -> dict[str, object]:
    """Leave out what the form does not ask for: a table may serve both forms."""
    return {key: value for key, value in given.items() if form.key in asked().item[key].forms}


def _day(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    plain = _plain(_text(cell)).upper()
    found = _DAY.fullmatch(plain)
    if found:
        return _iso(int(found[1]), found[2], found[3])
    era = _ERA_DAY.fullmatch(plain)
    if era:
        return _iso(ERAS[era[1]] + (1 if era[2] == "元" else int(era[2])), era[3], era[4])
    return plain


def _iso(year: int, month: str, day: str) -> str:
    return f"{year:04}-{int(month):02}-{int(day):02}"


def _with_zeros(kind: ValueKind, figures: str) -> str:
    """Give a number back the zeros before it, which a spreadsheet leaves out."""
    if kind is ValueKind.POSTCODE:
        return figures.zfill(7)
    return f"0{figures}" if kind is ValueKind.PHONE and len(figures) in {9, 10} else figures


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _plain(text: str) -> str:
    """Fold width and letter case, and leave out spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


@cache
def _known() -> dict[str, str]:
    return {_plain(name): key for key, item in asked().item.items() for name in (key, item.ja, item.en)}


@cache
def _prefectures() -> dict[str, int]:
    named = {_plain(name): code for code, one in enumerate(PREFECTURES, 1) for name in (one.ja, one.en)}
    short = {_plain(one.ja)[:-1]: code for code, one in enumerate(PREFECTURES, 1) if one.ja != "北海道"}
    return short | named | {str(code): code for code in range(1, len(PREFECTURES) + 1)}


@cache
def _trades() -> dict[str, str]:
    """Find trades by name; where a major and its minor share one, the minor is meant."""
    return {_plain(trade.names.ja): trade.code for trade in all_trades()}
