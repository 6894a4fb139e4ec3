"""The bench says every figure it promises, and fails where something was not kept."""

import argparse
import asyncio
import json
import math
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from passport.bench import command, cpu, plan
from passport.bench.client import Connection
from passport.bench.crew import Crew, Reader, Slot, days_to_enter
from passport.bench.figures import ROWS, figures, table
from passport.bench.touches import reports

ROOT = Path(__file__).parents[3]
PROMISED = {
    "singles_per_s", "singles_p99_ms", "batch_taps_per_s", "replay_taps_per_s", "passport_p99_ms", "light_p50_ms",
    "light_p99_ms", "bytes_per_work_day", "bytes_per_tap", "empty_answer_per_s", "pgbench_insert_per_s",
}  # fmt: skip


@pytest.mark.kill
def test_a_quick_run_gives_every_figure_as_one_json_object(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "passport", "bench", "--quick", "--json"],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=300,
        env=os.environ | {"PASSPORT_DATA": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() >= PROMISED
    assert all(math.isfinite(value) for value in found.values())
    assert all(found[key] > 0 for key in PROMISED)
    assert "Everything acknowledged was kept" in done.stderr
    assert list(tmp_path.iterdir()) == [], "what was started and made is gone"


def samples() -> dict[str, list[float]]:
    made = {row.key: [90.0, 100.0, 200.0] for row in ROWS if row.key != "national_day_s"}
    return made | {"batch_taps_per_s": [30_000.0, 24_000.0, 1.0]}


def test_a_figure_is_the_median_of_its_rounds_and_the_national_day_follows() -> None:
    found = figures(samples(), national=False)
    assert found["singles_per_s"] == 100
    assert found["national_day_s"] == 2_400_000 / 24_000
    lines = table(found, samples(), national=False).splitlines()
    assert "extrapolated" in next(line for line in lines if "national" in line)
    batch = next(line for line in lines if "reports of 2,000" in line)
    assert ("0.80" in batch, "30,000 24,000 1.0" in batch) == (True, True)
    assert "2.00" in next(line for line in lines if line.startswith("  their 99th")), "less is better there"


def test_a_run_takes_no_more_days_than_may_still_be_entered() -> None:
    days = days_to_enter()
    assert len(days) >= 28
    assert days == sorted(set(days))
    for made in (plan.Plan(), plan.quick(), plan.Plan(national=True)):
        assert made.days > made.rounds
        assert made.overload_connections == 10 * made.connections


def test_what_is_asked_for_changes_the_plan() -> None:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.plan_of(parser.parse_args([])) == plan.Plan()
    asked = command.plan_of(parser.parse_args(["--quick", "--workers", "3000", "--national"]))
    assert (asked.workers, asked.national, asked.rounds) == (3000, True, 1)


def test_reports_hold_two_thousand_touches_and_are_dealt_alike() -> None:
    reader = Reader("94000000000011", bytes(32))
    slots = [Slot(0, date(2026, 11, 2)), Slot(0, date(2026, 11, 3))]
    crew = Crew([f"{n:016X}" for n in range(2000)], [["93000000000016"]], [reader], [reader, reader], [], slots)
    dealt = reports(crew, slots, 4, 1, 2)
    assert [len(requests) for requests in dealt] == [2, 2]
    bodies = [json.loads(request.split(b"\r\n\r\n", 1)[1]) for requests in dealt for request in requests]
    touched = {(tap["token"], tap["at"][:10], tap["direction"]) for body in bodies for tap in body["taps"]}
    assert {len(body["taps"]) for body in bodies} == {2000}
    assert len(touched) == 8000


@pytest.fixture
async def halting_server() -> AsyncIterator[int]:
    """Answers each request with a head and a body that come in three pieces."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readuntil(b"\r\n\r\n") != b"END\r\n\r\n":
            for piece in (b"HTTP/1.1 503 \r\nretry-after: 1\r\ncontent-", b"length: 5\r\n\r\nhe", b"llo"):
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.01)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()


async def test_the_client_puts_an_answer_together_and_notices_an_end(halting_server: int) -> None:
    connection = await Connection.connect(halting_server)
    for _ in range(2):
        reply = await connection.ask(b"GET / HTTP/1.1\r\n\r\n")
        assert (reply.status, reply.body) == (503, b"hello")
    with pytest.raises(ConnectionResetError):
        await connection.ask(b"END\r\n\r\n")
    with pytest.raises(ConnectionResetError):
        connection.ask(b"GET / HTTP/1.1\r\n\r\n")


@pytest.mark.skipif(not cpu.PROC.exists(), reason="reads /proc")
def test_cpu_time_is_told_by_kind_of_process() -> None:
    before = cpu.used_so_far(os.getpid())
    assert sum(i * i for i in range(3_000_000))
    used = cpu.difference(before, cpu.used_so_far(os.getpid()))
    assert used["load"] > 0
