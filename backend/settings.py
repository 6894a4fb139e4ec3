"""Every setting, typed, read once from the environment.  Named in docs/settings.md."""

import os
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

FONTS = Path(__file__).parent.parent / "pwa" / "node_modules" / "@expo-google-fonts"


class Mode(StrEnum):
    """How the product runs: with invented people one can be, or for real."""

    SAMPLE = "sample"
    PRODUCTION = "production"


class Settings(msgspec.Struct, frozen=True):
    """What an operator may choose."""

    dsn: str
    """PASSPORT_DSN: where PostgreSQL is."""
    redis_url: str | None
    """REDIS_URL: a Redis for rate limits and live updates of several processes; never truth."""
    mode: Mode
    """PASSPORT_MODE: sample or production."""
    origin: str
    """PASSPORT_ORIGIN: the address people type."""
    data: Path
    """PASSPORT_DATA: the folder for everything kept beside the database."""
    files: str | None
    """PASSPORT_FILES: a bucket for photos, papers and exports; without it, a folder in the data folder."""
    pwa: Path
    """PASSPORT_PWA: the built phone app."""
    fonts: Path
    """PASSPORT_FONTS: the folder with the font packages of the papers."""
    pool: int
    """PASSPORT_POOL: connections to PostgreSQL per process."""
    pepper: str | None
    """PASSPORT_PEPPER: what short secrets are hashed with; without it, a file in the data folder."""
    push_inside: frozenset[str]
    """PASSPORT_PUSH_INSIDE: origins of our own network that push messages may go to; sample mode only."""


@cache
def settings() -> Settings:
    """Read the environment, once."""
    given = os.environ
    return Settings(
        dsn=given.get("PASSPORT_DSN", "postgresql:///passport"),
        redis_url=given.get("REDIS_URL") or None,
        mode=Mode(given.get("PASSPORT_MODE", Mode.PRODUCTION)),
        origin=given.get("PASSPORT_ORIGIN", "http://localhost:8000"),
        data=Path(given.get("PASSPORT_DATA", ".data")),
        files=given.get("PASSPORT_FILES") or None,
        pwa=Path(given.get("PASSPORT_PWA", Path(__file__).parent.parent / "pwa" / "dist")),
        fonts=Path(given.get("PASSPORT_FONTS", FONTS)),
        pool=int(given.get("PASSPORT_POOL", "8")),
        pepper=given.get("PASSPORT_PEPPER") or None,
        push_inside=frozenset(given.get("PASSPORT_PUSH_INSIDE", "").replace(" ", "").split(",")) - {""},
    )
