"""The words of the sheets, the papers and the inbox, in every language."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from backend.kit.refusals import Language, Said

_READING = re.compile("《[^》]*》")
READINGS = {
    1: "ついたち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか",
    9: "ここのか", 10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか",
}  # fmt: skip
"""Days of a month that are not read as figure and にち."""


@cache
def all_words() -> dict[str, Said[str]]:
    """Read the words once; a text that is missing in a language stops the program."""
    read = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {key: msgspec.convert(texts, Said[str]) for key, texts in read.items()}


def say(key: str, language: Language) -> str:
    """Say a word."""
    return all_words()[key].to(language)


def say_day(day: date, language: Language) -> str:
    """Say a day with its weekday.

    >>> say_day(date(2026, 11, 20), Language.JA), say_day(date(2026, 11, 20), Language.VI)
    ('11月20日（金）', 'Thứ 6, 20 tháng 11')
    """
    month = say("months", language).split("/")[day.month - 1]
    number = _with_reading(day.day) if language is Language.JA_EASY else f"{day.day}"
    return say("a_day", language).format(month=month, date=number, weekday=say_weekday(day, language))


def say_weekday(day: date, language: Language) -> str:
    """Say a weekday."""
    return say("weekdays", language).split("/")[day.weekday()]


def _with_reading(number: int) -> str:
    """Write a day of the month with its reading, which for some stands over figure and 日 together."""
    reading = READINGS.get(number)
    return f"｜{number}日《{reading}》" if reading else f"{number}｜日《にち》"


def plain(text: str) -> str:
    """Leave out the readings, for paper and spreadsheets.

    >>> plain("｜漢字《かんじ》です")
    '漢字です'
    """
    return _READING.sub("", text).replace("｜", "")
