"""The statements about companies."""

REGISTER = """
INSERT INTO company (id, company_number, name, name_kana, class, prefecture, licensed, registered_on, expires_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""

CLASS = "INSERT INTO company_class VALUES ($1, $2, $3) ON CONFLICT (company_id, since) DO UPDATE SET class = $3"

BY_NUMBER = "SELECT id FROM company WHERE company_number = $1"

READ = """
SELECT c.*, (SELECT count(*) FROM employment e
             WHERE e.company_id = c.id AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)) AS workers
FROM company c WHERE c.id = $1
"""

RENEW = """
UPDATE company SET expires_on = $3 WHERE id = $1 AND expires_on = $2 RETURNING id
"""

RENEWED = """
INSERT INTO company_renewal VALUES ($1, $2, $3, $4, $5)
"""

RENEWALS = """
SELECT old_expires_on, new_expires_on, renewed_at FROM company_renewal WHERE company_id = $1 ORDER BY old_expires_on DESC
"""

EXPIRING = """
SELECT id, expires_on FROM company WHERE expires_on >= $1 AND expires_on < $2 ORDER BY id
"""

NOTICES = "SELECT company_id, expires_on, months FROM company_notice WHERE expires_on >= $1 AND expires_on < $2"

NOTICE = "INSERT INTO company_notice VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING company_id"

BELOW = """
WITH mine AS (SELECT id FROM site WHERE prime_company_id = $1),
below AS (
    SELECT company_id FROM site_tier WHERE site_id IN (SELECT id FROM mine) AND ended_at IS NULL AND accepted
    UNION
    SELECT company_id FROM assignment WHERE site_id IN (SELECT id FROM mine) AND first_on <= $2 AND last_on >= $2
)
SELECT c.id, c.company_number, c.name, c.class, c.expires_on, c.prefecture
FROM company c JOIN below b ON b.company_id = c.id WHERE c.id <> $1
ORDER BY c.expires_on, c.name_kana
"""

RELIEF = """
SELECT max(until) FROM relief
WHERE what = $1 AND ended_at IS NULL AND $2 BETWEEN first_on AND last_on
AND ((by_site_office AND $3 = ANY (prefectures)) OR (by_company AND prefectures && $4::int4[]))
"""

RELIEFS = "SELECT * FROM relief ORDER BY first_on DESC, made_at DESC"

MAKE_RELIEF = "INSERT INTO relief VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"

END_RELIEF = "UPDATE relief SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id"

RELIEF_THERE = "SELECT FROM relief WHERE id = $1"
