"""Run a transaction again when another was quicker."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

import asyncpg

from backend.kit import database

T = TypeVar("T")

TRIES = 20


class TurnTakenError(Exception):
    """Another transaction counted a day of the same worker meanwhile: run this transaction again."""


_AGAIN = (
    TurnTakenError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.UniqueViolationError,
)


async def retried(attempt: Callable[[], Awaitable[T]]) -> T:
    """Run a transaction, and run it again when another was quicker."""
    for tried in range(TRIES):
        try:
            async with database.transaction():
                return await attempt()
        except _AGAIN:
            if tried == TRIES - 1:
                raise
            await asyncio.sleep(random.uniform(0, 0.002 * (tried + 1)))  # noqa: S311  # to step out of each other's way
    raise AssertionError
