"""The statements about notices, addresses and deliveries."""

LIVE = """a.ended_at IS NULL AND (a.session IS NULL OR EXISTS (
    SELECT FROM session s
    WHERE s.account_id = a.account_id AND encode(substr(s.token_hash, 1, 8), 'hex') = a.session))"""
"""Whether an address `a` may be told: a device only as long as somebody is signed in there."""

ADDRESSES = f"""
SELECT a.recipient, a.id, a.channel, (a.keys::json ->> 'always')::bool IS NOT FALSE AS wanted FROM address a
WHERE a.recipient = ANY($1::uuid[]) AND a.confirmed_at IS NOT NULL AND {LIVE} ORDER BY a.recipient, a.made_at
"""

SETTINGS = "SELECT * FROM notice_setting WHERE recipient = ANY($1::uuid[])"

NOTICE = """
INSERT INTO notice (recipient, event_id, recipient_kind, kind, about, facts, made_at, expires_at)
SELECT w.recipient, w.event_id, w.recipient_kind, w.kind, w.about, w.facts, $8, w.expires_at
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::int2[], $4::text::int2[], $5::text[], $6::text[],
     $7::text::timestamptz[])
     AS w (recipient, event_id, recipient_kind, kind, about, facts, expires_at)
ON CONFLICT (recipient, event_id) DO NOTHING RETURNING recipient, event_id
"""

DELIVERY = """
INSERT INTO delivery (recipient, event_id, address_id, channel, state, urgent, digest, about, due_at, attempts)
SELECT w.recipient, w.event_id, w.address_id, w.channel, 0, w.urgent, w.digest, w.about, w.due_at, 0
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::uuid[], $4::text::int2[], $5::text::bool[],
     $6::text::bool[], $7::text[], $8::text::timestamptz[])
     AS w (recipient, event_id, address_id, channel, urgent, digest, about, due_at)
"""

OVERTAKE = """
UPDATE delivery d SET state = 5, ended_at = $4
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text[]) AS n (recipient, event_id, about)
WHERE d.recipient = n.recipient AND d.about = n.about AND d.event_id < n.event_id AND d.state = 0
"""
"""What waits gives way to what is newer about the same."""

DUE = """
SELECT recipient, event_id, address_id FROM delivery
WHERE state IN (0, 1) AND due_at <= $1 ORDER BY urgent DESC, due_at LIMIT $2
"""

LEASE = """
UPDATE delivery d SET state = 1, due_at = $5, attempts = d.attempts + 1
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::uuid[]) AS k (recipient, event_id, address_id)
WHERE d.recipient = k.recipient AND d.event_id = k.event_id AND d.address_id = k.address_id
  AND d.state IN (0, 1) AND d.due_at <= $4
RETURNING d.recipient, d.event_id, d.address_id, d.channel, d.digest, d.attempts
"""

REST_OF_DIGESTS = """
SELECT d.recipient, d.event_id, d.address_id FROM delivery d
JOIN (SELECT DISTINCT * FROM unnest($1::text::uuid[], $2::text::uuid[]) AS k (recipient, address_id)) k
  ON d.recipient = k.recipient AND d.address_id = k.address_id
WHERE d.digest AND d.state = 0 AND d.due_at <= $3
"""

LEASED = """
SELECT n.recipient, n.event_id, n.recipient_kind, n.kind, n.about, n.facts, n.made_at, n.expires_at
FROM notice n JOIN (SELECT DISTINCT * FROM unnest($1::text::uuid[], $2::text::uuid[]) AS k (recipient, event_id)) k
  ON n.recipient = k.recipient AND n.event_id = k.event_id
"""

TARGETS = f"""
SELECT a.recipient, a.id, a.target, a.keys, NOT ({LIVE}) AS ended FROM address a
JOIN (SELECT DISTINCT * FROM unnest($1::text::uuid[], $2::text::uuid[]) AS k (recipient, id)) k
  ON a.recipient = k.recipient AND a.id = k.id
"""

KEEP = """
UPDATE delivery d SET state = k.state, due_at = coalesce(k.due_at, d.due_at), said = k.said, attempts = k.attempts,
       ended_at = CASE WHEN k.state > 1 THEN $8::timestamptz END
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text::uuid[], $4::text::int2[], $5::text::timestamptz[], $6::text[],
            $7::text::int2[])
     AS k (recipient, event_id, address_id, state, due_at, said, attempts)
WHERE d.recipient = k.recipient AND d.event_id = k.event_id AND d.address_id = k.address_id AND d.state = 1
"""

REACHED = """
UPDATE address a SET reached_at = $3 FROM (SELECT DISTINCT * FROM unnest($1::text::uuid[],
     $2::text::uuid[]) AS k (recipient, id)) k
WHERE a.recipient = k.recipient AND a.id = k.id
"""

ENDED = """
UPDATE address a SET ended_at = $4, ended_why = k.why
FROM unnest($1::text::uuid[], $2::text::uuid[], $3::text[]) AS k (recipient, id, why)
WHERE a.recipient = k.recipient AND a.id = k.id AND a.ended_at IS NULL
"""

OWNER = "SELECT recipient, id FROM address WHERE id = $1 AND channel = 2"

# Who is told.

STANDING_FOR = """
SELECT m.worker_id, m.into_worker_id FROM worker_merge m WHERE m.worker_id = ANY($1::uuid[])
"""

REMOVED = "SELECT worker_id FROM worker_removal WHERE worker_id = ANY($1::uuid[])"

FILERS = """
SELECT a.id, f.id AS account_id, coalesce(m.into_worker_id, f.worker_id) AS worker_id
FROM application a JOIN account f ON f.id = a.filed_by LEFT JOIN worker_merge m ON m.worker_id = f.worker_id
WHERE a.id = ANY($1::uuid[])
"""

AT_COMPANIES = """
SELECT g.organisation_id AS company_id, coalesce(m.into_worker_id, f.worker_id, f.id) AS recipient,
       f.worker_id IS NOT NULL AS is_worker
FROM role_grant g JOIN account f ON f.id = g.account_id LEFT JOIN worker_merge m ON m.worker_id = f.worker_id
WHERE g.organisation_kind = 'company' AND g.organisation_id = ANY($1::int4[]) AND g.role = 'responsible_person'
  AND g.first_on <= $2 AND (g.last_on IS NULL OR g.last_on >= $2)
"""

AT_READERS = """
SELECT r.id AS reader_id, r.name, s.name AS site, s.site_number,
       coalesce(m.into_worker_id, f.worker_id, f.id) AS recipient, f.worker_id IS NOT NULL AS is_worker
FROM reader r LEFT JOIN site s ON s.id = r.site_id
JOIN role_grant g ON (g.organisation_kind = 'site' AND g.organisation_id = s.id AND g.role = 'site_manager')
    OR (g.organisation_kind = 'company' AND g.organisation_id = coalesce(s.prime_company_id, r.company_id)
        AND g.role IN ('responsible_person', 'layer_manager'))
JOIN account f ON f.id = g.account_id LEFT JOIN worker_merge m ON m.worker_id = f.worker_id
WHERE r.id = ANY($1::int4[]) AND g.first_on <= $2 AND (g.last_on IS NULL OR g.last_on >= $2)
"""

MAILS_OF_COMPANIES = """
SELECT DISTINCT ON (company_id) company_id, value FROM company_item
WHERE company_id = ANY($1::int4[]) AND item = 'mail' ORDER BY company_id, id DESC
"""

EMPLOYERS = """
SELECT e.worker_id, e.company_id, w.worker_number, w.name FROM employment e JOIN worker w ON w.id = e.worker_id
WHERE e.worker_id = ANY($1::uuid[]) AND e.main AND e.until IS NULL
"""

OFFICIAL_ADDRESS = """
INSERT INTO address (recipient, id, channel, target, target_hash, keys, made_at, confirmed_at)
VALUES ($1, $2, 2, $3, $4, '{}', $5, $5) ON CONFLICT (recipient, id) DO NOTHING
"""

END_FORMER = """
UPDATE address a SET ended_at = $3, ended_why = 'the registration names another'
FROM unnest($1::text::uuid[], $2::text::uuid[]) AS k (recipient, id)
WHERE a.recipient = k.recipient AND a.channel = 2 AND a.id <> k.id AND a.ended_at IS NULL
"""

LAST_SAID = """
SELECT DISTINCT ON (n.recipient, n.about) n.recipient, n.about, n.kind
FROM notice n JOIN (SELECT DISTINCT * FROM unnest($1::text::uuid[], $2::text[]) AS k (recipient, about)) k
  ON n.recipient = k.recipient AND n.about = k.about
ORDER BY n.recipient, n.about, n.event_id DESC
"""

STANDING = "SELECT reached, near FROM standing WHERE worker_id = $1 AND field = $2"
