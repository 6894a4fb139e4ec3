"""The statements about a worker's registration."""

SEEN = """
SELECT w.worker_number AS number, w.name, w.name_kana, w.name_latin, w.level, w.main_trade AS trade, w.birth_date,
       w.prefecture, w.registered_on,
       (SELECT max(c.expires_on) FROM card c WHERE c.worker_id = w.id AND c.revoked_at IS NULL) AS card_expires_on,
       (SELECT o.name FROM employment e JOIN company o ON o.id = e.company_id
        WHERE e.worker_id = w.id AND e.main AND e.until IS NULL LIMIT 1) AS employer
FROM worker w WHERE w.id = $1
"""

BY_NUMBER = """
SELECT coalesce(m.into_worker_id, n.worker_id) AS worker_id
FROM worker_number n LEFT JOIN worker_merge m ON m.worker_id = n.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, n.worker_id)
WHERE n.worker_number = $1 AND r.worker_id IS NULL
"""

TRADE = "INSERT INTO worker_trade VALUES ($1, $2, $3) ON CONFLICT (worker_id, trade) DO UPDATE SET main = $3"

UPGRADE = "UPDATE worker SET form = $2 WHERE id = $1 AND form IS DISTINCT FROM $2 RETURNING id"

CLAIM_PERSON = """
WITH made AS (INSERT INTO person_proof VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING worker_id)
SELECT worker_id FROM made UNION ALL SELECT worker_id FROM person_proof WHERE key = $1 LIMIT 1
"""

KNOWN_PERSON = "SELECT FROM person_proof WHERE key = $1"

CLAIM_PEOPLE = """
INSERT INTO person_proof (key, worker_id) SELECT * FROM unnest($1::bytea[], $2::uuid[])
ON CONFLICT (key) DO NOTHING RETURNING key
"""

NUMBERS_OF_PEOPLE = """
SELECT p.key, coalesce(i.worker_number, w.worker_number) AS worker_number
FROM person_proof p JOIN worker w ON w.id = p.worker_id
LEFT JOIN worker_merge m ON m.worker_id = w.id LEFT JOIN worker i ON i.id = m.into_worker_id
WHERE p.key = ANY($1::bytea[])
"""

ALIKE = "SELECT worker_number FROM worker WHERE birth_date = $1 AND name_kana = $2 ORDER BY worker_number LIMIT 20"

OF_COMPANY = """
SELECT w.id, w.worker_number, w.name, w.name_kana, w.name_latin, w.level, w.main_trade, e.since, e.main,
       (SELECT max(c.expires_on) FROM card c WHERE c.worker_id = w.id AND c.revoked_at IS NULL) AS card_expires_on,
       coalesce(t.year_days, 0)::int AS year_days, coalesce(t.month_days, 0)::int AS month_days, k.last_on
FROM (SELECT DISTINCT ON (worker_id) worker_id, since, main FROM employment
      WHERE company_id = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY worker_id, main DESC, since) e
JOIN worker w ON w.id = e.worker_id
LEFT JOIN career k ON k.worker_id = e.worker_id
LEFT JOIN LATERAL (
    SELECT sum(bit_count(mask::bit(32))) AS year_days, sum(bit_count(mask::bit(32))) FILTER (WHERE month = $4) AS month_days
    FROM (SELECT month, bit_or(day_mask) AS mask FROM month_total
          WHERE worker_id = e.worker_id AND month BETWEEN $3 AND $4 GROUP BY month) m
) t ON true
ORDER BY year_days DESC, w.name_kana, w.worker_number
LIMIT $5
"""

RAISE_LEVEL = "UPDATE worker SET level = greatest(level, $2) WHERE id = $1"
