"""Sheets on paper, and the whole passport as a sealed one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from backend.kit import database
from backend.kit.clock import JAPAN
from backend.kit.refusals import Language
from backend.kit.sealing import NAME, seal
from backend.kit.sheets import Cell
from backend.kit.typesetting import families, typeset
from backend.passport import statements
from backend.passport.sheets import Rows, Sheet
from backend.passport.words import plain, say
from backend.settings import Mode, settings

TEMPLATE = Path(__file__).with_name("paper.typ")
NARROW, MANY = 6.5, 30
"""From so many columns on, all but the first and the last share the width."""


class Table(msgspec.Struct, frozen=True):
    """A table as the template takes it."""

    title: str
    header: list[str]
    rows: list[list[str]]
    size: float
    flexible: list[int]
    columns: int


class Paper(msgspec.Struct, frozen=True):
    """A paper before it is set."""

    title: str
    facts: list[tuple[str, str]]
    tables: list[Table]
    wide: bool
    attached: str | None = None


async def make_paper(paper: Paper, at: datetime, language: Language) -> bytes:
    """Set a paper."""
    stamp = f"{plain(say('as_of', language))} {at.astimezone(JAPAN):%Y-%m-%d %H:%M}"
    sample = f" · {say('sample', language)}" if settings().mode is Mode.SAMPLE else ""
    data: dict[str, object] = msgspec.to_builtins(paper)
    data |= {"foot": f"{NAME} · {stamp}{sample}", "by": NAME}
    data |= {"lang": language.partition("-")[0], "fonts": families(language)}
    return await typeset(TEMPLATE, data, settings().fonts)


async def make_sealed(paper: Paper, at: datetime, language: Language) -> bytes:
    """Set a paper and seal it."""
    return await seal(await make_paper(paper, at, language), settings().data / "keys")


async def facts_of(worker_id: UUID, language: Language) -> list[tuple[str, str]]:
    """Tell whose paper it is."""
    (row,) = await database.fetch(statements.NAMES, worker_id)
    facts = {"name": f"{row['name']}（{row['name_kana']}）", "worker_number": row["worker_number"]}
    return [(plain(say(key, language)), value) for key, value in facts.items()]


def paper_of(sheet: Sheet, facts: list[tuple[str, str]]) -> Paper:
    """Put a sheet on paper."""
    return Paper(sheet.title, facts, [table_of(sheet.header, sheet.rows), *map(_below, sheet.below)], wide=True)


def table_of(header: Sequence[Cell], rows: Sequence[Sequence[Cell]], title: str = "") -> Table:
    """Make a table; the last column takes what is left of the width."""
    width = len(header)
    flexible = list(range(1, width - 1)) if width >= MANY else [width - 1]
    return Table(title, _texts(header), [_texts(row) for row in rows], NARROW, flexible, width)


def _below(rows: Rows) -> Table:
    """Make a short table; its first row is its header."""
    return Table("", _texts(rows[0]), [_texts(row) for row in rows[1:]], NARROW + 1, [], len(rows[0]))


def _texts(cells: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in cells]
