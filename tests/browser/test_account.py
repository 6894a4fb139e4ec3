"""News, who looked, settings, keys, losses, take-away: in every language and look, offline, refused, kept or not."""

import json
import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.phones import Complaints, Mock, NewPhone, taken_over
from tests.browser.test_history import COLOURED
from tests.browser.test_home_states import LANGUAGES, LOOKS, complaints_of_axe, low_targets, put_on, sideways

pytestmark = pytest.mark.browser

MORNING = "2026-11-20T07:43:05+09:00"
PAGES = {
    "/inbox": ".news",
    "/pass/viewers": ".looks",
    "/settings": ".rows",
    "/settings/keys": ".things",
    "/settings/lost": ".steps",
    "/settings/data": ".mine",
}
KEPT = {
    "/inbox": "inbox ja",
    "/pass/viewers": "viewers ja",
    "/settings/keys": "keys ja",
    "/settings/lost": "card-loss ja",
    "/settings/data": "workers/91000000000015 ja",
}
"""Pages that show what the server said, and under which key the phone keeps it."""
SHEETS = [("/settings/keys", ".things .btn"), ("/settings/keys", ".panel > .btn"), ("/settings/lost", ".lost > .btn")]
TALL: ViewportSize = {"width": 390, "height": 2800}
"""So tall that the tab bar covers nothing, which axe would take for a small target."""
RECOVERY = {
    "attestedAt": "2026-11-20T06:30:00+09:00",
    "opensAt": "2026-11-21T06:30:00+09:00",
    "expiresAt": "2026-11-28T06:30:00+09:00",
}
NO_STORE = (
    "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('full', 'QuotaExceededError') } })"
)
NO_PASSKEY = "navigator.credentials.get = () => Promise.reject(new DOMException('closed', 'NotAllowedError'))"


async def open_page(page: Page, mock: Mock, path: str, *, worker: bool = False) -> None:
    await page.goto(mock.origin + path)
    await expect(page.locator(PAGES[path]).first).to_be_visible()
    if worker:
        await page.evaluate("navigator.serviceWorker.ready")
        await taken_over(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_is_clean_in_every_look(path: str, language: str, mock: Mock, new_phone: NewPhone) -> None:
    await mock.become(recovery=RECOVERY)
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    await page.set_viewport_size(TALL)
    complaints = Complaints(page)
    await page.clock.install(time=MORNING)
    await open_page(page, mock, path)
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator("h1")).to_have_count(1)
    for look in LOOKS if language in COLOURED else LOOKS[:1]:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look
    assert await low_targets(page) == []
    assert await sideways(page) == 0
    assert complaints.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_sheet_is_clean_and_fits(language: str, mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    await page.clock.install(time=MORNING)
    for path, opener in SHEETS:
        await open_page(page, mock, path)
        await page.locator(opener).first.click()
        await expect(page.locator("dialog h2")).to_be_focused()
        for look in LOOKS if language in COLOURED else LOOKS[:1]:
            await put_on(page, look)
            assert await complaints_of_axe(page, look) == [], (path, look)
        small = [one for one in await low_targets(page) if 'for="' not in one]  # the words above a field are no target
        assert small == []
        await page.keyboard.press("Escape")
        await expect(page.locator("dialog")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_200_percent_nothing_scrolls_sideways(language: str, mock: Mock, new_phone: NewPhone) -> None:
    await mock.become(recovery=RECOVERY)
    page = await new_phone({"language": language, "look": "light", "size": 200})
    await page.clock.install(time=MORNING)
    for path in PAGES:
        await open_page(page, mock, path)
        assert await sideways(page) == 0, path
        assert await clipped(page) == [], path
    for path, opener in SHEETS:
        await open_page(page, mock, path)
        await page.locator(opener).first.click()
        await expect(page.locator("dialog h2")).to_be_visible()
        assert await clipped(page) == [], path


async def clipped(page: Page) -> list[str]:
    script = (
        "[...document.querySelectorAll('main *, dialog *')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 160))"
    )
    return list(await page.evaluate(script))


async def test_offline_every_page_seen_before_stands_with_its_date(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    for path in KEPT:
        await open_page(phone, mock, path, worker=True)
    await phone.context.set_offline(offline=True)
    for path in KEPT:
        await open_page(phone, mock, path)
        if path != "/settings/lost":  # whose guidance needs no date
            await expect(phone.locator(".notice")).to_have_text("圏外です。11月20日 7:43 の内容です")
            await expect(phone.locator(".datadate")).to_have_class(re.compile("stale"))


async def test_offline_a_page_never_seen_says_so(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/settings", worker=True)
    await phone.context.set_offline(offline=True)
    for path in ("/inbox", "/pass/viewers", "/settings/keys"):
        await phone.goto(mock.origin + path)
        await expect(phone.locator(".nothing")).to_contain_text("ここは、まだ見ていません")


async def test_a_hung_server_blocks_no_page_seen_before(phone: Page, mock: Mock) -> None:
    for path in KEPT:
        await open_page(phone, mock, path, worker=True)
    await mock.become(hung=True)
    for path in KEPT:
        await phone.goto(mock.origin + path, wait_until="commit")
        await expect(phone.locator(PAGES[path]).first).to_be_visible(timeout=1500)


async def test_a_phone_that_keeps_nothing_still_shows_every_page(phone: Page, mock: Mock) -> None:
    await phone.add_init_script(NO_STORE)
    complaints = Complaints(phone)
    for path in PAGES:
        await open_page(phone, mock, path)
    await open_page(phone, mock, "/inbox")
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.get_by_role("link", name="お知らせ", exact=True)).to_be_visible()
    assert (await mock.become())["read"] is True
    assert complaints.texts == []


async def test_a_server_that_cannot_answer_is_named_on_every_page_with_a_help_code(phone: Page, mock: Mock) -> None:
    for path in KEPT:
        await open_page(phone, mock, path, worker=True)
    await mock.become(failing=True)
    for path in KEPT:
        await open_page(phone, mock, path)
        if path != "/settings/lost":
            await expect(phone.locator(".notice .help")).to_contain_text("H4T 9WR")


async def test_the_bell_counts_and_falls_silent_when_the_news_were_seen(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await phone.goto(mock.origin)
    await phone.get_by_role("link", name="お知らせ 新着3件").click()
    await expect(phone.locator(".news .tag")).to_have_count(3)
    await expect(phone.locator(".news a").last.locator(".tag")).to_have_count(0)
    await expect(phone.locator(".news li").first).to_contain_text("11月20日（金）を数えました")
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.get_by_role("link", name="お知らせ", exact=True)).to_be_visible()
    assert (await mock.become())["readUntil"] == ["01a209fb-5ab0-7420-a86d-000000000009"]
    await mock.become(read=False)
    await expect(phone.get_by_role("link", name="お知らせ 新着3件")).to_be_visible(timeout=1500)


async def test_news_read_without_a_network_is_told_later(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/settings/lost", worker=True)
    await phone.route("**/v1/passport/inbox/read", lambda route: route.abort())
    await open_page(phone, mock, "/inbox")
    await phone.context.set_offline(offline=True)
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.get_by_role("link", name="お知らせ", exact=True)).to_be_visible()
    await phone.unroute("**/v1/passport/inbox/read")
    assert (await mock.become())["readUntil"] == []
    await phone.context.set_offline(offline=False)
    await expect(phone.locator(".notice")).to_have_count(0)
    await expect_read(mock)
    await expect(phone.get_by_role("link", name="お知らせ", exact=True)).to_be_visible()


async def expect_read(mock: Mock) -> None:
    for _ in range(50):
        if (await mock.become())["readUntil"]:
            return
    pytest.fail("the server was not told")


async def test_each_of_the_news_opens_its_page(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    for index, path in enumerate(["/history/2026-11-20", "/settings/keys", "/history/2026-11-11", "/settings/lost"]):
        await open_page(phone, mock, "/inbox")
        await phone.locator(".news a").nth(index).click()
        await expect(phone).to_have_url(mock.origin + path)
        await expect(phone.locator("main .panel").first).to_be_visible()


async def test_without_news_or_looks_it_says_what_comes_here(phone: Page, mock: Mock) -> None:
    await mock.become(noNews=True, looked=False)
    await phone.goto(f"{mock.origin}/inbox")
    await expect(phone.locator(".nothing")).to_contain_text("お知らせは、まだありません")
    await phone.goto(f"{mock.origin}/pass/viewers")
    await expect(phone.locator(".nothing")).to_contain_text("まだ、だれも見ていません")
    await expect(phone.locator(".asked")).to_contain_text("心当たりがないとき")


async def test_the_name_on_the_card_leads_to_everything_of_the_account(phone: Page, mock: Mock) -> None:
    await phone.goto(mock.origin)
    await phone.get_by_role("link", name="見本 太郎").click()
    for name, title in [
        ("パスキー", "パスキー"),
        ("なくしたとき", "なくしたとき"),
        ("登録と持ち出し", "登録と持ち出し"),
        ("見た人", "見た人"),
    ]:
        await phone.get_by_role("link", name=name).click()
        await expect(phone.locator("h1")).to_have_text(title)
        await phone.go_back()
        await expect(phone.locator("h1")).to_have_text("設定")


async def test_a_key_is_stopped_after_a_question_and_the_last_one_never(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/settings/keys")
    await phone.get_by_role("button", name="止める 見本の予備").click()
    await phone.get_by_role("button", name="やめておく").click()
    await expect(phone.locator(".things").first.locator("li")).to_have_count(2)
    await phone.get_by_role("button", name="止める 見本の予備").click()
    await phone.get_by_role("button", name="かぎを止める").click()
    await expect(phone.locator("dialog")).to_have_count(0)
    await expect(phone.get_by_text("かぎを止めました")).to_be_visible()
    await expect(phone.locator(".things").first.locator("li")).to_have_count(1)
    await expect(phone.get_by_text("最後の1つは止められません")).to_be_visible()
    await expect(phone.get_by_role("button", name=re.compile("^止める"))).to_have_count(0)


async def test_where_the_phone_does_not_confirm_nothing_is_done_and_it_says_so(phone: Page, mock: Mock) -> None:
    await mock.become(stale=True)
    await phone.add_init_script(NO_PASSKEY)
    await phone.route("**/v1/login/options", lambda route: route.fulfill(json={"publicKey": {"challenge": "bWlob24"}}))
    await open_page(phone, mock, "/settings/keys")
    await phone.get_by_role("button", name="止める 見本の予備").click()
    await phone.get_by_role("button", name="かぎを止める").click()
    await expect(phone.get_by_role("alert")).to_contain_text("本人の確認ができませんでした")
    assert len(list((await mock.become())["passkeys"])) == 2  # type: ignore[call-overload]  # a JSON array
    await mock.become(stale=False)
    await phone.get_by_role("button", name="かぎを止める").click()
    await expect(phone.get_by_text("かぎを止めました")).to_be_visible()


async def test_a_refused_act_says_why_with_a_help_code_and_offline_what_to_do(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/settings/lost", worker=True)
    await phone.get_by_role("button", name="カードを止める").click()
    await mock.become(failing=True)
    await phone.get_by_role("button", name="カードを止める").last.click()
    await expect(phone.locator("dialog .help")).to_contain_text("H4T 9WR")
    await phone.context.set_offline(offline=True)
    await phone.get_by_role("button", name="カードを止める").last.click()
    await expect(phone.locator("dialog [role=alert]")).to_contain_text("まだ何も変わっていません")
    assert (await mock.become())["cardStoppedAt"] is None


async def test_signing_out_elsewhere_leaves_this_one(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/settings/keys")
    places = phone.locator(".things").last
    await expect(places.locator("li").first).to_contain_text("この画面")
    await places.get_by_role("button", name=re.compile("^ログアウト 名前の分からない端末")).click()
    await expect(places.locator("li")).to_have_count(1)
    await expect(phone.get_by_text("ほかの場所では、ログインしていません。")).to_be_visible()
    await expect(phone.get_by_role("button", name="ほかを全部ログアウト")).to_have_count(0)


async def test_whoever_takes_the_account_elsewhere_is_seen_on_home_at_once_and_stopped(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await phone.goto(mock.origin)
    await expect(phone.locator(".levelcard")).to_be_visible()
    await mock.become(recovery=RECOVERY)
    await expect(phone.locator(".notice.stop")).to_be_visible(timeout=1500)
    await phone.get_by_role("link", name="見る・止める").click()
    await expect(phone.locator(".taken")).to_contain_text("11月21日（土） 6:30")
    await phone.get_by_role("button", name="申し込みを止める").click()
    await expect(phone.locator(".taken")).to_have_count(0)
    assert (await mock.become())["recovery"] is None
    await phone.get_by_role("link", name="ホーム").click()
    await expect(phone.locator(".notice")).to_have_count(0)


async def test_a_lost_card_is_stopped_after_a_warning_and_the_page_says_how_it_goes_on(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/settings/lost")
    await phone.get_by_role("button", name="カードを止める").click()
    await expect(phone.locator("dialog")).to_contain_text("見つかっても使えません")
    await phone.get_by_role("button", name="カードを止める").last.click()
    await expect(phone.locator(".lost .why")).to_contain_text("ほかの人は使えません")
    await expect(phone.locator(".lost .why")).to_contain_text("所属会社")
    await expect(phone.locator(".lost .help")).to_contain_text("C7R DQ2")
    await expect(phone.get_by_role("button", name="カードを止める")).to_have_count(0)
    await phone.get_by_role("link", name="働いた日を申請する").click()
    await expect(phone.locator(".cal")).to_be_visible()


async def test_who_is_not_in_still_reads_what_helps_when_something_is_lost(phone: Page, mock: Mock) -> None:
    await mock.become(signedIn=False)
    await open_page(phone, mock, "/settings/lost")
    await expect(phone.get_by_role("link", name="新しいスマホで入る")).to_be_visible()
    await expect(phone.get_by_role("button", name="カードを止める")).to_have_count(0)
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.locator(".rows a")).to_have_count(1)


async def test_the_registration_shows_its_basics(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/settings/data")
    await expect(phone.locator(".mine > div")).to_have_count(9)
    lines = await phone.locator(".mine > div").all()
    shown = {await one.locator("dt").inner_text(): await one.locator("dd").inner_text() for one in lines}
    assert shown == {
        "名前": "見本 太郎\nミホン タロウ",
        "技能者番号": "91000000000015",
        "生年月日": "1992年3月14日",
        "レベル": "レベル2",
        "職種": "鉄筋工",
        "会社": "株式会社見本鉄筋",
        "登録した日": "2021年4月1日",
        "最初に数えた日": "2021年4月5日",
        "カードの期限": "2031年3月31日",
    }


async def test_every_file_comes_under_its_name(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/settings/data")
    files = phone.locator(".files a")
    names = []
    for index in range(await files.count()):
        async with phone.expect_download() as waiting:
            await files.nth(index).click()
        names.append((await waiting.value).suggested_filename)
    months = [f"passport-{time}.{kind}" for time in ("2026-11", "2026-10", "2026") for kind in ("csv", "pdf")]
    assert names == ["passport.pdf", "passport.json", "seal.pem", *months]


async def test_months_and_years_of_the_history_are_files_too(phone: Page, mock: Mock) -> None:
    for path, name in [("/history/2026-10", "passport-2026-10"), ("/history/2026", "passport-2026")]:
        await phone.goto(mock.origin + path)
        for kind in ("CSV", "PDF"):
            async with phone.expect_download() as waiting:
                await phone.get_by_role("link", name=kind).click()
            assert (await waiting.value).suggested_filename == f"{name}.{kind.lower()}"


async def test_a_file_that_cannot_be_made_says_why_and_offline_too(phone: Page, mock: Mock) -> None:
    await mock.become(papers=False)
    await open_page(phone, mock, "/settings/data", worker=True)
    await phone.locator(".files a").first.click()
    await expect(phone.locator(".files .help")).to_contain_text("H4T 9WR")
    await phone.context.set_offline(offline=True)
    await phone.locator(".files a").first.click()
    await expect(phone.locator(".files [role=alert]")).to_contain_text("電波の入る所で、もう一度押してください")


async def test_on_an_iphone_the_link_itself_brings_the_file_in_ones_language(mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone({"language": "ja-x-easy", "look": "light", "size": 100})
    await page.add_init_script("navigator.standalone = true")
    await open_page(page, mock, "/settings/data")
    link = page.locator(".files a").first
    await expect(link).to_have_attribute("href", "/v1/passport/data/pdf?language=ja-x-easy")
    async with page.expect_download() as waiting:
        await link.click()
    assert (await waiting.value).url == f"{mock.origin}/v1/passport/data/pdf?language=ja-x-easy"
    await page.context.set_offline(offline=True)
    await link.click()
    await expect(page.locator(".files [role=alert]")).to_be_visible()


async def test_nothing_of_all_this_is_left_for_the_next_person(phone: Page, mock: Mock) -> None:
    for path, key in KEPT.items():
        await open_page(phone, mock, path)
        await expect_kept(phone, key)
    await phone.goto(f"{mock.origin}/settings")
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".people")).to_be_visible()
    assert await kept(phone) == []


async def expect_kept(page: Page, key: str) -> None:
    for _ in range(50):
        if key in await kept(page):
            return
        await page.wait_for_timeout(100)
    pytest.fail(f"{key} is not kept")


async def kept(page: Page) -> list[str]:
    """Give the keys of everything on the phone's shelves."""
    script = """async () => {
      const open = indexedDB.open('passport')
      const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result) })
      const database = await done(open)
      const names = [...database.objectStoreNames]
      const shelves = database.transaction(names)
      const keys = await Promise.all(names.map((name) => done(shelves.objectStore(name).getAllKeys())))
      database.close()
      return JSON.stringify(keys.flat())
    }"""
    return list(json.loads(await page.evaluate(script)))
