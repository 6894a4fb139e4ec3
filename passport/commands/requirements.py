"""`passport requirements`: how far the mission is, by group and state."""

import argparse
import re
import tomllib
from collections import Counter
from pathlib import Path

from passport import environment

STATES = ("works", "partly", "not yet", "out")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--file", type=Path, default=environment.ROOT / "docs" / "requirements.toml")


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    print(table(arguments.file.read_text(encoding="utf-8")))
    return 0


def table(text: str) -> str:
    """Count the rows of a map; a group is the first letter of the id, its name a comment such as `# A. People`."""
    names = dict(re.findall(r"^# ([A-Z])\. (.+)$", text, re.MULTILINE))
    counts = Counter((row["id"][0], row["state"]) for row in tomllib.loads(text)["row"])
    groups = sorted({group for group, _ in counts})
    width = max([len(names.get(group, "")) for group in groups], default=0)
    lines = [_line("", "", width, [*STATES, "rows"])]
    for group in groups:
        figures = [counts[group, state] for state in STATES]
        lines.append(_line(group, names.get(group, ""), width, [*figures, sum(figures)]))
    sums = [sum(counts[group, state] for group in groups) for state in STATES]
    return "\n".join([*lines, _line("", "all", width, [*sums, sum(sums)])])


def _line(group: str, name: str, width: int, figures: list[int] | list[str]) -> str:
    return f"{group:1} {name:<{width}}" + "".join(f"{figure:>9}" for figure in figures)
