"""A process that runs what no request waits for: readers of the events, partitions, nightly checks, notices.

Started as `python -m passport.serve.jobs --jobs backend.jobs:run --lifeline 4`.
"""

import argparse
import asyncio
import contextlib
import importlib
import signal
from collections.abc import Callable, Coroutine
from typing import cast

import uvloop

from passport.serve import lifeline
from passport.serve.log import log_to_stderr


def main() -> None:
    """Run the jobs until SIGTERM, or until the supervisor is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", required=True)
    parser.add_argument("--lifeline", type=int, required=True)
    parser.add_argument("--graceful", type=float, default=5.0)
    given = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lifeline.hold(given.lifeline, given.graceful + 2)
    log_to_stderr()
    run(given.jobs)


def run(jobs: str) -> None:
    """Run a function, named like `backend.jobs:run`, until SIGTERM."""
    module, _, function = jobs.partition(":")
    found = cast("Callable[[], Coroutine[None, None, None]]", getattr(importlib.import_module(module), function))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_until_told(found()))


async def _until_told(running: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(running)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


if __name__ == "__main__":
    main()
