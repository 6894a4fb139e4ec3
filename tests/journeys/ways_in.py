"""What the journeys through the door share: an office that gives codes, and how numbers are typed."""

from playwright.async_api import Page, expect

from tests.browser.key_phones import KeyPhone, first_secrets, invite_operator, take_key_phone
from tests.browser.phones import NewPhone
from tests.product import Product


async def open_office(new_phone: NewPhone, product: Product) -> KeyPhone:
    """Take the operator's invitation on a screen of its own, as far as the roles."""
    office = await take_key_phone(new_phone, await invite_operator(product))
    await office.page.get_by_role("button", name="鍵をつくる").click()
    await office.page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(office.page.locator(".roles li")).to_contain_text("運営")
    return office


async def secrets_from(office: KeyPhone, product: Product, person: str) -> dict[str, str]:
    """Give what a worker types: number and digits of the card, and the office's code, which ends the earlier one."""
    known = await first_secrets(product, person)
    status, given = await office.call("POST", f"/v1/workers/{known['workerNumber']}/enrolment-code")
    assert status == 201, given
    return known | {"code": given["code"]}


async def type_in(page: Page, known: dict[str, str]) -> None:
    for name, text in known.items():
        await page.locator(f"#{name}").fill(text)
    await page.get_by_role("button", name="次へ").click()


async def come_in_first(phone: KeyPhone, known: dict[str, str]) -> None:
    """Go through the three screens of a first login, from the door."""
    page = phone.page
    await page.get_by_role("link", name="はじめての方").click()
    await type_in(page, known)
    await page.get_by_role("button", name="顔か指でつくる").click()
    await page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(page.locator(".levelcard")).to_be_visible()
