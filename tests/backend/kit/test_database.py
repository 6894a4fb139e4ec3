"""The pool outlives what happens to its connections."""

import asyncio

import asyncpg
import pytest
from piccolo.engine.postgres import PostgresTransaction

from backend.kit import database

MORE_THAN_THE_POOL_HAS = 15


async def test_a_transaction_that_cannot_begin_costs_no_connection(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def died(_: PostgresTransaction) -> None:
        message = "cannot switch to state 15; another operation (2) is in progress"
        raise asyncpg.InternalClientError(message)

    with monkeypatch.context() as patch:
        patch.setattr(PostgresTransaction, "begin", died)
        for _ in range(MORE_THAN_THE_POOL_HAS):
            with pytest.raises(asyncpg.InternalClientError):
                async with database.transaction():
                    pass
    async with asyncio.timeout(10), database.transaction() as db:
        assert await db.fetchval("SELECT 1") == 1


async def test_connections_that_the_server_ended_are_replaced(committed: str) -> None:
    await asyncio.gather(*(database.fetch("SELECT pg_sleep(0.05)") for _ in range(6)))
    other = await asyncpg.connect(committed)
    ended = await other.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> $1",
        other.get_server_pid(),
    )
    await other.close()
    assert len(ended) >= 6
    async with asyncio.timeout(10):
        for _ in range(MORE_THAN_THE_POOL_HAS):
            try:
                async with database.transaction() as db:
                    await db.fetchval("SELECT 1")
            except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError):
                continue
        assert [tuple(row) for row in await database.fetch("SELECT 1")] == [(1,)]
