"""Web push: one message to one browser, through the service that its maker runs (RFC 8030, 8291, 8292).

Many are in flight at once; the caller says how many.
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

import aiohttp
import msgspec
from yarl import URL

from backend.kit import clock
from backend.settings import Mode, Settings
from notifications.channels import Address, Again, Failed, Gone, Message, Outcome
from notifications.channels.answers import judge_answer
from notifications.channels.connecting import CONNECTIONS, InsideError, open_connector
from notifications.channels.encryption import encrypt, to_base64url
from notifications.channels.endpoints import Fault, Keys, find_receiver, judge_endpoint, origin_of
from notifications.channels.payloads import write_payload
from notifications.vapid import UnknownKeyError, Vapid

TIMEOUT_S = 10
LONGEST_TTL_S = 28 * 86_400
"""Some services refuse more than four weeks."""
LONGEST_ANSWER = 4_096
"""Bytes; nothing in an answer's body is needed."""
_CONTACT = "mailto:passport@localhost"
"""Where the register has no address of its own in the world, which is in development alone."""


class Prepared(NamedTuple):
    """A message, ready to be sent."""

    url: URL
    headers: dict[str, str]
    body: bytes


class WebPush:
    """The channel of push messages."""

    def __init__(self, keys: Path, contact: str, inside: Collection[str] = (), connections: int = CONNECTIONS) -> None:
        """Sign with the keys of a folder; allow the origins of `inside`, which are our own network's."""
        self._vapid = Vapid(keys, contact)
        self._inside, self._connections = inside, connections
        self._session: aiohttp.ClientSession | None = None

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Make the channel as the settings say."""
        contact = settings.origin if settings.origin.startswith("https:") else _CONTACT
        return cls(settings.data / "keys", contact, inside_of(settings))

    async def send(self, address: Address, message: Message) -> Outcome:
        """Send a message; its address is gone where it can never be sent to."""
        at = clock.now()
        prepared = self.prepare(address, message, at)
        if not isinstance(prepared, Prepared):
            return prepared
        try:
            return await self._post(prepared, at)
        except (aiohttp.ClientError, OSError) as error:
            # TimeoutError is an OSError; what is no HTTP is a ClientError.
            return _judge_error(error)

    async def close(self) -> None:
        """Let go of connections."""
        if self._session:
            await self._session.close()

    def prepare(self, address: Address, message: Message, at: datetime) -> Prepared | Outcome:
        """Encrypt a message as of an instant and write its headers, or tell why it cannot be sent."""
        fault = judge_endpoint(address.target, self._inside)
        if fault:
            return Gone(fault)
        try:
            keys = msgspec.json.decode(address.keys, type=Keys)
        except msgspec.DecodeError:
            return Gone(Fault.KEYS)
        receiver, url = find_receiver(keys), URL(address.target, encoded=True)
        if receiver is None:
            return Gone(Fault.KEYS)
        try:
            authorization = self._vapid.header(origin_of(url), keys.vapid, at)
        except UnknownKeyError:
            return Failed(f"the key {keys.vapid} is not in the data folder")
        headers = write_headers(message, at) | {"Authorization": authorization}
        return Prepared(url, headers, encrypt(write_payload(message), receiver))

    async def _post(self, prepared: Prepared, at: datetime) -> Outcome:
        if self._session is None:
            self._session = _open_session(self._inside, self._connections)
        url, headers, body = prepared
        async with self._session.post(url, headers=headers, data=body, allow_redirects=False) as answer:
            if not await _is_whole(answer):
                return Again("an answer without end")
            return judge_answer(answer.status, answer.headers.get("Retry-After"), at)


def inside_of(settings: Settings) -> frozenset[str]:
    """Tell which origins inside our own network may play a push service: in production none."""
    return settings.push_inside if settings.mode is Mode.SAMPLE else frozenset()


def write_headers(message: Message, at: datetime) -> dict[str, str]:
    """Write what a push service needs to know of a message as of an instant (RFC 8030, section 5)."""
    ttl = int((message.expires_at - at).total_seconds())
    return {
        "TTL": str(min(max(ttl, 0), LONGEST_TTL_S)),
        "Urgency": "high" if message.urgent else "normal",
        "Topic": topic(message.about),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
    }


def topic(about: str) -> str:
    """Name a subject to the push service, which learns nothing else of it: 32 characters, the most it takes.

    >>> topic("day/2026-11-20")
    'yCNL9NNIDu4mgO-bWgXq-POJ7MqqncBV'
    """
    return to_base64url(sha256(about.encode()).digest()[:24])


def _open_session(inside: Collection[str], connections: int) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=open_connector(inside, connections),
        timeout=aiohttp.ClientTimeout(total=TIMEOUT_S),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
    )


async def _is_whole(answer: aiohttp.ClientResponse) -> bool:
    """Read an answer's body to its end; a longer one is cut off."""
    left = LONGEST_ANSWER
    async for part in answer.content.iter_any():
        left -= len(part)
        if left < 0:
            answer.close()
            return False
    return True


def _judge_error(error: aiohttp.ClientError | OSError) -> Outcome:
    """Tell what a failed connection means; a name that leads inside is refused, everything else may pass."""
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, InsideError):
        return Failed(Fault.INSIDE)
    if isinstance(error, TimeoutError):
        return Again(f"no answer in {TIMEOUT_S} s")
    return Again(type(error).__name__)
