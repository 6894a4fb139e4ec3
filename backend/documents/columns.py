"""The columns of the lists: their names, and the cells of a row."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from backend.history.evidence import grade, unpack
from backend.kit import clock, database
from backend.kit.refusals import Language
from backend.kit.sheets import Cell
from backend.sites.service import Position
from backend.workers import trades

COUNTED = "○"
DAYS = tuple(f"day{day:02}" for day in range(1, 32))
MONTHS = tuple(f"month{number:02}" for number in range(1, 13))
WHO = ("workerNumber", "name", "nameKana")
RECORD = (
    "workDate", *WHO, "companyNumber", "company", "firstTier", "tier", "trade", "position", "content", "harmful",
    "certificates", "entry", "exit", "presented", "grade", "receivedAt", "recognisedOn", "approvedOn",
)  # fmt: skip


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word of the office's lists."""

    ja: str
    en: str


@cache
def all_words() -> dict[str, Words]:
    """Read the words of the lists once."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8")), dict[str, Words])


def say(key: str, language: Language) -> str:
    """Say a word; the office reads Japanese or English."""
    words = all_words()[key]
    return words.en if language is Language.EN else words.ja


def head_of(column: str, first: date, language: Language) -> str:
    """Name a column: a day or a month by its figure, everything else by its word."""
    if column in DAYS:
        return str(DAYS.index(column) + 1)
    if column in MONTHS:
        return f"{clock.add_months(first, MONTHS.index(column)):%Y-%m}"
    return say(column, language)


def name_cells(row: database.Row) -> dict[str, Cell]:
    """Say who it is, and where he stands."""
    cells: dict[str, Cell] = {"workerNumber": row["worker_number"], "name": row["name"], "nameKana": row["name_kana"]}
    if "company" in row:
        return cells | {"company": row["company"]}
    return cells | {"main": COUNTED if row["main"] else None, "since": f"{row['since']}"}


def month_cells(mask: int) -> dict[str, Cell]:
    """Mark the days of a month that count, and their number."""
    marks: dict[str, Cell] = {name: COUNTED for day, name in enumerate(DAYS) if mask >> day & 1}
    return marks | {"days": mask.bit_count()}


def year_cells(first: date, masks: Mapping[date, int]) -> dict[str, Cell]:
    """Count the days of twelve months, and their sum."""
    days = [masks.get(clock.add_months(first, number), 0).bit_count() for number in range(len(MONTHS))]
    return {**dict(zip(MONTHS, days, strict=True)), "days": sum(days)}


def record_cells(row: database.Row, language: Language) -> dict[str, Cell]:
    """Say one work day with its fields (資料6, page 9 of the source paper) and its evidence."""
    evidence = unpack(row["evidence"])
    return {
        "workDate": f"{row['work_date']}",
        "workerNumber": row["worker_number"],
        "name": row["name"],
        "nameKana": row["name_kana"],
        "companyNumber": row["company_number"],
        "company": row["company"],
        "firstTier": row["first_tier"],
        "tier": row["tier"],
        "trade": trades.name_of(row["trade"], language),
        "position": say(Position(row["position"]).name.lower(), language),
        "content": row["content"],
        "harmful": row["harmful"],
        "certificates": row["certificates"],
        "entry": _time(row["entry_at"]),
        "exit": _time(row["exit_at"]),
        "presented": say(evidence.presented.name.lower(), language),
        "grade": grade(evidence).value,
        "receivedAt": _instant(row["received_at"]),
        "recognisedOn": f"{row['recognised_on']}",
        "approvedOn": f"{row['approved_on']}" if row["approved_on"] else None,
    }


def _time(at: datetime | None) -> str | None:
    return f"{at.astimezone(clock.JAPAN):%H:%M}" if at else None


def _instant(at: datetime) -> str:
    return f"{at.astimezone(clock.JAPAN):%Y-%m-%d %H:%M:%S}"
