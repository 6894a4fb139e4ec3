"""The road to the next level: its states and looks, what-if, offline, the application, certificates, home's view."""

import re

import pytest
from playwright.async_api import Locator, Page, ViewportSize, expect

from tests.browser.phones import Complaints, Mock, NewPhone, taken_over
from tests.browser.test_account import MORNING, clipped
from tests.browser.test_home_states import LANGUAGES, LOOKS, complaints_of_axe, low_targets, put_on, sideways

pytestmark = pytest.mark.browser

STATES = ["several", "fourWays", "undecided", "onlyTest", "reached", "top", "none", "noPace"]
COLOURED = ["several", "undecided", "reached"]
"""Between them these have every colour of the page."""
PAGES = ["/road/012", "/road/008", "/road/001", "/road/qualifications"]
MARKED = ["ja-x-easy", "vi", "my"]
"""With readings, with marked names, with tall letters; these stand for all."""
TALL: ViewportSize = {"width": 390, "height": 3600}
"""So tall that the tab bar covers nothing, which axe would take for a small target."""
DECLINED = {
    "id": "01a209fb-5ab0-7420-a86d-0000000000aa",
    "field": "012",
    "level": 3,
    "filedAt": MORNING,
    "state": "declined",
    "why": "職長の日数を、写しで出してください。",
}


async def open_page(page: Page, mock: Mock, path: str = "/road", *, worker: bool = False) -> None:
    await page.goto(mock.origin + path)
    await expect(page.locator("main .panel").first).to_be_visible()
    if worker:
        await page.evaluate("navigator.serviceWorker.ready")
        await taken_over(page)


def sign(page: Page) -> Locator:
    """What stands above the road."""
    return page.locator(".sign")


def slider(page: Page, name: str) -> Locator:
    """One of what-if's sliders."""
    return page.get_by_role("slider", name=name)


async def small(page: Page) -> list[str]:
    return [one for one in await low_targets(page) if 'for="' not in one]  # the words above a field are no target


async def test_every_state_is_clean(mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone(reduced_motion="reduce")
    await page.set_viewport_size(TALL)
    complaints = Complaints(page)
    await page.clock.install(time=MORNING)
    for state in STATES:
        await mock.become(road=state, levelApplications=[DECLINED] if state == "reached" else [])
        await open_page(page, mock)
        await page.locator(".standard summary, .noroad").first.click()
        for look in LOOKS if state in COLOURED else LOOKS[:1]:
            await put_on(page, look)
            assert await complaints_of_axe(page, look) == [], (state, look)
        await put_on(page, LOOKS[0])
        assert await small(page) == [], state
    assert complaints.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language_it_is_clean_and_at_200_percent_whole(
    language: str, mock: Mock, new_phone: NewPhone
) -> None:
    await mock.become(road="several")
    page = await new_phone({"language": language, "look": "light", "size": 100}, reduced_motion="reduce")
    await page.set_viewport_size(TALL)
    await page.clock.install(time=MORNING)
    for path in PAGES:
        await open_page(page, mock, path)
        await expect(page.locator("html")).to_have_attribute("lang", language)
        await expect(page.locator("h1")).to_have_count(1)
        if path in PAGES[-2:] and language in MARKED:
            assert await complaints_of_axe(page, LOOKS[0]) == [], path
        assert await small(page) == [], path
        for size in ("100", "125", "150", "200"):
            await page.evaluate("size => { document.documentElement.dataset.text = size }", size)
            assert await sideways(page) == 0, (path, size)
            assert await clipped(page) == [], (path, size)


async def test_sheets_are_clean_and_whole(mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone(reduced_motion="reduce")
    await page.clock.install(time=MORNING)
    for path, opener in (("/road", ".rowbtn"), ("/road/qualifications", "main > .btn.main")):
        await open_page(page, mock, path)
        await page.locator(opener).click()
        await expect(page.locator("dialog h2")).to_be_focused()
        assert await complaints_of_axe(page, LOOKS[0]) == [], path
        await page.evaluate("document.documentElement.dataset.text = '200'")
        assert await clipped(page) == [], path


async def test_what_if_answers_the_keyboard_at_once_and_in_words(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await expect(phone.locator(".whatif")).to_contain_text("班長・職長の日を 20日 にすると2028年9月ごろ 9か月早い")
    foreman = slider(phone, "そのうち班長・職長の日")
    await foreman.focus()
    for _ in range(3):
        await phone.keyboard.press("ArrowRight")
    await expect(foreman).to_have_attribute("aria-valuetext", "1か月20日のうち17日")
    await expect(phone.locator(".whatif")).to_contain_text("この働き方なら2029年1月ごろ 5か月早い")
    for _ in range(9):
        await phone.keyboard.press("ArrowRight")
    await expect(foreman).to_have_js_property("value", "20")
    days = slider(phone, "1か月に出る日")
    await days.focus()
    for _ in range(8):
        await phone.keyboard.press("ArrowLeft")
    await expect(foreman).to_have_js_property("value", "12")
    await expect(phone.locator(".whatif")).to_contain_text("5か月おそい")
    await phone.get_by_role("button", name="もとに戻す").click()
    await expect(days).to_have_js_property("value", "20")
    box = await days.bounding_box()
    assert box is not None
    assert box["height"] == 48


async def test_a_push_opens_the_road_of_its_field_and_the_phone_remembers_it(phone: Page, mock: Mock) -> None:
    await mock.become(road="several")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/road/001")
    await expect(sign(phone)).to_contain_text("レベル3（電気工事）")
    await open_page(phone, mock)
    await expect(sign(phone)).to_contain_text("レベル3（電気工事）")
    await phone.get_by_role("link", name="左官").click()
    await expect(sign(phone)).to_contain_text("ここでは決められません")
    await expect(phone).to_have_url(f"{mock.origin}/road/008")


async def test_of_four_ways_the_nearest_is_shown_and_another_by_a_touch(phone: Page, mock: Mock) -> None:
    await mock.become(road="fourWays")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await expect(phone.locator(".waylist")).to_have_count(0)
    await phone.get_by_role("button", name="ほかの行き方を見る（3）").click()
    await phone.get_by_role("button", name=re.compile("^行き方4")).click()
    await expect(phone.locator(".lane.days")).to_contain_text("あと 1,260日")
    await expect(sign(phone)).to_contain_text("2032年3月ごろ")


async def test_what_was_seen_works_without_a_network_with_its_age(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, worker=True)
    await phone.context.set_offline(offline=True)
    await phone.reload()
    await expect(phone.locator(".notice").first).to_have_text("圏外です。11月20日 7:43 の内容です")
    await expect(sign(phone)).to_contain_text("2029年6月ごろ")
    await slider(phone, "そのうち班長・職長の日").press("ArrowRight")
    await expect(phone.locator(".whatif")).to_contain_text("か月早い")
    await phone.get_by_role("link", name="ホーム").click()
    await expect(phone.locator(".mini")).to_contain_text("早くて 2029年6月ごろ")
    await phone.get_by_role("link", name="めざす").click()
    await phone.get_by_role("link", name="自分の資格").click()
    await expect(phone.locator(".nothing")).to_contain_text("ここは、まだ見ていません")


async def test_a_reached_level_is_applied_for_and_a_refusal_says_why(phone: Page, mock: Mock) -> None:
    await mock.become(road="reached", filing="criteria_changed")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await expect(phone.locator(".road.open")).to_be_visible()
    await phone.get_by_role("button", name="レベル3の申請を用意する").click()
    await expect(phone.get_by_role("alert")).to_contain_text("H4T 9WR")
    await mock.become(filing=None)
    await phone.get_by_role("button", name="レベル3の申請を用意する").click()
    await expect(phone.locator(".became.filed")).to_contain_text("評価する団体の返事を待っています")
    await expect(phone.get_by_role("button", name="レベル3の申請を用意する")).to_have_count(0)
    await expect(sign(phone)).to_contain_text("申請しました")


async def test_a_field_is_found_by_its_name_chosen_and_taken_away(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock)
    await phone.get_by_role("button", name="ほかの分野をめざす").click()
    await phone.get_by_label("名前でさがす").fill("とう")
    await expect(phone.locator("dialog")).to_contain_text("その名前の分野はありません")
    await phone.get_by_label("名前でさがす").fill("防")
    await phone.get_by_role("button", name="防水").click()
    await expect(phone.locator("dialog")).to_have_count(0)
    await expect(phone.locator(".roads [aria-current]")).to_have_text(re.compile("防水"))
    await phone.get_by_role("button", name="防水を外す").click()
    await expect(phone.locator(".roads")).to_have_count(0)
    await expect(sign(phone)).to_contain_text("鉄筋")


async def test_a_certificate_is_entered_refused_sent_and_taken_back(phone: Page, mock: Mock) -> None:
    await mock.become(qualifications=[], entering="qualification_twice")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/road/qualifications")
    await phone.get_by_role("button", name="資格を入れる").click()
    await phone.get_by_role("button", name="確認に出す").click()
    await expect(phone.locator("dialog .missing")).to_have_count(3)
    await phone.get_by_label("資格の名前").fill("玉掛")
    await phone.get_by_role("button", name="玉掛け技能講習").click()
    await phone.get_by_label("出した所").fill("見本教習所")
    await phone.get_by_label("取った日").fill("2026-10-02")
    await phone.get_by_role("button", name="確認に出す").click()
    await expect(phone.locator("dialog").get_by_role("alert")).to_contain_text("H4T 9WR")
    await mock.become(entering=None)
    await phone.get_by_role("button", name="確認に出す").click()
    await expect(phone.locator("dialog")).to_have_count(0)
    await expect(phone.locator(".qual")).to_contain_text("玉掛け技能講習")
    await expect(phone.locator(".qual .tag")).to_have_text("確認中")
    await phone.get_by_role("button", name="取り消す").click()
    await phone.get_by_role("button", name="もう一度押すと、取り消します").click()
    await expect(phone.locator(".qual")).to_have_count(0)


async def test_home_shows_the_next_level_once_it_is_known_and_nothing_where_there_is_none(
    phone: Page, mock: Mock
) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/")
    await phone.clock.run_for(2_500)
    await expect(phone.locator(".mini")).to_contain_text("日数 あと412班長 あと433資格 あと1つ")
    await phone.locator(".mini").click()
    await expect(phone).to_have_url(f"{mock.origin}/road/012")
    await mock.become(road="top")
    await open_page(phone, mock)
    await open_page(phone, mock, "/")
    await expect(phone.locator(".career")).to_be_visible()
    await expect(phone.locator(".mini")).to_have_count(0)
