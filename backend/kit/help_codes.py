"""Help codes: what six characters that somebody reads out stand for.

A reason of a day or a touch has the code of its kind (`refusals.help_code_of`).  A refused request gets one of its own,
kept for 30 days with the instant, the refusal and the address's pattern: nothing of who asked, or about whom.

Keeping them never delays an answer: they are noted in this process and written together by a task.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import asyncpg

from backend.kit import database
from backend.kit.arrays import columns
from backend.kit.refusals import HELP_LENGTH, HELP_LETTERS, catalogue, help_code_of

KEPT_FOR = timedelta(days=30)
WRITE_EVERY_S = 1.0
MOST_AT_ONCE = 50
"""A process keeps no more in a second, so that a flood of refused requests fills no disk."""

KEEP = """
INSERT INTO help_code (help, at, code, method, path)
SELECT * FROM unnest($1::text[], $2::text::timestamptz[], $3::text[], $4::text[], $5::text[])
"""
LOOK_UP = "SELECT help, at, code, method, path FROM help_code WHERE help = $1 ORDER BY at DESC"


class Helped(NamedTuple):
    """One refused request: its help code, when, the refusal's code, and what was asked without its particulars."""

    help: str
    at: datetime
    code: str
    method: str
    path: str


class HelpCodes:
    """The codes that this process gave and has not written yet."""

    def __init__(self) -> None:
        """Begin with none."""
        self._noted: list[Helped] = []

    def note(self, helped: Helped) -> None:
        """Remember one, unless there are too many."""
        if len(self._noted) < MOST_AT_ONCE:
            self._noted.append(helped)

    async def run(self) -> None:
        """Write what was noted, for ever; what a database that is away did not take is tried again."""
        while True:
            await asyncio.sleep(WRITE_EVERY_S)
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await self.write()

    async def write(self) -> None:
        """Write what was noted."""
        noted = self._noted[:]
        if noted:
            await keep(noted)
            self._noted = self._noted[len(noted) :]


async def keep(helped: Sequence[Helped]) -> None:
    """Keep what some codes stand for."""
    async with database.transaction() as db:
        await db.execute(KEEP, *columns(helped, len(Helped._fields), texts={0, 2, 3, 4}))


async def look_up(help_code: str) -> list[Helped]:
    """Find the refused requests that a code was given to, newest first."""
    return [Helped(*row) for row in await database.fetch(LOOK_UP, help_code)]


async def clean(at: datetime) -> None:
    """Drop what is older than 30 days."""
    async with database.transaction() as db:
        await db.execute("DELETE FROM help_code WHERE at < $1", at - KEPT_FOR)


def kinds_of(help_code: str) -> list[str]:
    """Name the refusals whose reasons are shown under a code."""
    return [code for code in catalogue() if help_code_of(code) == help_code]


def read_help_code(said: str) -> str | None:
    """Read a code as somebody says or types it; None where it is none.

    >>> read_help_code("h4t 9wr")
    'H4T9WR'
    """
    letters = "".join(said.split()).upper()
    return letters if len(letters) == HELP_LENGTH and set(letters) <= set(HELP_LETTERS) else None
