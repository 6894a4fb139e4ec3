"""`passport postgres`: the embedded server by hand."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from passport import environment, postgres
from passport.postgres import EMBEDDED, Programs, Server

WHAT = {
    "start": "start it, so that it stays until stop",
    "stop": "end it",
    "status": "say whether it runs, and where",
    "psql": "enter it; further words go to psql",
    "with": "run a command with PASSPORT_TEST_DSN set to a server of its own, which is then removed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument(
        "--programs", type=Path, default=EMBEDDED.folder, help="a folder with other PostgreSQL programs"
    )
    parser.add_argument(
        "what", choices=WHAT, metavar="|".join(WHAT), help="; ".join(f"{a}: {b}" for a, b in WHAT.items())
    )
    parser.add_argument("words", nargs=argparse.REMAINDER, help="for psql and with")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked."""
    try:
        return _do(arguments)
    except postgres.PostgresError as error:
        print(error, file=sys.stderr)
        return os.EX_UNAVAILABLE


def _do(arguments: argparse.Namespace) -> int:
    data = environment.data()
    match arguments.what:
        case "start":
            print(postgres.keep_running(data))
        case "stop":
            postgres.stop(data)
        case "status":
            return _status(Server(data))
        case "psql":
            with postgres.given_or_embedded(data) as dsn:
                return subprocess.run([EMBEDDED.path("psql"), dsn, *arguments.words], check=False).returncode
        case "with":
            return _with(Programs(arguments.programs), arguments.words)
    return os.EX_OK


def _status(server: Server) -> int:
    if server.is_running():
        print(f"runs as process {server.pid}: {server.dsn}")
        return os.EX_OK
    print(f"does not run; its data {'is' if server.folder.exists() else 'would be'} in {server.folder}")
    return os.EX_UNAVAILABLE


def _with(programs: Programs, words: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="passport-") as folder, postgres.running(Path(folder), programs) as dsn:
        return subprocess.run(words, check=False, env={**os.environ, "PASSPORT_TEST_DSN": dsn}).returncode
