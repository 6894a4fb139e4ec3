"""A mail server (RFC 5321) and the mailboxes behind it: keeps what comes, or fails as it is told for a recipient.

What came back later is written as a delivery status notification (RFC 3464), as Postfix writes it, into a Maildir.
"""

import asyncio
import base64
import re
import ssl
from collections import Counter
from collections.abc import Awaitable, Callable
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple, Self
from uuid import uuid4

HOST = "127.0.0.1"
GREETING = "mail.example.jp ESMTP"
LONGEST_LINE = 65_536
SLOW_S = 0.2
_PATH = re.compile(r"(?:FROM|TO):<([^<>\r\n]*)>(.*)", re.IGNORECASE)


class Mode(Enum):
    """How mail to a recipient goes."""

    WELL = auto()
    UNKNOWN = auto()
    """550 at RCPT."""
    BLOCKED = auto()
    """550 5.7.1 at RCPT: a policy, and nothing about the mailbox."""
    GREYLIST = auto()
    """450 the first time."""
    SPAM = auto()
    """554 for the message."""
    BUSY = auto()
    """421 at RCPT, and the line is closed."""
    SLOW = auto()
    HANG = auto()
    """No answer to RCPT."""
    CUT = auto()
    """The line breaks in the middle of the message."""
    CUT_AFTER = auto()
    """The message is kept, and the line breaks before that is said."""


class Kept(NamedTuple):
    """A message that was taken over."""

    sender: str
    recipient: str
    content: bytes
    user: str | None
    """Who was logged in."""
    encrypted: bool


class MailServer:
    """The server, on the loopback address: `async with MailServer() as server:`."""

    def __init__(
        self, port: int = 0, *, login: tuple[str, str] | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        """Listen on a port once entered, 0 is a free one; with a login, whoever is not logged in may send nothing."""
        self.port = port
        self.login = login
        self.tls = tls
        self.at_once = False
        """Whether it is encrypted from the start, and not after STARTTLS."""
        self.utf8 = True
        self.kept: list[Kept] = []
        self.modes: dict[str, Mode] = {}
        self.connections = 0
        self.open = 0
        self.commands: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        encrypted = self.tls if self.at_once else None
        self._server = await asyncio.start_server(self._come, HOST, self.port, limit=LONGEST_LINE, ssl=encrypted)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """End, also where somebody still waits for an answer."""
        assert self._server  # noqa: S101  # it was entered
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def drop_lines(self) -> None:
        """Break every line that is open, as a server does that is started again."""
        talks = list(self._talks)
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)

    async def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.create_task(_Talk(self, reader, writer).run())
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)


class _EndError(Exception):
    """The talk is over."""


class _Talk:
    """One connection."""

    def __init__(self, server: MailServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server, self._reader, self._writer = server, reader, writer
        self._user: str | None = None
        self._encrypted = server.at_once
        self._sender, self._recipient = "", ""
        self._does: dict[str, Callable[[str], Awaitable[None]]] = {
            "EHLO": self._ehlo, "STARTTLS": self._starttls, "AUTH": self._auth, "MAIL": self._mail,
            "RCPT": self._rcpt, "DATA": self._data, "RSET": self._rset, "QUIT": self._quit,
        }  # fmt: skip

    async def run(self) -> None:
        self._server.connections += 1
        self._server.open += 1
        try:
            await self._say(f"220 {GREETING}")
            while True:
                verb, _, rest = (await self._line()).decode(errors="replace").partition(" ")
                self._server.commands[verb.upper()] += 1
                await self._does.get(verb.upper(), self._unknown)(rest)
        except (_EndError, OSError, EOFError):
            pass
        finally:
            self._server.open -= 1
            self._writer.transport.abort()

    async def _line(self) -> bytes:
        return (await self._reader.readuntil(b"\r\n"))[:-2]

    async def _say(self, *lines: str) -> None:
        self._writer.write("".join(f"{line}\r\n" for line in lines).encode())
        await self._writer.drain()

    async def _ehlo(self, _: str) -> None:
        offers = ["8BITMIME", *(["SMTPUTF8"] if self._server.utf8 else []), "AUTH PLAIN LOGIN"]
        if self._server.tls and not self._encrypted:
            offers.append("STARTTLS")
        await self._say("250-mail.example.jp", *(f"250-{offer}" for offer in offers), "250 ENHANCEDSTATUSCODES")

    async def _starttls(self, _: str) -> None:
        assert self._server.tls  # noqa: S101  # it was offered
        await self._say("220 2.0.0 go on")
        await self._writer.start_tls(self._server.tls)
        self._encrypted = True

    async def _auth(self, rest: str) -> None:
        way, _, given = rest.partition(" ")
        if way == "PLAIN":
            _, user, secret = base64.b64decode(given).decode().split("\0")
        else:
            await self._say("334 VXNlcm5hbWU6")
            user = base64.b64decode(await self._line()).decode()
            await self._say("334 UGFzc3dvcmQ6")
            secret = base64.b64decode(await self._line()).decode()
        if (user, secret) != self._server.login:
            await self._say("535 5.7.8 not accepted")
            return
        self._user = user
        await self._say("235 2.7.0 accepted")

    async def _mail(self, rest: str) -> None:
        if self._server.login and self._user is None:
            await self._say("530 5.7.0 log in first")
            return
        found = _PATH.fullmatch(rest)
        if not found or (not found[1].isascii() and "SMTPUTF8" not in found[2]):
            await self._say("501 5.5.4 not an address")
            return
        self._sender = found[1]
        await self._say("250 2.1.0 ok")

    async def _rcpt(self, rest: str) -> None:
        found = _PATH.fullmatch(rest)
        if not found:
            await self._say("501 5.5.4 not an address")
            return
        self._recipient = found[1]
        mode = self._mode()
        self._server.tried[self._recipient] += 1
        if mode is Mode.HANG:
            await asyncio.Event().wait()
        if mode is Mode.SLOW:
            await asyncio.sleep(SLOW_S)
        is_first = self._server.tried[self._recipient] == 1
        refusal = "450 4.7.1 greylisted" if mode is Mode.GREYLIST and is_first else _AT_RCPT.get(mode)
        await self._say(refusal or "250 2.1.5 ok")
        if mode is Mode.BUSY:
            raise _EndError

    async def _data(self, _: str) -> None:
        await self._say("354 go on")
        if self._mode() is Mode.CUT:
            await self._line()
            raise _EndError
        lines = []
        while (line := await self._line()) != b".":
            lines.append(line[1:] if line.startswith(b".") else line)
        if self._mode() is Mode.SPAM:
            await self._say("554 5.7.1 looks like spam")
            return
        content = b"".join(line + b"\r\n" for line in lines)
        self._server.kept.append(Kept(self._sender, self._recipient, content, self._user, self._encrypted))
        if self._mode() is Mode.CUT_AFTER:
            raise _EndError
        await self._say("250 2.0.0 queued")

    async def _rset(self, _: str) -> None:
        await self._say("250 2.0.0 ok")

    async def _quit(self, _: str) -> None:
        await self._say("221 2.0.0 bye")
        raise _EndError

    async def _unknown(self, _: str) -> None:
        await self._say("502 5.5.1 not known")

    def _mode(self) -> Mode:
        return self._server.modes.get(self._recipient, Mode.WELL)


_AT_RCPT = {
    Mode.UNKNOWN: "550 5.1.1 no such user",
    Mode.BLOCKED: "550 5.7.1 your network is not welcome",
    Mode.BUSY: "421 4.3.2 come again later",
}


def write_back(kept: Kept, maildir: Path, *, status: str = "5.1.1", action: str = "failed") -> Path:
    """Let a message that was taken over come back to its sender, into a Maildir."""
    made = maildir / "new" / f"{uuid4().hex}.mail.example.jp"
    for folder in ("tmp", "new", "cur"):
        (maildir / folder).mkdir(parents=True, exist_ok=True)
    made.write_bytes(_notification(kept, status, action).encode())
    return made


def _notification(kept: Kept, status: str, action: str) -> str:
    head = kept.content.partition(b"\r\n\r\n")[0].decode().replace("\r\n", "\n")
    return f"""\
Return-Path: <>
Delivered-To: {kept.sender}
From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)
To: {kept.sender}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_back"

This is a MIME-encapsulated message.

--=_back
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--=_back
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.jp
Arrival-Date: Fri, 20 Nov 2026 12:00:00 +0900 (JST)

Final-Recipient: rfc822; {kept.recipient}
Original-Recipient: rfc822;{kept.recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {status[0]}50 {status} as it was told

--=_back
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

{head}

--=_back--
"""
