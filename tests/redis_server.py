"""A Redis of a test's own: on loopback, keeping nothing."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis

from tests.product import free_port


@contextmanager
def run_redis(folder: Path) -> Iterator[str]:
    """Give the address of a Redis that ends with the block."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("Redis is optional, and none is installed (Debian: redis-server)")
    port = free_port()
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)]
    server = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"redis://127.0.0.1:{port}/0"
    try:
        with redis.Redis.from_url(url) as client:
            for _ in range(100):
                try:
                    client.ping()
                    break
                except redis.ConnectionError:
                    time.sleep(0.05)
        yield url
    finally:
        server.terminate()
        server.wait(10)
