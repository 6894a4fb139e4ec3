"""The office at a desk, on the real product: the morning board, approvals of many days, an employer's workers."""

import re
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.async_api import Browser, Page, expect

from backend.accounts import rights
from backend.accounts import service as accounts
from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.history import claims
from backend.history.claiming import Accepted, Claimed, ClaimKind
from backend.history.rules import work_date
from backend.kit import clock, database
from tests.browser.test_home_states import complaints_of_axe, sideways
from tests.kill.conftest import connected_to
from tests.product import Product

pytestmark = pytest.mark.browser

BEGINNING = clock.japan_date(clock.now()) - timedelta(days=400)


class Desk:
    """Somebody at a desk, and where."""

    def __init__(self, page: Page, origin: str, site: str, company: str) -> None:
        self.page, self.origin, self.site, self.company = page, origin, site, company

    async def open(self, path: str) -> None:
        await self.page.goto(f"{self.origin}/office{path}")


@pytest.fixture
async def desk(product: Product, chromium: Browser, pool: None) -> AsyncIterator[Desk]:
    """The responsible person of the sample site's prime contractor, with some claims that wait."""
    async with connected_to(product.dsn):
        token, company = await _responsible(product.site)
    context = await chromium.new_context(
        viewport={"width": 1280, "height": 800}, timezone_id="Asia/Tokyo", locale="ja-JP"
    )
    await context.add_cookies([{"name": COOKIE, "value": token, "url": product.origin}])
    yield Desk(await context.new_page(), product.origin, product.site, company)
    await context.close()


async def _responsible(site: str) -> tuple[str, str]:
    now = clock.now()
    (row,) = await database.fetch(
        "SELECT s.id, c.id AS company FROM site s JOIN company c ON c.id = s.prime_company_id WHERE s.site_number = $1",
        site,
    )
    (largest,) = await database.fetch(
        "SELECT c.id, c.company_number FROM employment e JOIN company c ON c.id = e.company_id "
        "WHERE e.until IS NULL GROUP BY c.id ORDER BY count(*) DESC LIMIT 1"
    )
    account = await accounts.make_account("見本 事務", now)
    for company in {row["company"], largest["id"]}:
        await rights.grant(account, Role.RESPONSIBLE, company, days=(BEGINNING, None), by=None, at=now)
    await rights.grant(account, Role.SITE_MANAGER, row["id"], days=(BEGINNING, None), by=None, at=now)
    await rights.grant(account, Role.OPERATOR, 0, days=(BEGINNING, None), by=None, at=now)
    await _claim_some(row["id"], site)
    return await accounts.open_session(account, now), largest["company_number"]


async def _claim_some(site_id: int, site: str) -> None:
    """Let a few of the listed workers claim the last day that they have not worked."""
    now = clock.now()
    for row in await database.fetch("SELECT DISTINCT worker_id FROM assignment WHERE site_id = $1 LIMIT 4", site_id):
        for ago in range(1, 28):
            day = work_date(now) - timedelta(days=ago)
            entry = claims.Entry(Claimed(ClaimKind.MISSED_DAY, day, clock_at(day), None), site, "カードをわすれました")
            verdict, _ = await claims.claim(uuid4(), row["worker_id"], entry, now=now)
            if isinstance(verdict, Accepted):
                break


def clock_at(day: date) -> datetime:
    return datetime.fromisoformat(f"{day}T08:00:00+09:00")


async def test_the_board_shows_who_lacks_something_above_who_is_in(desk: Desk) -> None:
    await desk.open("")
    await desk.page.get_by_role("link", name="朝の確認").first.click()
    await expect(desk.page.get_by_role("heading", level=1)).to_have_text("見本町第一現場")
    await expect(desk.page.locator(".kpis dd").first).not_to_have_text("0")
    rows = desk.page.locator("tbody tr")
    standings = [await one.locator(".stx").inner_text() for one in await rows.all()]
    order = ["止まり", "確かめ", "まだ", "入場"]
    assert standings == sorted(standings, key=order.index)
    await expect(desk.page.locator("aside")).to_contain_text("リーダー")


async def test_it_opens_without_a_network_with_what_was_last_seen(desk: Desk) -> None:
    await desk.open(f"/sites/{desk.site}/board")
    await expect(desk.page.locator("tbody tr").first).to_be_visible()
    await desk.page.evaluate("navigator.serviceWorker.ready")
    await desk.page.reload()
    await expect(desk.page.locator(".when.live")).to_be_visible()
    await desk.page.reload()
    await expect(desk.page.locator(".when.live")).to_be_visible()
    await desk.page.context.set_offline(offline=True)
    await desk.page.reload()
    await expect(desk.page.locator("tbody tr").first).to_be_visible()
    await expect(desk.page.locator(".when")).to_contain_text("通信できません")


async def test_days_are_approved_many_at_once_by_keyboard_and_refused_only_with_a_reason(desk: Desk) -> None:
    await desk.open(f"/sites/{desk.site}/approvals")
    rows = desk.page.locator("tbody tr")
    await expect(rows.first).to_be_visible()
    before = await rows.count()
    assert before >= 2
    await expect(desk.page.get_by_role("button", name="承認しない")).to_be_disabled()
    await desk.page.locator(".scroll").focus()
    await desk.page.keyboard.press("Space")
    await expect(desk.page.get_by_text("1件を選んでいます")).to_be_visible()
    await desk.page.get_by_label("承認しない理由").fill("この日は休工でした")
    await desk.page.keyboard.press("Enter")
    await expect(rows).to_have_count(before)
    await desk.page.get_by_role("button", name="承認しない").click()
    await expect(desk.page.get_by_role("status").first).to_contain_text("理由をつけて返しました（1）")
    await expect(rows).to_have_count(before - 1)
    await desk.page.get_by_role("button", name="全部選ぶ").click()
    await desk.page.keyboard.press("/")
    await desk.page.keyboard.type("だれもいない名前")
    await expect(desk.page.get_by_text("0件を選んでいます")).to_be_visible()
    await desk.page.get_by_role("searchbox").fill("")
    await desk.page.get_by_role("button", name="全部選ぶ").click()
    await desk.page.get_by_role("button", name="承認する").click()
    await expect(desk.page.get_by_text("待っている申請はありません。")).to_be_visible()


async def test_an_employer_sees_this_years_days_first_and_takes_them_away(desk: Desk) -> None:
    await desk.open(f"/companies/{desk.company}/workers")
    rows = desk.page.locator("tbody tr")
    await expect(rows.first).to_be_visible()
    days = [int(await one.locator("td").first.inner_text()) for one in (await rows.all())[:10]]
    assert days == sorted(days, reverse=True)
    await desk.page.get_by_role("button", name="CSV").click()
    link = desk.page.get_by_role("link", name="受け取る")
    await expect(link).to_be_visible(timeout=20_000)
    async with desk.page.expect_download() as taken:
        await link.click()
    file = await (await taken.value).path()
    assert file.read_text("utf-8-sig").startswith("技能者ID,氏名")


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_every_page_is_clean_and_whole_on_a_phone_too(desk: Desk, look: str) -> None:
    for path in (
        "",
        f"/sites/{desk.site}/board",
        f"/sites/{desk.site}/approvals",
        f"/sites/{desk.site}/list",
        f"/sites/{desk.site}/corrections",
        f"/sites/{desk.site}/structure",
        f"/sites/{desk.site}/grid",
        f"/sites/{desk.site}/readers",
        f"/sites/{desk.site}/form",
        f"/companies/{desk.company}/workers",
        f"/companies/{desk.company}/applications",
        f"/companies/{desk.company}/company",
        f"/companies/{desk.company}/offers",
        f"/companies/{desk.company}/grid",
        f"/companies/{desk.company}/asked",
        f"/companies/{desk.company}/new-site",
        f"/companies/{desk.company}/users",
        "/register/review",
        "/register/cards",
        "/register/relief",
    ):
        for width in (1280, 390):
            await desk.page.set_viewport_size({"width": width, "height": 844})
            await desk.open(path)
            await expect(desk.page.locator("main h1")).to_be_visible()
            assert await sideways(desk.page) <= 0, (path, width)
        assert await complaints_of_axe(desk.page, look) == [], (path, look)


async def test_what_is_kept_is_not_shown_any_more_when_the_role_has_ended(desk: Desk, product: Product) -> None:
    await desk.open(f"/companies/{desk.company}/workers")
    await expect(desk.page.locator("tbody tr").first).to_be_visible()
    async with connected_to(product.dsn):
        await database.fetch(
            "UPDATE role_grant SET last_on = $1 WHERE organisation_kind = 'company' RETURNING id",
            clock.japan_date(clock.now()) - timedelta(days=1),
        )
    await desk.page.reload()
    await expect(desk.page.get_by_role("button", name="もう一度試す")).to_be_visible()
    await expect(desk.page.locator("tbody tr")).to_have_count(0)


async def test_signing_out_forgets_what_the_device_kept(desk: Desk) -> None:
    await desk.open(f"/companies/{desk.company}/workers")
    await expect(desk.page.locator("tbody tr").first).to_be_visible()
    await desk.page.get_by_role("button", name="ログアウト").click()
    await desk.page.wait_for_url(re.compile("/door$"))
    kept = """async () => new Promise(done => { const opening = indexedDB.open('passport'); opening.onsuccess = () => {
      const count = opening.result.transaction('pages').objectStore('pages').count()
      count.onsuccess = () => done(count.result) } })"""
    assert await desk.page.evaluate(kept) == 0
    await desk.open("")
    await expect(desk.page.get_by_text("入っていません")).to_be_visible()


async def test_a_day_is_put_right_with_a_reason_that_the_worker_is_told(desk: Desk, product: Product) -> None:
    newest = """
        SELECT d.worker_id, d.work_date, w.worker_number FROM work_day d JOIN site s ON s.id = d.site_id
        JOIN worker w ON w.id = d.worker_id JOIN assignment a ON a.id = d.assignment_id AND a.worker_id = d.worker_id
        WHERE s.site_number = $1 ORDER BY d.work_date DESC, w.worker_number LIMIT 1"""
    async with connected_to(product.dsn):
        (day,) = await database.fetch(newest, desk.site)
    await desk.open(f"/sites/{desk.site}/corrections")
    await desk.page.locator("#corrected").select_option(day["worker_number"])
    await desk.page.locator("#work-date").fill(f"{day['work_date']}")
    await desk.page.locator("#entry").fill("07:05")
    await desk.page.locator("#exit").fill("16:55")
    await expect(desk.page.get_by_role("button", name="訂正する")).to_be_disabled()
    await desk.page.locator("#why").fill("リーダーの時計がずれていました")
    await desk.page.get_by_role("button", name="訂正する").click()
    await expect(desk.page.locator(".told .done")).to_be_visible()
    async with connected_to(product.dsn):
        (now,) = await database.fetch(
            "SELECT entry_at, exit_at FROM work_day WHERE worker_id = $1 AND work_date = $2",
            day["worker_id"],
            day["work_date"],
        )
    assert [f"{at.astimezone(clock.JAPAN):%H:%M}" for at in (now["entry_at"], now["exit_at"])] == ["07:05", "16:55"]
