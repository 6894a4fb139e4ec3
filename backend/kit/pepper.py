"""Hash short secrets so that a copy of the database alone does not tell them.

The pepper is PASSPORT_PEPPER, or a file in the data folder that is made once.  Several machines need the same.
"""

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

from backend.settings import settings

FILE = "pepper"


def peppered(*parts: bytes) -> bytes:
    """Hash parts of which each says its length, 32 bytes."""
    message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.digest(_pepper(), message, "sha256")


@cache
def _pepper() -> bytes:
    given = settings().pepper
    return given.encode() if given else read_or_make(settings().data / FILE)


def read_or_make(path: Path) -> bytes:
    """Read the pepper's file; the first process to ask makes it, readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_name(f"{path.name}.{os.getpid()}")
        whole.touch(mode=0o600)
        whole.write_text(secrets.token_hex(32), "ascii")
        with suppress(FileExistsError):
            os.link(whole, path)
        whole.unlink()
    return path.read_bytes()
