"""Mail that came back: delivery status notifications (RFC 3464) in a Maildir, and what they mean for an address.

Whose mail it was is told by where it came back to (VERP), never by what a stranger wrote in it.  A file is read again
until it was moved from new/ to cur/, and to apply one twice changes nothing.
"""

import asyncio
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from uuid import UUID

import msgspec

from backend.kit import database
from notifications.channels.mail_replies import means_gone, shortened
from notifications.kinds import ChannelKind, DeliveryState
from notifications.mail_tokens import LENGTH, Purpose, read_token

LONGEST = 256 * 1024
"""Bytes of a file that are looked at: the report stands before what was sent back."""
MOST_FILES = 500
"""At once."""
MOST_PARTS = 50
WHERE_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
"""Fields in which a mail server says where a mail came to."""
_TOKEN = re.compile(rf"(?<![A-Za-z0-9])([a-z2-7]{{{LENGTH}}})@", re.IGNORECASE)
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}", re.ASCII)

_log = logging.getLogger("passport.notify")

OWNERS = "SELECT id, recipient FROM address WHERE id = ANY($1::uuid[]) AND channel = $2"
END = "UPDATE address SET ended_at = $3, ended_why = $4 WHERE recipient = $1 AND id = $2 AND ended_at IS NULL"
CAME_BACK = """
UPDATE delivery d SET state = $3, said = $4
FROM (SELECT recipient, event_id, address_id FROM delivery
      WHERE recipient = $1 AND address_id = $2 AND ended_at IS NOT NULL
        AND (state = 2 OR state IN (3, 4) AND said LIKE 'came back: %')
      ORDER BY ended_at DESC, event_id DESC LIMIT 1) newest
WHERE d.recipient = newest.recipient AND d.event_id = newest.event_id AND d.address_id = newest.address_id
"""
"""The newest that went out is what came back, also where that is known already."""


class Bounce(msgspec.Struct, frozen=True):
    """A mail that came back, or may yet."""

    address_id: UUID
    hard: bool
    """It will never arrive; else the server still tries, or was not reached in time."""
    gone: bool
    """Neither will any other: the address is no more."""
    said: str


async def take_in(maildir: Path, at: datetime) -> int:
    """Apply what lies in a Maildir and move it away; tell how many files were read."""
    files = await asyncio.to_thread(list_new, maildir)
    for file in files:
        bounce = await asyncio.to_thread(_read_file, file)
        if bounce is not None:
            await apply([bounce], at)
        await asyncio.to_thread(_put_aside, file)
    return len(files)


def list_new(maildir: Path) -> list[Path]:
    """List what was not read yet, oldest names first."""
    folder = maildir / "new"
    return sorted(file for file in folder.iterdir() if file.is_file())[:MOST_FILES] if folder.is_dir() else []


def read_bounce(content: bytes) -> Bounce | None:
    """Read a mail; None where it is no report, reports no failure, or came to no address of ours.

    Never raises, whatever a stranger sent.
    """
    try:
        mail = message_from_bytes(content[:LONGEST])
        blocks = list(_blocks(mail))
        address_id = _address_of(mail) if blocks else None
        found = [] if address_id is None else [_judge(address_id, block) for block in blocks]
    except Exception:  # noqa: BLE001  # no mail may stop those behind it
        _log.warning("a mail that came back cannot be read", exc_info=True)
        return None
    return max(filter(None, found), key=lambda bounce: (bounce.gone, bounce.hard), default=None)


async def apply(bounces: Iterable[Bounce], at: datetime) -> None:
    """End the addresses that are gone, and mark the newest delivery to each that came back for good.

    So marked, a company's notice is listed for a postcard.
    """
    hard = {bounce.address_id: bounce for bounce in bounces if bounce.hard}
    for address_id, recipient in await _owners(list(hard)):
        bounce = hard[address_id]
        state = DeliveryState.GONE if bounce.gone else DeliveryState.FAILED
        async with database.transaction() as db:
            if bounce.gone:
                await db.execute(END, recipient, address_id, at, f"came back: {bounce.said}")
            await db.execute(CAME_BACK, recipient, address_id, state, f"came back: {bounce.said}")


async def _owners(address_ids: Sequence[UUID]) -> list[tuple[UUID, UUID]]:
    return [(row[0], row[1]) for row in await database.fetch(OWNERS, address_ids, ChannelKind.MAIL)]


def _read_file(file: Path) -> Bounce | None:
    try:
        with file.open("rb") as opened:
            return read_bounce(opened.read(LONGEST))
    except OSError:
        _log.warning("a mail that came back cannot be opened", exc_info=True)
        return None


def _put_aside(file: Path) -> None:
    """Move a file that was read, marked as seen; another process may have done so already."""
    seen = file.parent.parent / "cur" / f"{file.name.partition(':')[0]}:2,S"
    seen.parent.mkdir(exist_ok=True)
    try:
        file.replace(seen)
    except FileNotFoundError:
        _log.info("somebody else has read a mail that came back")


def _blocks(mail: Message) -> Iterator[Message]:
    """Give the fields about each recipient, from the reports that a mail itself holds."""
    for number, part in enumerate(_own_parts(mail)):
        if number >= MOST_PARTS:
            return
        held = part.get_payload()
        if part.get_content_type() == "message/delivery-status" and isinstance(held, list):
            yield from (block for block in held[1:] if isinstance(block, Message))


def _own_parts(mail: Message) -> Iterator[Message]:
    """Walk through the parts of a mail, but not into mails that it encloses: those are somebody else's words."""
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        yield part
        held = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(held, list):
            waiting += [child for child in held if isinstance(child, Message)]


def _address_of(mail: Message) -> UUID | None:
    """Tell which address a mail came back from."""
    fields = [str(value) for name in WHERE_TO for value in mail.get_all(name, [])]
    tokens = [token for field in fields for token in _TOKEN.findall(field)]
    found = next(filter(None, (read_token(Purpose.BOUNCE, token) for token in tokens)), None)
    if tokens and found is None:
        _log.warning("a mail came back to an address that we never made: forged, or made with another pepper")
    return found


def _judge(address_id: UUID, block: Message) -> Bounce | None:
    """Read what a report says of one recipient."""
    action = str(block.get("Action", "")).strip().lower()
    given = _STATUS.search(str(block.get("Status", "")))
    status = given[0] if given else ""
    if action not in {"failed", "delayed"}:
        return None
    hard = action == "failed" and status.startswith("5.")
    said = shortened(f"{action} {status} {block.get('Diagnostic-Code', '')}")
    return Bounce(address_id, hard=hard, gone=hard and _is_gone(status, said), said=said)


def _is_gone(status: str, said: str) -> bool:
    """Tell whether an address is no more; servers without finer codes say 5.0.0 and 550 for it."""
    return means_gone(status) or (status == "5.0.0" and "550" in said)
