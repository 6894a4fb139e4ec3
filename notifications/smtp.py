"""Speak SMTP (RFC 5321) with one server: as much as handing a message over needs.

With asyncio's streams, so that every answer is waited for only so long and a hung server holds no thread.
"""

import asyncio
import base64
import ipaddress
import re
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Self
from urllib.parse import unquote, urlsplit

PATIENCE_S = 10.0
"""For one answer."""
LONGEST_LINE = 4096
MOST_LINES = 100
_LINE = re.compile(rb"([2-5]\d\d)([ -]?)([^\r\n]*)\r?\n")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}", re.ASCII)


class Encryption(StrEnum):
    """How a server is spoken to: the schemes of its address."""

    AT_ONCE = "smtps"
    STARTTLS = "smtp+starttls"
    NONE = "smtp"


_PORTS = {Encryption.AT_ONCE: 465, Encryption.STARTTLS: 587, Encryption.NONE: 25}


@dataclass(frozen=True)
class Server:
    """A mail server, and who we are there."""

    host: str
    port: int
    encryption: Encryption
    user: str | None
    secret: str = field(repr=False)


class Step(StrEnum):
    """How far the talk has come."""

    OPENING = "opening"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    MESSAGE = "message"


class Reply(NamedTuple):
    """What the server said."""

    code: int
    text: str

    @property
    def status(self) -> str:
        """The enhanced status code (RFC 3463) that the text begins with, or nothing."""
        found = _STATUS.match(self.text)
        return found[0] if found else ""


class RefusedError(Exception):
    """The server said no."""

    def __init__(self, step: Step, reply: Reply) -> None:
        """Keep what was refused, and how."""
        super().__init__(f"{step}: {reply.code} {reply.text}")
        self.step = step
        self.reply = reply


class NotSmtpError(ConnectionError):
    """What answers there does not speak SMTP, or not as we need it."""


class Envelope(NamedTuple):
    """A message, and between whom it goes; the content is lines that end in CR LF."""

    sender: str
    recipient: str
    content: bytes


def read_server(address: str) -> Server:
    """Read the address of a server, such as smtps://user:secret@mail.example.jp:465.

    Raises:
        ValueError: it cannot be read, or a login would go unencrypted over a network.
    """
    parts = urlsplit(address)
    encryption = Encryption(parts.scheme)
    if not parts.hostname:
        message = "a mail server's address names its host"
        raise ValueError(message)
    if parts.username and encryption is Encryption.NONE and not _is_here(parts.hostname):
        message = "a login needs smtps:// or smtp+starttls://"
        raise ValueError(message)
    user = unquote(parts.username) if parts.username else None
    port = parts.port or _PORTS[encryption]
    return Server(parts.hostname, port, encryption, user, unquote(parts.password or ""))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Connection:
    """A connection that one message after another goes over."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take over what was opened."""
        self._reader, self._writer = reader, writer
        self._offers: dict[str, str] = {}
        self.is_giving = False
        """A message is being given over: if the connection breaks now, nobody knows whether it was taken."""

    @classmethod
    async def open(cls, server: Server, name: str, trusted: ssl.SSLContext) -> Self:
        """Connect, encrypt and log in; `name` is the domain we say we are.

        Raises:
            RefusedError: the server lets us not in.
            OSError, EOFError: it is not there, or the line broke.
        """
        encrypted = trusted if server.encryption is Encryption.AT_ONCE else None
        async with asyncio.timeout(PATIENCE_S):
            streams = await asyncio.open_connection(server.host, server.port, limit=LONGEST_LINE, ssl=encrypted)
        made = cls(*streams)
        try:
            await made._begin(server, name, trusted)
        except BaseException:
            made.abort()
            raise
        return made

    async def hand_over(self, envelope: Envelope) -> Reply:
        """Hand a message over, and give what the server said when it took it.

        Raises:
            RefusedError: it did not.
            OSError, EOFError: the line broke.
        """
        needs_utf8 = not (envelope.sender + envelope.recipient).isascii()
        if needs_utf8 and "SMTPUTF8" not in self._offers:
            raise RefusedError(Step.RECIPIENT, Reply(553, "5.6.7 the server cannot write such an address"))
        utf8 = " SMTPUTF8 BODY=8BITMIME" if needs_utf8 else ""
        await self._ask(Step.SENDER, f"MAIL FROM:<{envelope.sender}>{utf8}", 250)
        await self._ask(Step.RECIPIENT, f"RCPT TO:<{envelope.recipient}>", 250, 251)
        await self._ask(Step.DATA, "DATA", 354)
        self.is_giving = True
        said = await self._ask(Step.MESSAGE, _stuffed(envelope.content) + b".", 250)
        self.is_giving = False
        return said

    async def reset(self) -> None:
        """Forget what was said of the last message, and see that the server is still there."""
        await self._ask(Step.OPENING, "RSET", 250)

    def close(self) -> None:
        """Say goodbye without waiting for an answer."""
        if not self._writer.is_closing():
            self._writer.write(b"QUIT\r\n")
            self._writer.close()

    def abort(self) -> None:
        """Drop the line."""
        self._writer.transport.abort()

    async def _begin(self, server: Server, name: str, trusted: ssl.SSLContext) -> None:
        await self._answer(Step.OPENING, 220)
        await self._greet(name)
        if server.encryption is Encryption.STARTTLS:
            if "STARTTLS" not in self._offers:
                message = "the server offers no encryption"
                raise NotSmtpError(message)
            await self._ask(Step.OPENING, "STARTTLS", 220)
            await self._encrypt(server.host, trusted)
            await self._greet(name)
        if server.user is not None:
            await self._log_in(server.user, server.secret)

    async def _greet(self, name: str) -> None:
        said = await self._ask(Step.OPENING, f"EHLO {name}", 250)
        lines = [line.upper().partition(" ") for line in said.text.splitlines()[1:]]
        self._offers = {word: rest for word, _, rest in lines}

    async def _encrypt(self, host: str, trusted: ssl.SSLContext) -> None:
        """Begin TLS; what somebody put in after the answer in the open would pass for encrypted, so nothing may be."""
        if await self._has_more():
            message = "something was said between the answer and the encryption"
            raise NotSmtpError(message)
        async with asyncio.timeout(PATIENCE_S):
            await self._writer.start_tls(trusted, server_hostname=host)

    async def _has_more(self) -> bool:
        """Tell whether more has come than was read."""
        try:
            async with asyncio.timeout(0):
                return bool(await self._reader.read(1))
        except TimeoutError:
            return False

    async def _log_in(self, user: str, secret: str) -> None:
        if "PLAIN" in self._offers.get("AUTH", "").split():
            both = _base64(f"\0{user}\0{secret}")
            await self._ask(Step.LOGIN, f"AUTH PLAIN {both}", 235)
            return
        await self._ask(Step.LOGIN, "AUTH LOGIN", 334)
        await self._ask(Step.LOGIN, _base64(user), 334)
        await self._ask(Step.LOGIN, _base64(secret), 235)

    async def _ask(self, step: Step, said: str | bytes, *wanted: int) -> Reply:
        self._writer.write((said.encode() if isinstance(said, str) else said) + b"\r\n")
        async with asyncio.timeout(PATIENCE_S):
            await self._writer.drain()
        return await self._answer(step, *wanted)

    async def _answer(self, step: Step, *wanted: int) -> Reply:
        async with asyncio.timeout(PATIENCE_S):
            reply = await self._read()
        if reply.code not in wanted:
            self.is_giving = False
            raise RefusedError(step, reply)
        return reply

    async def _read(self) -> Reply:
        lines: list[bytes] = []
        while len(lines) < MOST_LINES:
            try:
                found = _LINE.fullmatch(await self._reader.readuntil(b"\n"))
            except asyncio.LimitOverrunError:
                found = None
            if found is None:
                break
            lines.append(found[3])
            if found[2] != b"-":
                return Reply(int(found[1]), b"\n".join(lines).decode(errors="replace"))
        message = "what was said is no answer of a mail server"
        raise NotSmtpError(message)


def _stuffed(content: bytes) -> bytes:
    """Double the dot at the start of a line, so that none ends the message (RFC 5321, 4.5.2)."""
    return re.sub(rb"(?m)^\.", b"..", content)


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
