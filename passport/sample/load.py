"""The country into an empty register, by COPY, in one transaction: all of it or nothing."""

import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import asyncpg

from backend.kit.clock import add_months, month_of
from backend.kit.partitions import MonthlyTable, bounds
from passport.sample import packing, rows
from passport.sample.cast import SECOND_SITE, cast_companies, cast_readers, cast_sites, cast_workers
from passport.sample.cast_history import CastHistory, cast_history
from passport.sample.cast_levels import cast_levels
from passport.sample.country import FIRST_WORKER, Country, Month
from passport.sample.key_files import write_key_files
from passport.sample.levels import draw_levels
from passport.sample.people import Worker
from passport.sample.plan import Plan
from passport.sample.totals import careers_of, masks_of, site_days_of

Tell = Callable[[str], None]


class NotEmptyError(Exception):
    """Somebody is registered already: sample people may not be mixed with them."""


class Loaded(NamedTuple):
    """What was loaded, and how quickly the work days were (drawing and copying together)."""

    workers: int
    companies: int
    sites: int
    assignments: int
    work_days: int
    work_days_per_s: float
    seconds: float


async def load(dsn: str, plan: Plan, data: Path, tell: Tell) -> Loaded:
    """Draw a country and copy it into the register.

    Args:
        dsn: a migrated database in which nobody is registered.
        plan: what to draw.
        data: the folder in which the cast's reader keys are left, in `sample/`.
        tell: is told how far it is.

    Raises:
        NotEmptyError: somebody is registered already.
    """
    connection = await asyncpg.connect(dsn)
    try:
        if await connection.fetchval("SELECT EXISTS (SELECT FROM worker)"):
            raise NotEmptyError
        async with connection.transaction():
            loaded = await _Loading(connection, plan, tell).run()
        await connection.execute("ANALYZE")
    finally:
        await connection.close()
    write_key_files(data / "sample", plan)
    return loaded


class _Loading:
    def __init__(self, connection: asyncpg.Connection, plan: Plan, tell: Tell) -> None:
        self.connection = connection
        self.plan = plan
        self.tell = tell
        self.work_days = 0
        self.began = time.monotonic()

    async def run(self) -> Loaded:
        country = Country(self.plan)
        cast = cast_workers(self.plan)
        companies = [*cast_companies(self.plan), *country.businesses.companies]
        sites = [*cast_sites(self.plan), *country.places.sites]
        readers = [*cast_readers(self.plan), *country.readers]
        await self._copy_all(rows.of_businesses(companies, sites, readers))
        await self._copy_all(rows.of_people([*cast, *country.workers]))
        await self._copy_all(rows.of_cast(self.plan, cast))
        await self._copy("employment", rows.of_employments(country.businesses.employments, country.workers))
        self.tell(f"{len(country.workers) + len(cast):,} workers, {len(companies):,} companies, {len(sites):,} sites")
        await self._copy_cast(cast, cast_history(self.plan, cast, sites))
        await self._copy_all(cast_levels(self.plan, cast))
        levels = draw_levels(self.plan, country.workers)
        await self._copy("qualification", levels.qualifications)
        await self._copy("evaluation", levels.evaluations)
        copying = await self._copy_months(country)
        await self._copy("career", country.history.careers())
        taken = {
            "worker": FIRST_WORKER - 1 + len(country.workers),
            "company": rows.highest(companies),
            "site": rows.highest(sites),
            "reader": rows.highest(readers),
            "assignment": country.stints.last_id,
        }
        await self._copy("counter", taken.items())
        took = time.monotonic() - self.began
        people = len(cast) + len(country.workers)
        rate = self.work_days / copying
        return Loaded(people, len(companies), len(sites), country.stints.last_id, self.work_days, rate, took)

    async def _copy_months(self, country: Country) -> float:
        began = time.monotonic()
        await self._ensure_months(self.plan.month_list[0])
        for month in country.months():
            await self._copy_month(country, month)
            self.tell(f"{month.drawing.month:%Y-%m}: {month.drawing.count:,} work days")
        return time.monotonic() - began

    async def _copy_month(self, country: Country, month: Month) -> None:
        await self._copy("assignment", rows.of_assignments(month.assignments, country.workers))
        await self._copy_packed(month.drawing.rows())
        await self._copy("month_total", month.drawing.masks)
        await self._copy("site_day", month.drawing.site_days())
        self.work_days += month.drawing.count

    async def _copy_cast(self, cast: list[Worker], history: CastHistory) -> None:
        await self._ensure_months(min(day.work_date for day in history.days))
        worked_as = {a.id: (a.trade, int(a.position)) for a in history.assignments}
        await self._copy("assignment", rows.of_assignments(history.assignments, cast))
        await self._copy_packed(packing.pack(day) for day in history.days)
        await self._copy("month_total", masks_of(history.days, worked_as))
        await self._copy("site_day", site_days_of(history.days))
        await self._copy("career", careers_of(history.days))
        await self._copy("held_day", history.held)
        serials = {worker.id: worker.cards[-1].serial for worker in cast}
        reader = next(one for one in cast_readers(self.plan) if one.site_id == SECOND_SITE)
        for table, waiting in rows.of_waiting(history.held, serials, reader).items():
            await self._copy(table, waiting)

    async def _ensure_months(self, first: date) -> None:
        """Make the partitions of the past that the register itself does not need."""
        month = month_of(first)
        while month <= month_of(self.plan.until):
            since, before = bounds(MonthlyTable.WORK_DAY, month)
            await self.connection.execute(
                f"CREATE TABLE IF NOT EXISTS work_day_{month:%Y%m} PARTITION OF work_day"
                f" FOR VALUES FROM ({since}) TO ({before})"
            )
            month = add_months(month, 1)

    async def _copy_all(self, tables: Mapping[str, rows.Rows]) -> None:
        for table, records in tables.items():
            await self._copy(table, records)

    async def _copy(self, table: str, records: rows.Rows) -> None:
        columns = rows.TABLES[table].split()
        await self.connection.copy_records_to_table(table, records=records, columns=columns)

    async def _copy_packed(self, chunks: Iterator[bytes]) -> None:
        await self.connection.copy_to_table(
            "work_day", source=_framed(chunks), columns=packing.COLUMNS, format="binary"
        )


async def _framed(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    yield packing.HEADER
    for chunk in chunks:
        yield chunk
    yield packing.TRAILER
