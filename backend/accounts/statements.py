"""The statements about who is calling, what they may do, and whom they looked at."""

CALLER = """
SELECT a.id, coalesce(m.into_worker_id, a.worker_id) AS worker_id, s.created_at, s.token_hash, r.removed_at,
       (SELECT coalesce(array_agg(c.kind || ' ' || c.version), '{}') FROM consent c WHERE c.account_id = a.id) AS consents
FROM session s JOIN account a ON a.id = s.account_id
LEFT JOIN worker_merge m ON m.worker_id = a.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, a.worker_id)
WHERE s.token_hash = $1 AND s.expires_at > $2
"""

ORGANISATIONS = """
SELECT 'company' AS kind, id, company_number AS number, name FROM company WHERE id = ANY($1::int4[])
UNION ALL SELECT 'site', id, site_number, name FROM site WHERE id = ANY($2::int4[])
"""

GRANTS = """
SELECT role, organisation_kind, organisation_id, first_on, last_on FROM role_grant WHERE account_id = $1 ORDER BY granted_at
"""

FOREMAN_AT = """
SELECT a.site_id, a.first_on, a.last_on
FROM (SELECT DISTINCT ON (site_id, company_id) site_id, position, first_on, last_on FROM assignment
      WHERE worker_id = $1 AND first_on <= $2 ORDER BY site_id, company_id, id DESC) a
JOIN site s ON s.id = a.site_id
WHERE a.position = 2 AND $2 <= a.last_on AND $2 BETWEEN s.first_on AND s.last_on
"""

EMPLOYERS = """
SELECT company_id FROM employment WHERE worker_id = $1 AND since <= $2 AND (until IS NULL OR until >= $2)
"""

WORKS = """
SELECT a.site_id, s.prime_company_id, a.company_id, a.first_tier_company_id, d.company_id
FROM (SELECT DISTINCT ON (site_id, company_id) site_id, company_id, first_tier_company_id, last_on FROM assignment
      WHERE worker_id = $1 AND first_on <= $2 ORDER BY site_id, company_id, id DESC) a
JOIN site s ON s.id = a.site_id
LEFT JOIN site_delegation d ON d.site_id = s.id AND $2 BETWEEN d.first_on AND d.last_on
WHERE $2 <= a.last_on AND $2 BETWEEN s.first_on AND s.last_on
"""

SITE_OWNERS = """
SELECT s.prime_company_id, d.company_id, d.last_on
FROM site s LEFT JOIN site_delegation d ON d.site_id = s.id AND $2 BETWEEN d.first_on AND d.last_on WHERE s.id = $1
"""

SAW = """
INSERT INTO view_log VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (worker_id, day, viewer_id, purpose) DO NOTHING
"""

SAW_ALL = """
INSERT INTO view_log SELECT worker_id, $2, $3, $4, $5, $6, $7, $8 FROM unnest($1::uuid[]) AS q (worker_id)
ON CONFLICT (worker_id, day, viewer_id, purpose) DO NOTHING
"""

VIEWERS = """
SELECT v.day, v.purpose, v.role, v.organisation_kind, coalesce(c.name, s.name) AS organisation, v.first_at
FROM view_log v
LEFT JOIN company c ON v.organisation_kind = 'company' AND c.id = v.organisation_id
LEFT JOIN site s ON v.organisation_kind = 'site' AND s.id = v.organisation_id
WHERE v.worker_id = $1 AND v.day >= $2 ORDER BY v.first_at DESC LIMIT $3
"""

WORKER_OF = """
SELECT coalesce(m.into_worker_id, a.worker_id)
FROM account a LEFT JOIN worker_merge m ON m.worker_id = a.worker_id WHERE a.id = $1
"""

BEHIND_THE_SCENES = """
SELECT coalesce(m.into_worker_id, a.worker_id) AS worker_id, a.created_at
FROM account a LEFT JOIN worker_merge m ON m.worker_id = a.worker_id WHERE a.id = $1
"""

ACCOUNTS_OF = """
SELECT id FROM account
WHERE worker_id = $1 OR worker_id IN (SELECT worker_id FROM worker_merge WHERE into_worker_id = $1)
"""

PASSKEYS = """
SELECT encode(p.credential_id, 'hex'), p.name, p.synced, p.created_at, p.used_at, EXISTS (
    SELECT FROM session s WHERE s.account_id = p.account_id AND s.credential_id = p.credential_id
    AND encode(substr(s.token_hash, 1, 8), 'hex') = $2) AS this
FROM passkey p WHERE p.account_id = $1 AND p.stopped_at IS NULL ORDER BY p.created_at
"""

CREDENTIAL = """
SELECT p.account_id, p.public_key, p.sign_count, p.stopped_at, r.removed_at
FROM passkey p JOIN account a ON a.id = p.account_id
LEFT JOIN worker_merge m ON m.worker_id = a.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, a.worker_id)
WHERE p.credential_id = $1
"""
