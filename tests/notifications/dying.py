"""`passport notify` in children that are killed, one after another: 100 at random, then one that lives.

    python -m tests.notifications.dying KILLS SEED

Forked from one process that has everything imported, so that a child lives for the work and not for its start.
"""

import asyncio
import os
import select
import signal
import sys
import time
from datetime import datetime, timedelta
from random import Random

from notifications import queue, sending, worker

LEASE = timedelta(seconds=8)
"""Shorter than in the product, where nobody waits for the end of the test; longer than any answer here takes."""


AT_WORK_WITHIN_S = 5.0


def main() -> None:
    kills, rng = int(sys.argv[1]), Random(int(sys.argv[2]))  # noqa: S311  # to be repeated, not to be secret
    queue.LEASE, sending.AT_MOST_S = LEASE, 6.0
    for number in range(kills):
        child, at_work = _start()
        if number % 4:
            # Mostly while messages are on their way; else at any moment, perhaps before anything was begun.
            select.select([at_work], [], [], AT_WORK_WITHIN_S)
        time.sleep(rng.uniform(0.0, 0.12))
        _kill(child, at_work)
    print("killed", flush=True)  # noqa: T201  # to the test that started it
    last, at_work = _start()
    sys.stdin.readline()
    _kill(last, at_work)


def _kill(child: int, at_work: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(at_work)


def _start() -> tuple[int, int]:
    """Start a child; it writes where it took something from the queue."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        lease = queue.lease

        async def told(at: datetime, most: int) -> list[queue.Delivery]:
            found = await lease(at, most)
            if found:
                os.write(writing, b".")
            return found

        queue.lease = told
        asyncio.run(worker.run())
    os.close(writing)
    return child, reading


if __name__ == "__main__":
    main()
