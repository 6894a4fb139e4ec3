"""Every refusal's words: why, who can mend it, what to do, where; in every language.

Each domain keeps its own in `refusals.toml`, one table per code and language.  A code without words in every language
stops the program at its start and fails the build.
"""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

BACKEND = Path(__file__).parent.parent


class Language(StrEnum):
    """What the register can say its refusals in; the first is the source."""

    JA = "ja"
    JA_EASY = "ja-x-easy"
    EN = "en"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One refusal in one language."""

    why: str
    who: str
    what: str
    where: str


class Reason(msgspec.Struct, frozen=True, rename="camel"):
    """A refusal as it is answered: code, why, who, what, where, and until when (a day in Japan)."""

    code: str
    why: str
    who: str
    what: str
    where: str
    until: date | None


@cache
def catalogue() -> dict[str, dict[Language, Words]]:
    """Read the words of all domains."""
    found: dict[str, dict[Language, Words]] = {}
    for path in sorted(BACKEND.glob("*/refusals.toml")):
        for code, texts in tomllib.loads(path.read_text("utf-8")).items():
            found[code] = {language: msgspec.convert(texts[language], Words) for language in Language}
    return found


@cache
def give_reason(code: str, language: Language, until: date | None = None) -> Reason:
    """Say a refusal in a language."""
    words = catalogue()[code][language]
    return Reason(code, words.why, words.who, words.what, words.where, until)


def choose_language(accepted: str) -> Language:
    """Choose from an Accept-Language header; Japanese where nothing fits.

    >>> choose_language("fr;q=0.9, en-GB;q=0.8")
    <Language.EN: 'en'>
    """
    wishes = [_wish(part) for part in accepted.split(",")[:20]]
    for _, tag in sorted(wishes, key=lambda wish: -wish[0]):
        for language in (Language.JA_EASY, Language.EN, Language.JA):
            if tag == language or tag.startswith(f"{language}-"):
                return language
    return Language.JA


def _wish(part: str) -> tuple[float, str]:
    tag, _, weight = part.strip().partition(";q=")
    try:
        return float(weight or 1), tag.lower()
    except ValueError:
        return 0.0, tag.lower()
