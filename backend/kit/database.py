"""The way to PostgreSQL: one pool for Piccolo's queries and for our own statements over arrays.

Both join the transaction that is running, so a test can roll everything back.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from types import TracebackType
from typing import Any, TypeAlias

import asyncpg
from piccolo.engine.finder import engine_finder
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

LOCK_TIMEOUT = "5s"

Row: TypeAlias = Any
"""One answer row, an asyncpg Record: by name like a mapping, by place like a tuple.  asyncpg ships no types."""

Lent: TypeAlias = Any
"""An asyncpg connection, as `transaction()` and `connection()` lend it."""


class Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg ships no types
    """A connection that is not reset on its way back: nothing here leaves settings behind."""

    def get_reset_query(self) -> str:
        """Save the round trip of asyncpg's RESET ALL."""
        return ""


class _Transaction(PostgresTransaction):
    """Piccolo's transaction, but no connection is lost to the pool where BEGIN or COMMIT fails."""

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is None:
            self.connection = await self.get_connection()  # type: ignore[no-untyped-call]
            try:
                self.transaction = self.connection.transaction()
                await self.begin()  # type: ignore[no-untyped-call]
            except BaseException:
                # Its server has gone, perhaps only just: it is of no more use, and its place in the pool is needed.
                self.connection.terminate()
                raise
            self.context = self.engine.current_transaction.set(self)
        return self._parent or self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if self._parent:
            return error is None
        self.engine.current_transaction.reset(self.context)
        try:
            await (self.rollback() if error else self.commit())  # type: ignore[no-untyped-call]
        finally:
            await self._release()
        return error is None

    async def _release(self) -> None:
        if self.engine.pool:
            await self.engine.pool.release(self.connection)
        else:
            await self.connection.close()


@cache
def engine() -> PostgresEngine:
    """Give Piccolo's engine, as backend/piccolo_conf.py sets it."""
    found = engine_finder()
    if not isinstance(found, PostgresEngine):
        message = "PICCOLO_CONF must name backend.piccolo_conf"
        raise TypeError(message)
    return found


async def open_pool(size: int = 8) -> None:
    """Open the connections of this process; each may run at most 50 s, below the outbox readers' look-back."""
    await engine().start_connection_pool(
        min_size=2,
        max_size=size,
        connection_class=Connection,
        # A statement is planned once per connection: planning over the months' partitions takes longer than running it.
        server_settings={"statement_timeout": "50s", "jit": "off", "plan_cache_mode": "force_generic_plan"},
    )


async def close_pool() -> None:
    """Give the connections back."""
    await engine().close_connection_pool()


@asynccontextmanager
async def transaction() -> AsyncIterator[Lent]:
    """Begin a transaction, or join the one that is running; the connection speaks plain SQL."""
    async with _Transaction(engine()) as running:
        yield running.connection


@asynccontextmanager
async def connection() -> AsyncIterator[Lent]:
    """Lend a connection for reading: that of the running transaction, or any from the pool."""
    base = engine()
    running = base.current_transaction.get()
    if running:
        yield running.connection
    elif base.pool:
        async with base.pool.acquire() as lent:
            yield lent
    else:
        own = await base.get_new_connection()
        try:
            yield own
        finally:
            await own.close()


async def fetch(sql: str, *values: object) -> Sequence[Row]:
    """Read rows."""
    async with connection() as lent:
        rows: Sequence[Row] = await lent.fetch(sql, *values)
        return rows


async def run_script(script: str) -> None:
    """Run several statements without parameters, as migrations do; none waits long for a lock and blocks others."""
    async with transaction() as db:
        await db.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        await db.execute(script)
