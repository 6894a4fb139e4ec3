"""The statements of taps over arrays.  `tap` is distributed by reader; look-ups are reference tables."""

NOTE_READERS = """
INSERT INTO reader_clock AS c (reader_id, epoch, highest, highest_before, offset_ms, boot_id, seen_at)
SELECT reader_id, epoch, highest, -1, offset_ms, boot_id, seen_at
FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[], $4::text::int8[], $5::text[], $6::text::timestamptz[])
     AS q (reader_id, epoch, highest, offset_ms, boot_id, seen_at)
ON CONFLICT (reader_id, epoch) DO UPDATE
SET highest = greatest(c.highest, excluded.highest), highest_before = c.highest,
    offset_ms = excluded.offset_ms, boot_id = excluded.boot_id, seen_at = excluded.seen_at,
    offset_ms_before = CASE WHEN c.boot_id = excluded.boot_id THEN c.offset_ms_before ELSE c.offset_ms END,
    boot_id_before = CASE WHEN c.boot_id = excluded.boot_id THEN c.boot_id_before ELSE c.boot_id END
RETURNING reader_id, epoch, highest_before, boot_id_before, offset_ms_before
"""

ASK_IDENTITY = """
SELECT t.reader_id, t.epoch, t.sequence, t.digest, t.verdict, t.work_date
FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[]) AS q (reader_id, epoch, sequence)
JOIN tap t ON t.reader_id = q.reader_id AND t.epoch = q.epoch AND t.sequence = q.sequence
"""

LOOK_UP = """
SELECT q.i, c.worker_id, c.expires_on, c.revoked_at, s.id, s.first_on, s.last_on, a.id, a.trade, a.position, r.revoked_at,
       a.company_id, q.day <= a.last_on AS holds
FROM unnest($1::text::int4[], $2::text::int4[], $3::text[], $4::text[], $5::text::date[]) AS q (i, reader_id, card_serial, site_number, day)
JOIN reader r ON r.id = q.reader_id
LEFT JOIN card_lookup c ON c.card_serial = q.card_serial
LEFT JOIN site s ON s.site_number = q.site_number
LEFT JOIN assignment a ON a.worker_id = c.worker_id AND a.site_id = s.id AND a.first_on <= q.day
ORDER BY q.i, a.id
"""

KEEP = """
INSERT INTO tap (reader_id, epoch, sequence, digest, acted_at, corrected_at, received_at, worker_id, site_id, work_date,
                 evidence, direction, clock, verdict, site_number, token)
SELECT * FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[], $4::text::int8[], $5::text::timestamptz[], $6::text::timestamptz[],
                     $7::text::timestamptz[], $8::text::uuid[], $9::text::int4[], $10::text::date[], $11::text::int4[], $12::text::int2[], $13::text::int2[],
                     $14::text::int2[], $15::text[], $16::text[])
"""

WAIT = """
INSERT INTO tap_waiting (reader_id, epoch, sequence, verdict, worker_id, site_number, card_serial, until, confirmed_at)
SELECT * FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[], $4::text::int2[], $5::text::uuid[], $6::text[], $7::text[], $8::text::date[],
                     $9::text::timestamptz[])
"""

CLAIM_WAITING = """
DELETE FROM tap_waiting w USING tap t
WHERE t.reader_id = w.reader_id AND t.epoch = w.epoch AND t.sequence = w.sequence AND {condition}
  AND w.verdict NOT IN (24, 25)
RETURNING w.reader_id, w.epoch, w.sequence, w.verdict, w.card_serial, w.until, w.confirmed_at,
          t.acted_at, t.corrected_at, t.received_at, t.evidence, t.direction, t.clock, t.site_number
"""

_TO_CONFIRM = """
SELECT w.reader_id, w.epoch, w.sequence, w.verdict, w.card_serial, w.site_number, w.until, t.acted_at, t.corrected_at, t.received_at, t.work_date,
       t.evidence, t.direction, t.clock, w.confirmed_at, c.worker_id, r.reader_number, r.name AS reader, p.worker_number, p.name AS worker
FROM tap_waiting w
JOIN tap t ON t.reader_id = w.reader_id AND t.epoch = w.epoch AND t.sequence = w.sequence
JOIN reader r ON r.id = w.reader_id
LEFT JOIN card_lookup c ON c.card_serial = w.card_serial
LEFT JOIN worker p ON p.id = c.worker_id
WHERE w.site_number = $1 AND w.verdict IN (24, 25)
"""

WAITING_TO_CONFIRM = _TO_CONFIRM + "ORDER BY t.received_at, w.reader_id, w.sequence LIMIT $2"

NAMED_TO_CONFIRM = (
    _TO_CONFIRM
    + """
AND (r.reader_number, w.epoch, w.sequence) IN (SELECT * FROM unnest($2::text[], $3::text::int4[], $4::text::int8[]))
ORDER BY w.reader_id, w.epoch, w.sequence FOR UPDATE OF w
"""
)

CONFIRMED_BEFORE = """
SELECT DISTINCT ON (v.reader_id, v.epoch, v.sequence) r.reader_number, v.epoch, v.sequence, v.verdict, v.work_date, v.confirmed_at
FROM unnest($2::text[], $3::text::int4[], $4::text::int8[]) AS q (reader_number, epoch, sequence)
JOIN reader r ON r.reader_number = q.reader_number
JOIN tap t ON t.reader_id = r.id AND t.epoch = q.epoch AND t.sequence = q.sequence AND t.site_number = $1
JOIN tap_verdict v ON v.reader_id = r.id AND v.epoch = q.epoch AND v.sequence = q.sequence
WHERE EXISTS (SELECT FROM tap_verdict b WHERE b.reader_id = v.reader_id AND b.epoch = v.epoch AND b.sequence = v.sequence
              AND b.confirmed_by IS NOT NULL)
ORDER BY v.reader_id, v.epoch, v.sequence, v.judged_at DESC
"""

NO_LONGER_WAITING = """
DELETE FROM tap_waiting w USING unnest($1::text::int4[], $2::text::int4[], $3::text::int8[]) AS q (reader_id, epoch, sequence)
WHERE w.reader_id = q.reader_id AND w.epoch = q.epoch AND w.sequence = q.sequence
"""

CONFIRM = """
INSERT INTO tap_verdict (reader_id, epoch, sequence, judged_at, verdict, worker_id, site_id, work_date, confirmed_at, confirmed_by)
SELECT *, $10 FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[], $4::text::timestamptz[], $5::text::int2[], $6::text::uuid[], $7::text::int4[],
                          $8::text::date[], $9::text::timestamptz[])
"""

JUDGE_AGAIN = """
INSERT INTO tap_verdict (reader_id, epoch, sequence, judged_at, verdict, worker_id, site_id, work_date)
SELECT * FROM unnest($1::text::int4[], $2::text::int4[], $3::text::int8[], $4::text::timestamptz[], $5::text::int2[], $6::text::uuid[], $7::text::int4[], $8::text::date[])
"""
