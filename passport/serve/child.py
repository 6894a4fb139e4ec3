"""One place in the group: the process in it is started anew when it dies, later and later while it keeps dying."""

import asyncio
import contextlib
import logging
import os
import sys
import time
from dataclasses import dataclass, field

FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 5.0
HEALTHY_AFTER_S = 30.0
"""Who has lived so long starts again with the first pause."""


@dataclass
class Child:
    """A command that is to run as long as the supervisor does."""

    name: str
    arguments: list[str]
    pass_fds: tuple[int, ...]
    ending: asyncio.Event
    graceful_s: float
    running: asyncio.subprocess.Process | None = field(default=None, init=False)

    async def keep(self) -> None:
        """Keep a process in this place until the group ends, then end it."""
        log = logging.getLogger(self.name)
        pause = FIRST_PAUSE_S
        while not self.ending.is_set():
            started = time.monotonic()
            self.running = await self._start()
            log.info("started", extra={"pid": self.running.pid})
            returned = await self._until_dead_or_ending(self.running)
            if returned is None:
                await self._end(self.running)
                return
            lived = time.monotonic() - started
            if lived >= HEALTHY_AFTER_S:
                pause = FIRST_PAUSE_S
            fields = {"pid": self.running.pid, "exit": returned, "lived": f"{lived:.1f}s", "pause": f"{pause:.1f}s"}
            log.error("died, starts again", extra=fields)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.ending.wait(), pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)

    async def _start(self) -> asyncio.subprocess.Process:
        # A session of its own: Ctrl-C reaches the supervisor only, which ends the group in order.
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            *self.arguments,
            pass_fds=self.pass_fds,
            start_new_session=True,
            stdin=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )

    async def _until_dead_or_ending(self, process: asyncio.subprocess.Process) -> int | None:
        """Give the exit code of a process that died, or None when the group ends first."""
        dead = asyncio.ensure_future(process.wait())
        told = asyncio.ensure_future(self.ending.wait())
        await asyncio.wait({dead, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if dead.done():
            return dead.result()
        dead.cancel()
        return None

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), self.graceful_s + 1)
        except TimeoutError:
            logging.getLogger(self.name).warning("did not end in time, killed", extra={"pid": process.pid})
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
