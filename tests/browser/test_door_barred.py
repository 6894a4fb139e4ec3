"""Signed in, and yet no passport: something to accept, a registration that ended, no worker, another's phone."""

import pytest
from playwright.async_api import expect

from tests.browser import door_scenes as scenes
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import Mock, NewPhone, taken_over
from tests.browser.test_home_life import kept, open_home

pytestmark = pytest.mark.browser


@pytest.fixture
async def phone(new_phone: NewPhone, mock: Mock) -> KeyPhone:
    """A phone whose service worker is not there yet."""
    return await take_key_phone(new_phone, mock.origin + "/manifest.webmanifest")


async def test_what_must_be_accepted_stands_in_the_way_of_every_page_but_the_settings(
    phone: KeyPhone, mock: Mock
) -> None:
    page = phone.page
    await scenes.consent_page(phone, mock)
    await page.goto(mock.origin + "/history")
    await expect(page.locator(".papers")).to_be_visible()
    await page.goto(mock.origin + "/settings")
    await expect(page.locator("fieldset")).to_have_count(3)
    await page.goto(mock.origin)
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_be_visible()
    assert (await mock.become())["barred"] is None


async def test_a_new_version_comes_to_an_open_phone_and_its_paper_can_be_read(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await open_home(page, mock)
    await mock.become(barred="consent_needed")
    await expect(page.locator(".papers")).to_be_visible()
    await page.get_by_role("button", name="データの扱い").click()
    for head in ["残すもの", "見られる人", "だれが見たか", "持ち出し", "やめるとき"]:
        await expect(page.locator(".paper h3", has_text=head).first).to_be_visible()
    await page.keyboard.press("Escape")
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_words_that_this_app_does_not_have_are_not_accepted_unread(phone: KeyPhone, mock: Mock) -> None:
    newer = [one | {"version": 2} for one in scenes.ASKED]
    await mock.become(consents=newer)
    await scenes.consent_page(phone, mock)
    await expect(phone.page.get_by_role("button", name="アプリを新しくする")).to_be_visible()
    await expect(phone.page.get_by_role("button", name="2つに同意してはじめる")).to_have_count(0)


async def test_who_does_not_accept_can_leave(phone: KeyPhone, mock: Mock) -> None:
    await scenes.consent_page(phone, mock)
    await phone.page.get_by_role("button", name="ログアウト").click()
    await expect(phone.page.locator(".ways-in")).to_be_visible()
    assert (await mock.become())["signedIn"] is False


async def test_reading_is_not_interrupted_by_a_lost_network(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.consent_page(phone, mock)
    await page.context.set_offline(True)
    await scenes.press_on(page)
    await expect(page.locator(".hindered")).to_contain_text("圏外です")
    await expect(page.locator(".papers")).to_be_visible()
    await page.context.set_offline(False)
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_an_ended_registration_says_who_helps(phone: KeyPhone, mock: Mock) -> None:
    await scenes.removed(phone, mock)
    await expect(phone.page.locator("main")).to_contain_text("運営の窓口")
    await expect(phone.page.locator("main")).to_contain_text("働いた日の記録は、消えていません")
    await phone.page.get_by_role("button", name="ログアウト").click()
    await expect(phone.page.locator(".ways-in")).to_be_visible()


async def test_who_is_no_worker_sees_the_roles_held_here_and_until_when(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await scenes.office(phone, mock)
    first, second = page.locator(".roles li").nth(0), page.locator(".roles li").nth(1)
    for text in ["事業者責任者", "株式会社見本鉄筋", "9200 0000 0000 13", "期限なし"]:
        await expect(first).to_contain_text(text)
    await expect(second).to_contain_text("2027年3月31日（水）まで")
    await expect(page.locator("main")).to_contain_text("会社と現場の画面をひらく")
    await page.get_by_role("link", name="設定", exact=True).click()
    await page.get_by_role("button", name="ログアウト").click()
    await expect(page.locator(".ways-in")).to_be_visible()
    assert await kept(page) == []


async def test_the_roles_are_there_offline_with_their_date(new_phone: NewPhone, mock: Mock) -> None:
    await mock.become(barred="not_a_worker", consents=scenes.GIVEN)
    page = await new_phone()
    await page.goto(mock.origin)
    await expect(page.locator(".roles")).to_be_visible()
    await page.evaluate("navigator.serviceWorker.ready")
    await taken_over(page)
    await page.context.set_offline(True)
    await page.reload()
    await expect(page.locator(".roles li")).to_have_count(2)
    await expect(page.locator(".notice")).to_contain_text("圏外です")


async def test_an_invitation_leads_to_the_roles_and_wipes_what_another_kept_here(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await open_home(page, mock)
    await scenes.invitation(phone, mock)
    await mock.become(barred="not_a_worker")
    await scenes.press_on(page)
    await expect(page.locator(".papers")).to_be_visible()
    await expect(page.locator(".stairs")).to_have_count(0)
    await scenes.press_on(page)
    await expect(page.locator(".roles")).to_be_visible()
    assert await kept(page) == ["me ja"]


async def test_a_phone_that_turns_out_to_be_no_workers_forgets_the_passport(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await open_home(page, mock)
    await mock.become(barred="not_a_worker", consents=scenes.GIVEN)
    await expect(page.locator(".roles")).to_be_visible()
    assert await kept(page) == ["me ja"]


async def test_an_invitation_that_is_over_says_so(phone: KeyPhone, mock: Mock) -> None:
    await scenes.invitation(phone, mock)
    await mock.become(doorway={"status": 401, "code": "invitation_over"})
    await scenes.press_on(phone.page)
    await expect(phone.page.locator(".hindered")).to_contain_text("もう一度招待してもらう")
    assert await phone.keys() == []


async def test_whoever_comes_in_sees_nothing_of_who_was_here_before(phone: KeyPhone, mock: Mock) -> None:
    page = phone.page
    await mock.become(signedIn=False)
    await scenes.consents(phone, mock)
    await mock.become(state="counted")
    await open_home(page, mock)
    await expect(page.locator(".levelcard")).to_contain_text("見本 太郎")
    await page.goto(mock.origin + "/door")
    await mock.become(state="night")
    await page.evaluate(
        "window.seen = []; new MutationObserver(() => window.seen.push(document.body.innerText))"
        ".observe(document.body, {childList: true, subtree: true})"
    )
    await scenes.press_on(page)
    await expect(page.locator(".levelcard")).to_contain_text("仮山 八郎")
    assert "見本 太郎" not in "".join(await page.evaluate("window.seen.filter(one => !one.includes('サンプルの人で'))"))
