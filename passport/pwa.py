"""The phone's app: its packages and its build, each made only when what it comes from is newer."""

import json
import os
import subprocess
from pathlib import Path

from passport.environment import BIN, PWA

_NOT_SOURCES = {"node_modules", "dist", "test-results", "mock", ".vite"}


class BuildError(Exception):
    """npm ended with an error; it has said why."""


def packages(folder: Path = PWA) -> None:
    """Fetch the locked packages where the lock is newer than what is there.

    Raises:
        BuildError: npm could not.
    """
    lock, there = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if there.exists() and there.stat().st_mtime >= lock.stat().st_mtime:
        return
    print("Fetching the packages of the phone's app: about half a minute the first time.", flush=True)
    npm(folder, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    there.touch()


def build(folder: Path = PWA) -> None:
    """Build the app where a source is newer than the build.

    Raises:
        BuildError: npm could not.
    """
    if not is_stale(folder):
        return
    packages(folder)
    print("Building the phone's app: a few seconds.", flush=True)
    npm(folder, "run", "--silent", "build")


def script(name: str, *words: str, folder: Path = PWA) -> None:
    """Run a script of package.json with further words, if there is one of that name.

    Raises:
        BuildError: the script failed.
    """
    known = json.loads((folder / "package.json").read_text(encoding="utf-8"))["scripts"]
    if name not in known:
        print(f"pwa/package.json has no script `{name}`: skipped.", flush=True)
        return
    packages(folder)
    npm(folder, "run", "--silent", name, *(["--", *words] if words else []))


def is_stale(folder: Path = PWA) -> bool:
    """Tell whether the build is missing or older than a source."""
    built = folder / "dist" / "index.html"
    if not built.exists():
        return True
    return any(source.stat().st_mtime > built.stat().st_mtime for source in _sources(folder))


def _sources(folder: Path) -> list[Path]:
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if each not in _NOT_SOURCES]
        found += [Path(place) / each for each in files if ".test." not in each and not each.endswith(".md")]
    return found


def npm(folder: Path, *words: str) -> None:
    """Run npm of this environment's Node."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    ours = {**os.environ, "PATH": path, "npm_config_update_notifier": "false"}
    done = subprocess.run([BIN / "npm", *words], cwd=folder, check=False, env=ours)
    if done.returncode:
        message = f"`npm {' '.join(words)}` in {folder.name}/ ended with {done.returncode}; its lines above say why"
        raise BuildError(message)
