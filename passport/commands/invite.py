"""`passport invite operator|worker`: print the secret by which somebody gets in for the first time."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable

from passport import environment, postgres


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHOM")
    operator = kinds.add_parser("operator", help="print a link that makes somebody an operator")
    operator.add_argument("--name", default="運営", help="how the operator is called")
    worker = kinds.add_parser("worker", help="draw new card digits and a code for a worker's first login")
    worker.add_argument("number", help="the worker's number, 14 digits")


def run(arguments: argparse.Namespace) -> int:
    """Invite, in the database that PASSPORT_DSN names, or the embedded one."""
    with postgres.given_or_embedded(environment.data()) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        if arguments.kind == "operator":
            return asyncio.run(_connected(lambda: _operator(arguments.name)))
        return asyncio.run(_connected(lambda: _worker(arguments.number)))


async def _connected(work: Callable[[], Awaitable[int]]) -> int:
    from backend.kit import database  # noqa: PLC0415  needs PASSPORT_DSN first

    await database.open_pool(2)
    try:
        return await work()
    finally:
        await database.close_pool()


async def _operator(name: str) -> int:
    from backend.enrolment.invitations import invite_first_operator  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit import clock  # noqa: PLC0415  as above

    made = await invite_first_operator(name, clock.now())
    print(f"Open this once, on the operator's own device, before {made.expires_at:%Y-%m-%d %H:%M} UTC:\n{made.link}")
    return 0


async def _worker(number: str) -> int:
    from backend.enrolment import codes, service  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit import clock, database  # noqa: PLC0415  as above
    from backend.workers import card_codes  # noqa: PLC0415  as above

    worker_id = await codes.find_worker(number)
    if worker_id is None:
        print("No worker has this number.", file=sys.stderr)
        return os.EX_DATAERR
    async with database.transaction():
        given = await service.give_code(worker_id, clock.now(), by=None)
        digits = await card_codes.draw(worker_id, clock.now())
    print(f"Digits on the card: {digits}\nOne-time code: {given.code}, until {given.expires_at:%Y-%m-%d %H:%M} UTC")
    return 0
