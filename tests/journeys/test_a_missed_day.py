"""A forgotten card: claimed on the phone, approved by the prime over the API, counted on the open phone."""

from uuid import UUID

import asyncpg
import pytest
from playwright.async_api import Page, expect

from backend.accounts.rules import Role
from tests.journeys.people import day_without_record, office_user, worker_called
from tests.journeys.test_from_tap_to_pocket import sign_in
from tests.product import Product

pytestmark = pytest.mark.browser


async def test_a_claim_is_approved_and_the_day_counts_on_the_open_phone(phone: Page, product: Product) -> None:
    db = await asyncpg.connect(product.dsn)
    try:
        day = await day_without_record(db, await worker_called(db, "taro"))
        await sign_in(phone, product, "taro")
        await claim(phone, product, f"{day}")
        waiting = phone.locator(".today.wait")
        await expect(waiting).to_contain_text("元請の承認を待っています")
        await approve(product, db, why=None)
        await expect(phone.locator(".chainv > li.done")).to_have_count(2, timeout=5000)
        await expect(phone.locator(".chainv")).to_contain_text("証拠 E")
        await expect(waiting).to_have_count(0)
    finally:
        await db.close()


async def test_a_refused_claim_says_what_the_prime_wrote(phone: Page, product: Product) -> None:
    db = await asyncpg.connect(product.dsn)
    try:
        day = await day_without_record(db, await worker_called(db, "taro"))
        await sign_in(phone, product, "taro")
        await claim(phone, product, f"{day}")
        await expect(phone.locator(".today.wait")).to_contain_text("元請の承認を待っています")
        await approve(product, db, why="その日は休工でした")
        await expect(phone.get_by_text("その日は休工でした")).to_be_visible(timeout=5000)
        await expect(phone.locator(".chainv > li.done")).to_have_count(0)
    finally:
        await db.close()


async def claim(phone: Page, product: Product, day: str) -> None:
    await phone.goto(f"{product.origin}/history/{day}/claim")
    await phone.get_by_text("見本町第一現場", exact=True).last.click()
    await phone.locator("#claim-entry").fill("07:40")
    await phone.locator("#claim-exit").fill("17:00")
    await phone.locator("#claim-note").fill("カードを忘れた")
    await phone.get_by_role("button", name="申請する").click()


async def approve(product: Product, db: asyncpg.Connection, *, why: str | None) -> None:
    """Answer the one claim that waits at the site, as its manager."""
    site_id: int = await db.fetchval("SELECT id FROM site WHERE site_number = $1", product.site)
    async with await office_user(product, db, Role.SITE_MANAGER, site_id) as office:
        (one,) = (await office.get(f"/v1/sites/{product.site}/claims")).json()["claims"]
        said = {"worker": one["worker"]["number"], "claim": one["id"], "approve": why is None, "why": why or ""}
        address = f"/v1/sites/{product.site}/claims/decisions"
        answer = (await office.post(address, json={"decisions": [said]})).json()
    assert [(UUID(line["claim"]), line["state"]) for line in answer["decided"]] == [
        (UUID(one["id"]), "approved" if why is None else "refused")
    ]
