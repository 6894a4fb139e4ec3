"""Who uses the database: it starts with the first, and ends with the last, unless it was asked to stay.

Two files beside the data hold the locks: `postgres.lock` while something starts or stops it, `postgres.users` shared by
all that use it.  The system drops both locks of a process that is killed; its server is then adopted by the next user.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from passport.postgres.programs import EMBEDDED, Programs
from passport.postgres.server import Server


@contextlib.contextmanager
def running(data: Path, programs: Programs = EMBEDDED) -> Iterator[str]:
    """Give the address of a running server; one that nobody else uses ends with the block.

    Raises:
        PostgresError: it cannot be started.
    """
    server = Server(data, programs)
    data.mkdir(parents=True, exist_ok=True)
    with (data / "postgres.users").open("a+b") as users:
        with _alone(data):
            server.start()
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield server.dsn
        finally:
            with _alone(data):
                if not _is_kept(data) and _am_last(users):
                    server.stop()


@contextlib.contextmanager
def given_or_embedded(data: Path) -> Iterator[str]:
    """Give PASSPORT_DSN where it is set, else the embedded server's address, and set it for this process's children."""
    given = os.environ.get("PASSPORT_DSN")
    if given:
        yield given
        return
    with running(data) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        try:
            yield dsn
        finally:
            os.environ.pop("PASSPORT_DSN", None)


def keep_running(data: Path) -> str:
    """Start the server so that it stays when the caller ends, and give its address."""
    data.mkdir(parents=True, exist_ok=True)
    with _alone(data):
        Server(data).start()
        _kept(data).touch()
    return Server(data).dsn


def stop(data: Path) -> None:
    """End the server, whoever uses it."""
    if not data.exists():
        return
    with _alone(data):
        _kept(data).unlink(missing_ok=True)
        Server(data).stop()


def _kept(data: Path) -> Path:
    return data / "postgres.kept"


def _is_kept(data: Path) -> bool:
    return _kept(data).exists()


def _am_last(users: IO[bytes]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def _alone(data: Path) -> Iterator[None]:
    with (data / "postgres.lock").open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
