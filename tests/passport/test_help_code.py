"""The helper types what somebody read out."""

import os
import subprocess
import sys
from pathlib import Path

import asyncpg

from backend.kit.refusals import help_code_of

ROOT = Path(__file__).parents[2]


def look_up(dsn: str, *said: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "passport", "help-code", *said]
    environ = os.environ | {"PASSPORT_DSN": dsn}
    return subprocess.run(command, env=environ, cwd=ROOT, check=False, capture_output=True, text=True)


async def test_a_code_read_out_says_what_was_refused_when_and_where(own_dsn: str) -> None:
    connection = await asyncpg.connect(own_dsn)
    await connection.execute(
        "INSERT INTO help_code VALUES ('H4T9WR', '2026-11-19T22:43:05Z', 'busy', 'GET', '/v1/passport')"
    )
    await connection.close()
    done = look_up(own_dsn, "h4t", "9wr")
    assert done.returncode == 0, done.stderr
    assert "2026-11-20 07:43:05 in Japan: GET /v1/passport" in done.stdout
    assert "busy" in done.stdout
    assert "The operator: Wait a moment" in done.stdout


def test_the_code_of_a_stopped_day_says_why_days_stop_so(own_dsn: str) -> None:
    done = look_up(own_dsn, help_code_of("structure_missing"))
    assert done.returncode == 0, done.stderr
    assert "structure_missing" in done.stdout
    assert "作業員名簿に、あなたの名前がありません" in done.stdout


def test_what_is_no_code_and_what_nobody_was_given_is_said_so(own_dsn: str) -> None:
    assert look_up(own_dsn, "H4T").returncode == os.EX_USAGE
    nothing = look_up(own_dsn, "ZZZZZZ")
    assert nothing.returncode == os.EX_DATAERR
    assert "Nothing stands behind" in nothing.stderr
