"""What the clock starts, in a process of its own: healing, lists, partitions made ahead, cleaning."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")

from backend.cards import orders
from backend.cleaning import clean
from backend.companies import service as companies
from backend.devices import silence
from backend.documents.making import make_waiting
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database
from backend.kit.background import for_ever
from backend.kit.partitions import MonthlyTable, ensure_months
from backend.levels import jobs as levels
from backend.levels.judging import JUDGING
from backend.taps.healing import MENDING, heal, mended_by

HEAL_EVERY_S = 0.3
JUDGE_EVERY_S = 0.3
COUNT_EVERY_S = 1.0
MAKE_EVERY_S = 1.0
HOURLY_S = 3600.0
READERS_EVERY_S = 300.0

_log = logging.getLogger("passport.jobs")


async def run() -> None:
    """Run the background readers until cancelled; each goes on after a fault."""
    await database.open_pool(4)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(for_ever(healing().step, HEAL_EVERY_S, _log))
            group.create_task(for_ever(judging().step, JUDGE_EVERY_S, _log))
            group.create_task(for_ever(count_proposed, COUNT_EVERY_S, _log))
            group.create_task(for_ever(judge_by_time, HOURLY_S, _log))
            group.create_task(for_ever(make_waiting, MAKE_EVERY_S, _log))
            group.create_task(for_ever(ensure_partitions, HOURLY_S, _log))
            group.create_task(for_ever(clean, HOURLY_S, _log))
            group.create_task(for_ever(tell_expiring, HOURLY_S, _log))
            group.create_task(for_ever(tell_silent_readers, READERS_EVERY_S, _log))
    finally:
        await database.close_pool()


async def ensure_partitions() -> None:
    """Keep the months ahead made."""
    for table in MonthlyTable:
        await ensure_months(table, clock.month_of(clock.now().date()))


async def tell_expiring() -> None:
    """Tell companies and workers in time that a registration or a card runs out."""
    await companies.tell_expiring(clock.now())
    await orders.tell_expiring(clock.now())


async def tell_silent_readers() -> None:
    """Tell of readers that were not heard this morning."""
    await silence.tell_silent(clock.now())


async def count_proposed() -> None:
    """Count whom proposed standards touch."""
    await levels.count_touched(clock.now())


async def judge_by_time() -> None:
    """Judge whom the calendar touches."""
    await levels.judge_by_calendar(clock.now())
    await levels.judge_by_new_standards(clock.now())


async def heal_named(happened: list[Event]) -> None:
    """Heal what some events mended."""
    healed = await heal(mended_by(happened))
    _log.info("mended %d, healed %d", len(happened), healed)


async def judge_named(happened: list[Event]) -> None:
    """Judge whom some events name."""
    await levels.judge_named(happened, clock.now())


class Following:
    """Reads some kinds of events from its cursor, looking back for slow transactions; doing it twice does nothing."""

    def __init__(
        self, consumer: str, kinds: Sequence[EventKind], act: Callable[[list[Event]], Awaitable[None]]
    ) -> None:
        """Begin where the cursor stands.

        Args:
            consumer: under which name the cursor is kept.
            kinds: what is followed.
            act: what is done about what is new; it may come again.
        """
        self.consumer = consumer
        self.kinds = kinds
        self.act = act
        self._seen: set[UUID] = set()
        self._cursor: UUID | None = None

    async def step(self) -> None:
        """Do what is to be done about what happened since the last step."""
        since = self._cursor or await events.cursor_of(self.consumer)
        found = [event async for event in events.all_of(self.kinds, events.look_back(since))]
        new = [event for event in found if event.id not in self._seen]
        if new:
            await self.act(new)
            await events.move_cursor(self.consumer, new[-1].id)
            self._cursor = max(since, new[-1].id)
        self._seen = {event.id for event in found}


def healing() -> Following:
    """Follow what is mended, and heal what waited for it."""
    return Following("healing", MENDING, heal_named)


def judging() -> Following:
    """Follow what may change a level, and judge whoever it names."""
    return Following("levels", JUDGING, judge_named)
