"""A reader's file is handed in through the real pipeline: good lines kept, broken ones named, twice is once."""

import json
import os
from argparse import Namespace
from base64 import b64encode
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from backend.kit import clock
from passport import taps_file
from tests.product import Product


@pytest.fixture
def key(product: Product, tmp_path: Path) -> Path:
    path = tmp_path / "key.json"
    private = b64encode(product.key.private_bytes_raw()).decode()
    path.write_text(json.dumps({"readerNumber": product.reader, "privateKey": private}))
    return path


def lines(product: Product, count: int) -> list[str]:
    now = clock.now()
    clocks = {"at": now.isoformat(), "boot": "logging-1", "uptimeMs": 10**9}
    touches = [
        {
            "sequence": n,
            "token": product.cards["taro"],
            "site": product.site,
            "at": (now - timedelta(days=n % 20)).isoformat(),
            "boot": "logging-1",
            "uptimeMs": 10**9 - (n % 20) * 86_400_000 % 10**9,
        }
        for n in range(count)
    ]
    return [json.dumps({"epoch": 1} | clocks), *map(json.dumps, touches)]


async def kept(product: Product) -> int:
    db = await asyncpg.connect(product.dsn)
    try:
        count: int = await db.fetchval("SELECT count(*) FROM tap")
        return count
    finally:
        await db.close()


async def test_a_file_of_more_than_one_report_is_kept_once_and_its_broken_line_is_named(
    product: Product, key: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reader.jsonl"
    file.write_text("\n".join([*lines(product, 2100), "{broken", '{"sequence": 5}']))
    wanted = Namespace(file=file, key=key, to=product.origin)
    before = await kept(product)
    for _ in range(2):
        assert taps_file.run(wanted) == os.EX_DATAERR
        said = capsys.readouterr()
        assert "tap_malformed" in said.out
        assert "Line 2102 is no JSON" in said.err
        assert await kept(product) - before == 2100


def test_a_server_that_is_away_loses_nothing(
    key: Path, product: Product, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reader.jsonl"
    file.write_text("\n".join(lines(product, 3)))
    assert taps_file.run(Namespace(file=file, key=key, to="http://127.0.0.1:9")) == os.EX_TEMPFAIL
    assert "Nothing is lost" in capsys.readouterr().err
