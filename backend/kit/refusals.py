"""Every refusal's words: why, who can mend it, what to do, where; in every language the register speaks.

Each domain and each edge keeps its own in `refusals.toml`, one table per code with a line per language.  A code
without words in every language stops the program at its start and fails the build.
"""

import re
import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

BACKEND = Path(__file__).parent.parent
HELP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""For help codes: 32 without I, O, 0 and 1, which are mistaken for each other."""
HELP_LENGTH = 6

T = TypeVar("T")


class Language(StrEnum):
    """What the register says everything in; the first is the source."""

    JA = "ja"
    JA_EASY = "ja-x-easy"
    EN = "en"
    VI = "vi"
    ZH = "zh"
    """Simplified, as all Chinese here."""
    ID = "id"
    MY = "my"


_BY_BASE = {language.value: language for language in Language if language is not Language.JA_EASY} | {"in": Language.ID}
"""Languages by the first part of a tag; Indonesian has an older one, which some phones still send."""
_WIDE_BRACKETS = {Language.JA, Language.JA_EASY, Language.ZH}
_WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
_LEAST = 0.001
"""The weight of a wish whose own cannot be read."""


class Said(msgspec.Struct, Generic[T], frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing in every language; a field for each, named like its member of `Language`."""

    ja: T
    ja_easy: T = msgspec.field(name="ja-x-easy")
    en: T
    vi: T
    zh: T
    id: T
    my: T

    def to(self, language: Language) -> T:
        """Give it in a language."""
        found: T = getattr(self, language.name.lower())
        return found


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One refusal in one language."""

    why: str
    who: str
    what: str
    where: str


class Party(StrEnum):
    """Who can mend it, as one the register may know by name."""

    CALLER = "caller"
    WORKER = "worker"
    EMPLOYER = "employer"
    PRIME = "prime"
    READER = "reader"
    OPERATOR = "operator"


class Refusal(Said[Words], frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One refusal: who can mend it, and its words in every language."""

    party: Party


class Reason(msgspec.Struct, frozen=True, rename="camel"):
    """A refusal as it is answered: code, why, who, what, where, and until when (a day in Japan)."""

    code: str
    why: str
    who: str
    what: str
    where: str
    until: date | None
    help: str
    """Six characters that stand for the code, to be read out to a helper."""


@cache
def catalogue() -> dict[str, Refusal]:
    """Read the refusals of all domains and edges, by code."""
    found: dict[str, Refusal] = {}
    for path in sorted([*BACKEND.glob("*/refusals.toml"), *BACKEND.parent.glob("*/refusals.toml")]):
        for code, texts in tomllib.loads(path.read_text("utf-8")).items():
            found[code] = msgspec.convert(texts, Refusal)
    return found


@cache
def give_reason(code: str, language: Language, until: date | None = None) -> Reason:
    """Say a refusal in a language."""
    words = catalogue()[code].to(language)
    return Reason(code, words.why, words.who, words.what, words.where, until, help_code_of(code))


def help_code_of(code: str) -> str:
    """Give the help code under which a reason is shown, of a day or a touch: the same for everybody, always.

    >>> help_code_of("structure_missing")
    'Y8VENF'
    """
    digest = sha256(code.encode()).digest()
    return "".join(HELP_LETTERS[byte % len(HELP_LETTERS)] for byte in digest[:HELP_LENGTH])


def with_name(reason: Reason, name: str, language: Language) -> Reason:
    """Put the name of who can mend it before the role.

    >>> with_name(give_reason("card_unknown", Language.ID), "見本建設", Language.ID).who
    '見本建設 (Perusahaan Anda)'
    """
    who = f"{name}（{reason.who}）" if language in _WIDE_BRACKETS else f"{name} ({reason.who})"
    return msgspec.structs.replace(reason, who=who)


def choose_language(accepted: str) -> Language:
    """Choose from an Accept-Language header; Japanese where nothing fits.

    >>> choose_language("fr;q=0.9, in-ID;q=0.8, en;q=0.5")
    <Language.ID: 'id'>
    """
    wishes = sorted(map(_wish, accepted.lower().split(",")[:20]), key=lambda wish: -wish[0])
    fitting = (_find(tag) for weight, tag in wishes if weight > 0)
    return next((language for language in fitting if language), Language.JA)


def _wish(part: str) -> tuple[float, str]:
    """Read one wish, as in `zh-CN;q=0.8`; one without a weight has the most."""
    tag, *parameters = (word.strip() for word in part.split(";"))
    weight = next((word.removeprefix("q=") for word in parameters if word.startswith("q=")), "1")
    return float(weight) if _WEIGHT.fullmatch(weight) else _LEAST, tag


def _find(tag: str) -> Language | None:
    if f"{tag}-".startswith(f"{Language.JA_EASY}-"):
        return Language.JA_EASY
    return _BY_BASE.get(tag.partition("-")[0])
