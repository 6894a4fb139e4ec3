"""The checks that ask PostgreSQL and Redis."""

import re
from pathlib import Path

import asyncpg

from passport.doctor.finding import Finding

OLDEST, NEWEST = 15, 18
_ID = re.compile(r"^ID = \"(.+)\"", re.MULTILINE)


async def postgres(dsn: str | None) -> Finding:
    """PostgreSQL answers and has a version we know; None stands for an embedded one that does not run now."""
    if dsn is None:
        return Finding("PostgreSQL", is_right=True, seen="embedded, starts with `make run`")
    try:
        connection = await asyncpg.connect(dsn, timeout=5)
    except (OSError, TimeoutError, asyncpg.PostgresError, ValueError) as error:
        remedy = "start it, or mend PASSPORT_DSN; without it the embedded one is used"
        return Finding(
            "PostgreSQL", is_right=False, seen=f"does not answer: {error or type(error).__name__}", remedy=remedy
        )
    try:
        number = int(await connection.fetchval("SHOW server_version_num")) // 10_000
    finally:
        await connection.close()
    known = OLDEST <= number <= NEWEST
    return Finding("PostgreSQL", known, f"version {number}", f"use a version from {OLDEST} to {NEWEST}")


async def migrations(dsn: str | None, folder: Path) -> Finding:
    """The database has seen every migration of this code."""
    if dsn is None:
        return Finding("tables", is_right=True, seen="looked at when PostgreSQL runs")
    ours = _written(folder)
    try:
        seen = await _seen(dsn)
    except (OSError, TimeoutError, asyncpg.PostgresError, ValueError):
        return Finding("tables", is_right=False, seen="PostgreSQL cannot be asked", remedy="see the line above")
    missing = ours - seen
    said = f"{len(missing)} of {len(ours)} migrations missing" if missing else f"up to date (migrations: {len(ours)})"
    return Finding("tables", not missing, said, "make migrate")


def _written(folder: Path) -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    return {found[1] for text in texts if (found := _ID.search(text))}


async def _seen(dsn: str) -> set[str]:
    connection = await asyncpg.connect(dsn, timeout=5)
    try:
        if await connection.fetchval("SELECT to_regclass('migration')") is None:
            return set()
        return {row["name"] for row in await connection.fetch("SELECT name FROM migration")}
    finally:
        await connection.close()


async def redis(url: str | None) -> Finding:
    """Redis answers, where one is named."""
    if not url:
        return Finding("Redis", is_right=True, seen="not used (REDIS_URL is not set)")
    from redis.asyncio import Redis  # noqa: PLC0415  most do without
    from redis.exceptions import RedisError  # noqa: PLC0415

    try:
        async with Redis.from_url(url, socket_connect_timeout=3) as connection:
            await connection.ping()
    except (OSError, RedisError, ValueError) as error:
        return Finding("Redis", is_right=False, seen=str(error), remedy="start it, mend REDIS_URL, or unset it")
    return Finding("Redis", is_right=True, seen="answers")
