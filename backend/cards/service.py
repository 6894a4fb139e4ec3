"""Issue cards and stop them; stop those that their holder has lost."""

from datetime import date, datetime
from uuid import UUID

from backend.cards.errors import NoCardError
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


async def revoke(worker_id: UUID, serial: str, at: datetime, *, lost: bool = False) -> None:
    """Stop a card from an instant on; touches before it still count."""
    body = f'{{"cardSerial":"{serial}","lost":true}}' if lost else f'{{"cardSerial":"{serial}"}}'
    async with database.transaction() as db:
        await db.execute(
            "UPDATE card SET revoked_at = $3 WHERE worker_id = $1 AND card_serial = $2", worker_id, serial, at
        )
        await db.execute("UPDATE card_lookup SET revoked_at = $2 WHERE card_serial = $1", serial, at)
        await events.record(EventKind.CARD_REVOKED, body, worker_id)


async def report_loss(worker_id: UUID, at: datetime) -> datetime:
    """Stop whatever cards a worker has, and tell since when they are; reported again, nothing changes.

    Raises:
        NoCardError: none was ever issued.
    """
    async with database.transaction() as db:
        rows = await db.fetch(
            "SELECT card_serial, revoked_at FROM card WHERE worker_id = $1 ORDER BY revoked_at FOR UPDATE", worker_id
        )
        if not rows:
            raise NoCardError
        good = [row["card_serial"] for row in rows if row["revoked_at"] is None]
        for serial in good:
            await revoke(worker_id, serial, at, lost=True)
    stopped: datetime = at if good else rows[-1]["revoked_at"]
    return stopped


async def stopped_since(worker_id: UUID) -> datetime | None:
    """Tell since when a worker has stopped cards only; None where one is good, or there is none."""
    rows = await database.fetch(
        "SELECT max(revoked_at) FROM card WHERE worker_id = $1 HAVING bool_and(revoked_at IS NOT NULL)", worker_id
    )
    return rows[0][0] if rows else None
