"""`passport doctor`: every check in turn, each right or with what to do."""

import argparse
import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

from passport import environment
from passport.doctor import checks, database
from passport.doctor.finding import Finding
from passport.postgres import Server


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Print what was found; the exit code says whether something is wrong."""
    found = [*before_a_start(), *asyncio.run(_of_the_database()), checks.browser_for_tests(), checks.font_for_tests()]
    for finding in found:
        print(finding)
    return os.EX_OK if all(finding.is_right for finding in found) else os.EX_CONFIG


def before_a_start() -> Iterator[Finding]:
    """Check what `passport run` cannot mend by itself, then what it can."""
    yield from essentials()
    yield checks.phone_app(environment.PWA)


def essentials() -> Iterator[Finding]:
    """Check what no start can do without."""
    yield checks.python()
    yield checks.packages(environment.ROOT / "requirements" / "run.txt")
    yield checks.node(environment.BIN / "node")
    yield checks.port(environment.port())
    yield checks.disk(environment.data())


async def _of_the_database() -> list[Finding]:
    dsn = os.environ.get("PASSPORT_DSN") or _embedded(environment.data())
    return [
        await database.postgres(dsn),
        await database.migrations(dsn, environment.ROOT / "backend" / "migrations"),
        await database.redis(os.environ.get("REDIS_URL")),
    ]


def _embedded(data: Path) -> str | None:
    server = Server(data)
    return server.dsn if server.is_running() else None
