"""Mail and LINE as ways of one's own: nothing goes to an address before its owner has said that it is theirs."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest

from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.settings import settings
from notifications import addresses, line_account, line_hook
from notifications.kinds import ChannelKind
from notifications.mail_tokens import Purpose, make_token
from tests.notifications.people import Notifier, address, happens
from tests.notifications.test_api import sign_in
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")
SECRET = "of the tests"  # noqa: S105  # a secret that is none


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register with a mail server and a LINE account."""
    chosen = msgspec.structs.replace(settings(), smtp="smtp://127.0.0.1:1", line_token=SECRET, line_secret=SECRET)
    for where in ("notifications.mail_address", "notifications.line_account", "notifications.ways_api"):
        monkeypatch.setattr(f"{where}.settings", lambda: chosen)


async def one(client: httpx.AsyncClient) -> tuple[UUID, Notifier]:
    town = await Town().build(1)
    await sign_in(client, town.workers[0])
    return town.workers[0], await Notifier().begin()


def token_in(notifier: Notifier) -> str:
    ((_, message),) = notifier.mail.sent
    assert message.address.startswith("/mail#confirm=")
    return message.address.partition("=")[2]


async def shown(client: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get("/v1/notices/settings")).json()
    return found


@pytest.mark.usefixtures("set_up")
async def test_a_mail_address_is_told_once_it_was_confirmed(client: httpx.AsyncClient) -> None:
    worker, notifier = await one(client)
    assert (await client.put("/v1/notices/mail", json={"address": "taro@example.jp"})).status_code == 204
    await happens(EventKind.PASSKEY_ADDED, worker)
    await notifier.step()
    token = token_in(notifier)
    assert (await shown(client))["mail"] == {"address": "taro@example.jp", "confirmed": False}
    for _ in range(2):
        assert (await client.post("/v1/notices/mail/confirm", json={"token": token})).status_code == 204
    assert (await shown(client))["mail"] == {"address": "taro@example.jp", "confirmed": True}
    await happens(EventKind.PASSKEY_STOPPED, worker)
    await notifier.step()
    assert len(notifier.mail.sent) == 2


@pytest.mark.usefixtures("set_up")
async def test_another_address_ends_the_one_before(client: httpx.AsyncClient) -> None:
    worker, notifier = await one(client)
    for target in ("old@example.jp", "new@example.jp"):
        await client.put("/v1/notices/mail", json={"address": target, "always": True})
    await notifier.step()
    assert {one.target for one in await addresses.list_of(worker)} == {"new@example.jp"}
    old = next(message for where, message in notifier.mail.sent if where.target == "new@example.jp")
    assert (await client.post("/v1/notices/mail/confirm", json={"token": old.address.partition("=")[2]})).is_success


@pytest.mark.usefixtures("set_up")
async def test_whoever_reads_a_mail_stops_it_and_a_look_stops_nothing(client: httpx.AsyncClient) -> None:
    worker, _ = await one(client)
    kept = await address(worker, ChannelKind.MAIL, "taro@example.jp")
    link = f"/v1/notices/mail/stop/{make_token(Purpose.STOP, kept)}"
    looked = await client.get(link)
    assert (looked.status_code, looked.headers["location"]) == (303, f"/mail#stop={make_token(Purpose.STOP, kept)}")
    assert len(await addresses.list_of(worker)) == 1
    for _ in range(2):
        said = await client.post(link, data={"List-Unsubscribe": "One-Click"})
        assert said.status_code == 204
    assert not await addresses.list_of(worker)


@pytest.mark.usefixtures("set_up")
async def test_an_address_that_was_stopped_is_confirmed_anew(client: httpx.AsyncClient) -> None:
    worker, notifier = await one(client)
    await client.put("/v1/notices/mail", json={"address": "taro@example.jp"})
    await notifier.step()
    await client.post("/v1/notices/mail/confirm", json={"token": token_in(notifier)})
    (kept,) = await addresses.list_of(worker)
    await client.post(f"/v1/notices/mail/stop/{make_token(Purpose.STOP, kept.id)}")
    await client.put("/v1/notices/mail", json={"address": "taro@example.jp"})
    assert (await shown(client))["mail"] == {"address": "taro@example.jp", "confirmed": False}


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("purpose", [Purpose.STOP, Purpose.BOUNCE, None])
async def test_a_link_for_something_else_confirms_nothing(client: httpx.AsyncClient, purpose: Purpose | None) -> None:
    worker, _ = await one(client)
    kept = await address(worker, ChannelKind.MAIL, "taro@example.jp")
    token = make_token(purpose, kept) if purpose else "A" * 42
    said = await client.post("/v1/notices/mail/confirm", json={"token": token})
    assert (said.status_code, said.json()["code"]) == (404, "link_over")


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize(
    "target", ["taro", "taro@", "@example.jp", "ta ro@example.jp", "taro@example.jp\r\nBcc: a@b.jp"]
)
async def test_what_is_no_mail_address_is_refused(client: httpx.AsyncClient, target: str) -> None:
    await one(client)
    said = await client.put("/v1/notices/mail", json={"address": target})
    assert (said.status_code, said.json()["code"]) == (409, "mail_wrong")


async def test_without_a_mail_server_or_a_line_account_it_says_who_sets_one_up(client: httpx.AsyncClient) -> None:
    await one(client)
    mail = await client.put("/v1/notices/mail", json={"address": "taro@example.jp"})
    line = await client.post("/v1/notices/line")
    assert (mail.json()["code"], line.json()["code"]) == ("mail_unavailable", "line_unavailable")
    assert ((await shown(client))["mailOffered"], (await shown(client))["lineOffered"]) == (False, False)


async def say_on_line(client: httpx.AsyncClient, secret: str = SECRET, **event: Any) -> httpx.Response:
    """What LINE sends when a user did something."""
    told = {"webhookEventId": uuid4().hex, "source": {"type": "user", "userId": "U1"}, **event}
    body = msgspec.json.encode({"destination": "U0", "events": [told]})
    headers = {line_hook.SIGNATURE: line_hook.sign(body, secret), "content-type": "application/json"}
    return await client.post("/v1/line", content=body, headers=headers)


def text(said: str) -> dict[str, Any]:
    return {"type": "message", "message": {"type": "text", "text": said}, "replyToken": "r"}


@pytest.mark.usefixtures("set_up")
async def test_who_sends_the_code_on_line_is_told_there_until_he_leaves(client: httpx.AsyncClient) -> None:
    worker, notifier = await one(client)
    code = (await client.post("/v1/notices/line")).json()["code"]
    assert (await say_on_line(client, **text("こんにちは"))).status_code == 204
    assert not (await shown(client))["lineLinked"]
    await say_on_line(client, **text(f" {code[:4].lower()}-{code[4:]} "))
    assert (await shown(client))["lineLinked"]
    await happens(EventKind.PASSKEY_ADDED, worker)
    await notifier.step()
    assert [where.target for where, _ in notifier.line.sent] == ["U1"]
    await say_on_line(client, type="unfollow")
    assert not (await shown(client))["lineLinked"]
    await say_on_line(client, **text(code))
    assert not (await shown(client))["lineLinked"], "a code holds once"


@pytest.mark.usefixtures("set_up")
async def test_a_newer_code_voids_the_older_and_one_ends_with_its_time(client: httpx.AsyncClient) -> None:
    worker, _ = await one(client)
    first = (await client.post("/v1/notices/line")).json()["code"]
    second = (await client.post("/v1/notices/line")).json()["code"]
    await say_on_line(client, **text(first))
    assert not await addresses.list_of(worker)
    async with database.transaction() as db:
        await db.execute("UPDATE link_code SET expires_at = $1", clock.now())
    await say_on_line(client, **text(second))
    assert not await addresses.list_of(worker)


@pytest.mark.usefixtures("set_up")
async def test_what_line_did_not_sign_is_not_heard(client: httpx.AsyncClient) -> None:
    worker, _ = await one(client)
    code = (await client.post("/v1/notices/line")).json()["code"]
    assert (await say_on_line(client, "another", **text(code))).status_code == 404
    assert (await client.post("/v1/line", content=b"\xff{")).status_code == 404
    assert not await addresses.list_of(worker)


@pytest.mark.usefixtures("set_up")
async def test_a_line_account_belongs_to_whoever_tied_it_last(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    for worker in town.workers:
        code, _ = await line_account.give_code(worker, uuid4(), clock.now())
        await line_account.take_in([line_hook.Wrote("1", "U1", code, "r")], clock.now())
    assert [len(await addresses.list_of(worker)) for worker in town.workers] == [0, 1]
    await sign_in(client, town.workers[1])
    assert (await client.delete("/v1/notices/line")).status_code == 204
    assert (await client.delete("/v1/notices/line")).json()["code"] == "not_found"
    assert (await client.delete("/v1/notices/mail")).json()["code"] == "not_found"
