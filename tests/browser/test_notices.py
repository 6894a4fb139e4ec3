"""Notices on the phone: shown and opened by the worker, turned on and off on a page of their own, asked for on home."""

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.phones import Complaints, Mock, NewPhone
from tests.browser.pushing import let_push, open_push_service, pushes, shown, worker_of
from tests.browser.test_account import MORNING, TALL, clipped
from tests.browser.test_history import COLOURED
from tests.browser.test_home_states import LANGUAGES, LOOKS, complaints_of_axe, low_targets, put_on, sideways

pytestmark = pytest.mark.browser

PAGE = "/settings/notices"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"
NO_PUSH = "delete self.PushManager"
OTHERS = [
    {
        "id": "00000000-0000-4000-8000-000000000001",
        "name": "iPhone",
        "since": "2026-11-02T19:05:00+09:00",
        "reachedAt": "2026-11-19T07:41:00+09:00",
    },
    {
        "id": "00000000-0000-4000-8000-000000000002",
        "name": None,
        "since": "2026-06-02T19:05:00+09:00",
        "reachedAt": None,
    },
]
MESSAGE = {
    "id": "01a209fb-5ab0-7420-a86d-000000000001",
    "title": "11月20日（金）は止まっています",
    "body": "直せる人：所属会社（株式会社見本鉄筋）",
    "tag": "day 2026-11-20",
    "url": "/history/2026-11-20",
    "lang": "ja",
    "unread": 2,
    "at": MORNING,
}


def here(page: Page) -> Locator:
    """What is said of this phone."""
    return page.locator(".here")


def card(page: Page) -> Locator:
    """Home's question."""
    return page.locator(".asking")


async def open_page(page: Page, mock: Mock, path: str = PAGE) -> None:
    await page.goto(mock.origin + path)
    await page.evaluate("""navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
      new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))).then(() => {})""")
    await expect(page.locator(".topics, .levelcard").first).to_be_visible()


async def turn_on(page: Page, mock: Mock) -> None:
    await open_page(page, mock)
    await page.get_by_role("button", name="お知らせを入れる").click()
    await expect(here(page)).to_contain_text("ここにお知らせが届きます")


async def devices(mock: Mock) -> list[dict[str, Any]]:
    """What the server keeps."""
    found: Any = (await mock.become())["devices"]
    return list(found)


async def eventually(mock: Mock, name: str, wanted: object) -> None:
    for _ in range(60):
        if (await mock.become())[name] == wanted:
            return
        await asyncio.sleep(0.1)
    assert (await mock.become())[name] == wanted


async def standing(page: Page, count: int) -> list[dict[str, Any]]:
    """Wait until so many notifications stand on the phone."""
    for _ in range(50):
        found = await shown(page)
        if len(found) == count:
            return found
        await asyncio.sleep(0.1)
    return await shown(page)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_clean_in_every_look_and_state(language: str, mock: Mock, new_phone: NewPhone) -> None:
    await mock.become(devices=OTHERS)
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    await let_push(page)
    await page.set_viewport_size(TALL)
    complaints = Complaints(page)
    await page.clock.install(time=MORNING)
    await open_page(page, mock)
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator("h1")).to_have_count(1)
    for state in ("off", "on"):
        for look in LOOKS if language in COLOURED else LOOKS[:1]:
            await put_on(page, look)
            assert await complaints_of_axe(page, look) == [], (state, look)
        assert await low_targets(page) == []
        assert await sideways(page) == 0
        if state == "off":
            await here(page).locator(".btn.main").click()
            await expect(page.locator(".here.ok")).to_be_visible()
    assert complaints.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_home_s_question_is_clean_in_every_look(language: str, mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    await let_push(page)
    await page.set_viewport_size({"width": 390, "height": 1600})  # so tall that the tab bar covers nothing
    await page.clock.install(time=MORNING)
    await open_page(page, mock, "/")
    await expect(card(page)).to_be_visible()
    for look in LOOKS:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look
    assert await low_targets(page) == []
    assert await sideways(page) == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_200_percent_all_of_it_is_whole(language: str, mock: Mock, new_phone: NewPhone) -> None:
    await mock.become(devices=OTHERS)
    page = await new_phone({"language": language, "look": "light", "size": 200})
    await let_push(page)
    await page.clock.install(time=MORNING)
    for path in ("/", PAGE):
        await open_page(page, mock, path)
        await expect(page.locator(".asking, .here .btn").first).to_be_visible()
        assert await sideways(page) == 0, path
        assert await clipped(page) == [], path
    await here(page).locator(".btn.main").click()
    await expect(page.locator(".here.ok")).to_be_visible()
    assert await clipped(page) == []


@pytest.mark.parametrize(
    ("wanted", "script", "agent", "says"),
    [
        ({"permission": "denied"}, "", None, "ブラウザーが、お知らせを止めています"),
        ({}, NO_PUSH, IPHONE, "iPhoneでは、先にホーム画面に追加します"),
        ({}, NO_PUSH, None, "このブラウザーでは、受け取れません"),
    ],
)
async def test_where_it_cannot_be_turned_on_the_page_says_how_to_get_there(
    wanted: dict[str, object], script: str, agent: str | None, says: str, mock: Mock, new_phone: NewPhone
) -> None:
    page = await new_phone(**({"user_agent": agent} if agent else {}))
    await let_push(page, **wanted)
    if script:
        await page.context.add_init_script(script)
    await page.set_viewport_size(TALL)
    await page.goto(mock.origin + PAGE)
    await expect(here(page)).to_contain_text(says)
    await expect(here(page).locator("li").first).to_be_visible()
    await expect(here(page).get_by_role("button")).to_have_count(0)
    for look in LOOKS:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look
    await page.goto(mock.origin)
    await expect(page.locator(".career")).to_be_visible()
    await expect(card(page)).to_have_count(0)


async def test_the_page_changes_when_the_browser_lets_notices_through(phone: Page, mock: Mock) -> None:
    await let_push(phone, permission="denied")
    await open_page(phone, mock)
    await expect(here(phone)).to_contain_text("止めています")
    await phone.evaluate("""localStorage.pushes = JSON.stringify({permission: 'default', answer: 'granted', log: []})
      document.dispatchEvent(new Event('visibilitychange'))""")
    await expect(phone.get_by_role("button", name="お知らせを入れる")).to_be_visible()


async def test_turned_on_by_a_touch_the_server_holds_this_device_and_off_ends_it(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await open_page(phone, mock)
    assert (await pushes(phone))["log"] == []
    await phone.get_by_role("button", name="お知らせを入れる").click()
    await expect(phone.locator(".here.ok")).to_contain_text("ここにお知らせが届きます")
    (kept,) = await devices(mock)
    made = (await pushes(phone))["made"]
    assert {"endpoint": kept["endpoint"], "keys": kept["keys"]} == made
    assert (kept["pushKey"], kept["language"]) == ("mock", "ja")
    world: Any = await mock.become()
    assert (await pushes(phone))["log"] == ["asked", f"subscribed with {world['pushKey']['key']}"]
    await expect(phone.locator(".devices li").first).to_contain_text("この画面")
    await phone.get_by_role("button", name="ここでは止める").click()
    await expect(here(phone)).to_contain_text("ここには、まだ届きません")
    assert await devices(mock) == []
    assert (await pushes(phone))["made"] is None


async def test_a_pushed_message_is_shown_once_and_opens_the_day_without_a_reload(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    service = await open_push_service(phone, mock.origin)
    await service.bring(MESSAGE)
    (one,) = await standing(phone, 1)
    assert {name: one[name] for name in ("title", "body", "tag", "lang", "silent")} == {
        **{name: MESSAGE[name] for name in ("title", "body", "tag", "lang")},
        "silent": False,
    }
    assert one["data"] == {"id": MESSAGE["id"], "url": "/history/2026-11-20"}
    await service.bring(MESSAGE)
    await wait_silent(phone)
    await service.bring(MESSAGE | {"id": "another", "title": "11月20日（金）を数えました"})
    for _ in range(50):
        (again,) = await shown(phone)
        if again["title"] == "11月20日（金）を数えました":
            break
        await asyncio.sleep(0.1)
    assert (again["title"], again["silent"]) == ("11月20日（金）を数えました", False)
    await phone.evaluate("self.same = 'page'")
    await touch(phone)
    await expect(phone).to_have_url(f"{mock.origin}/history/2026-11-20")
    await expect(phone.locator(".chain, .panel").first).to_be_visible()
    assert await phone.evaluate("self.same") == "page"
    assert await shown(phone) == []


async def wait_silent(page: Page) -> None:
    """Wait until what stands there was put there again, without a sound."""
    for _ in range(50):
        (one,) = await shown(page)
        if one["silent"]:
            return
        await asyncio.sleep(0.1)
    pytest.fail("it rang again")


async def touch(page: Page) -> None:
    """Touch the notification that stands on the phone; focus needs a real finger."""
    await (await worker_of(page)).evaluate("""async () => {
      WindowClient.prototype.focus = async function () { return this }
      const [notification] = await self.registration.getNotifications()
      self.dispatchEvent(new NotificationEvent('notificationclick', {notification}))
    }""")


async def test_with_no_window_open_a_touch_opens_one_and_never_elsewhere(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    await open_push_service(phone, mock.origin)
    worker = await worker_of(phone)
    opened = await worker.evaluate("""async () => {
      const opened = []
      self.clients.matchAll = async () => []
      self.clients.openWindow = async (path) => void opened.push(path)
      for (const url of ['/history/2026-11-20', 'https://elsewhere.example/', '//elsewhere.example/']) {
        await self.registration.showNotification('見本', {tag: 'x', data: {url}})
        const [notification] = await self.registration.getNotifications()
        self.dispatchEvent(new NotificationEvent('notificationclick', {notification}))
        await new Promise((done) => setTimeout(done, 50))
      }
      return opened
    }""")
    assert opened == ["/history/2026-11-20", "/inbox", "/inbox"]


async def test_what_cannot_be_read_still_says_something(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    service = await open_push_service(phone, mock.origin)
    await service.bring("not ours")
    (one,) = await standing(phone, 1)
    assert one["title"] == "技能者パスポート"
    assert one["data"]["url"] == "/inbox"


async def test_who_signs_out_is_told_here_no_more_and_the_next_person_sees_nothing(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    service = await open_push_service(phone, mock.origin)
    await service.bring(MESSAGE)
    await standing(phone, 1)
    await phone.get_by_role("link", name="設定").click()
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".people")).to_be_visible()
    assert await devices(mock) == []
    assert (await pushes(phone))["made"] is None
    assert await shown(phone) == []
    await service.bring(MESSAGE | {"id": "late"})
    (one,) = await standing(phone, 1)
    assert one["title"] == "技能者パスポート"
    assert "11月20日" not in json.dumps(one, ensure_ascii=False)


async def test_who_signs_out_without_a_network_is_not_told_either_and_the_server_hears_of_it_later(
    phone: Page, mock: Mock
) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    await phone.get_by_role("link", name="設定").click()
    await phone.context.set_offline(offline=True)
    await phone.get_by_role("button", name="ログアウト").click()
    await expect(phone.locator(".stairs, .people, .door").first).to_be_visible()
    assert (await pushes(phone))["made"] is None
    assert len(await devices(mock)) == 1
    await phone.context.set_offline(offline=False)
    await eventually(mock, "devices", [])
    await eventually(mock, "signedIn", wanted=False)


async def test_a_trial_says_what_became_of_it(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    service = await open_push_service(phone, mock.origin)
    await phone.get_by_role("button", name="ためしに送る").click()
    await expect(here(phone)).to_contain_text("届くのを待っています")
    await service.bring(MESSAGE | {"tag": "trial"})
    await expect(here(phone)).to_contain_text("届きました。これで大丈夫です。")
    assert (await mock.become())["trials"] == 1
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    for state, says in [("delivered", "スマホまでは届きました"), ("failed", "届きませんでした")]:
        await mock.become(trialState=state)
        await phone.get_by_role("button", name="ためしに送る").click()
        await expect(here(phone)).to_contain_text("届くのを待っています")
        await phone.clock.run_for(13_000)
        await expect(here(phone)).to_contain_text(says)


async def test_a_refused_trial_says_why_and_what_to_do(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    await phone.route("**/v1/notices/settings", lambda route: route.abort())
    await mock.become(devices=[])
    await phone.get_by_role("button", name="ためしに送る").click()
    await expect(here(phone).get_by_role("alert")).to_contain_text("お知らせの送り先がまだありません")
    await expect(here(phone).get_by_role("alert")).to_contain_text("このスマホのお知らせを入れる")


async def test_times_and_topics_are_kept_and_safety_cannot_be_stopped(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await open_page(phone, mock)
    await phone.get_by_label("ここから").fill("22:30")
    await expect(phone.locator(".times")).to_contain_text("保存しました")
    await phone.get_by_label("働いた日").select_option("daily")
    await expect(phone.locator(".topics")).to_contain_text("保存しました")
    await phone.get_by_label("カード").select_option("off")
    await eventually(
        mock,
        "notices",
        {
            "language": "ja",
            "quietFrom": "22:30",
            "quietUntil": "06:00",
            "digestAt": "18:00",
            "daily": ["days", "news"],
            "off": ["cards"],
        },
    )
    await expect(phone.locator(".topics .fixed")).to_contain_text("いつも届く")
    await expect(phone.locator(".topics select")).to_have_count(7)
    await expect(phone.locator(".topics")).not_to_contain_text("現場のリーダー")


async def test_an_office_user_chooses_among_the_office_s_topics(phone: Page, mock: Mock) -> None:
    await mock.become(barred="not_a_worker")
    await let_push(phone)
    await open_page(phone, mock)
    await expect(phone.locator(".topics")).to_contain_text("現場のリーダー")
    await expect(phone.locator(".topics")).not_to_contain_text("働いた日")
    await phone.get_by_role("button", name="お知らせを入れる").click()
    await expect(phone.locator(".here.ok")).to_be_visible()
    assert len(await devices(mock)) == 1


async def test_offline_the_page_stands_with_its_date_and_a_change_says_that_nothing_changed(
    phone: Page, mock: Mock
) -> None:
    await let_push(phone)
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await expect(here(phone)).to_contain_text("まだ届きません")
    await phone.context.set_offline(offline=True)
    await open_page(phone, mock)
    await expect(phone.locator(".notice")).to_have_text("圏外です。11月20日 7:43 の内容です")
    await phone.get_by_label("働いた日").select_option("off")
    await expect(phone.locator(".topics .stopping")).to_contain_text("まだ何も変わっていません")
    await expect(phone.get_by_label("働いた日")).to_have_value("atOnce")
    await phone.get_by_role("button", name="お知らせを入れる").click()
    await expect(here(phone).locator(".stopping")).to_contain_text("圏外です")


async def test_a_service_that_cannot_be_reached_and_a_closed_question_are_told_apart(
    phone: Page, mock: Mock, new_phone: NewPhone
) -> None:
    await let_push(phone, fails=True)
    other = await new_phone()
    await let_push(other, answer="default")
    for page, says in [(phone, "お知らせを運ぶサービスにつながりません"), (other, "確認が閉じられました")]:
        await open_page(page, mock)
        await page.get_by_role("button", name="お知らせを入れる").click()
        await expect(here(page).get_by_role("alert")).to_contain_text(says)
        assert await devices(mock) == []


async def test_another_device_of_mine_is_removed(phone: Page, mock: Mock) -> None:
    await mock.become(devices=OTHERS)
    await let_push(phone)
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await expect(phone.locator(".devices li").first).to_contain_text("前回は 11月19日 7:41")
    await phone.get_by_role("button", name="はずす iPhone").click()
    await expect(phone.locator(".devices")).to_contain_text("はずしました")
    await expect(phone.locator(".devices .things li")).to_have_count(1)


async def test_home_asks_after_a_counted_day_and_turns_on_with_one_touch(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await mock.become(state="firstDay")
    await open_page(phone, mock, "/")
    await asyncio.sleep(0.5)
    await expect(card(phone)).to_have_count(0)
    await mock.become(state="counted")
    await expect(card(phone)).to_contain_text("だれが直せるかも分かります")
    assert (await pushes(phone))["log"] == []
    await phone.get_by_role("button", name="受け取る").click()
    await expect(card(phone)).to_contain_text("ここにお知らせが届きます")
    assert (await pushes(phone))["log"][0] == "asked"
    assert len(await devices(mock)) == 1
    await phone.reload()
    await expect(phone.locator(".career")).to_be_visible()
    await asyncio.sleep(0.5)
    await expect(card(phone)).to_have_count(0)


async def test_the_keyboard_reaches_home_s_question(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await open_page(phone, mock, "/")
    await expect(card(phone)).to_be_visible()
    await phone.get_by_role("link", name="見本 太郎").focus()
    for name in ("あとで", "受け取る"):
        await phone.keyboard.press("Tab")
        await expect(phone.get_by_role("button", name=name)).to_be_focused()
    await phone.keyboard.press("Enter")
    await expect(card(phone)).to_contain_text("ここにお知らせが届きます")


async def test_put_off_home_asks_again_after_a_week_and_three_times_at_most(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await phone.clock.install(time=MORNING)
    for time in ("2026-11-20T08:00:00+09:00", "2026-11-27T08:30:00+09:00", "2026-12-04T09:00:00+09:00"):
        await phone.clock.set_system_time(time)
        await open_page(phone, mock, "/")
        await phone.get_by_role("button", name="あとで").click()
        await expect(card(phone)).to_have_count(0)
        await phone.reload()
        await expect(phone.locator(".career")).to_be_visible()
        await asyncio.sleep(0.4)
        await expect(card(phone)).to_have_count(0)
    await phone.clock.set_system_time("2027-03-01T08:00:00+09:00")
    await phone.reload()
    await expect(phone.locator(".career")).to_be_visible()
    await asyncio.sleep(0.4)
    await expect(card(phone)).to_have_count(0)
    assert (await pushes(phone))["log"] == []


async def test_a_new_key_of_the_server_s_is_taken_up_at_a_later_start_quietly(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await phone.clock.install(time=MORNING)
    await turn_on(phone, mock)
    (before,) = await devices(mock)
    await mock.become(pushKey={"id": "newer", "key": "BNewer"})
    await open_page(phone, mock, "/")
    await phone.clock.run_for(5_000)
    await asyncio.sleep(0.5)
    assert (await devices(mock))[0]["pushKey"] == "mock"  # looked at once a day
    await phone.clock.set_system_time("2026-11-21T08:00:00+09:00")
    await phone.reload()
    await expect(phone.locator(".career")).to_be_visible()
    await phone.clock.run_for(5_000)
    for _ in range(50):
        (after,) = await devices(mock)
        if after["pushKey"] == "newer":
            break
        await asyncio.sleep(0.1)
    assert (after["pushKey"], after["id"]) == ("newer", before["id"])
    assert (await pushes(phone))["log"][-2:] == ["unsubscribed", "subscribed with BNewer"]


async def test_another_language_is_told_to_the_server(phone: Page, mock: Mock) -> None:
    await let_push(phone)
    await turn_on(phone, mock)
    await phone.get_by_role("link", name="設定").click()
    await phone.get_by_text("Tiếng Việt").click()
    for _ in range(50):
        world: Any = await mock.become()
        if world["notices"]["language"] == "vi":
            break
        await asyncio.sleep(0.1)
    assert world["notices"]["language"] == "vi"
    assert len(world["devices"]) == 1


async def test_the_number_on_the_icon_is_what_is_unread_and_goes_when_news_are_read(phone: Page, mock: Mock) -> None:
    await phone.add_init_script("""self.badges = []
      navigator.setAppBadge = async (n) => { self.badges.push(n) }
      navigator.clearAppBadge = async () => { self.badges.push(0) }""")
    await phone.goto(mock.origin)
    await phone.get_by_role("link", name="お知らせ 新着3件").click()
    await expect(phone.locator(".news .tag")).to_have_count(3)
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.get_by_role("link", name="お知らせ", exact=True)).to_be_visible()
    assert await phone.evaluate("self.badges") == [3, 0]
