"""A pipe whose other end the supervisor holds: when it closes, the supervisor is gone, and the child must go, too."""

import os
import signal
import threading
import time


def hold(pipe: int, limit_s: float) -> None:
    """Watch the pipe in a thread of its own, which also works while the event loop is stuck.

    At its end the process is asked to end gracefully, and ended hard after `limit_s`.
    """
    threading.Thread(target=_watch, args=(pipe, limit_s), name="lifeline", daemon=True).start()


def _watch(pipe: int, limit_s: float) -> None:
    while os.read(pipe, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(limit_s)
    os._exit(os.EX_TEMPFAIL)
