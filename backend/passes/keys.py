"""The keys by which the register signs passes, kept in the data folder.

A key is made at the first need, and another whenever one wants: the newest signs, all public halves stay published.
"""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from backend.kit.key_files import KeyFiles, PublicKey, compressed
from backend.passes.layout import KEY_ID


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
    return [_published(key) for key in _files(folder).public()]


def signing_key(folder: Path) -> SigningKey:
    """Give the key that signs; makes the first one if there is none."""
    return SigningKey(*_files(folder).newest())


def rotate(folder: Path, at: datetime) -> PublishedKey:
    """Make a further key, which signs from now on."""
    return _published(_files(folder).rotate(at))


def _files(folder: Path) -> KeyFiles:
    return KeyFiles(folder, "pass", KEY_ID)


def _published(key: PublicKey) -> PublishedKey:
    return PublishedKey(key.id, compressed(key.key), key.since)
