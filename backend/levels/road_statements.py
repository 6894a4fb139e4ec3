"""The statements of the planner."""

WORKER = "SELECT level, main_trade, form FROM worker WHERE id = $1"

TRADES = "SELECT trade FROM worker_trade WHERE worker_id = $1 ORDER BY main DESC, trade"

CHOSEN = "SELECT field FROM chosen_field WHERE worker_id = $1 ORDER BY chosen_at, field"

CHOOSE = "INSERT INTO chosen_field VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"

LEAVE = "DELETE FROM chosen_field WHERE worker_id = $1 AND field = $2"

HOLD_WORKER = "SELECT FROM worker WHERE id = $1 FOR UPDATE"
