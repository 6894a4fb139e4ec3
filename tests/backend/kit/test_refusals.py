"""Every refusal says why, who, what and where, in every language; nothing is said that nobody can hear."""

import re

import msgspec
import pytest

import backend.app  # noqa: F401  # imports every domain, and so every error
from backend.history.claiming import ClaimRefusal, Waiting
from backend.kit.errors import PassportError, make_problem
from backend.kit.items import ItemFault
from backend.kit.refusals import Language, Refusal, Said, Words, catalogue, choose_language, give_reason, with_name
from backend.kit.tables import TableFault
from backend.passes.rules import Finding
from backend.taps.rules import Verdict, state_of
from backend.workers.sheet import RowWrong
from tests.saying import faults


def errors(base: type[PassportError] = PassportError) -> list[type[PassportError]]:
    return [kind for found in base.__subclasses__() for kind in (found, *errors(found))]


def test_every_error_has_a_code_of_its_own_with_words() -> None:
    codes = [kind.code for kind in errors()]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(catalogue())


def test_every_verdict_that_does_not_count_has_words() -> None:
    codes = {verdict.name.lower() for verdict in Verdict if state_of(verdict) not in {"counted", "registered"}}
    assert codes <= set(catalogue())


def test_every_refusal_is_used() -> None:
    used = {kind.code for kind in errors()} | {verdict.name.lower() for verdict in Verdict}
    used |= (
        {*ClaimRefusal, *Waiting} | {f"pass_{finding}" for finding in Finding} | {*ItemFault, *TableFault, *RowWrong}
    )
    assert set(catalogue()) - used == {
        "identity_used",
        "tap_malformed",
        "card_lost",
        "lacks_card",
        "card_ending",
        "lacks_employment",
        "qualification_expired",
        "qualification_refused",
        "qualification_ending",
        "qualification_waiting",
        "level_to_apply",
        "trade_minor_missing",
        "experience_ending",
        "qualification_missing",
        "foreman_days_missing",
    }


def said(code: str, part: str) -> dict[Language, str]:
    return {language: getattr(catalogue()[code].to(language), part) for language in Language}


@pytest.mark.parametrize("part", Words.__struct_fields__)
@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_language_says_it_in_its_own_letters(code: str, part: str) -> None:
    assert faults(said(code, part)) == []


def test_a_language_that_is_missing_stops_the_program() -> None:
    words = dict.fromkeys(Words.__struct_fields__, "x")
    whole = {"party": "caller"} | {language.value: words for language in Language}
    assert msgspec.convert(whole, Refusal).to(Language.MY).why == "x"
    for language in Language:
        with pytest.raises(msgspec.ValidationError, match="missing required field"):
            msgspec.convert({key: value for key, value in whole.items() if key != language}, Refusal)


def test_every_language_has_a_field_of_its_own() -> None:
    texts = {language.value: f"in {language}" for language in Language}
    read = msgspec.convert(texts, Said[str])
    assert [read.to(language) for language in Language] == list(texts.values())


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_no_refusal_uses_the_words_that_blame(code: str) -> None:
    refusal = catalogue()[code]
    for words in (refusal.ja, refusal.ja_easy):
        said = words.why + words.who + words.what + words.where
        assert not re.search("エラー|不正|無効な操作", said)


@pytest.mark.parametrize("kind", errors(), ids=lambda kind: kind.code)
def test_a_problem_names_its_code_remedy_and_help_code(kind: type[PassportError]) -> None:
    problem = make_problem(kind(), Language.JA)
    assert problem.type.endswith(kind.code)
    assert re.fullmatch("[A-HJ-NP-Z2-9]{6}", problem.help)
    assert problem.remedy.who


@pytest.mark.parametrize(
    ("language", "who"),
    [
        (Language.JA, "見本建設（所属会社）"),
        (Language.ZH, "見本建設（您的公司）"),
        (Language.VI, "見本建設 (Công ty của bạn)"),
        (Language.MY, "見本建設 (သင့်ကုမ္ပဏီ)"),
    ],
)
def test_a_name_stands_before_the_role_with_the_brackets_of_the_language(language: Language, who: str) -> None:
    assert with_name(give_reason("card_unknown", language), "見本建設", language).who == who


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", Language.JA),
        ("en", Language.EN),
        ("en-GB,ja;q=0.5", Language.EN),
        ("ja-JP", Language.JA),
        ("ja-x-easy, ja;q=0.9", Language.JA_EASY),
        ("JA-X-Easy", Language.JA_EASY),
        ("ja-x-easygoing", Language.JA),
        ("vi-VN", Language.VI),
        ("zh-Hans-CN", Language.ZH),
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.ZH),
        ("id-ID", Language.ID),
        ("in-ID", Language.ID),
        ("my-MM", Language.MY),
        ("ne-NP, vi;q=0.8, en;q=0.9", Language.EN),
        ("fr, de;q=0.8", Language.JA),
        ("en;q=0.1, ja;q=0.9", Language.JA),
        ("en;q=0.5,vi;q=0.5", Language.EN),
        ("en; q=0.5 , my ; q=0.9", Language.MY),
        ("en;level=1;q=0.2, id;q=0.3", Language.ID),
        ("en;q=0, vi;q=0.001", Language.VI),
        ("vi;q=0", Language.JA),
        ("*", Language.JA),
        ("en;q=x", Language.EN),
        ("en;q=nan, id;q=0.1", Language.ID),
        ("en;q=9, id;q=0.1", Language.ID),
        (",;q=,,;;", Language.JA),
    ],
)
def test_the_language_is_chosen_from_the_header(accepted: str, language: Language) -> None:
    assert choose_language(accepted) is language
