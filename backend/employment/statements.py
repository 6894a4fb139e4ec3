"""The statements about employments; each names the worker, who is the distribution column."""

HOLD_WORKER = "SELECT FROM worker WHERE id = $1 FOR UPDATE"

OFFER = """
INSERT INTO employment_offer (worker_id, id, company_id, since, main, by_worker, offered_at, offered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""

OFFERED = "SELECT * FROM employment_offer WHERE worker_id = $1 AND id = $2 FOR UPDATE"

ANSWER_OFFER = """
UPDATE employment_offer SET accepted = $3, decided_at = $4, decided_by = $5 WHERE worker_id = $1 AND id = $2
"""

EMPLOYED_OR_OFFERED = """
SELECT company_id FROM employment
WHERE worker_id = $1 AND company_id = $2 AND (until IS NULL OR until >= $3)
UNION ALL
SELECT company_id FROM employment_offer WHERE worker_id = $1 AND company_id = $2 AND accepted IS NULL
"""

MAIN_EMPLOYMENT = """
SELECT company_id, since, until FROM employment
WHERE worker_id = $1 AND main AND (until IS NULL OR until >= $2) ORDER BY since DESC LIMIT 1
"""

EMPLOY = """
INSERT INTO employment VALUES ($1, $2, $3, NULL, $4)
ON CONFLICT (worker_id, company_id, since) DO UPDATE SET until = NULL, main = $4
"""

NOT_MAIN = "UPDATE employment SET main = false WHERE worker_id = $1 AND company_id = $2 AND since = $3"

END_EMPLOYMENT = "UPDATE employment SET until = $4 WHERE worker_id = $1 AND company_id = $2 AND since = $3"

EMPLOYMENT_NOW = """
SELECT since, main FROM employment WHERE worker_id = $1 AND company_id = $2 AND until IS NULL ORDER BY since DESC LIMIT 1
"""

NEXT_MAIN = """
UPDATE employment e SET main = true FROM (
    SELECT company_id, since FROM employment
    WHERE worker_id = $1 AND company_id <> $3 AND (until IS NULL OR until > $2)
    ORDER BY until IS NOT NULL, since LIMIT 1
) next
WHERE e.worker_id = $1 AND e.company_id = next.company_id AND e.since = next.since
RETURNING e.company_id
"""

EMPLOYMENTS = """
SELECT c.company_number, c.name, e.since, e.until, e.main
FROM employment e JOIN company c ON c.id = e.company_id WHERE e.worker_id = $1 ORDER BY e.since DESC, c.company_number
"""

_OFFERS = """
SELECT o.id, o.worker_id, w.worker_number, w.name, c.company_number, c.name, o.since, o.main, o.by_worker, o.offered_at
FROM employment_offer o JOIN worker w ON w.id = o.worker_id JOIN company c ON c.id = o.company_id
WHERE o.accepted IS NULL AND {} ORDER BY o.offered_at
"""

OFFERS_OF_WORKER = _OFFERS.format("o.worker_id = $1")

OFFERS_AT_COMPANY = _OFFERS.format("o.company_id = $1")
