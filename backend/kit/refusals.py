"""Every refusal's words: why, who can mend it, what to do, where; in every language.

Each domain keeps its own in `refusals.toml`, one table per code and language.  A code without words in every language
stops the program at its start and fails the build.
"""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

BACKEND = Path(__file__).parent.parent
HELP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""For help codes: 32 without I, O, 0 and 1, which are mistaken for each other."""
HELP_LENGTH = 6


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


class Party(StrEnum):
    """Who can mend it, as one the register may know by name."""

    CALLER = "caller"
    WORKER = "worker"
    EMPLOYER = "employer"
    PRIME = "prime"
    READER = "reader"
    OPERATOR = "operator"


class Refusal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One refusal: who can mend it, and its words in every language."""

    party: Party
    ja: Words
    en: Words
    ja_easy: Words = msgspec.field(name="ja-x-easy")

    def words(self, language: Language) -> Words:
        """Give the words in a language."""
        return {Language.JA: self.ja, Language.JA_EASY: self.ja_easy, Language.EN: self.en}[language]


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
    """Read the refusals of all domains, by code."""
    found: dict[str, Refusal] = {}
    for path in sorted(BACKEND.glob("*/refusals.toml")):
        for code, texts in tomllib.loads(path.read_text("utf-8")).items():
            found[code] = msgspec.convert(texts, Refusal)
    return found


@cache
def give_reason(code: str, language: Language, until: date | None = None) -> Reason:
    """Say a refusal in a language."""
    words = catalogue()[code].words(language)
    return Reason(code, words.why, words.who, words.what, words.where, until, help_code_of(code))


def help_code_of(code: str) -> str:
    """Give the help code under which a reason is shown, of a day or a touch: the same for everybody, always.

    >>> help_code_of("structure_missing")
    'Y8VENF'
    """
    digest = sha256(code.encode()).digest()
    return "".join(HELP_LETTERS[byte % len(HELP_LETTERS)] for byte in digest[:HELP_LENGTH])


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
