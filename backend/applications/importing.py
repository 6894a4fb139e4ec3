"""Many registrations from one table (登録会): good rows are registered, set by set; bad ones are named, each with why.

Safe to repeat: a document leads to one registration, so that a file read again, also after a break in the middle,
registers only who is missing, and gives the numbers of the others.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from backend.applications import statements
from backend.kit import clock, database
from backend.kit.tables import Line, read_table
from backend.workers import sheet
from backend.workers.importing import Person, register_all
from backend.workers.items import Form
from backend.workers.sheet import Head, Read, RowFault

SET = 1000
"""Rows that are registered in one transaction."""
AHEAD = 4
"""Sets that are judged while others are written."""
MOST_ROWS = 200_000
EMPLOYER_UNKNOWN = "company_unknown"


class RowState(StrEnum):
    """What became of a row."""

    REGISTERED = "registered"
    ALREADY = "already"
    """Somebody is registered with this document, perhaps from this very file."""
    REFUSED = "refused"


class RowOutcome(NamedTuple):
    """What became of a row, by its number in the table."""

    row: int
    state: RowState
    number: str
    faults: tuple[RowFault, ...] = ()


class HeadError(Exception):
    """The first row does not say what the columns hold."""

    def __init__(self, head: Head, missing: Sequence[str]) -> None:
        """Keep the heads that are not known, stand twice, or are missing."""
        super().__init__("head")
        self.unknown, self.twice, self.missing = head.unknown, head.twice, tuple(missing)


class _Judged(NamedTuple):
    rows: list[int]
    reads: list[Read]


async def import_table(
    path: Path, form: Form, *, by: UUID | None, at: datetime, pool: Executor | None = None
) -> AsyncIterator[list[RowOutcome]]:
    """Register who stands in a table, and give what became of each row, set by set.

    Args:
        path: CSV or Excel.
        form: simplified or detailed.
        by: the account that imports; None for the register itself.
        at: when.
        pool: processes that judge rows beside the writing; without it they are judged here.

    Raises:
        TableError: it is no table, or stops being one; rows that were given before are registered.
        HeadError: the first row is no head.
    """
    lines = read_table(path, MOST_ROWS)
    head = _require_head(sheet.read_head(next(lines).cells), form)
    async for judged in _judge_ahead(head, lines, form, clock.japan_date(at), pool):
        yield await _register(judged, form, by=by, at=at)


def judge_set(head: Head, lines: Sequence[Line], form: Form, today: date) -> _Judged:
    """Judge a set of rows; runs in a process of its own where there is one."""
    return _Judged([line.number for line in lines], [sheet.read_row(head, line.cells, form, today) for line in lines])


async def _judge_ahead(
    head: Head, lines: Iterator[Line], form: Form, today: date, pool: Executor | None
) -> AsyncIterator[_Judged]:
    loop = asyncio.get_running_loop()
    waiting: deque[asyncio.Future[_Judged]] = deque()
    while True:
        while len(waiting) < AHEAD and (batch := list(islice(lines, SET))):
            if pool is None:
                yield judge_set(head, batch, form, today)
            else:
                waiting.append(loop.run_in_executor(pool, judge_set, head, batch, form, today))
        if not waiting:
            return
        yield await waiting.popleft()


async def _register(judged: _Judged, form: Form, *, by: UUID | None, at: datetime) -> list[RowOutcome]:
    employers = await _employers(judged.reads)
    outcomes: dict[int, RowOutcome] = {}
    good: list[tuple[int, Person]] = []
    for row, read in zip(judged.rows, judged.reads, strict=True):
        employer = read.values.get("employer")
        faults = list(read.faults)
        if employer is not None and employer not in employers:
            faults.append(RowFault("employer", EMPLOYER_UNKNOWN))
        if faults:
            outcomes[row] = RowOutcome(row, RowState.REFUSED, "", tuple(faults))
        else:
            since = read.values.get("employed_since")
            day = date.fromisoformat(str(since)) if since else clock.japan_date(at)
            good.append((row, Person(read.values, employers.get(str(employer)), day)))
    made = await register_all([person for _, person in good], form, by=by, at=at)
    for (row, _), one in zip(good, made, strict=True):
        outcomes[row] = RowOutcome(row, RowState.REGISTERED if one.new else RowState.ALREADY, one.number)
    return [outcomes[row] for row in judged.rows]


async def _employers(reads: Iterable[Read]) -> dict[str, int]:
    numbers = {str(read.values["employer"]) for read in reads if read.values.get("employer")}
    rows = await database.fetch(statements.COMPANIES_OF_NUMBERS, sorted(numbers)) if numbers else []
    return {row["company_number"]: row["id"] for row in rows}


def _require_head(head: Head, form: Form) -> Head:
    missing = [
        key
        for key, item in sheet.asked().item.items()
        if item.forms.get(form.key) == "required" and key not in head.items
    ]
    if head.unknown or head.twice or missing:
        raise HeadError(head, missing)
    return head
