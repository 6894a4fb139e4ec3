"""What a drawn worker's level rests on: in which field it was evaluated, and the qualifications that field asks.

From the figures: how often each field was judged at each level.  A field that lists the worker's trade goes before.
Assumed: one worker of level 1 in five holds what level 2 of the own field asks.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from random import Random
from typing import NamedTuple
from uuid import UUID

from backend.levels.standards import Standards
from backend.levels.versions import compiled_standards
from backend.qualifications import catalogue
from backend.qualifications.rules import QualificationState
from backend.statistics import figures
from passport.sample.people import Worker
from passport.sample.plan import Plan, day_between
from passport.sample.shares import Shares

HOLDS_ALREADY = 0.2
FIRST_EVALUATION = date(2019, 4, 1)
ISSUER = "見本機関"


class QualificationRow(NamedTuple):
    """A row of qualification, its columns in the order of `rows.TABLES`."""

    worker_id: UUID
    id: UUID
    key: str
    name: str
    issuer: str
    issued_on: date
    state: int
    entered_at: datetime
    entered_by: UUID
    decided_at: datetime


class EvaluationRow(NamedTuple):
    """A row of evaluation, its columns in the order of `rows.TABLES`."""

    worker_id: UUID
    field: str
    level: int
    evaluated_on: date
    reported_at: datetime


class Levels(NamedTuple):
    """What the levels of a country rest on."""

    qualifications: list[QualificationRow]
    evaluations: list[EvaluationRow]


def draw_levels(plan: Plan, workers: Sequence[Worker]) -> Levels:
    """Draw what the levels of drawn workers rest on."""
    rng = plan.stream("levels")
    standards = Standards(list(compiled_standards().values()))
    rows = figures.evaluation_fields().row
    by_level = {
        2: Shares(row.level_2 for row in rows),
        3: Shares(row.level_3 for row in rows),
        4: Shares(row.level_4 for row in rows),
    }
    levels = Levels([], [])
    for worker in workers:
        own = standards.by_trade.get(worker.trade, [])
        field = own[0].field if own else rows[by_level[worker.level].draw(rng)].code if worker.level > 1 else None
        if field is None:
            continue
        day = day_between(rng, max(worker.registered_on, FIRST_EVALUATION), plan.until)
        if worker.level > 1:
            levels.evaluations.append(EvaluationRow(worker.id, field, worker.level, day, _instant(day)))
        if worker.level > 1 or rng.random() < HOLDS_ALREADY:
            names = sorted(set(_asked(field, max(worker.level, 2))))
            levels.qualifications.extend(qualification_row(rng, worker.id, name, day) for name in names)
    return levels


def qualification_row(rng: Random, worker_id: UUID, name: str, issued_on: date) -> QualificationRow:
    """Make a confirmed qualification of a name of the catalogue."""
    key = catalogue.find(name)
    assert key is not None  # noqa: S101  # the sample names what there is
    at = _instant(issued_on)
    row_id = UUID(int=rng.getrandbits(128), version=4)
    official = catalogue.load()[key].ja
    state = QualificationState.CONFIRMED.value
    return QualificationRow(worker_id, row_id, key, official, ISSUER, issued_on, state, at, worker_id, at)


def _asked(field: str, level: int) -> Iterator[str]:
    """Name what a level of a field and those below ask, as far as it is known; the first of each list will do."""
    for asked in compiled_standards()[field].levels[: level - 1]:
        route = asked.routes[0]
        for entry in (*route.all_of, *route.any_of[: route.min_any]):
            yield entry[0]


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)
