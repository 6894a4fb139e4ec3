"""A company files for a worker, who agrees on the own phone."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from backend.accounts import service as accounts
from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.kit import clock
from tests.backend.applications.filing import Draft, applicant, approve, person, rows
from tests.office import be, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def filed(client: httpx.AsyncClient, **changes: Any) -> tuple[Draft, Town]:
    """A company's clerk has filled in a registration."""
    town = await Town().build(0, 0, 0)
    number = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    draft = Draft(client, "workerSimplified", company=number)
    await draft.save(**await person(client, **changes))
    return draft, town


async def link(client: httpx.AsyncClient, draft: Draft) -> str:
    asked = await client.post(f"/v1/applications/{draft.id}/consent")
    assert asked.status_code == 201, asked.text
    return str(asked.json()["link"].split("#")[1])


async def test_without_the_workers_word_nothing_is_sent(client: httpx.AsyncClient) -> None:
    draft, _ = await filed(client)
    assert (await draft.send()).json()["code"] == "worker_consent_missing"
    assert (await draft.agree(agree=False)).status_code == 204
    assert (await draft.see())["consent"] == "refused"
    assert (await draft.send()).json()["code"] == "worker_consent_missing"


async def test_the_worker_sees_what_is_filed_and_by_whom(client: httpx.AsyncClient) -> None:
    draft, _ = await filed(client)
    token = await link(client, draft)
    be(client, None)
    seen = (await client.post("/v1/consent", json={"consent": token})).json()
    lines = {one["name"]: one["value"] for one in seen["lines"]}
    assert (seen["company"]["name"], lines["氏名"], lines["性別"], lines["都道府県"], lines["本人確認書類"]) == (
        "見本建設",
        "見本 花子",
        "女",
        "石川県",
        "運転免許証",
    )


async def test_with_it_the_worker_is_registered_and_employed_there(client: httpx.AsyncClient) -> None:
    draft, town = await filed(client, employed_since="2026-10-01")
    assert (await draft.agree()).status_code == 204
    assert (await draft.see())["consent"] == "given"
    assert (await draft.send()).status_code == 200
    number = (await approve(client, draft.id, ("name", "birth_date"))).json()["application"]["worker"]["number"]
    found = await rows(
        "SELECT e.company_id, e.since, e.main FROM employment e JOIN worker w ON w.id = e.worker_id "
        "WHERE w.worker_number = $1",
        number,
    )
    assert found == [(town.company_id, date(2026, 10, 1), True)]
    accounts_of = await rows(
        "SELECT FROM account a JOIN worker w ON w.id = a.worker_id WHERE w.worker_number = $1", number
    )
    assert accounts_of == []


async def test_values_changed_after_it_ask_for_it_anew(client: httpx.AsyncClient) -> None:
    draft, _ = await filed(client)
    await draft.agree()
    await draft.save(phone="080-0000-0009")
    assert (await draft.see())["consent"] == "outdated"
    assert (await draft.send()).json()["code"] == "worker_consent_missing"
    await draft.save(phone="090-0000-0001")
    assert (await draft.send()).status_code == 200


async def test_a_link_is_answered_once_for_what_stood_there_within_seven_days(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, _ = await filed(client)
    used, moved, old = [await link(client, draft) for _ in range(3)]
    clerk = client.cookies[COOKIE]
    be(client, None)
    assert (await client.post("/v1/consent/answer", json={"consent": used, "agree": True})).status_code == 204
    again = await client.post("/v1/consent/answer", json={"consent": used, "agree": True})
    assert again.json()["code"] == "worker_consent_over"
    later = clock.now() + timedelta(days=7, minutes=1)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        assert (await client.post("/v1/consent", json={"consent": old})).json()["code"] == "worker_consent_over"
    be(client, clerk)
    await draft.save(phone="080-0000-0009")
    be(client, None)
    assert (await client.post("/v1/consent", json={"consent": moved})).json()["code"] == "worker_consent_over"
    assert (await client.post("/v1/consent", json={"consent": "x" * 43})).json()["code"] == "worker_consent_over"


async def test_about_a_registered_worker_only_that_worker_agrees(client: httpx.AsyncClient) -> None:
    town = await Town().build(2, 0, 0)
    company = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    draft = Draft(client, "workerChange", company=company, worker=await number_of(town.workers[0]))
    await draft.save(mail="b@example.jp")
    token = await link(client, draft)
    tokens = []
    for worker in town.workers:
        account = await accounts.account_of_worker(worker, clock.now())
        tokens.append(await accounts.open_session(account, clock.now()))
    be(client, None)
    assert (await client.post("/v1/consent", json={"consent": token})).json()["code"] == "not_linked"
    be(client, tokens[1])
    answer = await client.post("/v1/consent/answer", json={"consent": token, "agree": True})
    assert answer.json()["code"] == "not_linked"
    be(client, tokens[0])
    assert [one["id"] for one in (await client.get("/v1/applications")).json()["applications"]] == [draft.id]
    assert (await draft.see())["mayFile"] is False
    assert (await draft.send()).status_code == 404
    assert (await draft.save(mail="c@example.jp")).status_code == 404
    assert (await client.delete(f"/v1/applications/{draft.id}")).status_code == 404
    assert (await client.post("/v1/consent/answer", json={"consent": token, "agree": True})).status_code == 204
    assert await rows(
        "SELECT kind FROM event WHERE worker_id = $1 AND kind IN (74, 75) ORDER BY id", town.workers[0]
    ) == [
        (74,),
        (75,),
    ]


async def test_who_files_does_not_agree_in_the_workers_place(client: httpx.AsyncClient) -> None:
    draft, _ = await filed(client)
    token = await link(client, draft)
    assert (await client.post("/v1/consent", json={"consent": token})).json()["code"] == "worker_consent_own"
    answer = await client.post("/v1/consent/answer", json={"consent": token, "agree": True})
    assert answer.json()["code"] == "worker_consent_own"
    assert ((await draft.see())["consent"], (await draft.see())["mayFile"]) == ("asked", True)


async def test_nobody_asks_for_consent_to_what_is_ones_own(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子")
    answer = await client.post(f"/v1/applications/{draft.id}/consent")
    assert answer.json()["code"] == "worker_consent_not_needed"
