"""`passport partitions`: the partitions of the coming 24 months, made ahead; safe to run again."""

import argparse
import asyncio

from passport import environment, postgres


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Make what is missing."""
    with postgres.given_or_embedded(environment.data()):
        asyncio.run(_make())
    print("The partitions of the coming 24 months are there.")
    return 0


async def _make() -> None:
    from backend.kit import clock, database, partitions  # noqa: PLC0415  only this command needs them

    await database.open_pool()
    try:
        for table in partitions.MonthlyTable:
            await partitions.ensure_months(table, clock.month_of(clock.now().date()))
    finally:
        await database.close_pool()
