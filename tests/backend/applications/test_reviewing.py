"""From a sent application to the register: receipt, two people, back item by item, refused."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.accounts.rules import Role
from backend.applications.kinds import ApplicationKind
from backend.kit import clock, database
from tests.backend.applications.filing import PERSON, Draft, applicant, approve, company, person, proof, reviewers, rows
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")
PROVEN = ("name", "birth_date")


async def sent(client: httpx.AsyncClient, **changes: Any) -> Draft:
    """A simplified registration, sent by somebody who is in no register."""
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**await person(client, **changes))
    answer = await draft.send()
    assert answer.status_code == 200, answer.text
    return draft


async def test_sending_names_everything_at_once_and_keeps_it(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**PERSON | {"phone": "call me", "data_consent": False})
    refused = (await draft.send()).json()
    assert (refused["code"], refused["at"]) == ("application_incomplete", "$.values.photo")
    seen = await draft.see()
    assert {one["item"]: one["reason"]["code"] for one in seen["faults"]} == {
        "photo": "item_missing",
        "identity": "item_missing",
        "phone": "item_not_a_phone_number",
        "data_consent": "item_missing",
        "name": "item_needs_proof",
        "birth_date": "item_needs_proof",
    }
    assert (seen["state"], seen["values"]["phone"]["value"]) == ("draft", "call me")


async def test_a_receipt_is_given_once(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    first, second = (await draft.see())["receipt"], (await draft.send()).json()["receipt"]
    assert first == second
    assert first[:8] == f"{clock.japan_date(clock.now()):%Y%m%d}"
    assert (await draft.save(phone="0900000009")).json()["code"] == "application_sent"


async def test_what_was_changed_elsewhere_or_on_an_older_form_is_not_sent_unseen(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**await person(client))
    draft.turn -= 1
    assert (await draft.send()).json()["code"] == "draft_moved"
    draft.turn, draft.version = draft.turn + 1, 0
    assert (await draft.send()).json()["code"] == "form_moved"


async def test_two_people_look_and_the_second_registers(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    mine = client.cookies["passport_session"]
    done = (await approve(client, draft.id, PROVEN)).json()
    number = done["application"]["worker"]["number"]
    worker_id, form, level = (await rows("SELECT id, form, level FROM worker WHERE worker_number = $1", number))[0]
    assert (form, level) == (1, 1)
    states = dict(await rows("SELECT item, state FROM worker_item WHERE worker_id = $1", worker_id))
    assert (states["name"], states["birth_date"], states["phone"]) == (2, 2, 1)
    assert "identity_number" not in states
    proofs = dict(await rows("SELECT item, proof_id FROM worker_item WHERE worker_id = $1", worker_id))
    assert str(proofs["name"]) == (await rows("SELECT value FROM worker_item WHERE item = 'identity'"))[0][0].strip('"')
    assert await rows("SELECT reason FROM card_order WHERE worker_id = $1", worker_id) == [(1,)]
    be(client, mine)
    me = (await client.get("/v1/me")).json()
    assert me["isWorker"] is True
    seen = await draft.see()
    assert (seen["state"], seen["worker"]["number"], "identity_number" in seen["values"]) == ("approved", number, False)
    assert [step["step"] for step in seen["steps"]] == ["sent", "approved"]


async def test_one_person_is_not_two(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    be(client, (await reviewers())[0])
    verdicts = {"verdicts": dict.fromkeys(PROVEN, "proven")}
    first = (await client.post(f"/v1/review/{draft.id}/look", json=verdicts)).json()
    assert (first["application"]["state"], first["application"]["mine"]) == ("lookedAt", True)
    again = await client.post(f"/v1/review/{draft.id}/look", json=verdicts)
    assert (again.status_code, again.json()["code"]) == (409, "second_person")
    assert await rows("SELECT FROM worker WHERE name = '見本 花子'") == []


async def test_nobody_reviews_what_they_filed(client: httpx.AsyncClient) -> None:
    be(client, (await user(Role.OPERATOR, 0))[1])
    draft = Draft(client, "workerSimplified")
    await draft.save(**await person(client))
    await draft.send()
    answers = [
        await client.post(f"/v1/review/{draft.id}/look", json={"verdicts": {}}),
        await client.post(f"/v1/review/{draft.id}/return", json={"items": {"phone": "見本"}}),
        await client.post(f"/v1/review/{draft.id}/refusal", json={"why": "見本"}),
    ]
    assert {answer.json()["code"] for answer in answers} == {"own_application"}


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ({}, "not_proven"),
        ({"name": "proven"}, "not_proven"),
        ({"name": "proven", "birth_date": "proven", "phone": "proven"}, "not_proven"),
        ({"name": "proven", "birth_date": "proven", "phone": "none"}, "not_proven"),
        ({"name": "proven", "birth_date": "proven", "shoe_size": "none"}, "item_not_asked"),
    ],
)
async def test_what_must_be_proven_is_and_by_something(
    client: httpx.AsyncClient, verdicts: dict[str, str], code: str
) -> None:
    draft = await sent(client)
    be(client, (await reviewers())[0])
    answer = await client.post(f"/v1/review/{draft.id}/look", json={"verdicts": verdicts})
    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_what_is_not_proven_is_registered_as_none(client: httpx.AsyncClient) -> None:
    draft = await sent(client, name_latin="MIHON HANAKO", mail="a@example.jp")
    done = (await approve(client, draft.id, PROVEN, none=("name_latin",))).json()
    number = done["application"]["worker"]["number"]
    found = await rows(
        "SELECT i.item, i.value, i.state FROM worker_item i JOIN worker w ON w.id = i.worker_id "
        "WHERE w.worker_number = $1 AND i.item IN ('name_latin', 'mail') ORDER BY 1",
        number,
    )
    assert found == [("mail", '"a@example.jp"', 1), ("name_latin", None, 3)]


async def test_it_comes_back_item_by_item_and_is_sent_again_under_its_receipt(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    mine, receipt = client.cookies["passport_session"], (await draft.see())["receipt"]
    be(client, (await reviewers())[0])
    body = {"items": {"address": "番地が読めません"}, "why": "もう少しです"}
    assert (await client.post(f"/v1/review/{draft.id}/return", json=body)).status_code == 200
    assert (await client.get("/v1/review")).json()["applications"] == []
    be(client, mine)
    seen = await draft.see()
    assert (seen["state"], seen["steps"][-1]["items"], seen["steps"][-1]["why"]) == (
        "returned",
        {"address": "番地が読めません"},
        "もう少しです",
    )
    assert seen["values"]["name"]["value"] == "見本 花子"
    await draft.save(address="見本市見本町1丁目2番3号")
    assert (await draft.send()).json()["receipt"] == receipt
    assert (await approve(client, draft.id, PROVEN)).json()["returned"] == {"address": "番地が読めません"}


async def test_a_refusal_says_why_and_ends_it(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    mine = client.cookies["passport_session"]
    be(client, (await reviewers())[0])
    assert (await client.post(f"/v1/review/{draft.id}/refusal", json={"why": "別の人の書類です"})).status_code == 200
    assert (await client.post(f"/v1/review/{draft.id}/refusal", json={"why": "x"})).json()["code"] == "not_in_review"
    be(client, mine)
    seen = await draft.see()
    assert (seen["state"], seen["steps"][-1]["why"]) == ("refused", "別の人の書類です")
    assert "identity_number" not in seen["values"]
    assert (await client.delete(f"/v1/applications/{draft.id}")).json()["code"] == "application_sent"


async def test_one_that_was_taken_back_is_not_reviewed(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    assert (await client.delete(f"/v1/applications/{draft.id}")).status_code == 204
    assert (await draft.see())["state"] == "withdrawn"
    be(client, (await reviewers())[0])
    answer = await client.post(f"/v1/review/{draft.id}/look", json={"verdicts": {}})
    assert answer.json()["code"] == "not_in_review"


async def test_a_person_is_registered_once(client: httpx.AsyncClient) -> None:
    first, second = await sent(client), await sent(client, identity_number="sample12345")
    await approve(client, first.id, PROVEN)
    be(client, (await reviewers())[0])
    verdicts = {"verdicts": dict.fromkeys(PROVEN, "proven")}
    opened = (await client.get(f"/v1/review/{second.id}")).json()
    assert len(opened["alike"]) == 1
    assert (await client.post(f"/v1/review/{second.id}/look", json=verdicts)).status_code == 200
    be(client, (await reviewers())[1])
    answer = await client.post(f"/v1/review/{second.id}/look", json=verdicts)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_registered")
    assert (await client.get(f"/v1/review/{second.id}")).json()["application"]["state"] == "lookedAt"
    await applicant(client)
    third = Draft(client, "workerSimplified")
    await third.save(**await person(client))
    assert (await third.send()).json()["code"] == "already_registered"


async def test_a_picture_of_the_wrong_kind_or_nobodys_proves_nothing(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    papers = {"photo": await proof(client, "licence"), "identity": "00000000-0000-0000-0000-000000000000"}
    await draft.save(**PERSON | papers)
    faults = {one["item"]: one["reason"]["code"] for one in (await draft.see())["faults"]}
    assert (faults["photo"], faults["identity"]) == ("item_wrong_proof", "item_wrong_proof")


async def test_a_company_is_registered_and_who_filed_it_is_responsible(client: httpx.AsyncClient) -> None:
    account = await applicant(client)
    draft = Draft(client, "companyCorporation")
    await draft.save(**await company(client))
    assert (await draft.send()).status_code == 200
    done = (await approve(client, draft.id, ("name", "capital_yen"))).json()
    number = done["application"]["company"]["number"]
    kept = await rows("SELECT id, class, capital_class, prefecture FROM company WHERE company_number = $1", number)
    company_id = kept[0][0]
    assert kept == [(company_id, 1, 2, 17)]
    assert await rows("SELECT role, organisation_id FROM role_grant WHERE account_id = $1", account) == [
        ("responsible_person", company_id)
    ]
    states = dict(await rows("SELECT item, state FROM company_item WHERE company_id = $1", company_id))
    assert (states["name"], states["capital_yen"], states["mail"]) == (2, 2, 1)


@pytest.mark.parametrize(
    ("licence", "faults"),
    [
        ({"licensed": True}, {"licence_number": "item_missing", "licence_expires_on": "item_missing"}),
        (
            {"licensed": True, "licence_number": "見本県知事 第1号", "licence_expires_on": "2020-03-31"},
            {"licence_expires_on": "licence_lapsed"},
        ),
        ({"licensed": True, "licence_number": "見本県知事 第1号", "licence_expires_on": "2099-03-31"}, {}),
        ({"licensed": False}, {}),
    ],
)
async def test_a_licence_is_named_with_its_last_day_and_holds(
    client: httpx.AsyncClient, licence: dict[str, Any], faults: dict[str, str]
) -> None:
    await applicant(client)
    draft = Draft(client, "companyCorporation")
    await draft.save(**await company(client, **licence))
    assert {one["item"]: one["reason"]["code"] for one in (await draft.see())["faults"]} == faults
    assert (await draft.send()).status_code == (409 if faults else 200)


def licence_until(day: date) -> dict[str, Any]:
    return {"licensed": True, "licence_number": "見本県知事 第1号", "licence_expires_on": day.isoformat()}


async def test_what_ran_out_since_it_was_sent_is_not_registered(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await applicant(client)
    draft, later = Draft(client, "companyCorporation"), clock.now() + timedelta(days=12)
    await draft.save(**await company(client, **licence_until(clock.japan_date(later) - timedelta(days=2))))
    assert (await draft.send()).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: later)
    be(client, (await reviewers())[0])
    refused = await client.post(f"/v1/review/{draft.id}/look", json={"verdicts": {}})
    assert (refused.status_code, refused.json()["code"]) == (409, "application_incomplete")
    assert refused.json()["at"] == "$.values.licence_expires_on"


async def test_a_licence_that_ran_out_does_not_keep_a_telephone_number_from_being_changed(
    client: httpx.AsyncClient,
) -> None:
    await applicant(client)
    mine = client.cookies["passport_session"]
    first, paper = Draft(client, "companyCorporation"), await proof(client, "licence")
    licence = licence_until(date(2099, 3, 31))
    for item in ("licence_number", "licence_expires_on"):
        licence[item] = {"value": licence[item], "proof": paper}
    await first.save(**await company(client, **licence))
    assert (await first.send()).status_code == 200
    done = (await approve(client, first.id, ("name", "capital_yen", "licence_number", "licence_expires_on"))).json()
    await rows("UPDATE company_item SET value = '\"2020-03-31\"' WHERE item = 'licence_expires_on' RETURNING id")
    be(client, mine)
    change = Draft(client, "companyChange", company=done["application"]["company"]["number"])
    await change.save(phone="076-000-0009")
    assert (await change.send()).status_code == 200
    again = Draft(client, "companyChange", company=done["application"]["company"]["number"])
    await again.save(licence_number="見本県知事 第2号")
    assert (await again.send()).json()["code"] == "application_incomplete"


async def test_a_renewal_gives_five_years_and_keeps_what_changed(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 0, 0)
    today = clock.japan_date(clock.now())
    end = clock.add_months(clock.month_of(today), 2)
    await database.fetch("UPDATE company SET expires_on = $2 WHERE id = $1 RETURNING id", town.company_id, end)
    number = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    draft = Draft(client, "companyRenewal", company=number)
    await draft.save(**await company(client, phone="076-000-0002"))
    assert (await draft.send()).status_code == 200
    await approve(client, draft.id, ("name", "capital_yen"))
    assert (await rows("SELECT expires_on FROM company WHERE id = $1", town.company_id))[0][0].year == end.year + 5
    found = await rows(
        "SELECT application_id, new_expires_on FROM company_renewal WHERE company_id = $1", town.company_id
    )
    assert [str(row[0]) for row in found] == [draft.id]


async def test_a_change_keeps_the_old_value_and_shows_it_to_the_reviewer(client: httpx.AsyncClient) -> None:
    first = await sent(client)
    mine = client.cookies["passport_session"]
    await approve(client, first.id, PROVEN)
    be(client, mine)
    change = Draft(client, "workerChange")
    await change.save()
    assert (await change.send()).json()["code"] == "nothing_changed"
    await change.save(phone="080-0000-0009", mail="b@example.jp")
    assert (await change.send()).status_code == 200
    be(client, (await reviewers())[0])
    lines = {one["item"]: one for one in (await client.get(f"/v1/review/{change.id}")).json()["lines"]}
    assert (lines["phone"]["value"], lines["phone"]["standing"], lines["mail"]["standing"]) == (
        "08000000009",
        "09000000001",
        None,
    )
    await approve(client, change.id, ())
    worker_id = (await rows("SELECT worker_id FROM application WHERE id = $1", UUID(change.id)))[0][0]
    kept = await rows(
        "SELECT value, application_id FROM worker_item WHERE worker_id = $1 AND item = 'phone' ORDER BY id", worker_id
    )
    assert kept == [('"09000000001"', UUID(first.id)), ('"08000000009"', UUID(change.id))]


async def test_what_must_stand_is_not_emptied(client: httpx.AsyncClient) -> None:
    first = await sent(client)
    mine = client.cookies["passport_session"]
    await approve(client, first.id, PROVEN)
    be(client, mine)
    change = Draft(client, "workerChange")
    await change.save(phone=None, mail="b@example.jp")
    assert {one["item"]: one["reason"]["code"] for one in (await change.see())["faults"]} == {"phone": "item_missing"}


async def test_who_has_been_looked_at_for_a_change_sees_it(client: httpx.AsyncClient) -> None:
    first = await sent(client)
    mine = client.cookies["passport_session"]
    await approve(client, first.id, PROVEN)
    be(client, mine)
    change = Draft(client, "workerChange")
    await change.save(phone="080-0000-0009")
    await change.send()
    worker_id = (await rows("SELECT worker_id FROM application WHERE id = $1", UUID(change.id)))[0][0]
    be(client, (await reviewers())[0])
    await client.get(f"/v1/review/{change.id}")
    assert await rows("SELECT purpose, role FROM view_log WHERE worker_id = $1", worker_id) == [
        ("application", "operator")
    ]


async def test_what_a_worker_says_of_his_employer_is_offered_to_that_one(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 0, 0)
    number = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    draft = await sent(client, employer=number, employed_since="2026-04-01")
    worker = (await approve(client, draft.id, PROVEN)).json()["application"]["worker"]["number"]
    found = await rows(
        "SELECT o.company_id, o.since, o.by_worker FROM employment_offer o JOIN worker w ON w.id = o.worker_id "
        "WHERE w.worker_number = $1",
        worker,
    )
    assert found == [(town.company_id, date(2026, 4, 1), True)]
    assert (
        await rows("SELECT FROM employment e JOIN worker w ON w.id = e.worker_id WHERE w.worker_number = $1", worker)
        == []
    )


def test_every_kind_has_its_number_for_ever() -> None:
    assert [kind.number for kind in ApplicationKind] == list(range(1, 10))
    assert ApplicationKind.COMPANY_CHANGE.number == 9


async def test_only_reviewers_see_what_waits(client: httpx.AsyncClient) -> None:
    draft = await sent(client)
    town = await Town().build(1, 0, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await client.get("/v1/review")).status_code == 403
    assert (await client.get(f"/v1/review/{draft.id}")).status_code == 403
    picture = (await rows("SELECT id FROM proof LIMIT 1"))[0][0]
    assert (await client.get(f"/v1/proofs/{picture}/picture")).status_code == 404
    be(client, (await reviewers())[1])
    assert [one["id"] for one in (await client.get("/v1/review")).json()["applications"]] == [draft.id]
    shown = await client.get(f"/v1/proofs/{picture}/picture")
    assert (shown.status_code, shown.headers["content-type"], shown.content[:2]) == (200, "image/jpeg", b"\xff\xd8")
