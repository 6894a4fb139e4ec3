"""A phone has its keys certified, anybody checks a code, and the worker is told; what ended is known at once."""

from base64 import urlsafe_b64decode
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.accounts import passkeys
from backend.accounts import service as accounts
from backend.accounts.rules import Role
from backend.cards import service as cards
from backend.cleaning import clean
from backend.kit import clock, database
from backend.passes import api, keys, service
from backend.passes.layout import read_code
from backend.passes.rules import judge
from backend.passport.take_away import take_away
from tests.authenticator import Authenticator
from tests.office import ENGLISH, be, enrol, number_of, user
from tests.pass_phone import AUDIENCES, PassPhone
from tests.town import BEGINNING, Town

pytestmark = pytest.mark.usefixtures("rolled_back")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keys of the register of this test alone."""
    monkeypatch.setattr(service, "keys_folder", lambda: tmp_path / "keys")
    return tmp_path / "keys"


async def phone_of(client: httpx.AsyncClient, worker: UUID) -> tuple[PassPhone, str]:
    """A signed-in worker's phone with its pass; also the session's token."""
    token = await enrol(client, worker, Authenticator())
    phone = PassPhone()
    assert (await phone.renew(client)).status_code == 200
    return phone, token


async def check(client: httpx.AsyncClient, code: str) -> dict[str, Any]:
    answer = await client.post("/v1/passes/check", json={"code": code}, headers=ENGLISH)
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def finding(client: httpx.AsyncClient, code: str) -> str:
    return str((await check(client, code))["finding"])


async def viewers(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get("/v1/passport/viewers")).json()["views"])


async def test_each_audience_sees_what_its_role_needs_and_nobody_need_be_signed_in(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    be(client, None)
    said = {audience: await check(client, phone.show(audience)) for audience in AUDIENCES}
    assert {one["finding"] for one in said.values()} == {"valid"}
    trade = {"number": 1001, "name": "Reinforcing-bar worker"}
    number = await number_of(town.workers[0])
    hidden = {"trade": None, "workerNumber": None, "birthDate": None, "name": None}
    assert said["shop"]["seen"] == hidden | {"level": 2}
    named = {"level": 2, "trade": trade, "workerNumber": number, "birthDate": None, "name": "見本 太郎"}
    assert said["site"]["seen"] == named
    assert said["office"]["seen"] == named | {"birthDate": "1990-01-01"}
    assert [one["reason"] for one in said.values()] == [None] * 3


async def test_a_checker_without_a_network_comes_to_the_same_with_the_published_keys(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    be(client, None)
    answer = await client.get("/v1/passes/keys", headers=ENGLISH)
    assert answer.headers["cache-control"] == "public, max-age=3600"
    said = answer.json()
    known = {bytes.fromhex(key["id"]): urlsafe_b64decode(key["publicKey"] + "==") for key in said["keys"]}
    for audience in AUDIENCES:
        assert judge(read_code(phone.show(audience)), known, clock.now()) == "valid"
    assert (said["trades"]["1001"], said["sample"]) == ("Reinforcing-bar worker", True)


async def test_a_check_is_kept_once_and_told_to_the_worker_alone(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, token = await phone_of(client, town.workers[0])
    be(client, None)
    code = phone.show("office")
    for _ in range(3):
        assert await finding(client, code) == "valid"
    assert len(await database.fetch("SELECT FROM pass_check")) == 1
    assert len(await database.fetch("SELECT FROM event WHERE kind = 40")) == 1
    be(client, token)
    (seen,) = await viewers(client)
    assert seen.pop("firstAt").startswith(f"{clock.now():%Y-%m-%d}")
    day = clock.japan_date(clock.now()).isoformat()
    assert seen == {"day": day, "purpose": "pass", "role": None, "organisation": None, "audience": "office"}
    (item,) = (await client.get("/v1/passport/inbox", headers=ENGLISH)).json()["items"][:1]
    assert (item["kind"], item["address"]) == ("pass_checked", "/pass/viewers")
    assert "Your pass was checked" in item["text"]
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    assert await viewers(client) == []


async def test_an_office_user_is_named_by_the_organisation_and_fills_in_for_nobody(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, token = await phone_of(client, town.workers[0])
    code = phone.show()
    be(client, None)
    await check(client, code)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0], "見本 花子"))[1])
    await check(client, code)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    await check(client, code)
    be(client, token)
    said = await viewers(client)
    assert [(one["role"], one["organisation"], one["audience"]) for one in said] == [
        ("site_manager", "見本町第一現場", "site")
    ]
    assert "見本 花子" not in str(said)


async def test_looks_and_checks_stand_in_one_list_newest_first(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, token = await phone_of(client, town.workers[0])
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    await client.get(f"/v1/workers/{await number_of(town.workers[0])}", params={"purpose": "employment"})
    be(client, None)
    await check(client, phone.show("shop"))
    be(client, token)
    assert [(one["purpose"], one["audience"]) for one in await viewers(client)] == [
        ("pass", "shop"),
        ("employment", None),
    ]


async def test_who_checks_the_own_pass_is_no_viewer_but_a_colleague_is(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, token = await phone_of(client, town.workers[0])
    assert await finding(client, phone.show()) == "valid"
    assert await viewers(client) == []
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    assert await finding(client, phone.show()) == "valid"
    be(client, token)
    assert [(one["role"], one["organisation"]) for one in await viewers(client)] == [(None, None)]


async def test_a_picture_of_the_code_is_worth_nothing_after_a_minute_and_leaves_no_row(
    client: httpx.AsyncClient,
) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    be(client, None)
    said = await check(client, phone.show(ago=120))
    assert (said["finding"], said["seen"], said["audience"]) == ("too_old", None, "site")
    assert said["reason"]["code"] == "pass_too_old"
    assert "Open “show” again" in said["reason"]["what"]
    assert (await check(client, phone.show(ago=-120)))["finding"] == "from_future"
    assert await database.fetch("SELECT FROM pass_check") == []


@pytest.mark.parametrize("text", ["1", "0", "passport", "９", "1" * 600, "-1", " ", "\u0000", "256" * 200, "9" * 1200])
async def test_what_is_no_code_of_ours_is_said_to_be_none(client: httpx.AsyncClient, text: str) -> None:
    said = await check(client, text)
    assert (said["finding"], said["audience"], said["shownAt"]) == ("not_ours", None, None)
    assert said["reason"]["who"] == "The person who shows it"


async def test_a_certificate_of_another_phone_signed_by_this_one_is_not_ours(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    mine, _ = await phone_of(client, town.workers[0])
    be(client, None)
    theirs, _ = await phone_of(client, town.workers[1])
    mine.certificates = theirs.certificates
    assert await finding(client, mine.show()) == "not_ours"


async def test_signing_out_ends_the_key(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    await client.post("/v1/logout")
    be(client, None)
    said = await check(client, phone.show())
    assert (said["finding"], said["seen"]) == ("key_ended", None)
    assert said["reason"]["why"] == "That phone is no longer signed in"


async def test_signing_out_elsewhere_ends_the_other_phones_key_and_not_this_ones(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    here = Authenticator()
    await enrol(client, town.workers[0], here)
    lost = PassPhone()
    await lost.renew(client)
    account = await accounts.account_of_worker(town.workers[0], clock.now())
    be(client, await accounts.open_session(account, clock.now()))
    mine = PassPhone()
    await mine.renew(client)
    assert [await finding(client, phone.show()) for phone in (lost, mine)] == ["valid", "valid"]
    await client.delete("/v1/sessions")
    assert [await finding(client, phone.show()) for phone in (lost, mine)] == ["key_ended", "valid"]


async def test_a_recovery_ends_every_key(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    await passkeys.stop_all(await accounts.account_of_worker(town.workers[0], clock.now()), clock.now())
    assert await finding(client, phone.show()) == "key_ended"


async def test_a_session_that_runs_out_ends_the_key(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    async with database.transaction() as db:
        await db.execute("UPDATE session SET expires_at = now() - interval '1 second'")
    assert await finding(client, phone.show()) == "key_ended"


async def test_a_merged_workers_key_ends_and_a_removed_workers_pass_says_so(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    merged, _ = await phone_of(client, town.workers[0])
    be(client, None)
    removed, _ = await phone_of(client, town.workers[2])
    be(client, None)
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, now())", *town.workers[:2])
        await db.execute("INSERT INTO worker_removal VALUES ($1, now())", town.workers[2])
    assert await finding(client, merged.show()) == "key_ended"
    assert await finding(client, removed.show()) == "worker_removed"


async def test_a_merged_workers_phone_has_new_keys_certified_for_the_one_that_remains(
    client: httpx.AsyncClient,
) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, now())", *town.workers[:2])
    assert (await phone.renew(client)).json()["code"] == "pass_key_unusable"
    fresh = PassPhone()
    assert (await fresh.renew(client)).status_code == 200
    assert (await check(client, fresh.show()))["seen"]["workerNumber"] == await number_of(town.workers[1])


async def test_a_card_that_is_stopped_or_over_ends_the_pass_until_there_is_another(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, token = await phone_of(client, town.workers[0])
    be(client, None)
    await cards.revoke(town.workers[0], town.serials[0], clock.now())
    said = await check(client, phone.show())
    assert (said["finding"], said["seen"]) == ("card_revoked", None)
    be(client, token)
    answer = await phone.renew(client)
    assert (answer.status_code, answer.json()["code"]) == (409, "pass_without_card")
    today = clock.japan_date(clock.now())
    await cards.issue(town.workers[0], "0123456789ABCDEF", level=3, issued_on=today, expires_on=today)
    assert await finding(client, phone.show()) == "valid"
    until = datetime.fromisoformat((await phone.renew(client)).json()["until"])
    assert until.astimezone(clock.JAPAN).date() == today + timedelta(days=1)


async def test_a_level_that_rose_is_seen_at_once(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET level = 3 WHERE id = $1", town.workers[0])
    assert (await check(client, phone.show("shop")))["seen"]["level"] == 3


async def test_certificates_last_a_week_and_the_same_keys_are_renewed(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    for _ in range(2):
        until = datetime.fromisoformat((await phone.renew(client)).json()["until"])
        assert timedelta(days=6, hours=23) < until - clock.now() <= timedelta(days=7)
    assert await finding(client, phone.show()) == "valid"
    assert len(await database.fetch("SELECT FROM pass_key")) == 3


async def test_new_keys_of_a_phone_end_its_earlier_ones(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    old, _ = await phone_of(client, town.workers[0])
    new = PassPhone()
    await new.renew(client)
    assert [await finding(client, phone.show()) for phone in (old, new)] == ["key_ended", "valid"]
    assert (await old.renew(client)).json()["code"] == "pass_key_unusable"
    assert await finding(client, new.show()) == "valid"


async def test_nobody_has_anothers_key_certified(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    be(client, None)
    await enrol(client, town.workers[1], Authenticator())
    answer = await client.post("/v1/passes", json={"publicKeys": phone.public_keys()}, headers=ENGLISH)
    assert (answer.status_code, answer.json()["code"]) == (409, "pass_key_unusable")
    assert await finding(client, phone.show()) == "valid"


async def test_keys_that_are_no_points_or_the_same_twice_are_refused(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await enrol(client, town.workers[0], Authenticator())
    good: dict[str, Any] = {**PassPhone().public_keys()}
    unusable: list[dict[str, Any]] = [{"site": "A" * 44}, {"site": good["shop"]}, {"site": "B" + good["site"][1:]}]
    unreadable: list[dict[str, Any]] = [
        {"site": good["site"][:-1]},
        {"extra": good["site"]},
        {"site": "+" * 44},
        {"site": None},
    ]
    for bent in unusable + unreadable:
        answer = await client.post("/v1/passes", json={"publicKeys": good | bent}, headers=ENGLISH)
        expected = (409, "pass_key_unusable") if bent in unusable else (400, "malformed")
        assert (answer.status_code, answer.json()["code"]) == expected, bent
    assert await database.fetch("SELECT FROM pass_key") == []


async def test_an_office_user_and_who_has_not_accepted_the_terms_get_no_pass(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await PassPhone().renew(client)).json()["code"] == "not_a_worker"
    account = await accounts.account_of_worker(town.workers[0], clock.now())
    be(client, await accounts.open_session(account, clock.now()))
    assert (await PassPhone().renew(client)).json()["code"] == "consent_needed"


async def test_a_worker_without_any_card_is_told_who_helps(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    worker = await town.add_worker(card=False)
    account = await accounts.account_of_worker(worker, clock.now())
    await cards.issue(worker, "00000000000000AA", level=1, issued_on=BEGINNING, expires_on=date(2026, 1, 31))
    be(client, await accounts.open_session(account, clock.now()))
    for consent in (await client.get("/v1/consents")).json()["consents"]:
        await client.post("/v1/consents", json={"kind": consent["kind"], "version": consent["version"]})
    answer = await client.post("/v1/passes", json={"publicKeys": PassPhone().public_keys()}, headers=ENGLISH)
    assert (answer.status_code, answer.json()["code"]) == (409, "pass_without_card")
    assert answer.json()["remedy"]["who"] == "Your employer"


async def test_after_a_rotation_codes_of_both_keys_are_good(client: httpx.AsyncClient, folder: Path) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    before = phone.show()
    keys.rotate(folder, clock.now() + timedelta(seconds=1))
    assert await finding(client, before) == "valid"
    await phone.renew(client)
    assert await finding(client, phone.show()) == "valid"
    read = [read_code(code) for code in (before, phone.show())]
    assert len({code.certificate.key_id for code in read if code}) == 2
    assert len((await client.get("/v1/passes/keys")).json()["keys"]) == 2


async def test_too_many_checks_from_one_address_must_wait(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "MOST_CHECKED", 2)
    statuses = [(await client.post("/v1/passes/check", json={"code": "1"})).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


async def test_what_is_taken_away_tells_keys_and_checks_and_the_cleaner_drops_keys_that_are_over(
    client: httpx.AsyncClient,
) -> None:
    town = await Town().build()
    phone, _ = await phone_of(client, town.workers[0])
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    await check(client, phone.show())
    data = await take_away(town.workers[0], clock.now())
    assert {row["audience"] for row in data.pass_keys} == set(AUDIENCES)
    ((told,)) = data.pass_checks
    assert (told["audience"], told["role"], told["organisation"]) == ("site", "site_manager", "見本町第一現場")
    assert told["shownAt"] <= told["checkedAt"] + timedelta(seconds=1)
    async with database.transaction() as db:
        await db.execute(
            "UPDATE pass_key SET certified_until = $1 WHERE audience = 'shop'", datetime(2026, 1, 1, tzinfo=UTC)
        )
    await clean()
    assert {row["audience"] for row in await database.fetch("SELECT audience FROM pass_key")} == {"site", "office"}
