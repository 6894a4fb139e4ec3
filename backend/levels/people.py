"""What is kept about some workers, read together and made ready to be judged."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.kit import database
from backend.levels import statements
from backend.levels.dates import facts
from backend.levels.days import lay, mark
from backend.levels.experience import Certificate
from backend.qualifications import service as qualifications


class Career(NamedTuple):
    """How many records there are, at which turn, and at how many a level can change next; None: not judged yet."""

    records: int = 0
    turn: int = 0
    next_look: int | None = None


class Person(msgspec.Struct):
    """One worker, as far as levels go."""

    career: Career
    history: dict[tuple[int, int], int]
    """Days as one long number, by trade and position."""
    trained: int
    """Days that were training alone, and count."""
    certificates: Sequence[Certificate]
    held: frozenset[str]
    standing: dict[str, tuple[int, int]]
    """By field: what was reached, and what was said to be near."""
    evaluated: dict[str, int]
    """By field: the level that the evaluating body has reported."""


async def read_people(workers: Sequence[UUID], today: date) -> dict[UUID, Person]:
    """Read some workers as of a day; whoever has no career yet has no records and no turn."""
    careers = {row[0]: Career(*tuple(row)[1:]) for row in await database.fetch(statements.CAREERS, workers)}
    history = {row["worker_id"]: _lay(row) for row in await database.fetch(statements.HISTORY, workers)}
    certificates = await _certificates(workers, today)
    held = await qualifications.counting(workers, today)
    standing: dict[UUID, dict[str, tuple[int, int]]] = defaultdict(dict)
    for worker_id, field, reached, near in await database.fetch(statements.STANDING, workers):
        standing[worker_id][field] = reached, near
    evaluated: dict[UUID, dict[str, int]] = defaultdict(dict)
    for worker_id, field, level in await database.fetch(statements.EVALUATED, workers):
        evaluated[worker_id][field] = level
    people = {
        worker_id: Person(
            careers.get(worker_id, Career()),
            history.get(worker_id, {}),
            0,
            certificates.get(worker_id, ()),
            held.get(worker_id, frozenset()),
            standing.get(worker_id, {}),
            evaluated.get(worker_id, {}),
        )
        for worker_id in workers
    }
    await _sort_out_training(people)
    return people


def _lay(row: database.Row) -> dict[tuple[int, int], int]:
    history: dict[tuple[int, int], int] = {}
    for month, trade, position, days in zip(row["months"], row["trades"], row["positions"], row["masks"], strict=True):
        history[trade, position] = history.get((trade, position), 0) | lay(month, days)
    return history


async def _certificates(workers: Sequence[UUID], today: date) -> dict[UUID, list[Certificate]]:
    found: dict[UUID, list[Certificate]] = defaultdict(list)
    if today <= facts().certified_filed_until:
        for row in await database.fetch(statements.EXPERIENCE, workers):
            found[row[0]].append(Certificate(*tuple(row)[1:]))
    return found


async def _sort_out_training(people: dict[UUID, Person]) -> None:
    """Take out days that were training alone before it counted, and note those that count."""
    sites = [row[0] for row in await database.fetch(statements.TRAINING_SITES)]
    trainees = [row[0] for row in await database.fetch(statements.TRAINEES, list(people), sites)] if sites else []
    if not trainees:
        return
    for worker_id, day in await database.fetch(statements.TRAINED, trainees, sites):
        person = people[worker_id]
        if day >= facts().training_from:
            person.trained |= mark(day)
        else:
            person.history = {worked_as: bits & ~mark(day) for worked_as, bits in person.history.items()}
