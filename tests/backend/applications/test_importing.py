"""Many people from one table: once each, whatever happens on the way."""

import asyncio
import csv
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from backend.applications import importing as applying
from backend.applications.importing import HeadError, RowOutcome, RowState, import_table
from backend.kit import clock, database
from backend.kit.items import Value
from backend.kit.numbers import NumberKind, make_number
from backend.kit.tables import TableError
from backend.workers import importing, registering, sheet
from backend.workers.items import Form
from backend.workers.registering import Registration
from passport.bench.importing import HEAD, sample_person
from tests.backend.applications.filing import rows
from tests.town import Town


async def company() -> str:
    town = await Town().build(0, 0, 0)
    number: str = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    return number


def people(employer: str, count: int = 5, **changes: str) -> list[dict[str, str]]:
    hand = Random(1)  # noqa: S311  a drawing, the same each time
    return [dict(zip(HEAD, sample_person(n, hand, employer), strict=True)) | changes for n in range(count)]


def write(folder: Path, table: list[dict[str, str]]) -> Path:
    path = folder / "people.csv"
    with path.open("w", encoding="cp932", newline="") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(table)
    return path


async def imported(path: Path) -> list[RowOutcome]:
    with ThreadPoolExecutor(1) as pool:
        return [
            one
            async for some in import_table(path, Form.SIMPLIFIED, by=None, at=clock.now(), pool=pool)
            for one in some
        ]


@pytest.mark.usefixtures("rolled_back")
async def test_good_rows_are_registered_and_bad_ones_named(tmp_path: Path) -> None:
    table = people(await company())
    table[1]["電話番号"], table[3]["主たる所属会社の事業者ID"] = "call me", make_number(NumberKind.COMPANY, 999_999_999)
    outcomes = await imported(write(tmp_path, table))
    assert [one.row for one in outcomes] == [2, 3, 4, 5, 6]
    assert [one.state for one in outcomes] == [
        RowState.REGISTERED,
        RowState.REFUSED,
        RowState.REGISTERED,
        RowState.REFUSED,
        RowState.REGISTERED,
    ]
    assert [(fault.item, fault.code) for one in outcomes for fault in one.faults] == [
        ("phone", "item_not_a_phone_number"),
        ("employer", "company_unknown"),
    ]
    held = await rows("SELECT worker_number FROM worker WHERE name LIKE '見本 %郎' ORDER BY worker_number")
    assert [row[0] for row in held] == sorted(one.number for one in outcomes if one.number)


@pytest.mark.usefixtures("rolled_back")
async def test_the_same_file_again_registers_nobody_twice_and_gives_their_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, people(await company()))
    first, second = await imported(path), await imported(path)
    assert {one.state for one in second} == {RowState.ALREADY}
    assert [one.number for one in second] == [one.number for one in first]


@pytest.mark.usefixtures("rolled_back")
async def test_one_person_twice_in_a_file_is_registered_once(tmp_path: Path) -> None:
    table = people(await company())
    table[4] |= {"本人確認書類の番号": table[0]["本人確認書類の番号"].lower(), "生年月日": table[0]["生年月日"]}
    outcomes = await imported(write(tmp_path, table))
    assert [one.state for one in outcomes] == [*[RowState.REGISTERED] * 4, RowState.ALREADY]
    assert outcomes[4].number == outcomes[0].number


@pytest.mark.usefixtures("rolled_back")
async def test_a_head_that_is_not_known_stands_twice_or_is_missing_stops_before_the_first_row(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("氏名,phone,電話番号,靴のサイズ\n見本 太郎,1,1,27\n", "utf-8")
    with pytest.raises(HeadError) as caught:
        await imported(path)
    assert (caught.value.unknown, caught.value.twice) == (("靴のサイズ",), ("phone",))
    assert {"birth_date", "identity_number"} <= set(caught.value.missing)
    path.write_bytes(b"")
    with pytest.raises(TableError):
        await imported(path)


@pytest.mark.usefixtures("rolled_back")
async def test_where_the_file_breaks_off_the_rows_before_are_registered_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "SET", 2)
    path = write(tmp_path, people(await company()))
    path.write_bytes(path.read_bytes() + b'"never closed')
    told, sets = [], import_table(path, Form.SIMPLIFIED, by=None, at=clock.now())
    for _ in range(2):
        told += await anext(sets)
    with pytest.raises(TableError):
        await anext(sets)
    assert [(one.row, one.state) for one in told] == [(row, RowState.REGISTERED) for row in (2, 3, 4, 5)]
    held = await rows("SELECT worker_number FROM worker WHERE name LIKE '見本 %郎'")
    assert {row[0] for row in held} == {one.number for one in told}


async def everything_of(worker_id: UUID) -> dict[str, Any]:
    """All that the register holds of somebody, but for ids, instants and the number."""
    tables: dict[str, Any] = {}
    for table, key in (
        ("worker", "id"), ("worker_number", "worker_id"), ("worker_trade", "worker_id"), ("worker_item", "worker_id"),
        ("employment", "worker_id"), ("person_proof", "worker_id"), ("event", "worker_id"),
    ):  # fmt: skip
        found = await database.fetch(f"SELECT to_jsonb(t)::text AS row FROM {table} t WHERE {key} = $1", worker_id)
        cleaned = [
            {name: value for name, value in json.loads(row["row"]).items() if name not in LEFT_OUT} for row in found
        ]
        tables[table] = sorted(cleaned, key=json.dumps)
    return tables


LEFT_OUT = {"id", "worker_id", "worker_number", "kept_at", "key", "from_id"}


@pytest.mark.usefixtures("rolled_back")
async def test_both_ways_of_registering_write_the_same() -> None:
    employer = await company()
    hand, at = Random(1), clock.now()  # noqa: S311  a drawing, the same each time
    row = sheet.read_row(sheet.read_head(HEAD), sample_person(1, hand, employer), Form.SIMPLIFIED, clock.japan_date(at))
    assert row.faults == []
    values: dict[str, Value] = {k: v for k, v in row.values.items() if v is not None}
    other = values | {"identity_number": "another document"}
    company_id = (await rows("SELECT id FROM company WHERE company_number = $1", employer))[0][0]
    told = Registration(Form.SIMPLIFIED, values, {})
    one = await registering.register(told, by=None, at=at, employer_id=company_id)
    person = importing.Person(other, company_id, clock.japan_date(at))
    (made,) = await importing.register_all([person], Form.SIMPLIFIED, by=None, at=at)
    many = (await rows("SELECT id FROM worker WHERE worker_number = $1", made.number))[0][0]
    assert await everything_of(many) == await everything_of(one)


async def test_eight_imports_at_once_register_each_person_once(committed: str, tmp_path: Path) -> None:
    path = write(tmp_path, people(await company(), 60))
    runs = await asyncio.gather(*(imported(path) for _ in range(8)))
    states = Counter(one.state for run in runs for one in run)
    assert states == {RowState.REGISTERED: 60, RowState.ALREADY: 420}
    assert len({one.number for run in runs for one in run}) == 60
    assert await rows("SELECT count(*), count(DISTINCT worker_id) FROM person_proof") == [(60, 60)]
