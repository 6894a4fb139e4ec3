"""Which qualifications there are, as far as the standards of the levels name them; read from `catalogue.toml`."""

import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from backend.kit.refusals import Language, Said
from backend.qualifications.grades import Grade, Grades


class Qualification(Said[str], frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One qualification; its names in every language, the Japanese one as it is official."""

    key: str
    """Ours; never changed and never given again."""
    alias: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    """The register's own codes that were seen for it."""


class _GradeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    higher: str
    lower: str
    confidence: Literal["high", "medium"]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    valid_from: date
    source: tuple[str, ...]
    qualification: tuple[Qualification, ...]
    grade: tuple[_GradeEntry, ...]


@cache
def load() -> dict[str, Qualification]:
    """Give every known qualification by its key, in the order of the file."""
    return {one.key: one for one in _file().qualification}


@cache
def grades() -> tuple[Grade, ...]:
    """Give the steps between grades."""
    return tuple(Grade(one.higher, one.lower) for one in _file().grade)


@cache
def known_grades() -> Grades:
    """Give what follows from what, by the catalogue alone."""
    return Grades(grades())


def find(name: str) -> str | None:
    """Give the key of a qualification by its key, official name or alias; None where the catalogue has none such.

    >>> find("玉掛技能講習") == find("玉掛け技能講習")
    True
    """
    return _by_name().get(_plain(name))


def name_of(key: str, language: Language) -> str:
    """Say a qualification in a language."""
    return load()[key].to(language)


@cache
def _by_name() -> dict[str, str]:
    return {_plain(name): key for key, one in load().items() for name in (key, one.ja, *one.alias)}


def _plain(name: str) -> str:
    """Write a name so that wide and narrow letters, 一級 and 1級, and blanks make no difference."""
    narrow = unicodedata.normalize("NFKC", name)
    return "".join(narrow.split()).replace("一級", "1級").replace("二級", "2級").replace("三級", "3級")


@cache
def _file() -> _File:
    return msgspec.toml.decode(Path(__file__).with_name("catalogue.toml").read_bytes(), type=_File)
