"""The statements about sites, their structure and their worker lists."""

from backend.companies.statements import STANDS_UNTIL

SITE_COLUMNS = (
    "name, kind, prime_company_id, prefecture, first_on, last_on, area, address, office_prefecture, office_address, "
    "client, public_client, harmful, gate_opens, gate_closes"
)

REGISTER = f"""
INSERT INTO site (id, site_number, {SITE_COLUMNS}, registered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
"""

SAME_SITE = """
SELECT id, site_number FROM site
WHERE prime_company_id = $1 AND name = $2 AND prefecture = $3 AND first_on = $4 AND last_on = $5 AND registered_at > $6
ORDER BY id LIMIT 1
"""

HOLD_PRIME = "SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE"

HOLD_SITE = f"SELECT {SITE_COLUMNS}, site_number FROM site WHERE id = $1 FOR NO KEY UPDATE"

CHANGE = f"""
UPDATE site SET ({SITE_COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) WHERE id = $1
"""

READ = f"""
SELECT {", ".join("s." + name.strip() for name in SITE_COLUMNS.split(","))}, s.site_number, s.registered_at,
       p.company_number AS prime_number, p.name AS prime
FROM site s JOIN company p ON p.id = s.prime_company_id WHERE s.id = $1
"""

CHANGES = (
    "SELECT id, changed_at, before FROM site_change WHERE site_id = $1 ORDER BY changed_at DESC, id DESC LIMIT 500"
)

PLACES = "SELECT id, name, address, first_on, last_on FROM site_place WHERE site_id = $1 ORDER BY id"

KEEP_PLACE = """
INSERT INTO site_place VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (site_id, id) DO UPDATE
SET name = excluded.name, address = excluded.address, first_on = excluded.first_on, last_on = excluded.last_on
"""

DELEGATIONS = """
SELECT d.company_id, c.company_number, c.name, d.first_on, d.last_on
FROM site_delegation d JOIN company c ON c.id = d.company_id WHERE d.site_id = $1 ORDER BY d.first_on, c.company_number
"""

DELEGATE = "INSERT INTO site_delegation VALUES ($1, $2, $3, $4, $5, $6)"

END_DELEGATION = """
UPDATE site_delegation SET last_on = $3 WHERE site_id = $1 AND company_id = $2 AND last_on > $3
"""

END_GRANTS_OF_DELEGATE = """
UPDATE role_grant SET last_on = $3
WHERE organisation_kind = 'site' AND organisation_id = $1 AND (last_on IS NULL OR last_on > $3) AND granted_by IN (
    SELECT account_id FROM role_grant WHERE organisation_kind = 'company' AND organisation_id = $2)
"""

COMPANIES = f"""
SELECT c.id, c.company_number, c.name, {STANDS_UNTIL} AS stands_until
FROM company c WHERE c.company_number = ANY($1::text[]) OR c.id = ANY($2::int4[])
"""

TIERS = """
SELECT id, upper_id, company_id, upper_company_id, first_tier_company_id, tier, accepted IS TRUE AS accepted
FROM site_tier WHERE site_id = $1 AND ended_at IS NULL AND accepted IS NOT false ORDER BY tier, id
"""

AGREED = """
SELECT upper_company_id, lower_company_id FROM standing_agreement
WHERE (upper_company_id = ANY($1::int4[]) OR lower_company_id = ANY($1::int4[])) AND agreed_at IS NOT NULL AND ended_at IS NULL
"""

ASK = """
INSERT INTO site_tier (site_id, id, upper_id, company_id, upper_company_id, first_tier_company_id, tier, work, asked_at, asked_by,
                       accepted, decided_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""

ASKED_BEFORE = """
SELECT id, company_id, upper_company_id, work, accepted, ended_at FROM site_tier WHERE site_id = $1 AND id = ANY($2::uuid[])
"""

_TREE = """
SELECT t.id, t.upper_id, t.tier, t.work, t.asked_at, t.accepted, t.decided_at, t.decided_why, t.ended_at, t.company_id, t.upper_company_id,
       c.company_number, c.name AS company, u.company_number AS upper_number, u.name AS upper, s.site_number, s.name AS site,
       s.first_on, s.last_on, p.name AS prime, p.company_number AS prime_number
FROM site_tier t
JOIN company c ON c.id = t.company_id
JOIN company u ON u.id = t.upper_company_id
JOIN site s ON s.id = t.site_id
JOIN company p ON p.id = s.prime_company_id
"""

TREE = _TREE + "WHERE t.site_id = $1 AND t.ended_at IS NULL ORDER BY t.tier, c.company_number, t.id"

OF_COMPANY = (
    _TREE
    + "WHERE t.company_id = $1 AND t.ended_at IS NULL ORDER BY t.accepted NULLS FIRST, t.asked_at, t.id LIMIT 1000"
)

TO_DECIDE = """
SELECT site_id, id, upper_id, company_id, upper_company_id, accepted, asked_by, ended_at FROM site_tier
WHERE company_id = $1 AND id = ANY($2::uuid[]) ORDER BY site_id, id
"""

DECIDE = """
UPDATE site_tier SET accepted = $3, decided_at = $4, decided_by = $5, decided_why = $6 WHERE site_id = $1 AND id = $2
"""

ENDS = "UPDATE site_tier SET ended_at = $3 WHERE site_id = $1 AND id = ANY($2::uuid[]) AND ended_at IS NULL"

AGREEMENTS = """
SELECT a.asked_at, a.by_upper, a.agreed_at, u.id AS upper_id, u.company_number AS upper_number, u.name AS upper,
       l.id AS lower_id, l.company_number AS lower_number, l.name AS lower
FROM standing_agreement a JOIN company u ON u.id = a.upper_company_id JOIN company l ON l.id = a.lower_company_id
WHERE (a.upper_company_id = $1 OR a.lower_company_id = $1) AND a.ended_at IS NULL ORDER BY a.asked_at, u.company_number, l.company_number
"""

AGREEMENT = """
SELECT asked_at, asked_by, by_upper, agreed_at FROM standing_agreement
WHERE upper_company_id = $1 AND lower_company_id = $2 AND ended_at IS NULL ORDER BY asked_at LIMIT 1 FOR UPDATE
"""

HOLD_COMPANIES = "SELECT id FROM company WHERE id = ANY($1::int4[]) ORDER BY id FOR NO KEY UPDATE"

ASK_AGREEMENT = "INSERT INTO standing_agreement VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL)"

AGREE = """
UPDATE standing_agreement SET agreed_at = $4, agreed_by = $5 WHERE upper_company_id = $1 AND lower_company_id = $2 AND asked_at = $3
"""

END_AGREEMENT = """
UPDATE standing_agreement SET ended_at = $3 WHERE upper_company_id = $1 AND lower_company_id = $2 AND ended_at IS NULL
RETURNING asked_at
"""

PATTERNS = "SELECT id, name, tiers, kept_at FROM structure_pattern WHERE company_id = $1 ORDER BY name, id"

PATTERN = "SELECT name, tiers FROM structure_pattern WHERE company_id = $1 AND id = $2"

KEEP_PATTERN = """
INSERT INTO structure_pattern AS p VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, tiers = excluded.tiers, kept_at = excluded.kept_at, kept_by = excluded.kept_by
WHERE p.company_id = excluded.company_id
RETURNING id
"""

DROP_PATTERN = "DELETE FROM structure_pattern WHERE company_id = $1 AND id = $2"

WORKERS = """
SELECT n.worker_number, coalesce(m.into_worker_id, n.worker_id) AS worker_id
FROM worker_number n LEFT JOIN worker_merge m ON m.worker_id = n.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, n.worker_id)
WHERE n.worker_number = ANY($1::text[]) AND r.worker_id IS NULL
"""

EMPLOYED = "SELECT worker_id, since, until FROM employment WHERE worker_id = ANY($1::uuid[]) AND company_id = $2"

_VERSION = """worker_id, id, company_id, first_tier_company_id, tier, position, trade, content, harmful, certificates, insurance,
       first_on, last_on"""

VERSIONS = (
    f"SELECT {_VERSION} FROM assignment WHERE site_id = $1 AND worker_id = ANY($2::uuid[]) ORDER BY worker_id, id"
)

VERSIONS_OF_COMPANIES = f"""
SELECT {_VERSION} FROM assignment WHERE site_id = $1 AND company_id = ANY($2::int4[]) ORDER BY worker_id, id
"""

KEEP_VERSIONS = """
INSERT INTO assignment (worker_id, id, site_id, company_id, first_tier_company_id, tier, position, trade, content, harmful, certificates,
                        insurance, first_on, last_on, registered_at)
SELECT worker_id, id, $14, company_id, first_tier_company_id, tier, position, trade, content, harmful, certificates, insurance, first_on,
       last_on, $15
FROM unnest($1::text::uuid[], $2::text::int4[], $3::text::int4[], $4::text::int4[], $5::text::int2[], $6::text::int2[], $7::text::int2[],
            $8::text[], $9::text[], $10::text[], $11::text::int2[], $12::text::date[], $13::text::date[])
     AS q (worker_id, id, company_id, first_tier_company_id, tier, position, trade, content, harmful, certificates, insurance, first_on, last_on)
"""

LINES = """
WITH newest AS (
    SELECT DISTINCT ON (worker_id, company_id) * FROM assignment
    WHERE site_id = $1 AND first_on <= $2 ORDER BY worker_id, company_id, id DESC
), speaking AS (
    SELECT DISTINCT ON (worker_id) * FROM newest WHERE last_on >= $2 ORDER BY worker_id, id DESC
)
SELECT l.worker_id, w.worker_number, w.name, w.name_kana, w.level, c.company_number, c.name AS company, f.name AS first_tier, l.tier, l.position,
       l.trade, l.content, l.harmful, l.first_on, l.last_on
FROM speaking l
JOIN worker w ON w.id = l.worker_id
JOIN company c ON c.id = l.company_id
LEFT JOIN company f ON f.id = l.first_tier_company_id
WHERE $3::int4[] IS NULL OR l.company_id = ANY($3::int4[])
ORDER BY l.tier, c.company_number, w.name_kana, w.worker_number
LIMIT $4 OFFSET $5
"""

SITES_OF = """
SELECT s.site_number, s.name, s.first_on, s.last_on, s.prime_company_id <> $1 AS delegated
FROM site s
WHERE s.prime_company_id = $1 OR s.id IN (
    SELECT site_id FROM site_delegation WHERE company_id = $1 AND $2 BETWEEN first_on AND last_on)
ORDER BY $2 BETWEEN s.first_on AND s.last_on DESC, s.last_on DESC, s.site_number LIMIT $3
"""

HOLD_READER_KEYS = "LOCK TABLE reader IN SHARE ROW EXCLUSIVE MODE"

READER_OF_KEY = "SELECT FROM reader WHERE public_key = $1"

PRIME_OF = "SELECT prime_company_id FROM site WHERE id = $1"

READER_AT = "SELECT id FROM reader WHERE site_id = $1 AND reader_number = $2 AND revoked_at IS NULL FOR UPDATE"

READERS_AT = """
SELECT r.reader_number, r.name, r.kind, r.enrolled_at, r.revoked_at, max(k.seen_at) AS seen_at
FROM reader r LEFT JOIN reader_clock k ON k.reader_id = r.id
WHERE r.site_id = $1 GROUP BY r.id ORDER BY r.revoked_at NULLS FIRST, r.name, r.reader_number
"""
