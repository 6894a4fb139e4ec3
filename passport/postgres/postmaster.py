"""What `postmaster.pid` says: which process serves a data folder, where, and whether it is ready.

After SIGKILL or a power cut the file stays behind; its process number may by then belong to another program.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_LINES = 8


@dataclass(frozen=True)
class Postmaster:
    """The server of a data folder, as its file tells."""

    pid: int
    socket_folder: Path
    is_ready: bool


def read(cluster: Path) -> Postmaster | None:
    """Read the file; None where it is missing or not yet written to its end."""
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    if len(lines) < _LINES:
        return None
    return Postmaster(int(lines[0]), Path(lines[4]), lines[7].strip() == "ready")


def is_taken(pid: int) -> bool:
    """Tell whether any process has this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_alive(pid: int) -> bool:
    """Tell whether a process exists, runs, and is a PostgreSQL."""
    if not is_taken(pid):
        return False
    state, command = _look_at(pid)
    return not state.startswith("Z") and "postgres" in command


def _look_at(pid: int) -> tuple[str, str]:
    """Give the state and the command of a process."""
    proc = Path(f"/proc/{pid}")
    if not proc.parent.joinpath("self").exists():
        said = subprocess.run(["ps", "-o", "stat=,comm=", "-p", str(pid)], check=False, capture_output=True, text=True)  # noqa: S607  macOS has no /proc
        state, _, command = said.stdout.strip().partition(" ")
        return state, command
    try:
        command, _, rest = (proc / "stat").read_text(encoding="utf-8").partition("(")[2].rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return "Z", ""
    return rest.strip(), command
