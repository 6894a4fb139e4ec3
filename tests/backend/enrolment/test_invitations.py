"""Office users come by invitation; nobody makes himself more than he is."""

from typing import Any

import httpx
import pytest

from backend.accounts.rules import Role
from backend.enrolment.invitations import invite_first_operator
from backend.kit import clock, database
from tests.authenticator import Authenticator
from tests.office import be, number_of, sign_in, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def code_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json().get("code", "") if response.content else ""


async def take(client: httpx.AsyncClient, invitation: str, phone: Authenticator) -> httpx.Response:
    be(client, None)
    asked = await client.post("/v1/invitations/options", json={"invitation": invitation})
    if asked.status_code != 200:
        return asked
    return await client.post("/v1/enrolment", json={"credential": phone.create(asked.json())})


async def company_number(town: Town) -> str:
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id)
    return str(rows[0][0])


def wish(role: Role, kind: str, number: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": "見本 次郎", "role": role, "organisationKind": kind, "number": number} | more


async def test_from_the_first_operator_to_a_site_manager(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    first = await invite_first_operator("運営 見本", clock.now())
    assert first.link == f"http://localhost:8000/invitation#{first.invitation}"
    assert code_of(await take(client, first.invitation, Authenticator())) == (204, "")
    assert [one["role"] for one in (await client.get("/v1/me")).json()["roles"]] == ["operator"]
    number = await company_number(town)
    made = await client.post("/v1/users", json=wish(Role.RESPONSIBLE, "company", number))
    assert code_of(await take(client, made.json()["invitation"], Authenticator())) == (204, "")
    made = await client.post("/v1/users", json=wish(Role.SITE_MANAGER, "site", town.sites[0][1]))
    phone = Authenticator()
    assert code_of(await take(client, made.json()["invitation"], phone)) == (204, "")
    assert code_of(await sign_in(client, phone)) == (204, "")
    (role,) = (await client.get("/v1/me")).json()["roles"]
    assert (role["role"], role["number"], role["organisation"]) == ("site_manager", town.sites[0][1], "見本町第一現場")
    seen = await client.get(f"/v1/workers/{await number_of(town.workers[0])}", params={"purpose": "site_check"})
    assert seen.status_code == 200


async def test_an_invitation_is_taken_once_and_in_time(client: httpx.AsyncClient) -> None:
    made = await invite_first_operator("運営 見本", clock.now())
    assert code_of(await take(client, made.invitation, Authenticator())) == (204, "")
    assert code_of(await take(client, made.invitation, Authenticator())) == (401, "invitation_over")
    assert code_of(await take(client, "x" * 43, Authenticator())) == (401, "invitation_over")
    made = await invite_first_operator("運営 見本", clock.now())
    async with database.transaction() as db:
        await db.execute("UPDATE invitation SET expires_at = now()")
    assert code_of(await take(client, made.invitation, Authenticator())) == (401, "invitation_over")
    (row,) = await database.fetch("SELECT count(*) FROM invitation WHERE token_hash = $1", made.invitation.encode())
    assert row[0] == 0


async def test_nobody_grants_more_than_his_role_may(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(), await Town().build()
    mine, theirs, site = await company_number(town), await company_number(other), town.sites[0][1]
    responsible = (await user(Role.RESPONSIBLE, town.company_id))[1]
    layer = (await user(Role.LAYER_MANAGER, town.company_id))[1]
    manager = (await user(Role.SITE_MANAGER, town.sites[0][0]))[1]
    operator = (await user(Role.OPERATOR, 0))[1]
    for token, asked, answered in (
        (responsible, wish(Role.RESPONSIBLE, "company", mine), (201, "")),
        (responsible, wish(Role.RESPONSIBLE, "company", theirs), (403, "not_linked")),
        (responsible, wish(Role.OPERATOR, "register"), (403, "not_linked")),
        (responsible, wish(Role.SITE_MANAGER, "site", other.sites[0][1]), (403, "not_linked")),
        (responsible, wish(Role.OPERATOR, "company", mine), (409, "role_elsewhere")),
        (responsible, wish(Role.FOREMAN, "site", site), (409, "role_elsewhere")),
        (responsible, wish(Role.PROXY_CLERK, "company", "92000009999990"), (404, "not_found")),
        (layer, wish(Role.RESPONSIBLE, "company", mine), (403, "role_not_yours_to_grant")),
        (layer, wish(Role.SITE_VIEWER, "site", site), (201, "")),
        (manager, wish(Role.SITE_VIEWER, "site", site), (403, "responsible_person_needed")),
        (operator, wish(Role.MINISTRY, "register"), (201, "")),
        (operator, wish(Role.PROXY_CLERK, "company", mine), (403, "role_not_yours_to_grant")),
        (operator, wish(Role.OPERATOR, "register", lastOn="2020-01-01"), (409, "days_reversed")),
    ):
        be(client, token)
        said = await client.post("/v1/users", json=asked)
        assert (said.status_code, "" if said.status_code == 201 else said.json()["code"]) == answered, asked


async def test_a_user_who_lost_the_phone_is_let_in_again_by_a_second_administrator(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    me, mine = await user(Role.RESPONSIBLE, town.company_id)
    _, second = await user(Role.RESPONSIBLE, town.company_id)
    be(client, mine)
    assert code_of(await client.post(f"/v1/users/{me}/invitation")) == (403, "second_administrator")
    be(client, second)
    again = await client.post(f"/v1/users/{me}/invitation")
    assert code_of(await take(client, again.json()["invitation"], Authenticator())) == (204, "")
    be(client, mine)
    assert code_of(await client.get("/v1/me")) == (401, "not_signed_in")


async def test_an_administrator_of_one_company_lets_nobody_in_to_another(client: httpx.AsyncClient) -> None:
    from backend.accounts import rights  # noqa: PLC0415
    from tests.town import BEGINNING  # noqa: PLC0415

    town, other = await Town().build(), await Town().build()
    victim, _ = await user(Role.PROXY_CLERK, town.company_id)
    await rights.grant(victim, Role.PROXY_CLERK, other.company_id, days=(BEGINNING, None), by=None, at=clock.now())
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert code_of(await client.post(f"/v1/users/{victim}/invitation")) == (403, "not_linked")


async def test_a_role_ends_at_once_by_another_administrator(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    _, mine = await user(Role.RESPONSIBLE, town.company_id)
    _, clerk = await user(Role.PROXY_CLERK, town.company_id)
    number = await company_number(town)
    be(client, mine)
    listed = (await client.get("/v1/users", params={"kind": "company", "number": number})).json()["users"]
    grants = {one["role"]: one["grant"] for one in listed}
    assert code_of(await client.delete(f"/v1/roles/{grants['responsible_person']}")) == (403, "second_administrator")
    assert code_of(await client.delete(f"/v1/roles/{grants['proxy_clerk']}")) == (204, "")
    be(client, clerk)
    assert (await client.get("/v1/me")).json()["roles"] == []
    seen = await client.get(f"/v1/workers/{await number_of(town.workers[0])}", params={"purpose": "employment"})
    assert code_of(seen) == (403, "responsible_person_needed")
