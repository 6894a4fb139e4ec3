"""The embedded PostgreSQL starts, stays for as long as somebody uses it, and comes back after a crash."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import asyncpg
import pytest

from passport import postgres
from passport.postgres import PostgresError, Server, settings
from passport.postgres.account import account_for


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database is made already."""
    data = tmp_path_factory.mktemp("made") / "data"
    with postgres.running(data):
        pass
    return data


async def test_it_answers_in_utf8_durably_and_by_no_network(made: Path) -> None:
    with postgres.running(made) as dsn:
        connection = await asyncpg.connect(dsn)
        names = ("server_encoding", "fsync", "listen_addresses", "synchronous_commit")
        said = [await connection.fetchval(f"SHOW {name}") for name in names]
        await connection.close()
    assert said == ["UTF8", "on", "", "on"]


def test_its_socket_is_private_and_its_path_short_enough(made: Path) -> None:
    with postgres.running(made) as dsn:
        folder = Path(dsn.partition("host=")[2])
        assert len(str(folder / ".s.PGSQL.5432")) < 100
        assert folder.stat().st_mode & 0o777 == 0o700


def test_its_socket_leaves_a_temporary_folder_whose_path_is_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("long" * 20)))
    assert len(Server(tmp_path).dsn.partition("host=")[2]) < 60


def test_it_ends_with_its_last_user(made: Path) -> None:
    server = Server(made)
    with postgres.running(made):
        with postgres.running(made):
            pass
        assert server.is_running()
    assert not server.is_running()


def test_a_second_start_changes_nothing(made: Path) -> None:
    server = Server(made)
    with postgres.running(made):
        first = server.pid
        server.start()
        assert server.pid == first


def test_one_asked_to_stay_stays_until_it_is_stopped(made: Path) -> None:
    postgres.keep_running(made)
    try:
        with postgres.running(made):
            pass
        assert Server(made).is_running()
    finally:
        postgres.stop(made)
    assert not Server(made).is_running()


async def test_what_was_committed_is_there_after_a_kill(made: Path) -> None:
    server = Server(made)
    with postgres.running(made) as dsn:
        connection = await asyncpg.connect(dsn)
        await connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
        await connection.execute("INSERT INTO kept VALUES (7)")
        assert server.pid is not None
        os.kill(server.pid, signal.SIGKILL)
        connection.terminate()
        while server.is_running():  # noqa: ASYNC110  a killed process sends no event
            await asyncio.sleep(0.01)
        server.start()
        again = await asyncpg.connect(dsn)
        assert 7 in {row["n"] for row in await again.fetch("SELECT n FROM kept")}
        await again.close()


def test_a_stale_file_with_another_programs_number_does_not_keep_it_from_starting(made: Path) -> None:
    server = Server(made)
    folder = server.folder
    stale = [str(os.getpid()), str(folder), "1", "5432", "/tmp/none", "", "1 1", "ready   "]  # noqa: S108  what the file would say
    (folder / "postmaster.pid").write_text("\n".join(stale), encoding="utf-8")
    assert not server.is_running()
    with postgres.running(made):
        assert server.is_running()


def test_the_server_of_a_killed_owner_is_taken_over(made: Path) -> None:
    program = (
        "import pathlib, sys, time; from passport import postgres\n"
        "with postgres.running(pathlib.Path(sys.argv[1])): print('up', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(made)], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "up\n"
        orphan = Server(made).pid
        owner.kill()
    with postgres.running(made):
        assert Server(made).pid == orphan
    assert not Server(made).is_running()


def test_an_initialised_one_starts_within_a_second(made: Path) -> None:
    began = time.monotonic()
    with postgres.running(made):
        took = time.monotonic() - began
    # Usually 0.05 s; the rest is for a busy machine.
    assert took < 5


def test_an_interrupted_first_start_is_begun_anew(tmp_path: Path) -> None:
    half = tmp_path / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n", encoding="ascii")
    with postgres.running(tmp_path):
        assert Server(tmp_path).is_running()
    assert not half.exists()


def test_data_of_another_version_is_left_alone_and_said(made: Path) -> None:
    version = made / "postgres" / "PG_VERSION"
    was = version.read_text(encoding="ascii")
    version.write_text("13\n", encoding="ascii")
    try:
        with pytest.raises(PostgresError, match="made by PostgreSQL 13"), postgres.running(made):
            pass
    finally:
        version.write_text(was, encoding="ascii")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to step down")
def test_as_root_it_works_below_a_closed_folder_whose_mode_stays(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with postgres.running(closed / "data"):
        assert Server(closed / "data").is_running()
    assert closed.stat().st_mode & 0o777 == 0o700
    assert (closed / "data" / "postgres").stat().st_uid != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make another's folder")
def test_as_root_it_runs_as_the_owner_of_the_data(tmp_path: Path) -> None:
    os.chown(tmp_path, 4711, -1)
    assert account_for(tmp_path, tmp_path).uid == 4711


def test_the_settings_are_written_with_the_compression_the_programs_have() -> None:
    assert "wal_compression = lz4" in settings.settings(Path("/s"), lz4=True)
    assert "wal_compression = pglz" in settings.settings(Path("/s"), lz4=False)
