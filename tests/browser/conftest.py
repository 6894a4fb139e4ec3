"""A phone for tests: Chromium at 390 × 844, and a stand-in server whose answers a test chooses."""

import asyncio
import json
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.browser.phones import FLAGS, PWA, Mock, NewPhone, find_chromium


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for the whole run; every test opens contexts of its own in it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def new_phone(chromium: Browser) -> AsyncIterator[NewPhone]:
    """Give phones with nothing kept on them; settings and further context options as arguments."""
    async with AsyncExitStack() as stack:

        async def make(settings: dict[str, object] | None = None, **options: object) -> Page:
            context: BrowserContext = await chromium.new_context(
                viewport={"width": 390, "height": 844},
                device_scale_factor=2,
                has_touch=True,
                timezone_id="Asia/Tokyo",
                **{"locale": "ja-JP", **options},  # type: ignore[arg-type]  # whatever Playwright takes
            )
            stack.push_async_callback(context.close)
            # Home asks nobody whether notices may come but in tests about that: see pushing.py.
            chosen = json.dumps(json.dumps({"asked": {"times": 3, "at": 0}, **(settings or {})}))
            # An empty page has no localStorage.
            await context.add_init_script(f"if (origin !== 'null') localStorage.settings ??= {chosen}")
            return await context.new_page()

        yield make


@pytest.fixture
async def phone(new_phone: NewPhone) -> Page:
    """A page on a phone: 390 × 844 at twice the density, Japanese, in Japan."""
    return await new_phone()


@pytest.fixture
async def mock() -> AsyncIterator[Mock]:
    """A stand-in server of the test's own, on an origin of its own."""
    if not (PWA / "dist" / "index.html").is_file():
        pytest.fail("The phone app is not built: make pwa")
    node = Path(sys.executable).with_name("node")
    command = str(node) if node.exists() else shutil.which("node") or "node"
    with tempfile.TemporaryFile() as complaints:
        server = await asyncio.create_subprocess_exec(
            command,
            str(PWA / "mock" / "server.mjs"),
            "0",
            "--until-stdin-ends",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
        )
        assert server.stdin is not None
        assert server.stdout is not None
        port = int(await asyncio.wait_for(server.stdout.readline(), 20))
        yield Mock(f"http://localhost:{port}")
        server.stdin.close()
        await asyncio.wait_for(server.wait(), 20)
