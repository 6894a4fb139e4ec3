"""The statements that judge: everything about some workers, each row asked for by its worker."""

CAREERS = "SELECT worker_id, records, turn, next_look FROM career WHERE worker_id = ANY($1::uuid[])"

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7302, part) FROM unnest($1::int4[]) part"

EVERYBODY = "SELECT id FROM worker WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3"

HISTORY = """
SELECT worker_id, array_agg(month) AS months, array_agg(trade) AS trades, array_agg(position) AS positions, array_agg(day_mask) AS masks
FROM month_total WHERE worker_id = ANY($1::uuid[]) GROUP BY worker_id
"""

TRAINING_SITES = "SELECT id FROM site WHERE kind = 3"

TRAINEES = "SELECT DISTINCT worker_id FROM assignment WHERE site_id = ANY($2::int4[]) AND worker_id = ANY($1::uuid[])"

TRAINED = """
SELECT d.worker_id, d.work_date FROM work_day d
WHERE d.worker_id = ANY($1::uuid[])
GROUP BY d.worker_id, d.work_date HAVING bool_and(d.site_id = ANY($2::int4[]))
"""

EXPERIENCE = """
SELECT worker_id, trade, first_on, last_on, days, foreman_days, leader_days FROM experience WHERE worker_id = ANY($1::uuid[])
"""

WITH_EXPERIENCE = "SELECT DISTINCT worker_id FROM experience"

STANDING = "SELECT worker_id, field, reached, near FROM standing WHERE worker_id = ANY($1::uuid[])"

EVALUATED = """
SELECT worker_id, field, max(level) AS level FROM evaluation WHERE worker_id = ANY($1::uuid[]) GROUP BY worker_id, field
"""

KEEP_STANDING = """
INSERT INTO standing AS s (worker_id, field, reached, near, judged_at)
SELECT worker_id, field, reached, near, $5
FROM unnest($1::text::uuid[], $2::text[], $3::text::int2[], $4::text::int2[]) AS q (worker_id, field, reached, near)
ON CONFLICT (worker_id, field) DO UPDATE SET reached = excluded.reached, near = excluded.near, judged_at = excluded.judged_at
"""
