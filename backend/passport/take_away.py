"""Everything the register keeps about one worker, to take away: as data, and as a sealed paper with the data inside."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.history import evidence
from backend.kit import database
from backend.kit.clock import JAPAN
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.kit.texts import word
from backend.levels.criteria import name_of
from backend.passport import take_away_statements as statements
from backend.passport.answers import Answer
from backend.passport.months import position_word
from backend.passport.papers import Paper, table_of
from backend.passport.service import answer_trade
from backend.passport.words import plain, say
from backend.workers.trades import number_of

SCHEMA_VERSION = 1
"""Grows when a field changes its meaning or goes; a new field alone does not make it grow.  See docs/data.md."""

Row = dict[str, Any]


class TakeAway(Answer, frozen=True):
    """All data about one worker.  What each section holds is in docs/data.md."""

    schema_version: int
    made_at: datetime
    worker: Row
    trades: list[Row]
    employments: list[Row]
    cards: list[Row]
    values: list[Row]
    offers: list[Row]
    card_orders: list[Row]
    card_notices: list[Row]
    applications: list[Row]
    assignments: list[Row]
    work_days: list[Row]
    held_days: list[Row]
    lone_exits: list[Row]
    month_totals: list[Row]
    career: Row | None
    claims: list[Row]
    corrections: list[Row]
    qualifications: list[Row]
    experience: list[Row]
    standings: list[Row]
    evaluations: list[Row]
    level_applications: list[Row]
    chosen_fields: list[Row]
    events: list[Row]
    notices: list[Row]
    addresses: list[Row]
    notice_settings: list[Row]
    passkeys: list[Row]
    consents: list[Row]
    views: list[Row]
    pass_keys: list[Row]
    pass_checks: list[Row]
    recoveries: list[Row]
    sessions: list[Row]


async def take_away(worker_id: UUID, at: datetime) -> TakeAway:
    """Gather everything, as of one moment.

    Raises:
        NotFoundError: no such worker.
    """
    found: dict[str, list[Row]] = {}
    async with database.transaction() as db:
        for name, statement in statements.SECTIONS.items():
            found[name] = [_row(row) for row in await db.fetch(statement, worker_id)]
    if not found["worker"]:
        raise NotFoundError
    worker, career = found.pop("worker")[0], found.pop("career")
    made_at = at.astimezone(JAPAN).replace(microsecond=0)
    return TakeAway(SCHEMA_VERSION, made_at, worker, career=career[0] if career else None, **found)


def paper_of(data: TakeAway, language: Language) -> Paper:
    """Put it on paper: who, how many days, and every work day; the data are attached."""
    worker, career = data.worker, data.career or {}
    facts = [
        (_say("name", language), f"{worker['name']}（{worker['nameKana']}）"),
        (_say("worker_number", language), worker["workerNumber"]),
        (_say("birth_date", language), f"{worker['birthDate']}"),
        (_say("level", language), f"{worker['level']}"),
        (_say("trade", language), _trade(worker["mainTrade"], language) or "–"),
        (_say("days", language), f"{career.get('days', 0)}"),
        (_say("since", language), f"{career.get('firstOn') or '–'}"),
    ]
    header = [
        _say(key, language) for key in ("date", "entry", "exit", "trade", "position", "grade", "employer", "site")
    ]
    rows = [_line(row, language) for row in data.work_days]
    attached = msgspec.json.encode(data).decode()
    return Paper(_say("month_title", language), facts, [table_of(header, rows)], wide=False, attached=attached)


def _line(row: Row, language: Language) -> Sequence[str | None]:
    return [
        f"{row['workDate']}",
        f"{row['entryAt']:%H:%M}",
        f"{row['exitAt']:%H:%M}" if row["exitAt"] else None,
        _trade(row["trade"], language),
        _say(row["position"], language),
        row["evidence"]["grade"],
        row["employer"],
        row["site"],
    ]


def _trade(said: str | None, language: Language) -> str | None:
    """Say a trade of the data, which is in Japanese, in the language of the paper."""
    number = number_of(said.partition(" ")[0]) if said else None
    trade = answer_trade(number, language) if number else None
    return f"{trade.code} {plain(trade.name)}" if trade else said


def _say(key: str, language: Language) -> str:
    return plain(say(key, language))


def _row(row: Mapping[str, object]) -> Row:
    return {word(name): _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> object:  # noqa: ANN401  # whatever a column holds
    """Write a value so that it can be read without the register."""
    if isinstance(value, datetime):
        return value.astimezone(JAPAN)
    if value is None or isinstance(value, date):
        return value
    if name.endswith("trade"):
        trade = answer_trade(value, Language.JA)
        return f"{trade.code} {trade.name}" if trade else f"{value}"
    if name == "field":
        return f"{value} {name_of(value)}"
    if name == "position":
        return position_word(value)
    if name == "evidence":
        vector = evidence.unpack(value)
        words = {word(field): word(getattr(vector, field).name) for field in ("presented", "device", "seen_by")}
        return words | {"placeKnown": vector.place_known, "grade": evidence.grade(vector)}
    return value
