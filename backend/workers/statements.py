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
