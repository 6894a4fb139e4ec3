"""A PostgreSQL and a `passport serve` of one test alone, and the processes in them that can be killed."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

from passport.bench.client import Connection
from passport.postgres import Server
from tests.product import ROOT, free_port

PROC = Path("/proc")
READY_WITHIN_S = 60.0


class Group:
    """The running product; whoever is killed is started again, by its supervisor or by us."""

    def __init__(self, folder: Path) -> None:
        self.server = Server(folder)
        self.port = free_port()
        self.log = folder / "serve.log"
        self.serving: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        return os.environ | {
            "PASSPORT_DSN": self.server.dsn,
            "PASSPORT_MODE": "production",
            "PASSPORT_PORT": str(self.port),
            "PASSPORT_PROCESSES": "2",
        }

    def passport(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "passport", *words]

    def start_supervisor(self) -> None:
        with self.log.open("ab") as log:
            self.serving = subprocess.Popen(
                self.passport("serve"), env=self.environment(), cwd=ROOT, stdout=log, stderr=log
            )

    async def keep_supervisor(self) -> None:
        """Start it again when it is gone; its port may for a moment still be held by children that are ending."""
        while True:
            if self.serving is None or self.serving.poll() is not None:
                self.start_supervisor()
            await asyncio.sleep(0.1)

    async def keep_postgres(self) -> None:
        while True:
            if not await asyncio.to_thread(self.server.is_running):
                await asyncio.to_thread(self.server.start)
            await asyncio.sleep(0.1)

    def victims(self, kind: str) -> list[int]:
        """The processes of a kind that can be killed now."""
        if kind == "supervisor":
            return [self.serving.pid] if self.serving is not None and self.serving.poll() is None else []
        if kind == "postmaster":
            return [self.server.pid] if self.server.pid else []
        if kind == "backend":
            return [pid for pid in children_of(self.server.pid) if "[local]" in command_of(pid)]
        children = children_of(self.serving.pid if self.serving else None)
        return [pid for pid in children if f"passport.serve.{kind}" in command_of(pid)]

    def kill(self, kind: str, rng: Random) -> bool:
        """Kill one of a kind; tell whether there was one."""
        found = self.victims(kind)
        if not found:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(rng.choice(sorted(found)), signal.SIGKILL)
        return True

    async def until_ready(self) -> None:
        async with asyncio.timeout(READY_WITHIN_S):
            while not await self._answers():  # noqa: ASYNC110  # other processes answer, and send us no event
                await asyncio.sleep(0.1)

    async def _answers(self) -> bool:
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(2):
                connection = await Connection.connect(self.port)
                try:
                    reply = await connection.ask(b"GET /v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n")
                finally:
                    connection.close()
                return reply.status == 200
        return False

    def end(self) -> None:
        if self.serving is not None and self.serving.poll() is None:
            self.serving.terminate()
            self.serving.wait(30)
        self.server.stop()


def children_of(pid: int | None) -> list[int]:
    try:
        return [int(child) for child in (PROC / f"{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def command_of(pid: int) -> str:
    try:
        return (PROC / f"{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


@contextlib.asynccontextmanager
async def kept_alive(group: Group) -> AsyncIterator[None]:
    """Start again whatever is killed at the top, as an operator's init system would."""
    keeping = [asyncio.create_task(group.keep_postgres()), asyncio.create_task(group.keep_supervisor())]
    try:
        yield
    finally:
        for task in keeping:
            task.cancel()
        await asyncio.gather(*keeping, return_exceptions=True)
