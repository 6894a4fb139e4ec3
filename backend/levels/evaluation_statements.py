"""The statements about levels that were applied for and reported."""

_ROW = """
SELECT a.worker_id, a.id, a.field, a.level, a.version, a.days, a.foreman_days, a.qualifications, a.filed_at, a.granted, a.decided_at,
       a.decided_why, w.worker_number, w.name AS worker
FROM level_application a JOIN worker w ON w.id = a.worker_id
"""

OF_WORKER = _ROW + "WHERE a.worker_id = $1 ORDER BY a.filed_at DESC, a.id"

WAITING = (
    _ROW
    + "WHERE a.granted IS NULL AND NOT EXISTS (SELECT FROM worker_removal r WHERE r.worker_id = w.id) ORDER BY a.filed_at, a.id LIMIT $1"
)

HOLD = _ROW + "WHERE a.id = $1 AND a.worker_id = $2 FOR UPDATE OF a"

OPEN = "SELECT id FROM level_application WHERE worker_id = $1 AND field = $2 AND level <= $3 AND granted IS NULL FOR UPDATE"

APPLIED = "SELECT FROM level_application WHERE worker_id = $1 AND field = $2 AND level >= $3 AND granted IS NULL"

FILE = """
INSERT INTO level_application (worker_id, id, field, level, version, days, foreman_days, qualifications, filed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""

ANSWER = """
UPDATE level_application SET granted = $3, decided_at = $4, decided_by = $5, decided_why = $6 WHERE worker_id = $1 AND id = $2
"""

HOLD_WORKER = "SELECT level, form FROM worker WHERE id = $1 FOR UPDATE"

REPORT = """
INSERT INTO evaluation (worker_id, field, level, evaluated_on, reported_at, reported_by) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (worker_id, field, level) DO UPDATE SET evaluated_on = excluded.evaluated_on
RETURNING reported_at = $5 AS new
"""

HELD = "SELECT field, level, evaluated_on FROM evaluation WHERE worker_id = $1 ORDER BY field, level"
