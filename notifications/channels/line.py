"""LINE, over its Messaging API: a text with a link; what is sent again is known by its retry key.

Source: LINE Developers, Messaging API reference, "Send push message" and "Retry failed requests" (as known in 2025).
"""

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta

import aiohttp
import msgspec

from backend.settings import settings
from notifications.channels import Address, Again, Delivered, Failed, Gone, Message, Outcome

PATIENCE_S = 10.0
LONGEST_TEXT = 5000
"""UTF-16 code units, as LINE counts."""
LONGEST_ANSWER = 10_000
RATE_PAUSE = timedelta(minutes=1)
MONTH_PAUSE = timedelta(hours=24)
"""Where the month's messages are used up: looked at again once a day."""
_NOT_ACCEPTED = "LINE does not accept our token"
ANSWERS: dict[int, tuple[Callable[[str], Outcome], str]] = {
    200: (Delivered, "taken over"),
    400: (Failed, "LINE cannot take it"),
    401: (Failed, _NOT_ACCEPTED),
    403: (Failed, _NOT_ACCEPTED),
    409: (Delivered, "taken over before"),
    429: (Again, "too many at once"),
    3: (Again, "redirected, which is not followed"),
    5: (Again, "LINE has trouble"),
}
"""By code, else by its hundred; everything else is refused for good."""
_OTHER = (Failed, "refused")
_NOBODY = re.compile(r"property, 'to',|failed to send messages|not found|user.{0,20}(?:block|invalid)", re.IGNORECASE)
"""How LINE says in a 400 that a user id is none of ours, or that the user is gone."""
_MONTH = re.compile("monthly limit", re.IGNORECASE)
_USER = re.compile(r"U[0-9a-f]{32}", re.ASCII)


class _Problem(msgspec.Struct):
    message: str = ""


class Line:
    """The channel."""

    def __init__(self, token: str, api: str) -> None:
        """Begin with no connection."""
        self._token, self._api = token, api.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def send(self, address: Address, message: Message) -> Outcome:
        """Push one message; a retry has the same key, so that LINE shows it once."""
        if not _USER.fullmatch(address.target):
            return Gone("not a user of LINE")
        body = {"to": address.target, "messages": [{"type": "text", "text": text_of(message)}]}
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "X-Line-Retry-Key": str(message.delivery),
        }
        url = f"{self._api}/v2/bot/message/push"
        try:
            async with self._open().post(
                url, data=msgspec.json.encode(body), headers=headers, allow_redirects=False
            ) as answer:
                said = await answer.content.read(LONGEST_ANSWER)
                return judge_answer(answer.status, answer.headers.get("Retry-After"), said)
        except TimeoutError:
            return Again("LINE does not answer")
        except (aiohttp.ClientError, OSError) as broken:
            return Again(f"LINE is not reached: {type(broken).__name__}")

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
            await asyncio.sleep(0)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_S))
        return self._session


def configured() -> Line | None:
    """Give the channel as the settings say; None where there is no LINE.

    Raises:
        ValueError: the settings are not complete.
    """
    chosen = settings()
    if chosen.line_token is None:
        return None
    if chosen.line_secret is None:
        message = "PASSPORT_LINE_TOKEN needs PASSPORT_LINE_SECRET"
        raise ValueError(message)
    return Line(chosen.line_token, chosen.line_api)


def text_of(message: Message) -> str:
    """Write a message with its link, which always stays whole."""
    link = settings().origin + message.address
    words = "\n".join(filter(None, (message.title, message.body)))
    return f"{_cut(words, LONGEST_TEXT - _units(link) - 2)}\n\n{link}"


def judge_answer(status: int, retry_after: str | None, said: bytes) -> Outcome:
    """Tell what became of a message.

    >>> judge_answer(409, None, b"")
    Delivered(said='409 taken over before')
    """
    words = _message(said)
    kind, meaning = ANSWERS.get(status) or ANSWERS.get(status // 100, _OTHER)
    told = f"{status} {meaning}" + (f": {words}" if words and kind is not Delivered else "")
    if status == 400 and _NOBODY.search(words):  # noqa: PLR2004  # LINE's code for whatever a request has wrong
        return Gone(told)
    if status == 429:  # noqa: PLR2004  # LINE's code for both of its limits
        return Again(told, MONTH_PAUSE if _MONTH.search(words) else _seconds(retry_after) or RATE_PAUSE)
    return Again(told, _seconds(retry_after)) if kind is Again else kind(told)


def _message(said: bytes) -> str:
    """Read what LINE says is wrong, on one line; whatever else it answers is nothing."""
    try:
        words = msgspec.json.decode(said, type=_Problem).message
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    return " ".join(words.split())[:200]


def _seconds(retry_after: str | None) -> timedelta | None:
    text = (retry_after or "").strip()
    return timedelta(seconds=int(text)) if re.fullmatch(r"[0-9]{1,6}", text) else None


def _cut(text: str, most: int) -> str:
    """Cut a text to so many UTF-16 code units, never through a character."""
    if _units(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
