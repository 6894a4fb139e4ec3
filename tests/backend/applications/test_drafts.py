"""An application while it is being written."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from backend.accounts import service as accounts
from backend.accounts.rules import Role
from backend.applications import drafts
from backend.applications.errors import TooManyDraftsError
from backend.applications.kinds import ApplicationKind
from backend.applications.rules import Given
from backend.kit import clock, database
from tests.backend.applications.filing import PERSON, Draft, applicant, approve, person
from tests.office import be, number_of, user
from tests.town import Town


async def test_every_field_is_kept_also_one_that_cannot_stand(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    assert (await draft.save(name="見本 花子")).status_code == 200
    kept = (await draft.save(phone="call me")).json()
    assert {item: one["value"] for item, one in kept["values"].items()} == {"name": "見本 花子", "phone": "call me"}
    faults = {one["item"]: one["reason"]["code"] for one in kept["faults"]}
    assert (faults["phone"], faults["sex"], faults["name"]) == (
        "item_not_a_phone_number",
        "item_missing",
        "item_needs_proof",
    )


async def test_the_same_save_again_changes_nothing(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子")
    again = await draft.save(turn=0, name="見本 花子")
    assert (again.json()["turn"], again.json()["conflicts"]) == (1, [])


async def test_another_device_goes_on_and_neither_loses_anything(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子", phone="0900000001")
    await draft.save(turn=1, phone="0900000002")
    late = (await draft.save(turn=1, phone="0900000003", mail="a@example.jp")).json()
    assert late["conflicts"] == ["phone"]
    assert {item: one["value"] for item, one in late["values"].items()} == {
        "name": "見本 花子",
        "phone": "0900000002",
        "mail": "a@example.jp",
    }


async def test_the_form_names_what_is_asked_in_the_readers_language(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerDetailed")
    await draft.save()
    form = (await client.get(f"/v1/applications/{draft.id}/form", headers={"accept-language": "vi"})).json()
    items = {one["item"]: one for block in form["blocks"] for one in block["items"]}
    assert (form["language"], form["blocks"][0]["name"], items["name"]["name"]) == ("en", "Person", "Name")
    assert items["qualifications"]["fields"][0] == {"code": "name", "name": "Name"}
    assert (items["name"]["required"], items["alias"]["required"]) == (True, False)
    assert {"code": "passport", "name": "Passport", "shortest": 600} in items["identity"]["proofs"]
    assert items["prefecture"]["choices"][16] == {"code": "17", "name": "Ishikawa"}
    assert len(items["trades"]["choices"]) > 100
    assert form["pictures"]["sharpFrom"] == 25.0


async def test_an_upgrade_asks_only_for_what_is_missing(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**await person(client))
    sent = await draft.send()
    assert sent.status_code == 200, sent.text
    keys = client.cookies["passport_session"]
    await approve(client, draft.id, ("name", "birth_date"))
    be(client, keys)
    upgrade = Draft(client, "workerUpgrade")
    begun = (await upgrade.save()).json()
    form = (await client.get(f"/v1/applications/{upgrade.id}/form")).json()
    asked = {one["item"] for block in form["blocks"] for one in block["items"]}
    assert {"emergency_name", "special_accident_insurance", "qualifications", "alias"} <= asked
    assert not asked & {"name", "photo", "identity", "identity_number", "phone", "data_consent"}
    assert {one["item"] for one in begun["faults"]} == {
        "emergency_name",
        "emergency_phone",
        "special_accident_insurance",
    }


async def test_nobody_elses_draft_is_seen_or_written(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子")
    await applicant(client, "見本 別人")
    assert (await client.get(f"/v1/applications/{draft.id}")).status_code == 404
    assert (await draft.save(name="見本 別人")).status_code == 404
    assert (await client.delete(f"/v1/applications/{draft.id}")).status_code == 404
    assert (await client.get("/v1/applications")).json() == {"applications": []}


async def test_a_companys_clerks_see_what_each_other_files(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(0, 0, 0), await Town().build(0, 0, 0)
    number = (await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    draft = Draft(client, "workerSimplified", company=number)
    await draft.save(name="見本 花子")
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    listed = (await client.get(f"/v1/companies/{number}/applications")).json()["applications"]
    assert [(one["id"], one["name"], one["consent"]) for one in listed] == [(draft.id, "見本 花子", "notAsked")]
    assert (await draft.save(phone="0900000001")).status_code == 200
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    assert (await client.get(f"/v1/companies/{number}/applications")).status_code == 403
    assert (await draft.save(phone="0900000002")).status_code == 404


@pytest.mark.parametrize(
    ("kind", "more", "code"),
    [
        ("workerChange", {}, "not_a_worker"),
        ("companyRenewal", {}, "application_whom"),
        ("companyChange", {"company": "92000000000099"}, "application_whom"),
        ("workerChange", {"worker": "91000000000015"}, "application_whom"),
    ],
)
async def test_what_goes_with_nobody_is_not_begun(
    client: httpx.AsyncClient, kind: str, more: dict[str, str], code: str
) -> None:
    await applicant(client)
    answer = await Draft(client, kind, **more).save()
    assert answer.json()["code"] == code


async def test_a_company_files_only_for_itself_and_its_own_workers(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(1, 0, 0), await Town().build(1, 0, 0)
    numbers = [
        (await database.fetch("SELECT company_number FROM company WHERE id = $1", one.company_id))[0][0]
        for one in (town, other)
    ]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    mine, theirs = await number_of(town.workers[0]), await number_of(other.workers[0])
    assert (await Draft(client, "workerChange", company=numbers[0], worker=mine).save()).status_code == 200
    assert (await Draft(client, "workerChange", company=numbers[0], worker=theirs).save()).status_code == 403
    assert (await Draft(client, "workerSimplified", company=numbers[1]).save()).status_code == 403
    assert (await Draft(client, "companyRenewal", company=numbers[0]).save()).status_code == 403


async def test_too_early_a_renewal_is_not_begun_and_says_when(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 0, 0)
    number = (await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    answer = (await Draft(client, "companyRenewal", company=number).save()).json()
    assert (answer["code"], answer["opensAt"]) == ("renewal_not_open", "2027-07-01T00:00:00+09:00")


async def test_a_text_of_ten_thousand_characters_is_kept_and_named_and_far_more_is_refused(
    client: httpx.AsyncClient,
) -> None:
    await applicant(client)
    draft = Draft(client, "workerDetailed")
    kept = (await draft.save(experience="あ" * 10_000)).json()
    assert kept["values"]["experience"]["value"] == "あ" * 10_000
    assert {one["item"]: one["reason"]["code"] for one in kept["faults"]}["experience"] == "item_too_long"
    refused = await draft.save(address="い" * 30_000)
    assert refused.json()["code"] == "draft_too_large"
    assert "address" not in (await draft.see())["values"]


async def test_a_draft_that_is_taken_back_is_gone(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**PERSON)
    assert (await client.delete(f"/v1/applications/{draft.id}")).status_code == 204
    assert (await client.get(f"/v1/applications/{draft.id}")).status_code == 404


async def test_drafts_that_nobody_touches_are_dropped_after_180_days(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子")
    await drafts.clean(clock.now() + timedelta(days=179))
    assert (await draft.see())["state"] == "draft"
    await drafts.clean(clock.now() + timedelta(days=181))
    assert (await client.get(f"/v1/applications/{draft.id}")).status_code == 404


async def test_an_application_does_not_become_another(client: httpx.AsyncClient) -> None:
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(name="見本 花子")
    draft.kind = "workerDetailed"
    assert (await draft.save(name="見本 花子")).json()["code"] == "application_kind"
    assert (await client.get(f"/v1/applications/{uuid4()}")).status_code == 404


async def test_a_table_again_is_answered_however_many_drafts_lie_there(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 3)
    town, at = await Town().build(0, 0, 0), clock.now()
    number = (await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    clerk = await accounts.find_account((await user(Role.PROXY_CLERK, town.company_id))[1], at)
    assert clerk is not None
    wish = drafts.Wish(ApplicationKind.WORKER_SIMPLIFIED, number, None)
    table = {uuid4(): {"name": Given(f"見本 {n}")} for n in range(3)}
    assert await drafts.write_all(clerk, table, wish, at) == set(table)
    assert await drafts.write_all(clerk, table, wish, at) == set()
    with pytest.raises(TooManyDraftsError):
        await drafts.write_all(clerk, {uuid4(): {}}, wish, at)
    kept = await database.fetch("SELECT id FROM application WHERE filed_by = $1", clerk.id)
    assert {row[0] for row in kept} == set(table)
