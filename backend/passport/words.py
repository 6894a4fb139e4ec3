"""The words of the sheets and the inbox, in every language the register speaks."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from backend.kit.refusals import Language

_READING = re.compile("《[^》]*》")


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in every language."""

    ja: str
    en: str
    ja_easy: str = msgspec.field(name="ja-x-easy")

    def to(self, language: Language) -> str:
        """Give it in a language."""
        return {Language.JA: self.ja, Language.JA_EASY: self.ja_easy, Language.EN: self.en}[language]


@cache
def all_words() -> dict[str, Said]:
    """Read the words once; a text that is missing in a language stops the program."""
    read = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {key: msgspec.convert(texts, Said) for key, texts in read.items()}


def say(key: str, language: Language) -> str:
    """Say a word."""
    return all_words()[key].to(language)


def say_day(day: date, language: Language) -> str:
    """Say a day with its weekday.

    >>> say_day(date(2026, 11, 20), Language.JA)
    '11月20日（金）'
    """
    return say("a_day", language).format(month=day.month, date=day.day, weekday=say_weekday(day, language))


def say_weekday(day: date, language: Language) -> str:
    """Say a weekday."""
    words = say("weekdays", language)
    return (words.split("/") if "/" in words else list(words))[day.weekday()]


def plain(text: str) -> str:
    """Leave out the readings, for paper and spreadsheets.

    >>> plain("｜漢字《かんじ》です")
    '漢字です'
    """
    return _READING.sub("", text).replace("｜", "")
