"""Keys of our own on the curve P-256, kept as files of the data folder.

A key is made at the first need, and another whenever one wants: the newest signs, those before stay readable.  Its file
is named after its use, the instant it was made, and its id, which is the beginning of a hash of its public half.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from backend.kit import clock

PRIVATE, PUBLIC = ".key.pem", ".public.pem"
_SINCE = "%Y%m%dT%H%M%S%fZ"


class PublicKey(NamedTuple):
    """A public half, and when the key was made."""

    id: bytes
    key: EllipticCurvePublicKey
    since: datetime


class PrivateKey(NamedTuple):
    """A private half."""

    id: bytes
    key: EllipticCurvePrivateKey


class KeyFiles(NamedTuple):
    """The keys of one use in a folder."""

    folder: Path
    use: str
    """The first word of their files' names, without a hyphen."""
    id_bytes: int

    def public(self) -> list[PublicKey]:
        """List the public halves, newest first; makes the first key if there is none."""
        return [_read_public(path, self.id_bytes) for path in reversed(self._ensure(PUBLIC))]

    def newest(self) -> PrivateKey:
        """Give the key that signs; makes the first one if there is none."""
        return _read_private(self._ensure(PRIVATE)[-1], self.id_bytes)

    def find(self, key_id: bytes) -> PrivateKey | None:
        """Find a key by its id; None where its private half is not here."""
        kept = (_read_private(path, self.id_bytes) for path in self._list(PRIVATE))
        return next((key for key in kept if key.id == key_id), None)

    def rotate(self, at: datetime) -> PublicKey:
        """Make a further key, which signs from now on."""
        with self._lock():
            return _read_public(self._add(at), self.id_bytes)

    def _ensure(self, ending: str) -> list[Path]:
        """List a kind of files, oldest first; processes that start together make one key."""
        found = self._list(ending)
        if found:
            return found
        with self._lock():
            if not self._list(ending):
                self._add(clock.now())
        return self._list(ending)

    def _list(self, ending: str) -> list[Path]:
        return sorted(self.folder.glob(f"{self.use}-*{ending}"))

    @contextmanager
    def _lock(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / f"{self.use}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _add(self, at: datetime) -> Path:
        """Add a key; its public half is there before anything is signed with it."""
        taken = {path.name.removesuffix(PUBLIC).split("-")[-1] for path in self._list(PUBLIC)}
        key = generate_private_key(SECP256R1())
        while _id(key.public_key(), self.id_bytes).hex() in taken:
            key = generate_private_key(SECP256R1())
        name = f"{self.use}-{at:{_SINCE}}-{_id(key.public_key(), self.id_bytes).hex()}"
        public = self.folder / f"{name}{PUBLIC}"
        pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        _write(public, pem, 0o644)
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        _write(self.folder / f"{name}{PRIVATE}", secret, 0o600)
        return public


def compressed(key: EllipticCurvePublicKey) -> bytes:
    """Write a public key as a compressed point of 33 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def uncompressed(key: EllipticCurvePublicKey) -> bytes:
    """Write a public key as an uncompressed point of 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _id(key: EllipticCurvePublicKey, length: int) -> bytes:
    return sha256(compressed(key)).digest()[:length]


@cache
def _read_public(path: Path, id_bytes: int) -> PublicKey:
    key = load_pem_public_key(path.read_bytes())
    assert isinstance(key, EllipticCurvePublicKey)  # noqa: S101  # we wrote it
    _, since, _ = path.name.removesuffix(PUBLIC).split("-")
    return PublicKey(_id(key, id_bytes), key, datetime.strptime(since, _SINCE).replace(tzinfo=UTC))


@cache
def _read_private(path: Path, id_bytes: int) -> PrivateKey:
    key = load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, EllipticCurvePrivateKey)  # noqa: S101  # we wrote it
    return PrivateKey(_id(key.public_key(), id_bytes), key)


def _write(path: Path, content: bytes, mode: int) -> None:
    half = path.with_suffix(".new")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(content)
    half.replace(path)
