"""`passport migrate`: what the code expects of the tables, brought to the database."""

import argparse
import asyncio

from passport import environment, postgres


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Migrate the database that PASSPORT_DSN names, or the embedded one."""
    from backend.kit.migrations import migrate  # noqa: PLC0415  only this command needs it

    with postgres.given_or_embedded(environment.data()) as dsn:
        asyncio.run(migrate(dsn))
    print("The tables are up to date.")
    return 0
