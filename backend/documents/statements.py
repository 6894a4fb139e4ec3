"""The lists' statements: each gives whole lists row by row, through a cursor, the worker's id first."""

COMPANY_MONTHS = """
SELECT w.id, w.worker_number, w.name, w.name_kana, e.main, e.since,
       coalesce(m.months, '{}') AS months, coalesce(m.masks, '{}') AS masks
FROM employment e
JOIN worker w ON w.id = e.worker_id
LEFT JOIN LATERAL (
    SELECT array_agg(t.month) AS months, array_agg(t.mask) AS masks FROM (
        SELECT month, bit_or(day_mask) AS mask FROM month_total
        WHERE worker_id = e.worker_id AND month BETWEEN $2 AND $3 GROUP BY month
    ) t
) m ON true
WHERE e.company_id = $1 AND e.since <= $4 AND (e.until IS NULL OR e.until >= $4)
ORDER BY w.name_kana, w.worker_number
"""

SITE_MONTHS = """
SELECT w.id, w.worker_number, w.name, w.name_kana, c.name AS company, d.months, d.masks
FROM (
    SELECT worker_id, company_id, array_agg(month) AS months, array_agg(mask) AS masks FROM (
        SELECT d.worker_id, a.company_id, date_trunc('month', d.work_date)::date AS month,
               bit_or(1 << (extract(day FROM d.work_date)::int - 1)) AS mask
        FROM work_day d JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
        WHERE d.site_id = $1 AND d.work_date BETWEEN $2 AND $3
        GROUP BY d.worker_id, a.company_id, 3
    ) t GROUP BY worker_id, company_id
) d
JOIN worker w ON w.id = d.worker_id
JOIN company c ON c.id = d.company_id
ORDER BY w.name_kana, w.worker_number, c.name
"""

SITE_RECORDS = """
SELECT w.id, d.work_date, w.worker_number, w.name, w.name_kana, c.company_number, c.name AS company,
       f.name AS first_tier, a.tier, a.trade, a.position, a.content, a.harmful, a.certificates,
       d.entry_at, d.exit_at, d.evidence, d.received_at, d.recognised_on, d.approved_on
FROM work_day d
JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
JOIN worker w ON w.id = d.worker_id
JOIN company c ON c.id = a.company_id
LEFT JOIN company f ON f.id = a.first_tier_company_id
WHERE d.site_id = $1 AND d.work_date BETWEEN $2 AND $3
ORDER BY d.work_date, w.name_kana, w.worker_number
"""

ASK = """
INSERT INTO export (id, account_id, kind, asked, asked_at) VALUES ($1, $2, $3, $4, $5)
"""

MINE = "SELECT * FROM export WHERE account_id = $1 ORDER BY asked_at DESC LIMIT $2"

ONE = "SELECT * FROM export WHERE id = $1 AND account_id = $2"

WAITING = "SELECT count(*) FROM export WHERE account_id = $1 AND ended_at IS NULL"

TAKE_NEXT = """
UPDATE export SET began_at = $1 WHERE id = (
    SELECT id FROM export WHERE ended_at IS NULL AND (began_at IS NULL OR began_at < $2)
    ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED
) RETURNING id, account_id, kind, asked
"""

STILL_AT_IT = "UPDATE export SET began_at = $2 WHERE id = $1 AND ended_at IS NULL"

MADE = """
UPDATE export SET ended_at = $2, name = $3, media_type = $4, size = $5, rows_written = $6, digest = $7, expires_at = $8
WHERE id = $1 AND ended_at IS NULL
"""

FAILED = "UPDATE export SET ended_at = $2, failed = $3 WHERE id = $1 AND ended_at IS NULL"

OVER = "SELECT id FROM export WHERE expires_at < $1 OR (failed IS NOT NULL AND ended_at < $2)"

DROP = "DELETE FROM export WHERE expires_at < $1 OR (failed IS NOT NULL AND ended_at < $2)"
