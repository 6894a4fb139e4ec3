"""The product, running: the command `passport serve` with its sample people, on a database of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.kit import clock

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_until_ready(origin: str) -> None:
    for _ in range(600):
        try:
            if httpx.get(f"{origin}/v1/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    pytest.fail("the product did not become ready in 30 s")


class Product:
    """A running product and the reader at the entrance of its sample site."""

    def __init__(self, origin: str, dsn: str, folder: Path) -> None:
        self.origin = origin
        self.dsn = dsn
        found = msgspec.json.decode((folder / "sample" / "reader-1.json").read_bytes())
        self.reader: str = found["readerNumber"]
        self.site: str = found["siteNumber"]
        self.cards: dict[str, str] = found["cards"]
        self.key = Ed25519PrivateKey.from_private_bytes(b64decode(found["privateKey"]))
        self._sequence = time.time_ns() // 1_000_000

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers that sign a body."""
        return {"passport-reader": self.reader, "passport-signature": b64encode(self.key.sign(body)).decode()}

    def tap(
        self, person: str | None, *, ago: timedelta = timedelta(0), out: bool = False, **changes: Any
    ) -> dict[str, Any]:
        """Let somebody's card be read, and give the answer."""
        self._sequence += 1
        now = clock.now()
        uptime_ms = 10**9
        touch = {
            "sequence": self._sequence,
            "token": self.cards[person] if person else "FFFFFFFFFFFF0001",
            "site": self.site,
            "at": (now - ago).isoformat(),
            "boot": "b1",
            "uptimeMs": uptime_ms - round(ago / timedelta(milliseconds=1)),
            "direction": "out" if out else "in",
            "presented": "secureCard",
        }
        frame = {"epoch": 1, "at": now.isoformat(), "boot": "b1", "uptimeMs": uptime_ms, "taps": [touch | changes]}
        body = msgspec.json.encode(frame)
        answer = httpx.post(f"{self.origin}/v1/taps", content=body, headers=self.signed(body), timeout=20)
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()["answers"][0]
        return said


def load_sample(dsn: str, folder: Path) -> None:
    """Load a little town of sample people, and leave their readers' keys in a folder."""
    environ = os.environ | {"PASSPORT_DSN": dsn, "PASSPORT_DATA": str(folder), "PASSPORT_MODE": "sample"}
    sample = [sys.executable, "-m", "passport", "sample", "--workers", "20", "--months", "2"]
    subprocess.run(sample, env=environ, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def run_product(
    dsn: str,
    folder: Path,
    *,
    processes: int = 1,
    environment: dict[str, str] | None = None,
    keys: Path | None = None,
) -> Iterator[Product]:
    """Serve until the block ends: the sample people to whose readers the keys belong, or such as are loaded first."""
    if keys is None:
        load_sample(dsn, folder)
    else:
        shutil.copytree(keys / "sample", folder / "sample")
    port = free_port()
    origin = f"http://localhost:{port}"
    environ = os.environ | {
        "PASSPORT_DSN": dsn,
        "PASSPORT_DATA": str(folder),
        "PASSPORT_MODE": "sample",
        "PASSPORT_PORT": str(port),
        "PASSPORT_ORIGIN": origin,
        "PASSPORT_PROCESSES": str(processes),
        **(environment or {}),
    }
    with (folder / "serve.log").open("wb") as log:
        serve = [sys.executable, "-m", "passport", "serve"]
        serving = subprocess.Popen(serve, env=environ, cwd=ROOT, stdout=log, stderr=log)
        try:
            wait_until_ready(origin)
            yield Product(origin, dsn, folder)
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(30)
