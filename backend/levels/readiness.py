"""What is still missing on the way to a level, each with why, who can mend it, where, and until when.  Pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from backend.kit.refusals import Language, give_reason
from backend.levels.criteria import ForemanCounts
from backend.levels.goals import Papers
from backend.levels.road_answers import EntryAnswer, EntryState, GoalAnswer, ReadyAbout, ReadyItem, RoadAnswer
from backend.levels.rules import State
from backend.qualifications import catalogue
from backend.qualifications.service import Kept
from backend.workers.items import Form

TOLD_ALREADY = frozenset({EntryState.WAITING, EntryState.EXPIRED})
"""Stand in the list by themselves."""
SOON = timedelta(days=90)
"""Our own: so long before a qualification runs out it stands in the list."""


def find(
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
        found += _of_next(road, language)
    found += _of_experience(roads, language)
    if form == Form.SIMPLIFIED:
        found.append(_item(ReadyAbout.EVALUATION, None, "level_simplified", language))
    return found


def _of_papers(papers: Papers, today: date, language: Language) -> Iterator[ReadyItem]:
    for kept in papers.kept:
        state = papers.state(kept)
        if papers.replaced(kept):
            continue
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


def _of_next(road: RoadAnswer, language: Language) -> Iterator[ReadyItem]:
    """What the nearest way to the next level still asks; days come by themselves, these do not."""
    goal = next((one for one in road.goals if one.level == road.next), None)
    if goal is None or goal.state is not State.MISSING:
        return
    way = goal.ways[0]
    for need in way.needs:
        names = [_either(entry) for entry in need.entries if entry.state is EntryState.MISSING]
        told_already = sum(entry.state in TOLD_ALREADY for entry in need.entries)
        missing = need.missing - told_already
        subjects = names if len(names) == missing else [road.name][:missing]
        for subject in subjects:
            yield _item(ReadyAbout.QUALIFICATION, subject, "qualification_missing", language)
    if way.foreman_days.missing and not _led(road, goal):
        yield _item(ReadyAbout.DAYS, road.name, "foreman_days_missing", language)


def _either(entry: EntryAnswer) -> str:
    """Name an entry; of several one is enough."""
    return " / ".join(one.name for one in entry.names)


def _led(road: RoadAnswer, goal: GoalAnswer) -> bool:
    """Tell whether somebody leads at present, so that the missing days come by themselves."""
    counts = goal.ways[0].foreman_counts
    return (road.pace.foreman_days if counts is ForemanCounts.FOREMAN else road.pace.foreman_or_leader_days) > 0


def _of_experience(roads: Sequence[RoadAnswer], language: Language) -> Iterator[ReadyItem]:
    """Certified days end on the same day in every field."""
    certified = next((road for road in roads if road.days.certified), None)
    if certified is not None:
        yield _item(ReadyAbout.EXPERIENCE, None, "experience_ending", language, certified.days.certified_until)


def _name(kept: Kept, language: Language) -> str:
    return catalogue.name_of(kept.key, language) if kept.key else kept.name


def _item(
    about: ReadyAbout, subject: str | None, code: str, language: Language, until: date | None = None
) -> ReadyItem:
    return ReadyItem(about, subject, give_reason(code, language, until))
