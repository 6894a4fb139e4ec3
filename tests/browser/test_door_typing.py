"""The three numbers: typed, pasted, in other scripts, kept; and the screens that follow them."""

import json
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser import door_scenes as scenes
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import Mock, NewPhone

pytestmark = pytest.mark.browser

DRAFTS = """new Promise((resolve) => {
  indexedDB.open('passport').onsuccess = ({ target }) => {
    const all = target.result.transaction('drafts').objectStore('drafts').getAll()
    all.onsuccess = () => resolve(all.result) } })"""


@pytest.fixture
async def phone(new_phone: NewPhone, mock: Mock) -> KeyPhone:
    """A phone without a key, before the door."""
    await mock.become(signedIn=False)
    return await take_key_phone(new_phone, mock.origin + "/door")


async def world(mock: Mock) -> dict[str, Any]:
    return await mock.become()


async def paste(page: Page, field: str, text: str) -> None:
    """Put a text where a paste would put it: at the caret, in one piece."""
    await page.locator(field).focus()
    await page.keyboard.insert_text(text)


async def test_from_three_numbers_to_the_passport_in_three_screens(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await page.get_by_role("link", name="はじめての方").click()
    await scenes.type_numbers(page)
    await page.get_by_role("button", name="次へ").click()
    await expect(page.get_by_role("img", name="3つのうち 2つめ")).to_be_visible()
    await page.get_by_role("button", name="顔か指でつくる").click()
    await expect(page.get_by_text("働いた日と資格で、レベルが1から4へ上がります。")).to_be_visible()
    await page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(page.locator(".levelcard")).to_be_visible()
    said = await world(mock)
    assert said["typed"] == [{"workerNumber": scenes.NUMBER, "digits": scenes.DIGITS, "code": scenes.CODE}]
    assert [one["accepted"] for one in said["consents"]] == [True, True]
    assert await page.evaluate(DRAFTS) == []
    assert len(await phone.keys()) == 1


@pytest.mark.parametrize(
    "text", ["９１００　００００　００００　１１", "9100-0000-0000-11", "番号 91000000000011 です", "၉၁၀၀၀၀၀၀၀၀၀၀၁၁"]
)
async def test_digits_of_any_script_with_whatever_between_are_taken(phone: KeyPhone, mock: Mock, text: str) -> None:
    await scenes.first(phone, mock)
    await paste(phone.page, "#workerNumber", text)
    await expect(phone.page.locator("#workerNumber")).to_have_value("9100 0000 0000 11")


async def test_digits_are_grouped_while_typed_and_the_caret_stays_where_one_types(phone: KeyPhone, mock: Mock) -> None:
    await scenes.first(phone, mock)
    field = phone.page.locator("#workerNumber")
    await field.press_sequentially("910000000001")
    await expect(field).to_have_value("9100 0000 0001")
    for _ in range(7):
        await field.press("ArrowLeft")
    await field.press_sequentially("55")
    await expect(field).to_have_value("9100 0055 0000 01")
    assert await field.evaluate("one => one.selectionStart") == 9
    await field.press("Backspace")
    await expect(field).to_have_value("9100 0050 0000 1")
    await field.press_sequentially("7777777")
    assert len(await field.input_value()) == 17
    assert await field.get_attribute("inputmode") == "numeric"


async def test_what_is_missing_is_said_at_the_field_and_nothing_is_sent(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.first(phone, mock)
    await page.locator("#workerNumber").fill("91000000000012")
    await page.locator("#digits").fill("12")
    await scenes.press_on(page)
    await expect(page.locator("#workerNumber")).to_be_focused()
    await expect(page.locator("#workerNumber-missing")).to_have_text("番号のどこかがちがいます。カードを見てください")
    await expect(page.locator("#digits-missing")).to_have_text("4けたの数字を入れてください")
    await expect(page.locator("#code-missing")).to_have_text("8けたの数字を入れてください")
    assert (await world(mock))["typed"] == []


async def test_the_number_is_kept_while_it_is_typed_and_the_secrets_are_not(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.first(phone, mock)
    await scenes.type_numbers(page)
    await page.reload()
    await expect(page.locator("#workerNumber")).to_have_value("9100 0000 0000 11")
    await expect(page.locator("#digits")).to_have_value("")
    kept = json.dumps(await page.evaluate(DRAFTS)) + json.dumps(await page.evaluate("({...localStorage})"))
    assert scenes.NUMBER in kept
    assert scenes.DIGITS not in kept
    assert scenes.CODE not in kept


async def test_back_from_the_key_leads_to_what_was_typed(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key(phone, mock)
    await page.go_back()
    await expect(page.locator("#code")).to_have_value("1234 5678")
    await page.go_forward()
    await expect(page.locator(".phonekey")).to_be_visible()
    await page.get_by_role("button", name="戻る").click()
    await expect(page.locator("#digits")).to_have_value("4821")


async def test_a_key_that_the_phone_has_is_offered_to_whoever_types(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key(phone, mock)
    await scenes.press_on(page)
    await expect(page.locator(".papers")).to_be_visible()
    await mock.become(signedIn=False)
    assert await page.locator("#workerNumber").count() == 0
    await page.goto(mock.origin + "/door/first")
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_a_new_phone_is_told_from_when_on_and_again_when_it_looks_again(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await page.clock.install(time="2026-11-20T07:43:05+09:00")
    await scenes.waiting(phone, mock)
    await expect(page.locator("h1")).to_have_text("11月21日（土） 7:43 から開けます")
    await expect(page.locator("main")).to_contain_text("前の電話の「設定」で、止めてください")
    await page.get_by_role("button", name="わかりました").click()
    await page.get_by_role("link", name="電話をなくした・かえた方").click()
    await expect(page.locator("h1")).to_have_text("11月21日（土） 7:43 から開けます")
    await page.clock.set_system_time("2026-11-21T07:44:00+09:00")
    await mock.become(doorway=None)
    await page.reload()
    await expect(page.locator(".lead-in")).to_have_text("待つ時間が終わりました。同じコードを入れてください。")
    await scenes.type_numbers(page)
    await scenes.press_on(page)
    await expect(page.locator(".phonekey")).to_be_visible()
    await scenes.press_on(page)
    await expect(page.locator("h1")).to_have_text("この電話が、新しい鍵です")
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_be_visible()
    assert await page.evaluate(DRAFTS) == []
