"""A push service (RFC 8030) and the browsers behind it: takes messages over, or fails as it is told.

In a test: `async with PushService() as service:`.  As a process of its own: `python -m played.push_service --port N`
prints the port (0 takes a free one), and is told what to do under `/control`:

| request | does |
|---|---|
| `POST /control/subscriptions` `{"applicationServerKey"}` | makes a subscription and gives it |
| `POST /control/subscriptions/ID/take` | gives what waits for it, decrypted, and holds it no longer |
| `PUT /control/manner` `{"status", "trick", …}` | says how all answer (`manners.Manner`) |
| `PUT /control/subscriptions/ID/manner` | says how one answers |
| `GET /control/counts` | tells how many requests came, were taken over, and wait; and why others were refused |
"""

import argparse
import asyncio
import re
import sys
from collections import Counter
from collections.abc import Mapping
from typing import Self
from uuid import uuid4

import msgspec
from aiohttp import web

from backend.kit import clock
from notifications.channels.encryption import RECORD
from notifications.vapid import Claims
from played.manners import WELL, Manner, Trick, play
from played.phones import Letter, Phone
from played.senders import Refused, judge

HOST = "127.0.0.1"
_LONGEST = 65_536
_REMEMBERED = 1_000


class Subscribe(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a page subscribes with."""

    application_server_key: str


class Counts(msgspec.Struct, frozen=True, rename="camel"):
    """What happened so far."""

    asked: int
    taken_over: int
    waiting: int
    refused: dict[str, int]
    """By why: mistakes of the sender, not manners of the service."""


class PushService:
    """The service, on the loopback address."""

    def __init__(self, port: int = 0) -> None:
        """Listen on a port once entered; 0 takes a free one."""
        self.port = port
        self.phones: dict[str, Phone] = {}
        self.manner = WELL
        """How all answer."""
        self.manners: dict[str, Manner] = {}
        """How one answers, by its id."""
        self.asked = 0
        self.refused: Counter[str] = Counter()
        self._believed: dict[tuple[str, str], Claims] = {}
        self._runner: web.AppRunner | None = None

    @property
    def origin(self) -> str:
        """Its address, which is the audience of tokens."""
        return f"http://{HOST}:{self.port}"

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        self._runner = web.AppRunner(
            self._application(), access_log=None, shutdown_timeout=0, handler_cancellation=True
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """End, also where somebody still waits for an answer."""
        if self._runner:
            await self._runner.cleanup()

    def subscribe(self, application_server_key: str) -> Phone:
        """Make a browser that subscribes with a sender's key (base64url)."""
        phone = Phone(uuid4().hex, self.origin, application_server_key)
        self.phones[phone.id] = phone
        return phone

    def counts(self) -> Counts:
        """Tell what happened so far."""
        phones = self.phones.values()
        came, waiting = sum(len(one.came) for one in phones), sum(len(one.waiting) for one in phones)
        return Counts(self.asked, came, waiting, dict(self.refused))

    def _application(self) -> web.Application:
        made = web.Application(client_max_size=_LONGEST)
        made.router.add_post("/push/{id}", self._push)
        made.router.add_post("/control/subscriptions", self._subscribe)
        made.router.add_post("/control/subscriptions/{id}/take", self._take)
        made.router.add_put("/control/subscriptions/{id}/manner", self._behave)
        made.router.add_put("/control/manner", self._behave)
        made.router.add_get("/control/counts", self._count)
        return made

    async def _push(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        phone_id = request.match_info["id"]
        manner = self._manner_of(phone_id)
        await asyncio.sleep(manner.slow_s)
        body = await request.read()
        if manner.status:
            return _refuse(manner)
        if manner.trick in {Trick.HANG, Trick.GARBAGE}:
            return await play(manner.trick, request)
        answer = self._receive(request, body, drop=manner.trick is Trick.LIE)
        return await play(manner.trick, request) if manner.trick in {Trick.CUT, Trick.ENDLESS} else answer

    def _manner_of(self, phone_id: str) -> Manner:
        """Tell how to answer this time; what is played a number of times is counted."""
        manner = self.manners.get(phone_id, self.manner)
        if manner.times is None:
            return manner
        left = None if manner.times <= 1 else msgspec.structs.replace(manner, times=manner.times - 1)
        if phone_id not in self.manners:
            self.manner = left or WELL
        elif left:
            self.manners[phone_id] = left
        else:
            del self.manners[phone_id]
        return manner

    def _receive(self, request: web.Request, body: bytes, *, drop: bool) -> web.Response:
        phone, headers = self.phones.get(request.match_info["id"]), request.headers
        if phone is None:
            return web.Response(status=404)
        claims = self._judge(headers.get("Authorization", ""), phone.sender)
        if isinstance(claims, Refused):
            return self._refused(401 if "Authorization" not in headers else 403, claims.why)
        why = _judge_headers(headers)
        if why:
            return self._refused(400, why)
        if len(body) > RECORD:
            return self._refused(413, "longer than a record")
        ttl = int(headers["TTL"])
        letter = Letter(body, ttl, headers.get("Urgency"), headers.get("Topic"), claims, clock.now())
        if not drop:
            phone.hold(letter)
        location = f"{self.origin}/message/{uuid4().hex}"
        return web.Response(status=201, headers={"Location": location, "TTL": str(ttl)})

    def _judge(self, header: str, sender: str) -> Claims | Refused:
        """Judge who sends; what was believed is believed until its end without being checked again."""
        claims = self._believed.get((header, sender))
        if claims and claims.exp > clock.now().timestamp():
            return claims
        found = judge(header, self.origin, sender, clock.now())
        if isinstance(found, Claims):
            if len(self._believed) >= _REMEMBERED:
                self._believed.clear()
            self._believed[header, sender] = found
        return found

    def _refused(self, status: int, why: str) -> web.Response:
        self.refused[why] += 1
        return web.Response(status=status, text=why)

    async def _subscribe(self, request: web.Request) -> web.Response:
        wanted = msgspec.json.decode(await request.read(), type=Subscribe)
        return _json(self.subscribe(wanted.application_server_key).subscribed())

    async def _take(self, request: web.Request) -> web.Response:
        phone = self.phones.get(request.match_info["id"])
        return _json(phone.take()) if phone else web.Response(status=404)

    async def _behave(self, request: web.Request) -> web.Response:
        manner = msgspec.json.decode(await request.read(), type=Manner)
        phone_id = request.match_info.get("id")
        if phone_id:
            self.manners[phone_id] = manner
        else:
            self.manner = manner
        return web.Response(status=204)

    async def _count(self, _: web.Request) -> web.Response:
        return _json(self.counts())


def _judge_headers(headers: Mapping[str, str]) -> str | None:
    """Tell what is wrong with a message's headers (RFC 8030, section 5), None where nothing is."""
    if not re.fullmatch(r"\d+", headers.get("TTL", ""), re.ASCII):
        return "no TTL"
    if headers.get("Content-Encoding") != "aes128gcm":
        return "not aes128gcm"
    if headers.get("Urgency", "normal") not in {"very-low", "low", "normal", "high"}:
        return "no such urgency"
    if not re.fullmatch(r"[\w-]{1,32}", headers.get("Topic", "none"), re.ASCII):
        return "no topic"
    return None


def _refuse(manner: Manner) -> web.Response:
    given = {"Retry-After": manner.retry_after, "Location": manner.location}
    return web.Response(status=manner.status or 500, headers={k: v for k, v in given.items() if v is not None})


def _json(content: object) -> web.Response:
    return web.Response(body=msgspec.json.encode(content), content_type="application/json")


async def _serve(port: int) -> None:
    async with PushService(port) as service:
        sys.stdout.write(f"{service.port}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Serve until ended."""
    parser = argparse.ArgumentParser(prog="python -m played.push_service", description="Plays a push service.")
    parser.add_argument("--port", type=int, default=0, help="on the loopback address; 0 takes a free one")
    try:
        asyncio.run(_serve(parser.parse_args().port))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
