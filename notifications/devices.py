"""Let a browser be told: its push subscription, judged before it is kept."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.service import Account
from backend.settings import settings
from notifications import addresses, vapid
from notifications.addresses import New
from notifications.channels.endpoints import Keys, judge_endpoint, judge_keys
from notifications.channels.web_push import inside_of
from notifications.errors import PushAddressError, PushKeyOldError
from notifications.kinds import ChannelKind
from notifications.messages import NewDevice
from notifications.vapid import Published


async def keep(
    recipient: UUID, device_id: UUID, new: NewDevice, *, by: Account, name: str | None, at: datetime
) -> None:
    """Keep a browser's subscription; it is told while its session lasts, and whoever had this browser before is not.

    Raises:
        PushAddressError: no address of a push service, or keys that are none.
        PushKeyOldError: made with a key that this register does not have.
    """
    keys = Keys(new.keys.p256dh, new.keys.auth, new.push_key)
    fault = judge_endpoint(new.endpoint, inside_of(settings())) or judge_keys(keys)
    if fault:
        raise PushAddressError(at=fault)
    if new.push_key not in {key.id for key in vapid.published(settings().data / "keys")}:
        raise PushKeyOldError
    written = msgspec.json.encode(keys).decode()
    kept = New(
        recipient, device_id, ChannelKind.PUSH, new.endpoint, written, name, by.id, confirmed=True, session=by.session
    )
    await addresses.keep(kept, at)


def push_key() -> Published:
    """Give the key that browsers subscribe with now."""
    return vapid.published(settings().data / "keys")[0]
