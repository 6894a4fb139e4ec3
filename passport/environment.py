"""What the command reads from the environment, and hands on to the processes it starts."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PWA = ROOT / "pwa"
BIN = Path(sys.prefix) / "bin"
"""Where python, node and npm of this environment are."""


LONGEST_FOLDER = 60


def data() -> Path:
    """PASSPORT_DATA: where everything is kept."""
    return Path(os.environ.get("PASSPORT_DATA") or ROOT / ".data").absolute()


def port() -> int:
    """PASSPORT_PORT: where the product is reached."""
    return int(os.environ.get("PASSPORT_PORT") or 8000)


def origin() -> str:
    """PASSPORT_ORIGIN: the address people type."""
    return os.environ.get("PASSPORT_ORIGIN") or f"http://localhost:{port()}"


def folder_for_sockets() -> Path:
    """Tell a temporary folder whose path is short: a socket's may have about 100 characters."""
    usual = tempfile.gettempdir()
    return Path(usual if len(usual) <= LONGEST_FOLDER else "/tmp")  # noqa: S108  what lies in it is made private


def serve_at(number: int) -> None:
    """Choose the port; the address people type follows, unless PASSPORT_ORIGIN names it."""
    os.environ["PASSPORT_PORT"] = str(number)
    os.environ["PASSPORT_ORIGIN"] = origin()


def hand_on() -> None:
    """Set for the processes we start what they would otherwise have to guess."""
    os.environ["PASSPORT_DATA"] = str(data())
    os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")
    if str(BIN) not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
