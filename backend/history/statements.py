"""The statements of history over arrays: one to read, one to write.

Everything is joined on the worker, who is the distribution column; rows are touched in the order of their keys, so
that two writers wait for each other and never in a circle.
"""

READ = """
SELECT d.worker_id, d.work_date, d.site_id, d.entry_at, d.exit_at, d.acted_at, d.received_at, d.assignment_id,
       d.recognised_on, d.approved_on, d.evidence, d.taps, d.stamps, NULL::int4 AS turn
FROM unnest($1::text::uuid[], $2::text::date[]) AS q (worker_id, work_date)
JOIN work_day d ON d.worker_id = q.worker_id AND d.work_date = q.work_date
WHERE d.work_date BETWEEN $3 AND $4
UNION ALL
SELECT worker_id, NULL, site_id, NULL, exit_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM exit_waiting WHERE worker_id = ANY ($5::text::uuid[])
UNION ALL
SELECT worker_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, turn
FROM career WHERE worker_id = ANY ($5::text::uuid[])
"""

WRITE = """
WITH days AS (
    INSERT INTO work_day AS d (worker_id, work_date, site_id, entry_at, exit_at, acted_at, received_at, assignment_id,
                               recognised_on, approved_on, evidence, taps, stamps)
    SELECT q.worker_id, q.work_date, q.site_id, q.entry_at, q.exit_at, q.acted_at, q.received_at, q.assignment_id,
           q.recognised_on, q.approved_on, q.evidence, q.taps, q.stamps::int4[]
    FROM unnest($1::text::uuid[], $2::text::date[], $3::text::int4[], $4::text::timestamptz[], $5::text::timestamptz[], $6::text::timestamptz[],
                $7::text::timestamptz[], $8::text::int4[], $9::text::date[], $10::text::date[], $11::text::int4[], $12::text::int2[], $13::text[])
         AS q (worker_id, work_date, site_id, entry_at, exit_at, acted_at, received_at, assignment_id,
               recognised_on, approved_on, evidence, taps, stamps)
    ON CONFLICT (worker_id, work_date, site_id) DO UPDATE
    SET entry_at = excluded.entry_at, exit_at = excluded.exit_at, acted_at = excluded.acted_at,
        received_at = excluded.received_at, assignment_id = excluded.assignment_id,
        evidence = excluded.evidence, taps = excluded.taps, stamps = excluded.stamps
), masks AS (
    INSERT INTO month_total AS m (worker_id, month, trade, position, day_mask)
    SELECT * FROM unnest($14::text::uuid[], $15::text::date[], $16::text::int2[], $17::text::int2[], $18::text::int4[])
    ON CONFLICT (worker_id, month, trade, position) DO UPDATE SET day_mask = m.day_mask | excluded.day_mask
), sites AS (
    INSERT INTO site_day AS s (site_id, work_date, workers)
    SELECT * FROM unnest($19::text::int4[], $20::text::date[], $21::text::int4[])
    ON CONFLICT (site_id, work_date) DO UPDATE SET workers = s.workers + excluded.workers
), happened AS (
    INSERT INTO event (worker_id, id, kind, body)
    SELECT * FROM unnest($22::text::uuid[], $23::text::uuid[], $24::text::int2[], $25::text[])
)
INSERT INTO career AS c (worker_id, days, records, first_on, last_on, turn)
SELECT worker_id, days, records, first_on, last_on, 1
FROM unnest($26::text::uuid[], $27::text::int4[], $28::text::int4[], $29::text::date[], $30::text::date[]) AS q (worker_id, days, records, first_on, last_on)
ON CONFLICT (worker_id) DO UPDATE
SET days = c.days + excluded.days, records = c.records + excluded.records, turn = c.turn + 1,
    first_on = least(c.first_on, excluded.first_on), last_on = greatest(c.last_on, excluded.last_on)
RETURNING worker_id, turn
"""

EXITS_ADDED = """
INSERT INTO exit_waiting SELECT * FROM unnest($1::text::uuid[], $2::text::int4[], $3::text::timestamptz[]) ON CONFLICT DO NOTHING
"""

EXITS_GONE = """
DELETE FROM exit_waiting e USING unnest($1::text::uuid[], $2::text::int4[], $3::text::timestamptz[]) AS q (worker_id, site_id, exit_at)
WHERE e.worker_id = q.worker_id AND e.site_id = q.site_id AND e.exit_at = q.exit_at
"""

HOLD = """
INSERT INTO held_day AS h (worker_id, work_date, site_number, reason, waiting, at, received_at, evidence, until)
SELECT * FROM unnest($1::text::uuid[], $2::text::date[], $3::text[], $4::text[], $5::text::bool[], $6::text::timestamptz[], $7::text::timestamptz[],
                     $8::text::int4[], $9::text::date[])
ON CONFLICT (worker_id, work_date, site_number) DO UPDATE
SET reason = excluded.reason, waiting = excluded.waiting, at = excluded.at, received_at = excluded.received_at,
    evidence = excluded.evidence, until = excluded.until
WHERE excluded.at <= h.at
"""

RELEASE = """
DELETE FROM held_day h USING unnest($1::text::uuid[], $2::text::date[], $3::text[]) AS q (worker_id, work_date, site_number)
WHERE h.worker_id = q.worker_id AND h.work_date = q.work_date AND h.site_number = q.site_number
"""

RECOUNT = """
WITH wanted AS (
    SELECT * FROM unnest($1::text::uuid[], $2::text::date[]) AS q (worker_id, month)
), counted AS (
    SELECT d.worker_id, w.month, a.trade, a.position, bit_or(1 << (extract(day FROM d.work_date)::int - 1)) AS day_mask
    FROM wanted w
    JOIN work_day d ON d.worker_id = w.worker_id AND d.work_date >= w.month AND d.work_date < w.month + interval '1 month'
    JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
    GROUP BY d.worker_id, w.month, a.trade, a.position
), gone AS (
    DELETE FROM month_total m USING wanted w
    WHERE m.worker_id = w.worker_id AND m.month = w.month
      AND NOT EXISTS (SELECT FROM counted c WHERE c.worker_id = m.worker_id AND c.month = m.month
                      AND c.trade = m.trade AND c.position = m.position)
)
INSERT INTO month_total SELECT * FROM counted
ON CONFLICT (worker_id, month, trade, position) DO UPDATE SET day_mask = excluded.day_mask
"""
