"""A lost phone: an office attests, a day passes, everything old ends; or the worker says that it was not so."""

from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest

from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.workers import card_codes
from tests.authenticator import Authenticator
from tests.office import DIGITS, be, enrol, number_of, sign_in, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def code_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json().get("code", "") if response.content else ""


async def attest(
    client: httpx.AsyncClient, town: Town, *, serial: str | None = None, digits: str = DIGITS
) -> httpx.Response:
    number = await number_of(town.workers[0])
    seen = {"cardSerial": serial or town.serials[0], "digits": digits}
    return await client.post(f"/v1/workers/{number}/recovery", json=seen)


async def lost(client: httpx.AsyncClient) -> tuple[Town, Authenticator, str, dict[str, str]]:
    """A worker with a phone, an office, and an attested loss: town, old phone, the worker's token, what to type."""
    town, phone = await Town().build(), Authenticator()
    mine = await enrol(client, town.workers[0], phone)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    begun = await attest(client, town)
    assert begun.status_code == 201, begun.text
    be(client, None)
    number = await number_of(town.workers[0])
    return town, phone, mine, {"workerNumber": number, "digits": DIGITS, "code": begun.json()["code"]}


async def a_day_passes() -> None:
    async with database.transaction() as db:
        await db.execute("UPDATE recovery SET opens_at = $1", clock.now() - timedelta(seconds=1))


async def kinds(worker: UUID) -> list[EventKind]:
    rows = await database.fetch("SELECT kind FROM event WHERE worker_id = $1 AND kind >= 31 ORDER BY id", worker)
    return [EventKind(row[0]) for row in rows]


async def test_after_a_day_a_new_phone_takes_the_place_of_the_old(client: httpx.AsyncClient) -> None:
    town, old, mine, known = await lost(client)
    waiting = await client.post("/v1/recoveries/options", json=known)
    assert code_of(waiting) == (403, "recovery_waiting")
    assert 86_000 < int(waiting.headers["retry-after"]) <= 86_401
    assert waiting.json()["opensAt"] > clock.now().isoformat()
    await a_day_passes()
    new = Authenticator()
    asked = await client.post("/v1/recoveries/options", json=known)
    assert code_of(await client.post("/v1/enrolment", json={"credential": new.create(asked.json())})) == (204, "")
    assert (await client.get("/v1/passport")).status_code == 200
    assert [one["this"] for one in (await client.get("/v1/sessions")).json()["sessions"]] == [True]
    be(client, mine)
    assert code_of(await client.get("/v1/passport")) == (401, "not_signed_in")
    assert code_of(await sign_in(client, old)) == (401, "passkey_unknown")
    assert code_of(await sign_in(client, new)) == (204, "")
    assert code_of(await client.post("/v1/recoveries/options", json=known)) == (401, "enrolment_wrong")
    assert await kinds(town.workers[0]) == [EventKind.RECOVERY_BEGUN, EventKind.RECOVERY_FINISHED]


async def test_the_old_passkey_cancels_it(client: httpx.AsyncClient) -> None:
    town, old, mine, known = await lost(client)
    be(client, mine)
    assert "opensAt" in (await client.get("/v1/recovery")).json()
    await sign_in(client, old)
    assert code_of(await client.delete("/v1/recovery")) == (204, "")
    assert code_of(await client.delete("/v1/recovery")) == (404, "not_found")
    assert code_of(await client.get("/v1/recovery")) == (404, "not_found")
    await a_day_passes()
    assert code_of(await client.post("/v1/recoveries/options", json=known)) == (401, "enrolment_wrong")
    assert await kinds(town.workers[0]) == [EventKind.RECOVERY_BEGUN, EventKind.RECOVERY_CANCELLED]


async def test_cancelled_in_the_last_moment_the_new_phone_is_not_let_in(client: httpx.AsyncClient) -> None:
    town, old, _, known = await lost(client)
    await a_day_passes()
    asked = await client.post("/v1/recoveries/options", json=known)
    async with database.transaction() as db:
        await db.execute("UPDATE recovery SET cancelled_at = now() WHERE worker_id = $1", town.workers[0])
    said = await client.post("/v1/enrolment", json={"credential": Authenticator().create(asked.json())})
    assert code_of(said) == (401, "challenge_over")
    assert code_of(await sign_in(client, old)) == (204, "")


async def test_a_new_word_of_the_office_ends_the_earlier_one(client: httpx.AsyncClient) -> None:
    town, _, _, known = await lost(client)
    be(client, (await user(Role.OPERATOR, 0))[1])
    again = (await attest(client, town)).json()
    await a_day_passes()
    assert code_of(await client.post("/v1/recoveries/options", json=known)) == (401, "enrolment_wrong")
    right = known | {"code": again["code"]}
    assert code_of(await client.post("/v1/recoveries/options", json=right))[0] == 200


async def test_five_wrong_codes_lock_a_recovery_too(client: httpx.AsyncClient) -> None:
    _, _, _, known = await lost(client)
    await a_day_passes()
    wrong = known | {"digits": "0000"}
    said = [code_of(await client.post("/v1/recoveries/options", json=wrong)) for _ in range(5)]
    assert said == [(401, "enrolment_wrong")] * 4 + [(403, "code_locked")]
    assert code_of(await client.post("/v1/recoveries/options", json=known)) == (403, "code_locked")


async def test_the_card_must_be_in_hand_and_valid_and_its_digits_known(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await card_codes.keep(town.workers[0], DIGITS, clock.now())
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    assert code_of(await attest(client, town, serial=town.serials[1])) == (403, "card_not_in_hand")
    assert code_of(await attest(client, town, serial="FFFFFFFF")) == (403, "card_not_in_hand")
    assert code_of(await attest(client, town, digits="4822")) == (403, "card_not_in_hand")
    async with database.transaction() as db:
        await db.execute("UPDATE card_lookup SET revoked_at = now()")
    assert code_of(await attest(client, town)) == (403, "card_not_in_hand")
    async with database.transaction() as db:
        await db.execute("UPDATE card_lookup SET revoked_at = NULL, expires_on = '2026-01-01'")
    assert code_of(await attest(client, town)) == (403, "card_not_in_hand")


async def test_digits_are_not_guessed_at_an_office(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    said = [code_of(await attest(client, town, digits=f"{n:04}")) for n in range(21)]
    assert said[-2:] == [(403, "card_not_in_hand"), (429, "too_many_tries")]


async def test_only_the_employers_or_the_operators_office_attests(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(), await Town().build()
    await card_codes.keep(town.workers[0], DIGITS, clock.now())
    for role, organisation, answered in (
        (Role.RESPONSIBLE, other.company_id, (403, "not_linked")),
        (Role.SITE_MANAGER, town.sites[0][0], (403, "responsible_person_needed")),
        (Role.LAYER_MANAGER, town.company_id, (403, "responsible_person_needed")),
        (Role.COUNTER_STAFF, 0, (201, "")),
    ):
        be(client, (await user(role, organisation))[1])
        said = await attest(client, town)
        assert (said.status_code, "" if said.status_code == 201 else said.json()["code"]) == answered


async def test_nobody_attests_for_himself(client: httpx.AsyncClient) -> None:
    from backend.accounts import rights  # noqa: PLC0415
    from tests.town import BEGINNING  # noqa: PLC0415

    town = await Town().build()
    await enrol(client, town.workers[0], Authenticator())
    account = UUID((await client.get("/v1/me")).json()["account"])
    await rights.grant(account, Role.RESPONSIBLE, town.company_id, days=(BEGINNING, None), by=None, at=clock.now())
    assert code_of(await attest(client, town)) == (403, "self_attested")


async def test_a_recovery_stops_the_passkeys_of_the_merged_registration_too(client: httpx.AsyncClient) -> None:
    town, merged = await Town().build(), Authenticator()
    await enrol(client, town.workers[1], merged)
    be(client, None)
    await enrol(client, town.workers[0], Authenticator())
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, now())", town.workers[1], town.workers[0])
    be(client, (await user(Role.OPERATOR, 0))[1])
    begun = (await attest(client, town)).json()
    await a_day_passes()
    known = {"workerNumber": await number_of(town.workers[0]), "digits": DIGITS, "code": begun["code"]}
    asked = await client.post("/v1/recoveries/options", json=known)
    be_new = await client.post("/v1/enrolment", json={"credential": Authenticator().create(asked.json())})
    assert code_of(be_new) == (204, "")
    assert code_of(await sign_in(client, merged)) == (401, "passkey_unknown")
    assert COOKIE in client.cookies


async def test_the_employer_gives_the_code_for_a_first_login(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    number = await number_of(town.workers[0])
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    given = await client.post(f"/v1/workers/{number}/enrolment-code")
    assert given.status_code == 201
    await card_codes.keep(town.workers[0], DIGITS, clock.now())
    be(client, None)
    known = {"workerNumber": number, "digits": DIGITS, "code": given.json()["code"]}
    assert (await client.post("/v1/enrolment/options", json=known)).status_code == 200


async def test_the_first_screen_says_that_somebody_takes_the_account_elsewhere_until_it_is_stopped(
    client: httpx.AsyncClient,
) -> None:
    _, _, mine, _ = await lost(client)
    be(client, mine)
    begun = (await client.get("/v1/passport")).json()["recovery"]
    opens_at, expires_at = (datetime.fromisoformat(begun[name]) for name in ("opensAt", "expiresAt"))
    assert timedelta(hours=23) < opens_at - clock.now() < timedelta(hours=25)
    assert expires_at > opens_at
    assert (await client.delete("/v1/recovery")).status_code == 204
    assert (await client.get("/v1/passport")).json()["recovery"] is None
