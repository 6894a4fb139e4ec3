"""Every screen by which one gets in, in every language and look: clean, large enough, at 200 %, by keyboard alone."""

import re

import pytest
from playwright.async_api import ViewportSize, expect

from tests.browser import door_scenes as scenes
from tests.browser.door_scenes import SCENES
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import Complaints, Mock, NewPhone
from tests.browser.test_home_states import LANGUAGES, LOOKS, complaints_of_axe, low_targets, put_on, sideways

pytestmark = pytest.mark.browser

COLOURED = ["ja", "my"]
"""Colours do not depend on the language; these two stand for all."""
TALL: ViewportSize = {"width": 390, "height": 1900}
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
"""What a browser says of every refusal; the page says it better."""


CUT = (
    "[...document.querySelectorAll('header *, main *, dialog *')]"
    ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 160))"
)


async def take_phone(new_phone: NewPhone, mock: Mock, language: str = "ja") -> KeyPhone:
    """Take a phone that has not opened a page of the app yet."""
    await mock.become(**scenes.OUTSIDE)
    settings: dict[str, object] = {"language": language, "look": "light", "size": 100}
    return await take_key_phone(new_phone, mock.origin + "/manifest.webmanifest", settings)


async def complaints_about(phone: KeyPhone, language: str) -> list[str]:
    """Look at a screen in every look, and at 200 %."""
    page = phone.page
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator("h1")).to_have_count(1)
    found = []
    for look in LOOKS if language in COLOURED else LOOKS[:1]:
        await put_on(page, look)
        found += [f"{look}: {text}" for text in await complaints_of_axe(page, look)]
    # The words above a field are no target.
    found += [f"small: {one}" for one in await low_targets(page) if 'for="' not in one]
    await page.evaluate("document.documentElement.dataset.text = '200'")
    found += [f"cut: {one}" for one in await page.evaluate(CUT)]
    return found + (["sideways"] if await sideways(page) else [])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_is_clean_in_every_look_and_whole_at_200_percent(
    language: str, mock: Mock, new_phone: NewPhone
) -> None:
    phone = await take_phone(new_phone, mock, language)
    await phone.page.set_viewport_size(TALL)
    await phone.page.emulate_media(reduced_motion="reduce")
    complaints = Complaints(phone.page)
    found = {}
    for scene in SCENES:
        await phone.forget(mock.origin)
        await mock.become(**scenes.OUTSIDE)
        await scene(phone, mock)
        found[scene.__name__] = await complaints_about(phone, language)
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert [text for text in complaints.texts if not EXPECTED.match(text)] == []


async def test_by_keyboard_alone_from_the_door_to_the_passport(mock: Mock, new_phone: NewPhone) -> None:
    phone = await take_phone(new_phone, mock)
    page = phone.page
    await scenes.door_without_samples(phone, mock)
    for name in ["ことば: 日本語", "この電話でログイン"]:
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name=name)).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="はじめての方")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#workerNumber")).to_be_visible()
    await page.locator(".speech").focus()
    for text in [scenes.NUMBER, scenes.DIGITS, scenes.CODE]:
        await page.keyboard.press("Tab")
        await page.keyboard.type(text)
    await page.keyboard.press("Enter")
    await expect(page.locator("h1")).to_have_text("この電話を、あなたの鍵にします")
    await expect(page.locator("h1")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("h1")).to_have_text("あなたの記録の使いかた")
    await expect(page.locator("h1")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("dialog h2")).to_have_text("利用の約束")
    await expect(page.locator("dialog h2")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)
    await expect(page.get_by_role("button", name="利用の約束")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_the_language_is_changed_at_the_door_and_the_focus_comes_back(mock: Mock, new_phone: NewPhone) -> None:
    phone = await take_phone(new_phone, mock)
    await scenes.languages(phone, mock)
    names = await phone.page.locator(".tongues button").all_text_contents()
    assert len(names) == 7
    await phone.page.get_by_role("button", name="Tiếng Việt").click()
    await expect(phone.page.locator("html")).to_have_attribute("lang", "vi")
    await expect(phone.page.locator("h1")).to_have_text("Ngày làm việc trở thành bậc thợ của bạn")
    await expect(phone.page.locator(".speech")).to_be_focused()
    await phone.page.reload()
    await expect(phone.page.locator("html")).to_have_attribute("lang", "vi")
