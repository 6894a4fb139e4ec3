"""Was it right, too?  What was acknowledged is kept, once; the days are those the touches make; the totals follow."""

import os
from typing import NamedTuple

import asyncpg

_HISTORY = """
SELECT coalesce(sum(pg_total_relation_size(inhrelid)), 0)::int8
       + pg_total_relation_size('month_total') + pg_total_relation_size('career')
FROM pg_inherits WHERE inhparent = 'work_day'::regclass
"""


class Counts(NamedTuple):
    """How many are kept."""

    taps: int
    work_days: int


class Sizes(NamedTuple):
    """Bytes with indexes, after VACUUM."""

    per_work_day: float
    per_tap: float


async def count(dsn: str) -> Counts:
    """Count what is kept."""
    connection = await asyncpg.connect(dsn)
    try:
        return Counts(
            await connection.fetchval("SELECT count(*) FROM tap"),
            await connection.fetchval("SELECT count(*) FROM work_day"),
        )
    finally:
        await connection.close()


async def measure_sizes(dsn: str) -> Sizes:
    """Vacuum, and tell what a work day with its totals takes, and a touch."""
    connection = await asyncpg.connect(dsn)
    try:
        for table in ("work_day", "month_total", "career", "tap"):
            await connection.execute(f"VACUUM {table}")
        counts = await count(dsn)
        history = await connection.fetchval(_HISTORY)
        taps = await connection.fetchval("SELECT pg_total_relation_size('tap')")
    finally:
        await connection.close()
    return Sizes(history / counts.work_days, taps / counts.taps if counts.taps else float("nan"))


async def find_differences(dsn: str) -> list[str]:
    """Tell where kept totals do not follow from the history."""
    os.environ["PASSPORT_DSN"] = dsn
    from backend.history import checks  # noqa: PLC0415  it reads the address when it is imported
    from backend.kit import database  # noqa: PLC0415  the same

    await database.open_pool(2)
    try:
        found = await checks.compare_totals()
    finally:
        await database.close_pool()
    return [f"{one.total}: {one}" for one in found if one.not_derived or one.not_kept]
