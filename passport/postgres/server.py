"""One server on one data folder: start, stop, and ask whether it runs."""

import contextlib
import hashlib
import os
import signal
import socket
import stat
import subprocess
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from passport import environment
from passport.postgres import cluster, postmaster, settings
from passport.postgres.account import Account, account_for
from passport.postgres.errors import PostgresError
from passport.postgres.programs import EMBEDDED, Programs

LOOK_EVERY_S = 0.01
START_WITHIN_S = 120.0
"""After a crash the log since the last checkpoint is replayed first."""
STOP_WITHIN_S = 60.0
LOG_LIMIT_BYTES = 10_000_000


@dataclass(frozen=True)
class Server:
    """The PostgreSQL of a data folder: `data` is the product's, its own is `data/postgres`."""

    data: Path
    programs: Programs = EMBEDDED

    _children: ClassVar[dict[int, "subprocess.Popen[bytes]"]] = {}

    @property
    def folder(self) -> Path:
        """The folder that `initdb` made."""
        return self.data.resolve() / "postgres"

    @property
    def log(self) -> Path:
        """What the server had to say."""
        return self.data / "postgres.log"

    @property
    def dsn(self) -> str:
        """The address for asyncpg and psql, valid while it runs."""
        found = postmaster.read(self.folder)
        folder = found.socket_folder if found else self._socket_folder
        return f"postgresql://{cluster.OWNER}@/{cluster.OWNER}?host={folder}"

    @property
    def pid(self) -> int | None:
        """The process that serves, or None."""
        self._reap()
        found = postmaster.read(self.folder)
        return found.pid if found and postmaster.is_alive(found.pid) else None

    def is_running(self) -> bool:
        """Ask whether it answers."""
        self._reap()
        found = postmaster.read(self.folder)
        # The children of a server that was just killed may still hold its socket: ask for the process, too.
        return found is not None and found.is_ready and postmaster.is_alive(found.pid) and _answers(found.socket_folder)

    def start(self) -> None:
        """Start it, and return when it answers.  Does nothing where it runs already.

        Raises:
            PostgresError: it cannot be started; the message has the last lines of its log.
        """
        if self.is_running():
            return
        if not self.programs.path("postgres").exists():
            message = f"no PostgreSQL in {self.programs.folder}: run `make setup`"
            raise PostgresError(message)
        self.data.mkdir(parents=True, exist_ok=True)
        account = self._account
        cluster.prepare(self.folder, self.programs, account)
        self._make_socket_folder(account)
        self._write_settings(account)
        self._start_until_ready(account)

    def stop(self) -> None:
        """End it: open transactions are rolled back, what was committed stays.  Harmless where it does not run.

        Raises:
            PostgresError: it does not end.
        """
        pid = self.pid
        if pid is not None:
            self._end(pid)
        with contextlib.suppress(OSError):
            self._socket_folder.rmdir()

    def _end(self, pid: int) -> None:
        for how in (signal.SIGINT, signal.SIGQUIT):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
            until = time.monotonic() + STOP_WITHIN_S
            while time.monotonic() < until:
                if self.pid is None:
                    return
                time.sleep(LOOK_EVERY_S)
        message = f"PostgreSQL (process {pid}) does not end; see {self.log}"
        raise PostgresError(message)

    @cached_property
    def _account(self) -> Account:
        return account_for(self.folder, self.programs.folder)

    @property
    def _socket_folder(self) -> Path:
        # A socket's path may have about 100 characters; the data folder's may be longer.
        mark = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        return environment.folder_for_sockets() / f"passport-{mark}"

    def _make_socket_folder(self, account: Account) -> None:
        folder = self._socket_folder
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.uid}:
            message = f"{folder} belongs to somebody else: remove it, or set TMPDIR"
            raise PostgresError(message)
        account.owns(folder)
        folder.chmod(0o700)

    def _write_settings(self, account: Account) -> None:
        path = self.folder / "postgresql.conf"
        path.write_text(settings.settings(self._socket_folder, lz4=self.programs.has_lz4), encoding="utf-8")
        account.owns(path)

    def _start_until_ready(self, account: Account) -> None:
        until = time.monotonic() + START_WITHIN_S
        child: subprocess.Popen[bytes] | None = None
        while not self.is_running():
            if time.monotonic() > until:
                raise PostgresError(self._last_words(f"PostgreSQL was not ready after {START_WITHIN_S:.0f} s"))
            if child is not None and child.poll() is not None:
                # Processes of a killed server may still be ending; nothing else is worth a second try.
                if "shared memory block" not in self._last_words(""):
                    raise PostgresError(self._last_words("PostgreSQL could not start"))
                child = None
                time.sleep(0.2)
            if child is None and self.pid is None:
                self._forget_another_programs_number()
                child = self._launch(account)
            time.sleep(LOOK_EVERY_S)

    def _forget_another_programs_number(self) -> None:
        """Remove a stale file whose number now belongs to a program that is no PostgreSQL.

        Where the number is free, PostgreSQL itself does it, and more carefully.
        """
        found = postmaster.read(self.folder)
        if found and postmaster.is_taken(found.pid):
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _launch(self, account: Account) -> "subprocess.Popen[bytes]":
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT_BYTES:
            self.log.unlink()
        with self.log.open("ab") as log:
            # A session of its own: Ctrl-C reaches us first, and the database ends last.
            child = subprocess.Popen(
                [*account.prefix, self.programs.path("postgres"), "-D", self.folder],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
            )
        self._children[child.pid] = child
        return child

    def _reap(self) -> None:
        """Let go of servers of ours that have ended, so that they do not look alive."""
        for pid, child in list(self._children.items()):
            if child.poll() is not None:
                self._children.pop(pid, None)

    def _last_words(self, what: str) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-6:] if self.log.exists() else []
        return "\n  ".join([f"{what}; {self.log} ends with:", *lines])


def _answers(socket_folder: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(1)
        try:
            knock.connect(str(socket_folder / ".s.PGSQL.5432"))
        except OSError:
            return False
    return True
