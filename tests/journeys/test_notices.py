"""A phone that is told: turned on from home, held by the server, ended by signing out."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.key_phones import CALL
from tests.browser.pushing import let_push, pushes
from tests.journeys.test_from_tap_to_pocket import sign_in
from tests.product import Product

pytestmark = pytest.mark.browser


async def settings(page: Page) -> dict[str, Any]:
    said = await page.evaluate(CALL, {"path": "/v1/notices/settings", "method": "GET"})
    assert said["status"] == 200, said
    return dict(said["body"])


async def test_a_worker_is_told_on_this_phone_until_signing_out(phone: Page, product: Product) -> None:
    await let_push(phone)
    await sign_in(phone, product, "taro")
    await asyncio.to_thread(product.tap, "taro")
    await phone.evaluate("navigator.serviceWorker.ready.then(() => {})")
    await phone.get_by_role("button", name="受け取る").click()
    await expect(phone.locator(".asking.ok")).to_be_visible()
    told = await settings(phone)
    assert len(told["devices"]) == 1
    assert (await pushes(phone))["log"] == ["asked", f"subscribed with {told['push']['key']}"]
    await phone.goto(f"{product.origin}/settings/notices")
    await expect(phone.locator(".here.ok")).to_be_visible()
    await phone.get_by_role("button", name="ためしに送る").click()
    await expect(phone.locator(".here")).to_contain_text("届くのを待っています")
    await phone.get_by_label("働いた日").select_option("daily")
    await expect(phone.locator(".topics")).to_contain_text("保存しました")
    kept = {one["topic"]: one["how"] for one in (await settings(phone))["topics"]}
    assert (kept["days"], kept["safety"]) == ("daily", "atOnce")
    await phone.goto(f"{product.origin}/settings")
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".people")).to_be_visible()
    assert (await pushes(phone))["made"] is None
    await sign_in(phone, product, "taro")
    assert (await settings(phone))["devices"] == []


async def test_off_ends_it_and_a_trial_then_says_that_nothing_reaches(phone: Page, product: Product) -> None:
    await let_push(phone)
    await sign_in(phone, product, "kenichi")
    await phone.goto(f"{product.origin}/settings/notices")
    await phone.get_by_role("button", name="お知らせを入れる").click()
    await expect(phone.locator(".here.ok")).to_be_visible()
    assert len((await settings(phone))["devices"]) == 1
    await phone.get_by_role("button", name="ここでは止める").click()
    await expect(phone.get_by_role("button", name="お知らせを入れる")).to_be_visible()
    assert (await settings(phone))["devices"] == []
    said = await phone.evaluate(CALL, {"path": "/v1/notices/trial", "method": "POST"})
    assert (said["status"], said["body"]["code"]) == (409, "nothing_reaches")
