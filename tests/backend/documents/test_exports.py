import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from python_calamine import CalamineWorkbook

from backend.accounts.rules import Role
from backend.documents import columns, exports, making
from backend.kit import clock, database, store
from backend.settings import settings
from backend.taps.intake import arrive
from backend.taps.service import receive
from tests.office import be, user
from tests.town import NOON, Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("PASSPORT_DATA", str(tmp_path))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


async def company_number(company_id: int) -> str:
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", company_id)
    return str(rows[0][0])


async def worked(days: int = 3) -> Town:
    """A town where everybody worked on some days of November, the first worker on all of them."""
    town = await Town().build()
    for number in range(days):
        at = NOON - number * DAY
        touches = [tap(town, number * 10 + who, at, person=who) for who in range(3 if number == 0 else 1)]
        await receive([arrive(town.readers[0].known, report(touches, at), at)])
    return town


async def ask(client: httpx.AsyncClient, **asked: Any) -> dict[str, Any]:
    said = await client.post("/v1/exports", json=asked)
    assert said.status_code == 202, said.text
    found: dict[str, Any] = said.json()
    return found


async def fetch(client: httpx.AsyncClient, export: str) -> httpx.Response:
    return await client.get(f"/v1/exports/{export}/file")


async def test_a_companys_month_is_asked_for_made_and_fetched(client: httpx.AsyncClient) -> None:
    town = await worked()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    asked = await ask(
        client, kind="companyMonth", number=await company_number(town.company_id), month="2026-11", file="csv"
    )
    assert asked["state"] == "waiting"
    assert (await fetch(client, asked["id"])).json()["code"] == "list_not_ready"
    assert await making.make_waiting() == 1
    told = (await client.get(f"/v1/exports/{asked['id']}")).json()
    assert (told["state"], told["rows"]) == ("ready", 3)
    file = await fetch(client, asked["id"])
    assert file.status_code == 200
    assert int(file.headers["content-length"]) == len(file.content) == told["size"]
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert sorted(int(row["就業日数"]) for row in rows) == [1, 1, 3]
    (longest,) = [row for row in rows if row["就業日数"] == "3"]
    assert [longest[day] for day in ("17", "18", "19", "20", "21")] == ["", "○", "○", "○", ""]


async def test_a_sites_records_have_every_field_in_excel(client: httpx.AsyncClient) -> None:
    town = await worked()
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    asked = await ask(client, kind="siteRecords", number=town.sites[0][1], month="2026-11", language="en")
    await making.make_waiting()
    file = await fetch(client, asked["id"])
    (title, *_), head, *lines = (
        CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
    )
    assert title == "Site, work history 2026-11 見本町第一現場"
    assert len(head) == len(columns.RECORD)
    assert len(lines) == 5
    first = dict(zip(head, lines[-1], strict=True))
    assert (first["Work day"], first["Entry"], first["Position"]) == ("2026-11-20", "12:00", "Worker")


@pytest.mark.parametrize(("kind", "site"), [("companyYear", False), ("siteMonth", True), ("siteYear", True)])
async def test_the_other_grids_add_up(client: httpx.AsyncClient, kind: str, site: bool) -> None:
    town = await worked()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    number = town.sites[0][1] if site else await company_number(town.company_id)
    asked = await ask(
        client, kind=kind, number=number, month="2026-11" if kind == "siteMonth" else "2026-01", file="csv"
    )
    await making.make_waiting()
    rows = list(csv.DictReader(io.StringIO((await fetch(client, asked["id"])).content.decode("utf-8-sig"))))
    assert sorted(int(row["就業日数"]) for row in rows) == [1, 1, 3]
    marked = [
        sum(
            value == "○" if kind == "siteMonth" else int(value or 0)
            for name, value in row.items()
            if name[:1].isdigit()
        )
        for row in rows
    ]
    assert sorted(marked) == [1, 1, 3]


async def test_only_the_columns_of_a_view_come_in_its_order(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    asked = await ask(
        client,
        kind="siteRecords",
        number=town.sites[0][1],
        month="2026-11",
        file="csv",
        columns=["grade", "name", "nonsense", "grade"],
    )
    await making.make_waiting()
    first = (await fetch(client, asked["id"])).content.decode("utf-8-sig").splitlines()[0]
    assert first == "証拠の等級,氏名"


async def test_a_name_that_begins_like_a_formula_stays_a_name(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET name = '=HYPERLINK(1)' WHERE id = $1", town.workers[0])
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    number = await company_number(town.company_id)
    for file in ("csv", "xlsx"):
        asked = await ask(client, kind="companyMonth", number=number, month="2026-11", file=file)
        await making.make_waiting()
        content = (await fetch(client, asked["id"])).content
        if file == "csv":
            assert "'=HYPERLINK(1)" in content.decode("utf-8-sig")
        else:
            cells = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
            assert "=HYPERLINK(1)" in [row[1] for row in cells]


async def test_whoever_stands_in_a_list_sees_that_it_was_taken(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    await ask(client, kind="siteRecords", number=town.sites[0][1], month="2026-11")
    await making.make_waiting()
    rows = await database.fetch("SELECT worker_id FROM view_log WHERE purpose = 'download'")
    assert {row[0] for row in rows} == set(town.workers)


async def test_nobody_fetches_anothers_list_nor_his_own_without_the_role(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    account, token = await user(Role.RESPONSIBLE, town.company_id)
    be(client, token)
    asked = await ask(client, kind="siteMonth", number=town.sites[0][1], month="2026-11")
    waiting = await ask(client, kind="siteMonth", number=town.sites[0][1], month="2026-11")
    await making.make_waiting()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await fetch(client, asked["id"])).status_code == 404
    be(client, token)
    async with database.transaction() as db:
        await db.execute("UPDATE role_grant SET last_on = '2026-01-02' WHERE account_id = $1", account)
        await db.execute("UPDATE export SET ended_at = NULL, began_at = NULL WHERE id = $1", waiting["id"])
    assert (await fetch(client, asked["id"])).json()["code"] == "site_manager_needed"
    await making.make_waiting()
    told = (await client.get(f"/v1/exports/{waiting['id']}")).json()
    assert (told["state"], told["why"]["code"]) == ("failed", "site_manager_needed")


async def test_a_maker_that_was_killed_is_followed_by_another(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    asked = await ask(client, kind="siteMonth", number=town.sites[0][1], month="2026-11")
    async with database.transaction() as db:
        await db.execute("UPDATE export SET began_at = $2 WHERE id = $1", asked["id"], clock.now())
    assert await making.make_waiting() == 0
    assert (await client.get(f"/v1/exports/{asked['id']}")).json()["state"] == "beingMade"
    async with database.transaction() as db:
        await db.execute(
            "UPDATE export SET began_at = $2 WHERE id = $1", asked["id"], clock.now() - making.GIVEN_UP_AFTER - DAY
        )
    assert await making.make_waiting() == 1


async def test_after_seven_days_the_file_and_the_row_are_gone(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    asked = await ask(client, kind="siteMonth", number=town.sites[0][1], month="2026-11")
    await making.make_waiting()
    async with database.transaction() as db:
        await db.execute("UPDATE export SET expires_at = $2 WHERE id = $1", asked["id"], clock.now() - DAY)
    assert (await fetch(client, asked["id"])).json()["code"] == "list_over"
    await exports.clean(clock.now())
    assert not await store.is_kept(exports.name_of(UUID(asked["id"])))
    assert (await fetch(client, asked["id"])).status_code == 404


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"month": "2026-11", "until": "2027-12"}, "list_period_too_long"),
        ({"month": "2026-11", "until": "2026-10"}, "list_period_too_long"),
        ({"month": "2026-13"}, "malformed"),
        ({"month": "2026-11", "nonsense": 1}, "malformed"),
        ({"month": "2026-11", "columns": ["x" * 10_000]}, "malformed"),
        ({"month": "2026-11", "file": "pdf"}, "malformed"),
    ],
)
async def test_what_cannot_be_asked_is_refused(client: httpx.AsyncClient, asked: dict[str, Any], code: str) -> None:
    town = await Town().build(1, 1, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    said = await client.post("/v1/exports", json={"kind": "siteRecords", "number": town.sites[0][1], **asked})
    assert (said.status_code, said.json()["code"]) == (409 if code == "list_period_too_long" else 400, code)


async def test_a_sixth_list_waits_for_the_first(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, 1, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    for _ in range(exports.MOST_WAITING):
        await ask(client, kind="siteMonth", number=town.sites[0][1], month="2026-11")
    said = await client.post("/v1/exports", json={"kind": "siteMonth", "number": town.sites[0][1], "month": "2026-11"})
    assert (said.status_code, said.json()["code"]) == (429, "too_many_lists")
    assert len((await client.get("/v1/exports")).json()["exports"]) == exports.MOST_WAITING


async def test_a_viewer_does_not_take_a_sites_history_away(client: httpx.AsyncClient) -> None:
    town = await worked(1)
    be(client, (await user(Role.SITE_VIEWER, town.sites[0][0]))[1])
    said = await client.post(
        "/v1/exports", json={"kind": "siteRecords", "number": town.sites[0][1], "month": "2026-11"}
    )
    assert said.json()["code"] == "site_manager_needed"
