"""The statements about cards and their orders."""

ANY_CARD = "SELECT FROM card WHERE worker_id = $1 LIMIT 1"

ORDER_WAITS = "SELECT FROM card_order WHERE worker_id = $1 AND issued_at IS NULL AND cancelled_at IS NULL"

ORDER = """
INSERT INTO card_order (worker_id, id, reason, level, ordered_at, ordered_by) VALUES ($1, $2, $3, $4, $5, $6)
"""

RECOLOUR = (
    "UPDATE card_order SET level = $2 WHERE worker_id = $1 AND issued_at IS NULL AND cancelled_at IS NULL RETURNING id"
)

ORDERS = """
SELECT o.id, o.worker_id, w.worker_number, w.name, o.reason, o.level, o.ordered_at, o.issued_at
FROM card_order o JOIN worker w ON w.id = o.worker_id
WHERE o.cancelled_at IS NULL AND o.sent_at IS NULL ORDER BY o.ordered_at LIMIT 5000
"""

TAKE_ORDER = """
SELECT o.worker_id, o.level, o.ordered_at, w.birth_date FROM card_order o JOIN worker w ON w.id = o.worker_id
WHERE o.id = $1 AND o.issued_at IS NULL AND o.cancelled_at IS NULL FOR UPDATE OF o
"""

OLD_CARDS_END = "UPDATE card SET expires_on = $2 WHERE worker_id = $1 AND revoked_at IS NULL AND expires_on > $2"

OLD_LOOKUPS_END = (
    "UPDATE card_lookup SET expires_on = $2 WHERE worker_id = $1 AND revoked_at IS NULL AND expires_on > $2"
)

ISSUED = """
UPDATE card_order SET card_serial = $3, issued_at = $4, expires_on = $5 WHERE worker_id = $1 AND id = $2
"""

SENT = """
UPDATE card_order SET parcel_number = $2, sent_at = $3
WHERE id = $1 AND issued_at IS NOT NULL AND sent_at IS NULL RETURNING worker_id
"""

CANCELLED = """
UPDATE card_order SET cancelled_at = $2 WHERE id = $1 AND issued_at IS NULL AND cancelled_at IS NULL RETURNING id
"""

WHOSE_ORDER = "SELECT worker_id FROM card_order WHERE id = $1"

CARDS_EXPIRING = """
SELECT DISTINCT ON (c.worker_id) c.worker_id, c.card_serial, c.expires_on, ARRAY(
           SELECT n.months FROM card_notice n WHERE n.worker_id = c.worker_id AND n.card_serial = c.card_serial) AS told
FROM card c
WHERE c.revoked_at IS NULL AND c.expires_on >= $1 AND c.expires_on < $2
AND NOT EXISTS (SELECT FROM card n WHERE n.worker_id = c.worker_id AND n.revoked_at IS NULL AND n.expires_on >= $2)
ORDER BY c.worker_id, c.expires_on DESC
"""

CARD_NOTICE = "INSERT INTO card_notice VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"

FACE = """
SELECT o.level, w.name, w.name_kana, w.name_latin, w.worker_number, w.birth_date, w.main_trade, c.issued_on, o.expires_on,
       (SELECT i.value FROM worker_item i WHERE i.worker_id = w.id AND i.item = 'photo' ORDER BY i.id DESC LIMIT 1) AS photo,
       (SELECT i.value::json #>> '{}' FROM worker_item i WHERE i.worker_id = w.id AND i.item = 'alias' ORDER BY i.id DESC LIMIT 1) AS alias
FROM card_order o JOIN worker w ON w.id = o.worker_id
JOIN card c ON c.worker_id = o.worker_id AND c.card_serial = o.card_serial
WHERE o.id = $1 AND o.issued_at IS NOT NULL
"""
