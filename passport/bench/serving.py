"""The real group of `passport serve` on a free loopback port, as processes of its own.

Started as `python -m passport.bench.serving --app backend.app:create_app`; says the port once every process answers.
"""

import argparse
import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from passport.serve.log import log_to_stderr
from passport.serve.supervisor import BEHIND, Plan, supervise

PRODUCT, EMPTY = Plan.app, "passport.bench.empty:create_app"
READY_WITHIN_S = 60.0
END_WITHIN_S = 20.0


class NotServingError(Exception):
    """The group did not come up; its log says why."""


@contextlib.contextmanager
def serving(app: str, dsn: str, log: Path) -> Iterator[int]:
    """Serve an app with production settings; give the port.

    Raises:
        NotServingError: it does not answer.
    """
    command = [sys.executable, "-P", "-m", "passport.bench.serving", "--app", app]
    ours = {**os.environ, "PASSPORT_DSN": dsn, "PASSPORT_MODE": "production"}
    with log.open("ab") as said:
        group = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, stdin=subprocess.DEVNULL, env=ours)
    try:
        yield _port_of(group, log)
    finally:
        _end(group)


def _port_of(group: "subprocess.Popen[bytes]", log: Path) -> int:
    assert group.stdout is not None  # noqa: S101  # it was asked for
    line = group.stdout.readline()
    if not line.strip():
        message = f"the server did not come up; {log} says why"
        raise NotServingError(message)
    return int(line)


def _end(group: "subprocess.Popen[bytes]") -> None:
    group.terminate()
    try:
        group.wait(END_WITHIN_S)
    except subprocess.TimeoutExpired:
        group.kill()  # its children hold a lifeline and follow
        group.wait()
    if group.stdout is not None:
        group.stdout.close()


def main() -> None:
    """Serve until SIGTERM, or until it is clear that nothing answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--app", required=True)
    app = parser.parse_args().app
    log_to_stderr()
    plan = Plan(port=0, app=app, behind=BEHIND if app == PRODUCT else {})
    asyncio.run(_supervise(plan))


async def _supervise(plan: Plan) -> None:
    ready = asyncio.Event()

    def tell(port: int) -> None:
        print(port, flush=True)
        ready.set()

    serving_ = asyncio.ensure_future(supervise(plan, tell))
    waiting = asyncio.ensure_future(ready.wait())
    await asyncio.wait({serving_, waiting}, timeout=READY_WITHIN_S, return_when=asyncio.FIRST_COMPLETED)
    if not ready.is_set():
        sys.exit("not ready in time")
    await serving_


if __name__ == "__main__":
    main()
