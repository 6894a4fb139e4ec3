"""What goes on for as long as a process does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable


async def for_ever(step: Callable[[], Awaitable[object]], every_s: float, log: logging.Logger) -> None:
    """Do a step again and again with a pause between; whatever fails is said in the log and tried again."""
    while True:
        try:
            await step()
        except Exception:  # whatever it was, the other steps of the process go on
            log.exception("a job failed and will be tried again")
        await asyncio.sleep(every_s)
