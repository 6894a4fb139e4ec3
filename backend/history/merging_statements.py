"""The statements by which one worker's rows become another's: copied and dropped, never changed in their key."""

GONE_OVER = "SELECT worker_id, into_worker_id FROM worker_merge WHERE worker_id = ANY ($1::uuid[])"

BEGIN_CAREER = """
INSERT INTO career AS c (worker_id, days, records, first_on, last_on, turn) VALUES ($1, 0, 0, NULL, NULL, 1)
ON CONFLICT (worker_id) DO UPDATE SET turn = c.turn + 1
"""

MAP = "INSERT INTO worker_merge VALUES ($1, $2, $3)"

MAP_CHAIN = "UPDATE worker_merge SET into_worker_id = $2 WHERE into_worker_id = $1"

MONTHS = """
SELECT DISTINCT worker_id AS worker, date_trunc('month', work_date)::date AS month
FROM work_day WHERE worker_id IN ($1, $2)
"""

COPY_ASSIGNMENTS = """
INSERT INTO assignment SELECT (jsonb_populate_record(a, jsonb_build_object('worker_id', $2::uuid))).*
FROM assignment a WHERE a.worker_id = $1 ON CONFLICT DO NOTHING
"""

BOTH_HAVE = """
SELECT d.site_id, d.work_date FROM work_day d
JOIN work_day o ON o.worker_id = $2 AND o.work_date = d.work_date AND o.site_id = d.site_id WHERE d.worker_id = $1
"""

ONE_LESS = "UPDATE site_day SET workers = workers - 1 WHERE site_id = $1 AND work_date = $2"


def _copy(table: str) -> str:
    return (
        f"INSERT INTO {table} SELECT (jsonb_populate_record(t, jsonb_build_object('worker_id', $2::uuid))).* "
        f"FROM {table} t WHERE t.worker_id = $1 ON CONFLICT DO NOTHING"
    )


def _drop(table: str) -> str:
    return f"DELETE FROM {table} WHERE worker_id = $1 AND $2::uuid IS NOT NULL"


COPY_DAYS = _copy("work_day")

DROP_DAYS = "DELETE FROM work_day WHERE worker_id = $1"

NOT_MAIN_TWICE = """
UPDATE employment SET main = false WHERE worker_id = $1 AND EXISTS (
    SELECT FROM employment o WHERE o.worker_id = $2 AND o.main AND o.until IS NULL)
"""

_MOVED = (
    "employment", "employment_offer", "card", "card_order", "held_day", "exit_waiting", "claim", "correction",
    "view_log", "pass_check", "qualification", "experience", "evaluation", "chosen_field", "level_application",
    "standing",
)  # fmt: skip

MOVE_REST = (
    NOT_MAIN_TWICE,
    *(statement for table in _MOVED for statement in (_copy(table), _drop(table))),
    "DELETE FROM assignment WHERE worker_id = $1 AND $2::uuid IS NOT NULL",
    "UPDATE card_lookup SET worker_id = $2 WHERE worker_id = $1",
    "UPDATE person_proof SET worker_id = $2 WHERE worker_id = $1",
    "UPDATE tap_waiting SET worker_id = $2 WHERE worker_id = $1",
)
"""After the days, which still point at the assignments."""
