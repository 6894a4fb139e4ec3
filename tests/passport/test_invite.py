"""The first operator and a sample worker are let in by a command."""

import os
import re
import subprocess
import sys
from pathlib import Path

import asyncpg

ROOT = Path(__file__).parents[2]


def invite(dsn: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "passport", "invite", *words]
    environ = os.environ | {"PASSPORT_DSN": dsn}
    return subprocess.run(command, env=environ, cwd=ROOT, check=False, capture_output=True, text=True)


async def test_an_operators_link_is_printed_once_and_kept_as_a_hash(own_dsn: str) -> None:
    done = invite(own_dsn, "operator", "--name", "運営 見本")
    assert done.returncode == 0, done.stderr
    token = re.search(r"/invitation#([\w-]{43})$", done.stdout.strip())
    assert token
    connection = await asyncpg.connect(own_dsn)
    rows = await connection.fetch(
        "SELECT a.name, g.role, i.token_hash FROM invitation i JOIN account a ON a.id = "
        "i.account_id JOIN role_grant g ON g.account_id = a.id"
    )
    await connection.close()
    assert [(row[0], row[1]) for row in rows] == [("運営 見本", "operator")]
    assert token[1].encode() not in rows[0][2]


def test_a_worker_that_is_not_there_is_said_so(own_dsn: str) -> None:
    done = invite(own_dsn, "worker", "91000009999999")
    assert done.returncode == os.EX_DATAERR
    assert "No worker" in done.stderr
