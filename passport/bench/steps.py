"""Where the time of the pipeline goes, step by step: `python -m passport.bench.steps`.

In this process, on one connection, without HTTP: groups of one, sixteen and two thousand touches, of which the
quickest and the median are printed.  The quickest is what a shared machine disturbs least.
"""

import asyncio
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import uvloop

from passport import environment, postgres
from passport.bench import plan as plans
from passport.bench.crew import Crew, Slot
from passport.bench.measuring import prepare
from passport.bench.touches import Frames

GROUPS = ((1, 300), (16, 200), (2_000, 24))
"""How many touches are written together, and how often."""
WORKERS = 5_000


class Steps:
    """How long each kind of statement took in the group that is being written."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.ms: dict[str, float] = defaultdict(float)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the time of a block."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.ms[name] += (time.perf_counter() - began) * 1000


def main() -> None:
    """Print the steps of each size of group."""
    data = environment.data()
    data.mkdir(parents=True, exist_ok=True)
    plan = replace(plans.quick(), workers=WORKERS, months=14)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data) as name, postgres.running(Path(name)) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        crew = prepare(dsn, Path(name), plan)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_measure(crew))


async def _measure(crew: Crew) -> None:
    from backend.kit import database  # noqa: PLC0415  it reads the address when it is imported

    steps = Steps()
    _watch(database.Connection, steps)
    await database.open_pool(2)
    try:
        for number, (size, times) in enumerate(GROUPS):
            rows = await _write_groups(crew, steps, number, size, times)
            _print_steps(size, rows)
    finally:
        await database.close_pool()


async def _write_groups(crew: Crew, steps: Steps, number: int, size: int, times: int) -> list[dict[str, float]]:
    """Write groups of single touches of one day after the other, each by readers of its own."""
    from backend.devices import service as devices  # noqa: PLC0415  as above
    from backend.taps.intake import arrive  # noqa: PLC0415  as above
    from backend.taps.reading import read_report  # noqa: PLC0415  as above
    from backend.taps.service import receive  # noqa: PLC0415  as above

    frames = Frames(crew)
    rows = []
    for turn in range(times):
        slot = _slot(crew, number, turn * size)
        incoming = []
        bodies = [
            (person, frames.report([frames.tap(person % len(crew.serials), slot, 1 + number * 10**6 + turn * size + n,
                                               out=False)]))
            for n, person in enumerate(range(turn * size, (turn + 1) * size))
        ]  # fmt: skip
        for person, body in bodies:
            reader = await devices.find_key(crew.readers[person % len(crew.readers)].number)
            report = read_report(body).report
            assert reader is not None  # noqa: S101  # the crew's readers are enrolled
            assert report is not None  # noqa: S101  # and their reports are right
            incoming.append(arrive(reader, report, frames.now))
        steps.ms.clear()
        with steps.timed("the whole"):
            await receive(incoming)
        rows.append(dict(steps.ms))
    return rows


def _slot(crew: Crew, number: int, first: int) -> Slot:
    days = len(crew.slots) // len(GROUPS)
    return crew.slots[number * days + first // len(crew.serials) % days]


def _watch(connection: Any, steps: Steps) -> None:  # noqa: ANN401  # asyncpg ships no types
    """Time every statement of the connections of this process."""
    for name in ("fetch", "execute"):
        setattr(connection, name, _timed(getattr(connection, name), steps))


def _timed(ask: Any, steps: Steps) -> Any:  # noqa: ANN401  # the same
    async def timed(connection: object, sql: str, *values: object, **named: object) -> object:
        with steps.timed(" ".join(sql.replace("WITH days AS (", "").split()[:4])):
            return await ask(connection, sql, *values, **named)

    return timed


def _print_steps(size: int, rows: list[dict[str, float]]) -> None:
    warm = rows[len(rows) // 5 :]
    whole = [row["the whole"] for row in warm]
    print(f"\n{size:,} touches: quickest {min(whole):.2f} ms, median {median(whole):.2f} ms")
    python = [row["the whole"] - sum(ms for name, ms in row.items() if name != "the whole") for row in warm]
    for name in dict.fromkeys(name for row in warm for name in row):
        taken = [row.get(name, 0.0) for row in warm]
        if name != "the whole":
            print(f"  {name:<44}{min(taken):>9.2f}{median(taken):>9.2f}")
    print(f"  {'between the statements (Python)':<44}{min(python):>9.2f}{median(python):>9.2f}")


if __name__ == "__main__":
    main()
