"""Every state of the first screen, in every language and look, without a complaint from console or axe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.async_api import Page, expect

from tests.browser.phones import PWA, Complaints, Mock, NewPhone

pytestmark = pytest.mark.browser

STATES = ["counted", "waiting", "stopped", "none", "firstDay", "rest", "twoSites", "night", "siteUnknown"]
LANGUAGES = ["ja", "ja-x-easy", "en", "vi", "zh", "id", "my"]
LOOKS = ["light", "dark", "sun"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MORNING = "2026-11-20T07:43:05+09:00"


async def complaints_of_axe(page: Page, look: str) -> list[str]:
    """Run every rule in the first look, and in the others those that colours can break."""
    rules = {"type": "tag", "values": RULES} if look == LOOKS[0] else {"type": "rule", "values": ["color-contrast"]}
    found = await Axe().run(page, options={"runOnly": rules})
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]]


async def sideways(page: Page) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth - innerWidth"))


async def low_targets(page: Page) -> list[str]:
    """Give the controls that are lower or narrower than 48 px."""
    script = """[...document.querySelectorAll('a, button, label')].filter(one => {
      const { width, height } = one.getBoundingClientRect()
      return width < 48 || height < 48
    }).map(one => one.outerHTML)"""
    return list(await page.evaluate(script))


async def put_on(page: Page, look: str) -> None:
    await page.evaluate("look => { document.documentElement.dataset.theme = look }", look)


def test_every_state_of_the_mock_is_looked_at() -> None:
    node = Path(sys.executable).with_name("node")
    script = "import('./mock/states.mjs').then(({ states }) => console.log(JSON.stringify(Object.keys(states))))"
    said = subprocess.run([str(node), "-e", script], cwd=PWA, capture_output=True, text=True, check=True)
    assert set(json.loads(said.stdout)) == set(STATES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
async def test_home_is_clean_in_every_look(state: str, language: str, mock: Mock, new_phone: NewPhone) -> None:
    await mock.become(state=state)
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    # Tall enough that the tab bar covers nothing, which axe would take for a small target.
    await page.set_viewport_size({"width": 390, "height": 1600})
    complaints = Complaints(page)
    await page.clock.install(time=MORNING)
    await page.goto(mock.origin)
    await expect(page.locator(".levelcard")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator("h1")).to_have_count(1)
    for look in LOOKS:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look
    assert await low_targets(page) == []
    assert await sideways(page) == 0
    assert complaints.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["counted", "stopped", "none", "twoSites"])
async def test_at_200_percent_nothing_scrolls_sideways(
    state: str, language: str, mock: Mock, new_phone: NewPhone
) -> None:
    await mock.become(state=state)
    page = await new_phone({"language": language, "look": "light", "size": 200})
    await page.goto(mock.origin)
    await expect(page.locator(".levelcard")).to_be_visible()
    assert await sideways(page) == 0
    clipped = await page.evaluate(
        "[...document.querySelectorAll('main *')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML)"
    )
    assert clipped == []
    await page.goto(f"{mock.origin}/settings")
    await expect(page.locator("fieldset")).to_have_count(3)
    assert await sideways(page) == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_door_and_settings_are_clean_in_every_look(language: str, mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone({"language": language, "look": "light", "size": 100})
    await page.set_viewport_size({"width": 390, "height": 1600})  # as above
    for path in ["/door", "/settings"]:
        await page.goto(mock.origin + path)
        await expect(page.locator(".people, fieldset").first).to_be_visible()
        await expect(page.locator("h1")).to_have_count(1)
        for look in LOOKS:
            await put_on(page, look)
            assert await complaints_of_axe(page, look) == [], (path, look)
        assert await low_targets(page) == []
        assert await sideways(page) == 0
