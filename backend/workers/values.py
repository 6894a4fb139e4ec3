"""The values of a worker's items: kept as entries, the newest speaks; what lists need also stands in `worker`."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import database
from backend.kit.item_values import Given, ItemTable
from backend.kit.items import Value
from backend.workers import statements
from backend.workers.errors import ItemFixedError
from backend.workers.items import items
from backend.workers.trades import number_of

VALUES = ItemTable("worker_item", "worker_id")
COLUMNS = ("name", "name_kana", "name_latin", "birth_date", "prefecture")
"""Items that also stand in `worker`, in columns of their name."""
NOT_KEPT = frozenset({"identity_number"})
"""Only its keyed hash is kept, so that nobody is registered twice."""


async def keep(
    worker_id: UUID,
    given: Iterable[Given],
    *,
    by: UUID | None,
    at: datetime,
    application_id: UUID | None = None,
    fixed: bool = False,
) -> list[str]:
    """Keep values of items, and give the items that changed.

    Args:
        worker_id: whose they are.
        given: judged values.
        by: the account that says so.
        at: when.
        application_id: where they were applied for.
        fixed: whether items may change that no application changes: at registration, or by the operator.

    Raises:
        ItemFixedError: one of them is fixed and stands already.
    """
    async with database.transaction():
        new = await write(worker_id, given, by=by, at=at, application_id=application_id)
        wrong = next((one for one in new if not fixed and items().item[one].fixed), None)
        if wrong is not None:
            raise ItemFixedError(at=wrong)
        if new:
            await events.record(EventKind.WORKER_CHANGED, "{}", worker_id)
    return new


async def write(
    worker_id: UUID, given: Iterable[Given], *, by: UUID | None, at: datetime, application_id: UUID | None = None
) -> list[str]:
    """Write values of items and what also stands in `worker`, tell nobody, and give the items that changed."""
    async with database.transaction() as db:
        told = [one for one in given if one.item not in NOT_KEPT]
        new = await VALUES.keep(worker_id, told, by=by, at=at, application_id=application_id)
        for one in new:
            if one.item in COLUMNS:
                await db.execute(f"UPDATE worker SET {one.item} = $2 WHERE id = $1", worker_id, _column(one))
            elif one.item == "trades" and isinstance(one.value, list):
                await _keep_trades(worker_id, one.value)
    return [one.item for one in new]


def trade_numbers(value: Value) -> list[int]:
    """Read the trades of a judged value, the main one first."""
    codes = value if isinstance(value, list) else []
    return [number for number in map(number_of, codes) if number is not None]


async def _keep_trades(worker_id: UUID, codes: list[str]) -> None:
    trades = trade_numbers(codes)
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET main_trade = $2 WHERE id = $1", worker_id, trades[0])
        await db.execute("DELETE FROM worker_trade WHERE worker_id = $1", worker_id)
        await db.executemany(statements.TRADE, [(worker_id, trade, n == 0) for n, trade in enumerate(trades)])


def _column(given: Given) -> object:
    if given.item == "birth_date":
        return date.fromisoformat(str(given.value))
    return given.value
