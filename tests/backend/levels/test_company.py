"""What companies say for levels: certified experience and allowances."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.clock import japan_date
from tests.authenticator import Authenticator
from tests.office import be, enrol, number_of, user
from tests.town import Town

EXPERIENCE = {"trade": "09-01", "firstOn": "2018-04-01", "lastOn": "2019-03-31", "days": 215, "foremanDays": 10}
TODAY = japan_date(clock.now())
ALLOWANCE = {"validFrom": f"{TODAY}", "per": "day", "yen": [0, 500, 1000, 2000]}


async def employer(client: httpx.AsyncClient) -> tuple[Town, str]:
    """A town whose company's responsible person the client is; gives the worker's number."""
    town = await Town().build(1)
    _, token = await user(Role.RESPONSIBLE, town.company_id)
    be(client, token)
    return town, await number_of(town.workers[0])


async def company_number() -> str:
    """The town has one company."""
    return str((await database.fetch("SELECT company_number FROM company"))[0][0])


async def certify(client: httpx.AsyncClient, number: str, at: UUID, **said: Any) -> httpx.Response:
    url = f"/v1/companies/{await company_number()}/experience/{at}"
    return await client.put(url, json=EXPERIENCE | {"worker": number} | said)


async def test_a_company_certifies_its_worker_who_sees_it_and_takes_it_back(client: httpx.AsyncClient) -> None:
    town, number = await employer(client)
    boss, at = client.cookies["passport_session"], uuid4()
    assert (await certify(client, number, at)).status_code == 204
    assert (await certify(client, number, at)).status_code == 204
    assert (await certify(client, number, at, days=216)).json()["code"] == "experience_id_taken"
    told = await database.fetch("SELECT kind FROM event WHERE worker_id = $1 AND kind = 89", town.workers[0])
    assert [EventKind(row[0]) for row in told] == [EventKind.EXPERIENCE_CERTIFIED]
    (ours,) = (await client.get(f"/v1/companies/{await company_number()}/experience")).json()["experience"]
    assert (ours["id"], ours["worker"], ours["trade"], ours["days"]) == (f"{at}", number, "09-01", 215)
    await enrol(client, town.workers[0], Authenticator())
    (seen,) = (await client.get("/v1/passport/experience")).json()["experience"]
    assert (seen["days"], seen["foremanDays"], seen["company"]) == (215, 10, "見本建設")
    await client.put("/v1/passport/road/fields/001")
    road = (await client.get("/v1/passport/road")).json()["roads"]
    electrical = next(one for one in road if one["field"] == "001")
    assert electrical["days"]["certified"] == 215
    assert electrical["days"]["certifiedUntil"] == "2029-03-31"
    be(client, boss)
    async with database.transaction() as db:
        await db.execute("UPDATE employment SET until = '2026-01-31'")
    gone = await certify(client, number, uuid4(), firstOn="2020-04-01", lastOn="2021-03-31")
    assert gone.json()["code"] == "experience_worker"
    assert (await client.delete(f"/v1/companies/{await company_number()}/experience/{at}")).status_code == 204
    assert not await database.fetch("SELECT FROM experience")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"lastOn": "2024-04-01"}, "experience_days"),
        ({"firstOn": "2019-04-01"}, "experience_days"),
        ({"firstOn": "1900-04-01"}, "experience_days"),
        ({"days": 366}, "experience_days"),
        ({"days": 0, "foremanDays": 0}, "experience_days"),
        ({"foremanDays": 200, "leaderDays": 16}, "experience_days"),
        ({"trade": "鉄筋"}, "experience_trade"),
        ({"trade": "99-99"}, "experience_trade"),
    ],
)
async def test_days_that_cannot_be_are_not_certified(
    client: httpx.AsyncClient, said: dict[str, Any], code: str
) -> None:
    _, number = await employer(client)
    refused = await certify(client, number, uuid4(), **said)
    assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_another_company_certifies_nothing(client: httpx.AsyncClient) -> None:
    town, number = await employer(client)
    _, stranger = await user(Role.RESPONSIBLE, town.company_id + 99)
    be(client, stranger)
    assert (await certify(client, number, uuid4())).status_code == 403
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    assert (await certify(client, number, uuid4())).status_code == 403


async def test_a_company_tells_what_it_pays_on_top_and_its_worker_sees_it(client: httpx.AsyncClient) -> None:
    town, _ = await employer(client)
    url = f"/v1/companies/{await company_number()}/allowance"
    assert (await client.get(url)).json() == {"allowance": None}
    assert (await client.put(url, json=ALLOWANCE)).status_code == 204
    later = ALLOWANCE | {"validFrom": f"{TODAY + timedelta(days=9)}", "yen": [1, 2, 3, 4]}
    assert (await client.put(url, json=later)).status_code == 204
    assert (await client.get(url)).json() == {"allowance": ALLOWANCE}
    await enrol(client, town.workers[0], Authenticator())
    seen = (await client.get("/v1/passport/road")).json()["allowance"]
    assert (seen["company"], seen["per"], seen["rows"][3]) == ("見本建設", "day", {"level": 4, "yen": 2000})


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"yen": [5, 4, 3, 2]}, 409),
        ({"validFrom": "2001-01-01"}, 409),
        ({"yen": [1, 2, 3]}, 400),
        ({"yen": [-1, 2, 3, 4]}, 400),
        ({"per": "hour"}, 400),
    ],
)
async def test_an_allowance_that_cannot_be_is_refused(
    client: httpx.AsyncClient, said: dict[str, Any], status: int
) -> None:
    await employer(client)
    refused = await client.put(f"/v1/companies/{await company_number()}/allowance", json=ALLOWANCE | said)
    assert refused.status_code == status
