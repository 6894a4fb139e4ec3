"""The first screen while things happen: a tap counts, the network goes, the server hangs, a new version comes."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.phones import Complaints, Mock, NewPhone, taken_over

pytestmark = pytest.mark.browser

MORNING = "2026-11-20T07:43:05+09:00"
VERDICT = ".today .v"


async def open_home(page: Page, mock: Mock, *, worker: bool = False) -> None:
    await page.goto(mock.origin)
    await expect(page.locator(".levelcard")).to_be_visible()
    if worker:
        await page.evaluate("navigator.serviceWorker.ready")
        await taken_over(page)


async def test_a_tap_that_counts_is_seen_within_a_second(phone: Page, mock: Mock) -> None:
    await mock.become(state="none")
    await open_home(phone, mock)
    await expect(phone.locator(VERDICT)).to_have_text("今日はまだです")
    await mock.become(state="counted")
    await expect(phone.locator(VERDICT)).to_have_text("今日は数えました", timeout=1000)
    await expect(phone.locator(".mark.land")).to_be_visible()


async def test_a_day_already_counted_does_not_celebrate_again(phone: Page, mock: Mock) -> None:
    await open_home(phone, mock)
    await mock.become(state="counted")
    await phone.wait_for_timeout(300)
    await expect(phone.locator(".mark.land")).to_have_count(0)


async def test_many_changes_at_once_are_asked_for_together(phone: Page, mock: Mock) -> None:
    await mock.become(state="none")
    await open_home(phone, mock)
    before = int(str((await mock.become())["asked"]))
    for state in ["waiting", "counted"] * 10:
        await mock.become(state=state)
    await expect(phone.locator(VERDICT)).to_have_text("今日は数えました")
    await phone.wait_for_timeout(300)
    asked = int(str((await mock.become())["asked"])) - before
    assert asked <= 22  # never more than the changes themselves and one to be sure


async def test_where_the_stream_fails_the_phone_asks_every_fifteen_seconds(phone: Page, mock: Mock) -> None:
    await mock.become(state="none", mute=True)
    await phone.clock.install(time=MORNING)
    await open_home(phone, mock)
    await mock.become(state="counted")
    await phone.clock.run_for(16_000)
    await expect(phone.locator(VERDICT)).to_have_text("今日は数えました", timeout=2000)


async def test_offline_and_reloaded_it_is_still_there_with_its_date(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_home(phone, mock, worker=True)
    await phone.context.set_offline(offline=True)
    await expect(phone.locator(".notice")).to_have_text("圏外です。11月20日 7:43 の内容です")
    await phone.reload()
    await expect(phone.locator(".notice")).to_have_text("圏外です。11月20日 7:43 の内容です")
    await expect(phone.locator(VERDICT)).to_have_text("今日は数えました")
    await expect(phone.locator(".datadate")).to_have_class(re.compile("stale"))
    await phone.context.set_offline(offline=False)
    await expect(phone.locator(".notice")).to_have_count(0)
    await expect(phone.locator(".datadate")).not_to_have_class(re.compile("stale"))


async def test_the_next_morning_offline_yesterday_is_not_called_today(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_home(phone, mock, worker=True)
    await phone.context.set_offline(offline=True)
    await phone.clock.set_fixed_time("2026-11-21T06:30:00+09:00")
    await phone.reload()
    await expect(phone.locator(VERDICT)).to_have_text("11月20日は数えました")
    await expect(phone.locator(".datadate")).to_have_text("11月20日 7:43 時点")


async def test_every_language_opens_offline(new_phone: NewPhone, mock: Mock) -> None:
    page = await new_phone({"language": "ja", "look": "system", "size": 100})
    await open_home(page, mock, worker=True)
    await page.context.set_offline(offline=True)
    await page.goto(f"{mock.origin}/settings")
    await page.get_by_text("English").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.get_by_role("link", name="Home").click()
    await expect(page.locator(VERDICT)).to_be_visible()


async def test_a_hung_server_does_not_block_what_is_kept(phone: Page, mock: Mock) -> None:
    await open_home(phone, mock, worker=True)
    await mock.become(hung=True)
    await phone.reload(wait_until="commit")
    await expect(phone.locator(VERDICT)).to_be_visible(timeout=1500)
    await expect(phone.locator(".datadate")).to_have_class(re.compile("stale"))
    await expect(phone.locator(".notice")).to_contain_text("つながりません", timeout=12_000)
    await mock.become(hung=False)
    await expect(phone.locator(".notice")).to_have_count(0, timeout=20_000)


async def test_a_first_visit_to_a_failing_server_says_so_and_tries_again(phone: Page, mock: Mock) -> None:
    await mock.become(failing=True)
    await phone.goto(mock.origin)
    await expect(phone.locator(".nothing")).to_contain_text("まだ内容がありません")
    await expect(phone.locator(".help")).to_contain_text("H4T 9WR")
    await mock.become(failing=False)
    await phone.get_by_role("button", name="もう一度つなぐ").click()
    await expect(phone.locator(".levelcard")).to_be_visible()


async def unanswered(_route: Route) -> None:
    """Let a request hang."""


async def test_a_slow_first_visit_shows_shapes_and_no_word_at_first(phone: Page, mock: Mock) -> None:
    await phone.route("**/v1/passport", unanswered)
    await phone.route("**/v1/passport/live", unanswered)
    await phone.clock.install(time=MORNING)
    await phone.goto(mock.origin)
    await expect(phone.locator(".shape-of")).to_have_count(4)
    await phone.clock.run_for(500)
    await expect(phone.locator(".loading")).to_have_text("読み込んでいます")


async def test_a_new_version_asks_before_it_reloads(phone: Page, mock: Mock) -> None:
    await open_home(phone, mock, worker=True)
    await phone.evaluate("window.untouched = true")
    await expect(phone.locator(".update")).to_have_count(0)
    await mock.become(release=2)
    await phone.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    await expect(phone.locator(".update")).to_contain_text("新しい版があります")
    assert await phone.evaluate("window.untouched") is True
    async with phone.expect_event("load"):
        await phone.get_by_role("button", name="切りかえる").click()
    assert await phone.evaluate("window.untouched") is None
    names = await phone.evaluate("caches.keys()")
    assert [name.startswith("shell-2-") for name in names] == [True]


async def test_the_door_lets_one_in_and_out_and_wipes_the_phone(phone: Page, mock: Mock) -> None:
    await mock.become(signedIn=False)
    await phone.goto(mock.origin)
    await phone.get_by_role("button", name="見本 太郎").click()
    await expect(phone.locator(".levelcard")).to_contain_text("見本 太郎")
    await phone.get_by_role("link", name="設定", exact=True).click()
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".people")).to_be_visible()
    assert await kept(phone) == []


async def test_signing_out_without_a_network_forgets_at_once_and_tells_the_server_later(
    phone: Page, mock: Mock
) -> None:
    await open_home(phone, mock, worker=True)
    await phone.context.set_offline(offline=True)
    await phone.get_by_role("link", name="設定", exact=True).click()
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".hindered")).to_contain_text("圏外です")
    assert await kept(phone) == []
    await phone.reload()
    await expect(phone.locator(".levelcard")).to_have_count(0)
    await phone.context.set_offline(offline=False)
    await expect(phone.locator(".people")).to_be_visible()
    assert (await mock.become())["signedIn"] is False


async def test_a_session_ended_elsewhere_wipes_the_phone(phone: Page, mock: Mock) -> None:
    await open_home(phone, mock)
    await mock.become(signedIn=False)
    await expect(phone.locator(".people")).to_be_visible()
    assert await kept(phone) == []


async def test_a_link_can_enter_as_a_sample_person(phone: Page, mock: Mock) -> None:
    await mock.become(signedIn=False)
    complaints = Complaints(phone)
    await phone.goto(f"{mock.origin}/door?person=night")
    await expect(phone.locator(".levelcard")).to_contain_text("仮山 八郎")
    assert phone.url == f"{mock.origin}/"
    assert complaints.texts == []


async def test_the_keyboard_reaches_everything(phone: Page, mock: Mock) -> None:
    await open_home(phone, mock)
    await phone.keyboard.press("Tab")
    await expect(phone.get_by_role("link", name="お知らせ")).to_be_focused()
    await phone.keyboard.press("Tab")
    await expect(phone.locator(".levelcard a.show")).to_be_focused()
    await expect(phone.locator(".mini")).to_be_visible()
    for name in ["見本 太郎", "11月", "次のレベル", "これまで", "ホーム", "履歴", "見せる", "めざす", "設定"]:
        await phone.keyboard.press("Tab")
        await expect(phone.get_by_role("link", name=name).last).to_be_focused()
    await phone.keyboard.press("Enter")
    await expect(phone.locator("h1")).to_have_text("設定")
    await phone.locator("input[name=look]").first.focus()
    await phone.keyboard.press("ArrowDown")
    await phone.keyboard.press("ArrowDown")
    await expect(phone.locator("html")).to_have_attribute("data-theme", "dark")


async def kept(page: Page) -> list[object]:
    script = """new Promise((resolve) => {
      indexedDB.open('passport').onsuccess = ({ target }) => {
        const shelves = target.result.transaction(['kept', 'pages', 'pass'])
        shelves.objectStore('kept').getAllKeys().onsuccess = (kept) =>
          shelves.objectStore('pages').getAllKeys().onsuccess = (pages) =>
            shelves.objectStore('pass').getAllKeys().onsuccess = (pass) =>
              resolve([...kept.target.result, ...pages.target.result, ...pass.target.result]) } })"""
    return list(await page.evaluate(script))
