"""A message goes to the phone and says what it says; each way in which a push service fails has its outcome."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from backend.kit import clock
from backend.settings import Mode, settings
from notifications import vapid
from notifications.channels import Address, Again, Channel, Delivered, Failed, Gone
from notifications.channels.encryption import LONGEST
from notifications.channels.web_push import WebPush, inside_of, topic, write_headers
from played.manners import Manner, Trick
from played.phones import Phone
from played.push_service import PushService
from tests.notifications.channels.conftest import CONTACT, a_message, an_address


async def test_the_phone_reads_what_was_sent(channel: WebPush, address: Address, phone: Phone) -> None:
    way: Channel = channel
    message = a_message(urgent=True)
    assert await way.send(address, message) == Delivered("201 taken over")
    (read,) = phone.take()
    said = json.loads(read.plain)
    assert (said["id"], said["title"], said["tag"]) == (str(message.id), message.title, message.about)
    assert read.urgency == "high"
    assert read.topic == topic(message.about)
    assert 7_190 <= read.ttl <= 7_200
    assert read.claims.sub == CONTACT


async def test_a_newer_message_takes_the_place_of_one_that_waits(
    channel: WebPush, address: Address, phone: Phone
) -> None:
    for about, body in (("day/1", "old"), ("day/2", "other"), ("day/1", "new")):
        await channel.send(address, a_message(about=about, body=body))
    assert [json.loads(read.plain)["body"] for read in phone.take()] == ["other", "new"]
    assert len(phone.came) == 3


async def test_a_text_that_is_too_long_goes_shortened(channel: WebPush, address: Address, phone: Phone) -> None:
    assert await channel.send(address, a_message(body="字" * 10_000)) == Delivered("201 taken over")
    (read,) = phone.take()
    assert len(read.plain.encode()) <= LONGEST
    assert json.loads(read.plain)["body"].endswith("字…")


async def test_a_subscription_goes_on_with_the_key_it_was_made_with(
    channel: WebPush, address: Address, phone: Phone, service: PushService, tmp_path: Path
) -> None:
    vapid.key_files(tmp_path).rotate(clock.now() + timedelta(seconds=1))
    newest, _ = vapid.published(tmp_path)
    other = service.subscribe(newest.key)
    assert await channel.send(address, a_message()) == Delivered("201 taken over")
    assert await channel.send(an_address(other, newest.id), a_message()) == Delivered("201 taken over")
    assert len(phone.came) == len(other.came) == 1
    wrong = await channel.send(an_address(phone, newest.id), a_message())
    assert wrong == Failed("403 the service does not accept our key")


async def test_many_are_in_flight_at_once(channel: WebPush, address: Address, service: PushService) -> None:
    service.manner = Manner(slow_s=0.3)
    began = asyncio.get_running_loop().time()
    sent = await asyncio.gather(*(channel.send(address, a_message(about=str(n))) for n in range(50)))
    assert set(sent) == {Delivered("201 taken over")}
    assert asyncio.get_running_loop().time() - began < 50 * 0.3 / 2


@pytest.mark.parametrize(
    ("manner", "outcome"),
    [
        (Manner(404), Gone("404 no such subscription")),
        (Manner(410), Gone("410 the subscription was ended")),
        (Manner(413), Failed("413 too long for the service")),
        (Manner(400), Failed("400 the service cannot read it")),
        (Manner(401), Failed("401 the service does not accept our key")),
        (Manner(418), Failed("418 refused")),
        (Manner(429, retry_after="7"), Again("429 too many at once", timedelta(seconds=7))),
        (Manner(429, retry_after="a while"), Again("429 too many at once")),
        (Manner(503, retry_after="3600"), Again("503 the service has trouble", timedelta(hours=1))),
        (Manner(500), Again("500 the service has trouble")),
        (Manner(trick=Trick.LIE), Delivered("201 taken over")),
        (Manner(trick=Trick.CUT), Again("ClientPayloadError")),
        (Manner(trick=Trick.GARBAGE), Again("ClientResponseError")),
        (Manner(trick=Trick.ENDLESS), Again("an answer without end")),
        (Manner(slow_s=0.3), Delivered("201 taken over")),
    ],
)
async def test_each_manner_of_a_service_has_its_outcome(
    channel: WebPush, address: Address, service: PushService, manner: Manner, outcome: object
) -> None:
    service.manner = manner
    assert await channel.send(address, a_message()) == outcome
    assert service.refused == {}


@pytest.mark.parametrize("manner", [Manner(trick=Trick.HANG), Manner(slow_s=30)])
async def test_a_service_that_does_not_answer_is_asked_again_later(
    tmp_path: Path, address: Address, service: PushService, monkeypatch: pytest.MonkeyPatch, manner: Manner
) -> None:
    monkeypatch.setattr("notifications.channels.web_push.TIMEOUT_S", 0.3)
    service.manner = manner
    channel = WebPush(tmp_path, CONTACT, {service.origin})
    try:
        assert await channel.send(address, a_message()) == Again("no answer in 0.3 s")
        service.manner = Manner()
        assert await channel.send(address, a_message()) == Delivered("201 taken over")
    finally:
        await channel.close()


async def test_a_redirect_is_not_followed(
    channel: WebPush, address: Address, phone: Phone, service: PushService, key: vapid.Published
) -> None:
    other = service.subscribe(key.key)
    service.manners[phone.id] = Manner(307, location=other.endpoint)
    assert await channel.send(address, a_message()) == Again("307 redirected, which is not followed")
    assert service.asked == 1
    assert other.came == []


async def test_a_service_that_is_not_there_is_asked_again_later(
    channel: WebPush, address: Address, service: PushService
) -> None:
    await service.__aexit__()
    assert await channel.send(address, a_message()) == Again("ClientConnectorError")


async def test_a_service_that_fails_for_a_while_is_well_again(
    channel: WebPush, address: Address, service: PushService
) -> None:
    service.manner = Manner(500, times=2)
    sent = [type(await channel.send(address, a_message())) for _ in range(3)]
    assert sent == [Again, Again, Delivered]


@pytest.mark.parametrize(
    "other",
    [{"p256dh": "BBBB"}, {"auth": "AAAA"}, {"target": "http://127.0.0.1:1/push/1"}, {"target": "https://10.0.0.1/"}],
)
async def test_an_address_that_can_never_be_sent_to_is_gone(
    channel: WebPush, phone: Phone, key: vapid.Published, service: PushService, other: dict[str, str]
) -> None:
    assert isinstance(await channel.send(an_address(phone, key.id, **other), a_message()), Gone)
    assert service.asked == 0


@pytest.mark.parametrize("keys", ["", "{}", "[]", '{"p256dh": 1, "auth": 2, "vapid": 3}'])
async def test_keys_that_cannot_be_read_are_gone(channel: WebPush, address: Address, keys: str) -> None:
    assert await channel.send(msgspec.structs.replace(address, keys=keys), a_message()) == Gone("keys that are none")


async def test_a_key_that_is_not_in_the_data_folder_ends_no_address(
    channel: WebPush, phone: Phone, service: PushService
) -> None:
    outcome = await channel.send(an_address(phone, "00000000"), a_message())
    assert outcome == Failed("the key 00000000 is not in the data folder")
    assert service.asked == 0


def test_what_is_too_late_has_no_time_left_and_nothing_lasts_longer_than_four_weeks() -> None:
    at = clock.now()
    assert write_headers(a_message(expires_at=at - timedelta(days=1)), at)["TTL"] == "0"
    assert write_headers(a_message(expires_at=at + timedelta(days=99)), at)["TTL"] == str(28 * 86_400)
    assert write_headers(a_message(urgent=False), at)["Urgency"] == "normal"


def test_subjects_have_topics_of_32_characters_that_do_not_tell_them() -> None:
    topics = {topic(about) for about in ("day/2026-11-20", "day/2026-11-21", "", "申請" * 500)}
    assert len(topics) == 4
    assert {len(one) for one in topics} == {32}


def test_inside_is_allowed_in_sample_mode_alone() -> None:
    given = msgspec.structs.replace(settings(), push_inside=frozenset({"http://127.0.0.1:8030"}))
    assert inside_of(msgspec.structs.replace(given, mode=Mode.SAMPLE)) == {"http://127.0.0.1:8030"}
    assert inside_of(msgspec.structs.replace(given, mode=Mode.PRODUCTION)) == frozenset()


def test_origins_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSPORT_PUSH_INSIDE", "http://127.0.0.1:8030, http://localhost:8031,")
    read = settings.__wrapped__()
    assert read.push_inside == {"http://127.0.0.1:8030", "http://localhost:8031"}
    monkeypatch.delenv("PASSPORT_PUSH_INSIDE")
    assert settings.__wrapped__().push_inside == frozenset()


@pytest.mark.parametrize(
    ("origin", "contact"),
    [
        ("https://passport.example.jp", "https://passport.example.jp"),
        ("http://localhost:8000", "mailto:passport@localhost"),
    ],
)
def test_a_service_can_ask_whoever_runs_the_register(origin: str, contact: str, tmp_path: Path) -> None:
    made = WebPush.of(msgspec.structs.replace(settings(), origin=origin, data=tmp_path))
    assert made._vapid._contact == contact
