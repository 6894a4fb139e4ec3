"""Months as partitions, made ahead, so that old months can leave without touching new ones."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from backend.kit import clock, database

MONTHS_AHEAD = 24


class MonthlyTable(StrEnum):
    """The tables kept by month."""

    WORK_DAY = "work_day"
    EVENT = "event"


def bounds(table: MonthlyTable, month: date) -> tuple[str, str]:
    """Give the first value of a month's partition and the first value after it, as SQL literals."""
    following = clock.add_months(month, 1)
    if table is MonthlyTable.EVENT:
        return f"'{first_id(month)}'", f"'{first_id(following)}'"
    return f"'{month}'", f"'{following}'"


def first_id(month: date) -> UUID:
    """Give the smallest UUIDv7 of a month in UTC: 48 bits of milliseconds, the rest zero."""
    days = (month - date(1970, 1, 1)).days
    return UUID(int=(days * 86_400_000) << 80)


async def ensure_months(table: MonthlyTable, first: date, last: date | None = None) -> None:
    """Make the partitions from one month to another that are not there yet; safe to run again.

    Args:
        table: the table they belong to.
        first: the first day of the first month.
        last: the first day of the last month, or 24 months ahead of today.
    """
    last = last or clock.add_months(clock.month_of(clock.now().date()), MONTHS_AHEAD)
    month = clock.month_of(first)
    while month <= last:
        since, before = bounds(table, month)
        await database.run_script(
            f"CREATE TABLE IF NOT EXISTS {table}_{month:%Y%m} PARTITION OF {table} "
            f"FOR VALUES FROM ({since}) TO ({before})"
        )
        month = clock.add_months(month, 1)
