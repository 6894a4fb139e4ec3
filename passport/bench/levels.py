"""Every worker's level judged again (goal: the whole country in five minutes), and one worker's after a touch.

People are made in the database: five years of months, trades of fields that decide and of others, one in three with
qualifications.
"""

import asyncio
import os
import time
from statistics import median

import uvloop

from backend.kit import clock, database
from backend.kit.migrations import migrate
from backend.levels import judging
from passport.bench.figures import HEAD, LESS, MORE, Row, line
from passport.judge import judge_in_parts

NATION = 1_382_876
WITHIN_S = 300
MONTHS = 60
ROWS = (
    Row("judged_per_s", "people judged again, with five years each", "/s", NATION / WITHIN_S, MORE),
    Row("nation_s", "the whole country (extrapolated)", "s", WITHIN_S, LESS),
    Row("again_per_s", "the same again, where nothing changes", "/s", None, MORE),
    Row("one_ms", "one worker, median", "ms", None, LESS),
)
PEOPLE = """
INSERT INTO worker (id, worker_number, name, name_kana, birth_date, prefecture, level, main_trade, registered_on)
SELECT gen_random_uuid(), 'bench' || n, '見本', 'ミホン', '1990-01-01', 13, 1,
       (ARRAY[901, 1001, 601, 3401, 3601, 4301, 1201, 201, 1401, 3300])[1 + n % 10], '2020-01-01'
FROM generate_series(1, $1) n
"""
MASKS = """
INSERT INTO month_total (worker_id, month, trade, position, day_mask)
SELECT w.id, (date_trunc('month', now()) - make_interval(months => m))::date, w.main_trade, p,
       CASE p WHEN 0 THEN 507510623 ELSE 16640 END
FROM worker w, generate_series(0, $1 - 1) m, generate_series(0, 1) p
WHERE p = 0 OR (m % 4 = 0 AND right(w.id::text, 1) < '4')
"""
CAREERS = """
INSERT INTO career (worker_id, days, records, first_on, last_on, turn)
SELECT id, 1200, 1200, '2021-01-01', '2026-11-01', 1 FROM worker
"""
QUALIFICATIONS = """
INSERT INTO qualification (worker_id, id, key, name, issuer, issued_on, state, entered_at, entered_by)
SELECT w.id, gen_random_uuid(), 'Q' || lpad(n::text, 3, '0'), '見本', '見本機関', '2020-01-01', 2, now(), w.id
FROM worker w, generate_series(1, 116, 7) n WHERE right(w.id::text, 1) < '5'
"""
WORKERS = "SELECT id FROM worker ORDER BY id LIMIT $1"
ONE_BY_ONE = 300
NOT_JUDGED = "SELECT count(*) FROM career WHERE next_look IS NULL"


def measure(dsn: str, people: int) -> tuple[dict[str, float], list[str]]:
    """Make so many people, judge them twice in as many processes as there are cores, then some one by one."""
    asyncio.run(migrate(dsn))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_settle(people))
        first, wrong = _judge(dsn, people)
        again, _ = _judge(dsn, people)
        one_ms, left = runner.run(_one_by_one())
    wrong += [f"{left} were not judged"] if left else []
    rate = people / first
    found = {"judged_per_s": rate, "nation_s": NATION / rate, "again_per_s": people / again, "one_ms": one_ms}
    return found, wrong


def _judge(dsn: str, people: int) -> tuple[float, list[str]]:
    began = time.monotonic()
    judged = judge_in_parts(dsn, os.cpu_count() or 1, tell=True)
    took = time.monotonic() - began
    return took, [] if judged == people else [f"{people} people, {judged} judged"]


async def _settle(people: int) -> None:
    await database.open_pool(2)
    async with database.transaction() as db:
        await db.execute("SET LOCAL statement_timeout = 0")
        await db.execute(PEOPLE, people)
        await db.execute(MASKS, MONTHS)
        await db.execute(CAREERS)
        await db.execute(QUALIFICATIONS)
    await database.run_script("ANALYZE worker, month_total, career, qualification")
    await database.close_pool()


async def _one_by_one() -> tuple[float, int]:
    await database.open_pool(2)
    took = []
    for row in await database.fetch(WORKERS, ONE_BY_ONE):
        began = time.perf_counter()
        await judging.judge_workers([row[0]], clock.now())
        took.append((time.perf_counter() - began) * 1000)
    left = (await database.fetch(NOT_JUDGED))[0][0]
    await database.close_pool()
    return median(took), left


def table(found: dict[str, float]) -> str:
    """Write the figures beside their goals."""
    return "\n".join([HEAD, *(line(row, found[row.key], [found[row.key]]) for row in ROWS)])
