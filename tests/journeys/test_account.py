"""A worker's own account on the running product: who looked, keys added and stopped, records taken away and checked."""

import asyncio
import csv
import io
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from playwright.async_api import Download, Page, expect

from tests.browser.key_phones import AUTHENTICATOR, KeyPhone, ask, first_secrets, take_key_phone
from tests.browser.phones import NewPhone
from tests.product import ROOT, Product

pytestmark = pytest.mark.browser

TOKEN = "of-an-office-in-the-tests"  # noqa: S105  # a session of the test's own database
MAKE_OFFICE = """
WITH employer AS (
    SELECT e.company_id, c.name, n.worker_number FROM account a JOIN employment e USING (worker_id)
    JOIN company c ON c.id = e.company_id JOIN worker_number n USING (worker_id)
    WHERE a.label = 'taro' AND e.main AND e.until IS NULL
), office AS (INSERT INTO account (id, worker_id, label, created_at, name) VALUES ($1, NULL, '', now(), '見本 事務')),
role AS (INSERT INTO role_grant SELECT gen_random_uuid(), $1, 'company', company_id, 'responsible_person', '2020-01-01',
         NULL, NULL, now() FROM employer),
entered AS (INSERT INTO session (token_hash, account_id, created_at, expires_at)
            VALUES ($2, $1, now(), now() + interval '1 hour'))
SELECT worker_number, name FROM employer
"""


async def sign_in(phone: Page, product: Product, person: str, path: str = "/") -> None:
    await phone.goto(f"{product.origin}/door?person={person}")
    await expect(phone.locator(".levelcard")).to_be_visible()
    await phone.goto(product.origin + path)


async def test_the_employer_looks_and_the_worker_sees_it_the_same_minute(phone: Page, product: Product) -> None:
    await sign_in(phone, product, "taro", "/pass/viewers")
    await expect(phone.locator(".nothing")).to_contain_text("まだ、だれも見ていません")
    connection = await asyncpg.connect(product.dsn)
    try:
        row = await connection.fetchrow(MAKE_OFFICE, uuid4(), sha256(TOKEN.encode()).digest())
    finally:
        await connection.close()
    async with httpx.AsyncClient(cookies={"passport_session": TOKEN}) as office:
        for purpose in ("employment", "employment", "worker_list"):
            seen = await office.get(f"{product.origin}/v1/workers/{row['worker_number']}", params={"purpose": purpose})
            assert seen.status_code == 200, seen.text
    await phone.reload()
    await expect(phone.locator(".looks li")).to_have_count(2)
    await expect(phone.locator(".looks")).to_contain_text(row["name"])
    await expect(phone.locator(".looks")).to_contain_text("雇用の手続きのため")
    await expect(phone.locator(".looks")).to_contain_text("事業者責任者")
    await expect(phone.locator("main")).not_to_contain_text("見本 事務")


async def a_second_authenticator(phone: KeyPhone) -> str:
    """Lay another phone or key beside this one; from now on it answers, and the first one does not."""
    silent = {"authenticatorId": phone.authenticator, "enabled": False}
    await phone.cdp.send("WebAuthn.setAutomaticPresenceSimulation", silent)
    await phone.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": phone.authenticator, "isUserVerified": False})
    made = await phone.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"transport": "usb"}})
    return str(made["authenticatorId"])


async def test_a_second_passkey_is_added_and_the_first_one_stopped(new_phone: NewPhone, product: Product) -> None:
    phone = await take_key_phone(new_phone, product.origin + "/v1/health")
    assert await phone.enrol("/v1/enrolment/options", await first_secrets(product, "naomi")) == 204
    await phone.accept()
    page = phone.page
    await page.goto(f"{product.origin}/settings/keys")
    await expect(page.get_by_text("最後の1つは止められません")).to_be_visible()
    await a_second_authenticator(phone)
    await page.get_by_role("button", name="かぎを足す").click()
    await page.get_by_label("かぎの名前").fill("見本の2台目")
    await page.get_by_role("button", name="顔・指・PINで作る").click()
    await expect(page.get_by_text("かぎを足しました")).to_be_visible()
    keys = page.locator(".things").first.locator("li")
    await expect(keys).to_have_count(2)
    await expect(keys.first).to_contain_text("いま使用中")

    # Ten minutes later the register wants to know once more who it is, and the phone is asked in place.
    await ask(product, "UPDATE session SET created_at = created_at - interval '11 minutes' RETURNING account_id")
    await keys.first.get_by_role("button").click()
    await page.get_by_role("button", name="かぎを止める").click()
    await expect(page.get_by_text("かぎを止めました")).to_be_visible(timeout=10_000)
    await expect(keys).to_have_count(1)
    await expect(keys).to_contain_text("見本の2台目")
    await expect(keys).to_contain_text("いま使用中")
    await expect(page.get_by_text("ほかの場所では、ログインしていません。")).to_be_visible()
    await page.goto(f"{product.origin}/inbox")
    await expect(page.locator(".news")).to_contain_text("ログインの鍵を止めました")


async def test_a_lost_card_is_stopped_and_its_next_touch_says_so(phone: Page, product: Product) -> None:
    await sign_in(phone, product, "makoto", "/settings/lost")
    await phone.get_by_role("button", name="カードを止める").click()
    await phone.get_by_role("button", name="カードを止める").last.click()
    await expect(phone.locator(".lost .why")).to_contain_text("ほかの人は使えません")
    answer = await asyncio.to_thread(product.tap, "makoto")
    assert answer["reason"]["code"] == "card_revoked"
    await phone.get_by_role("link", name="ホーム").click()
    await expect(phone.locator(".today.stop")).to_contain_text("止められています", timeout=3000)
    await phone.get_by_role("link", name="お知らせ").click()
    await phone.locator(".news").get_by_role("link", name="カードを止めました").click()
    await expect(phone).to_have_url(f"{product.origin}/settings/lost")


async def downloaded(phone: Page, name: str, where: Path) -> Path:
    async with phone.expect_download(timeout=60_000) as waiting:
        await phone.get_by_role("link", name=name).first.click()
    download: Download = await waiting.value
    target = where / download.suggested_filename
    await download.save_as(target)
    return target


def verify(paper: Path, certificate: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "passport", "verify", str(paper), "--certificate", str(certificate)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


async def test_the_paper_taken_away_is_genuine_and_shows_when_a_letter_was_changed(
    phone: Page, product: Product, tmp_path: Path
) -> None:
    await sign_in(phone, product, "taro", "/settings/data")
    await expect(phone.locator(".mine")).to_contain_text("生年月日")
    certificate = await downloaded(phone, "証明書", tmp_path)
    paper = await downloaded(phone, "紙（PDF）", tmp_path)
    assert paper.name == "passport.pdf"
    done = await asyncio.to_thread(verify, paper, certificate)
    assert done.returncode == 0, done.stderr
    assert "Genuine" in done.stdout
    content = bytearray(paper.read_bytes())
    content[len(content) // 3] ^= 1
    forged = tmp_path / "forged.pdf"
    forged.write_bytes(content)
    assert (await asyncio.to_thread(verify, forged, certificate)).returncode != 0


async def test_a_site_that_is_named_like_a_formula_is_harmless_in_the_sheet(
    phone: Page, product: Product, tmp_path: Path
) -> None:
    name = '=HYPERLINK("http://x","見本")'
    await ask(product, "UPDATE site SET name = $2 WHERE site_number = $1 RETURNING id", product.site, name)
    await asyncio.to_thread(product.tap, "tadashi")
    await sign_in(phone, product, "tadashi", "/history")
    await expect(phone.locator(".cal")).to_be_visible()
    sheet = await downloaded(phone, "CSV", tmp_path)
    cells = [cell for row in read_sheet(sheet.read_bytes()) for cell in row]
    assert f"'{name}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


def read_sheet(content: bytes) -> list[list[Any]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
