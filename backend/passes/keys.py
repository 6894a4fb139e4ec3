"""The keys by which the register signs passes, kept in the data folder.

A key is made at the first need, and another whenever one wants: the newest signs, all public halves stay published.
"""

import fcntl
import os
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
from backend.passes.layout import KEY_ID

LOCK = "pass.lock"
PRIVATE, PUBLIC = ".key.pem", ".public.pem"
_NAME = "pass-{since:%Y%m%dT%H%M%S%fZ}-{id}"


class PublishedKey(NamedTuple):
    """A public key of the register, and when it was made."""

    id: bytes
    public_key: bytes
    """A point of P-256, compressed."""
    since: datetime


class SigningKey(NamedTuple):
    """The register's newest key."""

    id: bytes
    private: EllipticCurvePrivateKey


def published(folder: Path) -> list[PublishedKey]:
    """List the public keys, newest first; makes the first one if there is none."""
    return [_published(path) for path in reversed(_ensure(folder, PUBLIC))]


def signing_key(folder: Path) -> SigningKey:
    """Give the key that signs; makes the first one if there is none."""
    return _signing(_ensure(folder, PRIVATE)[-1])


def rotate(folder: Path, at: datetime) -> PublishedKey:
    """Make a further key, which signs from now on."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _published(_make(folder, at))


def _ensure(folder: Path, ending: str) -> list[Path]:
    """List a kind of files, oldest first; processes that start together make one key."""
    found = _list(folder, ending)
    if found:
        return found
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _list(folder, ending):
            _make(folder, clock.now())
    return _list(folder, ending)


def _list(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"pass-*{ending}"))


def _make(folder: Path, at: datetime) -> Path:
    """Make a key; its public half is there before anything is signed with it."""
    taken = {path.name.removesuffix(PUBLIC)[-2 * KEY_ID :] for path in _list(folder, PUBLIC)}
    key = generate_private_key(SECP256R1())
    while _id(key.public_key()).hex() in taken:
        key = generate_private_key(SECP256R1())
    name = _NAME.format(since=at, id=_id(key.public_key()).hex())
    public = folder / f"{name}{PUBLIC}"
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _write(public, pem, 0o644)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _write(folder / f"{name}{PRIVATE}", secret, 0o600)
    return public


def _id(key: EllipticCurvePublicKey) -> bytes:
    return sha256(_compressed(key)).digest()[:KEY_ID]


def _compressed(key: EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


@cache
def _published(path: Path) -> PublishedKey:
    key = load_pem_public_key(path.read_bytes())
    assert isinstance(key, EllipticCurvePublicKey)  # noqa: S101  # we wrote it
    _, since, _ = path.name.removesuffix(PUBLIC).split("-")
    made = datetime.strptime(since, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
    return PublishedKey(_id(key), _compressed(key), made)


@cache
def _signing(path: Path) -> SigningKey:
    key = load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, EllipticCurvePrivateKey)  # noqa: S101  # we wrote it
    return SigningKey(_id(key.public_key()), key)


def _write(path: Path, content: bytes, mode: int) -> None:
    half = path.with_suffix(".new")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(content)
    half.replace(path)
