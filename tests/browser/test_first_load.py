"""The first load: one page, one script, and a question that does not wait for it."""

import asyncio
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.phones import Complaints, Mock, NewPhone


class Asked:
    """What a page asked for, in order."""

    def __init__(self, page: Page) -> None:
        self.paths: list[str] = []
        page.on("request", lambda request: self.paths.append(urlsplit(request.url).path))

    def of(self, beginning: str) -> list[str]:
        return [path for path in self.paths if path.startswith(beginning)]


async def hold_script(page: Page) -> asyncio.Event:
    """Keep the app's script back until the event is set."""
    come = asyncio.Event()

    async def wait(route: Route) -> None:
        await come.wait()
        await route.continue_()

    await page.route("**/assets/app-*.js", wait)
    return come


async def test_the_first_screen_is_one_page_and_one_script(phone: Page, mock: Mock) -> None:
    await mock.become(signedIn=False)
    asked, complaints = Asked(phone), Complaints(phone)
    # The service worker fetches everything else afterwards, for later.
    await phone.add_init_script(
        "Object.defineProperty(navigator.serviceWorker, 'register', {value: () => new Promise(() => {})})"
    )
    await phone.goto(mock.origin)
    await expect(phone.get_by_role("heading", level=1)).to_be_visible()
    assert len(asked.of("/assets/")) == 1
    assert complaints.texts == []


async def test_nobody_is_asked_for_where_nobody_is_in(phone: Page, mock: Mock) -> None:
    await mock.become(signedIn=False)
    asked = Asked(phone)
    await phone.goto(mock.origin)
    await expect(phone.locator(".people li").first).to_be_visible()
    assert asked.of("/v1/passport") == []
    assert asked.of("/v1/sample/people") == ["/v1/sample/people"]


async def test_the_passport_is_asked_for_before_the_script_has_come(phone: Page, mock: Mock) -> None:
    come = await hold_script(phone)
    asked = Asked(phone)
    async with phone.expect_response("**/v1/passport") as answer:
        await phone.goto(mock.origin, wait_until="commit")
    await (await answer.value).finished()
    assert asked.of("/v1/passport") == ["/v1/passport"]
    await mock.become(failing=True)
    # The answer that came early is shown, though the server gives no other any more.
    come.set()
    await expect(phone.locator(".levelcard")).to_be_visible()


async def test_a_first_question_that_fails_is_asked_again(phone: Page, mock: Mock) -> None:
    await phone.route("**/v1/passport", lambda route: route.abort(), times=1)
    await phone.goto(mock.origin)
    await expect(phone.locator(".levelcard")).to_be_visible()


@pytest.mark.parametrize(("language", "words"), [("en", "/assets/en-"), ("vi", "/assets/vi-")])
async def test_the_words_of_the_reader_come_beside_the_script(
    new_phone: NewPhone, mock: Mock, language: str, words: str
) -> None:
    phone = await new_phone(locale=language)
    come = await hold_script(phone)
    asked = Asked(phone)
    async with phone.expect_request(f"**{words}*"):
        await phone.goto(mock.origin, wait_until="commit")
    come.set()
    await expect(phone.locator("html")).to_have_attribute("lang", language)
    assert len(asked.of(words)) == 1


async def test_the_chosen_look_is_there_before_the_script(new_phone: NewPhone, mock: Mock) -> None:
    phone = await new_phone({"language": "ja", "look": "dark", "size": 150})
    come = await hold_script(phone)
    await phone.goto(mock.origin, wait_until="commit")
    root = phone.locator("html")
    await expect(root).to_have_attribute("data-theme", "dark")
    await expect(root).to_have_attribute("data-text", "150")
    await expect(phone.locator("body")).to_have_css("background-color", "rgb(13, 17, 19)")
    come.set()
