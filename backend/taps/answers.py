"""What a reader is told of each touch."""

from collections.abc import Sequence
from datetime import date

import msgspec

from backend.kit.refusals import Language, Reason, give_reason
from backend.taps.intake import Outcome
from backend.taps.reading import Broken
from backend.taps.rules import State, Verdict, mend_until, state_of


class TapAnswer(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """One touch's answer: the state a reader shows, the work day, and the reason if it does not count."""

    sequence: int | None
    state: State
    work_date: date | None = None
    reason: Reason | None = None
    at: str | None = None
    """Where in the touch it is broken, if it cannot be read."""


class TapAnswers(msgspec.Struct, frozen=True, rename="camel"):
    """A report's answer: what is durable now, in the report's order."""

    kept: int
    answers: list[TapAnswer]


def answer_report(
    sequences: Sequence[int], outcomes: Sequence[Outcome | None], broken: Sequence[Broken], language: Language
) -> TapAnswers:
    """Put the answers of good and broken touches back into the report's order."""
    answers = [answer(sequence, outcome, language) for sequence, outcome in zip(sequences, outcomes, strict=True)]
    for one in broken:
        answers.insert(one.place, _answer_broken(one, language))
    return TapAnswers(sum(outcome is not None for outcome in outcomes), answers)


def answer(sequence: int, outcome: Outcome | None, language: Language) -> TapAnswer:
    """Say one outcome in a language; None means that the identity was used for another content."""
    if outcome is None:
        return TapAnswer(sequence, State.REFUSED, None, give_reason("identity_used", language))
    verdict, day = outcome
    if verdict is Verdict.COUNTED:
        return TapAnswer(sequence, State.COUNTED, day)
    if verdict is Verdict.LEFT:
        return TapAnswer(sequence, State.REGISTERED, day)
    return TapAnswer(
        sequence, state_of(verdict), day, give_reason(verdict.name.lower(), language, mend_until(verdict, day))
    )


def _answer_broken(one: Broken, language: Language) -> TapAnswer:
    return TapAnswer(one.sequence, State.REFUSED, None, give_reason("tap_malformed", language), one.wrong)
