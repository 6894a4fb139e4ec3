"""The statements behind first logins and recoveries.  A try is taken before the code is compared, so guesses cannot race."""

WORKER = """
SELECT coalesce(m.into_worker_id, n.worker_id) AS worker_id, r.removed_at
FROM worker_number n
LEFT JOIN worker_merge m ON m.worker_id = n.worker_id
LEFT JOIN worker_removal r ON r.worker_id = coalesce(m.into_worker_id, n.worker_id)
WHERE n.worker_number = $1
"""

GIVE_CODE = """
INSERT INTO enrolment_code (worker_id, id, account_id, code_hash, tries_left, given_by, given_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (worker_id) DO UPDATE SET id = excluded.id, account_id = excluded.account_id, code_hash = excluded.code_hash,
    tries_left = excluded.tries_left, given_by = excluded.given_by, given_at = excluded.given_at,
    expires_at = excluded.expires_at, used_at = NULL
"""

TRY_CODE = """
UPDATE enrolment_code SET tries_left = tries_left - 1
WHERE worker_id = $1 AND used_at IS NULL AND expires_at > $2 AND tries_left > 0
RETURNING id, account_id, code_hash, NULL::timestamptz AS opens_at
"""

LOCKED_CODE = """
SELECT expires_at FROM enrolment_code WHERE worker_id = $1 AND used_at IS NULL AND expires_at > $2 AND tries_left = 0
"""

RIGHT_CODE = "UPDATE enrolment_code SET tries_left = $2 WHERE id = $1"

USE_CODE = "UPDATE enrolment_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2 RETURNING id"

TRY_RECOVERY = """
UPDATE recovery SET tries_left = tries_left - 1
WHERE worker_id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND expires_at > $2 AND tries_left > 0
RETURNING id, account_id, code_hash, opens_at
"""

LOCKED_RECOVERY = """
SELECT expires_at FROM recovery
WHERE worker_id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND expires_at > $2 AND tries_left = 0
"""

RIGHT_RECOVERY = "UPDATE recovery SET tries_left = $2 WHERE id = $1"

FINISH_RECOVERY = """
UPDATE recovery SET finished_at = $2
WHERE id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND opens_at <= $2 AND expires_at > $2 RETURNING id
"""

CANCEL_RECOVERIES = """
UPDATE recovery SET cancelled_at = $2
WHERE worker_id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND expires_at > $2 RETURNING id
"""

OPEN_RECOVERY = """
SELECT attested_at, opens_at, expires_at FROM recovery
WHERE worker_id = $1 AND cancelled_at IS NULL AND finished_at IS NULL AND expires_at > $2
"""

CARD = """
SELECT 1 FROM card_lookup WHERE card_serial = $1 AND worker_id = $2 AND expires_on >= $3 AND revoked_at IS NULL
"""

USE_INVITATION = """
UPDATE invitation SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2 RETURNING id
"""

USERS = """
SELECT g.id, g.account_id, a.name, g.role, g.first_on, g.last_on, EXISTS (
    SELECT FROM passkey p WHERE p.account_id = a.id AND p.stopped_at IS NULL) AS signed_up
FROM role_grant g JOIN account a ON a.id = g.account_id
WHERE g.organisation_kind = $1 AND g.organisation_id = $2 ORDER BY g.granted_at
"""

UNUSED_APPLICANTS = """
DELETE FROM account a
WHERE a.created_at < $1 AND a.worker_id IS NULL AND a.label = ''
  AND NOT EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id)
  AND NOT EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id)
  AND NOT EXISTS (SELECT FROM invitation i WHERE i.account_id = a.id)
  AND NOT EXISTS (SELECT FROM session s WHERE s.account_id = a.id)
"""
