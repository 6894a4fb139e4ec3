"""The process behind `passport notify`: reads what happened, decides who hears of it, and sends it."""

import asyncio
import logging
import os
from contextlib import AsyncExitStack

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")

from backend.kit import clock, database
from backend.kit.background import for_ever
from backend.settings import settings
from notifications import addresses, bounces, letters
from notifications.channels import Channel, line, mail
from notifications.channels.web_push import WebPush
from notifications.kinds import ChannelKind
from notifications.sending import Sender
from notifications.telling import Teller
from notifications.words import all_words

TELL_EVERY_S = 0.2
LETTERS_EVERY_S = 0.5
BOUNCES_EVERY_S = 30.0
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
            group.create_task(for_ever(Teller().step, TELL_EVERY_S, _log))
            group.create_task(for_ever(letters.step, LETTERS_EVERY_S, _log))
            group.create_task(for_ever(Sender(channels).run, TELL_EVERY_S, _log))
            group.create_task(for_ever(take_in_bounces, BOUNCES_EVERY_S, _log))
            group.create_task(for_ever(clean, HOURLY_S, _log))


async def open_channels(until_end: AsyncExitStack) -> dict[ChannelKind, Channel]:
    """Open the ways that are set up here."""
    found: dict[ChannelKind, Channel | None] = {
        ChannelKind.PUSH: WebPush.of(settings()),
        ChannelKind.MAIL: mail.configured(),
        ChannelKind.LINE: line.configured(),
    }
    channels = {kind: channel for kind, channel in found.items() if channel is not None}
    for channel in channels.values():
        until_end.push_async_callback(channel.close)
    return channels


async def take_in_bounces() -> None:
    """Take in the mail that came back."""
    if folder := settings().bounces:
        await bounces.take_in(folder, clock.now())


async def clean() -> None:
    """Drop what is over; safe to run again."""
    await addresses.clean(clock.now())
