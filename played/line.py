"""LINE's Messaging API and the phones behind it: takes pushes over, shows each once, or fails as it is told.

It can also tell of what its users do, signed as LINE signs.
"""

import asyncio
from collections import Counter
from enum import Enum, auto
from typing import NamedTuple, Self
from uuid import UUID, uuid4

import aiohttp
import msgspec
from aiohttp import web

from notifications.line_hook import SIGNATURE, sign

HOST = "127.0.0.1"
LONGEST_TEXT = 5000
MOST_MESSAGES = 5


class Mode(Enum):
    """How LINE answers for a user."""

    WELL = auto()
    NOBODY = auto()
    """400: the user id is none of this account's."""
    WRONG = auto()
    """400 for another reason."""
    FORBIDDEN = auto()
    BUSY = auto()
    """429: too many at once."""
    MONTH = auto()
    """429: the month's messages are used up."""
    TROUBLE = auto()
    TROUBLE_AFTER = auto()
    """500, though the message was taken over."""
    HANG = auto()
    CUT = auto()


class Shown(NamedTuple):
    """A message on a user's phone."""

    user: str
    text: str


class _Text(msgspec.Struct, forbid_unknown_fields=True):
    type: str
    text: str


class _Push(msgspec.Struct, forbid_unknown_fields=True):
    to: str
    messages: list[_Text]


_ANSWERS = {
    Mode.NOBODY: (400, "The property, 'to', in the request body is invalid (line: -, column: -)"),
    Mode.WRONG: (400, "The request body has 1 error(s)"),
    Mode.FORBIDDEN: (403, "Access to this API is not available for your account"),
    Mode.BUSY: (429, "The API rate limit has been exceeded. Try again later."),
    Mode.MONTH: (429, "You have reached your monthly limit."),
    Mode.TROUBLE: (500, "Internal server error"),
}


class LineServer:
    """The service, on the loopback address: `async with LineServer() as line:`."""

    def __init__(self, token: str = "token", secret: str = "secret") -> None:  # noqa: S107  # nobody's
        """Listen once entered."""
        self.token, self.secret = token, secret
        self.port = 0
        self.shown: list[Shown] = []
        self.modes: dict[str, Mode] = {}
        self.asked: Counter[str] = Counter()
        self._taken: set[UUID] = set()
        self._runner: web.AppRunner | None = None

    @property
    def origin(self) -> str:
        """Its address."""
        return f"http://{HOST}:{self.port}"

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        application = web.Application()
        application.router.add_post("/v2/bot/message/push", self._push)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """End, also where somebody still waits for an answer."""
        if self._runner:
            await self._runner.cleanup()

    def webhook(self, *events: dict[str, object]) -> tuple[bytes, str]:
        """Give a body that tells of events, and its signature."""
        body = msgspec.json.encode({"destination": "U" + "0" * 32, "events": events})
        return body, sign(body, self.secret)

    async def tell(self, url: str, *events: dict[str, object]) -> int:
        """Tell an address of events, and give what it answered."""
        body, signature = self.webhook(*events)
        headers = {SIGNATURE: signature, "Content-Type": "application/json"}
        async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
            return answer.status

    async def _push(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return _problem(401, "Authentication failed. Confirm that the access token is valid.")
        try:
            key = UUID(request.headers.get("X-Line-Retry-Key", ""))
            push = msgspec.json.decode(await request.read(), type=_Push)
        except (ValueError, msgspec.DecodeError):
            return _problem(400, "The request body has 1 error(s)")
        self.asked[push.to] += 1
        if key in self._taken:
            return _problem(409, "The retry key is already accepted")
        if not _is_right(push):
            return _problem(400, "The request body has 1 error(s)")
        return await self._answer(request, push, key)

    async def _answer(self, request: web.Request, push: _Push, key: UUID) -> web.StreamResponse:
        mode = self.modes.get(push.to, Mode.WELL)
        if mode is Mode.HANG:
            await asyncio.Event().wait()
        if mode is Mode.CUT and request.transport:
            request.transport.abort()
            return _problem(*_ANSWERS[Mode.TROUBLE])
        if mode in _ANSWERS:
            return _problem(*_ANSWERS[mode])
        self._taken.add(key)
        self.shown += [Shown(push.to, message.text) for message in push.messages]
        if mode is Mode.TROUBLE_AFTER:
            return _problem(*_ANSWERS[Mode.TROUBLE])
        return web.json_response({"sentMessages": [{"id": uuid4().hex} for _ in push.messages]})


def wrote(user: str, text: str) -> dict[str, object]:
    """Tell that a user wrote a text."""
    return _event("message", user) | {"message": {"type": "text", "id": uuid4().hex, "text": text}}


def followed(user: str) -> dict[str, object]:
    """Tell that a user follows."""
    return _event("follow", user) | {"follow": {"isUnblocked": False}}


def left(user: str) -> dict[str, object]:
    """Tell that a user blocked the account."""
    return _event("unfollow", user)


def _event(kind: str, user: str) -> dict[str, object]:
    return {
        "type": kind,
        "mode": "active",
        "timestamp": 1795143600000,
        "webhookEventId": uuid4().hex,
        "deliveryContext": {"isRedelivery": False},
        "source": {"type": "user", "userId": user},
        "replyToken": uuid4().hex,
    }


def _is_right(push: _Push) -> bool:
    texts = [message.text for message in push.messages]
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    return 1 <= len(texts) <= MOST_MESSAGES and all(0 < length <= LONGEST_TEXT for length in lengths)


def _problem(status: int, message: str) -> web.Response:
    return web.json_response({"message": message}, status=status)
