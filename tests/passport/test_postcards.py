"""`passport postcards` prints what waits, and each notice once."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.kit import clock
from backend.kit.typesetting import has_fonts
from backend.settings import settings

ROOT = Path(__file__).parents[2]


async def a_notice(dsn: str, *, postcode: str | None = '"920-0962"') -> None:
    """A company that mail does not reach."""
    end = clock.japan_date(clock.now()) + timedelta(days=50)
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "INSERT INTO company (id, company_number, name, name_kana, class, prefecture, address, licensed, "
        "registered_on, expires_on) "
        "VALUES (7, '11000000000070', '見本工務店', 'ミホン', 1, 17, '見本市1-2-3', false, $1, $1)",
        end,
    )
    await connection.execute(
        "INSERT INTO company_item (company_id, item, id, value, state, kept_at) "
        "VALUES (7, 'postcode', $1, $2, 1, now())",
        uuid4(),
        postcode,
    )
    await connection.execute(
        "INSERT INTO notice VALUES ($1, $2, 3, 40, '', $3, now(), now())",
        UUID(int=7),
        uuid4(),
        f'{{"companyId":7,"months":2,"until":"{end}"}}',
    )
    await connection.close()


def postcards(dsn: str, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "passport", "postcards", *words]
    environ = os.environ | {"PASSPORT_DSN": dsn} | given
    return subprocess.run(command, env=environ, cwd=ROOT, check=False, capture_output=True, text=True)


async def test_a_look_prints_and_the_print_itself_prints_once(own_dsn: str, tmp_path: Path) -> None:
    await a_notice(own_dsn)
    table = tmp_path / "cards.csv"
    looked = postcards(own_dsn, "--csv", str(table), "--look")
    assert looked.returncode == 0, looked.stderr
    for count in (1, 0):
        done = postcards(own_dsn, "--csv", str(table))
        assert (done.returncode, done.stdout) == (0, f"{count} postcards.\n")
        assert table.read_text("utf-8-sig").count("見本工務店") == count
    assert not table.with_name("cards.csv.part").exists()


@pytest.mark.skipif(not has_fonts(settings().fonts), reason="the fonts are not installed: make pwa")
async def test_the_print_file_is_a_pdf(own_dsn: str, tmp_path: Path) -> None:
    await a_notice(own_dsn)
    file = tmp_path / "cards.pdf"
    done = postcards(own_dsn, "--pdf", str(file), "--sender", "見本運営")
    assert done.returncode == 0, done.stderr
    assert file.read_bytes().startswith(b"%PDF-")


async def test_without_fonts_nothing_is_taken_for_printed(own_dsn: str, tmp_path: Path) -> None:
    await a_notice(own_dsn)
    done = postcards(own_dsn, "--pdf", str(tmp_path / "cards.pdf"), PASSPORT_FONTS=str(tmp_path))
    assert done.returncode == os.EX_UNAVAILABLE
    assert postcards(own_dsn, "--csv", str(tmp_path / "cards.csv")).stdout == "1 postcards.\n"


async def test_a_company_without_a_postal_address_is_said_and_waits(own_dsn: str, tmp_path: Path) -> None:
    await a_notice(own_dsn, postcode=None)
    for _ in range(2):
        done = postcards(own_dsn, "--csv", str(tmp_path / "cards.csv"))
        assert (done.returncode, done.stdout) == (os.EX_DATAERR, "0 postcards.\n")
        assert "1 companies have no postal address" in done.stderr


def test_where_they_go_must_be_said(own_dsn: str) -> None:
    assert postcards(own_dsn).returncode == os.EX_USAGE
