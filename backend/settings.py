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
    smtp: str | None
    """PASSPORT_SMTP: the mail server that takes our mail over, as smtps://user:secret@host; without it, no mail."""
    mail_from: str | None
    """PASSPORT_MAIL_FROM: the address that mail comes from."""
    mail_bounces: str | None
    """PASSPORT_MAIL_BOUNCES: the domain, or one address, that mail comes back to."""
    bounces: Path | None
    """PASSPORT_BOUNCES: the Maildir in which mail that came back lies."""
    line_token: str | None
    """PASSPORT_LINE_TOKEN: the channel access token of our LINE account; without it, no LINE."""
    line_secret: str | None
    """PASSPORT_LINE_SECRET: the channel secret, by which LINE signs what it sends us."""
    line_api: str
    """PASSPORT_LINE_API: where LINE's Messaging API is."""
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
        smtp=given.get("PASSPORT_SMTP") or None,
        mail_from=given.get("PASSPORT_MAIL_FROM") or None,
        mail_bounces=given.get("PASSPORT_MAIL_BOUNCES") or None,
        bounces=Path(given["PASSPORT_BOUNCES"]) if given.get("PASSPORT_BOUNCES") else None,
        line_token=given.get("PASSPORT_LINE_TOKEN") or None,
        line_secret=given.get("PASSPORT_LINE_SECRET") or None,
        line_api=given.get("PASSPORT_LINE_API") or "https://api.line.me",
        push_inside=frozenset(given.get("PASSPORT_PUSH_INSIDE", "").replace(" ", "").split(",")) - {""},
    )
