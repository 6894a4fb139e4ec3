"""The process behind `passport notify`: reads what happened, decides who hears of it, and sends it."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")

from backend.kit import clock, database
from backend.settings import settings
from notifications import addresses, letters
from notifications.channels import Channel
from notifications.channels.web_push import WebPush
from notifications.kinds import ChannelKind
from notifications.sending import Sender
from notifications.telling import Teller
from notifications.words import all_words

TELL_EVERY_S = 0.2
LETTERS_EVERY_S = 0.5
HOURLY_S = 3600.0

_log = logging.getLogger("passport.notify")


async def run() -> None:
    """Tell and send until cancelled; each part goes on after a fault."""
    all_words()
    await database.open_pool(6)
    async with AsyncExitStack() as until_end:
        until_end.push_async_callback(database.close_pool)
        channels = await open_channels(until_end)
        async with asyncio.TaskGroup() as group:
            group.create_task(_for_ever(Teller().step, TELL_EVERY_S))
            group.create_task(_for_ever(letters.step, LETTERS_EVERY_S))
            group.create_task(_for_ever(Sender(channels).run, TELL_EVERY_S))
            group.create_task(_for_ever(clean, HOURLY_S))


async def open_channels(until_end: AsyncExitStack) -> dict[ChannelKind, Channel]:
    """Open the ways that are set up here."""
    channels: dict[ChannelKind, Channel] = {ChannelKind.PUSH: WebPush.of(settings())}
    for channel in channels.values():
        until_end.push_async_callback(channel.close)
    return channels


async def clean() -> None:
    """Drop what is over; safe to run again."""
    await addresses.clean(clock.now())


async def _for_ever(step: Callable[[], Awaitable[object]], every_s: float) -> None:
    while True:
        try:
            await step()
        except Exception:  # noqa: BLE001  # whatever it was, the other parts go on and this one is tried again
            _log.exception("a part of notify failed and will be tried again")
        await asyncio.sleep(every_s)
