"""The names of the 49 evaluation fields, in every language."""

import tomllib
from pathlib import Path

import pytest

from backend.kit.refusals import Language
from tests.saying import RUBY, english_left, faults

FIELDS: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[3] / "backend/levels/fields.toml").read_text("utf-8")
)
LONGEST = 45
"""A field's name is a heading."""
BORROWED = {"urethane", "interior", "alc"}
"""Words that another language writes as English does, and the trade's own letters for its panels."""
LATIN_IN_JAPANESE = {"034": "ja is not written so: ALC"}
"""Fields whose name has no Japanese letter, and what is said about it."""


def texts_of(code: str) -> dict[Language, str]:
    return {language: FIELDS[code].get(language, "") for language in Language}


def test_the_49_fields_are_named() -> None:
    assert list(FIELDS) == [f"{number:03}" for number in range(1, 43)] + [f"P{number}" for number in range(43, 50)]
    assert {code: set(names) for code, names in FIELDS.items() if set(names) != set(Language)} == {}


@pytest.mark.parametrize("code", FIELDS)
def test_a_field_is_named_in_every_language_in_its_own_letters(code: str) -> None:
    texts = texts_of(code)
    assert faults(texts) == [fault for of, fault in LATIN_IN_JAPANESE.items() if of == code]
    assert english_left(texts, BORROWED) == []
    assert RUBY.sub(r"\1", texts[Language.JA_EASY]) == texts[Language.JA]
    assert max(len(text) for language, text in texts.items() if language is not Language.JA_EASY) <= LONGEST


@pytest.mark.parametrize("language", Language)
def test_no_two_fields_have_one_name(language: Language) -> None:
    names = [texts_of(code)[language] for code in FIELDS]
    assert sorted(names) == sorted(set(names))


def test_field_words_are_read_as_on_the_site() -> None:
    words = {
        "002": "｜橋梁《きょうりょう》",
        "008": "｜左官《さかん》",
        "016": "｜鳶《とび》・｜土工《どこう》",
        "034": "｜ALC《エーエルシー》",
        "037": "｜発破《はっぱ》・｜破砕《はさい》",
        "042": "さく｜井《せい》",
        "P44": "｜潜函《せんかん》",
    }
    assert {code: texts_of(code)[Language.JA_EASY] for code in words} == words
