"""A loaded country: totals that follow from its days, a cast one can be, readers one can sign for."""

import base64
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from backend.accounts.sample import say
from backend.history.rules import last_day_to_enter, work_date
from backend.kit.refusals import Language
from backend.workers.trades import name_of
from passport.sample.cast import CAST
from passport.sample.key_files import KeyFile
from passport.sample.load import Loaded, NotEmptyError, load
from passport.sample.plan import Plan

ROOT = Path(__file__).parents[3]
PLAN = Plan(250, 3, 11, date(2026, 11, 22))

MASKS = """
SELECT d.worker_id, date_trunc('month', d.work_date)::date, a.trade, a.position,
       bit_or(1 << (extract(day FROM d.work_date)::int - 1))
FROM work_day d JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id GROUP BY 1, 2, 3, 4
"""
CAREERS = """
SELECT worker_id, count(DISTINCT work_date)::int, count(*)::int, min(work_date), max(work_date) FROM work_day GROUP BY 1
"""
SITE_DAYS = "SELECT site_id, work_date, count(*)::int FROM work_day GROUP BY 1, 2"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
async def empty(server: str) -> AsyncIterator[str]:
    """A migrated database of this file alone: the others' is in use, and a load commits."""
    name = f"passport_sample_{uuid4().hex[:12]}"
    owner = await asyncpg.connect(server)
    await owner.execute(f"CREATE DATABASE {name}")
    dsn = urlsplit(server)._replace(path=f"/{name}").geturl()
    migration = [sys.executable, "-m", "passport", "migrate"]
    subprocess.run(migration, check=True, cwd=ROOT, env=os.environ | {"PASSPORT_DSN": dsn}, capture_output=True)  # noqa: ASYNC221  # nothing else runs
    yield dsn
    await owner.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await owner.close()


@pytest.fixture(scope="module")
async def country(empty: str, data: Path) -> AsyncIterator[tuple[asyncpg.Connection, Loaded]]:
    """One country for all tests."""
    loaded = await load(empty, PLAN, data, lambda _: None)
    connection = await asyncpg.connect(empty)
    yield connection, loaded
    await connection.close()


async def difference(connection: asyncpg.Connection, kept: str, derived: str) -> int:
    both = f"SELECT count(*) FROM (({kept} EXCEPT {derived}) UNION ALL ({derived} EXCEPT {kept})) AS differing"
    return int(await connection.fetchval(both))


async def days_of(connection: asyncpg.Connection, slug: str) -> list[asyncpg.Record]:
    return list(
        await connection.fetch(
            "SELECT d.* FROM work_day d JOIN account a USING (worker_id) WHERE a.label = $1 ORDER BY entry_at", slug
        )
    )


async def test_totals_equal_what_the_days_give(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, loaded = country
    assert await connection.fetchval("SELECT count(*) FROM work_day") > loaded.work_days > 500
    assert (
        await difference(connection, "SELECT worker_id, month, trade, position, day_mask FROM month_total", MASKS) == 0
    )
    assert await difference(connection, "SELECT worker_id, days, records, first_on, last_on FROM career", CAREERS) == 0
    assert await difference(connection, "SELECT site_id, work_date, workers FROM site_day", SITE_DAYS) == 0


async def test_every_day_has_its_worker_site_and_assignment(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    orphans = """
        SELECT count(*) FROM work_day d
        LEFT JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id AND a.site_id = d.site_id
             AND d.work_date BETWEEN a.first_on AND a.last_on
        LEFT JOIN site s ON s.id = d.site_id AND d.work_date BETWEEN s.first_on AND s.last_on
        WHERE a.id IS NULL OR s.id IS NULL
    """
    assert await connection.fetchval(orphans) == 0
    assert await connection.fetchval("SELECT count(*) FROM worker") == PLAN.workers + len(CAST)
    assert await connection.fetchval("SELECT count(*) FROM worker_number") == PLAN.workers + len(CAST)
    cards = "SELECT card_serial, worker_id, expires_on, revoked_at FROM card"
    looked_up = "SELECT card_serial, worker_id, expires_on, revoked_at FROM card_lookup"
    assert await difference(connection, cards, looked_up) == 0


async def test_new_ids_follow_those_that_were_drawn(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    taken = {row["kind"]: row["taken"] for row in await connection.fetch("SELECT kind, taken FROM counter")}
    for table in ("company", "site", "reader", "assignment"):
        assert taken[table] == await connection.fetchval(f"SELECT max(id) FROM {table}"), table
    numbers = await connection.fetchval("SELECT max(substr(worker_number, 3, 11)::int8) FROM worker")
    assert taken["worker"] == numbers


async def test_a_second_country_is_refused_and_changes_nothing(
    country: tuple[asyncpg.Connection, Loaded], empty: str, tmp_path: Path
) -> None:
    connection, _ = country
    with pytest.raises(NotEmptyError):
        await load(empty, PLAN, tmp_path, lambda _: None)
    assert await connection.fetchval("SELECT count(*) FROM worker") == PLAN.workers + len(CAST)
    assert not (tmp_path / "sample").exists()


async def test_the_cast_can_be_chosen_at_the_door(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    rows = await connection.fetch(
        "SELECT p.label, p.name, w.level FROM sample_person p JOIN account a USING (label)"
        " JOIN worker w ON w.id = a.worker_id AND w.level = p.level ORDER BY place"
    )
    assert [row["label"] for row in rows] == [person.slug for person in CAST]
    assert all(row["name"].endswith("（サンプル）") for row in rows)
    assert {row["level"] for row in rows} == {1, 2, 3, 4}


async def test_the_door_says_trade_and_story_in_the_readers_language(
    country: tuple[asyncpg.Connection, Loaded],
) -> None:
    connection, _ = country
    row = await connection.fetchrow("SELECT trade, story FROM sample_person ORDER BY place LIMIT 1")
    for language in Language:
        assert say(row["trade"], language) == name_of(CAST[0].trade, language)
        assert say(row["story"], language) == CAST[0].story.to(language)


@pytest.mark.parametrize("person", CAST, ids=lambda person: person.slug)
async def test_each_of_the_cast_has_the_career_of_the_story(
    country: tuple[asyncpg.Connection, Loaded], person: object
) -> None:
    connection, _ = country
    one = next(p for p in CAST if p is person)
    days = await days_of(connection, one.slug)
    assert len({day["work_date"] for day in days}) == one.days
    assert all(day["work_date"] <= PLAN.until for day in days)


async def test_the_rebar_worker_has_1092_days_and_one_that_stopped(
    country: tuple[asyncpg.Connection, Loaded],
) -> None:
    connection, _ = country
    (held,) = await connection.fetch(
        "SELECT h.* FROM held_day h JOIN account a USING (worker_id) WHERE a.label = 'taro'"
    )
    days = {day["work_date"] for day in await days_of(connection, "taro")}
    assert len(days) == 1092
    assert held["work_date"] not in days
    assert (held["reason"], held["until"]) == ("structure_missing", last_day_to_enter(held["work_date"]))
    assert (held["work_date"].year, held["work_date"].month) == (PLAN.until.year, PLAN.until.month)


async def test_the_night_worker_came_at_nine_yesterday_and_left_this_morning(
    country: tuple[asyncpg.Connection, Loaded],
) -> None:
    connection, _ = country
    last = (await days_of(connection, "jiro"))[-1]
    assert last["work_date"] == PLAN.until == work_date(last["entry_at"])
    assert last["entry_at"].isoformat() == "2026-11-22T12:00:00+00:00"
    assert last["exit_at"] - last["entry_at"] == timedelta(hours=8, minutes=30)


async def test_two_sites_in_a_day_are_two_records_and_one_day(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    days = await days_of(connection, "naomi")
    assert len({day["site_id"] for day in days if day["work_date"] == PLAN.until}) == 2
    career = await connection.fetchrow(
        "SELECT c.* FROM career c JOIN account a USING (worker_id) WHERE a.label = 'naomi'"
    )
    assert career["days"] == 150 < career["records"] == len(days)


async def test_the_first_day_worker_has_nothing_but_is_expected(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    assert await days_of(connection, "hanako") == []
    assert await connection.fetchval(
        "SELECT $1::date + 1 BETWEEN first_on AND last_on FROM assignment a JOIN account USING (worker_id)"
        " WHERE label = 'hanako'",
        PLAN.until,
    )


async def test_one_card_of_the_cast_ends_soon(country: tuple[asyncpg.Connection, Loaded]) -> None:
    connection, _ = country
    rows = await connection.fetch("SELECT label, expires_on FROM card JOIN account USING (worker_id)")
    soon = {row["label"] for row in rows if row["expires_on"] < PLAN.until + timedelta(days=60)}
    assert soon == {"tadashi"}
    assert all(row["expires_on"] > PLAN.until for row in rows)


async def test_the_key_file_signs_for_the_enrolled_reader(
    country: tuple[asyncpg.Connection, Loaded], data: Path
) -> None:
    connection, _ = country
    file = data / "sample" / "reader-1.json"
    assert file.stat().st_mode & 0o077 == 0
    content = msgspec.json.decode(file.read_bytes(), type=KeyFile)
    enrolled = await connection.fetchrow(
        "SELECT public_key, site_number FROM reader r JOIN site s ON s.id = r.site_id WHERE reader_number = $1",
        content.reader_number,
    )
    signature = Ed25519PrivateKey.from_private_bytes(base64.b64decode(content.private_key)).sign(b"a report")
    Ed25519PublicKey.from_public_bytes(enrolled["public_key"]).verify(signature, b"a report")
    assert enrolled["site_number"] == content.site_number
    serials = set(content.cards.values())
    assert await connection.fetchval("SELECT count(*) FROM card_lookup WHERE card_serial = ANY($1)", serials) == len(
        CAST
    )
