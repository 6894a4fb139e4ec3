"""What the tests need from the system: a browser, fonts of every language we speak, and Redis where we may install it.

Nothing is ever downloaded by Playwright.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MACOS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
_FONTS = Path("/usr/share/fonts")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk", "fonts-noto-core", "redis-server")
_WRITTEN = ("ja", "zh-cn", "vi", "my")
"""Languages that not every font knows."""


def find_chromium() -> Path | None:
    """Find Chromium: PASSPORT_CHROMIUM, else on the path, else where macOS keeps it."""
    given = os.environ.get("PASSPORT_CHROMIUM")
    if given:
        return Path(given)
    named = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return Path(named) if named else next((path for path in _MACOS if path.exists()), None)


def has_fonts() -> bool:
    """Tell whether fonts know Japanese, Chinese, Vietnamese and Burmese; macOS always has some."""
    if sys.platform == "darwin":
        return True
    listing = shutil.which("fc-list")
    if listing is None:
        return any(_FONTS.rglob("*CJK*")) and any(_FONTS.rglob("*Myanmar*"))
    return all(_knows(listing, language) for language in _WRITTEN)


def _knows(listing: str, language: str) -> bool:
    found = subprocess.run([listing, f":lang={language}"], check=False, capture_output=True)
    return bool(found.stdout.strip())


def has_redis() -> bool:
    """Tell whether a Redis server can be started; without one its tests are skipped, and say so."""
    return shutil.which("redis-server") is not None


def how_to_get() -> str:
    """Say what to install."""
    if sys.platform == "darwin":
        return "install Chromium or Chrome (brew install --cask chromium)"
    return f"as root: apt-get install -y --no-install-recommends {' '.join(DEBIAN_PACKAGES)}"


def can_install() -> bool:
    """Tell whether we may install it ourselves: as root, on Debian or its like."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install() -> bool:
    """Install them from Debian; tells whether that worked."""
    apt = ["apt-get", "-q", "-y"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--no-install-recommends", *DEBIAN_PACKAGES]):
        if subprocess.run([*apt, *words], check=False, env=quiet, stdout=subprocess.DEVNULL).returncode:
            return False
    return True
