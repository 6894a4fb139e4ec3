"""The application for a level, filled in on paper, for bodies that take it by post (能力評価申請)."""

from datetime import date
from uuid import UUID

from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.levels import road
from backend.levels.criteria import LEVELS, name_of
from backend.levels.standards import Level
from backend.passport import statements
from backend.passport.papers import Paper, Table, table_of
from backend.passport.words import plain, say
from backend.qualifications import catalogue
from backend.qualifications import service as qualifications


async def level_paper(worker_id: UUID, field: str, level: str, language: Language) -> Paper:
    """Fill in an application: who, which level of which field, what is asked and what is there.

    Raises:
        NotFoundError: no such field or level.
    """
    if level not in {f"{one}" for one in LEVELS}:
        raise NotFoundError
    standard, walker, counted, _ = await road.walk(worker_id, field, clock.now())
    asked = next(one for one in standard.levels if f"{one.level}" == level)
    (row,) = await database.fetch(statements.NAMES, worker_id)
    facts = [
        (_say("name", language), f"{row['name']}（{row['name_kana']}）"),
        (_say("worker_number", language), row["worker_number"]),
        (_say("birth_date", language), f"{row['birth_date']}"),
        (_say("evaluation_field", language), f"{field} {plain(name_of(field, language))}"),
        (_say("level_asked", language), level),
    ]
    days = [
        [_say("days", language), _needed(asked), f"{counted.days}", f"{counted.certified or ''}"],
        [_say("led_days", language), f"{asked.foreman_days}", f"{counted.foreman(asked.foreman_counts)}", ""],
    ]
    header = ["", *(_say(key, language) for key in ("asked_for", "there_is", "of_it_certified"))]
    tables = [table_of(header, days), await _qualifications(worker_id, walker.today, language)]
    return Paper(_say("level_sheet", language), facts, tables, wide=False)


def _needed(asked: Level) -> str:
    return " / ".join(f"{days}" for days in sorted({route.days for route in asked.routes}))


async def _qualifications(worker_id: UUID, today: date, language: Language) -> Table:
    held = [one for one in await qualifications.list_of(worker_id) if one.counts(today)]
    header = [_say(key, language) for key in ("qualification", "issuer", "issued_on", "expires_on")]
    rows = [[_name(one, language), one.issuer, f"{one.issued_on}", f"{one.expires_on or '–'}"] for one in held]
    return table_of(header, rows)


def _name(kept: qualifications.Kept, language: Language) -> str:
    """Write the official name, and beside it what it is in another language."""
    said = catalogue.name_of(kept.key, language) if kept.key else kept.name
    return kept.name if language in {Language.JA, Language.JA_EASY} else f"{kept.name}\n{plain(said)}"


def _say(key: str, language: Language) -> str:
    return plain(say(key, language))
