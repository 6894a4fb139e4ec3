"""What is wrong is seen, and it is said what to do."""

import os
import socket
from pathlib import Path

import pytest

from passport import postgres
from passport.doctor import checks, database
from passport.doctor.finding import Finding

ROOT = Path(__file__).parents[3]


def test_an_old_python_is_wrong() -> None:
    assert not checks.python((3, 10, 4)).is_right
    assert checks.python((3, 14, 0)).is_right


def test_the_environment_is_what_the_locks_say() -> None:
    for lock in ("run.txt", "check.txt"):
        assert checks.packages(ROOT / "requirements" / lock).is_right, lock


def test_a_package_of_another_version_or_none_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text(
        "litestar==1.0 \\\n    --hash=sha256:0\nno-such-thing==2\nelsewhere==1 ; os_name == 'nt' \\\n", encoding="utf-8"
    )
    found = checks.packages(lock)
    assert not found.is_right
    assert "locked 1.0" in found.seen
    assert "no-such-thing is missing" in found.seen
    assert "elsewhere" not in found.seen
    assert found.remedy == "make setup"


def test_a_missing_node_is_said(tmp_path: Path) -> None:
    assert not checks.node(tmp_path / "node").is_right


def test_the_phone_app_is_wrong_when_missing_or_older_than_a_source(tmp_path: Path) -> None:
    assert checks.phone_app(tmp_path).seen == "not built"
    built, source = tmp_path / "dist" / "index.html", tmp_path / "src" / "main.tsx"
    for path in (built, source):
        path.parent.mkdir()
        path.touch()
    os.utime(source, (1, 1))
    assert checks.phone_app(tmp_path).is_right
    os.utime(built, (0, 0))
    assert not checks.phone_app(tmp_path).is_right


def test_a_taken_port_is_wrong() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert not checks.port(other.getsockname()[1]).is_right


def test_the_disk_is_looked_at_where_the_data_will_be(tmp_path: Path) -> None:
    assert str(tmp_path) in checks.disk(tmp_path / "not" / "yet").seen


async def test_a_database_that_does_not_answer_is_wrong_and_nothing_raises(tmp_path: Path) -> None:
    dsn = f"postgresql://nobody@/none?host={tmp_path}"
    assert not (await database.postgres(dsn)).is_right
    assert not (await database.migrations(dsn, tmp_path)).is_right


async def test_a_missing_migration_is_counted(tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text('ID = "2026-01-01T00:00:00:000000"\n', encoding="utf-8")
    with postgres.running(tmp_path / "data") as dsn:
        assert (await database.postgres(dsn)).is_right
        found = await database.migrations(dsn, tmp_path)
    assert (found.is_right, found.remedy) == (False, "make migrate")


@pytest.mark.parametrize(("url", "is_right"), [(None, True), ("redis://127.0.0.1:1", False)])
async def test_redis_is_only_asked_where_it_is_named(url: str | None, is_right: bool) -> None:
    assert (await database.redis(url)).is_right is is_right


def test_only_what_is_wrong_says_what_to_do() -> None:
    assert "make" not in str(Finding("x", is_right=True, seen="s", remedy="make x"))
    assert "make x" in str(Finding("x", is_right=False, seen="s", remedy="make x"))
