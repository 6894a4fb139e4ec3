"""The pass and its check: every language and look, without a network, with a wrong clock, and what is never green."""

import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.phones import Complaints, Mock, NewPhone, taken_over
from tests.browser.test_home_states import LANGUAGES, LOOKS, MORNING, complaints_of_axe, low_targets, put_on, sideways
from tests.qr_reader import read_qr

pytestmark = pytest.mark.browser

COLOURED = ["ja", "my"]
"""Colours do not depend on the language; these two stand for all."""
TALL = {"width": 390, "height": 1900}
CODE = ".qr svg[role=img]"
FINDINGS = ["too_old", "from_future", "not_ours", "certificate_over", "key_ended", "card_revoked", "worker_removed"]
WEEK_MS = 7 * 24 * 60 * 60 * 1000

OpenPhone = Callable[..., Awaitable[Page]]


@pytest.fixture
def phone_at(new_phone: NewPhone) -> OpenPhone:
    """Give phones whose clock stands at the sample morning, or elsewhere."""

    async def make(language: str = "ja", at: str = MORNING, size: int = 100, **options: object) -> Page:
        page = await new_phone({"language": language, "look": "light", "size": size}, **options)
        await page.clock.install(time=at)
        return page

    return make


async def open_pass(page: Page, mock: Mock, *, worker: bool = False) -> None:
    await page.goto(f"{mock.origin}/pass")
    await expect(page.locator(CODE)).to_be_visible()
    if worker:
        await page.evaluate("navigator.serviceWorker.ready")
        await taken_over(page)


async def link_of(phone_at: OpenPhone, mock: Mock, audience: str = "現場") -> str:
    """Read a pass that another phone shows."""
    page = await phone_at()
    await open_pass(page, mock)
    await choose(page, audience)
    return await read_qr(page.locator(".qr"))


async def choose(page: Page, audience: str) -> None:
    await page.get_by_text(audience, exact=True).click()
    await expect(page.get_by_role("img", name=f"{audience}に見せるQRコード")).to_be_visible()


async def look_over(page: Page, language: str) -> None:
    """See that nothing is to be complained of, in every look."""
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator("h1")).to_have_count(1)
    for look in LOOKS if language in COLOURED else LOOKS[:1]:
        await put_on(page, look)
        assert await complaints_of_axe(page, look) == [], look
    assert await low_targets(page) == []
    assert await sideways(page) == 0


async def clipped(page: Page) -> list[str]:
    script = (
        "[...document.querySelectorAll('#app *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
    )
    return list(await page.evaluate(script + ".map(one => one.outerHTML.slice(0, 160))"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_pass_is_clean_in_every_look(language: str, mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at(language, reduced_motion="reduce")
    await page.set_viewport_size(TALL)  # type: ignore[arg-type]  # a width and a height
    complaints = Complaints(page)
    await open_pass(page, mock)
    await look_over(page, language)
    assert complaints.texts == []
    await mock.become(passing="without_card")
    await page.evaluate("indexedDB.deleteDatabase('passport')")
    await page.reload()
    await expect(page.locator(".without .why")).to_be_visible()
    await look_over(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_result_of_a_check_is_clean_in_every_look(language: str, mock: Mock, phone_at: OpenPhone) -> None:
    links = [await link_of(phone_at, mock, audience) for audience in ("現場", "店・食堂", "役所")]
    page = await phone_at(language, reduced_motion="reduce")
    complaints = Complaints(page)
    for link in links:
        await see(page, link, ".ground.ok")
        await look_over(page, language)
    for finding in FINDINGS:
        await mock.become(finding=finding)
        await see(page, links[0], ".ground.stop")
        await look_over(page, language)
    await see(page, f"{mock.origin}/check", ".how")
    await look_over(page, language)
    assert complaints.texts == []
    await mock.become(unasked=True, finding=None)
    await see(page, links[2], ".checked > .notice:not(.plain)")
    await look_over(page, language)
    await page.evaluate("indexedDB.deleteDatabase('passport')")
    await page.route("**/v1/passes/keys", lambda route: route.abort())
    await see(page, links[0], ".ground.wait")
    await look_over(page, language)


async def see(page: Page, link: str, shown: str) -> None:
    """Open a link as a camera does: anew, whatever was open before."""
    await page.goto("about:blank")
    await page.goto(link)
    await expect(page.locator(shown)).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_200_percent_nothing_scrolls_sideways(language: str, mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at(language, size=200)
    await open_pass(page, mock)
    assert (await sideways(page), await clipped(page)) == (0, [])
    link = await read_qr(page.locator(".qr"))
    for finding, ground in ((None, ".ok"), ("too_old", ".stop")):
        await mock.become(finding=finding)
        await see(page, link, f".ground{ground}")
        assert (await sideways(page), await clipped(page)) == (0, []), ground


async def test_the_smallest_phone_shows_the_whole_code(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await page.set_viewport_size({"width": 320, "height": 568})
    await open_pass(page, mock)
    assert (await sideways(page), await clipped(page)) == (0, [])
    assert (await read_qr(page.locator(".qr"))).startswith(f"{mock.origin}/check#")


async def test_the_code_is_a_link_that_changes_each_minute(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock)
    first = await read_qr(page.locator(".qr"))
    assert re.fullmatch(re.escape(mock.origin) + r"/check#[1-9][0-9]{400,600}", first)
    drawn = await page.locator(CODE).inner_html()
    await page.clock.fast_forward(20_000)
    await expect(page.locator(".ring text")).to_have_text(re.compile("^(3[0-9]|40)$"))
    assert await page.locator(CODE).inner_html() == drawn
    await page.clock.fast_forward(41_000)
    await expect(page.locator(CODE)).not_to_have_js_property("innerHTML", drawn)
    second = await read_qr(page.locator(".qr"))
    assert second != first
    assert second[:20] == first[:20]


async def test_what_they_will_see_is_said_before_it_is_shown(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock)
    await expect(page.locator(".audience p")).to_have_text("相手に見えるもの：名前、レベル、職種、技能者番号")
    site = await read_qr(page.locator(".qr"))
    await choose(page, "店・食堂")
    await expect(page.locator(".audience p")).to_have_text("相手に見えるもの：レベルだけ")
    shop = await read_qr(page.locator(".qr"))
    assert len(shop) < len(site)
    checker = await phone_at()
    await see(checker, shop, ".ground.ok")
    await expect(checker.locator(".person")).to_contain_text("レベル2")
    await expect(checker.locator("main")).not_to_contain_text("見本 太郎")
    await choose(page, "役所")
    await see(checker, await read_qr(page.locator(".qr")), ".ground.ok")
    await expect(checker.locator(".kv")).to_contain_text("1992年3月4日")


async def test_from_the_card_on_home_to_the_pass_and_on_to_who_looked(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await page.goto(mock.origin)
    await page.locator(".levelcard").get_by_role("link", name="見せる").click()
    await expect(page.locator(CODE)).to_be_visible()
    await expect(page.locator(".tabs [aria-current]")).to_have_text("見せる")
    await page.get_by_role("link", name="見た人").click()
    await expect(page).to_have_url(f"{mock.origin}/pass/viewers")


async def test_the_mark_walks_unless_motion_is_unwanted(mock: Mock, phone_at: OpenPhone) -> None:
    for wish, moves in (("no-preference", True), ("reduce", False)):
        page = await phone_at(reduced_motion=wish)
        await open_pass(page, mock)
        running = await page.evaluate("document.querySelector('.walker').getAnimations().length")
        assert (running == 1) is moves, wish


async def test_brighter_lasts_while_the_pass_is_open(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock)
    await page.get_by_role("button", name="明るく").click()
    await expect(page.locator("html")).to_have_attribute("data-theme", "sun")
    await expect(page.get_by_role("button", name="明るく")).to_have_attribute("aria-pressed", "true")
    await page.get_by_role("link", name="ホーム").click()
    await expect(page.locator("html")).to_have_attribute("data-theme", "light")


async def test_without_a_network_it_is_shown_until_the_certificate_ends(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock, worker=True)
    await page.context.set_offline(offline=True)
    await page.reload()
    await expect(page.locator(CODE)).to_be_visible()
    await expect(page.locator(".countdown")).to_contain_text("圏外でも使えます（11月27日")
    await page.clock.fast_forward(WEEK_MS)
    await expect(page.locator(".without")).to_contain_text("パスの期限（11月27日）がすぎました")
    await expect(page.locator(CODE)).to_have_count(0)


async def test_who_only_ever_opened_home_has_a_pass_without_a_network(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    async with page.expect_response("**/v1/passes"):
        await page.goto(mock.origin)
    await page.evaluate("navigator.serviceWorker.ready")
    await taken_over(page)
    await page.context.set_offline(offline=True)
    await page.get_by_role("link", name="見せる").first.click()
    await expect(page.locator(CODE)).to_be_visible()


async def test_a_phone_that_never_had_a_pass_is_told_what_helps(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await page.route("**/v1/passes", lambda route: route.abort())
    await page.goto(f"{mock.origin}/pass")
    await expect(page.locator(".without")).to_contain_text("この電話には、まだパスがありません")
    await expect(page.locator(".without")).to_contain_text("カードを見せてください")
    await page.unroute("**/v1/passes")
    await page.get_by_role("button", name="もう一度つなぐ").click()
    await expect(page.locator(CODE)).to_be_visible()


async def test_whoever_has_no_card_learns_who_mends_it(mock: Mock, phone_at: OpenPhone) -> None:
    await mock.become(passing="without_card")
    page = await phone_at()
    await page.goto(f"{mock.origin}/pass")
    for text in ("いまはパスを出せません", "だれが", "何を", "どこで", "H4T 9WR"):
        await expect(page.locator(".without")).to_contain_text(text)


async def test_a_wrong_clock_is_said_and_the_code_has_the_right_time(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at(at="2026-11-20T07:48:05+09:00")
    await open_pass(page, mock)
    await expect(page.locator(".notice")).to_contain_text("この電話の時計は、5分ほど進んでいます")
    link = await read_qr(page.locator(".qr"))
    checker = await phone_at()
    await mock.become(unasked=True)
    await see(checker, link, ".ground.ok")


async def test_a_phone_that_keeps_nothing_shows_the_pass_and_says_what_that_means(
    mock: Mock, phone_at: OpenPhone
) -> None:
    page = await phone_at()
    await page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('refused') }")
    await open_pass(page, mock)
    await expect(page.locator(".notice")).to_contain_text("この電話には、パスを残せません")
    await expect(page.locator(".countdown")).not_to_contain_text("圏外でも")


async def test_a_browser_without_cryptography_makes_and_checks_nothing(mock: Mock, phone_at: OpenPhone) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at()
    await page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
    await page.goto(f"{mock.origin}/pass")
    await expect(page.locator(".without")).to_contain_text("このブラウザでは、パスを作れません")
    await mock.become(unasked=True)
    await see(page, link, ".ground.wait")
    await expect(page.locator(".remedy")).to_contain_text("このブラウザでは確かめられません")
    await mock.become(unasked=False)
    await see(page, link, ".ground.ok")


async def test_a_check_leaves_no_trace_of_the_person_in_the_checkers_address(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await see(page, await link_of(phone_at, mock), ".ground.ok")
    assert page.url == f"{mock.origin}/check"
    await page.reload()
    await expect(page.locator("h1")).to_have_text("パスのQRを読み取ってください")


async def test_a_second_scan_in_the_same_tab_is_checked_anew(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    link = await link_of(phone_at, mock)
    await see(page, link, ".ground.ok")
    await mock.become(finding="key_ended")
    await page.evaluate("link => { location.href = link }", link)
    await expect(page.locator(".ground.stop")).to_be_visible()
    await expect(page.locator(".remedy")).to_contain_text("その電話はログアウトしています")


async def test_without_a_network_the_kept_keys_do_and_the_page_says_what_it_could_not_ask(
    mock: Mock, phone_at: OpenPhone
) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at()
    await see(page, link, ".ground.ok")
    await expect(page.locator(".notice")).to_contain_text("見たことは、本人に知らされます")
    await expect(page.locator(".foot")).to_contain_text("署名 2026-11")
    await page.evaluate("navigator.serviceWorker.ready")
    await taken_over(page)
    await page.context.set_offline(offline=True)
    await see(page, link, ".ground.ok")
    await expect(page.locator(".notice")).to_contain_text("登録簿には確かめられませんでした")
    await expect(page.locator(".person")).to_contain_text("見本 太郎")
    await expect(page.locator(".person")).to_contain_text("鉄筋工")
    await mock.become(finding="card_revoked")
    await page.context.set_offline(offline=False)
    await page.get_by_role("button", name="もう一度確かめる").click()
    await expect(page.locator(".ground.stop")).to_be_visible()


async def test_without_keys_and_network_nothing_is_green_and_one_look_with_a_network_is_enough(
    mock: Mock, phone_at: OpenPhone
) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at()
    await see(page, f"{mock.origin}/check", ".how")
    await page.evaluate("navigator.serviceWorker.ready")
    await taken_over(page)
    await page.context.set_offline(offline=True)
    await see(page, link, ".ground.wait")
    await expect(page.locator(".remedy")).to_contain_text("確かめるための鍵が、まだありません")
    await expect(page.locator(".notice")).to_contain_text("何も残していません")
    await page.context.set_offline(offline=False)
    await page.get_by_role("button", name="もう一度確かめる").click()
    await expect(page.locator(".ground.ok")).to_be_visible()


async def test_a_bent_code_is_red_with_and_without_a_network(mock: Mock, phone_at: OpenPhone) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at()
    await see(page, link, ".ground.ok")
    await mock.become(unasked=True)
    bent = link[:-30] + str((int(link[-30]) + 1) % 10) + link[-29:]
    for wrong in (bent, link + "1", f"{mock.origin}/check#passport"):
        await see(page, wrong, ".ground.stop")
        await expect(page.locator(".remedy")).to_contain_text("ここで出したパスではありません")


async def test_two_minutes_later_a_picture_of_the_code_is_too_old(mock: Mock, phone_at: OpenPhone) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at(at="2026-11-20T07:45:05+09:00")
    await mock.become(unasked=True)
    await see(page, link, ".ground.stop")
    await expect(page.locator(".remedy")).to_contain_text("7:43 に出されたQRです")
    await expect(page.locator(".notice")).to_have_text("本人の資格がなくなった、という意味ではありません。")


async def test_a_result_that_is_left_open_loses_its_green(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await see(page, await link_of(phone_at, mock), ".ground.ok")
    await expect(page.locator(".kv")).to_contain_text("あと")
    await page.clock.fast_forward(91_000)
    await expect(page.locator(".ground.past")).to_have_text(re.compile("有効でした"))
    await expect(page.locator(".ground.ok")).to_have_count(0)


async def test_the_registers_word_comes_late_and_is_the_last(mock: Mock, phone_at: OpenPhone) -> None:
    link = await link_of(phone_at, mock)
    page = await phone_at()
    await see(page, link, ".ground.ok")
    held: list[Route] = []
    await page.route("**/v1/passes/check", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    await mock.become(finding="key_ended")
    await see(page, link, ".ground.ok")
    await expect(page.locator(".notice")).to_contain_text("登録簿にも確かめています")
    await held[0].continue_()
    await expect(page.locator(".ground.stop")).to_be_visible()


async def test_signing_out_leaves_no_key_on_the_phone(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock)
    assert await keys_kept(page) == 1
    await page.get_by_role("link", name="設定", exact=True).click()
    await page.get_by_role("button", name="ログアウト").click()
    await expect(page.locator(".people")).to_be_visible()
    assert await keys_kept(page) == 0


async def test_a_session_ended_elsewhere_leaves_no_key_on_the_phone(mock: Mock, phone_at: OpenPhone) -> None:
    page = await phone_at()
    await open_pass(page, mock)
    await mock.become(signedIn=False)
    await expect(page.locator(".people")).to_be_visible()
    assert await keys_kept(page) == 0


async def keys_kept(page: Page) -> int:
    script = """new Promise((resolve) => {
      indexedDB.open('passport').onsuccess = ({ target }) => {
        target.result.transaction('pass').objectStore('pass').count().onsuccess = (count) =>
          resolve(count.target.result) } })"""
    return int(await page.evaluate(script))
