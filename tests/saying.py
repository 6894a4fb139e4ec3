"""What is wrong with a text in seven languages: letters of another language, a reading or a place missing."""

import re
from collections.abc import Callable
from string import Formatter

from backend.kit.refusals import Language, Said

KANJI = re.compile(r"[々〆一-龯]")
KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
BURMESE = re.compile(r"[\u1000-\u1021]")
RUBY = re.compile(r"｜([^｜《》]+)《[ぁ-ゖァ-ヺー]+》")
WORD = re.compile(r"[^\W\d_]{3,}")
LATIN = re.compile(r"[A-Za-z]{2,}")
ALIKE = {"/schema"}
"""What is the same in every language."""


def texts_of(said: Said[str]) -> dict[Language, str]:
    return {language: said.to(language) for language in Language}


def faults(texts: dict[Language, str]) -> list[str]:
    """Everything that is wrong with one text, as sentences."""
    if set(texts.values()) <= ALIKE:
        return []
    english = texts[Language.EN]
    found = [f"{language} says nothing" for language, text in texts.items() if not text.strip() == text != ""]
    for language, text in texts.items():
        if not WRITTEN[language](text):
            found.append(f"{language} is not written so: {text}")
        if language is not Language.EN and text == english:
            found.append(f"{language} is English: {text}")
        if places(text) != places(english):
            found.append(f"{language} has other places than English: {text}")
    return found


def english_left(texts: dict[Language, str], borrowed: set[str]) -> list[str]:
    """What of a name is not translated: English words in a Latin script, any Latin word in another script."""
    english = {word.lower() for word in WORD.findall(texts[Language.EN])}
    left = {
        language: english & {w.lower() for w in WORD.findall(texts[language])}
        for language in (Language.VI, Language.ID)
    }
    left |= {language: {w.lower() for w in LATIN.findall(texts[language])} for language in (Language.ZH, Language.MY)}
    return [f"{language} has kept: {word}" for language, words in left.items() for word in sorted(words - borrowed)]


def places(text: str) -> set[str]:
    """The names of the places to be filled."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def has_readings(text: str) -> bool:
    return not KANJI.search(RUBY.sub("", text))


def _is_simplified(text: str) -> bool:
    """The letters of mainland China's first standard have neither Japan's forms nor the old ones."""
    return KANJI.search(text) is not None and not KANA.search(text) and _fits(text, "gb2312")


def _fits(text: str, code: str) -> bool:
    try:
        text.encode(code)
    except UnicodeEncodeError:
        return False
    return True


def _has_no_japanese(text: str) -> bool:
    return not KANJI.search(text) and not KANA.search(text) and not BURMESE.search(text)


WRITTEN: dict[Language, Callable[[str], bool]] = {
    Language.JA: lambda text: KANJI.search(text) is not None or KANA.search(text) is not None,
    Language.JA_EASY: has_readings,
    Language.EN: _has_no_japanese,
    Language.VI: _has_no_japanese,
    Language.ZH: _is_simplified,
    Language.ID: _has_no_japanese,
    Language.MY: lambda text: BURMESE.search(text) is not None and not KANJI.search(text) and not KANA.search(text),
}
