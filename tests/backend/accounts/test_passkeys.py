"""Passkeys: what is believed, and every bent answer that is not."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.accounts import passkey_rules
from backend.accounts import service as accounts
from backend.accounts.callers import BROWSER, COOKIE, HINT
from backend.events.kinds import EventKind
from backend.kit import clock, database
from tests.authenticator import Authenticator, b64
from tests.office import ENGLISH, be, enrol, sign_in, typed
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def code_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json().get("code", "") if response.content else ""


async def enrolled(client: httpx.AsyncClient, **how: Any) -> tuple[Town, Authenticator]:
    town, phone = await Town().build(), Authenticator(**how)
    await enrol(client, town.workers[0], phone)
    return town, phone


async def kinds(worker: object) -> list[EventKind]:
    rows = await database.fetch("SELECT kind, body FROM event WHERE worker_id = $1 AND kind >= 30 ORDER BY id", worker)
    assert all(row[1].startswith('{"at":"') for row in rows), "the live stream puts the kind before the body's fields"
    return [EventKind(row[0]) for row in rows]


async def test_a_challenge_is_answered_once(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    asked = (await client.post("/v1/login/options")).json()
    browser = client.cookies[BROWSER]
    answer = {"credential": phone.get(asked)}
    assert code_of(await client.post("/v1/login", json=answer)) == (204, "")
    client.cookies.set(BROWSER, browser, domain="localhost.local", path="/v1")
    assert code_of(await client.post("/v1/login", json=answer)) == (401, "challenge_over")


async def test_signing_in_again_takes_the_place_of_the_session_this_browser_had(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    before = client.cookies[COOKIE]
    assert (await sign_in(client, phone)).status_code == 204
    (session,) = (await client.get("/v1/sessions")).json()["sessions"]
    assert session["this"] is True
    assert client.cookies[COOKIE] != before


async def test_beside_the_session_the_phones_page_is_told_that_there_is_one(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    said = (await sign_in(client, phone)).headers.get_list("set-cookie")
    (session,) = [each for each in said if each.startswith(f"{COOKIE}=")]
    (hint,) = [each for each in said if each.startswith(f"{HINT}=")]
    assert "HttpOnly" in session
    assert "HttpOnly" not in hint
    assert hint.startswith(f"{HINT}=1;"), "it says nothing but that"
    await client.post("/v1/logout")
    assert {COOKIE, HINT}.isdisjoint(client.cookies)


async def test_the_passkey_that_opened_this_session_is_marked(client: httpx.AsyncClient) -> None:
    await enrolled(client)
    second = Authenticator()
    asked = (await client.post("/v1/passkeys/options")).json()
    added = {"credential": second.create(asked), "name": "見本の2台目"}
    assert (await client.post("/v1/passkeys", json=added)).status_code == 204

    async def marks() -> list[tuple[str, bool]]:
        said = await client.get("/v1/passkeys")
        assert said.headers["cache-control"] == "private, no-store"
        return [(one["name"], one["this"]) for one in said.json()["passkeys"]]

    assert await marks() == [("パスキー", True), ("見本の2台目", False)]
    await sign_in(client, second)
    assert await marks() == [("パスキー", False), ("見本の2台目", True)]


async def test_a_wrong_answer_uses_the_challenge_up(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    asked = (await client.post("/v1/login/options")).json()
    right = phone.get(asked)
    wrong = right | {"response": right["response"] | {"signature": b64(bytes(70))}}
    assert code_of(await client.post("/v1/login", json={"credential": wrong})) == (401, "passkey_wrong")
    assert code_of(await client.post("/v1/login", json={"credential": right})) == (401, "challenge_over")


async def test_a_challenge_lasts_five_minutes(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    asked = (await client.post("/v1/login/options")).json()
    async with database.transaction() as db:
        await db.execute("UPDATE challenge SET expires_at = $1", clock.now() - timedelta(seconds=1))
    answer = {"credential": phone.get(asked)}
    assert code_of(await client.post("/v1/login", json=answer)) == (401, "challenge_over")


async def test_an_answer_counts_only_in_the_browser_that_was_asked(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    asked = (await client.post("/v1/login/options")).json()
    await client.post("/v1/login/options")
    answer = {"credential": phone.get(asked)}
    assert code_of(await client.post("/v1/login", json=answer)) == (401, "challenge_over")


async def test_a_challenge_of_our_own_making_is_needed(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    await client.post("/v1/login/options")
    made_up = {"publicKey": {"challenge": b64(bytes(32)), "rpId": "localhost"}}
    answer = {"credential": phone.get(made_up)}
    assert code_of(await client.post("/v1/login", json=answer)) == (401, "challenge_over")


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ({"origin": "https://passport.example"}, (403, "origin_wrong")),
        ({"origin": "http://127.0.0.1:8000"}, (403, "origin_wrong")),
        ({"origin": "http://localhost:8001"}, (403, "origin_wrong")),
        ({"crossOrigin": True}, (403, "origin_wrong")),
        ({"crossOrigin": "false"}, (403, "origin_wrong")),
        ({"topOrigin": "http://localhost:8000"}, (403, "origin_wrong")),
        ({"topOrigin": "https://passport.example"}, (403, "origin_wrong")),
        ({"type": "webauthn.create"}, (401, "passkey_wrong")),
        ({"type": "payment.get"}, (401, "passkey_wrong")),
        ({"challenge": 5}, (401, "passkey_wrong")),
    ],
)
async def test_the_answer_must_come_from_our_own_page(
    client: httpx.AsyncClient, said: dict[str, object], answered: tuple[int, str]
) -> None:
    town, phone = await enrolled(client)
    be(client, None)
    phone.said = said
    assert code_of(await sign_in(client, phone)) == answered
    other = Authenticator(said=said if "type" not in said else {"type": "webauthn.get"})
    asked = (await client.post("/v1/enrolment/options", json=await typed(town.workers[1]))).json()
    assert code_of(await client.post("/v1/enrolment", json={"credential": other.create(asked)})) == answered
    assert COOKIE not in client.cookies


async def test_the_owner_must_be_verified(client: httpx.AsyncClient) -> None:
    town, phone = await enrolled(client)
    phone.verifies = False
    assert code_of(await sign_in(client, phone)) == (401, "user_not_verified")
    asked = (await client.post("/v1/enrolment/options", json=await typed(town.workers[1]))).json()
    careless = Authenticator(verifies=False).create(asked)
    assert code_of(await client.post("/v1/enrolment", json={"credential": careless})) == (401, "user_not_verified")


async def test_the_key_of_another_place_is_not_ours(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    phone.kept[0].host = "passport.example"
    assert code_of(await sign_in(client, phone)) == (401, "passkey_wrong")


async def test_the_user_handle_must_be_that_of_the_account(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    phone.kept[0].user_handle = bytes(16)
    assert code_of(await sign_in(client, phone)) == (401, "passkey_unknown")


async def test_an_unknown_passkey_is_told_so(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    phone.kept[0].id = bytes(32)
    assert code_of(await sign_in(client, phone)) == (401, "passkey_unknown")


async def test_a_synced_passkey_never_counts_and_is_accepted(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client, synced=True)
    for _ in range(3):
        assert code_of(await sign_in(client, phone)) == (204, "")
    (passkey,) = (await client.get("/v1/passkeys")).json()["passkeys"]
    assert passkey["synced"] is True


async def test_a_counter_that_goes_back_stops_the_passkey_and_its_sessions_and_is_told(
    client: httpx.AsyncClient,
) -> None:
    town, phone = await enrolled(client)
    assert code_of(await sign_in(client, phone)) == (204, "")
    phone.kept[0].count -= 1
    copied = await sign_in(client, phone)
    assert code_of(copied) == (401, "passkey_copied")
    assert copied.json()["remedy"]["who"] == "An office of the employer or the operator"
    phone.kept[0].count += 50
    assert code_of(await sign_in(client, phone)) == (401, "passkey_unknown")
    assert code_of(await client.get("/v1/passport")) == (401, "not_signed_in")
    assert await kinds(town.workers[0]) == [EventKind.PASSKEY_ADDED, EventKind.PASSKEY_STOPPED]


async def test_nobody_stops_anothers_passkey_by_an_unsigned_counter(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    await sign_in(client, phone)
    asked = (await client.post("/v1/login/options")).json()
    forger = Authenticator()
    forger.kept = [phone.kept[0]]
    answer = forger.get(asked)
    phone.kept[0].count -= 2
    forged = answer | {"response": answer["response"] | {"signature": b64(bytes(70))}}
    assert code_of(await client.post("/v1/login", json={"credential": forged})) == (401, "passkey_wrong")
    phone.kept[0].count += 2
    assert code_of(await sign_in(client, phone)) == (204, "")


@pytest.mark.parametrize(
    ("kept", "said", "copied"), [(0, 0, False), (0, 1, False), (5, 6, False), (5, 5, True), (5, 4, True), (5, 0, True)]
)
def test_the_counter_rule(kept: int, said: int, copied: bool) -> None:
    assert passkey_rules.is_copied(kept, said) is copied


@pytest.mark.parametrize("text", ["", "e30", "W10", "bnVsbA", "!", b64(b"\xff\xfe"), b64(b'{"type":1}')])
def test_client_data_that_cannot_be_read_is_none(text: str) -> None:
    assert passkey_rules.read_client_data(text) is None


@pytest.mark.parametrize("part", ["attestationObject", "clientDataJSON"])
async def test_a_broken_answer_is_a_refusal_and_no_mistake(client: httpx.AsyncClient, part: str) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    for broken in (b"", b"\x00", b"\xa0", bytes(300), b"\xa1\x68authData\x41\x00", b"\xff" * 40, b"[" * 500):
        asked = (await client.post("/v1/enrolment/options", json=known)).json()
        answer = Authenticator().create(asked)
        answer["response"][part] = b64(broken)
        said = await client.post("/v1/enrolment", json={"credential": answer})
        assert said.status_code in {400, 401}, said.text


@pytest.mark.parametrize("part", ["authenticatorData", "signature", "userHandle", "clientDataJSON"])
async def test_a_broken_sign_in_is_a_refusal_and_no_mistake(client: httpx.AsyncClient, part: str) -> None:
    _, phone = await enrolled(client)
    for broken in (b"", b"\x00", bytes(36), bytes(37), b"\xff" * 37, b"\xff" * 400):
        asked = (await client.post("/v1/login/options")).json()
        answer = phone.get(asked)
        answer["response"][part] = b64(broken)
        said = await client.post("/v1/login", json={"credential": answer})
        assert said.status_code in {400, 401}, said.text


async def test_a_second_passkey_signs_in_too_and_the_first_may_then_go(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    first = (await client.get("/v1/passkeys")).json()["passkeys"][0]["id"]
    assert code_of(await client.delete(f"/v1/passkeys/{first}")) == (409, "last_passkey")
    second = Authenticator()
    asked = (await client.post("/v1/passkeys/options")).json()
    assert asked["publicKey"]["excludeCredentials"][0]["id"] == b64(phone.kept[0].id)
    new = {"credential": second.create(asked), "name": "二台目"}
    assert code_of(await client.post("/v1/passkeys", json=new)) == (204, "")
    assert [one["name"] for one in (await client.get("/v1/passkeys")).json()["passkeys"]] == ["パスキー", "二台目"]
    assert code_of(await sign_in(client, second)) == (204, "")
    assert code_of(await client.delete(f"/v1/passkeys/{first}")) == (204, "")
    assert code_of(await client.delete(f"/v1/passkeys/{first}")) == (404, "not_found")
    assert code_of(await sign_in(client, phone)) == (401, "passkey_unknown")


async def test_the_same_passkey_is_kept_once(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    again = Authenticator()
    asked = (await client.post("/v1/passkeys/options")).json()
    answer = again.create(asked)
    assert code_of(await client.post("/v1/passkeys", json={"credential": answer})) == (204, "")
    asked = (await client.post("/v1/passkeys/options")).json()
    raw = again.kept[0].id
    twin = Authenticator()
    twin_answer = twin.create(asked)
    statement = twin_answer["response"]["attestationObject"]
    bent = _replaced(statement, twin.kept[0].id, raw)
    twin_answer |= {"id": b64(raw), "rawId": b64(raw)}
    twin_answer["response"]["attestationObject"] = bent
    assert code_of(await client.post("/v1/passkeys", json={"credential": twin_answer})) == (409, "passkey_known")
    assert phone.kept


def _replaced(text: str, old: bytes, new: bytes) -> str:
    from tests.authenticator import unb64  # noqa: PLC0415

    return b64(unb64(text).replace(old, new))


async def test_changing_how_one_signs_in_needs_a_sign_in_of_just_now(client: httpx.AsyncClient) -> None:
    await enrolled(client)
    async with database.transaction() as db:
        await db.execute("UPDATE session SET created_at = $1", clock.now() - accounts.FRESH_FOR - timedelta(seconds=1))
    for method, address in (
        ("POST", "/v1/passkeys/options"),
        ("DELETE", "/v1/passkeys/00"),
        ("DELETE", "/v1/recovery"),
    ):
        assert code_of(await client.request(method, address)) == (403, "sign_in_again")


async def test_sessions_are_listed_and_ended_elsewhere(client: httpx.AsyncClient) -> None:
    _, phone = await enrolled(client)
    first = client.cookies[COOKIE]
    be(client, None)
    asked = (await client.post("/v1/login/options")).json()
    android = {"user-agent": "Mozilla/5.0 (Linux; Android 14)"}
    await client.post("/v1/login", json={"credential": phone.get(asked)}, headers=android)
    second = client.cookies[COOKIE]
    listed = (await client.get("/v1/sessions")).json()["sessions"]
    assert [(one["device"], one["this"]) for one in listed] == [("Android", True), (None, False)]
    assert second not in str(listed)
    assert code_of(await client.delete(f"/v1/sessions/{listed[1]['id']}")) == (204, "")
    assert code_of(await client.delete(f"/v1/sessions/{listed[1]['id']}")) == (404, "not_found")
    be(client, first)
    refused = await client.get("/v1/passport", headers=ENGLISH)
    assert (refused.status_code, refused.json()["code"]) == (401, "not_signed_in")


async def test_signing_out_elsewhere_leaves_this_browser_alone(client: httpx.AsyncClient) -> None:
    town, phone = await enrolled(client)
    first = client.cookies[COOKIE]
    stranger = Authenticator()
    be(client, None)
    await enrol(client, town.workers[1], stranger)
    others = client.cookies[COOKIE]
    be(client, None)
    await sign_in(client, phone)
    assert code_of(await client.delete("/v1/sessions")) == (204, "")
    assert code_of(await client.get("/v1/me")) == (200, "")
    be(client, first)
    assert code_of(await client.get("/v1/me")) == (401, "not_signed_in")
    be(client, others)
    assert code_of(await client.get("/v1/me")) == (200, "")


async def test_nobody_ends_or_stops_what_is_anothers(client: httpx.AsyncClient) -> None:
    town, _ = await enrolled(client)
    session = (await client.get("/v1/sessions")).json()["sessions"][0]["id"]
    passkey = (await client.get("/v1/passkeys")).json()["passkeys"][0]["id"]
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    assert code_of(await client.delete(f"/v1/sessions/{session}")) == (404, "not_found")
    assert code_of(await client.delete(f"/v1/passkeys/{passkey}")) == (404, "not_found")


async def test_a_passkey_asked_for_by_one_is_not_kept_for_another(client: httpx.AsyncClient) -> None:
    town, _ = await enrolled(client)
    mine = client.cookies[COOKIE]
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    asked = (await client.post("/v1/passkeys/options")).json()
    client.cookies.delete(COOKIE)
    client.cookies.set(COOKIE, mine, domain="localhost.local", path="/")
    said = await client.post("/v1/passkeys", json={"credential": Authenticator().create(asked)})
    assert code_of(said) == (401, "challenge_over")
