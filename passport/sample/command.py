"""`passport sample`: a country of sample people into an empty register, in sample mode only."""

import argparse
import asyncio
import os
import sys
from datetime import date, timedelta

from passport import environment, postgres
from passport.sample.plan import Plan

SEED = 20261123


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the plan."""
    parser.add_argument("--workers", type=int, default=2000, help="how many besides the cast (2,000)")
    parser.add_argument("--months", type=int, default=14, help="how many calendar months of work days (14)")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed draws the same country")
    parser.add_argument("--until", type=date.fromisoformat, help="the last work date, YYYY-MM-DD (yesterday)")


def run(arguments: argparse.Namespace) -> int:
    """Draw and load."""
    from backend.history.rules import work_date  # noqa: PLC0415  --help needs no backend
    from backend.kit import clock  # noqa: PLC0415  the same
    from backend.settings import Mode  # noqa: PLC0415  the same

    if os.environ.get("PASSPORT_MODE") != Mode.SAMPLE:
        print("Sample people belong into sample mode only: set PASSPORT_MODE=sample.", file=sys.stderr)
        return os.EX_CONFIG
    until = arguments.until or work_date(clock.now()) - timedelta(days=1)
    try:
        plan = Plan(arguments.workers, arguments.months, arguments.seed, until)
    except ValueError as error:
        print(error, file=sys.stderr)
        return os.EX_USAGE
    with postgres.given_or_embedded(environment.data()) as dsn:
        return asyncio.run(_load(dsn, plan))


async def _load(dsn: str, plan: Plan) -> int:
    from backend.kit.migrations import migrate  # noqa: PLC0415  --help needs no backend
    from passport.judge import judge_everybody  # noqa: PLC0415  the same
    from passport.sample.load import NotEmptyError, load  # noqa: PLC0415  the same

    await migrate(dsn)
    try:
        loaded = await load(dsn, plan, environment.data(), lambda line: print(f"  {line}", flush=True))
    except NotEmptyError:
        print("Somebody is registered already; a sample country needs an empty register.", file=sys.stderr)
        return os.EX_DATAERR
    await judge_everybody(dsn, tell=False)
    print(
        f"{loaded.workers:,} workers, {loaded.work_days:,} work days in {loaded.seconds:.1f} s"
        f" ({loaded.work_days_per_s:,.0f} work days a second)"
    )
    return os.EX_OK
