"""`passport bench levels` and `passport judge` judge everybody, once, and say how long it took."""

import json
import os
import subprocess
import sys
from pathlib import Path

import asyncpg

from passport.bench.levels import ROWS

ROOT = Path(__file__).parents[3]


def passport(dsn: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PASSPORT_DSN": dsn, "PASSPORT_DATA": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "passport", *words],
        check=False, capture_output=True, text=True, cwd=ROOT, timeout=120, env=environment,
    )  # fmt: skip


async def test_everybody_is_judged_and_judged_again_without_anybody_being_told_twice(
    own_dsn: str, tmp_path: Path
) -> None:
    done = passport(own_dsn, tmp_path, "bench", "levels", "--workers", "200", "--json", "--dsn", own_dsn)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() == {row.key for row in ROWS}
    assert all(value > 0 for value in found.values())
    connection = await asyncpg.connect(own_dsn)
    told = await connection.fetchval("SELECT count(*) FROM event")
    assert told > 0
    again = passport(own_dsn, tmp_path, "judge", "--processes", "2")
    assert (again.returncode, again.stdout.split()[0]) == (0, "200"), again.stderr
    assert await connection.fetchval("SELECT count(*) FROM event") == told
    assert await connection.fetchval("SELECT count(*) FROM standing") > 0
    await connection.close()
