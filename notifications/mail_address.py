"""A mail address of one's own: kept, confirmed by the mail that goes there, ended by its owner or its reader."""

from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from backend.kit import database
from backend.settings import settings
from notifications import addresses, statements
from notifications.addresses import New
from notifications.audiences import Wish
from notifications.channels.mail import read_address
from notifications.errors import LinkOverError, MailUnavailableError, MailWrongError
from notifications.kinds import ChannelKind, NoticeKind, RecipientKind
from notifications.mail_tokens import Purpose, make_token, read_token
from notifications.telling import send_to


async def keep(
    recipient: UUID, kind: RecipientKind, target: str, *, always: bool, account_id: UUID, at: datetime
) -> None:
    """Keep an address and send the mail that asks to confirm it; whatever address there was before ends.

    Raises:
        MailUnavailableError: no mail server is set up here.
        MailWrongError: it is no address.
    """
    if settings().smtp is None:
        raise MailUnavailableError
    if read_address(target) is None:
        raise MailWrongError
    address_id = uuid5(recipient, target)
    async with database.transaction():
        for one in await addresses.list_of(recipient):
            if one.channel is ChannelKind.MAIL and one.id != address_id:
                await addresses.end(recipient, one.id, "another was given", at)
        keys = msgspec.json.encode({"always": always}).decode()
        new = New(recipient, address_id, ChannelKind.MAIL, target, keys, None, account_id, confirmed=False)
        await addresses.keep(new, at)
        await _ask(recipient, kind, address_id, at)


async def confirm(token: str, at: datetime) -> None:
    """Let an address be used, by the link that was sent there; again changes nothing.

    Raises:
        LinkOverError: no link of ours, or its address has ended.
    """
    recipient, address_id = await _owner(Purpose.CONFIRM, token)
    if not await addresses.confirm(recipient, address_id, at):
        raise LinkOverError


async def stop(token: str, at: datetime) -> None:
    """End an address, by the link that stands in every mail; again changes nothing.

    Raises:
        LinkOverError: no link of ours.
    """
    recipient, address_id = await _owner(Purpose.STOP, token)
    await addresses.end(recipient, address_id, "its reader stopped it", at)


async def end(recipient: UUID, at: datetime) -> bool:
    """End one's own address, and tell whether there was one."""
    kept = [one for one in await addresses.list_of(recipient) if one.channel is ChannelKind.MAIL]
    return any([await addresses.end(recipient, one.id, "asked for", at) for one in kept])


async def _ask(recipient: UUID, kind: RecipientKind, address_id: UUID, at: datetime) -> None:
    facts = msgspec.json.encode({"link": make_token(Purpose.CONFIRM, address_id)}).decode()
    event_id = uuid5(address_id, at.isoformat())
    wish = Wish(recipient, kind, event_id, NoticeKind.MAIL_TO_CONFIRM, f"confirm {address_id}", facts)
    await send_to(wish, address_id, ChannelKind.MAIL, at)


async def _owner(purpose: Purpose, token: str) -> tuple[UUID, UUID]:
    address_id = read_token(purpose, token)
    rows = await database.fetch(statements.OWNER, address_id) if address_id else []
    if not rows:
        raise LinkOverError
    return rows[0]["recipient"], rows[0]["id"]
