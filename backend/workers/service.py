"""Register workers, and find them."""

from datetime import date
from uuid import UUID, uuid4

import msgspec

from backend.kit import database, ids
from backend.kit.errors import NotFoundError
from backend.kit.numbers import NumberKind, is_number, make_number
from backend.workers import statements


class NewWorker(msgspec.Struct, frozen=True):
    """What a registration says of a worker; trade = 100 × major + minor, the minor 0 where it is not known."""

    name: str
    name_kana: str
    name_latin: str | None
    birth_date: date
    prefecture: int
    level: int
    main_trade: int
    registered_on: date
    employer_id: int | None = None


async def register(new: NewWorker) -> UUID:
    """Register a worker, with the number that is shown to people, and give the id that nobody sees."""
    worker_id = uuid4()
    async with database.transaction() as db:
        (n,) = await ids.take("worker")
        number = make_number(NumberKind.WORKER, n)
        await db.execute(
            "INSERT INTO worker VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            worker_id,
            number,
            new.name,
            new.name_kana,
            new.name_latin,
            new.birth_date,
            new.prefecture,
            new.level,
            new.main_trade,
            new.registered_on,
        )
        await db.execute("INSERT INTO worker_number VALUES ($1, $2)", number, worker_id)
        await db.execute("INSERT INTO worker_trade VALUES ($1, $2, true)", worker_id, new.main_trade)
        if new.employer_id is not None:
            await db.execute(
                "INSERT INTO employment VALUES ($1, $2, $3, NULL, true)", worker_id, new.employer_id, new.registered_on
            )
    return worker_id


async def find(number: str) -> UUID | None:
    """Find a worker by number; a merged one gives the one that remains, a removed one nobody."""
    rows = await database.fetch(statements.BY_NUMBER, number) if is_number(number) else []
    return rows[0][0] if rows else None


async def raise_level(worker_id: UUID, level: int) -> None:
    """Keep the level that a worker's card shows; it never goes down."""
    async with database.transaction() as db:
        await db.execute(statements.RAISE_LEVEL, worker_id, level)


async def read(worker_id: UUID) -> database.Row:
    """Read a worker's registration.

    Raises:
        NotFoundError: no such worker.
    """
    rows = await database.fetch(statements.SEEN, worker_id)
    if not rows:
        raise NotFoundError
    return rows[0]
