"""Gather the reports of concurrent requests and write them together (group commit).

While one group is being written the next one gathers, so nobody waits for a timer: a lone tap is written at once,
a thousand at a time share one commit.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from backend.taps.intake import Incoming, Outcome
from backend.taps.service import Answers, receive

MOST_IN_GROUP = 2000
"""Touches written together; more wait for the next group."""

Receive = Callable[[Sequence[Incoming]], Awaitable[Answers]]
_Waiting = tuple[Incoming, asyncio.Future[list[Outcome | None]]]


class Gathering:
    """The reports that wait, and the writers that are at work: at most so many at once."""

    def __init__(
        self, receive_all: Receive = receive, writers: int = 2, written: Callable[[], None] = lambda: None
    ) -> None:
        """Begin with nobody waiting; `written` is called after every group."""
        self._receive = receive_all
        self._written = written
        self._free = writers
        self._waiting: list[_Waiting] = []
        self._at_work: set[asyncio.Task[None]] = set()

    async def submit(self, incoming: Incoming) -> list[Outcome | None]:
        """Write a report, together with whatever else waits; answer when it is durable."""
        answered: asyncio.Future[list[Outcome | None]] = asyncio.get_running_loop().create_future()
        self._waiting.append((incoming, answered))
        self._start()
        return await asyncio.shield(answered)

    def _start(self) -> None:
        if self._free and self._waiting:
            self._free -= 1
            task = asyncio.create_task(self._write())
            self._at_work.add(task)
            task.add_done_callback(self._at_work.discard)

    async def _write(self) -> None:
        await asyncio.sleep(0)  # lets requests that are already here join
        group = self._next_group()
        try:
            await self._write_group(group)
        finally:
            self._free += 1
            self._start()

    def _next_group(self) -> list[_Waiting]:
        group: list[_Waiting] = []
        taps = 0
        while self._waiting and (not group or taps + len(self._waiting[0][0].report.taps) <= MOST_IN_GROUP):
            group.append(self._waiting.pop(0))
            taps += len(group[-1][0].report.taps)
        return group

    async def _write_group(self, group: Sequence[_Waiting]) -> None:
        """Write a group; if that fails, each report alone, so that one cannot spoil the others."""
        try:
            answers = await self._receive([incoming for incoming, _ in group])
        except Exception as error:  # noqa: BLE001  # whatever it was, those who wait are told
            if len(group) > 1:
                for one in group:
                    await self._write_group([one])
            else:
                _tell(group[0][1], error)
            return
        self._written()
        for (_, answered), outcomes in zip(group, answers, strict=True):
            if not answered.done():
                answered.set_result(outcomes)


def _tell(answered: asyncio.Future[list[Outcome | None]], error: Exception) -> None:
    if not answered.done():
        answered.set_exception(error)
