"""The statements about applications."""

_COLUMNS = """
SELECT a.id, a.kind, a.form_version, a.state, a.turn, a.given, a.proofs, a.filed_by, a.proxy_company_id, a.worker_id,
       a.company_id, a.receipt, a.begun_at, a.changed_at, a.sent_at, a.decided_at,
       w.worker_number, w.name AS worker_name, c.company_number, c.name AS company_name,
       p.company_number AS proxy_number, p.name AS proxy_name
FROM application a LEFT JOIN worker w ON w.id = a.worker_id LEFT JOIN company c ON c.id = a.company_id
LEFT JOIN company p ON p.id = a.proxy_company_id
"""

READ = _COLUMNS + "WHERE a.id = $1"

HOLD = "SELECT FROM application WHERE id = $1 FOR UPDATE"

MINE = _COLUMNS + "WHERE a.filed_by = $1 OR a.worker_id = $2 ORDER BY a.changed_at DESC LIMIT 200"

OF_COMPANY = _COLUMNS + "WHERE a.proxy_company_id = $1 OR a.company_id = $1 ORDER BY a.changed_at DESC LIMIT 500"

IN_REVIEW = _COLUMNS + "WHERE a.state IN (2, 4) ORDER BY a.sent_at, a.id LIMIT 500"

BEGIN = """
INSERT INTO application (id, kind, form_version, state, turn, given, proofs, filed_by, proxy_company_id, worker_id, company_id,
                         receipt, begun_at, changed_at, sent_at, decided_at)
SELECT n.id, $2, $3, 1, 0, '{}', '{}', $4, $5, $6, $7, NULL, $8, $8, NULL, NULL FROM unnest($1::uuid[]) n (id)
ON CONFLICT (id) DO NOTHING RETURNING id
"""

SAVE = """
UPDATE application a SET given = $2, turn = $4, form_version = $5, changed_at = $6, proofs = ARRAY(
    SELECT one FROM unnest($3::uuid[]) laid (one)
    WHERE one = ANY(a.proofs) OR NOT EXISTS (SELECT FROM proof p WHERE p.id = one AND p.account_id <> $7)
) WHERE id = $1
"""

OPEN_DRAFTS = "SELECT count(*) FROM application WHERE filed_by = $1 AND state = 1"

SENT = """
UPDATE application SET state = 2, receipt = coalesce(receipt, $2), sent_at = $3, changed_at = $3 WHERE id = $1
"""

MOVE = "UPDATE application SET state = $2, changed_at = $3, decided_at = $4 WHERE id = $1"

FORGET = "UPDATE application SET given = $2, worker_id = $3, company_id = $4 WHERE id = $1"

DROP_DRAFT = "DELETE FROM application WHERE id = $1 AND state = 1"

DROP_CONSENTS = "DELETE FROM application_consent WHERE application_id = $1"

STEP = """
INSERT INTO application_step (application_id, id, step, taken_at, taken_by, items, why)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""

STEPS_OF_ALL = """
SELECT application_id, step, taken_at, taken_by, items, why FROM application_step
WHERE application_id = ANY($1::uuid[]) ORDER BY id
"""

ASK_CONSENT = """
INSERT INTO application_consent (application_id, id, token_hash, digest, asked_at, expires_at, given, answered_at, device)
VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, NULL)
"""

CONSENT_OF_LINK = """
SELECT application_id, id, digest, expires_at, given FROM application_consent WHERE token_hash = $1
"""

ANSWER_CONSENT = """
UPDATE application_consent SET given = $3, answered_at = $4, device = $5 WHERE application_id = $1 AND id = $2
"""

NEWEST_CONSENTS = """
SELECT DISTINCT ON (application_id) application_id, digest, expires_at, given FROM application_consent
WHERE application_id = ANY($1::uuid[]) ORDER BY application_id, id DESC
"""

FORM_OF_WORKER = "SELECT form FROM worker WHERE id = $1"

CLASS_OF_COMPANY = "SELECT class FROM company WHERE id = $1"

BECOME_WORKER = """
UPDATE account SET worker_id = $2
WHERE id = $1 AND worker_id IS NULL AND NOT EXISTS (SELECT FROM account WHERE worker_id = $2)
"""

OLD_DRAFTS = "DELETE FROM application WHERE state = 1 AND changed_at < $1 RETURNING id"

DROP_OLD_CONSENTS = "DELETE FROM application_consent WHERE application_id = ANY($1::uuid[])"

BEGIN_IMPORT = """
INSERT INTO import_run (id, kind, account_id, company_id, name, began_at, ended_at, rows_read, rows_kept, rows_refused, report_digest)
VALUES ($1, $2, $3, NULL, $4, $5, NULL, 0, 0, 0, NULL)
"""

END_IMPORT = """
UPDATE import_run SET ended_at = $2, rows_read = $3, rows_kept = $4, rows_refused = $5, report_digest = $6 WHERE id = $1
"""

COMPANIES_OF_NUMBERS = "SELECT company_number, id FROM company WHERE company_number = ANY($1::text[])"
