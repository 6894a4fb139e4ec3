"""What keeps one out: person, phone, network, server; each with its remedy, and nothing typed is lost."""

import asyncio
import re

import pytest
from playwright.async_api import Route, expect

from tests.browser import door_scenes as scenes
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import Mock, NewPhone

pytestmark = pytest.mark.browser


@pytest.fixture
async def phone(new_phone: NewPhone, mock: Mock) -> KeyPhone:
    """A phone without a key, before a door without sample people."""
    await mock.become(signedIn=False, closed=True)
    return await take_key_phone(new_phone, mock.origin + "/door")


async def make_key(phone: KeyPhone, mock: Mock) -> None:
    await scenes.consents(phone, mock)
    await mock.become(signedIn=False)
    await phone.page.goto(mock.origin + "/door")


async def test_with_the_key_of_this_phone_one_is_in_at_a_touch(phone: KeyPhone, mock: Mock) -> None:
    await make_key(phone, mock)
    await phone.page.get_by_role("button", name="この電話でログイン").click()
    await expect(phone.page.locator(".levelcard")).to_be_visible()
    assert phone.page.url == mock.origin + "/"


async def test_without_sample_mode_only_the_real_ways_are_there(phone: KeyPhone) -> None:
    await expect(phone.page.locator(".ways-in li")).to_have_count(3)
    await expect(phone.page.locator(".people, .sample, .hindered")).to_have_count(0)


async def test_who_stops_half_way_is_told_what_to_do_and_may_try_again(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key_cancelled(phone, mock)
    await expect(page.locator(".hindered")).to_have_text("とちゅうで止まりましたもう一度押してください。")
    await phone.know(owner=True)
    await page.get_by_role("button", name="もう一度つくる").click()
    await expect(page.locator(".papers")).to_be_visible()


async def test_at_the_door_a_phone_without_a_key_is_shown_the_other_ways(phone: KeyPhone) -> None:
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_contain_text("とちゅうで止まりました")
    await expect(phone.page.locator(".nokey")).to_contain_text("はじめての方")


async def test_time_that_ran_out_is_called_so(phone: KeyPhone) -> None:
    page = phone.page
    await page.clock.install()
    await page.evaluate(
        "() => { navigator.credentials.get = () => new Promise((_, no) => { window.asked = true; "
        "setTimeout(() => no(new DOMException('', 'NotAllowedError')), 60_000) }) }"
    )
    await scenes.press_on(page)
    for _ in range(200):  # the page's own clock stands still meanwhile
        if await page.evaluate("window.asked ?? false"):
            break
        await asyncio.sleep(0.05)
    await page.clock.run_for(61_000)
    await expect(page.locator(".hindered")).to_contain_text("時間がすぎました")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SecurityError", "いつもとちがいます"),
        ("NotSupportedError", "画面ロックが見つかりません"),
        ("ConstraintError", "画面ロックが見つかりません"),
        ("InvalidStateError", "もう鍵があります"),
        ("UnknownError", "電話が鍵を使えませんでした"),
    ],
)
async def test_whatever_the_phone_says_has_words(phone: KeyPhone, mock: Mock, name: str, words: str) -> None:
    await scenes.key(phone, mock)
    await phone.page.evaluate(
        "name => { navigator.credentials.create = () => Promise.reject(new DOMException('', name)) }", name
    )
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_contain_text(words)


async def test_a_browser_without_keys_says_so_and_shows_who_helps(new_phone: NewPhone, mock: Mock) -> None:
    await mock.become(signedIn=False, closed=True)
    page = await new_phone()
    await page.add_init_script("delete window.PublicKeyCredential")
    await page.goto(mock.origin + "/door")
    await expect(page.locator(".hindered")).to_contain_text("このブラウザーでは、鍵を使えません")
    await page.get_by_role("link", name="はじめての方").click()
    await scenes.type_numbers(page)
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_contain_text("新しいChromeかSafariで開いてください")
    await page.get_by_role("button", name="できない方はこちら").click()
    await expect(page.locator("dialog")).to_contain_text("会社の事務所か窓口へ")


async def test_a_phone_without_a_screen_lock_is_told_before_it_tries(phone: KeyPhone, mock: Mock) -> None:
    await phone.cdp.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": phone.authenticator})
    await scenes.key(phone, mock)
    await expect(phone.page.locator(".hindered")).to_contain_text("画面ロックがないようです")


async def test_a_browser_that_cannot_read_json_of_keys_gets_in_all_the_same(phone: KeyPhone, mock: Mock) -> None:
    old = """delete PublicKeyCredential.parseCreationOptionsFromJSON
      delete PublicKeyCredential.parseRequestOptionsFromJSON
      delete PublicKeyCredential.prototype.toJSON"""
    await phone.page.add_init_script(old)
    await make_key(phone, mock)
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".levelcard")).to_be_visible()


async def test_offline_says_so_and_keeps_what_was_typed(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.first(phone, mock)
    await scenes.type_numbers(page)
    await page.context.set_offline(True)
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_contain_text("圏外です")
    await expect(page.locator(".hindered")).to_contain_text("書いたことは、この画面に残っています")
    await page.context.set_offline(False)
    await scenes.press_on(page)
    await expect(page.locator(".phonekey")).to_be_visible()


async def test_the_door_offline_says_so_and_opens_when_the_network_is_back(phone: KeyPhone, mock: Mock) -> None:
    await make_key(phone, mock)
    page = phone.page
    await expect(page.locator(".ways-in")).to_be_visible()
    await page.context.set_offline(True)
    await expect(page.locator(".hindered")).to_contain_text("圏外です")
    await page.context.set_offline(False)
    await expect(page.locator(".hindered")).to_have_count(0)
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_a_hung_server_is_waited_for_eight_seconds_and_not_for_ever(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.first(phone, mock)
    await scenes.type_numbers(page)
    await mock.become(hung=True)
    await scenes.press_on(page)
    await expect(page.locator(".working")).to_have_text("確かめています")
    await expect(page.locator(".hindered")).to_contain_text("つながりません", timeout=12_000)
    await mock.become(hung=False)
    await scenes.press_on(page)
    await expect(page.locator(".phonekey")).to_be_visible()


async def test_whoever_tries_too_often_is_told_how_long_to_wait(phone: KeyPhone, mock: Mock) -> None:
    await scenes.door_without_samples(phone, mock)
    await mock.become(doorway={"status": 429, "code": "too_many_tries", "retryAfterS": 700})
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_contain_text("12分たつと、またできます。")


async def test_a_locked_code_says_who_gives_another_and_until_when(phone: KeyPhone, mock: Mock) -> None:
    await scenes.first(phone, mock)
    await mock.become(doorway={"status": 403, "code": "code_locked", "until": "2026-12-04"})
    await scenes.type_numbers(phone.page)
    await scenes.press_on(phone.page)
    for text in ["5回つづいた", "だれが", "所属会社か窓口", "12月4日", "H4T 9WR"]:
        await expect(phone.page.locator(".hindered")).to_contain_text(text)


@pytest.mark.parametrize(
    "code", ["passkey_copied", "passkey_unknown", "user_not_verified", "origin_wrong", "worker_removed"]
)
async def test_a_key_that_is_refused_is_explained(phone: KeyPhone, mock: Mock, code: str) -> None:
    await make_key(phone, mock)
    await mock.become(entering={"status": 401, "code": code})
    await scenes.press_on(phone.page)
    for text in ["だれが", "何を", "どこで"]:
        await expect(phone.page.locator(".hindered")).to_contain_text(text)
    await expect(phone.page.locator(".nokey")).to_have_count(1 if code == "passkey_unknown" else 0)


async def test_a_question_that_is_over_begins_again(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key(phone, mock)
    await mock.become(keeping={"status": 401, "code": "challenge_over"})
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_contain_text("確認の時間がすぎた")
    await mock.become(keeping=None)
    await scenes.press_on(page)
    await expect(page.locator(".papers")).to_be_visible()
    assert len(list((await mock.become())["typed"])) == 2  # type: ignore[call-overload]  # asked anew


async def test_a_code_refused_later_leads_back_to_where_it_was_typed(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key(phone, mock)
    await mock.become(keeping={"status": 401, "code": "challenge_over"})
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_be_visible()
    await mock.become(doorway={"status": 401, "code": "enrolment_wrong"})
    await scenes.press_on(page)
    await expect(page.locator("#code")).to_have_value("1234 5678")
    await expect(page.locator(".hindered")).to_contain_text("組み合わせが合いません")


async def test_an_answer_lost_on_the_way_costs_nothing(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.key(phone, mock)

    async def lose(route: Route) -> None:
        """The server hears it and keeps the key; its answer is lost."""
        await route.fetch()
        await route.abort()

    await page.route("**/v1/enrolment", lose)
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_contain_text("つながりません")
    await page.unroute("**/v1/enrolment")
    await mock.become(signedIn=False, keeping={"status": 401, "code": "challenge_over"})
    await scenes.press_on(page)
    await expect(page.locator(".papers")).to_be_visible()
    assert (await mock.become())["signedIn"] is True


async def test_a_failing_server_is_no_refusal(phone: KeyPhone, mock: Mock) -> None:
    await scenes.first(phone, mock)
    await scenes.type_numbers(phone.page)
    await mock.become(failing=True)
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_have_class(re.compile("hindered"))
    await expect(phone.page.locator("#code")).to_have_value("1234 5678")
    await mock.become(failing=False)
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".phonekey")).to_be_visible()
