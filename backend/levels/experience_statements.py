"""The statements about certified experience."""

_ROW = """
SELECT e.id, e.trade, e.first_on, e.last_on, e.days, e.foreman_days, e.leader_days, e.certified_at, c.company_number, c.name AS company
FROM experience e JOIN company c ON c.id = e.company_id
"""

OF_COMPANY = """
SELECT e.id, e.worker_id, w.worker_number, w.name AS worker, e.trade, e.first_on, e.last_on, e.days, e.foreman_days, e.leader_days,
       e.certified_at
FROM experience e JOIN worker w ON w.id = e.worker_id
WHERE e.company_id = $1 ORDER BY e.certified_at DESC, e.id LIMIT $2
"""

OF_WORKER = _ROW + "WHERE e.worker_id = $1 ORDER BY e.first_on, e.id"

KEEP = """
INSERT INTO experience (worker_id, id, company_id, trade, first_on, last_on, days, foreman_days, leader_days, certified_at, certified_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (worker_id, id) DO NOTHING RETURNING id
"""

SAME = """
SELECT FROM experience WHERE worker_id = $1 AND id = $2 AND company_id = $3 AND trade = $4 AND first_on = $5 AND last_on = $6
AND days = $7 AND foreman_days = $8 AND leader_days = $9
"""

TAKE_BACK = "DELETE FROM experience WHERE id = $1 AND company_id = $2 RETURNING worker_id"
