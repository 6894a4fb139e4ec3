"""Install exactly what a lock file names into the environment whose Python runs this.

Needs nothing but Python: the environment may be without pip, which is committed beside this file as a wheel.

    .venv/bin/python requirements/install.py run.txt
"""

# ruff: noqa: INP001  a script of its own: the environment it fills is still empty

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
START = """#!/bin/sh
exec "$(dirname "$0")/python" -P -m passport "$@"
"""


def main() -> int:
    """Install one lock file, and make the project itself importable."""
    lock = HERE / sys.argv[1]
    number = len(re.findall(r"^[a-z0-9][\w.-]*==", lock.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE))
    tell(f"Installing {number} locked packages ({lock.name}): about a minute the first time.\n")
    returned = install(lock, number)
    if returned == 0:
        link_project()
    return returned


def install(lock: Path, number: int) -> int:
    """Run pip out of its wheel, saying at which package it is."""
    pip = next(HERE.glob("pip-*.whl")) / "pip"
    options = ["--require-hashes", "--only-binary=:all:", "--no-compile", "--disable-pip-version-check"]
    command = [sys.executable, str(pip), "install", *options, "--no-input", "--progress-bar=off", "-r", str(lock)]
    said: list[str] = []
    seen = 0
    with subprocess.Popen(  # noqa: S603  our own pip
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        for line in running.stdout or ():
            said.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                name = re.split(r"==| in ", line.split(": ")[-1].removeprefix("Collecting "))[0]
                tell(f"  {seen:3} of at most {number}: {name.strip()}")
            elif line.startswith("Installing collected"):
                tell("  unpacking")
    tell("")
    if running.returncode:
        sys.stderr.write("".join(said[-15:]))
        sys.stderr.write(f"\nThe packages of {lock.name} could not be installed; the lines above say why.\n")
    return running.returncode


def tell(line: str) -> None:
    """Show where we are, on one line of a terminal that is written over."""
    if sys.stdout.isatty():
        sys.stdout.write(f"\r\033[K{line}")
    elif line:
        sys.stdout.write(line.rstrip("\n") + "\n")
    sys.stdout.flush()


def link_project() -> None:
    """Put the project's folder on the path, and the command `passport` beside python."""
    Path(sysconfig.get_path("purelib"), "worker_passport.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    command = Path(sysconfig.get_path("scripts"), "passport")
    command.write_text(START, encoding="utf-8")
    command.chmod(0o755)


if __name__ == "__main__":
    sys.exit(main())
