"""Keep the values of items as entries: the newest speaks, none is changed (docs/decisions/0017-the-register.md).

A domain names its table once: `VALUES = ItemTable("worker_item", "worker_id")`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.kit import database, ids
from backend.kit.items import ItemState, Value


class Given(NamedTuple):
    """A value that is to hold from now on."""

    item: str
    value: Value
    state: ItemState = ItemState.CLAIMED
    proof_id: UUID | None = None


class Kept(msgspec.Struct, frozen=True):
    """A value that was given."""

    item: str
    value: Value
    state: ItemState
    proof_id: UUID | None
    kept_at: datetime
    kept_by: UUID | None
    """The account; None where the register itself did it."""
    application_id: UUID | None


class ItemTable(NamedTuple):
    """Where the values of one kind of owner are kept."""

    table: str
    owner: str

    async def keep(
        self,
        owner_id: UUID | int,
        given: Iterable[Given],
        *,
        by: UUID | None,
        at: datetime,
        application_id: UUID | None = None,
    ) -> list[Given]:
        """Keep values; give those that are new.  A value that stands already is kept once."""
        async with database.transaction() as db:
            stands = await self.newest(owner_id)
            new = [one for one in given if not _stands(stands.get(one.item), one)]
            made = ids.new_event_ids(len(new))
            rows = [
                (owner_id, one.item, entry, _write(one.value), one.state, one.proof_id, at, by, application_id)
                for one, entry in zip(new, sorted(made), strict=True)
            ]
            await db.executemany(
                f"INSERT INTO {self.table} ({self.owner}, item, id, value, state, proof_id, kept_at, kept_by, "
                "application_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                rows,
            )
        return new

    async def newest(self, owner_id: UUID | int) -> dict[str, Kept]:
        """Give the value of each item that holds now."""
        rows = await database.fetch(
            f"SELECT DISTINCT ON (item) item, value, state, proof_id, kept_at, kept_by, application_id "
            f"FROM {self.table} WHERE {self.owner} = $1 ORDER BY item, id DESC",
            owner_id,
        )
        return {row["item"]: _kept(row) for row in rows}

    async def history(self, owner_id: UUID | int) -> list[Kept]:
        """Give every value there ever was, newest first."""
        rows = await database.fetch(
            f"SELECT item, value, state, proof_id, kept_at, kept_by, application_id "
            f"FROM {self.table} WHERE {self.owner} = $1 ORDER BY id DESC",
            owner_id,
        )
        return [_kept(row) for row in rows]


def _stands(kept: Kept | None, given: Given) -> bool:
    if kept is None:
        return given.value is None and given.state is ItemState.CLAIMED
    return (kept.value, kept.state, kept.proof_id) == (given.value, given.state, given.proof_id)


def _write(value: Value) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _kept(row: database.Row) -> Kept:
    value = None if row["value"] is None else msgspec.json.decode(row["value"])
    state = ItemState(row["state"])
    return Kept(row["item"], value, state, row["proof_id"], row["kept_at"], row["kept_by"], row["application_id"])
