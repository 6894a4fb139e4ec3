"""How soon the phone shows something: on a slow line with a slow processor, and without any network.

    python -m passport.bench.phone [http://localhost:8000]     the product in sample mode, as `make run` serves it

Prints a table and, with --json, one object.  Needs what the browser tests need: Chromium and Playwright.
"""

import argparse
import asyncio
import json
import sys
import time
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from passport import browser as browsers
from passport.bench.slow_line import slow_line

SLOWER = 4
"""So many times slower than this machine is the phone's processor."""
ROUNDS = 5
SIZE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
LARGEST = """new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: 'largest-contentful-paint', buffered: true }))"""


class Figure(NamedTuple):
    """One measure: its key, what it is, its goal in ms, and what was found in each round."""

    key: str
    what: str
    goal_ms: float
    found_ms: list[float]


async def measure(origin: str) -> list[Figure]:
    """Measure everything, a few rounds each."""
    async with async_playwright() as playwright, slow_line(urlsplit(origin).port or 80) as port:
        found = browsers.find_chromium()
        chromium = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        slow = f"http://localhost:{port}"
        figures = [
            Figure("door_lcp_ms", "the door, first visit, slow 4G and 4 × CPU: largest paint", 1000, []),
            Figure("home_lcp_ms", "home signed in, nothing kept, slow 4G and 4 × CPU: largest paint", 1000, []),
            Figure("offline_open_ms", "opened without a network, until the card is seen", 300, []),
        ]
        for _ in range(ROUNDS):
            figures[0].found_ms.append(await _largest_paint(chromium, slow, "/", None))
            figures[1].found_ms.append(await _largest_paint(chromium, slow, "/", origin))
            figures[2].found_ms.append(await _offline(chromium, origin))
        await chromium.close()
    return figures


async def _phone(chromium: Browser, *, workers: bool) -> BrowserContext:
    return await chromium.new_context(
        viewport={"width": SIZE["width"], "height": SIZE["height"]},
        device_scale_factor=2,
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        service_workers="allow" if workers else "block",
    )


async def _sign_in(page: Page, origin: str) -> None:
    await page.goto(f"{origin}/door?person=taro")
    await page.locator(".levelcard").wait_for()


async def _largest_paint(chromium: Browser, slow: str, path: str, signed_in_at: str | None) -> float:
    """Give the largest contentful paint of a first visit, in ms; cookies do not ask for the port."""
    context = await _phone(chromium, workers=False)
    if signed_in_at is not None:
        page = await context.new_page()
        await _sign_in(page, signed_in_at)
        await page.close()
    page = await context.new_page()
    cdp = await context.new_cdp_session(page)
    await cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    await page.goto(slow + path)
    await page.locator("main section, main .people, main button").first.wait_for()
    await page.wait_for_timeout(1500)
    found = float(await page.evaluate(LARGEST))
    await context.close()
    return found


async def _offline(chromium: Browser, origin: str) -> float:
    context = await _phone(chromium, workers=True)
    page = await context.new_page()
    await _sign_in(page, origin)
    await page.evaluate("navigator.serviceWorker.ready")
    await page.reload()
    await page.locator(".levelcard").wait_for()
    await context.set_offline(offline=True)
    began = time.perf_counter()
    await page.reload(wait_until="commit")
    await page.locator(".levelcard").wait_for()
    found = (time.perf_counter() - began) * 1000
    await context.close()
    return found


def main(words: list[str]) -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m passport.bench.phone", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("origin", nargs="?", default="http://localhost:8000", help="the running product")
    parser.add_argument("--json", action="store_true", help="print one object")
    arguments = parser.parse_args(words)
    figures = asyncio.run(measure(arguments.origin))
    if arguments.json:
        print(json.dumps({one.key: round(median(one.found_ms), 1) for one in figures}))
        return 0
    for one in figures:
        middle, rounds = median(one.found_ms), ", ".join(f"{value:,.0f}" for value in one.found_ms)
        met = "" if middle <= one.goal_ms else "  missed"
        print(f"{one.what:72} {middle:8,.0f} ms  goal {one.goal_ms:6,.0f}{met:8}  rounds {rounds}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
