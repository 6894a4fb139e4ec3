"""How one is told, over HTTP: settings, devices, a trial, what one was told; letters of the operator."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.settings import settings
from notifications import letters, vapid
from notifications.channels.encryption import to_base64url
from notifications.devices import push_key
from notifications.kinds import ChannelKind
from played.phones import Phone
from tests.notifications.people import Notifier, address, happens, on
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")
SETTINGS = {
    "language": "vi",
    "quietFrom": "22:30",
    "quietUntil": "05:00",
    "digestAt": "19:15",
    "daily": ["claims", "news"],
    "off": ["cards", "safety"],
}
SERVICE = "https://push.example.jp"


async def sign_in(client: httpx.AsyncClient, worker: UUID) -> None:
    """Be a worker, on the one browser there is."""
    label = f"taro-{uuid4().hex[:8]}"
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, $2, $3, now())", uuid4(), worker, label)
    assert (await client.post("/v1/sample/login", json={"person": label})).status_code == 204


def device(**changes: Any) -> dict[str, Any]:
    """What a browser sends when it has subscribed."""
    phone = Phone(uuid4().hex, SERVICE, push_key().key).subscribed()
    keys = {"p256dh": phone.keys.p256dh, "auth": phone.keys.auth}
    return {"endpoint": phone.endpoint, "keys": keys, "pushKey": push_key().id, "language": "vi"} | changes


async def test_how_one_is_told_is_set_and_safety_stays_on(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    first = (await client.get("/v1/notices/settings", headers={"accept-language": "my"})).json()
    assert (first["language"], first["quietFrom"], first["quietUntil"], first["digestAt"]) == (
        "my",
        "21:00",
        "06:00",
        "18:00",
    )
    assert first["push"] == {"id": push_key().id, "key": push_key().key}
    said = await client.put("/v1/notices/settings", json=SETTINGS)
    assert said.status_code == 200, said.text
    found = (await client.get("/v1/notices/settings")).json()
    assert found == said.json()
    assert {name: found[name] for name in ("language", "quietFrom", "quietUntil", "digestAt")} == {
        name: SETTINGS[name] for name in ("language", "quietFrom", "quietUntil", "digestAt")
    }
    how = {one["topic"]: one["how"] for one in found["topics"]}
    assert how["claims"] == how["news"] == "daily"
    assert how["cards"] == "off"
    assert how["safety"] == how["days"] == "atOnce"
    assert [one["topic"] for one in found["topics"] if one["fixed"]] == ["safety"]


@pytest.mark.parametrize(
    "bent",
    [
        {"language": "fr"},
        {"quietFrom": "24:00"},
        {"quietFrom": "7:00"},
        {"quietUntil": 360},
        {"daily": ["weather"]},
        {"off": None},
        {"more": 1},
    ],
)
async def test_settings_that_cannot_be_read_are_refused(client: httpx.AsyncClient, bent: dict[str, Any]) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    said = await client.put("/v1/notices/settings", json=SETTINGS | bent)
    assert (said.status_code, said.json()["code"]) == (400, "malformed")


async def test_a_device_is_kept_once_and_ended(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    where, body = f"/v1/notices/devices/{uuid4()}", device()
    for _ in range(2):
        said = await client.put(where, json=body, headers={"user-agent": "Mozilla/5.0 (Linux; Android 15)"})
        assert said.status_code == 200, said.text
    ((kept,), language) = said.json()["devices"], said.json()["language"]
    assert (kept["name"], kept["reachedAt"], language) == ("Android", None, "vi")
    assert (await client.delete(where)).status_code == 204
    assert (await client.delete(where)).json()["code"] == "not_found"
    assert (await client.get("/v1/notices/settings")).json()["devices"] == []


@pytest.mark.parametrize(
    ("bent", "code"),
    [
        ({"endpoint": "http://push.example.jp/1"}, "push_address"),
        ({"endpoint": "https://127.0.0.1/1"}, "push_address"),
        ({"endpoint": "https://10.0.0.8/1"}, "push_address"),
        ({"endpoint": "https://[::1]/1"}, "push_address"),
        ({"endpoint": "https://localhost/1"}, "push_address"),
        ({"endpoint": "https://push.example.jp:8443/1"}, "push_address"),
        ({"endpoint": "https://a:b@push.example.jp/1"}, "push_address"),
        ({"endpoint": "no address"}, "push_address"),
        ({"keys": {"p256dh": "AA", "auth": "AA"}}, "push_address"),
        (
            {"keys": {"p256dh": to_base64url(b"\x04" + b"\x01" * 64), "auth": to_base64url(b"\x01" * 16)}},
            "push_address",
        ),
        ({"pushKey": "00000000"}, "push_key_old"),
        ({"endpoint": ""}, "malformed"),
        ({"keys": {"p256dh": "A" * 201, "auth": "AA"}}, "malformed"),
    ],
)
async def test_a_device_that_cannot_be_one_is_refused(
    client: httpx.AsyncClient, bent: dict[str, Any], code: str
) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    said = await client.put(f"/v1/notices/devices/{uuid4()}", json=device(**bent))
    assert said.json()["code"] == code
    assert (await client.get("/v1/notices/settings")).json()["devices"] == []


async def test_a_browser_belongs_to_whoever_took_it_over_last(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    first, second = town.workers
    body = device()
    await sign_in(client, first)
    await client.put(f"/v1/notices/devices/{uuid4()}", json=body)
    await sign_in(client, second)
    await client.put(f"/v1/notices/devices/{uuid4()}", json=body)
    notifier = await Notifier().begin()
    for worker in town.workers:
        await happens(EventKind.PASSKEY_ADDED, worker)
    await notifier.step()
    rows = await database.fetch("SELECT recipient FROM delivery")
    assert [row[0] for row in rows] == [second]


async def test_a_phone_that_was_signed_out_from_elsewhere_is_told_no_more(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    await client.put(f"/v1/notices/devices/{uuid4()}", json=device())
    notifier = await Notifier().begin()
    await happens(EventKind.PASSKEY_ADDED, town.workers[0])
    await notifier.teller.step()
    await database.run_script("DELETE FROM session")
    await happens(EventKind.PASSKEY_STOPPED, town.workers[0])
    await notifier.step()
    assert not notifier.push.sent
    rows = await database.fetch("SELECT ended_why FROM address")
    assert [row[0] for row in rows] == ["ended before it was sent"]
    assert len(await database.fetch("SELECT FROM delivery")) == 1


async def test_nobody_ends_the_device_of_another(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    where = f"/v1/notices/devices/{uuid4()}"
    await sign_in(client, town.workers[0])
    await client.put(where, json=device())
    await sign_in(client, town.workers[1])
    assert (await client.delete(where)).json()["code"] == "not_found"
    said = await client.put(where, json=device())
    assert len(said.json()["devices"]) == 1
    rows = await database.fetch("SELECT recipient FROM address WHERE ended_at IS NULL")
    assert {row[0] for row in rows} == set(town.workers)


async def test_a_subscription_of_a_key_that_was_replaced_stays_good(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    body = device()
    said = await client.put(f"/v1/notices/devices/{uuid4()}", json=body)
    assert said.status_code == 200
    newer, kept = vapid.published(tmp_path), vapid.published(settings().data / "keys")
    monkeypatch.setattr(vapid, "published", lambda _: [*newer, *kept])
    assert push_key().id != body["pushKey"]
    again = await client.put(f"/v1/notices/devices/{uuid4()}", json=body)
    assert again.status_code == 200, again.text


async def test_a_trial_goes_to_every_address_or_says_that_there_is_none(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    assert (await client.post("/v1/notices/trial")).json()["code"] == "nothing_reaches"
    await address(town.workers[0])
    await address(town.workers[0], ChannelKind.MAIL, "taro@example.jp")
    notifier = await Notifier().begin()
    assert (await client.post("/v1/notices/trial")).status_code == 204
    await notifier.step()
    assert len(notifier.push.sent) == len(notifier.mail.sent) == 1
    for _ in range(10):
        last = await client.post("/v1/notices/trial")
    assert last.json()["code"] == "too_many_tries"


async def test_what_one_was_told_says_where_it_went(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    await address(town.workers[0])
    notifier = await Notifier().begin()
    await happens(EventKind.CLAIM_REFUSED, town.workers[0], on(1))
    await happens(EventKind.PASSKEY_ADDED, town.workers[0])
    await happens(EventKind.PASSKEY_ADDED, town.workers[1])
    await notifier.step()
    await sign_in(client, town.workers[0])
    newest, oldest = (await client.get("/v1/notices", headers={"accept-language": "en"})).json()["notices"]
    assert newest["title"] == "A passkey was added; if it was not you, stop it at once"
    assert newest["address"] == "/settings/keys"
    assert [(one["channel"], one["state"]) for one in newest["deliveries"]] == [("push", "delivered")]
    assert "was not approved" in oldest["title"]


async def test_a_letter_goes_to_who_lives_there_once_each(client: httpx.AsyncClient) -> None:
    town = await Town().build(3)
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET prefecture = 17 WHERE id = $1", town.workers[2])
    for worker in town.workers:
        await address(worker)
    _, operator = await user(Role.OPERATOR, 0)
    be(client, operator)
    said = await client.post("/v1/letters", json={"title": "見本の手紙", "body": "見本", "prefectures": [17]})
    assert said.status_code == 200, said.text
    await letters.step()
    assert await letters.step() == 0
    notifier = Notifier()
    await notifier.sender.step()
    assert notifier.titles() == ["見本の手紙"]
    (letter,) = (await client.get("/v1/letters")).json()["letters"]
    assert (letter["told"], letter["toldAt"] is not None) == (1, True)


@pytest.mark.parametrize(
    "bent", [{"title": ""}, {"title": "x" * 101}, {"body": "x" * 2001}, {"prefectures": [0]}, {"prefectures": ["17"]}]
)
async def test_a_letter_that_cannot_be_read_is_refused(client: httpx.AsyncClient, bent: dict[str, Any]) -> None:
    _, operator = await user(Role.OPERATOR, 0)
    be(client, operator)
    said = await client.post("/v1/letters", json={"title": "見本", "body": "見本"} | bent)
    assert (said.status_code, said.json()["code"]) == (400, "malformed")


async def test_a_letter_is_told_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "PAGE", 2)
    town = await Town().build(5)
    await letters.write("見本", "見本", letters.Audience(), by=uuid4(), at=clock.now())
    assert [await letters.step() for _ in range(4)] == [2, 2, 1, 0]
    rows = await database.fetch("SELECT count(DISTINCT recipient), count(*) FROM notice")
    assert tuple(rows[0]) == (len(town.workers), len(town.workers))
