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
RETURNING worker_id, turn, records >= coalesce(next_look, 0) AS due
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

KNOWN_OF_CLAIM = """
SELECT s.id AS site_id, s.first_on, s.last_on,
       EXISTS (SELECT FROM work_day d WHERE d.worker_id = $1 AND d.work_date = $2 AND d.site_id = s.id) AS counted,
       EXISTS (SELECT FROM claim c WHERE c.worker_id = $1 AND c.work_date = $2 AND c.site_id = s.id AND c.approved IS NULL) AS claimed
FROM site s WHERE s.site_number = $3
"""

CLAIM = """
INSERT INTO claim (worker_id, id, kind, work_date, site_id, entry_at, exit_at, why, claimed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
"""

_CLAIMS = """
SELECT c.worker_id, c.id, c.kind, c.work_date, c.entry_at, c.exit_at, c.why, c.claimed_at, c.approved, c.decided_at, c.decided_why,
       w.worker_number, w.name AS worker_name, c.site_id, s.site_number, s.name AS site_name, p.name AS prime, a.id AS assignment_id, a.trade, a.position,
       EXISTS (SELECT FROM work_day d WHERE d.worker_id = c.worker_id AND d.work_date = c.work_date AND d.site_id = c.site_id) AS counted
FROM claim c
JOIN worker w ON w.id = c.worker_id
JOIN site s ON s.id = c.site_id
JOIN company p ON p.id = s.prime_company_id
LEFT JOIN LATERAL (
    SELECT a.id, a.trade, a.position FROM assignment a
    WHERE a.worker_id = c.worker_id AND a.site_id = c.site_id AND c.work_date BETWEEN a.first_on AND a.last_on
      AND NOT EXISTS (SELECT FROM assignment n WHERE n.worker_id = a.worker_id AND n.site_id = a.site_id
                      AND n.company_id = a.company_id AND n.id > a.id AND n.first_on <= c.work_date)
    ORDER BY a.id DESC LIMIT 1
) a ON true
"""

CLAIM_BY_ID = _CLAIMS + "WHERE c.worker_id = $1 AND c.id = $2"

CLAIMS_OF_WORKER = _CLAIMS + "WHERE c.worker_id = $1 ORDER BY c.claimed_at DESC, c.id LIMIT $2"

CLAIMS_OF_DAY = _CLAIMS + "WHERE c.worker_id = $1 AND c.work_date = $2 ORDER BY c.claimed_at DESC, c.id"

CLAIMS_AT_SITE = _CLAIMS + "WHERE c.site_id = $1 AND c.approved IS NULL ORDER BY c.claimed_at, c.id LIMIT $2"

CLAIMS_SILENT = _CLAIMS + "WHERE c.approved IS NULL AND c.claimed_at < $1 ORDER BY c.claimed_at, c.id LIMIT $2"

CLAIMS_TO_DECIDE = (
    _CLAIMS
    + """
JOIN unnest($1::text::uuid[], $2::text::uuid[]) AS q (worker_id, id) ON q.worker_id = c.worker_id AND q.id = c.id
ORDER BY c.worker_id, c.id FOR UPDATE OF c
"""
)

WORKERS_OF_NUMBERS = "SELECT worker_number, worker_id FROM worker_number WHERE worker_number = ANY($1::text[])"

DECIDE = """
UPDATE claim c SET approved = q.approved, decided_at = $5, decided_by = $6, decided_why = q.why
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::bool[], $4::text[]) AS q (worker_id, id, approved, why)
WHERE c.worker_id = q.worker_id AND c.id = q.id AND c.approved IS NULL
"""

HOLD_CAREER = "SELECT turn FROM career WHERE worker_id = $1 FOR UPDATE"

KEEP_CORRECTION = """
INSERT INTO correction (worker_id, id, work_date, site_id, corrected_at, corrected_by, claim_id, why, taken_away, entry_at, exit_at,
                        old_entry_at, old_exit_at, old_acted_at, old_received_at, old_assignment_id, old_recognised_on, old_approved_on,
                        old_evidence, old_taps, old_stamps)
SELECT worker_id, $4, work_date, site_id, $5, $6, $7, $8, $9::timestamptz IS NULL, $9::timestamptz, $10,
       entry_at, exit_at, acted_at, received_at, assignment_id, recognised_on, approved_on, evidence, taps, stamps
FROM work_day WHERE worker_id = $1 AND work_date = $2 AND site_id = $3
RETURNING work_date
"""

PUT_TIMES_RIGHT = """
UPDATE work_day SET entry_at = $4, exit_at = $5, taps = $6, stamps = NULL WHERE worker_id = $1 AND work_date = $2 AND site_id = $3
"""

TAKE_AWAY = "DELETE FROM work_day WHERE worker_id = $1 AND work_date = $2 AND site_id = $3"

ONE_LESS_AT_SITE = "UPDATE site_day SET workers = workers - 1 WHERE site_id = $1 AND work_date = $2"

NOBODY_AT_SITE = "DELETE FROM site_day WHERE site_id = $1 AND work_date = $2 AND workers <= 0"

RECOUNT_CAREER = """
UPDATE career c SET days = q.days, records = q.records, first_on = q.first_on, last_on = q.last_on, turn = c.turn + 1
FROM (SELECT count(DISTINCT work_date)::int AS days, count(*)::int AS records, min(work_date) AS first_on, max(work_date) AS last_on
      FROM work_day WHERE worker_id = $1) q
WHERE c.worker_id = $1
"""

LOOK_AGAIN = """
UPDATE career c SET next_look = q.records
FROM unnest($1::text::uuid[], $2::text::int4[], $3::text::int4[]) AS q (worker_id, turn, records)
WHERE c.worker_id = q.worker_id AND c.turn = q.turn
RETURNING c.worker_id
"""
