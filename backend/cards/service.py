"""Issue cards and stop them."""

from datetime import date, datetime
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database


async def issue(worker_id: UUID, serial: str, *, level: int, issued_on: date, expires_on: date) -> None:
    """Issue a card; taps that waited for it are judged again.

    Args:
        worker_id: whose card it is.
        serial: in canonical form, see `cards.rules.canonical_serial`.
        level: 1–4, the colour of the card.
        issued_on: a day in Japan.
        expires_on: the last day on which it is valid.
    """
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO card VALUES ($1, $2, $3, $4, $5)", worker_id, serial, level, issued_on, expires_on
        )
        await db.execute("INSERT INTO card_lookup VALUES ($1, $2, $3)", serial, worker_id, expires_on)
        await events.record(EventKind.CARD_ISSUED, f'{{"cardSerial":"{serial}"}}', worker_id)


async def revoke(worker_id: UUID, serial: str, at: datetime) -> None:
    """Stop a card from an instant on; touches before it still count."""
    async with database.transaction() as db:
        await db.execute(
            "UPDATE card SET revoked_at = $3 WHERE worker_id = $1 AND card_serial = $2", worker_id, serial, at
        )
        await db.execute("UPDATE card_lookup SET revoked_at = $2 WHERE card_serial = $1", serial, at)
        await events.record(EventKind.CARD_REVOKED, f'{{"cardSerial":"{serial}"}}', worker_id)
