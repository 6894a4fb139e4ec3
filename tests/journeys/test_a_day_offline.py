"""A day in a tunnel: the phone opens from what it has, says how old that is, and what was entered goes out once."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from playwright.async_api import Page, expect

from backend.kit import clock
from tests.journeys.people import day_without_record, worker_called
from tests.journeys.test_from_tap_to_pocket import COUNTED, sign_in
from tests.product import Product

pytestmark = pytest.mark.browser

CONTROLLED = """new Promise(done => navigator.serviceWorker.controller
  ? done() : navigator.serviceWorker.addEventListener('controllerchange', () => done()))"""
"""Waits without asking again and again, which the page's policy forbids."""


async def test_a_day_without_a_network_loses_nothing_and_doubles_nothing(phone: Page, product: Product) -> None:
    db = await asyncpg.connect(product.dsn)
    try:
        worker = await worker_called(db, "taro")
        day = await day_without_record(db, worker)
        await sign_in(phone, product, "taro")
        await phone.goto(f"{product.origin}/history")
        await expect(phone.locator(".cal")).to_be_visible()
        await phone.evaluate("navigator.serviceWorker.ready")
        await phone.evaluate(CONTROLLED)
        await phone.context.set_offline(True)

        # Morning: a day is claimed down there; the phone has it, nobody else, and it says so.
        await phone.goto(f"{product.origin}/history/{day}/claim")
        await phone.get_by_text("見本町第一現場", exact=True).last.click()
        await phone.locator("#claim-entry").fill("07:40")
        await phone.get_by_role("button", name="申請する").click()
        await expect(phone.locator(".today.wait")).to_contain_text("この電話で受け付けました")
        assert await db.fetchval("SELECT count(*) FROM claim WHERE worker_id = $1", worker) == 0

        # Meanwhile the gate's reader reports his touch, which only the phone does not know of.
        answer = await asyncio.to_thread(product.tap, "taro")
        assert answer["state"] == "counted"

        # All day the phone opens at once, with the age of what it shows, and never a word it cannot know.
        await phone.clock.install(time=clock.now() + timedelta(hours=9))
        for address in ("/", "/history", "/"):
            await phone.goto(product.origin + address, wait_until="commit")
            await expect(phone.get_by_text("圏外です")).to_be_visible()
        await expect(phone.get_by_text(COUNTED)).to_have_count(0)

        # Evening: the network is back. The touch is seen, the claim goes out, once.
        await phone.context.set_offline(False)
        await expect(phone.get_by_text("圏外です")).to_have_count(0, timeout=10_000)
        await expect(phone.get_by_text(COUNTED)).to_be_visible(timeout=10_000)
        await phone.reload()
        for _ in range(50):
            kept = await db.fetchval("SELECT count(*) FROM claim WHERE worker_id = $1", worker)
            if kept:
                break
            await asyncio.sleep(0.1)
        assert kept == 1
        await phone.goto(f"{product.origin}/history/{day}")
        await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")
    finally:
        await db.close()
