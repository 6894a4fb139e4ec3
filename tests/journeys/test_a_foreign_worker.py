"""A worker who reads Vietnamese, from the door to the counted day, all of it; his company reads Japanese."""

import asyncio
import re

import asyncpg
import pytest
from playwright.async_api import Page, expect

from tests.browser.phones import NewPhone
from tests.journeys.test_from_tap_to_pocket import mend
from tests.product import Product

pytestmark = pytest.mark.browser

JAPANESE = re.compile(r"[ぁ-んァ-ヺ一-龯]")
WORDS_OF = """() => {
  const found = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const place = walk.currentNode.parentElement
    if (place.closest('script, style, noscript, .vh, [lang=ja]') === null) found.push(walk.currentNode.data)
  }
  return found.join('\\n')
}"""


async def nothing_is_japanese(page: Page) -> None:
    """Only what is marked as Japanese, such as a site's own name, may be."""
    said = await page.evaluate(WORDS_OF)
    assert [line for line in str(said).splitlines() if JAPANESE.search(line)] == []


async def test_a_stopped_day_is_explained_mended_and_counted_in_vietnamese(
    new_phone: NewPhone, product: Product
) -> None:
    phone = await new_phone(locale="vi-VN")
    await phone.add_init_script("navigator.share = async (what) => { window.told = what.text }")
    db = await asyncpg.connect(product.dsn)
    try:
        away = await db.fetch(
            "DELETE FROM assignment WHERE worker_id = (SELECT worker_id FROM account WHERE label = 'an') "
            "AND site_id = (SELECT id FROM site WHERE site_number = $1) RETURNING *",
            product.site,
        )
        await phone.goto(f"{product.origin}/door?person=an")
        await expect(phone.locator(".levelcard")).to_be_visible()
        await expect(phone.locator("html")).to_have_attribute("lang", "vi")
        await nothing_is_japanese(phone)

        answer = await asyncio.to_thread(product.tap, "an")
        assert answer["reason"]["code"] == "structure_missing"
        await expect(phone.locator(".why.stop")).to_contain_text("danh sách", timeout=5000)
        await nothing_is_japanese(phone)

        day = await phone.evaluate("new Date(Date.now() + 5 * 3600e3).toISOString().slice(0, 10)")
        await phone.goto(f"{product.origin}/history/{day}")
        await phone.locator(".tell button").click()
        async with asyncio.timeout(5):
            while not await phone.evaluate("window.told !== undefined"):  # noqa: ASYNC110  # the page fills it
                await asyncio.sleep(0.05)
        told = await phone.evaluate("window.told")
        assert "記録が止まっています" in told
        assert "作業員名簿" in told
        await nothing_is_japanese(phone)

        await mend(db, [dict(row) for row in away])
        await expect(phone.locator(".chainv > li.done")).to_have_count(2, timeout=5000)
        await phone.goto(product.origin)
        await expect(phone.get_by_text("Hôm nay đã được tính")).to_be_visible()
    finally:
        await db.close()
