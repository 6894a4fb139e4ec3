"""A lost phone: the office attests, for a day the old phone may object, then the new phone takes its place."""

import pytest
from playwright.async_api import expect

from tests.browser.key_phones import KeyPhone, ask, take_key_phone
from tests.browser.phones import NewPhone
from tests.journeys.ways_in import come_in_first, open_office, secrets_from, type_in
from tests.product import Product

pytestmark = pytest.mark.browser

DAY_PASSES = "UPDATE recovery SET opens_at = now() - interval '1 second' WHERE cancelled_at IS NULL RETURNING id"


async def lose(new_phone: NewPhone, product: Product, person: str) -> tuple[KeyPhone, KeyPhone, dict[str, str]]:
    """Give a worker's old phone, a new one before its door, and what the worker types after the office has attested."""
    office = await open_office(new_phone, product)
    known = await secrets_from(office, product, person)
    old = await take_key_phone(new_phone, product.origin + "/door")
    await come_in_first(old, known)
    seen = {"cardSerial": product.cards[person], "digits": known["digits"]}
    status, begun = await office.call("POST", f"/v1/workers/{known['workerNumber']}/recovery", seen)
    assert status == 201, begun
    new = await take_key_phone(new_phone, product.origin + "/door")
    return old, new, known | {"code": begun["code"]}


async def test_after_a_day_the_new_phone_is_the_key_and_the_old_one_stands_at_the_door(
    new_phone: NewPhone, product: Product
) -> None:
    old, new, known = await lose(new_phone, product, "taro")
    page = new.page
    await page.get_by_role("link", name="電話をなくした・かえた方").click()
    await type_in(page, known)
    await expect(page.locator("h1")).to_contain_text("から開けます")
    assert (await old.call("GET", "/v1/recovery"))[0] == 200
    await ask(product, DAY_PASSES)
    await page.get_by_role("button", name="番号を入れる").click()
    await type_in(page, known)
    await page.get_by_role("button", name="顔か指でつくる").click()
    await expect(page.locator("h1")).to_have_text("この電話が、新しい鍵です")
    await page.get_by_role("button", name="パスポートを開く").click()
    await expect(page.locator(".levelcard")).to_be_visible()
    await old.page.goto(product.origin)
    await old.page.get_by_role("button", name="この電話でログイン").click()
    await expect(old.page.locator(".hindered")).to_contain_text("このパスキーは使えません")


async def test_the_old_phone_stops_what_was_not_asked_for(new_phone: NewPhone, product: Product) -> None:
    old, new, known = await lose(new_phone, product, "makoto")
    assert (await old.call("DELETE", "/v1/recovery"))[0] == 204
    await ask(product, DAY_PASSES)
    await new.page.goto(product.origin + "/door/new-phone")
    await type_in(new.page, known)
    await expect(new.page.locator(".hindered")).to_contain_text("組み合わせが合いません")
    await old.page.reload()
    await expect(old.page.locator(".levelcard")).to_be_visible()
