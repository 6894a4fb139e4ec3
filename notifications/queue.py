"""The queue of deliveries: lease what is due, and keep what became of it.  No transaction stays open meanwhile."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.kit import database
from backend.kit.arrays import columns
from notifications import settings, statements
from notifications.channels import Address, Again, Delivered, Failed, Gone, Outcome
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind, RecipientKind
from notifications.rules import Setting, pause
from notifications.words import Facts

LEASE = timedelta(seconds=25)
"""After which another process takes over what one leased and did not finish."""

OVERTAKEN = "true no longer"
"""Said of what was mended before it was told."""

Key = tuple[UUID, UUID, UUID]
"""A delivery: recipient, event, address."""


class Notice(msgspec.Struct, frozen=True):
    """What somebody is to hear."""

    event_id: UUID
    recipient: UUID
    recipient_kind: RecipientKind
    kind: NoticeKind
    about: str
    facts: Facts
    made_at: datetime
    expires_at: datetime


class Delivery(msgspec.Struct, frozen=True):
    """One notice, or several of one digest, on their way to one address."""

    notices: tuple[Notice, ...]
    """Oldest first."""
    address: Address
    channel: ChannelKind
    ended: bool
    """The address is no more."""
    attempts: int
    setting: Setting

    @property
    def keys(self) -> list[Key]:
        """Name its rows."""
        return [(notice.recipient, notice.event_id, self.address.id) for notice in self.notices]


async def lease(at: datetime, most: int) -> list[Delivery]:
    """Lease what is due, urgent first; a digest comes whole."""
    due = [tuple(row) for row in await database.fetch(statements.DUE, at, most)]
    if not due:
        return []
    async with database.transaction() as db:
        rows = await db.fetch(statements.LEASE, *columns(due, 3), at, at + LEASE)
        digests = {(row["recipient"], row["address_id"]) for row in rows if row["digest"]}
        if digests:
            rest = await db.fetch(statements.REST_OF_DIGESTS, *columns(digests, 2), at)
            rows += await db.fetch(statements.LEASE, *columns(map(tuple, rest), 3), at, at + LEASE)
    return await _load(rows)


async def keep(done: Sequence[tuple[Delivery, Outcome]], at: datetime) -> None:
    """Keep what became of deliveries, and what that says of their addresses."""
    rows: list[tuple[UUID, UUID, UUID, DeliveryState, datetime | None, str, int]] = []
    reached, ended = set(), []
    for delivery, outcome in done:
        state, due_at = _state(outcome, delivery.attempts, at)
        attempts = delivery.attempts - (isinstance(outcome, Again) and not outcome.tried)
        rows += [(*key, state, due_at, outcome.said, attempts) for key in delivery.keys]
        whose = (delivery.notices[0].recipient, delivery.address.id)
        if isinstance(outcome, Delivered):
            reached.add(whose)
        elif isinstance(outcome, Gone):
            ended.append((*whose, outcome.said))
    async with database.transaction() as db:
        await db.execute(
            statements.KEEP, *columns(sorted(rows, key=lambda row: (row[0], row[1], row[2])), 7, texts={5}), at
        )
        await db.execute(statements.REACHED, *columns(sorted(reached), 2), at)
        await db.execute(statements.ENDED, *columns(sorted(ended), 3, texts={2}), at)


def _state(outcome: Outcome, attempts: int, at: datetime) -> tuple[DeliveryState, datetime | None]:
    match outcome:
        case Delivered():
            return DeliveryState.DELIVERED, None
        case Again(tried=False):
            return DeliveryState.WAITING, at + (outcome.after or pause(1))
        case Again():
            return DeliveryState.WAITING, at + pause(attempts, outcome.after)
        case Gone():
            return DeliveryState.GONE, None
        case Failed():
            return DeliveryState.OVERTAKEN if outcome.said == OVERTAKEN else DeliveryState.FAILED, None


async def _load(rows: Sequence[database.Row]) -> list[Delivery]:
    """Read what leased rows are about; put together what goes out as one message."""
    notices = await _notices({(row["recipient"], row["event_id"]) for row in rows})
    targets = await database.fetch(
        statements.TARGETS, *columns({(row["recipient"], row["address_id"]) for row in rows}, 2)
    )
    addresses = {(row["recipient"], row["id"]): row for row in targets}
    set_by = await settings.of(list({row["recipient"] for row in rows}))
    groups: dict[object, list[database.Row]] = defaultdict(list)
    for row in rows:
        whole = (row["recipient"], row["address_id"]) if row["digest"] else tuple(row)[:3]
        groups[whole].append(row)
    found = []
    for group in groups.values():
        first, told = group[0], sorted((notices[row["recipient"], row["event_id"]] for row in group), key=_when)
        target = addresses[first["recipient"], first["address_id"]]
        address = Address(target["id"], target["target"], target["keys"])
        channel, ended = ChannelKind(first["channel"]), bool(target["ended"])
        attempts = max(row["attempts"] for row in group)
        setting = set_by.get(first["recipient"], Setting())
        found.append(Delivery(tuple(told), address, channel, ended, attempts, setting))
    return found


async def _notices(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], Notice]:
    found = {}
    for row in await database.fetch(statements.LEASED, *columns(keys, 2)):
        found[row["recipient"], row["event_id"]] = Notice(
            row["event_id"],
            row["recipient"],
            RecipientKind(row["recipient_kind"]),
            NoticeKind(row["kind"]),
            row["about"],
            msgspec.json.decode(row["facts"], type=Facts),
            row["made_at"],
            row["expires_at"],
        )
    return found


def _when(notice: Notice) -> tuple[datetime, UUID]:
    return notice.made_at, notice.event_id
