"""No tracked file names where packages came from, or a place of one person's machine."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "registry.yarnpkg" + ".com",
    "npmmirror" + ".com",
]
PLACES = ["/home" + "/", "/Us" + "ers/", "/ro" + "ot/", str(ROOT) + "/"]


@cache
def texts() -> dict[str, str]:
    """Every tracked or new file that is text; without git, every file of the folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  git is where it is
        check=False,
        capture_output=True,
        cwd=ROOT,
    )
    if listed.returncode:
        pytest.skip("not a git clone")
    names = [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    found = {}
    for name in names:
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found[name] = content.decode(errors="replace")
    return found


def _naming(words: list[str]) -> list[str]:
    return [f"{name}: {word}" for name, text in texts().items() for word in words if word in text]


def test_no_file_names_a_registry() -> None:
    assert _naming(REGISTRIES) == []


def test_no_file_names_a_place_of_one_machine() -> None:
    assert _naming(PLACES) == []


def test_the_locks_have_a_hash_for_everything() -> None:
    for name in ("requirements/run.txt", "requirements/check.txt"):
        entries = [entry for entry in texts()[name].split("\n") if "==" in entry and not entry.startswith((" ", "#"))]
        assert entries
        assert all(entry.endswith("\\") for entry in entries), name
