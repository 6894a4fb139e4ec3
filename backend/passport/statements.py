"""The statements behind a passport: each asks for one worker, so each stays on one node."""

WORKER = """
SELECT w.worker_number, w.name, w.name_kana, w.name_latin, w.level, w.main_trade,
       (SELECT max(c.expires_on) FROM card c WHERE c.worker_id = w.id AND c.revoked_at IS NULL) AS card_expires_on,
       (SELECT o.name FROM employment e JOIN company o ON o.id = e.company_id
        WHERE e.worker_id = w.id AND e.main AND e.until IS NULL LIMIT 1) AS company,
       t.days, t.first_on,
       (SELECT count(DISTINCT coalesce(b."workDate",
                   concat_ws(' ', e.kind, b."siteId", b.field, b.level, b."qualificationId", b."firstOn")))
        FROM event e
        CROSS JOIN jsonb_to_record(e.body::jsonb)
             AS b ("workDate" text, "siteId" text, field text, level text, "qualificationId" text, "firstOn" text)
        WHERE e.worker_id = $1 AND e.kind <> ALL ($3::int2[])
        AND e.id > greatest($2, (SELECT r.id FROM inbox_read r WHERE r.worker_id = $1))) AS unread
FROM worker w LEFT JOIN career t ON t.worker_id = w.id
WHERE w.id = $1
"""

NAMES = "SELECT name, name_kana, worker_number, birth_date FROM worker WHERE id = $1"

RECOVERY = """
SELECT attested_at, opens_at, expires_at FROM recovery
WHERE worker_id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND expires_at > $2
"""

DAYS = """
SELECT d.work_date, s.site_number, s.name AS site_name, p.name AS prime, d.entry_at, d.exit_at, d.received_at, d.evidence
FROM work_day d JOIN site s ON s.id = d.site_id JOIN company p ON p.id = s.prime_company_id
WHERE d.worker_id = $1 AND d.work_date BETWEEN $2 AND $3
ORDER BY d.work_date, d.entry_at
"""

HELD = """
SELECT h.work_date, h.site_number, s.name AS site_name, p.name AS prime, h.reason, h.waiting, h.at, h.received_at,
       h.evidence, h.until
FROM held_day h LEFT JOIN site s ON s.site_number = h.site_number LEFT JOIN company p ON p.id = s.prime_company_id
WHERE h.worker_id = $1 AND h.work_date BETWEEN $2 AND $3
ORDER BY h.work_date, h.at
"""

EXITS = """
SELECT e.exit_at, s.site_number, s.name AS site_name, p.name AS prime
FROM exit_waiting e JOIN site s ON s.id = e.site_id JOIN company p ON p.id = s.prime_company_id
WHERE e.worker_id = $1 AND e.exit_at BETWEEN $2 AND $3
ORDER BY e.exit_at
"""

MONTHS = """
SELECT month, position, bit_or(day_mask) AS mask FROM month_total WHERE worker_id = $1 GROUP BY month, position ORDER BY month
"""

CLAIMED = """
SELECT c.work_date, s.site_number, s.name AS site_name, p.name AS prime, c.entry_at, c.exit_at, c.claimed_at,
       EXISTS (SELECT FROM assignment a WHERE a.worker_id = c.worker_id AND a.site_id = c.site_id
               AND c.work_date BETWEEN a.first_on AND a.last_on
               AND NOT EXISTS (SELECT FROM assignment n WHERE n.worker_id = a.worker_id AND n.site_id = a.site_id
                               AND n.company_id = a.company_id AND n.id > a.id AND n.first_on <= c.work_date)) AS listed
FROM claim c JOIN site s ON s.id = c.site_id JOIN company p ON p.id = s.prime_company_id
WHERE c.worker_id = $1 AND c.work_date BETWEEN $2 AND $3 AND c.approved IS NULL AND c.kind = 1
ORDER BY c.work_date, c.entry_at
"""

EMPLOYER = """
SELECT (SELECT o.name FROM employment e JOIN company o ON o.id = e.company_id
        WHERE e.worker_id = w.id AND e.main AND e.until IS NULL LIMIT 1) AS company
FROM worker w WHERE w.id = $1
"""

YEAR = """
SELECT month, trade, position, day_mask FROM month_total WHERE worker_id = $1 AND month BETWEEN $2 AND $3
ORDER BY month, trade, position
"""

RECORDS = """
SELECT d.work_date, s.site_number, d.acted_at, d.recognised_on, d.approved_on, a.tier, a.position, a.trade, a.content, a.harmful,
       a.certificates, a.insurance, e.name AS employer, f.name AS first_tier, p.name AS prime
FROM work_day d
JOIN site s ON s.id = d.site_id
JOIN company p ON p.id = s.prime_company_id
JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
JOIN company e ON e.id = a.company_id
LEFT JOIN company f ON f.id = a.first_tier_company_id
WHERE d.worker_id = $1 AND d.work_date BETWEEN $2 AND $3
"""

CORRECTIONS = """
SELECT s.site_number, s.name AS site_name, c.corrected_at, c.why, c.taken_away, c.entry_at, c.exit_at, c.old_entry_at, c.old_exit_at,
       p.name AS prime
FROM correction c JOIN site s ON s.id = c.site_id JOIN company p ON p.id = s.prime_company_id
WHERE c.worker_id = $1 AND c.work_date BETWEEN $2 AND $3
ORDER BY c.corrected_at
"""

READ_UNTIL = "SELECT id FROM inbox_read WHERE worker_id = $1"

READ_UNTIL_OF = "SELECT worker_id, id FROM inbox_read WHERE worker_id = ANY($1::uuid[])"

MARK_READ = """
INSERT INTO inbox_read AS r (worker_id, id) VALUES ($1, $2)
ON CONFLICT (worker_id) DO UPDATE SET id = greatest(r.id, excluded.id)
"""
