"""The first month of a small company, all of it on screens: from nothing to the first day that counts."""

import base64
import re
from collections.abc import AsyncIterator

import asyncpg
import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.async_api import Browser, Page, expect

from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.history.rules import work_date
from backend.kit import clock
from backend.taps import messages
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import NewPhone
from tests.journeys.forms import COMPANY, WORKER, fill_in_company, fill_in_worker
from tests.journeys.people import office_user
from tests.journeys.test_applying import become_applicant, begin
from tests.journeys.ways_in import type_in
from tests.product import Product

pytestmark = pytest.mark.browser

SERIAL = "0A1B2C3D4E5F6071"
SITE = "見本町橋補修"


@pytest.fixture
async def desks(product: Product, chromium: Browser) -> AsyncIterator[list[Page]]:
    """Two people of the register at their desks: an operator and a counter."""
    db = await asyncpg.connect(product.dsn)
    pages = []
    for role in (Role.OPERATOR, Role.COUNTER_STAFF):
        async with await office_user(product, db, role, 0) as office:
            token = office.cookies[COOKIE]
        context = await chromium.new_context(
            viewport={"width": 1280, "height": 800}, timezone_id="Asia/Tokyo", locale="ja-JP"
        )
        await context.add_cookies([{"name": COOKIE, "value": token, "url": product.origin}])
        pages.append(await context.new_page())
    await db.close()
    yield pages
    for page in pages:
        await page.context.close()


async def review(desks: list[Page], product: Product, name: str, proven: list[str]) -> None:
    """Let two people open what waits and find it good, item by item."""
    for desk, button in zip(desks, ("確かめた（1人目）", "確かめて登録する（2人目）"), strict=True):
        await desk.goto(f"{product.origin}/office/register/review")
        await desk.get_by_role("link", name=name).click()
        for item in proven:
            await desk.get_by_label(f"{item}: 確かめ").select_option("proven")
        await desk.get_by_role("button", name=button).click()
        await expect(desk.locator(".told .done")).to_be_visible()


async def register_company(new_phone: NewPhone, product: Product, desks: list[Page]) -> tuple[KeyPhone, str]:
    """The owner applies on a phone; two people look; the owner's own page of the company opens."""
    owner = await become_applicant(new_phone, product, "見本 一郎")
    page = owner.page
    await begin(page, "会社の登録（法人）")
    await fill_in_company(page)
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.get_by_role("status").first).to_have_text("審査を待っています", timeout=15_000)
    await review(desks, product, COMPANY["name"], ["商号または名称", "資本金（円）"])
    await page.reload()
    await expect(page.get_by_role("status").first).to_have_text("登録されました")
    await page.get_by_role("link", name="会社の画面をひらく").click()
    await expect(page.locator(".places b")).to_have_text(COMPANY["name"])
    number = await page.locator(".places .num").first.inner_text()
    return owner, number


async def register_worker(owner: KeyPhone, product: Product, company: str, desks: list[Page], worker: Page) -> str:
    """The company files for its worker, who agrees on the own phone; gives the worker's number."""
    page = owner.page
    await page.goto(f"{product.origin}/office/companies/{company}/applications")
    await page.get_by_role("button", name="技能者登録（簡略型）").click()
    await expect(page.locator("form.applying")).to_be_visible()
    await fill_in_worker(page)
    await page.locator("#item-identity_number").fill("SAMPLE 88-001")
    await page.get_by_role("region", name="所属").get_by_text("書かなくてもよい項目").click()
    await page.locator("#item-employed_since").fill(f"{work_date(clock.now())}")
    await expect(page.locator(".kept")).to_contain_text("保存しました", timeout=15_000)
    await page.get_by_role("button", name="本人の同意をもらう").click()
    link = await page.locator(".asking .link").inner_text()
    await worker.goto(link)
    await expect(worker.get_by_text(f"{COMPANY['name']} が、あなたのために出します")).to_be_visible()
    await expect(worker.locator(".filed")).to_contain_text(WORKER["address"])
    await worker.get_by_role("button", name="これで出してよい").click()
    await expect(worker.get_by_role("heading", name="同意しました")).to_be_visible()
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.get_by_role("status").first).to_have_text("審査を待っています", timeout=15_000)
    await review(desks, product, WORKER["name"], ["氏名", "生年月日"])
    await page.reload()
    await expect(page.get_by_role("status").first).to_have_text("登録されました")
    shown = await page.locator(".verdict-of .num").inner_text()
    return re.sub(r"\D", "", shown)


async def issue_card(operator: Page, product: Product) -> str:
    """The operator takes a chip for the order and sends the card; gives its four digits."""
    await operator.goto(f"{product.origin}/office/register/cards")
    await operator.get_by_role("button", name=WORKER["name"]).click()
    await operator.locator("#serial").fill(SERIAL)
    await operator.get_by_role("button", name="発行する").click()
    shown = operator.get_by_role("status").filter(has_text="カードの4けた")
    await expect(shown).to_be_visible()
    digits = re.search(r"4けた：(\d{4})", await shown.inner_text())
    assert digits is not None
    await operator.get_by_role("button", name="発送した").click()
    await expect(operator.locator(".told .done")).to_be_visible()
    return digits[1]


async def make_site(page: Page, product: Product, company: str) -> str:
    """The owner registers a site and puts the worker on its list; gives the site's number."""
    today = work_date(clock.now())
    await page.goto(f"{product.origin}/office/companies/{company}/new-site")
    await page.get_by_role("button", name="現場を登録する").click()
    await expect(page.locator("#name-wrong")).to_have_text("入れてください")
    await page.locator("#name").fill(SITE)
    await page.locator("#prefecture").select_option("17")
    await page.locator("#firstOn").fill(f"{today}")
    await page.locator("#lastOn").fill(f"{today.replace(year=today.year - 1)}")
    await page.get_by_role("button", name="現場を登録する").click()
    await expect(page.locator("#lastOn-wrong")).to_have_text("終わりが、始まりより前です")
    await page.locator("#lastOn").fill(f"{today.replace(year=today.year + 1)}")
    await page.get_by_role("button", name="現場を登録する").click()
    await page.wait_for_url(re.compile(r"/office/sites/9\d{13}/form$"))
    number = page.url.split("/")[-2]
    await page.get_by_role("link", name="作業員名簿").click()
    await page.get_by_label(WORKER["name"]).check()
    await page.get_by_role("button", name="名簿に入れる").click()
    await expect(page.get_by_role("group", name="名簿にいる人")).to_contain_text(WORKER["name"])
    return number


async def put_reader(page: Page, product: Product, site: str) -> tuple[str, Ed25519PrivateKey]:
    """The owner enrols the reader at the gate by the key that it shows."""
    key = Ed25519PrivateKey.generate()
    await page.goto(f"{product.origin}/office/sites/{site}/readers")
    await page.locator("#reader-name").fill("入口")
    await page.locator("#reader-key").fill(base64.b64encode(key.public_key().public_bytes_raw()).decode())
    await page.get_by_role("button", name="登録する").click()
    row = page.locator("tbody tr").filter(has_text="入口")
    await expect(row).to_contain_text("使用中")
    number = re.search(r"94\d{12}", await row.inner_text())
    assert number is not None
    return number[0], key


async def touch(product: Product, reader: str, key: Ed25519PrivateKey, site: str) -> None:
    """The worker holds the card to the reader."""
    now = clock.now()
    tap = messages.Tap(1, SERIAL, site, now, "boot-1", 60_000, messages.Direction.IN)
    body = msgspec.json.encode(messages.Report(epoch=1, at=now, boot="boot-1", uptime_ms=60_000, taps=[tap]))
    headers = {"passport-reader": reader, "passport-signature": base64.b64encode(key.sign(body)).decode()}
    async with httpx.AsyncClient(base_url=product.origin, timeout=20) as client:
        answer = await client.post("/v1/taps", content=body, headers=headers | {"content-type": "application/json"})
    assert answer.status_code == 200, answer.text


async def test_from_nothing_to_the_first_day_that_counts(
    new_phone: NewPhone, product: Product, desks: list[Page]
) -> None:
    owner, company = await register_company(new_phone, product, desks)
    phone = await take_key_phone(new_phone, product.origin + "/door")
    worker = await register_worker(owner, product, company, desks, phone.page)
    digits = await issue_card(desks[0], product)
    site = await make_site(owner.page, product, company)
    reader, key = await put_reader(owner.page, product, site)

    await owner.page.goto(f"{product.origin}/office/companies/{company}/workers")
    await owner.page.get_by_role("button", name=WORKER["name"]).click()
    await owner.page.get_by_role("button", name="スマホの登録コードを出す").click()
    given = owner.page.get_by_role("status").filter(has_text="ワンタイムコード")
    code = re.search(r"(\d{8})", await given.inner_text())
    assert code is not None
    page = phone.page
    await page.goto(product.origin + "/door/first")
    await type_in(page, {"workerNumber": worker, "digits": digits, "code": code[1]})
    await page.get_by_role("button", name="顔か指でつくる").click()
    await page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(page.get_by_text("今日はまだです")).to_be_visible()

    await touch(product, reader, key, site)
    await expect(page.get_by_text("今日は数えました")).to_be_visible(timeout=20_000)
    await expect(page.get_by_text("1日目", exact=True)).to_be_visible()
    await owner.page.goto(f"{product.origin}/office/sites/{site}/board")
    await expect(owner.page.locator("tbody tr").filter(has_text=WORKER["name"])).to_contain_text("入場")
