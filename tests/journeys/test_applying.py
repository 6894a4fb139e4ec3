"""From nobody to a registered worker: a name and a key, a form that keeps every field, two reviewers, the passport."""

import re

import asyncpg
import pytest
from playwright.async_api import Page, expect

from backend.accounts.rules import Role
from tests.browser.key_phones import KeyPhone, take_key_phone
from tests.browser.phones import NewPhone
from tests.browser.test_home_states import complaints_of_axe
from tests.journeys.forms import WORKER, fill_in_worker, picture
from tests.journeys.people import office_user
from tests.product import Product

pytestmark = pytest.mark.browser

BY_TWO = (Role.OPERATOR, Role.COUNTER_STAFF)


async def become_applicant(new_phone: NewPhone, product: Product, name: str) -> KeyPhone:
    """Walk from the door to the applications: a name, a key, what is accepted."""
    phone = await take_key_phone(new_phone, product.origin + "/door")
    page = phone.page
    await page.get_by_role("link", name="はじめて登録する方").click()
    await page.get_by_role("button", name="次へ").click()
    await expect(page.get_by_text("名前を入れてください")).to_be_visible()
    await page.locator("#apply-name").fill(name)
    await page.get_by_role("button", name="次へ").click()
    await page.get_by_role("button", name="顔・指・PINで作る").click()
    await page.get_by_role("button", name="2つに同意してはじめる").click()
    await expect(page.get_by_role("heading", name="新しく始める")).to_be_visible()
    return phone


async def begin(page: Page, kind: str) -> str:
    """Begin an application and give its id."""
    await page.get_by_role("button", name=kind).click()
    await page.wait_for_url(re.compile("/applications/[0-9a-f-]{36}$"))
    await expect(page.locator("form.applying")).to_be_visible()
    return page.url.rsplit("/", 1)[1]


async def approve(product: Product, application: str, proven: tuple[str, ...]) -> dict[str, object]:
    """Let two reviewers look; gives the second's answer."""
    db = await asyncpg.connect(product.dsn)
    try:
        answer = None
        for role in BY_TWO:
            async with await office_user(product, db, role, 0) as office:
                verdicts = {"verdicts": dict.fromkeys(proven, "proven")}
                answer = await office.post(f"/v1/review/{application}/look", json=verdicts)
                assert answer.status_code == 200, answer.text
        assert answer is not None
        found: dict[str, object] = answer.json()["application"]
        return found
    finally:
        await db.close()


async def test_from_nobody_to_a_passport(new_phone: NewPhone, product: Product) -> None:
    phone = await become_applicant(new_phone, product, "見本 花子")
    page = phone.page
    application = await begin(page, "技能者登録（簡略型）")
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.locator("#item-name")).to_be_focused()
    await expect(page.locator("#item-name-about")).to_contain_text("なくてはなりません")
    await fill_in_worker(page)
    for look in ("light", "dark"):
        assert await complaints_of_axe(page, look) == []
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.get_by_role("status").first).to_have_text("審査を待っています", timeout=15_000)
    await expect(page.locator(".receipt .number")).to_have_text(re.compile(r"\d{8}-[A-Z2-9]{4}-[A-Z2-9]{4}"))
    done = await approve(product, application, ("name", "birth_date"))
    await page.reload()
    await expect(page.get_by_role("status").first).to_have_text("登録されました")
    await expect(page.get_by_role("main")).to_contain_text("見本 花子")
    assert done["state"] == "approved"
    await page.get_by_role("button", name="パスポートをひらく").click()
    await expect(page.locator(".levelcard")).to_be_visible()


async def test_what_is_written_is_there_again_and_also_without_a_network(new_phone: NewPhone, product: Product) -> None:
    phone = await become_applicant(new_phone, product, "見本 次郎")
    page = phone.page
    await begin(page, "技能者登録（詳細型）")
    await page.locator("#item-name").fill(WORKER["name"])
    await expect(page.locator(".kept")).to_contain_text("保存しました")
    await page.context.set_offline(True)
    await page.locator("#item-phone").fill("090-0000-0002")
    await expect(page.locator(".kept")).to_contain_text("このスマホに入れてあります")
    await page.context.set_offline(False)
    await expect(page.locator(".kept")).to_contain_text("保存しました", timeout=15_000)
    await page.reload()
    await expect(page.locator("#item-phone")).to_have_value("090-0000-0002")
    await expect(page.locator("#item-name")).to_have_value(WORKER["name"])


async def test_a_picture_that_cannot_be_read_is_told_on_the_phone_before_it_is_sent(
    new_phone: NewPhone, product: Product
) -> None:
    phone = await become_applicant(new_phone, product, "見本 三郎")
    page = phone.page
    await begin(page, "技能者登録（簡略型）")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "/v1/proofs/" in request.url else None)
    field = page.locator("#item-identity")
    await field.locator("input[type=file]").set_input_files(picture(spoilt=True))
    await expect(field.get_by_role("alert")).to_contain_text("ぼけています")
    text = {"name": "licence.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    await field.locator("input[type=file]").set_input_files(text)  # type: ignore[arg-type]
    await expect(field.get_by_role("alert")).to_contain_text("開けません")
    assert sent == []
    await field.locator("input[type=file]").set_input_files(picture(spoilt=True))
    await field.get_by_role("button", name="読めるので、このまま使う").click()
    await expect(field.locator("img")).to_be_visible(timeout=15_000)


async def test_an_application_that_comes_back_says_where(new_phone: NewPhone, product: Product) -> None:
    phone = await become_applicant(new_phone, product, "見本 四郎")
    page = phone.page
    application = await begin(page, "技能者登録（簡略型）")
    await fill_in_worker(page)
    await page.locator("#item-identity_number").fill("SAMPLE 77-004")
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.get_by_role("status").first).to_have_text("審査を待っています", timeout=15_000)
    db = await asyncpg.connect(product.dsn)
    async with await office_user(product, db, Role.OPERATOR, 0) as office:
        body = {"items": {"address": "番地が読めません"}}
        assert (await office.post(f"/v1/review/{application}/return", json=body)).status_code == 200
    await db.close()
    await page.reload()
    await expect(page.locator("#item-address-about")).to_contain_text("番地が読めません")
    await page.locator("#item-address").fill("見本市見本町1丁目2番3号")
    await page.get_by_role("button", name="申請を送る").click()
    await expect(page.get_by_role("status").first).to_have_text("審査を待っています", timeout=15_000)


async def test_what_is_being_written_opens_and_goes_on_without_a_network(new_phone: NewPhone, product: Product) -> None:
    phone = await become_applicant(new_phone, product, "見本 次郎")
    page = phone.page
    application = await begin(page, "技能者登録（簡略型）")
    saved = page.get_by_text("保存しました")
    await page.locator("#item-name").fill("見本 次郎")
    await expect(saved).to_be_visible()
    await page.context.set_offline(True)
    await page.reload()
    await expect(page.locator("#item-name")).to_have_value("見本 次郎")
    await expect(page.get_by_text(re.compile("圏外です|つながりません")).first).to_be_visible()
    await page.locator("#item-phone").fill("090-0000-0001")
    await expect(page.get_by_text("このスマホに入れてあります")).to_be_visible()
    await page.reload()
    await expect(page.locator("#item-phone")).to_have_value("090-0000-0001")
    await page.get_by_role("button", name="戻る").click()
    await page.get_by_role("link", name=re.compile("技能者登録（簡略型）")).click()
    await expect(page.locator("#item-phone")).to_have_value("090-0000-0001")
    await page.context.set_offline(False)
    await expect(saved).to_be_visible(timeout=15_000)
    db = await asyncpg.connect(product.dsn)
    given = await db.fetchval("SELECT given FROM application WHERE id = $1", application)
    await db.close()
    assert "090-0000-0001" in given


async def test_what_was_written_without_a_network_meets_what_another_device_wrote(
    new_phone: NewPhone, product: Product
) -> None:
    phone = await become_applicant(new_phone, product, "見本 六郎")
    page = phone.page
    application = await begin(page, "技能者登録（簡略型）")
    await page.locator("#item-name").fill("見本 六郎")
    await expect(page.get_by_text("保存しました")).to_be_visible()
    await page.context.set_offline(True)
    await page.locator("#item-phone").fill("090-0000-0001")
    await expect(page.get_by_text("このスマホに入れてあります")).to_be_visible()
    await page.reload()
    await expect(page.locator("#item-phone")).to_have_value("090-0000-0001")
    address = f"{product.origin}/v1/applications/{application}"
    turn = (await (await page.context.request.get(address)).json())["turn"]
    other = {"kind": "workerSimplified", "turn": turn, "changes": {"phone": {"value": "090-0000-0002", "proof": None}}}
    assert (await page.context.request.put(address, data=other)).ok
    await page.context.set_offline(False)
    await expect(page.locator(".note")).to_contain_text("090-0000-0001", timeout=15_000)
    await expect(page.locator("#item-phone")).to_have_value("090-0000-0002")
