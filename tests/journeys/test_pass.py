"""A worker shows a pass, a stranger checks it: with a network, without, too late, and after a sign-out elsewhere."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.phones import NewPhone, taken_over
from tests.product import Product
from tests.qr_reader import read_qr

pytestmark = pytest.mark.browser

CALL = "async ([path, method]) => { const said = await fetch(path, {method}); return [said.status, await said.text()] }"


async def sign_in(phone: Page, product: Product, person: str = "taro") -> None:
    await phone.goto(f"{product.origin}/door?person={person}")
    await expect(phone.locator(".levelcard")).to_be_visible()


async def show(phone: Page) -> str:
    """Open the pass from the card on home, and read its QR as a camera does."""
    await phone.locator(".levelcard").get_by_role("link", name="見せる").click()
    return await shown(phone)


async def shown(phone: Page) -> str:
    await expect(phone.locator(".qr svg[role=img]")).to_be_visible()
    return await read_qr(phone.locator(".qr"))


async def scan(checker: Page, link: str) -> None:
    """Open a link as a camera does: anew, whatever was open before."""
    await checker.goto("about:blank")
    await checker.goto(link)
    await expect(checker.locator(".ground")).to_be_visible()


async def keep_the_app(phone: Page) -> None:
    await phone.evaluate("navigator.serviceWorker.ready")
    await taken_over(phone)


async def viewers(phone: Page) -> list[dict[str, Any]]:
    return list(await phone.evaluate("async () => (await (await fetch('/v1/passport/viewers')).json()).views"))


async def test_a_stranger_checks_a_pass_and_the_worker_is_told(
    phone: Page, new_phone: NewPhone, product: Product
) -> None:
    await sign_in(phone, product)
    link = await show(phone)
    assert link.startswith(f"{product.origin}/check#")
    checker = await new_phone()
    for _ in range(2):
        await scan(checker, link)
        await expect(checker.locator(".ground.ok h1")).to_have_text("有効です")
    for text in ("見本 太郎", "レベル2", "鉄筋工"):
        await expect(checker.locator(".person")).to_contain_text(text)
    await expect(checker.locator("main")).not_to_contain_text("生年月日")
    (seen,) = await viewers(phone)
    assert (seen["purpose"], seen["audience"], seen["role"], seen["organisation"]) == ("pass", "site", None, None)
    await phone.get_by_text("店・食堂", exact=True).click()
    await expect(phone.get_by_role("img", name="店・食堂に見せるQRコード")).to_be_visible()
    await scan(checker, await shown(phone))
    await expect(checker.locator(".person")).to_contain_text("レベル2")
    await expect(checker.locator("main")).not_to_contain_text("見本 太郎")
    assert [one["audience"] for one in await viewers(phone)] == ["shop", "site"]


async def test_without_a_network_on_both_sides_a_pass_is_checked_until_it_is_too_old(
    phone: Page, new_phone: NewPhone, product: Product
) -> None:
    checker = await new_phone()
    await checker.clock.install()
    await sign_in(phone, product, "hanako")
    await scan(checker, await show(phone))
    for page in (phone, checker):
        await keep_the_app(page)
        await page.context.set_offline(offline=True)
    await phone.reload()
    link = await shown(phone)
    await scan(checker, link)
    await expect(checker.locator(".ground.ok")).to_be_visible()
    await expect(checker.locator(".notice")).to_contain_text("登録簿には確かめられませんでした")
    await expect(checker.locator(".person")).to_contain_text("見本 花子")
    await checker.clock.fast_forward(120_000)
    await scan(checker, link)
    await expect(checker.locator(".ground.stop h1")).to_have_text("使えません")
    await expect(checker.locator(".remedy")).to_contain_text("パスの時間が切れています")


async def test_after_a_sign_out_elsewhere_the_register_says_that_the_phone_is_signed_out(
    phone: Page, new_phone: NewPhone, product: Product
) -> None:
    await sign_in(phone, product, "kenichi")
    link = await show(phone)
    elsewhere, checker = await new_phone(), await new_phone()
    await scan(checker, link)
    await expect(checker.locator(".ground.ok")).to_be_visible()
    await sign_in(elsewhere, product, "kenichi")
    status, _ = await elsewhere.evaluate(CALL, ["/v1/sessions", "DELETE"])
    assert status == 204
    await scan(checker, link)
    await expect(checker.locator(".ground.stop")).to_be_visible()
    await expect(checker.locator(".remedy")).to_contain_text("その電話はログアウトしています")
    await scan(checker, await show(elsewhere))
    await expect(checker.locator(".ground.ok")).to_be_visible()
