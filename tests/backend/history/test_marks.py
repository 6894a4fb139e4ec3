"""A month mask says what the day's own line of the worker list says, in whatever order touches come."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from backend.history.counting import Kept, KeptDay, Visit, WorkDay, count
from backend.history.rules import Stamp, work_date

WORKER, SITE = UUID(int=1), 1
MORNING = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
LATER = MORNING + timedelta(hours=3)
DAY = work_date(MORNING)


def touch(assignment: int, at: datetime = LATER) -> Visit:
    """An entry by a line of the worker list, whose trade and position are its own."""
    worked_as = 1000 + assignment, assignment % 3
    return Visit(WORKER, SITE, "93000000000019", at, False, at, at, 0, assignment, *worked_as)  # a column


@pytest.mark.parametrize(
    ("kept", "comes", "marked", "moved"), [(7, 5, set(), False), (5, 7, {7}, True), (7, 7, {7}, False)]
)
def test_only_the_newest_line_marks_a_day(kept: int, comes: int, marked: set[int], moved: bool) -> None:  # a case
    row = WorkDay(WORKER, DAY, SITE, MORNING, None, MORNING, MORNING, kept, DAY, DAY, 0, 1, None)
    before = Kept({(WORKER, DAY): {SITE: KeptDay(row, (Stamp(MORNING, exit=False),))}}, {}, {WORKER: 1})
    changes = count([touch(comes)], before)
    assert {trade - 1000 for _, _, trade, _ in changes.marks} == marked
    assert bool(changes.moved) is moved
    assert [day.assignment_id for day in changes.days] == [7]


def test_of_two_new_lines_on_one_day_the_newer_marks_it() -> None:
    changes = count([touch(5, MORNING), touch(7)], Kept({}, {}, {}))
    assert {trade for _, _, trade, _ in changes.marks} == {1007}
