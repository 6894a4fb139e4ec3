"""Register many people at once, set by set: a set is one transaction, and a document leads to one registration."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database, ids
from backend.kit.items import ItemState, Value
from backend.kit.numbers import NumberKind, make_number
from backend.workers import statements, values
from backend.workers.items import Form
from backend.workers.registering import LEVEL_AT_FIRST, person_key

WORKER = (
    "id", "worker_number", "name", "name_kana", "name_latin", "birth_date", "prefecture", "level", "main_trade",
    "registered_on", "form",
)  # fmt: skip
ITEM = ("worker_id", "item", "id", "value", "state", "proof_id", "kept_at", "kept_by", "application_id")


class Person(NamedTuple):
    """Somebody to be registered: judged values, and the main employer's id and first day."""

    values: Mapping[str, Value]
    employer_id: int | None
    since: date


class Registered(NamedTuple):
    """What became of somebody."""

    number: str
    new: bool
    """False: the document was that of somebody who is registered; the number is theirs."""


class _New(NamedTuple):
    id: UUID
    number: str
    person: Person


async def register_all(people: Sequence[Person], form: Form, *, by: UUID | None, at: datetime) -> list[Registered]:
    """Register a set of people in one transaction, in their order.

    Everything that `registering.register` writes is written here too.
    """
    keys = [person_key(str(one.values["identity_number"]), _birth(one)) for one in people]
    async with database.transaction() as db:
        # In the order of a single registration, the number first, so that neither waits for the other for ever.
        numbers = await ids.take("worker", len(people)) if people else range(0)
        ours = {key: uuid4() for key in keys}
        order = sorted(ours)
        taken = await db.fetch(statements.CLAIM_PEOPLE, order, [ours[key] for key in order])
        claimed = {row["key"] for row in taken}
        first_of = {key: place for place, key in reversed(list(enumerate(keys)))}
        firsts = [place for place, key in enumerate(keys) if key in claimed and first_of[key] == place]
        new = [
            _New(ours[keys[place]], make_number(NumberKind.WORKER, n), people[place])
            for place, n in zip(firsts, numbers, strict=False)
        ]
        await _write(db, new, form, by=by, at=at)
        known = await db.fetch(statements.NUMBERS_OF_PEOPLE, order)
    number_of = {row["key"]: row["worker_number"] for row in known}
    made = set(firsts)
    return [Registered(number_of[key], place in made) for place, key in enumerate(keys)]


async def _write(db: database.Lent, new: Sequence[_New], form: Form, *, by: UUID | None, at: datetime) -> None:
    if not new:
        return
    today = clock.japan_date(at)
    workers = [_worker_row(one, form, today) for one in new]
    trades = [row for one in new for row in _trade_rows(one)]
    employed = [(one.id, one.person.employer_id, one.person.since, None, True) for one in new if one.person.employer_id]
    entries = [row for one in new for row in _item_rows(one, by, at)]
    await db.copy_records_to_table("worker", records=workers, columns=WORKER)
    await db.copy_records_to_table("worker_number", records=[(one.number, one.id) for one in new])
    await db.copy_records_to_table("worker_trade", records=trades)
    await db.copy_records_to_table("employment", records=employed)
    await db.copy_records_to_table("worker_item", records=entries, columns=ITEM)
    told = ids.new_event_ids(len(new))
    await events.record_all(
        [Event(one.id, event, EventKind.WORKER_REGISTERED, "{}") for one, event in zip(new, told, strict=True)]
    )


def _worker_row(new: _New, form: Form, today: date) -> tuple[object, ...]:
    said = new.person.values
    return (
        new.id, new.number, said["name"], said["name_kana"], said.get("name_latin"), _birth(new.person),
        said["prefecture"], LEVEL_AT_FIRST, values.trade_numbers(said["trades"])[0], today, form,
    )  # fmt: skip


def _trade_rows(new: _New) -> list[tuple[object, ...]]:
    return [(new.id, trade, n == 0) for n, trade in enumerate(values.trade_numbers(new.person.values["trades"]))]


def _item_rows(new: _New, by: UUID | None, at: datetime) -> list[tuple[object, ...]]:
    said = [(item, one) for item, one in new.person.values.items() if one is not None and item not in values.NOT_KEPT]
    return [
        (new.id, item, entry, msgspec.json.encode(one).decode(), ItemState.CLAIMED, None, at, by, None)
        for (item, one), entry in zip(said, ids.new_event_ids(len(said)), strict=True)
    ]


def _birth(person: Person) -> date:
    return date.fromisoformat(str(person.values["birth_date"]))
