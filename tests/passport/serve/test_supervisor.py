"""The group: started once, kept whole, ended together."""

import asyncio
import os
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from passport.postgres.postmaster import _look_at
from passport.serve.sockets import PortTakenError, bind

ROOT = Path(__file__).parents[3]
PROGRAM = """
import asyncio, sys
from passport.serve.log import log_to_stderr
from passport.serve.supervisor import Plan, supervise
log_to_stderr()
plan = Plan(port=0, processes=2, app='tests.passport.serve.small_app:create_app',
            behind={'jobs': 'tests.passport.serve.small_app:' + sys.argv[1]}, graceful_s=1.5, requests=2)
asyncio.run(supervise(plan, lambda port: print(port, flush=True)))
"""

pytestmark = pytest.mark.kill


class Group:
    """A supervisor under test, and what it said."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.address = ""
        self.said: list[str] = []

    async def listen(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.said.append(line.decode().rstrip())

    def pids(self, name: str = r"(?:web\.\d|jobs)") -> list[int]:
        """Every process ever started in these places, oldest first."""
        found = (re.search(rf" info {name} started pid=(\d+)", line) for line in self.said)
        return [int(match[1]) for match in found if match]

    async def answer(self, path: str = "/v1/health") -> httpx.Response:
        async with httpx.AsyncClient(timeout=5) as client:
            return await client.get(self.address + path)


@asynccontextmanager
async def running(jobs: str = "run_jobs") -> AsyncIterator[Group]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, jobs, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=-1, stderr=-1
    )
    group = Group(process)
    listening = asyncio.create_task(group.listen())
    try:
        assert process.stdout is not None
        port = await asyncio.wait_for(process.stdout.readline(), 20)
        group.address = f"http://127.0.0.1:{int(port)}"
        yield group
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), 20)
        await listening


async def until(is_so: Callable[[], bool], within_s: float = 10) -> None:
    limit = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < limit, "it did not come to pass"
        await asyncio.sleep(0.02)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return _look_at(pid)[0].startswith("Z")


async def test_it_is_ready_once_every_process_answers() -> None:
    async with running() as group:
        assert len(group.pids(r"web\.\d")) == 2
        assert int((await group.answer()).text) in group.pids()


async def test_a_killed_child_is_replaced_and_said_in_one_line() -> None:
    async with running() as group:
        victim = group.pids(r"web\.1")[0]
        os.kill(victim, signal.SIGKILL)
        await until(lambda: len(group.pids(r"web\.1")) == 2)
        answers = {int((await group.answer()).text) for _ in range(20)}
        assert victim not in answers
        assert answers <= set(group.pids())
        assert sum(f"web.1 died, starts again pid={victim} exit=-9" in line for line in group.said) == 1


async def test_one_that_keeps_dying_is_started_later_and_later() -> None:
    async with running("run_jobs_that_break") as group:
        await until(lambda: len(group.pids("jobs")) >= 3)
        pauses = [float(match[1]) for line in group.said if (match := re.search(r"jobs died.* pause=([\d.]+)s", line))]
        assert pauses[:2] == [0.1, 0.2]
        assert (await group.answer()).status_code == 200


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_whole_group(how: signal.Signals) -> None:
    async with running() as group:
        group.process.send_signal(how)
        assert await asyncio.wait_for(group.process.wait(), 10) == 0
        assert len(group.pids()) == 3
        assert all(is_gone(pid) for pid in group.pids())


async def test_a_request_under_way_is_answered_before_the_end() -> None:
    async with running() as group:
        slow = asyncio.create_task(group.answer("/slow"))
        await asyncio.sleep(0.3)
        group.process.terminate()
        assert (await slow).status_code == 200


async def test_children_end_when_the_supervisor_is_killed() -> None:
    async with running() as group:
        group.process.kill()
        await until(lambda: all(is_gone(pid) for pid in group.pids()))


async def test_the_excess_is_told_to_come_back() -> None:
    async with running() as group:
        answers = await asyncio.gather(*(group.answer("/slow") for _ in range(12)))
        refused = [answer for answer in answers if answer.status_code == 503]
        assert 0 < len(refused) <= 10
        assert {answer.headers["retry-after"] for answer in refused} == {"1"}
        assert {answer.json()["code"] for answer in refused} == {"busy"}
        assert (await group.answer()).status_code == 200


def test_a_taken_port_is_refused_and_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"port {port}"):
            bind("127.0.0.1", port, 2)
