"""The first login: number, four digits, one-time code, then a passkey; and everything that may go wrong."""

from datetime import timedelta

import httpx
import pytest

from backend.accounts.callers import BROWSER, COOKIE
from backend.enrolment import service
from backend.enrolment.errors import AlreadyEnrolledError
from backend.kit import clock, database
from tests.authenticator import Authenticator
from tests.office import DIGITS, ENGLISH, be, enrol, number_of, sign_in, typed
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def code_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json().get("code", "")


async def test_number_digits_and_code_lead_to_a_passkey_and_the_passport(client: httpx.AsyncClient) -> None:
    town, phone = await Town().build(), Authenticator()
    await enrol(client, town.workers[0], phone)
    assert (await client.get("/v1/passport")).status_code == 200
    be(client, None)
    assert (await client.get("/v1/passport")).status_code == 401
    assert (await sign_in(client, phone)).status_code == 204
    assert (await client.get("/v1/passport")).status_code == 200


async def test_the_phone_must_keep_the_key_and_check_its_owner(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    asked = (await client.post("/v1/enrolment/options", json=await typed(town.workers[0]))).json()["publicKey"]
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["rp"]["id"] == "localhost"
    login = (await client.post("/v1/login/options")).json()["publicKey"]
    assert (login["userVerification"], login.get("allowCredentials", [])) == ("required", [])


async def test_nothing_secret_is_kept_as_it_is_typed(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    rows = await database.fetch("SELECT code_hash, digits_hash FROM enrolment_code JOIN card_code USING (worker_id)")
    assert known["code"].encode() not in rows[0][0]
    assert DIGITS.encode() not in rows[0][1]


async def test_five_wrong_codes_lock_the_code_and_say_until_when_and_who_gives_a_new_one(
    client: httpx.AsyncClient,
) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    wrong = known | {"code": f"{(int(known['code']) + 1) % 10**8:08}"}
    said = [await client.post("/v1/enrolment/options", json=wrong, headers=ENGLISH) for _ in range(6)]
    assert [await code_of(one) for one in said] == [(401, "enrolment_wrong")] * 4 + [(403, "code_locked")] * 2
    remedy = said[4].json()["remedy"]
    assert remedy["until"] == clock.japan_date(clock.now() + service.CODE_LASTS).isoformat()
    assert remedy["who"] == "The employer or a counter"
    assert await code_of(await client.post("/v1/enrolment/options", json=known)) == (403, "code_locked")
    again = await typed(town.workers[0])
    assert (await client.post("/v1/enrolment/options", json=again)).status_code == 200


async def test_wrong_digits_cost_a_try_too_and_a_right_answer_gives_the_tries_back(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    for _ in range(2):
        for _ in range(4):
            said = await client.post("/v1/enrolment/options", json=known | {"digits": "0000"})
            assert await code_of(said) == (401, "enrolment_wrong")
        assert (await client.post("/v1/enrolment/options", json=known)).status_code == 200


async def test_an_unknown_number_is_answered_like_a_wrong_code(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    others = [known | {"workerNumber": "91000009999999"}, known | {"workerNumber": await number_of(town.workers[1])}]
    for one in others:
        assert await code_of(await client.post("/v1/enrolment/options", json=one)) == (401, "enrolment_wrong")


async def test_a_code_is_good_until_there_is_a_passkey_and_then_no_more(client: httpx.AsyncClient) -> None:
    town, phone = await Town().build(), Authenticator()
    known = await typed(town.workers[0])
    await client.post("/v1/enrolment/options", json=known)
    asked = await client.post("/v1/enrolment/options", json=known)
    assert (await client.post("/v1/enrolment", json={"credential": phone.create(asked.json())})).status_code == 204
    assert await code_of(await client.post("/v1/enrolment/options", json=known)) == (401, "enrolment_wrong")


async def test_two_phones_with_one_code_end_in_one_passkey(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    answers = []
    for _ in range(2):
        asked = await client.post("/v1/enrolment/options", json=known)
        answers.append((client.cookies[BROWSER], Authenticator().create(asked.json())))
    said = []
    for browser, answer in answers:
        client.cookies.clear()
        client.cookies.set(BROWSER, browser, domain="localhost.local", path="/v1")
        said.append((await client.post("/v1/enrolment", json={"credential": answer})).status_code)
    assert said == [204, 401]


async def test_a_code_that_is_too_old_is_none(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    known = await typed(town.workers[0])
    async with database.transaction() as db:
        await db.execute("UPDATE enrolment_code SET expires_at = $1", clock.now() - timedelta(seconds=1))
    assert await code_of(await client.post("/v1/enrolment/options", json=known)) == (401, "enrolment_wrong")


async def test_a_removed_worker_is_told_so_everywhere(client: httpx.AsyncClient) -> None:
    town, phone = await Town().build(), Authenticator()
    late = await typed(town.workers[1])
    await enrol(client, town.workers[0], phone)
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_removal SELECT id, now() FROM worker")
    assert await code_of(await client.get("/v1/passport")) == (403, "worker_removed")
    assert (await client.post("/v1/logout")).status_code == 204
    assert await code_of(await sign_in(client, phone)) == (403, "worker_removed")
    assert await code_of(await client.post("/v1/enrolment/options", json=late)) == (403, "worker_removed")
    wrong = late | {"code": f"{(int(late['code']) + 1) % 10**8:08}"}
    assert await code_of(await client.post("/v1/enrolment/options", json=wrong)) == (401, "enrolment_wrong")


async def test_the_passkey_of_a_merged_worker_opens_the_one_that_remains(client: httpx.AsyncClient) -> None:
    town, phone = await Town().build(), Authenticator()
    await enrol(client, town.workers[0], phone)
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, now())", town.workers[0], town.workers[1])
    be(client, None)
    assert (await sign_in(client, phone)).status_code == 204
    passport = (await client.get("/v1/passport")).json()
    assert passport["worker"]["number"] == await number_of(town.workers[1])


async def test_the_passport_opens_only_after_the_consents_in_force(client: httpx.AsyncClient) -> None:
    town, phone = await Town().build(), Authenticator()
    asked = await client.post("/v1/enrolment/options", json=await typed(town.workers[0]))
    await client.post("/v1/enrolment", json={"credential": phone.create(asked.json())})
    for address in ("/v1/passport", "/v1/passport/live", "/v1/passport/viewers"):
        assert await code_of(await client.get(address)) == (403, "consent_needed")
    old = {"kind": "terms", "version": 2}
    assert await code_of(await client.post("/v1/consents", json=old)) == (409, "consent_old")
    for kind in ("terms", "data_handling"):
        assert (await client.get("/v1/passport")).status_code == 403
        for _ in range(2):
            assert (await client.post("/v1/consents", json={"kind": kind, "version": 1})).status_code == 204
    assert (await client.get("/v1/passport")).status_code == 200
    rows = await database.fetch("SELECT kind, version, at FROM consent ORDER BY kind")
    assert [(row[0], row[1]) for row in rows] == [("data_handling", 1), ("terms", 1)]


async def test_too_many_tries_from_one_address_are_slowed_down(client: httpx.AsyncClient) -> None:
    known = {"workerNumber": "91000009999999", "digits": "0000", "code": "00000000"}
    said = [await client.post("/v1/enrolment/options", json=known) for _ in range(21)]
    assert await code_of(said[-2]) == (401, "enrolment_wrong")
    assert await code_of(said[-1]) == (429, "too_many_tries")
    assert int(said[-1].headers["retry-after"]) > 0


async def test_whoever_has_a_passkey_gets_no_code_round_the_recovery(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await enrol(client, town.workers[0], Authenticator())
    with pytest.raises(AlreadyEnrolledError):
        await service.give_code(town.workers[0], clock.now(), by=None)
    assert COOKIE in client.cookies
