"""After an earthquake (資料6): one bundle site, own workers, a delegated office, a logging reader, late days.

Told over HTTP, with the days moved into the present.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts import consents
from backend.accounts import service as accounts
from backend.accounts.rules import Role
from backend.history.checks import compare_totals
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.office import be, number_of, user
from tests.town import BEGINNING, Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

NOTO = 17


async def company_number(company_id: int) -> str:
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", company_id)
    return str(rows[0][0])


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


async def register_site(client: httpx.AsyncClient, prime: str, **changes: Any) -> str:
    site = {
        "prime": prime,
        "name": "見本県応急仮設住宅",
        "kind": "regionalBundle",
        "prefecture": NOTO,
        "area": "見本半島",
        "officePrefecture": NOTO,
        "officeAddress": "見本県見本市1",
        "firstOn": f"{BEGINNING}",
        "lastOn": f"{clock.japan_date(clock.now()) + timedelta(days=90)}",
        "gateOpens": "07:30",
    }
    said = await client.post("/v1/sites", json=site | changes)
    assert said.status_code == 201, said.text
    return str(said.json()["number"])


async def test_from_the_bundle_site_to_the_late_day_under_relief(client: httpx.AsyncClient) -> None:
    town, office = await Town().build(2, 0, 1, assigned=False), await Town().build(0, 0, 0)
    today = clock.japan_date(clock.now())
    prime, union = await company_number(town.company_id), await company_number(office.company_id)
    numbers = [await number_of(worker) for worker in town.workers]

    # The prime registers one site with its estates, and hands it to the union's office.
    _, builder = await user(Role.RESPONSIBLE, town.company_id)
    be(client, builder)
    site = await register_site(client, prime)
    for place, name in enumerate(("第一団地", "第二団地"), 1):
        said = await client.put(f"/v1/sites/{site}/places/{place}", json={"name": name, "address": f"見本市{place}"})
        assert said.status_code == 204, said.text
    handed = {"company": union, "firstOn": f"{today}", "lastOn": f"{today + timedelta(days=60)}"}
    assert (await client.post(f"/v1/sites/{site}/delegations", json=handed)).status_code == 204
    seen = (await client.get(f"/v1/sites/{site}")).json()
    assert (seen["kind"], [one["name"] for one in seen["places"]]) == ("regionalBundle", ["第一団地", "第二団地"])

    # The union's office lists the carpenters as the prime's own workers: no tier between, by law.
    _, clerk = await user(Role.RESPONSIBLE, office.company_id)
    be(client, clerk)
    row = {"trade": "34-01", "firstOn": f"{BEGINNING}", "lastOn": f"{today + timedelta(days=60)}"}
    rows = [row | {"worker": number} for number in numbers]
    listed = await client.post(f"/v1/sites/{site}/workers", json={"company": prime, "rows": rows})
    assert {one["state"] for one in listed.json()["rows"]} == {"done"}, listed.text
    shown = (await client.get(f"/v1/sites/{site}/workers")).json()["workers"]
    assert {(one["number"], one["tier"]) for one in shown} == {(number, 0) for number in numbers}

    # A logging reader that stood alone comes in with its file: months late, and too late.
    (site_id,) = await database.fetch("SELECT id FROM site WHERE site_number = $1", site)
    town.sites = [(site_id["id"], site)]
    late = clock.add_months(clock.month_of(today), -3) + timedelta(days=9)
    assert await logged(town, 1, noon(late), person=0) is Verdict.TOO_LATE

    # The operator decides relief for the area; the next file counts, and nothing doubles.
    be(client, (await user(Role.OPERATOR, 0))[1])
    relief = {
        "name": "見本地震の特例",
        "kind": "entry",
        "prefectures": [15, 16, NOTO, 18],
        "bySiteOffice": True,
        "byCompany": False,
        "firstOn": f"{late - timedelta(days=8)}",
        "lastOn": f"{late + timedelta(days=8)}",
        "until": f"{today + timedelta(days=30)}",
        "source": "資料2 p.31",
    }
    assert (await client.post("/v1/relief", json=relief)).status_code == 201
    for _ in range(2):
        assert await logged(town, 2, noon(late), person=1) is Verdict.COUNTED

    # The first worker's day, refused before, is claimed by hand on the phone and approved by the union's office.
    await be_worker(client, town.workers[0])
    claim = {"kind": "missedDay", "site": site, "workDate": f"{late}", "entryAt": f"{late}T08:00:00+09:00"}
    said = await client.put(f"/v1/passport/claims/{uuid4()}", json=claim)
    assert said.json()["state"] == "waiting", said.text
    be(client, clerk)
    (waiting,) = (await client.get(f"/v1/sites/{site}/claims")).json()["claims"]
    word = {"worker": waiting["worker"]["number"], "claim": waiting["id"], "approve": True}
    decided = await client.post(f"/v1/sites/{site}/claims/decisions", json={"decisions": [word]})
    assert decided.json()["decided"][0]["state"] == "approved"
    days = await database.fetch("SELECT worker_id FROM work_day WHERE work_date = $1", late)
    assert {row["worker_id"] for row in days} == set(town.workers)
    assert not any(one.not_derived or one.not_kept for one in await compare_totals())

    # When the site is taken back, the office is told that it is no longer its own.
    be(client, builder)
    assert (await client.delete(f"/v1/sites/{site}/delegations/{union}")).status_code == 204
    be(client, clerk)
    assert (await client.get(f"/v1/sites/{site}/claims")).json()["code"] == "not_linked"


async def logged(town: Town, sequence: int, at: datetime, *, person: int) -> Verdict:
    now = clock.now()
    (outcomes,) = await receive(
        [arrive(town.readers[0].known, report([tap(town, sequence, at, person=person)], now), now)]
    )
    assert outcomes[0] is not None
    return outcomes[0].verdict


async def be_worker(client: httpx.AsyncClient, worker: Any) -> None:
    now = clock.now()
    account = await accounts.account_of_worker(worker, now)
    await consents.accept_all(account, now)
    be(client, await accounts.open_session(account, now))


async def test_a_changed_site_keeps_what_it_was_and_heals_what_waited(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, 0, 1, assigned=False)
    today = clock.japan_date(clock.now())
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    site = await register_site(client, await company_number(town.company_id), kind="ordinary")
    was = (await client.get(f"/v1/sites/{site}")).json()
    body = {
        "name": "見本の新しい名",
        "kind": "ordinary",
        "prefecture": 13,
        "firstOn": f"{BEGINNING}",
        "lastOn": f"{today}",
    }
    assert (await client.put(f"/v1/sites/{site}", json=body)).status_code < 300
    (change,) = (await client.get(f"/v1/sites/{site}/changes")).json()["changes"]
    assert was["name"] in str(change)
    assert (await client.get(f"/v1/sites/{site}")).json()["name"] == "見本の新しい名"


@pytest.mark.parametrize(
    "changes",
    [
        {"lastOn": "2025-01-01"},
        {"firstOn": "2026-02-30"},
        {"name": "あ" * 10_000},
        {"name": " \u200b "},
        {"kind": "castle"},
        {"prefecture": 48},
        {"gateOpens": "25:00"},
        {"more": 1},
    ],
)
async def test_a_site_that_cannot_be_is_refused(client: httpx.AsyncClient, changes: dict[str, Any]) -> None:
    town = await Town().build(0, 0, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    good = {
        "prime": await company_number(town.company_id), "name": "見本", "prefecture": 13,
        "firstOn": "2026-01-01", "lastOn": "2027-01-01",
    }  # fmt: skip
    said = await client.post("/v1/sites", json=good | changes)
    assert 400 <= said.status_code < 500, said.text
    assert said.json()["remedy"]["what"]
    assert not await database.fetch("SELECT FROM site")
