"""Every refusal says why, who, what and where, in every language; nothing is said that nobody can hear."""

import re

import pytest

import backend.app  # noqa: F401  # imports every domain, and so every error
from backend.history.claiming import ClaimRefusal, Waiting
from backend.kit.errors import PassportError, make_problem
from backend.kit.refusals import Language, catalogue, choose_language, give_reason
from backend.taps.rules import Verdict, state_of

KANJI = re.compile(r"[々〆一-龯]")
RUBY = re.compile(r"｜[^｜《》]+《[ぁ-ゖァ-ヺー]+》")


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
    used |= {*ClaimRefusal, *Waiting}
    assert set(catalogue()) - used == {"identity_used", "tap_malformed", "card_lost"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_word_is_there(code: str, language: Language) -> None:
    reason = give_reason(code, language)
    for said in (reason.why, reason.who, reason.what, reason.where):
        assert said.strip() == said != ""


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_easy_japanese_gives_every_kanji_its_reading(code: str) -> None:
    words = catalogue()[code].ja_easy
    for said in (words.why, words.who, words.what, words.where):
        assert not KANJI.search(RUBY.sub("", said)), said


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
    ("accepted", "language"),
    [
        ("", Language.JA),
        ("en", Language.EN),
        ("en-GB,ja;q=0.5", Language.EN),
        ("ja-JP", Language.JA),
        ("ja-x-easy, ja;q=0.9", Language.JA_EASY),
        ("fr, de;q=0.8", Language.JA),
        ("en;q=0.1, ja;q=0.9", Language.JA),
        ("en;q=x", Language.EN),
        (",;q=,,;;", Language.JA),
    ],
)
def test_the_language_is_chosen_from_the_header(accepted: str, language: Language) -> None:
    assert choose_language(accepted) is language
