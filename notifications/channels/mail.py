"""Mail, over SMTP: connections are kept open for several messages and closed when idle."""

import asyncio
import logging
import re
import ssl
from collections.abc import Callable

from msgspec import structs

from backend.kit import clock
from backend.settings import settings
from notifications.channels import Address, Again, Delivered, Gone, Message, Outcome
from notifications.channels.mail_replies import judge_reply, shortened
from notifications.mail_text import make_mail, sender_of
from notifications.smtp import Connection, Envelope, RefusedError, Reply, Server, Step, read_server

WHOLE_S = 14.0
"""For one message, whatever the server does: somewhat less than a sender waits."""
IDLE_S = 20.0
"""After so long without a message a connection is closed; servers do so themselves after some minutes."""
MOST_CONNECTIONS = 10
MOST_MESSAGES = 100
"""Over one connection: servers count."""
GOODBYE = 421
_ADDRESS = re.compile(r"[^\s<>@\"(),:;\\\x00-\x20\x7f-\x9f]{1,64}@[^\s<>@\"(),:;\\\x00-\x20\x7f-\x9f]{1,255}")

_log = logging.getLogger("passport.notify")


class Mail:
    """The channel; `bounces` is a domain, or an address that takes additions behind +."""

    def __init__(
        self,
        server: Server,
        sender: str,
        bounces: str,
        *,
        trusted: ssl.SSLContext | None = None,
        idle_s: float = IDLE_S,
    ) -> None:
        """Begin with no connection."""
        self._server, self._sender, self._bounces = server, sender, bounces
        self._trusted = trusted or ssl.create_default_context()
        self._idle_s = idle_s
        self._places = asyncio.Semaphore(MOST_CONNECTIONS)
        self._idle: list[_Kept] = []

    async def send(self, address: Address, message: Message) -> Outcome:
        """Send one message; what breaks on the way is tried again, with the same Message-ID."""
        recipient = read_address(address.target)
        if recipient is None:
            return Gone("not a mail address")
        content = make_mail(message, structs.replace(address, target=recipient), self._sender, clock.now())
        envelope = Envelope(sender_of(address.id, self._bounces), recipient, content)
        try:
            async with asyncio.timeout(WHOLE_S), self._places:
                said = await self._carry(envelope)
        except RefusedError as refused:
            if refused.step in {Step.OPENING, Step.LOGIN}:
                _log.warning("the mail server does not let us in: %s", shortened(str(refused)))
            return judge_reply(refused.step, refused.reply)
        except TimeoutError:
            return Again("the mail server does not answer")
        except (OSError, EOFError) as broken:
            return Again(shortened(f"the mail server is not reached: {broken}"))
        return Delivered(shortened(f"{said.code} {said.text}"))

    async def close(self) -> None:
        """Let go of connections; give the goodbyes a moment to go out."""
        for kept in self._idle:
            kept.let_go()
        self._idle.clear()
        await asyncio.sleep(0)

    async def _carry(self, envelope: Envelope) -> Reply:
        """Hand a message over: by a connection that is open, if it still stands, else by a new one."""
        while self._idle:
            kept = self._idle.pop()
            kept.timer.cancel()
            try:
                await kept.connection.reset()
            except (OSError, EOFError, RefusedError):
                kept.connection.abort()
            except BaseException:
                kept.connection.abort()
                raise
            else:
                return await self._hand_over(kept.connection, envelope, kept.messages)
        name = self._sender.rpartition("@")[2]
        return await self._hand_over(await Connection.open(self._server, name, self._trusted), envelope, 0)

    async def _hand_over(self, connection: Connection, envelope: Envelope, before: int) -> Reply:
        try:
            said = await connection.hand_over(envelope)
        except RefusedError as refused:
            self._put_back(connection, MOST_MESSAGES if refused.reply.code == GOODBYE else before + 1)
            raise
        except BaseException:
            connection.abort()
            raise
        self._put_back(connection, before + 1)
        return said

    def _put_back(self, connection: Connection, messages: int) -> None:
        if messages >= MOST_MESSAGES:
            connection.close()
            return
        self._idle.append(_Kept(connection, messages, self._idle_s, self._idle.remove))


class _Kept:
    """A connection that waits for a message, and ends after a while."""

    def __init__(self, connection: Connection, messages: int, idle_s: float, forget: Callable[["_Kept"], None]) -> None:
        self.connection, self.messages, self._forget = connection, messages, forget
        self.timer = asyncio.get_running_loop().call_later(idle_s, self._end)

    def let_go(self) -> None:
        """Close it now."""
        self.timer.cancel()
        self.connection.close()

    def _end(self) -> None:
        self._forget(self)
        self.connection.close()


def configured() -> Mail | None:
    """Give the channel as the settings say; None where there is no mail.

    Raises:
        ValueError: the settings are not complete, or cannot be read.
    """
    chosen = settings()
    if chosen.smtp is None:
        return None
    if not chosen.mail_from or not chosen.mail_bounces:
        message = "PASSPORT_SMTP needs PASSPORT_MAIL_FROM and PASSPORT_MAIL_BOUNCES"
        raise ValueError(message)
    if read_address(chosen.mail_from) is None:
        message = "PASSPORT_MAIL_FROM is not a mail address"
        raise ValueError(message)
    return Mail(read_server(chosen.smtp), chosen.mail_from, chosen.mail_bounces)


def read_address(text: str) -> str | None:
    """Write a mail address as it goes over the line, its domain in ASCII; None where it is none.

    >>> read_address("taro@見本.example"), read_address("a@b.example> DATA")
    ('taro@xn--8pvz87e.example', None)
    """
    if not _ADDRESS.fullmatch(text):
        return None
    local, _, domain = text.partition("@")
    try:
        return f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return None
