"""`passport run`, which is `make run`: everything that is missing, then the product.

A second run finds everything there, keeps the data and takes seconds.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable

import asyncpg

from passport import environment, postgres, pwa
from passport.commands import doctor, serve
from passport.people import tell_who_one_can_be
from passport.postgres import Server
from passport.serve.log import log_to_stderr
from passport.serve.sockets import PortTakenError
from passport.serve.supervisor import supervise

TOWN = ("--workers", "2000", "--months", "14")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what `serve` takes."""
    serve.add_arguments(parser)
    parser.add_argument("--no-sample", action="store_true", help="load no sample data")


def run(arguments: argparse.Namespace) -> int:
    """Set up and serve until Ctrl-C."""
    os.environ.setdefault("PASSPORT_MODE", "sample")
    environment.serve_at(arguments.port)
    wrong = [finding for finding in doctor.essentials() if not finding.is_right]
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return os.EX_CONFIG
    try:
        return _run(arguments)
    except (postgres.PostgresError, pwa.BuildError, PortTakenError) as error:
        print(error, file=sys.stderr)
        return os.EX_UNAVAILABLE


def _run(arguments: argparse.Namespace) -> int:
    is_first = "PASSPORT_DSN" not in os.environ and not Server(environment.data()).folder.exists()
    _step("Starting PostgreSQL", "made first, a few seconds" if is_first else "")
    with postgres.given_or_embedded(environment.data()) as dsn:
        _timed("Bringing the tables up to date", lambda: asyncio.run(_migrate(dsn)))
        if not arguments.no_sample and _wants_sample(dsn):
            _timed("Drawing a town of 2,000 sample workers and 14 months", _sample, "up to a minute, once")
        pwa.build()
        _step("Starting the server")
        log_to_stderr()
        asyncio.run(supervise(serve.plan(arguments), tell_who_one_can_be))
    print("Ended; the data stays in", environment.data())
    return os.EX_OK


async def _migrate(dsn: str) -> None:
    from backend.kit.migrations import migrate  # noqa: PLC0415  a broken backend should not hide the steps before it

    await migrate(dsn)


def _wants_sample(dsn: str) -> bool:
    """Tell whether this is sample mode and nobody is registered yet."""
    return os.environ["PASSPORT_MODE"] == "sample" and asyncio.run(_is_empty(dsn))


async def _is_empty(dsn: str) -> bool:
    connection = await asyncpg.connect(dsn)
    try:
        return not await connection.fetchval("SELECT EXISTS (SELECT FROM worker)")
    finally:
        await connection.close()


def _sample() -> None:
    from passport.__main__ import call  # noqa: PLC0415  it imports this module

    call("sample", TOWN)


def _step(what: str, note: str = "") -> None:
    print(f"{what}{f' ({note})' if note else ''} …", flush=True)


def _timed(what: str, do: Callable[[], object], note: str = "") -> None:
    started = time.monotonic()
    _step(what, note)
    do()
    took = time.monotonic() - started
    if took > 1:
        print(f"  done in {took:.0f} s", flush=True)
