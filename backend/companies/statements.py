"""The statements about companies."""

STANDS_UNTIL = """greatest(c.expires_on, (
    SELECT max(r.until) FROM relief r
    WHERE r.what = 2 AND r.ended_at IS NULL AND r.by_company
    AND c.expires_on BETWEEN r.first_on AND r.last_on AND c.prefecture = ANY (r.prefectures)))"""
"""The last day on which a company `c` is registered: that of its registration, or of relief for renewing it."""

REGISTER = """
INSERT INTO company (id, company_number, name, name_kana, class, prefecture, licensed, registered_on, expires_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""

CLASS = "INSERT INTO company_class VALUES ($1, $2, $3) ON CONFLICT (company_id, since) DO UPDATE SET class = $3"

BY_NUMBER = "SELECT id FROM company WHERE company_number = $1"

READ = f"""
SELECT c.*, {STANDS_UNTIL} AS stands_until, (SELECT count(*) FROM employment e
             WHERE e.company_id = c.id AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)) AS workers
FROM company c WHERE c.id = $1
"""

RENEW = """
UPDATE company SET expires_on = $3 WHERE id = $1 AND expires_on = $2 RETURNING id
"""

RENEWED = """
INSERT INTO company_renewal VALUES ($1, $2, $3, $4, $5)
"""

EXPIRING = """
SELECT c.id, c.expires_on, ARRAY(
           SELECT n.months FROM company_notice n WHERE n.company_id = c.id AND n.expires_on = c.expires_on) AS told,
       EXISTS (SELECT FROM application a WHERE a.company_id = c.id AND a.kind = 7 AND a.state IN (2, 3, 4)) AS applied
FROM company c WHERE c.expires_on >= $1 AND c.expires_on < $2 ORDER BY c.id
"""
"""Kind 7 is a renewal, states 2 to 4 are those between sending and the answer (docs/decisions/0019-applications.md)."""

NOTICE = "INSERT INTO company_notice VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"

BELOW = f"""
WITH mine AS (SELECT id FROM site WHERE prime_company_id = $1),
below AS (
    SELECT company_id FROM site_tier WHERE site_id IN (SELECT id FROM mine) AND ended_at IS NULL AND accepted
    UNION
    SELECT company_id FROM assignment WHERE site_id IN (SELECT id FROM mine) AND first_on <= $2 AND last_on >= $2
)
SELECT c.id, c.company_number, c.name, c.class, c.expires_on, {STANDS_UNTIL} AS stands_until
FROM company c JOIN below b ON b.company_id = c.id WHERE c.id <> $1
ORDER BY c.expires_on, c.name_kana
"""

RELIEFS = "SELECT * FROM relief ORDER BY first_on DESC, made_at DESC"

MAKE_RELIEF = "INSERT INTO relief VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"

END_RELIEF = "UPDATE relief SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id"

RELIEF_THERE = "SELECT FROM relief WHERE id = $1"
