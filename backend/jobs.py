"""What the clock starts, in a process of its own: healing, lists, partitions made ahead, cleaning."""

import asyncio
import logging
import os
from uuid import UUID

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")

from backend.cards import orders
from backend.cleaning import clean
from backend.companies import service as companies
from backend.devices import silence
from backend.documents.making import make_waiting
from backend.events import service as events
from backend.kit import clock, database
from backend.kit.background import for_ever
from backend.kit.partitions import MonthlyTable, ensure_months
from backend.taps.healing import MENDING, heal, mended_by

HEAL_EVERY_S = 0.3
MAKE_EVERY_S = 1.0
HOURLY_S = 3600.0
READERS_EVERY_S = 300.0

_log = logging.getLogger("passport.jobs")


async def run() -> None:
    """Run the background readers until cancelled; each goes on after a fault."""
    await database.open_pool(4)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(for_ever(Healer().step, HEAL_EVERY_S, _log))
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


class Healer:
    """Reads what was mended, from its cursor, looking back for slow transactions; healing twice does nothing."""

    CONSUMER = "healing"

    def __init__(self) -> None:
        """Begin where the cursor stands."""
        self._seen: set[UUID] = set()
        self._cursor: UUID | None = None

    async def step(self) -> None:
        """Heal what was mended since the last step."""
        since = self._cursor or await events.cursor_of(self.CONSUMER)
        found = [event async for event in events.of_register(MENDING, events.look_back(since))]
        new = [event for event in found if event.id not in self._seen]
        if new:
            healed = await heal(mended_by(new))
            await events.move_cursor(self.CONSUMER, new[-1].id)
            self._cursor = max(since, new[-1].id)
            _log.info("mended %d, healed %d", len(new), healed)
        self._seen = {event.id for event in found}
