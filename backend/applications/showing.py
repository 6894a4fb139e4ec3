"""Forms and values as people read them: in Japanese or English, the two languages in which items are named."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from backend.kit.items import Choice, Item, Value, ValueKind
from backend.kit.prefectures import PREFECTURES, prefecture_name
from backend.kit.refusals import Language
from backend.proofs.kinds import ProofKind, kinds
from backend.workers import trades

_JAPANESE = {Language.JA, Language.JA_EASY}


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word."""

    ja: str
    en: str


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    say: dict[str, Word]
    field: dict[str, Word]


@cache
def _words() -> _Words:
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8")), _Words)


def spoken(language: Language) -> Language:
    """Tell in which language items are named to a reader."""
    return Language.JA if language in _JAPANESE else Language.EN


def name_item(item: Item, language: Language) -> str:
    """Name an item."""
    return item.ja if language in _JAPANESE else item.en


def help_item(item: Item, language: Language) -> str:
    """Give the hint of an item; nothing where there is none."""
    return item.help_ja if language in _JAPANESE else item.help_en


def name_choice(choice: Choice, language: Language) -> str:
    """Name a choice, or a block of items."""
    return choice.ja if language in _JAPANESE else choice.en


def name_field(field: str, language: Language) -> str:
    """Name a field of a row."""
    return _pick(_words().field[field], language)


def name_proof(kind: ProofKind, language: Language) -> str:
    """Name a kind of photo or paper."""
    known = kinds()[kind]
    return known.ja if language in _JAPANESE else known.en


def offer(item: Item, language: Language) -> list[tuple[str, str]]:
    """List what can be chosen for an item, each by code and name; trades are named in the reader's own language."""
    if item.kind is ValueKind.PREFECTURE:
        return [(str(code), prefecture_name(code, language)) for code in range(1, len(PREFECTURES) + 1)]
    if item.kind is ValueKind.TRADES:
        return [(trade.code, trade.name(language)) for trade in trades.all_trades()]
    return [(choice.code, name_choice(choice, language)) for choice in item.choices]


def say_value(item: Item, value: Value, language: Language) -> str:
    """Write a value as people read it; a photo or paper is only said to be there.

    Args:
        item: whose value it is.
        value: as it is kept, or as it was typed and cannot stand.
        language: the reader's.
    """
    if value is None:
        return _pick(_words().say["none"], language)
    if isinstance(value, bool):
        return _pick(_words().say["yes" if value else "no"], language)
    if item.kind in {ValueKind.CHOICE, ValueKind.CHOICES}:
        return "、".join(_choice(item, one, language) for one in (value if isinstance(value, list) else [value]))
    if item.kind is ValueKind.TRADES and isinstance(value, list):
        return "、".join(_trade(one, language) for one in value)
    if item.kind is ValueKind.PREFECTURE and isinstance(value, int):
        return prefecture_name(value, language)
    if item.kind is ValueKind.YEN and isinstance(value, int):
        return f"{value:,}"
    if item.kind is ValueKind.ROWS and isinstance(value, list):
        return "\n".join(_row(item, one) for one in value)
    return str(value)


def _choice(item: Item, code: object, language: Language) -> str:
    found = next((choice for choice in item.choices if choice.code == code), None)
    return str(code) if found is None else name_choice(found, language)


def _trade(code: object, language: Language) -> str:
    number = trades.number_of(code) if isinstance(code, str) else None
    name = None if number is None else trades.name_of(number, spoken(language))
    return str(code) if name is None else f"{code} {name}"


def _row(item: Item, row: object) -> str:
    if not isinstance(row, dict):
        return str(row)
    return " ".join(str(row[field]) for field in item.fields if row.get(field))


def _pick(word: Word, language: Language) -> str:
    return word.ja if language in _JAPANESE else word.en
