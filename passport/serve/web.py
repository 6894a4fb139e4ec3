"""One Hypercorn process on sockets that the supervisor has bound.

Started as `python -m passport.serve.web --app backend.app:create_app --listen 5 --listen 6 --lifeline 4`.
"""

import argparse
import asyncio
import contextlib
import gc
import importlib
import logging
import signal
from typing import cast

import uvloop
from hypercorn.asyncio import serve
from hypercorn.config import Config
from hypercorn.typing import Framework

from passport.serve import lifeline
from passport.serve.admission import Admission, App, Limits
from passport.serve.log import log_to_stderr

BACKLOG = 2_048


def main() -> None:
    """Serve until SIGTERM, or until the supervisor is gone."""
    given = _arguments()
    # Ctrl-C in a terminal is the supervisor's to hear; it then tells us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lifeline.hold(given.lifeline, given.graceful + 2)
    log_to_stderr()
    app = Admission(_load(given.app), Limits(requests=given.requests))
    # What is loaded now stays: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, given.listen, given.graceful))


async def _serve(app: Admission, sockets: list[int], graceful_s: float) -> None:
    ending = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ending.set)
    # A client that keeps its connection longer than the grace is cut, and need not be told of by a traceback.
    with contextlib.suppress(asyncio.CancelledError):
        await serve(cast("Framework", app), _config(sockets, graceful_s), shutdown_trigger=ending.wait, mode="asgi")


def _config(sockets: list[int], graceful_s: float) -> Config:
    config = Config()
    config.bind = [f"fd://{number}" for number in sockets]
    config.backlog = BACKLOG
    config.graceful_timeout = graceful_s
    config.shutdown_timeout = graceful_s
    config.keep_alive_timeout = 75.0
    config.keep_alive_max_requests = 1_000_000
    config.include_server_header = False
    config.accesslog = None
    config.errorlog = logging.getLogger("hypercorn")
    config.errorlog.setLevel(logging.WARNING)
    return config


def _load(path: str) -> App:
    """Import `module:function` and call it."""
    module, _, function = path.partition(":")
    return cast("App", getattr(importlib.import_module(module), function)())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--app", required=True)
    parser.add_argument("--listen", type=int, action="append", required=True)
    parser.add_argument("--lifeline", type=int, required=True)
    parser.add_argument("--graceful", type=float, default=5.0)
    parser.add_argument("--requests", type=int, default=Limits.requests)
    return parser.parse_args()


if __name__ == "__main__":
    main()
