"""Whether one web process answers, asked over a private socket that only it serves."""

import asyncio
from pathlib import Path

_ASK = b"GET /v1/health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
LOOK_EVERY_S = 0.05


async def answers(socket: Path, within_s: float = 2.0) -> bool:
    """Ask for `/v1/health` and tell whether the answer was 200."""
    try:
        async with asyncio.timeout(within_s):
            reader, writer = await asyncio.open_unix_connection(str(socket))
            try:
                writer.write(_ASK)
                return b" 200 " in await reader.readline()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False


async def until_answers(socket: Path) -> None:
    """Wait until it does."""
    while not await answers(socket):  # noqa: ASYNC110  another process answers, and sends us no event
        await asyncio.sleep(LOOK_EVERY_S)
