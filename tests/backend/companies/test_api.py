from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.companies import service
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.items import ItemState
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")

RELIEF = {
    "name": "見本地震の特例",
    "kind": "entry",
    "prefectures": [15, 16, 17, 18],
    "bySiteOffice": True,
    "byCompany": True,
    "firstOn": "2024-01-01",
    "lastOn": "2024-04-30",
    "until": "2024-06-30",
    "source": "資料2 p.31",
}


async def number_of(company_id: int) -> str:
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", company_id)
    return str(rows[0][0])


async def test_a_company_sees_itself_and_until_when_it_can_renew(client: httpx.AsyncClient) -> None:
    town = await Town().build(2, 0, 0)
    be(client, (await user(Role.LAYER_MANAGER, town.company_id))[1])
    seen = (await client.get(f"/v1/companies/{await number_of(town.company_id)}")).json()
    assert (seen["name"], seen["kind"], seen["workers"]) == ("見本建設", "corporation", 2)
    assert seen["renewal"] == {
        "standing": "valid",
        "expiresOn": "2027-12-31",
        "until": "2027-12-31",
        "opensOn": "2027-07-01",
        "newExpiresOn": "2032-12-31",
    }


async def test_every_value_is_shown_with_what_proves_it(client: httpx.AsyncClient) -> None:
    town, proof = await Town().build(0, 0, 0), uuid4()
    for value in (
        Given("mail", "a@example.jp"),
        Given("mail", None, ItemState.NONE),
        Given("address", "見本町1", ItemState.PROVEN, proof),
    ):
        await service.keep_values(town.company_id, [value], by=None, at=clock.now())
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    values = (await client.get(f"/v1/companies/{await number_of(town.company_id)}/values")).json()["values"]
    assert [(one["item"], one["value"], one["state"], one["proof"]) for one in values] == [
        ("address", "見本町1", "proven", str(proof)),
        ("mail", None, "none", None),
        ("mail", "a@example.jp", "claimed", None),
    ]


async def test_a_prime_sees_whose_registration_runs_out_below_it(client: httpx.AsyncClient) -> None:
    town, sub = await Town().build(1, 1, 0), await Town().build(0, 0, 0)
    today = clock.japan_date(clock.now())
    async with database.transaction() as db:
        await db.execute("UPDATE assignment SET company_id = $1", sub.company_id)
        await db.execute("UPDATE company SET expires_on = $2 WHERE id = $1", sub.company_id, today - timedelta(days=1))
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    below = (await client.get(f"/v1/companies/{await number_of(town.company_id)}/below")).json()["companies"]
    assert [(one["number"], one["standing"]) for one in below] == [(await number_of(sub.company_id), "ended")]


async def test_the_operator_decides_relief_and_everybody_reads_it(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 0, 0)
    be(client, (await user(Role.OPERATOR, 0))[1])
    made = await client.post("/v1/relief", json=RELIEF)
    assert made.status_code == 201, made.text
    (one,) = made.json()["relief"]
    assert {key: one[key] for key in RELIEF} == RELIEF
    assert (await client.delete(f"/v1/relief/{one['id']}")).status_code == 204
    assert (await client.delete(f"/v1/relief/{uuid4()}")).status_code == 404
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await client.get("/v1/relief")).json()["relief"][0]["endedAt"] is not None
    assert (await client.post("/v1/relief", json=RELIEF)).json()["code"] == "operator_needed"


@pytest.mark.parametrize(
    ("bent", "code"),
    [
        ({"firstOn": "2024-05-01"}, "relief_order"),
        ({"until": "2024-04-01"}, "relief_order"),
        ({"bySiteOffice": False, "byCompany": False}, "relief_order"),
        ({"kind": "nonsense"}, "malformed"),
        ({"prefectures": [48]}, "malformed"),
        ({"prefectures": []}, "malformed"),
        ({"firstOn": "2023-02-29"}, "malformed"),
        ({"name": "あ" * 10_000}, "malformed"),
        ({"more": 1}, "malformed"),
    ],
)
async def test_relief_that_cannot_be_is_refused(client: httpx.AsyncClient, bent: dict[str, Any], code: str) -> None:
    be(client, (await user(Role.OPERATOR, 0))[1])
    said = await client.post("/v1/relief", json=RELIEF | bent)
    assert (said.status_code, said.json()["code"]) == (409 if code == "relief_order" else 400, code)
