"""The played push service believes nobody who is not as the RFCs say, and can be told what to do from outside."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from backend.kit import clock
from backend.kit.key_files import uncompressed
from notifications.channels.encryption import encrypt, read_receiver, to_base64url
from notifications.vapid import Claims, write_header
from played.phones import Phone
from played.push_service import PushService

ROOT = Path(__file__).parents[2]
SENDER = generate_private_key(SECP256R1())
KEY = to_base64url(uncompressed(SENDER.public_key()))


@pytest.fixture
async def service() -> AsyncIterator[PushService]:
    async with PushService() as running:
        yield running


def _body(keys: Any, text: bytes = b"hello") -> bytes:
    return encrypt(text, read_receiver(keys.p256dh, keys.auth))


def _headers(origin: str, **other: str | None) -> dict[str, str]:
    claims = Claims(origin, int((clock.now() + timedelta(hours=1)).timestamp()), "mailto:sample@example.jp")
    good = {"Authorization": write_header(SENDER, claims), "TTL": "60", "Content-Encoding": "aes128gcm"}
    return {name: value for name, value in (good | other).items() if value is not None}


async def _post(phone: Phone, headers: dict[str, str], body: bytes | None = None) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        content = _body(phone.subscribed().keys) if body is None else body
        return await client.post(phone.endpoint, headers=headers, content=content)


async def test_a_good_message_is_taken_over_with_a_place(service: PushService) -> None:
    phone = service.subscribe(KEY)
    answer = await _post(phone, _headers(service.origin))
    assert answer.status_code == 201
    assert answer.headers["Location"].startswith(service.origin)
    assert [read.plain for read in phone.take()] == ["hello"]
    assert phone.take() == []


@pytest.mark.parametrize(
    ("other", "status", "why"),
    [
        ({"Authorization": None}, 401, "no vapid header"),
        ({"Authorization": "Bearer a.b.c"}, 403, "no vapid header"),
        ({"TTL": None}, 400, "no TTL"),
        ({"TTL": "-1"}, 400, "no TTL"),
        ({"Content-Encoding": "aesgcm"}, 400, "not aes128gcm"),
        ({"Urgency": "now"}, 400, "no such urgency"),
        ({"Topic": "a" * 33}, 400, "no topic"),
        ({"Topic": "a/b"}, 400, "no topic"),
    ],
)
async def test_a_header_that_is_wrong_is_refused(
    service: PushService, other: dict[str, str | None], status: int, why: str
) -> None:
    phone = service.subscribe(KEY)
    answer = await _post(phone, _headers(service.origin, **other))
    assert (answer.status_code, answer.text) == (status, why)
    assert service.counts().refused == {why: 1}
    assert phone.came == []


@pytest.mark.parametrize(
    ("audience", "hours", "sub"),
    [
        ("https://push.example.jp", 1, "mailto:sample@example.jp"),
        (None, 25, "mailto:sample@example.jp"),
        (None, -1, "mailto:sample@example.jp"),
        (None, 1, "http://localhost"),
    ],
)
async def test_a_token_for_others_too_long_or_of_nobody_is_refused(
    service: PushService, audience: str | None, hours: int, sub: str
) -> None:
    until = clock.now() + timedelta(hours=hours)
    header = write_header(SENDER, Claims(audience or service.origin, int(until.timestamp()), sub))
    answer = await _post(service.subscribe(KEY), _headers(service.origin, Authorization=header))
    assert answer.status_code == 403


async def test_a_sender_with_another_key_than_subscribed_with_is_refused(service: PushService) -> None:
    other = to_base64url(uncompressed(generate_private_key(SECP256R1()).public_key()))
    answer = await _post(service.subscribe(other), _headers(service.origin))
    assert (answer.status_code, answer.text) == (403, "k is not the key of the subscription")


async def test_more_than_a_record_is_refused_and_nobody_unknown_is_written_to(service: PushService) -> None:
    phone = service.subscribe(KEY)
    assert (await _post(phone, _headers(service.origin), bytes(4097))).status_code == 413
    del service.phones[phone.id]
    assert (await _post(phone, _headers(service.origin))).status_code == 404


@pytest.fixture
def origin() -> Iterator[str]:
    """The service in a process of its own."""
    command = [sys.executable, "-m", "played.push_service"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    process.terminate()
    process.wait(10)
    process.stdout.close()


def test_it_is_told_from_another_process_what_to_do(origin: str) -> None:
    with httpx.Client(base_url=origin) as client:
        made = client.post("/control/subscriptions", json={"applicationServerKey": KEY}).json()
        body = encrypt("お知らせ".encode(), read_receiver(made["keys"]["p256dh"], made["keys"]["auth"]))

        def push() -> int:
            return client.post(made["endpoint"], headers=_headers(origin), content=body).status_code

        assert push() == 201
        client.put(f"/control/subscriptions/{made['id']}/manner", json={"status": 410, "times": 1})
        assert [push(), push()] == [410, 201]
        client.put("/control/manner", json={"status": 503})
        assert push() == 503
        client.put("/control/manner", json={})
        taken = client.post(f"/control/subscriptions/{made['id']}/take").json()
        assert [one["plain"] for one in taken] == ["お知らせ", "お知らせ"]
        assert client.get("/control/counts").json() == {"asked": 4, "takenOver": 2, "waiting": 0, "refused": {}}
        assert client.post("/control/subscriptions/none/take").status_code == 404
        assert json.dumps(taken[0]["claims"]).count(origin) == 1
