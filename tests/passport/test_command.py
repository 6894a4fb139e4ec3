"""The command finds its commands and says what they do."""

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from passport import __main__ as command
from passport import environment
from passport.commands.requirements import table
from passport.people import Person, login_address

ROOT = Path(__file__).parents[2]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--help"])
    said = capsys.readouterr().out
    assert all(re.search(rf"^  {name} ", said, re.MULTILINE) for name in command.COMMANDS)


@pytest.mark.parametrize("where", [where for where, _ in command.COMMANDS.values() if ".commands." in where])
def test_every_command_has_its_two_functions(where: str) -> None:
    module = importlib.import_module(where)
    assert callable(module.add_arguments)
    assert callable(module.run)


def test_a_command_nobody_has_written_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(command.COMMANDS, "later", ("passport.later.command", "what comes later"))
    assert command.call("later", []) == os.EX_UNAVAILABLE
    assert "not here yet" in capsys.readouterr().err


def test_a_broken_command_is_not_taken_for_a_missing_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_command.py").write_text("import no_such_module_anywhere\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_module_anywhere"):
        command._load("broken_command")


def test_requirements_are_counted_by_group_and_state() -> None:
    rows = "".join(f'[[row]]\nid = "{id_}"\nstate = "{state}"\n' for id_, state in (("A01", "works"), ("A02", "out")))
    lines = table("# A. People\n" + rows).splitlines()
    assert lines[1].split() == ["A", "People", "1", "0", "0", "1", "2"]
    assert lines[-1].split() == ["all", "1", "0", "0", "1", "2"]


def test_a_sample_login_is_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSPORT_ORIGIN", "http://localhost:8001")
    assert login_address(Person("taro", "見本 太郎", "鉄筋工", 2, "")) == "http://localhost:8001/door?person=taro"


def test_the_address_follows_the_port_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSPORT_PORT", "8000")
    monkeypatch.setenv("PASSPORT_ORIGIN", "")
    environment.serve_at(8001)
    assert os.environ["PASSPORT_ORIGIN"] == "http://localhost:8001"
    environment.serve_at(8002)
    assert os.environ["PASSPORT_ORIGIN"] == "http://localhost:8001"


def test_it_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "passport", "requirements"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
