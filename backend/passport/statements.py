"""The statements behind a passport: each asks for one worker, so each stays on one node."""

WORKER = """
SELECT w.worker_number, w.name, w.name_kana, w.name_latin, w.level, w.main_trade,
       (SELECT max(c.expires_on) FROM card c WHERE c.worker_id = w.id AND c.revoked_at IS NULL) AS card_expires_on,
       (SELECT o.name FROM employment e JOIN company o ON o.id = e.company_id
        WHERE e.worker_id = w.id AND e.main AND e.until IS NULL LIMIT 1) AS company,
       t.days, t.first_on
FROM worker w LEFT JOIN career t ON t.worker_id = w.id
WHERE w.id = $1
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
SELECT e.exit_at, s.site_number, s.name AS site_name
FROM exit_waiting e JOIN site s ON s.id = e.site_id
WHERE e.worker_id = $1 AND e.exit_at BETWEEN $2 AND $3
ORDER BY e.exit_at
"""

MONTHS = """
SELECT month, position, bit_or(day_mask) AS mask FROM month_total WHERE worker_id = $1 GROUP BY month, position ORDER BY month
"""
