"""The names of the qualifications: the official one with its readings, and what it is in the other languages."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from backend.kit.refusals import Language
from tests.saying import RUBY, english_left, faults

CATALOGUE = Path(__file__).parents[3] / "backend/qualifications/catalogue.toml"
QUALIFICATIONS: list[dict[str, Any]] = tomllib.loads(CATALOGUE.read_text("utf-8"))["qualification"]
TRANSLATED = [language for language in Language if language not in {Language.JA, Language.JA_EASY}]
LONGEST = 90
"""More does not fit on a phone in three lines."""
BORROWED = {"gas", "urethane", "interior"}
"""Words that Vietnamese or Indonesian writes as English does."""
KINDS = {
    "1級": ("Grade 1 ", "cấp 1", "1级", "kelas 1", "ပထမတန်း"),
    "2級": ("Grade 2 ", "cấp 2", "2级", "kelas 2", "ဒုတိယတန်း"),
    "基幹技能者": (
        "Registered core technician (",
        "Thợ chủ chốt đã đăng ký (",
        "登记骨干技能者（",
        "Pekerja ahli inti terdaftar (",
        "မှတ်ပုံတင်ပြီး ပင်တိုင်ကျွမ်းကျင်လုပ်သား (",
    ),
    "技能士": (
        "certified skilled worker",
        "Thợ có chứng nhận tay nghề",
        "技能士",
        "Pekerja terampil bersertifikat",
        "လက်မှတ်ရ ကျွမ်းကျင်လုပ်သား",
    ),
    "施工管理技士": (
        "construction managing engineer (",
        "Kỹ sư quản lý thi công cấp ",
        "施工管理技士",
        "Insinyur manajemen konstruksi kelas ",
        "ဆောက်လုပ်ရေးစီမံခန့်ခွဲမှု အင်ဂျင်နီယာ (",
    ),
    "技能講習": (
        "skill training course",
        "Khóa đào tạo kỹ năng ",
        "技能讲习",
        "Pelatihan keterampilan ",
        "ကျွမ်းကျင်မှုသင်တန်း",
    ),
    "作業主任者技能講習": (
        "Operations chief skill training course (",
        "Khóa đào tạo kỹ năng người phụ trách công việc (",
        "作业主任技能讲习",
        "Pelatihan keterampilan kepala pekerjaan (",
        "လုပ်ငန်းတာဝန်ခံ ကျွမ်းကျင်မှုသင်တန်း (",
    ),
    "特別教育": (
        "Special safety training (",
        "Huấn luyện an toàn đặc biệt (",
        "特别教育",
        "Pelatihan keselamatan khusus (",
        "အထူးဘေးကင်းရေးသင်တန်း (",
    ),
    "顕彰": (" award for ", "Giải thưởng ", "表彰", "Penghargaan ", "ဆု"),
}
"""What one kind of certificate is called, in the order of `TRANSLATED`."""


def texts_of(qualification: dict[str, Any]) -> dict[Language, str]:
    return {language: qualification.get(language, "") for language in Language}


def key_of(qualification: dict[str, Any]) -> str:
    return str(qualification["key"])


@pytest.mark.parametrize("qualification", QUALIFICATIONS, ids=key_of)
def test_a_qualification_is_named_in_every_language_in_its_own_letters(qualification: dict[str, Any]) -> None:
    texts = texts_of(qualification)
    assert faults(texts) == []
    assert english_left(texts, BORROWED) == []
    assert {language: len(texts[language]) for language in TRANSLATED if len(texts[language]) > LONGEST} == {}


@pytest.mark.parametrize("qualification", QUALIFICATIONS, ids=key_of)
def test_easy_japanese_keeps_the_official_name_and_adds_readings(qualification: dict[str, Any]) -> None:
    easy = texts_of(qualification)[Language.JA_EASY]
    assert RUBY.sub(r"\1", easy).replace(" ", "") == qualification["ja"]
    assert easy == " ".join(easy.split())


@pytest.mark.parametrize("language", Language)
def test_no_two_qualifications_have_one_name(language: Language) -> None:
    names = [texts_of(qualification)[language] for qualification in QUALIFICATIONS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_of_certificate_is_called_the_same(kind: str) -> None:
    called = dict(zip(TRANSLATED, KINDS[kind], strict=True))
    of_kind = [texts_of(qualification) for qualification in QUALIFICATIONS if kind in qualification["ja"]]
    others = [text[language] for text in of_kind for language in TRANSLATED if called[language] not in text[language]]
    assert (len(of_kind) > 1, others) == (True, [])


def test_a_word_is_read_one_way() -> None:
    """Only 仕上 is written with げ and without."""
    readings: dict[str, set[str]] = {}
    for qualification in QUALIFICATIONS:
        for word, reading in re.findall("｜(.+?)《(.+?)》", texts_of(qualification)[Language.JA_EASY]):
            readings.setdefault(word, set()).add(reading)
    assert {word: read for word, read in readings.items() if len(read) > 1} == {"仕上": {"しあげ", "しあ"}}
    words = {
        "石綿": "いしわた",
        "地山": "じやま",
        "土止": "どど",
        "型枠": "かたわく",
        "玉掛": "たまか",
        "職長": "しょくちょう",
        "締固": "しめかた",
        "硝子": "ガラス",
        "乙種": "おつしゅ",
    }
    assert {word: readings[word] for word in words} == {word: {reading} for word, reading in words.items()}
