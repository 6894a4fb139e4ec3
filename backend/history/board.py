"""The morning board of a site (朝の確認): a reading, no table (docs/decisions/0018-sites-and-structure.md)."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.history import board_statements as statements
from backend.history.board_rules import Lack, Line, Standing, lacks, standing
from backend.kit import database

MOST_SHOWN = 5000
ALWAYS = date.max


class Person(NamedTuple):
    """Somebody on the board."""

    row: database.Row
    standing: Standing
    lacks: list[Lack]


class Board(NamedTuple):
    """A site's morning: people, the most pressing first, and readers."""

    site: database.Row
    day: date
    people: list[Person]
    readers: list[database.Row]


async def read(site_id: int, site_number: str, day: date) -> Board:
    """Read who is expected, who is in, and who lacks what."""
    (site,) = await database.fetch(statements.SITE, site_id)
    rows = await database.fetch(statements.PEOPLE, site_id, day, site_number, MOST_SHOWN)
    people = [_person(row, day) for row in rows]
    order = list(Standing)
    people.sort(key=lambda person: order.index(person.standing))  # stable: within, by tier, company and name
    return Board(site, day, people, list(await database.fetch(statements.READERS, site_id)))


def people_on(board: Board) -> set[UUID]:
    """Tell whose data the board shows."""
    return {person.row["worker_id"] for person in board.people}


def _person(row: database.Row, day: date) -> Person:
    held = Lack(row["reason"], row["until"]) if row["reason"] is not None else None
    line = Line(
        listed=row["company_id"] is not None,
        present=row["entry_at"] is not None,
        card_until=row["card_until"],
        employed=row["employed"],
        company_until=row["company_until"] or ALWAYS,
        held=held,
        claimed=row["claimed"],
    )
    found = lacks(line, day)
    return Person(row, standing(line, found), found)


def seen_ago_s(reader: database.Row, now: datetime) -> int | None:
    """Tell how many seconds ago a reader was heard; None: never."""
    return None if reader["seen_at"] is None else max(0, round((now - reader["seen_at"]).total_seconds()))
