"""What is still missing on the way to a level, each with why, who can mend it, where, and until when.  Pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from backend.kit.refusals import Language, give_reason
from backend.levels.goals import Papers
from backend.levels.road_answers import EntryState, ReadyAbout, ReadyItem, RoadAnswer
from backend.qualifications import catalogue
from backend.qualifications.service import Kept
from backend.workers.items import Form

SOON = timedelta(days=90)
"""Our own: so long before a qualification runs out it stands in the list."""


def find(  # everything that can be missing
    roads: Sequence[RoadAnswer],
    papers: Papers,
    waiting: Collection[tuple[str, int]],
    form: int | None,
    today: date,
    language: Language,
) -> list[ReadyItem]:
    """List what is missing, the most urgent first.

    Args:
        roads: the fields the worker walks.
        papers: what is kept of his qualifications.
        waiting: fields and levels that were applied for and not answered.
        form: in which form he is registered.
        today: a day in Japan.
        language: the reader's.
    """
    found = [*_of_papers(papers, today, language)]
    for road in roads:
        found += _of_road(road, waiting, language)
    if form == Form.SIMPLIFIED:
        found.append(_item(ReadyAbout.EVALUATION, None, "level_simplified", language))
    return found


def _of_papers(papers: Papers, today: date, language: Language) -> Iterator[ReadyItem]:
    for kept in papers.kept:
        state = papers.state(kept)
        name = _name(kept, language)
        if state is EntryState.EXPIRED:
            yield _item(ReadyAbout.QUALIFICATION, name, "qualification_expired", language)
        elif state is None:
            yield _item(ReadyAbout.QUALIFICATION, name, "qualification_refused", language)
        elif kept.expires_on and kept.expires_on <= today + SOON:
            yield _item(ReadyAbout.QUALIFICATION, name, "qualification_ending", language, kept.expires_on)
        elif state is EntryState.WAITING:
            yield _item(ReadyAbout.QUALIFICATION, name, "qualification_waiting", language)


def _of_road(road: RoadAnswer, waiting: Collection[tuple[str, int]], language: Language) -> Iterator[ReadyItem]:
    if road.reached > road.held and (road.field, road.reached) not in waiting:
        yield _item(ReadyAbout.EVALUATION, road.name, "level_to_apply", language)
    if road.days.uncertain:
        yield _item(ReadyAbout.TRADE, road.name, "trade_minor_missing", language)
    if road.days.certified:
        yield _item(ReadyAbout.EXPERIENCE, road.name, "experience_ending", language, road.days.certified_until)


def _name(kept: Kept, language: Language) -> str:
    return catalogue.name_of(kept.key, language) if kept.key else kept.name


def _item(
    about: ReadyAbout, subject: str | None, code: str, language: Language, until: date | None = None
) -> ReadyItem:
    return ReadyItem(about, subject, give_reason(code, language, until))
