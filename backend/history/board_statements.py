"""The board's statements: everything about everybody on a site's list of a day, in one go; and the readers there."""

from backend.companies.statements import STANDS_UNTIL

PEOPLE = f"""
WITH newest AS (
    SELECT DISTINCT ON (worker_id, company_id) * FROM assignment
    WHERE site_id = $1 AND first_on <= $2 ORDER BY worker_id, company_id, id DESC
), speaking AS (
    SELECT DISTINCT ON (worker_id) * FROM newest WHERE last_on >= $2 ORDER BY worker_id, id DESC
), people AS (
    SELECT worker_id FROM speaking
    UNION SELECT worker_id FROM held_day WHERE site_number = $3 AND work_date = $2
)
SELECT p.worker_id, w.worker_number, w.name, w.name_kana, w.level, l.company_id, c.name AS company, l.tier, l.position, l.trade, w.main_trade,
       {STANDS_UNTIL} AS company_until, d.entry_at, d.exit_at, d.evidence, h.reason, h.until, h.at AS held_at,
       (SELECT max(k.expires_on) FROM card k WHERE k.worker_id = p.worker_id AND k.revoked_at IS NULL) AS card_until,
       EXISTS (SELECT FROM employment e WHERE e.worker_id = p.worker_id AND e.company_id = l.company_id
               AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)) AS employed,
       EXISTS (SELECT FROM claim q WHERE q.worker_id = p.worker_id AND q.work_date = $2 AND q.site_id = $1
               AND q.approved IS NULL) AS claimed
FROM people p
JOIN worker w ON w.id = p.worker_id
LEFT JOIN speaking l ON l.worker_id = p.worker_id
LEFT JOIN company c ON c.id = l.company_id
LEFT JOIN work_day d ON d.worker_id = p.worker_id AND d.work_date = $2 AND d.site_id = $1
LEFT JOIN held_day h ON h.worker_id = p.worker_id AND h.work_date = $2 AND h.site_number = $3
ORDER BY l.tier NULLS FIRST, c.name_kana, w.name_kana, w.worker_number
LIMIT $4
"""

READERS = """
SELECT r.reader_number, r.name, r.kind, k.seen_at, k.offset_ms
FROM reader r LEFT JOIN reader_clock k ON k.reader_id = r.id AND k.epoch = r.epoch
WHERE r.revoked_at IS NULL AND (r.site_id = $1 OR (r.site_id IS NULL AND r.company_id = (SELECT prime_company_id FROM site WHERE id = $1)))
ORDER BY r.name, r.reader_number
"""

SITE = "SELECT site_number, name, gate_opens, gate_closes FROM site WHERE id = $1"
