"""Register a worker from judged items, once: a person's document leads to one registration (0017)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.items import ItemState, Value
from backend.kit.pepper import peppered
from backend.workers import service, statements, values
from backend.workers.errors import AlreadyRegisteredError, DetailedAlreadyError
from backend.workers.items import Form
from backend.workers.service import NewWorker

LEVEL_AT_FIRST = 1
"""Whoever has not been judged is of level 1 (white)."""


class Registration(NamedTuple):
    """What is registered: a form's judged values, and which of them are proven by what."""

    form: Form
    values: Mapping[str, Value]
    proofs: Mapping[str, UUID]
    """Item → the photo or paper that proved it to the reviewers."""
    none: frozenset[str] = frozenset()
    """Items whose proof did not hold: registered as none (無)."""


async def register(
    told: Registration,
    *,
    by: UUID | None,
    at: datetime,
    employer_id: int | None = None,
    application_id: UUID | None = None,
) -> UUID:
    """Register a worker.

    Raises:
        AlreadyRegisteredError: somebody is registered with this document.
    """
    birth = date.fromisoformat(str(told.values["birth_date"]))
    async with database.transaction() as db:
        latin = told.values.get("name_latin")
        new = NewWorker(
            name=str(told.values["name"]),
            name_kana=str(told.values["name_kana"]),
            name_latin=str(latin) if latin is not None else None,
            birth_date=birth,
            prefecture=int(str(told.values["prefecture"])),
            level=LEVEL_AT_FIRST,
            main_trade=values.trade_numbers(told.values["trades"])[0],
            registered_on=clock.japan_date(at),
            employer_id=employer_id,
        )
        worker_id = await service.register(new)
        await db.execute("UPDATE worker SET form = $2 WHERE id = $1", worker_id, told.form)
        await claim_person(worker_id, str(told.values["identity_number"]), birth)
        await values.write(worker_id, _given(told), by=by, at=at, application_id=application_id)
        await events.record(EventKind.WORKER_REGISTERED, "{}", worker_id)
    return worker_id


async def upgrade(
    worker_id: UUID, told: Registration, *, by: UUID | None, at: datetime, application_id: UUID | None = None
) -> None:
    """Make a simplified registration a detailed one; what is given besides is kept.

    Raises:
        DetailedAlreadyError: it is detailed already.
    """
    async with database.transaction() as db:
        if await db.fetchval(statements.UPGRADE, worker_id, Form.DETAILED) is None:
            raise DetailedAlreadyError
        await values.keep(worker_id, _given(told), by=by, at=at, application_id=application_id)


async def claim_person(worker_id: UUID, identity_number: str, birth: date) -> None:
    """Keep whose document it is, as a keyed hash.

    Raises:
        AlreadyRegisteredError: it is another's.
    """
    async with database.transaction() as db:
        if await db.fetchval(statements.CLAIM_PERSON, person_key(identity_number, birth), worker_id) != worker_id:
            raise AlreadyRegisteredError


async def is_known(identity_number: str, birth: date) -> bool:
    """Tell whether somebody is registered with this document; says nothing about whom."""
    return bool(await database.fetch(statements.KNOWN_PERSON, person_key(identity_number, birth)))


async def alike(birth: date, name_kana: str) -> list[str]:
    """List the numbers of those with the same birth date and name in kana: a hint for reviewers, no proof."""
    return [row[0] for row in await database.fetch(statements.ALIKE, birth, name_kana)]


def person_key(identity_number: str, birth: date) -> bytes:
    """Hash what identifies a person; spaces, dashes and letter case of the number do not matter."""
    plain = "".join(letter for letter in identity_number.upper() if letter.isalnum())
    return peppered(b"person", plain.encode(), birth.isoformat().encode())


def _given(told: Registration) -> list[Given]:
    return [*filter(None, (_one(told, item, value) for item, value in told.values.items()))]


def _one(told: Registration, item: str, value: Value) -> Given | None:
    if item in told.none:
        return Given(item, None, ItemState.NONE)
    if value is None:
        return None
    return Given(item, value, ItemState.PROVEN if item in told.proofs else ItemState.CLAIMED, told.proofs.get(item))
