"""`passport rebuild-totals`: prove that the totals kept at entry equal the history; `--write` puts them right."""

import argparse
import asyncio
import os

from passport import environment, postgres


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether to write."""
    parser.add_argument("--write", action="store_true", help="put derived totals in the place of kept ones")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and write if asked; fails when they differ."""
    with postgres.given_or_embedded(environment.data()):
        return asyncio.run(_compare(write=arguments.write))


async def _compare(*, write: bool) -> int:
    from backend.history import checks  # noqa: PLC0415  --help needs no backend
    from backend.kit import database  # noqa: PLC0415  the same

    await database.open_pool(2)
    try:
        differences = await (checks.rebuild_totals() if write else checks.compare_totals())
    finally:
        await database.close_pool()
    for one in differences:
        print(f"{one.total:<12} kept without history: {one.not_derived:,}   history not kept: {one.not_kept:,}")
    differ = any(one.not_derived or one.not_kept for one in differences)
    print("They differ." if differ else "The totals equal the history.", "Put right." if differ and write else "")
    return os.EX_DATAERR if differ and not write else os.EX_OK
