"""A worker's first login: from the office's code through three screens to the first day, counted on the open phone."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.key_phones import ask, take_key_phone
from tests.browser.phones import NewPhone
from tests.journeys.ways_in import come_in_first, open_office, secrets_from, type_in
from tests.product import Product

pytestmark = pytest.mark.browser

COUNTED = "今日は数えました"


async def test_from_the_offices_code_to_the_first_day_counted(new_phone: NewPhone, product: Product) -> None:
    office = await open_office(new_phone, product)
    known = await secrets_from(office, product, "hanako")
    phone = await take_key_phone(new_phone, product.origin + "/door")
    page = phone.page
    await page.get_by_role("link", name="はじめての方").click()
    wrong = "1" if known["code"][0] != "1" else "2"
    await type_in(page, known | {"code": wrong + known["code"][1:]})
    await expect(page.locator(".hindered")).to_contain_text("組み合わせが合いません")
    await page.go_back()
    await come_in_first(phone, known)
    await expect(page.get_by_text("今日はまだです")).to_be_visible()
    await asyncio.sleep(1)  # the stream of live updates is open by now
    await asyncio.to_thread(product.tap, "hanako")
    await expect(page.get_by_text(COUNTED)).to_be_visible(timeout=3000)
    await expect(page.get_by_text("1日目", exact=True)).to_be_visible()
    accepted = "SELECT count(*) FROM consent c JOIN account a ON a.id = c.account_id WHERE a.label = 'hanako'"
    assert await ask(product, accepted) == 2


async def test_next_time_the_phones_key_is_enough(new_phone: NewPhone, product: Product) -> None:
    office = await open_office(new_phone, product)
    known = await secrets_from(office, product, "kenichi")
    phone = await take_key_phone(new_phone, product.origin + "/door")
    await come_in_first(phone, known)
    page = phone.page
    await page.get_by_role("link", name="設定", exact=True).click()
    await page.get_by_role("button", name="ログアウト").click()
    await page.get_by_role("button", name="この電話でログイン").click()
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_who_closes_the_app_before_accepting_is_asked_at_home(new_phone: NewPhone, product: Product) -> None:
    office = await open_office(new_phone, product)
    known = await secrets_from(office, product, "jiro")
    phone = await take_key_phone(new_phone, product.origin + "/door/first")
    page = phone.page
    await type_in(page, known)
    await page.get_by_role("button", name="顔か指でつくる").click()
    await expect(page.locator("h1")).to_have_text("あなたの記録の使いかた")
    await page.goto(product.origin)
    await page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(page.locator(".levelcard")).to_be_visible()
    await page.reload()
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_an_invitation_opens_once(new_phone: NewPhone, product: Product) -> None:
    office = await open_office(new_phone, product)
    await expect(office.page.locator(".roles")).to_contain_text("期限なし")
    await office.page.reload()
    await expect(office.page.locator(".roles")).to_contain_text("登録全体")
