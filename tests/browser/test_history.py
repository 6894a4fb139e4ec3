"""Month, list, year, day and the missed day: in every language and look, offline, with the way back."""

import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.phones import Complaints, Mock, NewPhone, taken_over
from tests.browser.test_home_states import LANGUAGES, LOOKS, complaints_of_axe, low_targets, put_on, sideways

pytestmark = pytest.mark.browser

MORNING = "2026-11-20T07:43:05+09:00"
PAGES = {
    "/history": ".cal",
    "/history/2026-11/list": ".days",
    "/history/2026": ".yearbars",
    "/history/2026-11-11": ".chainv",
    "/history/2026-11-17": ".norecord",
    "/history/2026-11-17/claim": ".claim",
    "/history/2026-11-06/wrong": ".claim",
}
COLOURED = ["ja", "my"]
"""Colours do not depend on the language; these two stand for all."""
TALL: ViewportSize = {"width": 390, "height": 1900}
"""So tall that the tab bar covers nothing, which axe would take for a small target."""


async def open_page(page: Page, mock: Mock, path: str, *, worker: bool = False) -> None:
    await page.goto(mock.origin + path)
    await expect(page.locator(PAGES.get(path, "main .panel")).first).to_be_visible()
    if worker:
        await page.evaluate("navigator.serviceWorker.ready")
        await taken_over(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_is_clean_in_every_look(path: str, language: str, mock: Mock, new_phone: NewPhone) -> None:
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
    small = [one for one in await low_targets(page) if 'for="' not in one]  # the words above a field are no target
    assert small == []
    assert await sideways(page) == 0
    assert complaints.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_200_percent_nothing_scrolls_sideways(language: str, mock: Mock, new_phone: NewPhone) -> None:
    page = await new_phone({"language": language, "look": "light", "size": 200})
    await page.clock.install(time=MORNING)
    for path in PAGES:
        await open_page(page, mock, path)
        assert await sideways(page) == 0, path
        clipped = await page.evaluate(
            "[...document.querySelectorAll('main *, dialog *')]"
            ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 160))"
        )
        assert clipped == [], path


async def test_from_home_to_the_month_to_the_day_and_back_as_android_does(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await phone.goto(mock.origin)
    await phone.locator("a.month").click()
    await expect(phone.locator(".cal a")).to_have_count(20)
    await phone.get_by_role("link", name="11月11日 止まっている").click()
    await expect(phone.locator("h1")).to_have_text("11月11日（水）")
    await expect(phone.locator(".chainv")).to_contain_text("K7M 2QX")
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone.locator(".cal")).to_be_visible()
    await phone.go_back()
    await expect(phone.locator(".levelcard")).to_be_visible()


async def test_the_arrows_leaf_through_months_and_stop_at_this_one(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history")
    await expect(phone.get_by_role("link", name=re.compile("^次へ"))).to_have_count(0)
    await phone.get_by_role("link", name="前へ 2026年10月").click()
    await expect(phone.locator(".leaf h2")).to_have_text("2026年10月")
    await phone.get_by_role("link", name="一覧").click()
    await expect(phone.locator(".days li").first).to_contain_text("30")
    await phone.get_by_role("link", name="次へ 2026年11月").click()
    await expect(phone).to_have_url(f"{mock.origin}/history/2026-11/list")


async def test_who_comes_straight_to_a_day_goes_up_to_its_month(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/history/2026-10-14")
    await phone.get_by_role("button", name="戻る").click()
    await expect(phone).to_have_url(f"{mock.origin}/history/2026-10")


async def test_offline_what_was_seen_stays_with_its_date_and_the_rest_says_so(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history", worker=True)
    await phone.context.set_offline(offline=True)
    await phone.reload()
    await expect(phone.locator(".notice")).to_have_text("圏外です。11月20日 7:43 の内容です")
    await expect(phone.locator(".cal a")).to_have_count(20)
    await phone.get_by_role("link", name="前へ 2026年10月").click()
    await expect(phone.locator(".nothing")).to_contain_text("ここは、まだ見ていません")
    await phone.context.set_offline(offline=False)
    await expect(phone.locator(".cal")).to_be_visible()


async def test_a_hung_server_does_not_block_a_month_seen_before(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/history", worker=True)
    await mock.become(hung=True)
    await phone.reload(wait_until="commit")
    await expect(phone.locator(".cal")).to_be_visible(timeout=1500)


async def test_a_change_is_seen_in_the_month_within_a_second(phone: Page, mock: Mock) -> None:
    await mock.become(state="none")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history")
    await expect(phone.locator(".is-counted")).to_contain_text("13")
    await expect(phone.locator(".is-today")).to_have_class(re.compile("future"))
    await mock.become(state="counted")
    await expect(phone.locator(".is-today")).to_have_class(re.compile("counted"), timeout=1500)


async def fill(page: Page, entry: str = "07:40") -> None:
    await page.get_by_text("見本町第一現場", exact=True).last.click()
    await page.locator("#claim-entry").fill(entry)
    await page.locator("#claim-note").fill("カードを忘れた")


async def test_a_missed_day_offline_is_amber_until_the_server_has_it_and_green_only_when_it_counts(
    phone: Page, mock: Mock
) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history", worker=True)
    await phone.get_by_role("link", name="11月17日 記録なし").click()
    await expect(phone.locator(".norecord")).to_be_visible()
    await phone.get_by_role("link", name="この日を申請する").click()
    await phone.context.set_offline(offline=True)
    await fill(phone)
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator("dialog")).to_have_count(0)
    await expect(phone.locator(".today.wait")).to_contain_text("この電話で受け付けました")
    await expect(phone.locator(".chain li.done")).to_have_count(0)
    await phone.reload()
    await expect(phone.locator(".today.wait")).to_contain_text("見本町第一現場")
    await phone.context.set_offline(offline=False)
    await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")
    await expect(phone.locator(".chain li.done")).to_have_count(2)
    await expect(phone.locator(".chain li.waiting")).to_contain_text("算入")
    assert len(dict((await mock.become())["claims"])) == 1  # type: ignore[call-overload]  # a JSON object
    await mock.become(approved=True)
    await expect(phone.locator(".chainv > li.done")).to_have_count(2)


async def test_a_busy_server_leaves_the_claim_on_the_phone_and_it_goes_out_later(phone: Page, mock: Mock) -> None:
    await mock.become(claiming="busy")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await fill(phone)
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".today.wait")).to_contain_text("この電話で受け付けました")
    await mock.become(claiming=None)
    await phone.clock.run_for(31_000)
    await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")


async def test_what_cannot_be_claimed_says_why_and_can_be_mended(phone: Page, mock: Mock) -> None:
    await mock.become(claiming="impossible")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await fill(phone)
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".today.stop")).to_contain_text("現場の登録された期間の外です")
    await expect(phone.locator(".today.stop")).to_contain_text("だれが")
    await mock.become(claiming=None)
    await phone.get_by_role("button", name="直して送る").click()
    await expect(phone.locator("#claim-entry")).to_have_value("07:40")
    await phone.locator("#claim-entry").fill("08:00")
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")
    await expect(phone.locator(".today.stop")).to_have_count(0)


async def test_a_wrong_record_is_said_in_one_sheet_and_waits_beside_the_record(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-06")
    await phone.get_by_role("link", name="時刻や現場がちがう").click()
    await phone.get_by_role("button", name="送る").click()
    await expect(phone.locator(".missing")).to_have_text(["どれか1つえらんでください"])
    await phone.get_by_text("入場・退場の時刻がちがう").click()
    await expect(phone.locator("#claim-entry")).to_have_value("07:42")
    await phone.locator("#claim-exit").fill("18:30")
    await phone.get_by_role("button", name="送る").click()
    await expect(phone.locator("dialog")).to_have_count(0)
    await expect(phone.locator(".today.wait")).to_contain_text("元請の返事を待っています")
    await expect(phone.locator(".chainv > li.done")).to_have_count(2)
    await expect(phone.get_by_role("link", name="時刻や現場がちがう")).to_have_count(0)
    (kept,) = dict((await mock.become())["claims"]).values()  # type: ignore[call-overload]  # a JSON object
    assert (kept["kind"], kept["exitAt"]) == ("wrongTimes", "2026-11-06T18:30:00+09:00")


async def test_what_the_prime_did_not_accept_is_said_in_its_words(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await fill(phone)
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")
    await mock.become(refused="その日は休工でした")
    await expect(phone.locator(".today.stop blockquote")).to_have_text("その日は休工でした")
    await expect(phone.get_by_role("link", name="この日を申請する")).to_be_visible()


@pytest.mark.parametrize("language", ["ja", "vi"])
async def test_the_company_is_told_in_japanese_whatever_the_worker_reads(
    language: str, mock: Mock, new_phone: NewPhone
) -> None:
    phone = await new_phone({"language": language, "look": "light", "size": 100})
    await phone.clock.install(time=MORNING)
    await phone.add_init_script("navigator.share = async (what) => { window.told = what.text }")
    await open_page(phone, mock, "/history/2026-11-11")
    await phone.locator(".tell button").click()
    told = await phone.evaluate("window.told")
    assert "11月11日（水）の記録が止まっています" in told
    assert "期限：12月31日（木）" in told


async def test_a_phone_that_cannot_share_shows_the_text(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    broken = "navigator.share = async () => { throw new TypeError() }"
    await phone.add_init_script(broken)
    await open_page(phone, mock, "/history/2026-11-11")
    await phone.locator(".tell button").click()
    await expect(phone.locator(".tell blockquote")).to_contain_text("お願い：")


async def test_nothing_typed_is_lost_by_closing(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await fill(phone)
    await phone.keyboard.press("Escape")
    await expect(phone.locator("dialog")).to_have_count(0)
    await phone.get_by_role("link", name="この日を申請する").click()
    await expect(phone.locator("#claim-entry")).to_have_value("07:40")
    await phone.go_back()
    await expect(phone.locator("dialog")).to_have_count(0)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await expect(phone.locator("#claim-note")).to_have_value("カードを忘れた")


async def test_what_is_missing_is_said_beside_its_field(phone: Page, mock: Mock) -> None:
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".missing")).to_have_text(["現場をえらんでください", "入場の時刻を入れてください"])
    await expect(phone.locator("#claim-site")).to_be_focused()


async def test_signing_out_says_that_unsent_claims_go_too(phone: Page, mock: Mock) -> None:
    await mock.become(claiming="busy")
    await phone.clock.install(time=MORNING)
    await open_page(phone, mock, "/history/2026-11-17/claim")
    await fill(phone)
    await phone.get_by_role("button", name="申請する").click()
    await expect(phone.locator(".today.wait")).to_be_visible()
    await phone.get_by_role("link", name="設定", exact=True).click()
    await expect(phone.locator(".unsent")).to_contain_text("申請 1件も消えます")


async def test_a_session_ended_elsewhere_shows_the_door_from_the_history_too(phone: Page, mock: Mock) -> None:
    await open_page(phone, mock, "/history")
    await mock.become(signedIn=False)
    await expect(phone.locator(".people")).to_be_visible()
