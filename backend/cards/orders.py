"""Cards ordered, issued and sent (カードの発行・再発行)."""

from datetime import date, datetime, timedelta
from enum import IntEnum
from uuid import UUID

import msgspec

from backend.cards import dates, service, statements
from backend.cards.errors import CardOrderedError, CardSerialTakenError
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database, ids
from backend.kit.errors import NotFoundError
from backend.workers import card_codes


class OrderReason(IntEnum):
    """Why a card is made; the number is kept, so it never changes its meaning."""

    FIRST = 1
    RENEWAL = 2
    LOST = 3
    DAMAGED = 4
    UNREADABLE = 5
    WITHHELD = 6
    """A former employer keeps it."""
    PRINT_CHANGED = 7
    LEVEL = 8


STOPPED_AT_ONCE = {OrderReason.LOST, OrderReason.WITHHELD}
"""The old card is not in its holder's hand."""


class Order(msgspec.Struct, frozen=True):
    """A card that waits to be made or sent."""

    id: UUID
    worker_id: UUID
    worker_number: str
    name: str
    reason: OrderReason
    level: int
    ordered_at: datetime
    issued_at: datetime | None


class Issued(msgspec.Struct, frozen=True, rename="camel"):
    """What is printed on a new card; the digits are shown this once."""

    serial: str
    digits: str
    level: int
    issued_on: date
    expires_on: date


async def order(worker_id: UUID, reason: OrderReason, *, by: UUID | None, at: datetime) -> UUID:
    """Order a card.  One that is not in its holder's hand is stopped at once.

    Raises:
        CardOrderedError: one is on its way already.
    """
    order_id = ids.new_event_id()
    async with database.transaction() as db:
        level = await db.fetchval("SELECT level FROM worker WHERE id = $1 FOR UPDATE", worker_id)
        if level is None:
            raise NotFoundError
        if await db.fetch(statements.ORDER_WAITS, worker_id):
            raise CardOrderedError
        if reason in STOPPED_AT_ONCE and await db.fetch(statements.ANY_CARD, worker_id):
            await service.report_loss(worker_id, at)
        await db.execute(statements.ORDER, worker_id, order_id, reason, level, at, by)
        await events.record(EventKind.CARD_ORDERED, f'{{"reason":"{reason.name.lower()}"}}', worker_id)
    return order_id


async def order_in_colour(worker_id: UUID, level: int, *, by: UUID | None, at: datetime) -> None:
    """Order a card in the colour of a new level; one that is ordered and not made yet takes the colour instead."""
    async with database.transaction() as db:
        if not await db.fetch(statements.RECOLOUR, worker_id, level):
            await order(worker_id, OrderReason.LEVEL, by=by, at=at)


async def list_waiting() -> list[Order]:
    """List the orders that are not issued and sent, the oldest first."""
    return [
        Order(row[0], row[1], row[2], row[3], OrderReason(row[4]), *tuple(row)[5:])
        for row in await database.fetch(statements.ORDERS)
    ]


async def issue(order_id: UUID, serial: str, at: datetime, *, identified: bool = True) -> Issued:
    """Issue the card of an order: it counts from now on, and older ones for some days more.

    Raises:
        NotFoundError: no such order, or it was issued or cancelled.
        CardSerialTakenError: another card has this serial.
    """
    today = clock.japan_date(at)
    async with database.transaction() as db:
        row = await db.fetchrow(statements.TAKE_ORDER, order_id)
        if row is None:
            raise NotFoundError
        if await db.fetch("SELECT FROM card_lookup WHERE card_serial = $1", serial):
            raise CardSerialTakenError
        worker_id, ordered_on = row["worker_id"], clock.japan_date(row["ordered_at"])
        end = dates.expires_on(row["birth_date"], ordered_on, today, dates.facts(), identified=identified)
        last = today + timedelta(days=dates.facts().old_card_days)
        for statement in (statements.OLD_CARDS_END, statements.OLD_LOOKUPS_END):
            await db.execute(statement, worker_id, last)
        await service.issue(worker_id, serial, level=row["level"], issued_on=today, expires_on=end)
        await db.execute(statements.ISSUED, worker_id, order_id, serial, at, end)
        digits = await card_codes.draw(worker_id, at)
    return Issued(serial, digits, row["level"], today, end)


async def send(order_id: UUID, parcel: str | None, at: datetime) -> None:
    """Keep that a card is on its way, by a parcel where it has a number.

    Raises:
        NotFoundError: no such card, or it was sent.
    """
    async with database.transaction() as db:
        worker_id = await db.fetchval(statements.SENT, order_id, parcel, at)
        if worker_id is None:
            raise NotFoundError
        body = msgspec.json.encode({"parcel": parcel}).decode()
        await events.record(EventKind.CARD_SENT, body, worker_id)


async def cancel(order_id: UUID, at: datetime) -> None:
    """Cancel an order that is not issued.

    Raises:
        NotFoundError: no such order, or it was issued.
    """
    async with database.transaction() as db:
        if await db.fetchval(statements.CANCELLED, order_id, at) is None:
            raise NotFoundError


async def worker_of(order_id: UUID) -> UUID | None:
    """Tell whose an order is."""
    rows = await database.fetch(statements.WHOSE_ORDER, order_id)
    return rows[0][0] if rows else None


async def tell_expiring(at: datetime) -> int:
    """Tell holders whose card runs out, once for each notice; tell how many were told."""
    today, facts = clock.japan_date(at), dates.facts()
    far = clock.add_months(clock.month_of(today), max(facts.notices_months) + 1)
    notices: list[tuple[UUID, str, int, date, datetime]] = []
    told: list[Event] = []
    async with database.transaction() as db:
        for worker_id, serial, end, before in await db.fetch(statements.CARDS_EXPIRING, today, far):
            new = [months for months in dates.notices_due(end, today, facts) if months not in before]
            notices += [(worker_id, serial, months, end, at) for months in new]
            if new:
                body = f'{{"months":{min(new)},"until":"{end}"}}'
                told.append(Event(worker_id, ids.new_event_id(), EventKind.CARD_EXPIRING, body))
        await db.executemany(statements.CARD_NOTICE, notices)
        await events.record_all(told)
    return len(told)
