"""One worker's day, from tap to pocket: a signed tap over the API, the phone's home, offline, and healed."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from playwright.async_api import Page, expect

from backend.events.kinds import EventKind
from backend.kit import ids
from tests.product import Product

pytestmark = pytest.mark.browser

COUNTED = "今日は数えました"


async def sign_in(phone: Page, product: Product, person: str) -> None:
    await phone.goto(f"{product.origin}/door?person={person}")
    await expect(phone.locator(".levelcard")).to_be_visible()


async def test_a_tap_is_counted_on_the_phone_within_a_second_and_stays_without_a_network(
    phone: Page, product: Product
) -> None:
    await sign_in(phone, product, "taro")
    await expect(phone.get_by_text(COUNTED)).to_have_count(0)
    await asyncio.sleep(1)  # the stream of live updates is open by now
    before = time.monotonic()
    answer = await asyncio.to_thread(product.tap, "taro")
    await expect(phone.get_by_text(COUNTED)).to_be_visible(timeout=1000)
    assert answer["state"] == "counted"
    assert time.monotonic() - before < 2  # the tap's own way included
    await expect(phone.get_by_text("1,093日目")).to_be_visible()
    await phone.evaluate("navigator.serviceWorker.ready")
    await phone.context.set_offline(True)
    await phone.reload()
    await expect(phone.get_by_text(COUNTED)).to_be_visible()
    await expect(phone.get_by_text("圏外です")).to_be_visible()


async def test_a_first_day_is_seen_without_reload(phone: Page, product: Product) -> None:
    await sign_in(phone, product, "hanako")
    await expect(phone.get_by_text("今日はまだです")).to_be_visible()
    await asyncio.to_thread(product.tap, "hanako")
    await expect(phone.get_by_text(COUNTED)).to_be_visible(timeout=3000)
    await expect(phone.get_by_text("1日目", exact=True)).to_be_visible()


async def test_a_stopped_day_tells_why_and_heals_on_the_phone_when_the_employer_mends_it(
    phone: Page, product: Product
) -> None:
    db = await asyncpg.connect(product.dsn)
    try:
        away = await db.fetch(
            "DELETE FROM assignment WHERE worker_id = (SELECT worker_id FROM account WHERE label = 'kenichi') "
            "AND site_id = (SELECT id FROM site WHERE site_number = $1) RETURNING *",
            product.site,
        )
        await sign_in(phone, product, "kenichi")
        answer = await asyncio.to_thread(product.tap, "kenichi")
        assert answer["reason"]["code"] == "structure_missing"
        await expect(phone.get_by_text("作業員名簿に、あなたの名前がありません")).to_be_visible(timeout=3000)
        await expect(phone.get_by_text("いつまで")).to_be_visible()
        await mend(db, [dict(row) for row in away])
        await expect(phone.get_by_text(COUNTED)).to_be_visible(timeout=5000)
    finally:
        await db.close()


async def mend(db: asyncpg.Connection, away: list[dict[str, Any]]) -> None:
    """Put the lines back as the service does: with the event that tells of it."""
    for row in away:
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        await db.execute(f"INSERT INTO assignment VALUES ({places})", *row.values())
        await db.execute(
            "INSERT INTO event VALUES ($1, $2, $3, '{}')",
            row["worker_id"],
            ids.new_event_id(),
            EventKind.ASSIGNMENT_MADE,
        )


async def test_a_night_shift_leaves_this_morning_open(phone: Page, product: Product) -> None:
    await sign_in(phone, product, "jiro")
    await expect(phone.get_by_role("heading", level=1)).to_have_count(1)
    await asyncio.to_thread(product.tap, "jiro", ago=timedelta(minutes=1))
    await expect(phone.get_by_text(COUNTED)).to_be_visible(timeout=3000)


async def test_the_day_that_stopped_counts_once_the_employer_puts_him_on_the_list(
    phone: Page, product: Product
) -> None:
    await sign_in(phone, product, "taro")
    await expect(phone.get_by_text("止まっている日")).to_be_visible()
    db = await asyncpg.connect(product.dsn)
    try:
        row = await db.fetchrow(
            "SELECT a.* FROM assignment a JOIN account o USING (worker_id) WHERE o.label = 'taro' "
            "ORDER BY a.last_on DESC LIMIT 1"
        )
        site_id = await db.fetchval("SELECT s.id FROM held_day h JOIN site s USING (site_number) LIMIT 1")
        next_id = await db.fetchval("UPDATE counter SET taken = taken + 1 WHERE kind = 'assignment' RETURNING taken")
        await mend(db, [dict(row) | {"id": next_id, "site_id": site_id}])
    finally:
        await db.close()
    await expect(phone.get_by_text("止まっている日")).to_have_count(0, timeout=5000)
