"""The targets that the documents promise are there, each with its line."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISED = (
    "setup run test check format lock migrate api pwa pwa-size browser bench docs requirements rebuild-totals clean"
)


def test_help_lists_every_target_with_a_line() -> None:
    command = ["make", "--no-print-directory", "help"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    told = {line.split()[1]: line.split()[2:] for line in said.splitlines()}
    assert set(PROMISED.split()) <= set(told)
    assert all(told.values())


@pytest.mark.parametrize(("asked", "works"), [("", True), ("python3-that-is-nowhere", False)])
def test_a_python_is_found_or_it_is_said_what_to_do(asked: str, works: bool) -> None:
    done = subprocess.run(
        ["sh", "requirements/python.sh", asked],  # noqa: S607  a POSIX system has it
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (done.returncode == 0) is works
    assert ("older than 3.11" in done.stderr) is not works
