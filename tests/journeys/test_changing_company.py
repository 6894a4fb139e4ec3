"""Another company offers an employment; the worker answers on the phone, and leaves the old one without a gap."""

from datetime import timedelta

import asyncpg
import pytest
from playwright.async_api import Page, expect

from backend.accounts.rules import Role
from backend.kit import clock
from tests.browser.test_home_states import complaints_of_axe
from tests.journeys.people import office_user, worker_called
from tests.journeys.test_from_tap_to_pocket import sign_in
from tests.product import Product

pytestmark = pytest.mark.browser

ANOTHER = """
SELECT c.id, c.company_number, c.name FROM company c
WHERE NOT EXISTS (SELECT FROM employment e WHERE e.company_id = c.id AND e.worker_id = $1) ORDER BY c.id LIMIT 1
"""


async def test_an_offer_is_answered_on_the_phone_and_the_old_main_employer_ends_the_day_before(
    phone: Page, product: Product
) -> None:
    db = await asyncpg.connect(product.dsn)
    try:
        worker = await worker_called(db, "jiro")
        number = await db.fetchval("SELECT worker_number FROM worker WHERE id = $1", worker)
        new = await db.fetchrow(ANOTHER, worker)
        since = clock.japan_date(clock.now()) + timedelta(days=3)
        async with await office_user(product, db, Role.RESPONSIBLE, new["id"]) as office:
            body = {"number": number, "since": f"{since}", "main": True}
            offered = await office.post(f"/v1/companies/{new['company_number']}/offers", json=body)
            assert offered.status_code in {200, 201}, offered.text
        await sign_in(phone, product, "jiro")
        await phone.goto(f"{product.origin}/inbox")
        await phone.get_by_role("link", name="所属の申し出があります").click()
        await expect(phone.locator(".offered")).to_contain_text(new["name"])
        assert await complaints_of_axe(phone, "light") == []
        await phone.get_by_role("button", name="受ける").click()
        await expect(phone.locator(".offered")).to_have_count(0)
        await expect(phone.locator(".employers").first).to_contain_text(new["name"])
        held = await db.fetch(
            "SELECT company_id, since, until, main FROM employment WHERE worker_id = $1 ORDER BY since", worker
        )
        assert (held[-1]["company_id"], held[-1]["since"], held[-1]["main"]) == (new["id"], since, True)
        assert held[-2]["until"] == since - timedelta(days=1)
    finally:
        await db.close()
