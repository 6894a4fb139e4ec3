"""The four digits on the card (本人確認番号): drawn by lot, kept as a hash, never made of a number or a birth date."""

import hmac
from datetime import datetime
from secrets import randbelow
from uuid import UUID

from backend.kit import database
from backend.kit.pepper import peppered


async def draw(worker_id: UUID, at: datetime) -> str:
    """Draw the digits for a worker's new card, and give them once, for printing."""
    digits = f"{randbelow(10_000):04}"
    await keep(worker_id, digits, at)
    return digits


async def keep(worker_id: UUID, digits: str, at: datetime) -> None:
    """Keep the digits of a worker's card in place of earlier ones."""
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO card_code VALUES ($1, $2, $3) "
            "ON CONFLICT (worker_id) DO UPDATE SET digits_hash = excluded.digits_hash, set_at = excluded.set_at",
            worker_id,
            _hash(worker_id, digits),
            at,
        )


async def are_right(worker_id: UUID, digits: str) -> bool:
    """Tell whether the digits are those of a worker's card."""
    rows = await database.fetch("SELECT digits_hash FROM card_code WHERE worker_id = $1", worker_id)
    return bool(rows) and hmac.compare_digest(rows[0][0], _hash(worker_id, digits))


def _hash(worker_id: UUID, digits: str) -> bytes:
    return peppered(b"card", worker_id.bytes, digits.encode())
