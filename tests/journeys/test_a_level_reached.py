"""The last missing day is tapped: within seconds the phone says that level 2 is reached, and a touch opens the road."""

import asyncio

import pytest
from playwright.async_api import expect

from played.push_service import PushService
from tests.browser.phones import NewPhone
from tests.browser.pushing import open_push_service
from tests.journeys.told import click, let_subscribe, message_for, sign_in_and_subscribe, standing
from tests.product import Product

pytestmark = pytest.mark.browser
NO_QUIET = {"language": "ja", "quietFrom": "00:00", "quietUntil": "00:00", "digestAt": "18:00", "daily": [], "off": []}


async def test_the_last_missing_day_is_told_and_opens_the_road(new_phone: NewPhone, told: tuple[Product, int]) -> None:
    product, port = told
    page = await new_phone()
    async with PushService(port) as service:
        phones = await let_subscribe(page, product, service)
        await sign_in_and_subscribe(page, product, "noboru")
        saved = await page.request.put(f"{product.origin}/v1/notices/settings", data=NO_QUIET)
        assert saved.ok, await saved.text()
        push = await open_push_service(page, product.origin)
        await page.goto(f"{product.origin}/road/001")
        await expect(page.locator(".lane.days")).to_contain_text("644")

        answer = await asyncio.to_thread(product.tap, "noboru")
        assert answer["state"] == "counted", answer
        (phone,) = phones
        message = await message_for(phone)
        assert (message["url"], message["lang"]) == ("/road/001", "ja")
        await push.bring(message)
        reached = await standing(page, "電気工事のレベル2に届きました")
        assert reached["data"]["url"] == "/road/001"

        await click(page, product)
        await page.wait_for_url("**/road/001")
        await expect(page.locator(".sign")).to_contain_text("届きました")
        await page.get_by_role("button", name="レベル2の申請を用意する").click()
        await expect(page.locator(".became.filed")).to_be_visible()
        await page.reload()
        await expect(page.locator(".became.filed")).to_be_visible()
        paper = await page.request.get(f"{product.origin}/v1/passport/road/001/2/pdf")
        assert paper.ok
