"""What must always hold: the totals kept at entry equal the history they were kept from."""

from typing import NamedTuple

from backend.kit import database

_MONTHS = """
SELECT d.worker_id, date_trunc('month', d.work_date)::date AS month, a.trade, a.position,
       bit_or(1 << (extract(day FROM d.work_date)::int - 1)) AS day_mask
FROM work_day d JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
GROUP BY 1, 2, 3, 4
"""
_CAREERS = """
SELECT worker_id, count(DISTINCT work_date)::int AS days, count(*)::int AS records, min(work_date) AS first_on,
       max(work_date) AS last_on
FROM work_day GROUP BY worker_id
"""
_SITES = "SELECT site_id, work_date, count(*)::int AS workers FROM work_day GROUP BY site_id, work_date"

DERIVED = {
    "month_total": (_MONTHS, "worker_id, month, trade, position, day_mask", "month_total"),
    "career": (_CAREERS, "worker_id, days, records, first_on, last_on", "career WHERE records > 0"),
    "site_day": (_SITES, "site_id, work_date, workers", "site_day"),
}
"""Each kept total: how it follows from the history, its columns, and where it is kept."""


class Difference(NamedTuple):
    """How many rows of a total are kept but do not follow from the history, and how many follow but are not kept."""

    total: str
    not_derived: int
    not_kept: int


async def compare_totals() -> list[Difference]:
    """Derive every total from the history and compare it with what is kept; nothing is changed."""
    return [await _compare(total) for total in DERIVED]


async def rebuild_totals() -> list[Difference]:
    """Put derived totals in the place of kept ones, and tell where they differed; taps wait meanwhile."""
    async with database.transaction() as db:
        await db.execute("LOCK TABLE work_day, career, month_total, site_day IN SHARE ROW EXCLUSIVE MODE")
        differences = await compare_totals()
        for total, (derived, names, _) in DERIVED.items():
            if total == "career":
                await db.execute(_REBUILD_CAREERS)
                continue
            await db.execute(f"DELETE FROM {total}")
            await db.execute(f"INSERT INTO {total} ({names}) {derived}")
    return differences


_REBUILD_CAREERS = f"""
INSERT INTO career AS c (worker_id, days, records, first_on, last_on, turn)
SELECT q.worker_id, q.days, q.records, q.first_on, q.last_on, 1
FROM ({_CAREERS}) q
ON CONFLICT (worker_id) DO UPDATE
SET days = excluded.days, records = excluded.records, first_on = excluded.first_on, last_on = excluded.last_on,
    turn = c.turn + 1
"""


async def _compare(total: str) -> Difference:
    derived, names, kept = DERIVED[total]
    rows = await database.fetch(
        f"WITH derived AS (SELECT {names} FROM ({derived}) d), kept AS (SELECT {names} FROM {kept}) "
        "SELECT (SELECT count(*) FROM (TABLE kept EXCEPT ALL TABLE derived) a),"
        "       (SELECT count(*) FROM (TABLE derived EXCEPT ALL TABLE kept) b)"
    )
    return Difference(total, rows[0][0], rows[0][1])
