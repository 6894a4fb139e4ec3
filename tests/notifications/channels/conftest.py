"""A push service that is played, a phone behind it, and the channel to it."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from backend.kit import clock
from backend.kit.refusals import Language
from notifications import vapid
from notifications.channels import Address, Message
from notifications.channels.web_push import WebPush
from played.phones import Phone
from played.push_service import PushService

CONTACT = "https://passport.example.jp"


def a_message(**other: Any) -> Message:
    at = clock.now()
    said: dict[str, Any] = {
        "id": uuid4(), "delivery": uuid4(), "title": "見本現場", "body": "きょうの1日が入りました。",
        "language": Language.JA,
        "about": "day/2026-11-20", "address": "/history/2026-11-20", "urgent": False, "at": at,
        "expires_at": at + timedelta(hours=2), "unread": 3,
    }  # fmt: skip
    return Message(**(said | other))


def an_address(phone: Phone, key_id: str, **other: str) -> Address:
    keys = phone.subscribed().keys
    said = {"p256dh": keys.p256dh, "auth": keys.auth, "vapid": key_id}
    return Address(uuid4(), other.pop("target", phone.endpoint), json.dumps(said | other))


@pytest.fixture
async def service() -> AsyncIterator[PushService]:
    async with PushService() as running:
        yield running


@pytest.fixture
def key(tmp_path: Path) -> vapid.Published:
    return vapid.published(tmp_path)[0]


@pytest.fixture
def phone(service: PushService, key: vapid.Published) -> Phone:
    return service.subscribe(key.key)


@pytest.fixture
def address(phone: Phone, key: vapid.Published) -> Address:
    return an_address(phone, key.id)


@pytest.fixture
async def channel(tmp_path: Path, service: PushService) -> AsyncIterator[WebPush]:
    made = WebPush(tmp_path, CONTACT, {service.origin})
    yield made
    await made.close()
