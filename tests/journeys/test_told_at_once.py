"""A refused touch, mended by the prime, heals; the worker hears of both at once, in Vietnamese, and opens the day."""

import asyncio
from urllib.parse import quote

import asyncpg
import pytest
from playwright.async_api import expect

from played.push_service import PushService
from tests.browser.phones import NewPhone
from tests.browser.pushing import open_push_service, shown
from tests.journeys.test_from_tap_to_pocket import mend
from tests.journeys.told import click, let_subscribe, message_for, sign_in_and_subscribe, standing
from tests.product import Product

pytestmark = pytest.mark.browser


async def test_a_refused_touch_is_told_mended_told_and_opened(new_phone: NewPhone, told: tuple[Product, int]) -> None:
    product, port = told
    page = await new_phone(locale="vi-VN")
    async with PushService(port) as service:
        phones = await let_subscribe(page, product, service)
        db = await asyncpg.connect(product.dsn)
        away = await db.fetch(
            "DELETE FROM assignment WHERE worker_id = (SELECT worker_id FROM account WHERE label = 'an') "
            "AND site_id = (SELECT id FROM site WHERE site_number = $1) RETURNING *",
            product.site,
        )
        await sign_in_and_subscribe(page, product, "an")
        (phone,) = phones
        push = await open_push_service(page, product.origin)

        answer = await asyncio.to_thread(product.tap, "an")
        assert answer["reason"]["code"] == "structure_missing"
        first = await message_for(phone)
        assert (first["lang"], first["url"]) == ("vi", f"/history/{answer['workDate']}")
        await push.bring(first)
        held = await standing(page, "đang bị dừng")
        assert held["lang"] == "vi"
        assert "Người sửa được" in held["body"]

        await mend(db, [dict(row) for row in away])
        await db.close()
        second = await message_for(phone)
        assert second["tag"] == first["tag"]
        await push.bring(second)
        healed = await standing(page, "đã được tính")
        assert len(await shown(page)) == 1, "the newer took the place of the older"

        await click(page, product)
        await page.wait_for_url(f"**{quote(healed['data']['url'])}")
        await expect(page.locator(".chainv > li.done").first).to_be_visible()
