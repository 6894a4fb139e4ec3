"""What the browser tests share: which browser and how, the stand-in server, and what a console complained about."""

import asyncio
import json
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import ConsoleMessage, Error, Page

from passport import browser as browsers

NewPhone = Callable[..., Awaitable[Page]]
"""Makes a phone with nothing kept on it; settings and further context options as arguments."""

PWA = Path(__file__).parents[2] / "pwa"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]


def find_chromium() -> Path:
    """Give the browser's path, or say what to install."""
    found = browsers.find_chromium()
    if found is None:
        pytest.fail(f"No Chromium found: {browsers.how_to_get()}; elsewhere set PASSPORT_CHROMIUM to its path.")
    return found


class Complaints:
    """What a page's console complained about."""

    def __init__(self, page: Page) -> None:
        self.texts: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", self._error)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.texts.append(message.text)

    def _error(self, error: Error) -> None:
        self.texts.append(str(error))


class Mock:
    """The stand-in server of pwa/mock, as a test sees it."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    async def become(self, **world: object) -> dict[str, object]:
        """Change what the server answers from now on; open pages are told."""
        return await asyncio.to_thread(self._post, world)

    def _post(self, world: dict[str, object]) -> dict[str, object]:
        request = urllib.request.Request(  # noqa: S310  # our own server on this machine
            f"{self.origin}/mock", json.dumps(world).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310  # the same
            return dict(json.load(answer))


async def taken_over(page: Page) -> None:
    """Wait until the service worker answers for a page; asked without a loop, which the page's policy would refuse."""
    await page.evaluate(
        """() => navigator.serviceWorker.controller ? null : new Promise((done) => {
          navigator.serviceWorker.addEventListener('controllerchange', () => done(null), {once: true})
        })"""
    )
