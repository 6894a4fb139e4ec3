"""`passport notify` in children that are killed, one after another: 100 at random, then one that lives.

    python -m tests.notifications.dying KILLS SEED

Forked from one process that has everything imported, so that a child lives for the work and not for its start.
"""

import asyncio
import os
import signal
import sys
import time
from datetime import timedelta
from random import Random

from notifications import queue, sending, worker

LEASE = timedelta(seconds=2)
"""Shorter than in the product, where nobody waits for the end of the test; longer than any answer here takes."""


def main() -> None:
    kills, rng = int(sys.argv[1]), Random(int(sys.argv[2]))  # noqa: S311  # to be repeated, not to be secret
    queue.LEASE, sending.AT_MOST_S = LEASE, 1.0
    for _ in range(kills):
        child = _start()
        time.sleep(rng.uniform(0.05, 0.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    print("killed", flush=True)
    last = _start()
    sys.stdin.readline()
    os.kill(last, signal.SIGKILL)
    os.waitpid(last, 0)


def _start() -> int:
    child = os.fork()
    if child == 0:
        asyncio.run(worker.run())
    return child


if __name__ == "__main__":
    main()
