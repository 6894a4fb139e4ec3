"""Every screen by which one gets in, and how a test gets there."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page, expect

from tests.browser.key_phones import KeyPhone
from tests.browser.phones import Mock

NUMBER, DIGITS, CODE = "91000000000011", "4821", "12345678"
INVITATION = "/invitation#" + "a" * 43
ASKED = [{"kind": "terms", "version": 1, "accepted": False}, {"kind": "data_handling", "version": 1, "accepted": False}]
GIVEN = [one | {"accepted": True} for one in ASKED]
OUTSIDE: dict[str, object] = {
    "signedIn": False,
    "closed": False,
    "doorway": None,
    "keeping": None,
    "entering": None,
    "barred": None,
    "consents": ASKED,
}
"""The world of somebody who stands before the door."""
WAITING = {"status": 403, "code": "recovery_waiting", "opensAt": "2026-11-21T07:43:05+09:00"}

Scene = Callable[[KeyPhone, Mock], Awaitable[None]]


async def type_numbers(page: Page) -> None:
    await page.locator("#workerNumber").fill(NUMBER)
    await page.locator("#digits").fill(DIGITS)
    await page.locator("#code").fill(CODE)


async def press_on(page: Page) -> None:
    """Press what the screen asks for."""
    await page.locator("main .btn.main").click()


async def _open(phone: KeyPhone, mock: Mock, path: str, seen: str) -> None:
    await phone.page.goto(mock.origin + path)
    await expect(phone.page.locator(seen).first).to_be_visible()


async def _sheet(phone: KeyPhone, opener: str) -> None:
    await phone.page.locator(opener).last.click()
    await expect(phone.page.locator("dialog h2")).to_be_visible()


async def door(phone: KeyPhone, mock: Mock) -> None:
    await _open(phone, mock, "/door", ".people")


async def door_without_samples(phone: KeyPhone, mock: Mock) -> None:
    await mock.become(closed=True)
    await _open(phone, mock, "/door", ".ways-in")


async def door_cancelled(phone: KeyPhone, mock: Mock) -> None:
    await door(phone, mock)
    await press_on(phone.page)
    await expect(phone.page.locator(".nokey")).to_be_visible()


async def door_refused(phone: KeyPhone, mock: Mock) -> None:
    await door(phone, mock)
    await mock.become(doorway={"status": 429, "code": "too_many_tries", "retryAfterS": 700})
    await press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_be_visible()


async def languages(phone: KeyPhone, mock: Mock) -> None:
    await door(phone, mock)
    await _sheet(phone, ".speech")


async def first(phone: KeyPhone, mock: Mock) -> None:
    await _open(phone, mock, "/door/first", "#code")


async def first_missing(phone: KeyPhone, mock: Mock) -> None:
    await first(phone, mock)
    await press_on(phone.page)
    await expect(phone.page.locator(".missing")).to_have_count(3)


async def first_wrong(phone: KeyPhone, mock: Mock) -> None:
    await first(phone, mock)
    await mock.become(doorway={"status": 401, "code": "enrolment_wrong"})
    await type_numbers(phone.page)
    await press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_be_visible()


async def code_where(phone: KeyPhone, mock: Mock) -> None:
    await first(phone, mock)
    await _sheet(phone, ".feet .quiet")


async def key(phone: KeyPhone, mock: Mock) -> None:
    await first(phone, mock)
    await type_numbers(phone.page)
    await press_on(phone.page)
    await expect(phone.page.locator(".phonekey")).to_be_visible()


async def key_cancelled(phone: KeyPhone, mock: Mock) -> None:
    await key(phone, mock)
    await phone.know(owner=False)
    await press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_be_visible()


async def cannot(phone: KeyPhone, mock: Mock) -> None:
    await key(phone, mock)
    await _sheet(phone, ".feet .quiet")


async def consents(phone: KeyPhone, mock: Mock) -> None:
    await key(phone, mock)
    await press_on(phone.page)
    await expect(phone.page.locator(".papers")).to_be_visible()


async def paper(phone: KeyPhone, mock: Mock) -> None:
    await consents(phone, mock)
    await _sheet(phone, ".papers button")


async def new_phone(phone: KeyPhone, mock: Mock) -> None:
    await _open(phone, mock, "/door/new-phone", "#code")


async def waiting(phone: KeyPhone, mock: Mock) -> None:
    await new_phone(phone, mock)
    await mock.become(doorway=WAITING)
    await type_numbers(phone.page)
    await press_on(phone.page)
    await expect(phone.page.locator(".waiting")).to_be_visible()


async def new_phone_done(phone: KeyPhone, mock: Mock) -> None:
    await new_phone(phone, mock)
    await type_numbers(phone.page)
    await press_on(phone.page)
    await expect(phone.page.locator(".phonekey")).to_be_visible()
    await press_on(phone.page)
    await expect(phone.page.locator(".waiting")).to_be_visible()


async def invitation(phone: KeyPhone, mock: Mock) -> None:
    await _open(phone, mock, INVITATION, ".phonekey")


async def invitation_broken(phone: KeyPhone, mock: Mock) -> None:
    await _open(phone, mock, "/invitation#abc", ".sunken")


async def consent_page(phone: KeyPhone, mock: Mock) -> None:
    await mock.become(signedIn=True, barred="consent_needed")
    await _open(phone, mock, "/", ".papers")


async def removed(phone: KeyPhone, mock: Mock) -> None:
    await mock.become(signedIn=True, barred="worker_removed")
    await _open(phone, mock, "/", ".hindered")


async def office(phone: KeyPhone, mock: Mock) -> None:
    await mock.become(signedIn=True, barred="not_a_worker", consents=GIVEN)
    await _open(phone, mock, "/", ".roles")


SCENES: list[Scene] = [
    door,
    door_without_samples,
    door_cancelled,
    door_refused,
    languages,
    first,
    first_missing,
    first_wrong,
    code_where,
    key,
    key_cancelled,
    cannot,
    consents,
    paper,
    new_phone,
    waiting,
    new_phone_done,
    invitation,
    invitation_broken,
    consent_page,
    removed,
    office,
]
