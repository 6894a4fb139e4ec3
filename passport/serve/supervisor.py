"""The parent of the group: binds the port, keeps every child running, and ends them all.

SIGTERM or SIGINT ends the group: children finish what they are at, within a limit.  When the supervisor itself is
killed, the pipe it holds closes and the children end by themselves.
"""

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from passport import environment
from passport.serve import health, sockets
from passport.serve.admission import Limits
from passport.serve.child import Child

LOG = logging.getLogger("serve")
BEHIND = {"jobs": "backend.jobs:run", "notify": "notifications.worker:run"}


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else os.cpu_count() or 1


@dataclass(frozen=True)
class Plan:
    """What is to be served, where, and by how many processes."""

    host: str = "127.0.0.1"
    port: int = 8000
    processes: int = field(default_factory=cores)
    app: str = "backend.app:create_app"
    behind: Mapping[str, str] = field(default_factory=lambda: BEHIND)
    """What no request waits for: a process for each, by its name."""
    graceful_s: float = 3.0
    requests: int = Limits.requests


async def supervise(plan: Plan, on_ready: Callable[[int], None] | None = None) -> None:
    """Serve until SIGTERM or SIGINT; `on_ready` is told the port once every web process answers.

    Raises:
        PortTakenError: another program listens there.
    """
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ending.set)
    with contextlib.ExitStack() as open_until_end:
        group = Group.open(plan, ending, open_until_end)
        async with asyncio.TaskGroup() as tasks:
            for child in group.children:
                tasks.create_task(child.keep())
            ready = tasks.create_task(group.until_ready(on_ready))
            await ending.wait()
            LOG.info("ending")
            ready.cancel()
    LOG.info("ended")


@dataclass
class Group:
    """The children, and what they are reached by."""

    port: int
    children: list[Child]
    private: list[Path]

    @classmethod
    def open(cls, plan: Plan, ending: asyncio.Event, until_end: contextlib.ExitStack) -> "Group":
        """Bind the port and prepare every child; nothing is started yet."""
        public = sockets.bind(plan.host, plan.port, plan.processes)
        folder = Path(
            until_end.enter_context(
                tempfile.TemporaryDirectory(prefix="passport-", dir=environment.folder_for_sockets())
            )
        )
        ours, lifeline = os.pipe()[::-1]
        until_end.callback(os.close, ours)
        until_end.callback(os.close, lifeline)
        children, private = [], []
        for number, listening in enumerate(public, 1):
            until_end.callback(listening.close)
            path = folder / f"web.{number}"
            alone = until_end.enter_context(_private_socket(path))
            arguments = ["passport.serve.web", "--app", plan.app, "--requests", str(plan.requests)]
            arguments += ["--listen", str(listening.fileno()), "--listen", str(alone.fileno())]
            fds = (listening.fileno(), alone.fileno(), lifeline)
            children.append(_child(f"web.{number}", arguments, fds, ending, plan))
            private.append(path)
        for name, function in plan.behind.items():
            arguments = ["passport.serve.jobs", "--jobs", function]
            children.append(_child(name, arguments, (lifeline,), ending, plan))
        return cls(public[0].getsockname()[1], children, private)

    async def until_ready(self, on_ready: Callable[[int], None] | None) -> None:
        """Wait until each web process answers, and tell."""
        started = time.monotonic()
        await asyncio.gather(*(health.until_answers(path) for path in self.private))
        LOG.info("ready", extra={"port": self.port, "seconds": f"{time.monotonic() - started:.1f}"})
        if on_ready:
            on_ready(self.port)


def _child(name: str, arguments: list[str], fds: tuple[int, ...], ending: asyncio.Event, plan: Plan) -> Child:
    arguments = [*arguments, "--lifeline", str(fds[-1]), "--graceful", str(plan.graceful_s)]
    return Child(name, arguments, fds, ending, plan.graceful_s)


def _private_socket(path: Path) -> socket.socket:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    made.bind(str(path))
    made.listen(16)
    return made
