"""The statements about the phones' pass keys, and who checked a pass."""

KEEP_KEYS = """
INSERT INTO pass_key (public_key, worker_id, account_id, session, audience, made_at, certified_until)
SELECT k.public_key, $1, $2, $3, k.audience, $4, $5 FROM unnest($6::bytea[], $7::text[]) AS k (public_key, audience)
ON CONFLICT (public_key) DO UPDATE SET certified_until = excluded.certified_until
WHERE pass_key.worker_id = excluded.worker_id AND pass_key.account_id = excluded.account_id
  AND pass_key.session = excluded.session AND pass_key.audience = excluded.audience AND pass_key.ended_at IS NULL
RETURNING public_key
"""

END_OTHER_KEYS = """
UPDATE pass_key SET ended_at = $4
WHERE account_id = $1 AND session = $2 AND public_key <> ALL ($3::bytea[]) AND ended_at IS NULL
"""

STANDING = """
SELECT k.worker_id, r.removed_at,
       k.ended_at IS NULL AND m.into_worker_id IS NULL AND EXISTS (
           SELECT FROM session s WHERE s.account_id = k.account_id AND substr(s.token_hash, 1, 8) = k.session
           AND s.expires_at > $2) AS key_open
FROM pass_key k
LEFT JOIN worker_merge m ON m.worker_id = k.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, k.worker_id)
WHERE k.public_key = $1
"""

KEEP_CHECK = """
INSERT INTO pass_check (worker_id, instant, audience, checked_at, viewer_id, role, organisation_kind, organisation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (worker_id, instant, audience) DO NOTHING RETURNING instant
"""

NAME_VIEWER = """
UPDATE pass_check SET viewer_id = $4, role = $5, organisation_kind = $6, organisation_id = $7
WHERE worker_id = $1 AND instant = $2 AND audience = $3 AND viewer_id IS NULL
"""

CHECKS = """
SELECT k.audience, k.checked_at, k.role, coalesce(c.name, s.name) AS organisation
FROM pass_check k
LEFT JOIN company c ON k.organisation_kind = 'company' AND c.id = k.organisation_id
LEFT JOIN site s ON k.organisation_kind = 'site' AND s.id = k.organisation_id
WHERE k.worker_id = $1 AND k.checked_at >= $2 ORDER BY k.checked_at DESC LIMIT $3
"""
