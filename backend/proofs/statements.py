"""The statements about photos and papers."""

KEEP = """
INSERT INTO proof (id, kind, digest, media_type, size, width, height, account_id, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id
"""

READ = "SELECT id, kind, digest, size, width, height, account_id, taken_at FROM proof WHERE id = $1"

READ_ALL = "SELECT id, kind, digest, size, width, height, account_id, taken_at FROM proof WHERE id = ANY($1::uuid[])"

OF_WORKER = """
SELECT FROM worker_item WHERE worker_id = $1 AND proof_id = $2
UNION ALL SELECT FROM qualification WHERE worker_id = $1 AND proof_id = $2 LIMIT 1
"""

COMPANIES_FILING = """
SELECT DISTINCT coalesce(proxy_company_id, company_id) FROM application
WHERE proofs @> ARRAY[$1::uuid] AND coalesce(proxy_company_id, company_id) IS NOT NULL
"""

OLD_UNUSED = """
SELECT p.id, p.digest FROM proof p
WHERE p.taken_at < $1
  AND NOT EXISTS (SELECT FROM worker_item i WHERE i.proof_id = p.id)
  AND NOT EXISTS (SELECT FROM company_item i WHERE i.proof_id = p.id)
  AND NOT EXISTS (SELECT FROM qualification q WHERE q.proof_id = p.id)
  AND NOT EXISTS (SELECT FROM application a WHERE a.proofs @> ARRAY[p.id])
LIMIT 1000
"""

DROP = "DELETE FROM proof WHERE id = ANY($1::uuid[])"

STILL_KEPT = "SELECT DISTINCT digest FROM proof WHERE digest = ANY($1::bytea[])"
