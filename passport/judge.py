"""`passport judge`: judge the level of every worker again, in several processes; whoever has reached one is told."""

import argparse
import asyncio
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor
from uuid import UUID

from passport import environment, postgres


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take in how many processes, and whether to tell."""
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="in parallel (one for each core)")
    parser.add_argument("--quiet", action="store_true", help="tell nobody, as when a register was filled")


def run(arguments: argparse.Namespace) -> int:
    """Judge; safe to run again and beside everything else."""
    with postgres.given_or_embedded(environment.data()) as dsn:
        began = time.monotonic()
        people = judge_in_parts(dsn, max(1, arguments.processes), tell=not arguments.quiet)
    took = time.monotonic() - began
    print(f"{people:,} workers judged in {took:.1f} s.")
    return os.EX_OK


def judge_in_parts(dsn: str, processes: int, *, tell: bool) -> int:
    """Judge everybody, each process its own part of the ids; give how many there were."""
    ends = [(1 << 128) * n // processes - 1 for n in range(1, processes + 1)]
    parts = [(UUID(int=first), UUID(int=last)) for first, last in zip([0, *ends], ends, strict=False)]
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        return sum(pool.map(_judge_part, [(dsn, *part, tell) for part in parts]))


def _judge_part(part: tuple[str, UUID, UUID, bool]) -> int:
    import uvloop  # noqa: PLC0415  --help needs no backend

    dsn, after, upto, tell = part
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(judge_everybody(dsn, tell=tell, after=after, upto=upto))


async def judge_everybody(dsn: str, *, tell: bool, after: UUID | None = None, upto: UUID | None = None) -> int:
    """Judge whose ids lie after one and up to another, by a pool of its own."""
    os.environ["PASSPORT_DSN"] = dsn
    os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")
    from backend.events.service import NOBODY  # noqa: PLC0415  --help needs no backend
    from backend.kit import clock, database  # noqa: PLC0415  the same
    from backend.levels import judging  # noqa: PLC0415  the same

    await database.open_pool(2)
    try:
        return await judging.judge_everybody(clock.now(), tell=tell, after=after or NOBODY, upto=upto or judging.LAST)
    finally:
        await database.close_pool()
