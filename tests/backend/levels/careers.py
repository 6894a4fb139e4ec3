"""What somebody has worked and holds, put straight into the register."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from backend.kit import database
from backend.qualifications import catalogue
from tests.backend.levels.histories import key

BEFORE = date(2026, 10, 31)
"""The last day of what was worked before."""


async def worked(worker: UUID, number: int, trade: int = 901, position: int = 0, until: date = BEFORE) -> None:
    """Work so many days in a row up to a day; done again, in another trade or position, it is added."""
    masks: dict[date, int] = defaultdict(int)
    for n in range(number):
        day = until - timedelta(days=n)
        masks[day.replace(day=1)] |= 1 << (day.day - 1)
    async with database.transaction() as db:
        rows = [(worker, month, trade, position, mask) for month, mask in masks.items()]
        await db.executemany("INSERT INTO month_total VALUES ($1, $2, $3, $4, $5)", rows)
        await db.execute(
            "INSERT INTO career AS c (worker_id, days, records, first_on, last_on, turn) "
            "VALUES ($1, $2, $2, $3, $4, 1) "
            "ON CONFLICT (worker_id) DO UPDATE SET days = c.days + $2, records = c.records + $2, turn = c.turn + 1",
            worker,
            number,
            until - timedelta(days=number),
            until,
        )


async def holds(worker: UUID, *names: str, expires_on: date | None = None) -> None:
    """Hold confirmed qualifications."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    async with database.transaction() as db:
        for name in names:
            await db.execute(
                "INSERT INTO qualification (worker_id, id, key, name, issuer, issued_on, expires_on, state, entered_at,"
                " entered_by) VALUES ($1, $2, $3, $4, '見本機関', '2020-01-01', $5, 2, $6, $1)",
                worker,
                uuid4(),
                key(name),
                catalogue.load()[key(name)].ja,
                expires_on,
                at,
            )


async def standing(worker: UUID) -> dict[str, tuple[int, int]]:
    """Give what is kept of a worker's levels: reached and near, by field."""
    rows = await database.fetch("SELECT field, reached, near FROM standing WHERE worker_id = $1", worker)
    return {row[0]: (row[1], row[2]) for row in rows}


async def next_look(worker: UUID) -> int | None:
    """Give at how many records a worker is looked at again."""
    found: int | None = (await database.fetch("SELECT next_look FROM career WHERE worker_id = $1", worker))[0][0]
    return found
