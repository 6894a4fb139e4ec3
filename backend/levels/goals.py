"""Say one level of a field: its ways, its lanes, its qualifications, and when it is reached at the own pace."""

from collections.abc import Sequence
from datetime import date

from backend.kit.refusals import Language
from backend.levels.criteria import Assumed, ForemanCounts
from backend.levels.forecast import Forecast, Lane, forecast
from backend.levels.qualifying import Entry
from backend.levels.road_answers import (
    EntryAnswer,
    EntryName,
    EntryState,
    ForecastAnswer,
    GoalAnswer,
    LaneAnswer,
    NeedAnswer,
    PaceAnswer,
    WayAnswer,
)
from backend.levels.rules import Counted, Need, State, Verdict, Way
from backend.levels.standards import Level, Standard
from backend.qualifications import catalogue
from backend.qualifications.grades import Grades
from backend.qualifications.rules import QualificationState
from backend.qualifications.service import Kept


class Papers:
    """A worker's qualifications, asked for entry by entry."""

    def __init__(self, kept: Sequence[Kept], today: date, language: Language) -> None:
        """Take all records, as of a day, to be said in a language."""
        self.kept = kept
        self.today = today
        self.language = language

    def show(self, entry: Entry, grades: Grades) -> EntryAnswer:
        """Say what there is of an entry; the best record speaks."""
        names = [EntryName(key, catalogue.name_of(key, self.language), catalogue.load()[key].ja) for key in entry]
        found = [one for one in self.kept if one.key and not grades.implied([one.key]).isdisjoint(entry)]
        speaking = min(found, key=self._rank, default=None)
        if speaking is None or self.state(speaking) is None:
            return EntryAnswer(names, EntryState.MISSING, None)
        return EntryAnswer(names, self.state(speaking) or EntryState.MISSING, speaking.expires_on)

    def state(self, kept: Kept) -> EntryState | None:
        """Tell what a record is worth today; None where it was refused."""
        if kept.state is QualificationState.REFUSED:
            return None
        if kept.expires_on and kept.expires_on < self.today:
            return EntryState.EXPIRED
        return EntryState.HELD if kept.state is QualificationState.CONFIRMED else EntryState.WAITING

    def replaced(self, kept: Kept) -> bool:
        """Tell whether another record says the same, or more, for longer; one that was refused is by any other."""
        ends = date.min if self.state(kept) is None else kept.expires_on or date.max
        return any(
            other.id != kept.id
            and self.state(other) in {EntryState.HELD, EntryState.WAITING}
            and (other.expires_on or date.max) > ends
            and _says(other, kept)
            for other in self.kept
        )

    def _rank(self, kept: Kept) -> tuple[int, int]:
        order = [EntryState.HELD, EntryState.WAITING, EntryState.EXPIRED, None]
        return order.index(self.state(kept)), -(kept.expires_on or date.max).toordinal()


def _says(one: Kept, other: Kept) -> bool:
    if one.key is None or other.key is None:
        return one.name == other.name
    return other.key in catalogue.known_grades().implied([one.key])


def show_goal(standard: Standard, counted: Counted, verdict: Verdict, pace: PaceAnswer, papers: Papers) -> GoalAnswer:
    """Say a level: the nearest way first, and the forecast by it."""
    level = next(one for one in standard.levels if one.level == verdict.level)
    return GoalAnswer(
        verdict.level,
        verdict.state,
        list(verdict.why),
        [_way(way, level, counted, standard, papers) for way in verdict.ways],
        _show(forecast_of(verdict, level, pace, papers.today)),
    )


def forecast_of(verdict: Verdict, level: Level, pace: PaceAnswer, today: date) -> Forecast:
    """Forecast a level by its nearest way; none where nothing can be decided."""
    if verdict.state is State.UNDECIDED:
        return Forecast(None, None)
    way = verdict.ways[0]
    led = pace.foreman_days if level.foreman_counts is ForemanCounts.FOREMAN else pace.foreman_or_leader_days
    return forecast(
        today,
        Lane(way.days_missing, pace.days, pace.months),
        Lane(way.foreman_missing, led, pace.months),
        qualifications=way.qualifications_missing,
    )


def _show(made: Forecast) -> ForecastAnswer:
    return ForecastAnswer(f"{made.month:%Y-%m}" if made.month else None, made.slowest)


def _way(way: Way, level: Level, counted: Counted, standard: Standard, papers: Papers) -> WayAnswer:
    led = counted.foreman(level.foreman_counts)
    return WayAnswer(
        LaneAnswer(counted.days, way.days, way.days_missing, Assumed.DAYS in level.assumed),
        LaneAnswer(led, way.foreman_days, way.foreman_missing, Assumed.FOREMAN_DAYS in level.assumed),
        level.foreman_counts,
        [_need(need, standard, papers) for need in way.needs],
        way.complete,
    )


def _need(need: Need, standard: Standard, papers: Papers) -> NeedAnswer:
    entries = [papers.show(entry, standard.grades) for entry in need.entries]
    return NeedAnswer(need.wanted, need.missing, need.level, entries)
