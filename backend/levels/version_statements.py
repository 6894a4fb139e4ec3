"""The statements about versions of the standards."""

_ROW = "SELECT field, version, document, proposed_at, proposed_by, preview, approved, decided_at, decided_why FROM criteria_version "

_RETURNING = "RETURNING field, version, document, proposed_at, proposed_by, preview, approved, decided_at, decided_why"

IN_FORCE = """
SELECT field, version, document FROM criteria_version WHERE approved AND valid_from <= $1
ORDER BY field, valid_from DESC, version DESC
"""

OF_FIELD = _ROW + "WHERE field = $1 ORDER BY version DESC"

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('criteria ' || $1))"

PROPOSE = f"""
INSERT INTO criteria_version (field, version, valid_from, document, proposed_at, proposed_by)
SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 FROM criteria_version WHERE field = $1
{_RETURNING}
"""

HOLD = _ROW + "WHERE field = $1 AND version = $2 FOR UPDATE"

DECIDE = f"""
UPDATE criteria_version SET approved = $3, decided_at = $4, decided_by = $5, decided_why = $6 WHERE field = $1 AND version = $2
{_RETURNING}
"""

TO_COUNT = "SELECT field, version, document FROM criteria_version WHERE preview IS NULL AND approved IS NULL ORDER BY proposed_at"

KEEP_COUNT = "UPDATE criteria_version SET preview = $3 WHERE field = $1 AND version = $2"

BEGUN = "SELECT field, version FROM criteria_version WHERE approved AND valid_from <= $1 AND judged_at IS NULL ORDER BY valid_from"

JUDGED = "UPDATE criteria_version SET judged_at = $3 WHERE field = $1 AND version = $2"
