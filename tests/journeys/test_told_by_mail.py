"""A worker who wants mail too: the address is given, confirmed by the mail that goes there, told, stopped by a link."""

import asyncio
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from playwright.async_api import Page, expect

from played.mail_server import MailServer
from tests.browser.phones import NewPhone
from tests.browser.test_account import TALL
from tests.browser.test_home_states import LOOKS, complaints_of_axe, put_on
from tests.conftest import RunSample
from tests.journeys.test_from_tap_to_pocket import sign_in
from tests.product import Product, free_port

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def told(run_sample: RunSample) -> Iterator[tuple[Product, int]]:
    """The product, whose mail goes to a port of this machine, and which has a LINE account."""
    port = free_port()
    chosen = {
        "PASSPORT_SMTP": f"smtp://127.0.0.1:{port}",
        "PASSPORT_MAIL_FROM": "passport@example.jp",
        "PASSPORT_MAIL_BOUNCES": "bounces@example.jp",
        "PASSPORT_LINE_TOKEN": "of the tests",
        "PASSPORT_LINE_SECRET": "of the tests",
        "PASSPORT_LINE_API": "http://127.0.0.1:1",
    }
    with run_sample(environment=chosen) as product:
        yield product, port


async def mail_for(server: MailServer, number: int) -> EmailMessage:
    """Wait for the next mail."""
    async with asyncio.timeout(15):
        while len(server.kept) <= number:  # noqa: ASYNC110  # the server fills it
            await asyncio.sleep(0.05)
    read = email.message_from_bytes(server.kept[number].content, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    return read


def link_in(mail: EmailMessage, what: str) -> str:
    text = mail.get_body(("plain",))
    assert text is not None
    found = re.search(rf"http://localhost:\d+/mail#{what}=\w+", text.get_content())
    assert found is not None
    return found[0]


async def clean(page: Page) -> None:
    for look in LOOKS:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look


async def test_an_address_is_given_confirmed_told_and_stopped(
    phone: Page, new_phone: NewPhone, told: tuple[Product, int]
) -> None:
    product, port = told
    async with MailServer(port) as server:
        await phone.set_viewport_size(TALL)  # so tall that the tab bar covers nothing
        await sign_in(phone, product, "taro")
        await phone.goto(f"{product.origin}/settings/notices")
        await phone.get_by_label("メールアドレス").fill("taro@example.jp")
        await clean(phone)
        await phone.get_by_role("button", name="確認のメールを送る").click()
        await expect(phone.get_by_text("確認を待っています")).to_be_visible()
        asked = await mail_for(server, 0)
        assert asked["Subject"] == "このメールアドレスを確認してください"

        desk = await new_phone()
        await desk.goto(link_in(asked, "confirm"))
        await expect(desk.get_by_role("heading", name="このアドレスでお知らせを受け取りますか")).to_be_visible()
        await clean(desk)
        await desk.get_by_role("button", name="受け取る").click()
        await expect(desk.get_by_role("heading", name="届くようになりました")).to_be_visible()
        await phone.reload()
        await expect(phone.get_by_text("ここに届きます")).to_be_visible()

        await phone.get_by_role("button", name="コードを出す").click()
        await expect(phone.locator(".way .code b")).to_have_text(re.compile(r"^[A-Z2-9]{4} [A-Z2-9]{4}$"))
        await clean(phone)

        await phone.evaluate("fetch('/v1/notices/trial', {method: 'POST'})")
        trial = await mail_for(server, 1)
        assert trial["Subject"] == "お知らせは、ここに届きます"
        await desk.goto("about:blank")
        await desk.goto(link_in(trial, "stop"))
        await desk.get_by_role("button", name="止める").click()
        await expect(desk.get_by_role("heading", name="止めました")).to_be_visible()
        await phone.reload()
        await expect(phone.get_by_label("メールアドレス")).to_be_visible()
