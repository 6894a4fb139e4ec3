"""Who used the cores: CPU time of the processes under test, which a busy machine changes less than rates.

Linux only; elsewhere nothing is told.
"""

import os
from pathlib import Path

PROC = Path("/proc")
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_PARENT, _USER, _SYSTEM = 1, 11, 12
"""Fields of /proc/N/stat, counted after the command's closing bracket."""

Used = dict[str, float]
"""Seconds of CPU by kind of process."""


def used_so_far(top: int) -> Used:
    """Add up what the processes below one have used, by kind."""
    used: Used = {}
    parents: dict[int, int] = {}
    fields: dict[int, list[str]] = {}
    for folder in PROC.glob("[0-9]*") if PROC.exists() else ():
        try:
            stat = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        fields[int(folder.name)] = stat
        parents[int(folder.name)] = int(stat[_PARENT])
    for pid, stat in fields.items():
        if _is_below(pid, top, parents):
            kind = _kind(pid)
            used[kind] = used.get(kind, 0.0) + (int(stat[_USER]) + int(stat[_SYSTEM])) / _TICKS_PER_S
    return used


def difference(before: Used, after: Used) -> Used:
    """Tell what was used in between."""
    return {kind: seconds - before.get(kind, 0.0) for kind, seconds in after.items()}


def _is_below(pid: int, top: int, parents: dict[int, int]) -> bool:
    while pid > 1:
        if pid == top:
            return True
        pid = parents.get(pid, 0)
    return False


def _kind(pid: int) -> str:
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return "other"
    for kind, mark in (("web", b"passport.serve.web"), ("jobs", b"passport.serve.jobs"), ("postgres", b"postgres")):
        if mark in command:
            return kind
    return "load" if pid == os.getpid() else "other"
