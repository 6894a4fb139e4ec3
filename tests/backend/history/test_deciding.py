"""The prime contractor's word over HTTP: what waits at a site, many decisions at once, and what nobody answered."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.history import claims
from backend.history.claiming import Claimed, ClaimKind
from backend.kit import clock, database
from tests.office import ENGLISH, be, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def yesterday() -> date:
    """The newest day that is over for certain."""
    return clock.japan_date(clock.now()) - timedelta(days=2)


async def claimed(town: Town, person: int = 0, site: int = 0, *, why: str = "カードをわすれました") -> UUID:
    day, claim_id = yesterday(), uuid4()
    times = [datetime(day.year, day.month, day.day, hour, tzinfo=clock.JAPAN) for hour in (8, 17)]
    entry = claims.Entry(Claimed(ClaimKind.MISSED_DAY, day, *times), town.sites[site][1], why)
    _, kept = await claims.claim(claim_id, town.workers[person], entry, now=clock.now())
    assert kept is not None
    return claim_id


async def decide(client: httpx.AsyncClient, town: Town, *said: dict[str, Any], site: int = 0) -> httpx.Response:
    address = f"/v1/sites/{town.sites[site][1]}/claims/decisions"
    return await client.post(address, json={"decisions": list(said)}, headers=ENGLISH)


async def said_of(
    town: Town, claim_id: UUID, person: int = 0, *, approve: bool = True, why: str = ""
) -> dict[str, Any]:
    number = await number_of(town.workers[person])
    return {"worker": number, "claim": str(claim_id), "approve": approve, "why": why}


async def test_what_waits_is_listed_with_the_name_and_the_worker_sees_the_look(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    claim_id = await claimed(town)
    await claimed(town, person=1, site=1)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    answer = await client.get(f"/v1/sites/{town.sites[0][1]}/claims")
    (one,) = answer.json()["claims"]
    assert one["id"] == str(claim_id)
    assert one["worker"] == {"number": await number_of(town.workers[0]), "name": "見本 太郎"}
    assert (one["workDate"], one["listed"], one["counted"], one["silentDays"]) == (str(yesterday()), True, False, 0)
    assert one["entryAt"] == f"{yesterday()}T08:00:00+09:00"
    (row,) = await database.fetch("SELECT worker_id, purpose, role FROM view_log")
    assert tuple(row) == (town.workers[0], "approval", "site_manager")
    await client.get(f"/v1/sites/{town.sites[0][1]}/claims")
    assert len(await database.fetch("SELECT FROM view_log")) == 1


async def test_many_are_decided_at_once_and_one_that_cannot_be_holds_up_no_other(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    good, bad, elsewhere = await claimed(town), await claimed(town, person=1), await claimed(town, person=2, site=1)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    answer = await decide(
        client,
        town,
        await said_of(town, good),
        await said_of(town, bad, 1, approve=False),
        await said_of(town, elsewhere, 2),
        {"worker": "91000000009999", "claim": str(uuid4()), "approve": True},
    )
    assert answer.status_code == 200, answer.text
    said = [(one["state"], one["reason"] and one["reason"]["code"]) for one in answer.json()["decided"]]
    assert said == [
        ("approved", None),
        ("impossible", "why_missing"),
        ("impossible", "not_found"),
        ("impossible", "not_found"),
    ]
    assert answer.json()["decided"][1]["reason"]["who"]
    assert [tuple(row) for row in await database.fetch("SELECT worker_id, work_date FROM work_day")] == [
        (town.workers[0], yesterday())
    ]
    again = await decide(client, town, await said_of(town, good))
    assert again.json()["decided"][0]["state"] == "approved"
    other = await decide(client, town, await said_of(town, good, approve=False, why="x"))
    assert other.json()["decided"][0]["reason"]["code"] == "claim_decided"


async def test_a_refusal_reaches_the_worker_in_the_words_of_the_prime(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    claim_id = await claimed(town)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    await decide(client, town, await said_of(town, claim_id, approve=False, why="\u0007その日は休工でした\n"))
    (row,) = await claims.list_claims(town.workers[0])
    assert (row["approved"], row["decided_why"]) == (False, "その日は休工でした")


@pytest.mark.parametrize("role", [Role.SITE_VIEWER, Role.PUBLIC_CLIENT])
async def test_who_may_only_look_is_told_who_decides(client: httpx.AsyncClient, role: Role) -> None:
    town = await Town().build()
    claim_id = await claimed(town)
    be(client, (await user(role, town.sites[0][0]))[1])
    for answer in (
        await client.get(f"/v1/sites/{town.sites[0][1]}/claims"),
        await decide(client, town, await said_of(town, claim_id)),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "site_manager_needed")
    assert await database.fetch("SELECT FROM view_log") == []
    assert not await database.fetch("SELECT FROM claim WHERE approved IS NOT NULL")


async def test_another_sites_manager_and_an_unknown_site_are_answered_alike(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    be(client, (await user(Role.SITE_MANAGER, town.sites[1][0]))[1])
    for number in (town.sites[0][1], "93000000009999"):
        answer = await client.get(f"/v1/sites/{number}/claims")
        assert (answer.status_code, answer.json()["code"]) == (403, "not_linked")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decisions": []},
        {"decisions": [{"worker": "1", "claim": "x", "approve": 1}]},
        {"decisions": [{"worker": "91000000000015", "claim": str(UUID(int=1)), "approve": True, "by": "me"}]},
        {"decisions": [{"worker": "91000000000015", "claim": str(UUID(int=1)), "approve": True}] * 1001},
    ],
)
async def test_what_cannot_be_read_decides_nothing(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    town = await Town().build()
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    answer = await client.post(f"/v1/sites/{town.sites[0][1]}/claims/decisions", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


async def test_the_operator_hears_of_what_nobody_answered_for_14_days(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    old, _ = await claimed(town), await claimed(town, person=1)
    async with database.transaction() as db:
        await db.execute("UPDATE claim SET claimed_at = claimed_at - interval '15 days' WHERE id = $1", old)
    be(client, (await user(Role.OPERATOR, 0))[1])
    (one,) = (await client.get("/v1/claims/silent")).json()["claims"]
    assert (one["id"], one["silentDays"], one["site"]["number"]) == (str(old), 15, town.sites[0][1])
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    answer = await client.get("/v1/claims/silent", headers=ENGLISH)
    assert (answer.status_code, answer.json()["code"]) == (403, "operator_needed")
