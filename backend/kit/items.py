"""Items of a registration: what is asked, and whether a value can stand.  Pure; knows no trade and no table.

A domain lists its items in `items.toml`, one table each (docs/decisions/0017-the-register.md).  A value is judged here,
once, for whatever way it comes: typed, read from a spreadsheet, or sent by another system.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec

from backend.kit.numbers import is_number

Value: TypeAlias = str | int | bool | list[Any] | None
"""What stands for an item, as JSON; None says "none"."""

LONGEST_TEXT = 200
LONGEST_LINES = 2000
OLDEST_YEARS = 120
LARGEST_NUMBER = 10**15
MOST_ROWS = 50
PREFECTURES = 47


class ItemState(IntEnum):
    """What is known of a value."""

    CLAIMED = 1
    PROVEN = 2
    NONE = 3
    """Left out, or its proof did not hold: recorded as none."""


class ValueKind(StrEnum):
    """What kind of value an item has."""

    TEXT = "text"
    """One line, at most 200 characters."""
    LINES = "lines"
    """Several lines, at most 2,000 characters."""
    KANA = "kana"
    """Full-width katakana; hiragana and half width are folded."""
    LATIN = "latin"
    """As in a passport: capitals A to Z; accents are left out."""
    DATE = "date"
    PAST = "past"
    """A day that is not in the future."""
    BIRTH = "birth"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yesNo"
    PREFECTURE = "prefecture"
    """1–47, by the national code."""
    POSTCODE = "postcode"
    PHONE = "phone"
    MAIL = "mail"
    WHOLE = "whole"
    """A whole number from 0."""
    YEN = "yen"
    TRADES = "trades"
    """One to four codes such as 34-01, the main one first."""
    COMPANY = "company"
    """A company's number."""
    PROOF = "proof"
    """A photo or paper; its id."""
    ROWS = "rows"
    """Several entries of the same fields, at most 50."""


class Ask(StrEnum):
    """Whether an item must be given in a form."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the answers to choose from."""

    code: str
    ja: str
    en: str


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item of a registration."""

    block: str
    kind: ValueKind
    ja: str
    en: str
    help_ja: str = ""
    help_en: str = ""
    forms: dict[str, Ask] = {}
    """Form → whether it must be given there; a form that is not named does not ask."""
    choices: tuple[Choice, ...] = ()
    fields: tuple[str, ...] = ()
    """For rows: the names of their fields; the first must be given."""
    proofs: tuple[str, ...] = ()
    """Kinds of photo or paper that can prove it."""
    must_be_proven: bool = False
    on_card: bool = False
    fixed: bool = False
    """Not changed by an application; a mistake is put right by the operator."""
    since: int = 1
    """The version of the form that first asked for it."""


class Items(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file of items: the version of its forms, the blocks in their order, and the items by key."""

    version: int
    source: str
    blocks: dict[str, Choice]
    item: dict[str, Item]

    def asked(self, form: str) -> dict[str, Item]:
        """Give the items that a form asks for, in their order."""
        return {key: item for key, item in self.item.items() if form in item.forms}


class ItemFault(StrEnum):
    """Why a value cannot stand.  Each is a code of refusals.toml."""

    MISSING = "item_missing"
    UNKNOWN = "item_unknown"
    NOT_TEXT = "item_not_text"
    TOO_LONG = "item_too_long"
    NOT_KANA = "item_not_kana"
    NOT_LATIN = "item_not_latin"
    NOT_A_DAY = "item_not_a_day"
    IN_FUTURE = "item_in_future"
    DAY_UNLIKELY = "item_day_unlikely"
    NOT_OFFERED = "item_not_offered"
    NOT_A_NUMBER = "item_not_a_number"
    NOT_A_POSTCODE = "item_not_a_postcode"
    NOT_A_PHONE_NUMBER = "item_not_a_phone_number"
    NOT_A_MAIL_ADDRESS = "item_not_a_mail_address"
    WRONG_DIGITS = "item_wrong_digits"
    WRONG_PROOF = "item_wrong_proof"
    NEEDS_PROOF = "item_needs_proof"
    LICENCE_LAPSED = "licence_lapsed"


class Fault(NamedTuple):
    """An item whose value cannot stand, and why."""

    item: str
    code: ItemFault


@cache
def load(path: Path) -> Items:
    """Read a file of items once; what it misspells stops the program."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Items)


def judge(key: str, item: Item, value: object, today: date) -> Value | Fault:
    """Write a value in the one way it is kept, or say why it cannot stand.  None stays None: "none"."""
    if value is None or value == "":
        return None
    made = _JUDGES[item.kind](item, value, today)
    return Fault(key, made.code) if isinstance(made, _Wrong) else made


Judge: TypeAlias = Callable[[str, object], Value | Fault]
"""Judges the value of an item of one's own: what `judge` says, and what only the domain knows."""


def judge_all(
    items: Items, form: str, given: Mapping[str, object], judge_one: Judge
) -> tuple[dict[str, Value], list[Fault]]:
    """Judge everything a form asks for, and say every reason at once; what the form does not ask is unknown."""
    asked = items.asked(form)
    good: dict[str, Value] = {}
    faults = [Fault(key, ItemFault.UNKNOWN) for key in given if key not in asked]
    for key, item in asked.items():
        made = judge_one(key, given.get(key))
        if isinstance(made, Fault):
            faults.append(made)
        elif made is None and item.forms[form] is Ask.REQUIRED:
            faults.append(Fault(key, ItemFault.MISSING))
        else:
            good[key] = made
    return good, faults


class _Wrong(NamedTuple):
    code: ItemFault


_Judge: TypeAlias = Callable[[Item, object, date], Value | _Wrong]

_UNWRITABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_KANA = re.compile(r"[ァ-ヺー・ 　]+")
_LATIN = re.compile(r"[A-Z][A-Z '.,-]*")
_POSTCODE = re.compile(r"[0-9]{7}")
_PHONE = re.compile(r"\+?[0-9]{9,15}")
_MAIL = re.compile(r"[^@\s,;:<>()\"]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_TRADE = re.compile(r"[0-9]{2}(-[0-9]{2})?")
_MOST_TRADES = 4


def one_line(text: str) -> str:
    r"""Write a text in one line, without characters that cannot be seen, and with single spaces.

    >>> one_line("  見本\u200b　 太郎\n")
    '見本 太郎'
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and "  " not in text:
        return text.strip(" ")  # nearly always; what is not printable is every space but the plain one, and all unseen
    seen = "".join(" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text))
    return " ".join(part for part in _writable(seen).split(" ") if part)


def fold_kana(text: str) -> str:
    """Write kana in full-width katakana.

    >>> fold_kana("ﾐﾎﾝ　たろう")
    'ミホン タロウ'
    """
    wide = unicodedata.normalize("NFKC", text)
    return one_line("".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in wide))


def fold_latin(text: str) -> str:
    """Write a name as a passport does.

    >>> fold_latin("Nguyễn Văn Đức")
    'NGUYEN VAN DUC'
    """
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D").replace("ß", "ss"))
    return one_line("".join(letter for letter in plain if not unicodedata.combining(letter))).upper()


def _writable(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) not in _UNWRITABLE)


def _text(item: Item, value: object, _today: date) -> Value | _Wrong:
    if not isinstance(value, str):
        return _Wrong(ItemFault.NOT_TEXT)
    if item.kind is ValueKind.LINES:
        lines = [one_line(line) for line in value.splitlines()]
        made = "\n".join(lines).strip("\n")
    else:
        made = one_line(value)
    longest = LONGEST_LINES if item.kind is ValueKind.LINES else LONGEST_TEXT
    return _Wrong(ItemFault.TOO_LONG) if len(made) > longest else made or None


def _kana(item: Item, value: object, today: date) -> Value | _Wrong:
    made = _text(item, fold_kana(value) if isinstance(value, str) else value, today)
    return made if not isinstance(made, str) or _KANA.fullmatch(made) else _Wrong(ItemFault.NOT_KANA)


def _latin(item: Item, value: object, today: date) -> Value | _Wrong:
    made = _text(item, fold_latin(value) if isinstance(value, str) else value, today)
    return made if not isinstance(made, str) or _LATIN.fullmatch(made) else _Wrong(ItemFault.NOT_LATIN)


def _date(item: Item, value: object, today: date) -> Value | _Wrong:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None:
        return _Wrong(ItemFault.NOT_A_DAY)
    if item.kind in {ValueKind.PAST, ValueKind.BIRTH} and day > today:
        return _Wrong(ItemFault.IN_FUTURE)
    if day.year < today.year - OLDEST_YEARS or (item.kind is ValueKind.BIRTH and day.year == today.year):
        return _Wrong(ItemFault.DAY_UNLIKELY)
    return day.isoformat()


def _choice(item: Item, value: object, _today: date) -> Value | _Wrong:
    known = {choice.code for choice in item.choices}
    return value if isinstance(value, str) and value in known else _Wrong(ItemFault.NOT_OFFERED)


def _choices(item: Item, value: object, _today: date) -> Value | _Wrong:
    known = [choice.code for choice in item.choices]
    if not isinstance(value, list) or not all(isinstance(one, str) and one in known for one in value):
        return _Wrong(ItemFault.NOT_OFFERED)
    return sorted(set(value), key=known.index) or None


def _yes_no(_item: Item, value: object, _today: date) -> Value | _Wrong:
    return value if isinstance(value, bool) else _Wrong(ItemFault.NOT_OFFERED)


def _whole(item: Item, value: object, _today: date) -> Value | _Wrong:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_NUMBER:
        return _Wrong(ItemFault.NOT_A_NUMBER)
    if item.kind is ValueKind.PREFECTURE and not 1 <= value <= PREFECTURES:
        return _Wrong(ItemFault.NOT_OFFERED)
    return value


def _digits(pattern: re.Pattern[str], code: ItemFault) -> _Judge:
    def judged(_item: Item, value: object, _today: date) -> Value | _Wrong:
        text = unicodedata.normalize("NFKC", value) if isinstance(value, str) else ""
        made = re.sub(r"[\s()‐‑–—−ー-]", "", text)
        return made if pattern.fullmatch(made) else _Wrong(code)

    return judged


def _mail(item: Item, value: object, today: date) -> Value | _Wrong:
    made = _text(item, unicodedata.normalize("NFKC", value) if isinstance(value, str) else value, today)
    return made if not isinstance(made, str) or _MAIL.fullmatch(made) else _Wrong(ItemFault.NOT_A_MAIL_ADDRESS)


def _trades(_item: Item, value: object, _today: date) -> Value | _Wrong:
    if not isinstance(value, list) or not 1 <= len(value) <= _MOST_TRADES:
        return _Wrong(ItemFault.NOT_OFFERED)
    good = all(isinstance(one, str) and _TRADE.fullmatch(one) for one in value) and len(set(value)) == len(value)
    return list(value) if good else _Wrong(ItemFault.NOT_OFFERED)


def _company(_item: Item, value: object, _today: date) -> Value | _Wrong:
    made = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", value)) if isinstance(value, str) else ""
    return made if is_number(made) and made[1] == "2" else _Wrong(ItemFault.WRONG_DIGITS)


def _proof(_item: Item, value: object, _today: date) -> Value | _Wrong:
    return value if isinstance(value, str) and re.fullmatch(r"[0-9a-f-]{36}", value) else _Wrong(ItemFault.NOT_OFFERED)


def _rows(item: Item, value: object, today: date) -> Value | _Wrong:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        return _Wrong(ItemFault.TOO_LONG)
    made: list[dict[str, Value]] = []
    for row in value:
        if not isinstance(row, dict) or not set(row) <= set(item.fields):
            return _Wrong(ItemFault.UNKNOWN)
        cells = {name: _row_cell(item, name, row.get(name), today) for name in item.fields}
        wrong = next((cell for cell in cells.values() if isinstance(cell, _Wrong)), None)
        if wrong is not None:
            return wrong
        if not cells[item.fields[0]]:
            return _Wrong(ItemFault.MISSING)
        made.append({name: cell for name, cell in cells.items() if cell is not None and not isinstance(cell, _Wrong)})
    return made or None


def _row_cell(item: Item, name: str, value: object, today: date) -> Value | _Wrong:
    """Judge one field of a row: a day where its name ends in `_on`, else a text."""
    if value is None or value == "":
        return None
    return _date(item, value, today) if name.endswith("_on") else _text(item, value, today)


_JUDGES: dict[ValueKind, _Judge] = {
    ValueKind.TEXT: _text,
    ValueKind.LINES: _text,
    ValueKind.KANA: _kana,
    ValueKind.LATIN: _latin,
    ValueKind.DATE: _date,
    ValueKind.PAST: _date,
    ValueKind.BIRTH: _date,
    ValueKind.CHOICE: _choice,
    ValueKind.CHOICES: _choices,
    ValueKind.YES_NO: _yes_no,
    ValueKind.PREFECTURE: _whole,
    ValueKind.WHOLE: _whole,
    ValueKind.YEN: _whole,
    ValueKind.POSTCODE: _digits(_POSTCODE, ItemFault.NOT_A_POSTCODE),
    ValueKind.PHONE: _digits(_PHONE, ItemFault.NOT_A_PHONE_NUMBER),
    ValueKind.MAIL: _mail,
    ValueKind.TRADES: _trades,
    ValueKind.COMPANY: _company,
    ValueKind.PROOF: _proof,
    ValueKind.ROWS: _rows,
}
