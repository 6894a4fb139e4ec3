"""Who walks through the journeys besides the worker: office users, and what is kept of sample people."""

from datetime import date, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID, uuid4

import asyncpg
import httpx

from backend.accounts.callers import COOKIE
from backend.accounts.rules import HELD_AT, Role
from backend.accounts.service import SESSION_LASTS
from backend.history.rules import work_date
from backend.kit import clock
from tests.product import Product


async def office_user(product: Product, db: asyncpg.Connection, role: Role, organisation_id: int) -> httpx.AsyncClient:
    """Let somebody with a role be signed in at the running product."""
    account, token, now = uuid4(), token_urlsafe(32), clock.now()
    await db.execute("INSERT INTO account (id, label, created_at, name) VALUES ($1, '', $2, '見本 事務')", account, now)
    await db.execute(
        "INSERT INTO role_grant VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, $7)",
        uuid4(), account, HELD_AT[role], organisation_id, role, clock.japan_date(now) - timedelta(days=1), now,
    )  # fmt: skip
    await db.execute(
        "INSERT INTO session (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        sha256(token.encode()).digest(), account, now, now + SESSION_LASTS,
    )  # fmt: skip
    return httpx.AsyncClient(base_url=product.origin, cookies={COOKIE: token}, timeout=20)


async def worker_called(db: asyncpg.Connection, label: str) -> UUID:
    found: UUID = await db.fetchval("SELECT worker_id FROM account WHERE label = $1", label)
    return found


async def day_without_record(db: asyncpg.Connection, worker_id: UUID) -> date:
    """The newest day before today on which nothing is kept of a worker."""
    today = work_date(clock.now())
    seen = {
        row[0]
        for table in ("work_day", "held_day")
        for row in await db.fetch(f"SELECT work_date FROM {table} WHERE worker_id = $1", worker_id)
    }
    return next(day for n in range(1, 28) if (day := today - timedelta(days=n)) not in seen)
