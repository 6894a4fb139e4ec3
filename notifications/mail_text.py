"""Write a notice as a mail: text and HTML, each complete, in the reader's language.

Put together by hand from pieces that cannot break it: whatever people wrote stands in base64 or is escaped.
Sources: RFC 5322 (form), 2047 (subject), 2045 (base64), 3834 (Auto-Submitted), 8058 (one click to stop).
"""

import base64
import html
import re
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from string import Template
from uuid import UUID

from backend.kit.refusals import Language
from backend.passport.words import plain
from backend.settings import settings
from notifications.channels import Address, Message
from notifications.mail_tokens import Purpose, make_token
from notifications.words import all_words

TEMPLATE = Path(__file__).with_name("mail.html")
SETTINGS_PAGE = "/settings/notices"
STOP = "/v1/notices/mail/stop/"
STOP_PAGE = "/mail#stop="
"""With a token behind it: to POST there stops the mails to an address, by one click of a mail program."""
WORD_BYTES = 45
"""Of UTF-8 in one encoded word: 60 characters of base64, and 75 in all (RFC 2047)."""
LONGEST_SUBJECT = 200
_LINES = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = re.compile(r"[\t\n ]+")


def make_mail(message: Message, address: Address, sender: str, at: datetime) -> bytes:
    """Write a message as it goes over the line; its Message-ID is that of the delivery, and so the same on a retry.

    Args:
        message: what is said.
        address: to whom; its target stands on one line.
        sender: our own address.
        at: now.
    """
    said = {key: _say(key, message.language) for key in ("sender", "open", "why", "never", "settings", "stop")}
    origin = settings().origin
    links = {
        "page": origin + message.address,
        "settings_page": origin + SETTINGS_PAGE,
        "stop_page": f"{origin}{STOP_PAGE}{make_token(Purpose.STOP, address.id)}",
    }
    boundary = f"--{message.delivery.hex}"
    head = {
        "From": f"{encode(said['sender'])} <{sender}>",
        "To": f"<{address.target}>",
        "Subject": encode(subject_of(message.title)),
        "Date": format_datetime(at.astimezone(UTC)),
        "Message-ID": f"<{message.delivery}@{sender.rpartition('@')[2]}>",
        "Content-Language": message.language,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{origin}{STOP}{make_token(Purpose.STOP, address.id)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{message.delivery.hex}"',
    }
    lines = [f"{name}: {value}" for name, value in head.items()]
    parts = (("plain", as_text(message, said, links)), ("html", as_html(message, said, links)))
    for kind, text in parts:
        lines += ["", boundary, f"Content-Type: text/{kind}; charset=utf-8", "Content-Transfer-Encoding: base64", ""]
        lines += base64.encodebytes(text.encode()).decode().splitlines()
    return "\r\n".join([*lines, f"{boundary}--", ""]).encode()


def sender_of(address_id: UUID, bounces: str) -> str:
    """Tell where mail to an address comes back to, so that what comes back says of whom it is (VERP)."""
    token = make_token(Purpose.BOUNCE, address_id)
    local, at, domain = bounces.rpartition("@")
    return f"{local}+{token}@{domain}" if at else f"{token}@{domain}"


def as_text(message: Message, said: dict[str, str], links: dict[str, str]) -> str:
    """Write the text part."""
    return "\n".join(
        [
            clean(message.title),
            "",
            *([clean(message.body), ""] if message.body else []),
            f"{said['open']}\n{links['page']}",
            "",
            "-- ",
            said["sender"],
            said["why"],
            said["never"],
            f"{said['settings']}\n{links['settings_page']}",
            f"{said['stop']}\n{links['stop_page']}",
            "",
        ]
    )


def as_html(message: Message, said: dict[str, str], links: dict[str, str]) -> str:
    """Write the HTML part: one file, no pictures, nothing that is fetched."""
    paragraphs = "".join(f"<p dir=auto>{html.escape(line)}</p>" for line in clean(message.body).split("\n") if line)
    places = {name: html.escape(text) for name, text in (said | links).items()}
    title = html.escape(subject_of(message.title))
    return _template().substitute(places, lang=message.language, title=title, paragraphs=paragraphs)


def clean(text: str) -> str:
    r"""Write lines that end in one way, without control characters.

    >>> clean("1\r\n2\x00\x85 3")
    '1\n2\n 3'
    """
    return _CONTROLS.sub("", _LINES.sub("\n", text))


def subject_of(title: str) -> str:
    """Write a title on one line, at most 200 characters."""
    return _BLANKS.sub(" ", clean(title)).strip(" ")[:LONGEST_SUBJECT].rstrip(" ")


def encode(text: str) -> str:
    """Write the text of a header in encoded words, whatever it holds (RFC 2047); each holds whole characters.

    >>> encode("見本")
    '=?utf-8?B?6KaL5pys?='
    """
    words: list[bytes] = []
    word = b""
    for char in text:
        coded = char.encode()
        if len(word) + len(coded) > WORD_BYTES:
            words, word = [*words, word], b""
        word += coded
    return "\r\n ".join(f"=?utf-8?B?{base64.b64encode(one).decode()}?=" for one in [*words, word])


@cache
def _template() -> Template:
    return Template(TEMPLATE.read_text("utf-8"))


def _say(key: str, language: Language) -> str:
    return plain(all_words()[f"mail_{key}"].to(language))
