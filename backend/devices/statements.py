"""The statements about readers."""

HEARD_AGAIN = """
UPDATE reader r SET silent_since = NULL
WHERE silent_since IS NOT NULL
  AND EXISTS (SELECT FROM reader_clock k WHERE k.reader_id = r.id AND k.seen_at > r.silent_since)
"""

FELL_SILENT = """
WITH heard AS (SELECT reader_id, max(seen_at) AS seen_at FROM reader_clock GROUP BY reader_id)
UPDATE reader r SET silent_since = h.seen_at FROM heard h
WHERE h.reader_id = r.id AND r.silent_since IS NULL AND r.revoked_at IS NULL
  AND h.seen_at < $1 AND h.seen_at > $2 AND NOT EXISTS (
      SELECT FROM site s WHERE s.id = r.site_id AND s.last_on < ($1 AT TIME ZONE 'Asia/Tokyo')::date)
RETURNING r.id, h.seen_at
"""
