"""Where the time goes: `python -m passport.bench.profile` prints statements by their time, and functions by theirs.

The server's statements by pg_stat_statements, the processes' functions by cProfile, which makes them about half as
fast: the shares count, not the rates.
"""

import argparse
import asyncio
import cProfile
import os
import pstats
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import asyncpg

from passport import environment
from passport.bench import plan as plans
from passport.bench.crew import Crew
from passport.bench.load import Outcome, Reports, Singles, load_reports, load_singles, loader
from passport.bench.measuring import LIGHT_EVERY_S, SEQUENCES_APART, WARM_UP_S, prepare
from passport.bench.serving import PRODUCT, serving
from passport.postgres import Server
from passport.serve.admission import App, Receive, Scope, Send

PROFILED = "passport.bench.profile:create_app"
ENDING = ".prof"
STATEMENTS = """
SELECT calls, rows, total_exec_time + total_plan_time AS ms, total_plan_time AS planning,
       regexp_replace(left(query, 90), '\\s+', ' ', 'g') AS query
FROM pg_stat_statements WHERE calls > 1 ORDER BY 3 DESC LIMIT 14
"""


def create_app() -> App:
    """Make the product's application, watched from its start to its end."""
    from backend.app import create_app as create_product  # noqa: PLC0415  only a server process needs it

    product, watch = create_product(), cProfile.Profile()

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            watch.enable()
        await product(scope, receive, send)  # type: ignore[arg-type]  # Litestar's types are narrower
        if scope["type"] == "lifespan":
            watch.disable()
            watch.dump_stats(environment.data() / f"{os.getpid()}{ENDING}")

    return watched


def main() -> None:
    """Profile one load."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("load", choices=["singles", "light", "reports", "replay"])
    parser.add_argument("--python", action="store_true", help="functions, by cProfile, instead of statements")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--workers", type=int, default=5_000)
    given = parser.parse_args()
    plan = replace(plans.quick(), workers=given.workers, seconds=given.seconds, connections=64, reports=12)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_data()) as name:
        folder = Path(name)
        os.environ["PASSPORT_DATA"] = name
        server = Server(folder)
        try:
            dsn = _start_watched(server)
            crew = prepare(dsn, folder, plan)
            with serving(PROFILED if given.python else PRODUCT, dsn, folder / "serve.log") as port, loader() as process:
                warm_up = Singles(port, crew, crew.slots[:2], 1, plan.connections, WARM_UP_S)
                process.submit(load_singles, warm_up).result()
                asyncio.run(_tell(dsn, "SELECT pg_stat_statements_reset()"))
                outcome = _load(given.load, port, crew, plan, process)
            print(f"{outcome.per_s:,.0f} requests/s, p50 {outcome.p50_ms:.1f} ms, p99 {outcome.p99_ms:.1f} ms")
            print("CPU us per request:", *(f"{kind} {outcome.cpu_us(kind):.0f}" for kind in outcome.cpu))
            if given.python:
                _print_functions(folder)
            else:
                asyncio.run(_tell(dsn, STATEMENTS))
        finally:
            server.stop()


def _load(kind: str, port: int, crew: Crew, plan: plans.Plan, process: ProcessPoolExecutor) -> Outcome:
    fresh = crew.slots[2:]
    if kind in {"reports", "replay"}:
        load = Reports(port, crew, fresh, 1, plan.batch_connections, plan.reports)
        first, again = process.submit(load_reports, load).result()
        return first if kind == "reports" else again
    singles = Singles(port, crew, fresh[: plan.days_of_singles], SEQUENCES_APART, plan.connections, plan.seconds)
    if kind == "light":
        singles = singles._replace(connections=1, every_s=LIGHT_EVERY_S)
    return process.submit(load_singles, singles).result()


def _data() -> Path:
    data = environment.data()
    data.mkdir(parents=True, exist_ok=True)
    return data


def _start_watched(server: Server) -> str:
    server.start()
    asyncio.run(_tell(server.dsn, "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'"))
    asyncio.run(_tell(server.dsn, "ALTER SYSTEM SET pg_stat_statements.track_planning = on"))
    server.stop()
    server.start()
    asyncio.run(_tell(server.dsn, "CREATE EXTENSION pg_stat_statements"))
    return server.dsn


async def _tell(dsn: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        for row in await connection.fetch(statement):
            print("  ".join(f"{value:>12.1f}" if isinstance(value, float) else f"{value!s:>9}" for value in row))
    finally:
        await connection.close()


def _print_functions(folder: Path) -> None:
    files = [str(file) for file in sorted(folder.glob(f"*{ENDING}"))]
    if not files:
        return
    stats = pstats.Stats(*files, stream=sys.stdout)
    by_part: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]  # as pstats keeps it
        by_part[_part_of(file)] += own
    whole = sum(by_part.values())
    for part, seconds in sorted(by_part.items(), key=lambda item: -item[1])[:20]:
        print(f"{part:<24}{seconds:>8.2f} s {100 * seconds / whole:>6.1f} %")
    stats.sort_stats("tottime").print_stats(40)
    stats.sort_stats("cumulative").print_stats(90)


def _part_of(file: str) -> str:
    """Name the package, or the domain of ours, that a function belongs to."""
    if "site-packages/" in file:
        return file.partition("site-packages/")[2].partition("/")[0]
    if file.startswith(f"{environment.ROOT}/"):
        return ".".join(Path(file).relative_to(environment.ROOT).parts[:2])
    return Path(file).parent.name if "/lib/python3" in file else "built in"


if __name__ == "__main__":
    main()
