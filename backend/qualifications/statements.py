"""The statements about qualifications."""

_ROW = """
SELECT q.worker_id, q.id, q.key, q.name, q.issuer, q.issued_on, q.expires_on, q.proof_id, q.state, q.entered_at, q.entered_by,
       q.decided_at, q.decided_why, w.worker_number, w.name AS worker
FROM qualification q JOIN worker w ON w.id = q.worker_id
"""

OF_WORKER = _ROW + "WHERE q.worker_id = $1 ORDER BY q.issued_on DESC, q.id"

HOLD_WORKER = "SELECT FROM worker WHERE id = $1 FOR UPDATE"

ENTER = """
INSERT INTO qualification (worker_id, id, key, name, issuer, issued_on, expires_on, proof_id, state, entered_at, entered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""

TAKE_BACK = "DELETE FROM qualification WHERE worker_id = $1 AND id = $2 AND state IN (1, 3)"

WAITING = (
    _ROW
    + "WHERE q.state = 1 AND NOT EXISTS (SELECT FROM worker_removal r WHERE r.worker_id = w.id) ORDER BY q.entered_at, q.worker_id, q.id LIMIT $1"
)

TO_DECIDE = _ROW + "WHERE q.worker_id = $1 AND q.id = $2 FOR UPDATE OF q"

DECIDE = """
UPDATE qualification SET state = $3, decided_at = $4, decided_by = $5, decided_why = $6 WHERE worker_id = $1 AND id = $2
"""

COUNTING = """
SELECT worker_id, array_agg(key) AS keys FROM qualification
WHERE worker_id = ANY($1::uuid[]) AND state = 2 AND key IS NOT NULL AND issued_on <= $2 AND (expires_on IS NULL OR expires_on >= $2)
GROUP BY worker_id
"""

ENDED = "SELECT DISTINCT worker_id FROM qualification WHERE state = 2 AND expires_on BETWEEN $1 AND $2"
