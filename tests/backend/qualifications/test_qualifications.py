"""Entering, taking back and confirming qualifications over HTTP, and everything that cannot be."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts import rights
from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.clock import japan_date
from tests.authenticator import Authenticator
from tests.backend.proofs.pictures import card, written
from tests.office import be, enrol, number_of, user
from tests.town import BEGINNING, Town

URL = "/v1/passport/qualifications"
SLINGING = {"name": "玉掛技能講習", "issuer": "見本講習所", "issuedOn": "2025-04-01"}


async def worker(client: httpx.AsyncClient) -> UUID:
    town = await Town().build(1)
    await enrol(client, town.workers[0], Authenticator())
    return town.workers[0]


async def enter(client: httpx.AsyncClient, *, at: UUID | None = None, **said: Any) -> httpx.Response:
    return await client.put(f"{URL}/{at or uuid4()}", json=SLINGING | said)


async def kinds(worker_id: UUID) -> list[EventKind]:
    rows = await database.fetch("SELECT kind FROM event WHERE worker_id = $1 AND kind BETWEEN 86 AND 88", worker_id)
    return [EventKind(row[0]) for row in rows]


async def test_a_qualification_is_entered_under_its_official_name_and_waits(client: httpx.AsyncClient) -> None:
    worker_id, at = await worker(client), uuid4()
    (held,) = (await enter(client, at=at)).json()["qualifications"]
    assert (held["ja"], held["state"], held["issuer"]) == ("玉掛け技能講習", "waiting", "見本講習所")
    again = await enter(client, at=at)
    assert (again.status_code, len(again.json()["qualifications"])) == (200, 1)
    assert await kinds(worker_id) == [EventKind.QUALIFICATION_ENTERED]
    other = await enter(client, name="社内安全表彰")
    assert {(one["key"], one["ja"]) for one in other.json()["qualifications"]} == {
        (held["key"], "玉掛け技能講習"),
        (None, "社内安全表彰"),
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"name": None}, "qualification_unnamed"),
        ({"name": "  "}, "qualification_unnamed"),
        ({"key": "Q001"}, "qualification_unnamed"),
        ({"name": None, "key": "Q999"}, "qualification_unknown"),
        ({"issuedOn": "2999-01-01"}, "qualification_future"),
        ({"issuedOn": "1901-01-01"}, "qualification_days"),
        ({"expiresOn": "2025-03-31"}, "qualification_days"),
        ({"expiresOn": "9999-03-31"}, "qualification_days"),
        ({"proof": "00000000-0000-4000-8000-000000000009"}, "qualification_proof"),
    ],
)
async def test_what_cannot_be_is_refused_with_its_reason(
    client: httpx.AsyncClient, said: dict[str, Any], code: str
) -> None:
    await worker(client)
    refused = await enter(client, **said)
    assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert all(refused.json()["remedy"][part] for part in ("who", "what", "where"))
    assert (await client.get(URL)).json()["qualifications"] == []


async def test_the_same_twice_is_refused_and_another_under_the_same_id_too(client: httpx.AsyncClient) -> None:
    await worker(client)
    at = uuid4()
    await enter(client, at=at)
    assert (await enter(client)).json()["code"] == "qualification_twice"
    assert (await enter(client, at=at, issuer="別の講習所")).json()["code"] == "qualification_id_taken"
    renewed = await enter(client, issuedOn="2026-04-01")
    assert renewed.status_code == 200
    tomorrow = f"{japan_date(clock.now()) + timedelta(days=1)}"
    assert (await enter(client, issuedOn=tomorrow)).json()["code"] == "qualification_future"


async def test_what_waits_is_taken_back_and_what_is_decided_stays(client: httpx.AsyncClient) -> None:
    worker_id = await worker(client)
    token, at, kept = client.cookies["passport_session"], uuid4(), uuid4()
    await enter(client, at=at)
    assert (await client.delete(f"{URL}/{at}")).json()["qualifications"] == []
    assert (await client.delete(f"{URL}/{at}")).status_code == 200
    await enter(client, at=kept)
    _, operator = await user(Role.OPERATOR, 0)
    be(client, operator)
    said = {"worker": await number_of(worker_id), "id": str(kept), "confirmed": True}
    assert (await client.post("/v1/qualifications/decisions", json=said)).status_code == 204
    be(client, token)
    assert (await client.delete(f"{URL}/{kept}")).json()["code"] == "qualification_decided"


async def test_a_reviewer_sees_what_waits_and_decides_once(client: httpx.AsyncClient) -> None:
    worker_id, at = await worker(client), uuid4()
    number = await number_of(worker_id)
    await enter(client, at=at)
    _, staff = await user(Role.COUNTER_STAFF, 0)
    be(client, staff)
    (waiting,) = (await client.get("/v1/qualifications/waiting")).json()["qualifications"]
    assert (waiting["worker"], waiting["id"], waiting["name"]) == (number, str(at), "玉掛け技能講習")
    seen = await database.fetch("SELECT purpose FROM view_log WHERE worker_id = $1", worker_id)
    assert len(seen) == 1
    said = {"worker": number, "id": str(at), "confirmed": False}
    silent = await client.post("/v1/qualifications/decisions", json=said)
    assert silent.json()["code"] == "qualification_why"
    why = said | {"why": "写真が読めません"}
    assert (await client.post("/v1/qualifications/decisions", json=why)).status_code == 204
    assert (await client.post("/v1/qualifications/decisions", json=why)).status_code == 204
    other = await client.post("/v1/qualifications/decisions", json=said | {"confirmed": True})
    assert other.json()["code"] == "qualification_decided"
    assert await kinds(worker_id) == [EventKind.QUALIFICATION_ENTERED, EventKind.QUALIFICATION_REFUSED]
    nobody = await client.post("/v1/qualifications/decisions", json=why | {"id": str(uuid4())})
    assert nobody.status_code == 404


async def test_nobody_confirms_what_is_their_own(client: httpx.AsyncClient) -> None:
    worker_id, at = await worker(client), uuid4()
    await enter(client, at=at)
    account = (await database.fetch("SELECT id FROM account WHERE worker_id = $1", worker_id))[0][0]
    await rights.grant(account, Role.OPERATOR, 0, days=(BEGINNING, None), by=None, at=clock.now())
    said = {"worker": await number_of(worker_id), "id": str(at), "confirmed": True}
    refused = await client.post("/v1/qualifications/decisions", json=said)
    assert (refused.status_code, refused.json()["code"]) == (403, "qualification_own")


async def test_who_does_not_review_neither_sees_nor_decides(client: httpx.AsyncClient) -> None:
    worker_id, at = await worker(client), uuid4()
    await enter(client, at=at)
    said = {"worker": await number_of(worker_id), "id": str(at), "confirmed": True}
    for token in (client.cookies["passport_session"], (await user(Role.EVALUATION_BODY, 0))[1]):
        be(client, token)
        assert (await client.get("/v1/qualifications/waiting")).status_code == 403
        assert (await client.post("/v1/qualifications/decisions", json=said)).status_code == 403


async def test_the_catalogue_is_open_and_in_the_readers_language(client: httpx.AsyncClient) -> None:
    be(client, None)
    told = (await client.get("/v1/qualifications", headers={"accept-language": "en"})).json()["qualifications"]
    assert len(told) == 116
    assert next(one["name"] for one in told if one["ja"] == "玉掛け技能講習").isascii()


async def test_a_picture_proves_what_its_owner_enters(client: httpx.AsyncClient) -> None:
    await worker(client)
    proof = uuid4()
    laid = await client.put(f"/v1/proofs/{proof}", params={"kind": "qualification"}, content=written(card()))
    assert laid.status_code == 200, laid.text
    held = (await enter(client, proof=str(proof))).json()["qualifications"]
    assert held[0]["proof"] == str(proof)
    _, token = await user(Role.COUNTER_STAFF, 0)
    be(client, token)
    assert (await client.get(f"/v1/proofs/{proof}/picture")).status_code == 200
