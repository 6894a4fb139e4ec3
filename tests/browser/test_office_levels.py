"""Levels at a desk, on the real product: standards, applications, reports, qualifications, what a company says."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest
from playwright.async_api import Browser, Page, expect

from backend.accounts.callers import COOKIE
from backend.kit import clock, database
from tests.browser.level_scenes import FIELD, Scene, make_scene
from tests.browser.test_home_states import complaints_of_axe, sideways
from tests.kill.conftest import connected_to
from tests.product import Product

pytestmark = pytest.mark.browser

Sit = Callable[[str, str], Awaitable[Page]]
"""Seats somebody at a desk, at a page of the office."""


@pytest.fixture(scope="module")
async def scene(product: Product) -> Scene:
    async with connected_to(product.dsn):
        return await make_scene(product.origin)


@pytest.fixture
async def sit(product: Product, chromium: Browser) -> AsyncIterator[Sit]:
    async with AsyncExitStack() as stack:

        async def seat(token: str, path: str) -> Page:
            context = await chromium.new_context(
                viewport={"width": 1280, "height": 800}, timezone_id="Asia/Tokyo", locale="ja-JP"
            )
            stack.push_async_callback(context.close)
            await context.add_cookies([{"name": COOKIE, "value": token, "url": product.origin}])
            page = await context.new_page()
            await page.goto(f"{product.origin}/office{path}")
            await expect(page.locator("main h1")).to_be_visible()
            return page

        yield seat


async def test_a_version_is_proposed_by_one_and_approved_by_another(sit: Sit, scene: Scene) -> None:
    page = await sit(scene.evaluators[0], "/register/standards")
    await page.get_by_role("link", name="鉄筋").click()
    await page.get_by_role("button", name="新しい版を提案する").click()
    await page.get_by_role("button", name="提案する", exact=True).click()
    await expect(page.locator("#validFrom")).to_be_focused()
    await expect(page.locator("#validFrom-wrong")).to_have_text("入れてください")
    await page.locator("#validFrom").fill(f"{clock.japan_date(clock.now())}")
    await page.locator("#source").fill("見本の基準")
    await page.locator("#levels-0-days").fill("700")
    await page.locator("#levels-0-any_of").fill("足場 特別")
    await page.keyboard.press("Enter")
    level = page.get_by_role("group", name="レベル2")
    await expect(level.get_by_role("button", name="外す：足場の組立て等作業従事者特別教育")).to_be_visible()
    await page.get_by_role("button", name="提案する", exact=True).click()
    await expect(page.locator("#validFrom-wrong")).to_be_visible()
    await expect(page.locator("#validFrom")).to_be_focused()
    await page.locator("#validFrom").fill(f"{clock.japan_date(clock.now()) + timedelta(days=40)}")
    await page.get_by_role("button", name="提案する", exact=True).click()
    version = page.get_by_role("article", name="第1版")
    await expect(version).to_contain_text("別の人が決めます")
    await expect(version.get_by_role("button", name="承認する")).to_have_count(0)
    await expect(version.locator(".touched")).to_contain_text("影響する人", timeout=20_000)

    other = await sit(scene.evaluators[1], f"/register/standards/{FIELD}")
    version = other.get_by_role("article", name="第1版")
    await expect(version).to_contain_text("（いま 645日）")
    await expect(version.locator("li.added")).to_contain_text("足場の組立て等作業従事者特別教育")
    await expect(version.get_by_role("button", name="承認しない")).to_be_disabled()
    assert await complaints_of_axe(other, "light") == []
    await version.get_by_role("button", name="承認する", exact=True).click()
    await expect(version).to_contain_text("承認ずみ")


async def test_applications_are_answered_one_beside_its_standard_and_many_at_once(
    sit: Sit, scene: Scene, product: Product
) -> None:
    page = await sit(scene.evaluators[0], "/register/levels")
    rows = page.locator("tbody tr")
    await expect(rows).to_have_count(3)
    await page.locator("tbody th a").first.click()
    await expect(page.get_by_role("heading", name="鉄筋・レベル2の基準")).to_be_visible()
    await expect(page.get_by_role("button", name="認めない")).to_be_disabled()
    assert await complaints_of_axe(page, "light") == []
    await page.get_by_label("認めない理由").fill("現場の確認が必要です")
    await page.get_by_role("button", name="認めない").click()
    await expect(page.get_by_role("status").first).to_contain_text("1件を、理由をつけて返しました")
    await page.get_by_role("link", name="一覧へ").click()
    await expect(rows).to_have_count(2)
    async with connected_to(product.dsn):  # another has answered one of them meanwhile
        gone = "UPDATE level_application SET granted = false WHERE granted IS NULL AND level = 3 RETURNING id"
        await database.fetch(gone)
    await page.get_by_role("button", name="全部選ぶ").click()
    await page.get_by_role("button", name="認める", exact=True).click()
    await expect(page.locator(".told .done")).to_contain_text("1件を認めました")
    await expect(page.locator(".told .named")).to_have_count(1)
    await expect(page.get_by_text("待っている申請はありません。")).to_be_visible()


async def test_good_rows_of_a_report_are_kept_and_the_bad_ones_say_why(
    sit: Sit, scene: Scene, product: Product
) -> None:
    page = await sit(scene.evaluators[0], "/register/reports")
    tomorrow = clock.japan_date(clock.now()) + timedelta(days=1)
    good, late, strange = scene.workers[3], scene.workers[4], "見本太郎"
    pasted = f"{good}\t鉄筋\tレベル2\t2026/1/15\n{late}\t001\t3\t{tomorrow}\n{strange}\t001\t3\t2026-01-15"
    await page.evaluate(
        """text => { const data = new DataTransfer(); data.setData('text', text)
        document.querySelector('.sheet input').dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }""",
        pasted,
    )
    await page.get_by_role("button", name="3件を報告する").click()
    outcomes = page.locator("tbody .outcome")
    await expect(outcomes.nth(0)).to_have_text("報告しました")
    await expect(outcomes.nth(1).locator(".refused")).to_be_visible()
    await expect(outcomes.nth(2)).to_have_text("技能者IDを直してください")
    await expect(page.get_by_role("button", name="2件を報告する")).to_be_enabled()
    assert await complaints_of_axe(page, "light") == []
    await page.get_by_role("button", name="終わった行を消す").click()
    await expect(page.get_by_label("技能者ID 1行目")).to_have_value(late)
    async with connected_to(product.dsn):
        kept = await database.fetch(
            "SELECT e.field, e.level FROM evaluation e JOIN worker w ON w.id = e.worker_id WHERE w.worker_number = $1 "
            "AND e.reported_by IS NOT NULL AND e.evaluated_on = '2026-01-15'",
            good,
        )
    assert [tuple(row) for row in kept] == [(FIELD, 2)]


async def test_qualifications_are_confirmed_by_keyboard_beside_their_papers(sit: Sit, scene: Scene) -> None:
    page = await sit(scene.clerk, "/register/qualifications")
    rows = page.locator("tbody tr")
    await expect(rows.first).to_be_visible()
    before = await rows.count()
    await page.locator(".scroll").focus()
    await page.keyboard.press("Enter")
    paper = page.locator(".paper img")
    await expect(paper).to_be_visible()
    box = await paper.bounding_box()
    assert box is not None
    assert box["width"] > 600
    assert await complaints_of_axe(page, "light") == []
    await expect(page.get_by_role("button", name="確認した")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").first).to_contain_text("の資格を確認しました")
    await expect(page.get_by_text("書類の写真はありません")).to_be_visible()
    await page.get_by_label("認めない理由").fill("書類の写真をつけてください")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").first).to_contain_text("理由をつけて返しました")
    await page.locator("body").click()
    await page.keyboard.press("Escape")
    await expect(rows).to_have_count(before - 2)


async def test_a_company_tells_its_allowance_and_certifies_experience(sit: Sit, scene: Scene) -> None:
    page = await sit(scene.boss, f"/companies/{scene.company}/company")
    for level, yen in enumerate(("0", "５００", "1,000", "2000"), 1):
        await page.locator(f"#allowance-{level}").fill(yen)
    await page.get_by_role("button", name="手当を知らせる").click()
    await expect(page.get_by_role("region", name="レベルごとの手当")).to_contain_text("2,000円")
    await page.get_by_role("link", name="経歴証明").click()
    await page.locator("#worker").select_option(index=1)
    await expect(page.locator("#trade")).not_to_have_value("")
    await page.locator("#firstOn").fill("2023-04-01")
    await page.locator("#lastOn").fill("2024-04-01")
    await page.locator("#days").fill("200")
    await page.get_by_role("button", name="証明する").click()
    await expect(page.locator("#lastOn-wrong")).to_be_visible()
    await page.locator("#lastOn").fill("2024-03-31")
    await page.locator("#foremanDays").fill("40")
    await page.get_by_role("button", name="証明する").click()
    await expect(page.locator(".told .done").first).to_be_visible()
    await page.get_by_role("button", name="取り消す", exact=True).last.click()
    await expect(page.get_by_text("取り消しました。")).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_every_page_is_clean_and_whole_on_a_phone_too(
    sit: Sit, scene: Scene, look: str, product: Product
) -> None:
    seen = {
        scene.evaluators[0]: ["levels", "reports", "standards", f"standards/{FIELD}"],
        scene.clerk: ["qualifications"],
    }
    places = {token: [f"/register/{path}" for path in paths] for token, paths in seen.items()}
    places[scene.boss] = [f"/companies/{scene.company}/experience"]
    for token, paths in places.items():
        page = await sit(token, "")
        await page.emulate_media(color_scheme="dark" if look == "dark" else "light")
        for path in paths:
            await page.goto(f"{product.origin}/office{path}")
            await expect(page.locator("main h1")).to_be_visible()
            for width in (1280, 390):
                await page.set_viewport_size({"width": width, "height": 844})
                assert await sideways(page) <= 0, (path, width)
            assert await complaints_of_axe(page, look) == [], (path, look)
    form = await sit(scene.evaluators[0], f"/register/standards/{FIELD}")
    await form.emulate_media(color_scheme="dark" if look == "dark" else "light")
    await form.get_by_role("button", name="新しい版を提案する").click()
    await form.locator("#levels-0-any_of").click()
    assert await complaints_of_axe(form, look) == []


async def test_nobody_is_offered_a_page_that_is_not_his(sit: Sit, scene: Scene) -> None:
    page = await sit(scene.clerk, "/register/qualifications")
    offered = await page.locator("header nav a").all_inner_texts()
    assert offered == ["審査", "資格の確認"]
    refused = await sit(scene.evaluators[0], "")
    await expect(refused.locator("main li a")).to_have_text(["レベルの申請", "評価の報告", "評価の基準"])
