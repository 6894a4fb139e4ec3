"""The map of the mission is complete and does not promise what no test holds."""

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ROWS: list[dict[str, Any]] = tomllib.loads((ROOT / "docs/requirements.toml").read_text(encoding="utf-8"))["row"]
EXPECTED = dict(zip("ABCDEFGHIJKLM", (30, 30, 26, 32, 29, 18, 14, 19, 28, 15, 12, 17, 14), strict=True))
STATES = {"works", "partly", "not yet", "out"}


@cache
def _tests_in(path: str) -> frozenset[str]:
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    if file.suffix != ".py":
        return frozenset(_titles(file.read_text(encoding="utf-8")))
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(f.name for f in functions if f.name.startswith("test_"))


def _titles(text: str) -> list[str]:
    """Read what a TypeScript test calls itself: the first string after `test(` or `it(`."""
    openings = [text[i + len(word) :] for word in ("test(", "it(") for i in _places(text, word)]
    return [rest[1:].split(rest[0], 1)[0] for rest in openings if rest[:1] in {"'", '"', "`"}]


def _places(text: str, word: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


def test_every_row_of_the_paper_is_here_once_and_in_order() -> None:
    expected = [f"{group}{n:02}" for group, count in EXPECTED.items() for n in range(1, count + 1)]
    assert [row["id"] for row in ROWS] == expected
    assert len(expected) == 284


def test_every_row_has_a_name_in_both_languages_and_a_known_state() -> None:
    for row in ROWS:
        assert set(row) == {"id", "name", "state", "reason", "tests"}, row["id"]
        assert "/" in row["name"], row["id"]
        assert row["state"] in STATES, row["id"]


def test_what_is_out_or_partly_there_says_why() -> None:
    assert [row["id"] for row in ROWS if row["state"] in {"partly", "out"} and not row["reason"]] == []


def test_what_is_out_is_what_was_decided_to_be_out() -> None:
    out = {row["id"] for row in ROWS if row["state"] == "out"}
    assert out == {"E24", "E29", "G13", "H12", "H18", "H19", "L02", "L04", "L06", "L08", "L15"}


def test_what_works_is_held_by_a_test() -> None:
    assert [row["id"] for row in ROWS if row["state"] == "works" and not row["tests"]] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row["tests"]], ids=lambda row: str(row["id"]))
def test_every_named_test_exists(row: dict[str, Any]) -> None:
    missing = [name for name in row["tests"] if name.partition("::")[2] not in _tests_in(name.partition("::")[0])]
    assert missing == []
