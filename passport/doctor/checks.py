"""The checks that need no database.  Each is quick, changes nothing, and takes what it looks at as arguments."""

import importlib.metadata
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from passport import browser, pwa
from passport.doctor.finding import Finding

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 22
LEAST_FREE_GIGABYTES = 2
_LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)\s*(?P<marker>;)?", re.MULTILINE
)


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Python is new enough."""
    seen = ".".join(map(str, version))
    return Finding("Python", version >= OLDEST_PYTHON, seen, "install Python 3.11 or newer, then: make clean setup")


def packages(lock: Path) -> Finding:
    """What is installed is what the lock names."""
    wrong = []
    for locked in _LOCKED.finditer(lock.read_text(encoding="utf-8")):
        try:
            installed = importlib.metadata.version(locked["name"])
        except importlib.metadata.PackageNotFoundError:
            # A package with a marker may be meant for another system.
            if not locked["marker"]:
                wrong.append(f"{locked['name']} is missing")
            continue
        if installed != locked["version"]:
            wrong.append(f"{locked['name']} is {installed}, locked {locked['version']}")
    seen = "; ".join(wrong[:3]) if wrong else f"as {lock.name} says"
    return Finding("packages", not wrong, seen, "make setup")


def node(program: Path) -> Finding:
    """Node is there and new enough to build the phone's app."""
    try:
        said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return Finding("Node", is_right=False, seen=f"no {program}", remedy="make setup")
    return Finding("Node", int(said.removeprefix("v").split(".")[0]) >= OLDEST_NODE, said, "make setup")


def phone_app(folder: Path) -> Finding:
    """The phone's app is built, and not older than its sources."""
    if not (folder / "dist" / "index.html").exists():
        return Finding("phone app", is_right=False, seen="not built", remedy="make pwa")
    stale = pwa.is_stale(folder)
    return Finding("phone app", not stale, "older than its sources" if stale else "built", "make pwa")


def port(number: int) -> Finding:
    """Nothing else listens where we want to."""
    with socket.socket() as knock:
        knock.settimeout(1)
        taken = knock.connect_ex(("127.0.0.1", number)) == 0
    remedy = f"end what listens there, or take another: make run PORT={number + 1}"
    return Finding("port", not taken, f"{number} is {'taken' if taken else 'free'}", remedy)


def disk(data: Path) -> Finding:
    """There is room for the data."""
    place = next(each for each in (data, *data.absolute().parents) if each.exists())
    free = shutil.disk_usage(place).free / 1e9
    remedy = f"free some room, or put PASSPORT_DATA elsewhere: at least {LEAST_FREE_GIGABYTES} GB"
    return Finding("disk", free >= LEAST_FREE_GIGABYTES, f"{free:.0f} GB free at {place}", remedy)


def browser_for_tests() -> Finding:
    """Chromium is there; only the tests need it."""
    found = browser.find_chromium()
    return Finding("Chromium", found is not None, str(found or "none (only tests need it)"), browser.how_to_get())


def font_for_tests() -> Finding:
    """Fonts know Japanese, Chinese, Vietnamese and Burmese; only the tests' pictures need them."""
    there = browser.has_fonts()
    said = "every language is there" if there else "a language is missing (tests only)"
    return Finding("fonts", there, said, browser.how_to_get())
