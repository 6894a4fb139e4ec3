"""A refused touch, mended by the prime, heals; the worker hears of both at once, in Vietnamese, and opens the day."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import asyncpg
import msgspec
import pytest
from playwright.async_api import Page, expect

from played.phones import Phone
from played.push_service import PushService
from tests.browser.phones import NewPhone
from tests.browser.pushing import open_push_service, shown, worker_of
from tests.conftest import RunSample
from tests.journeys.test_from_tap_to_pocket import mend
from tests.product import Product, free_port

pytestmark = pytest.mark.browser

SUBSCRIBED = """
const made = () => (localStorage.made ? JSON.parse(localStorage.made) : null)
const subscription = (one) => one && {
  endpoint: one.endpoint,
  options: {},
  toJSON: () => ({endpoint: one.endpoint, expirationTime: null, keys: one.keys}),
  unsubscribe: async () => { delete localStorage.made; return true },
}
if (self.PushManager) {
  PushManager.prototype.getSubscription = async () => subscription(made())
  PushManager.prototype.subscribe = async ({applicationServerKey}) => {
    localStorage.made = await subscribe(String(applicationServerKey))
    return subscription(made())
  }
}
"""
"""Chromium has no push service of its own here; the rest is the browser's."""


@pytest.fixture(scope="module")
def told(run_sample: RunSample) -> Iterator[tuple[Product, int]]:
    """The product, which may push to a port of this machine."""
    port = free_port()
    with run_sample(environment={"PASSPORT_PUSH_INSIDE": f"http://127.0.0.1:{port}"}) as product:
        yield product, port


async def message_for(phone: Phone) -> dict[str, Any]:
    """Wait for the next message, and read it with the phone's own keys."""
    async with asyncio.timeout(10):
        while not phone.waiting:  # noqa: ASYNC110  # the service fills it
            await asyncio.sleep(0.05)
    (message,) = phone.take()
    return dict(msgspec.json.decode(message.plain))


async def standing(page: Page, title: str) -> dict[str, Any]:
    """Wait for a notification that says so."""
    async with asyncio.timeout(10):
        while True:
            for one in await shown(page):
                if title in one["title"]:
                    return one
            await asyncio.sleep(0.05)


async def test_a_refused_touch_is_told_mended_told_and_opened(new_phone: NewPhone, told: tuple[Product, int]) -> None:
    product, port = told
    page = await new_phone(locale="vi-VN")
    phones: list[Phone] = []
    async with PushService(port) as service:

        async def subscribe(_: object, key: str) -> str:
            phones.append(service.subscribe(key))
            made = phones[-1].subscribed()
            return json.dumps({"endpoint": made.endpoint, "keys": msgspec.to_builtins(made.keys)})

        await page.context.expose_binding("subscribe", subscribe)
        await page.context.add_init_script(f"if (origin !== 'null') {{ {SUBSCRIBED} }}")
        await page.context.grant_permissions(["notifications"], origin=product.origin)
        db = await asyncpg.connect(product.dsn)
        away = await db.fetch(
            "DELETE FROM assignment WHERE worker_id = (SELECT worker_id FROM account WHERE label = 'an') "
            "AND site_id = (SELECT id FROM site WHERE site_number = $1) RETURNING *",
            product.site,
        )
        await page.goto(f"{product.origin}/door?person=an")
        await expect(page.locator(".levelcard")).to_be_visible()
        await page.goto(f"{product.origin}/settings/notices")
        await page.locator(".here .btn.main").click()
        await expect(page.locator(".here.ok")).to_be_visible()
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

        worker = await worker_of(page)
        await page.goto(product.origin)
        await expect(page.locator(".levelcard")).to_be_visible()
        await worker.evaluate(
            """async () => {
              const [notification] = await self.registration.getNotifications()
              self.dispatchEvent(new NotificationEvent('notificationclick', {notification}))
            }"""
        )
        await page.wait_for_url(f"**{quote(healed['data']['url'])}")
        await expect(page.locator(".chainv > li.done").first).to_be_visible()
