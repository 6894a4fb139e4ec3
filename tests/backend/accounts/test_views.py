"""Who looked at me; and what of a worker a role sees."""

import httpx
import pytest

from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.accounts.views import Purpose
from backend.kit import clock, database
from backend.passport.viewers import LookedFor
from tests.authenticator import Authenticator
from tests.office import ENGLISH, be, enrol, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def see(client: httpx.AsyncClient, number: str, purpose: str = "worker_list") -> httpx.Response:
    return await client.get(f"/v1/workers/{number}", params={"purpose": purpose}, headers=ENGLISH)


async def test_a_look_is_one_row_for_viewer_worker_purpose_and_day(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    number = await number_of(town.workers[0])
    tokens = [(await user(Role.RESPONSIBLE, town.company_id))[1] for _ in range(2)]
    for token in tokens:
        be(client, token)
        for purpose in ("worker_list", "worker_list", "employment"):
            assert (await see(client, number, purpose)).status_code == 200
    rows = await database.fetch("SELECT worker_id, day, purpose, viewer_id FROM view_log")
    assert len(rows) == 4
    assert {row[1] for row in rows} == {clock.japan_date(clock.now())}
    async with database.transaction() as db:
        await db.execute("UPDATE view_log SET day = day - 1")
    await see(client, number)
    assert len(await database.fetch("SELECT FROM view_log")) == 5


async def test_the_worker_sees_who_looked_and_nobody_else_does(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    number = await number_of(town.workers[0])
    be(client, (await user(Role.RESPONSIBLE, town.company_id, "見本 花子"))[1])
    await see(client, number, "employment")
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    await see(client, number, "site_check")
    be(client, (await user(Role.COUNTER_STAFF, 0))[1])
    await see(client, number, "help")
    be(client, None)
    await enrol(client, town.workers[0], Authenticator())
    said = (await client.get("/v1/passport/viewers")).json()["views"]
    assert {(one["role"], one["organisation"], one["purpose"]) for one in said} == {
        ("counter_staff", None, "help"),
        ("site_manager", "見本町第一現場", "site_check"),
        ("responsible_person", "見本建設", "employment"),
    }
    assert "見本 花子" not in str(said)
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    assert (await client.get("/v1/passport/viewers")).json()["views"] == []


async def test_looking_at_oneself_leaves_no_row(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await enrol(client, town.workers[0], Authenticator())
    said = await see(client, await number_of(town.workers[0]))
    assert said.json()["birthDate"] == "1990-01-01"
    assert await database.fetch("SELECT FROM view_log") == []


async def test_each_role_sees_what_it_needs(client: httpx.AsyncClient) -> None:
    town, upper = await Town().build(), await Town().build(0, 1, 0)
    await town.assign(town.workers[0], upper.sites[0][0])
    number = await number_of(town.workers[0])
    seen = {}
    for role, organisation in (
        (Role.RESPONSIBLE, town.company_id),
        (Role.LAYER_MANAGER, upper.company_id),
        (Role.SITE_VIEWER, town.sites[0][0]),
        (Role.OPERATOR, 0),
    ):
        be(client, (await user(role, organisation))[1])
        answer = await see(client, number)
        assert answer.status_code == 200, answer.text
        assert "no-store" in answer.headers["cache-control"]
        seen[role] = set(answer.json())
    listed = {"number", "name", "nameKana", "level", "trade", "employer", "cardExpiresOn"}
    assert seen[Role.SITE_VIEWER] == listed
    assert seen[Role.LAYER_MANAGER] == listed | {"birthDate"}
    assert seen[Role.RESPONSIBLE] == seen[Role.OPERATOR] == listed | {"birthDate", "prefecture", "registeredOn"}


async def test_a_refused_look_leaves_no_row_and_an_unknown_number_is_answered_alike(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(), await Town().build()
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    answers = [await see(client, number) for number in (await number_of(town.workers[0]), "91000009999999")]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(403, "not_linked")] * 2
    known, unknown = (one.json() | {"help": ""} for one in answers)
    assert known == unknown
    assert await database.fetch("SELECT FROM view_log") == []


async def test_a_wrong_role_is_told_which_role_is_needed_and_who_grants_it(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    be(client, (await user(Role.MINISTRY, 0))[1])
    said = (await see(client, await number_of(town.workers[0]))).json()
    assert said["code"] == "responsible_person_needed"
    assert said["title"] == "This needs the role “responsible person”"
    assert said["remedy"]["who"] == "The company's responsible person, or else the operator"


async def test_a_role_that_ended_yesterday_sees_nothing_today(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    account, token = await user(Role.RESPONSIBLE, town.company_id)
    be(client, token)
    assert (await see(client, await number_of(town.workers[0]))).status_code == 200
    async with database.transaction() as db:
        yesterday = clock.japan_date(clock.now()).toordinal() - 1
        await db.execute(
            "UPDATE role_grant SET last_on = $2 WHERE account_id = $1",
            account,
            clock.now().date().fromordinal(yesterday),
        )
    assert (await see(client, await number_of(town.workers[0]))).status_code == 403


async def test_a_merged_worker_is_seen_as_the_one_that_remains_and_a_removed_one_not_at_all(
    client: httpx.AsyncClient,
) -> None:
    town = await Town().build()
    first, second = [await number_of(worker) for worker in town.workers[:2]]
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, now())", *town.workers[:2])
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await see(client, first)).json()["number"] == second
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_removal VALUES ($1, now())", town.workers[1])
    assert (await see(client, first)).json()["code"] == "not_linked"
    assert COOKIE in client.cookies


def test_every_purpose_of_a_look_can_be_told_to_the_worker() -> None:
    assert {*Purpose, "pass"} == set(LookedFor)
