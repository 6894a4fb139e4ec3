"""Addresses and events for the tests of notices."""

from datetime import timedelta
from uuid import UUID, uuid4

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.history.rules import work_date
from backend.kit import clock, database, ids
from notifications import addresses
from notifications.addresses import New
from notifications.channels.memory import MemoryChannel
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind
from notifications.rules import Setting
from notifications.sending import Sender
from notifications.telling import Teller

NO_QUIET = Setting(quiet_from=0, quiet_until=0)


async def address(
    recipient: UUID, channel: ChannelKind = ChannelKind.PUSH, target: str = "", *, keys: str = "{}"
) -> UUID:
    """An address that is confirmed."""
    made = uuid4()
    where = target or f"https://push.example.jp/{made}"
    new = New(recipient, made, channel, where, keys, "Android", uuid4(), confirmed=True)
    await addresses.keep(new, clock.now())
    return made


async def happens(kind: EventKind, worker: UUID = events.NOBODY, body: str = "{}") -> UUID:
    """Something happens, now."""
    made = ids.new_event_id()
    await events.record_all([events.Event(worker, made, kind, body)])
    return made


def on(days_ago: int = 0) -> str:
    """The body of an event about a day."""
    return f'{{"workDate":"{work_date(clock.now()) - timedelta(days=days_ago)}"}}'


class Notifier:
    """The process, step by step, with channels that keep what they are given."""

    def __init__(self) -> None:
        self.push, self.mail, self.line = MemoryChannel(), MemoryChannel(), MemoryChannel()
        self.teller = Teller()
        self.sender = Sender(
            {ChannelKind.PUSH: self.push, ChannelKind.MAIL: self.mail, ChannelKind.LINE: self.line}, readers=1
        )

    async def begin(self) -> "Notifier":
        """Start for the first time: what was before is told to nobody."""
        await self.teller.step()
        return self

    async def step(self) -> None:
        """Tell what happened, and send what is due."""
        await self.teller.step()
        await self.sender.step()

    def titles(self) -> list[str]:
        return [message.title for _, message in self.push.sent]


async def states() -> list[tuple[NoticeKind, DeliveryState]]:
    """All deliveries by kind, oldest first."""
    rows = await database.fetch(
        "SELECT n.kind, d.state FROM delivery d JOIN notice n ON n.recipient = d.recipient AND n.event_id = d.event_id "
        "ORDER BY n.event_id, d.address_id"
    )
    return [(NoticeKind(row[0]), DeliveryState(row[1])) for row in rows]
