"""Show what somebody was told, and what became of each delivery."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.kit import database
from backend.kit.refusals import Language
from notifications import words
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind
from notifications.messages import DeliveryAnswer, NoticeAnswer, NoticesAnswer
from notifications.words import Facts

SHOWN_FOR = timedelta(days=30)
MOST = 30
"""Each is said from what stands now, which is asked for each."""

NOTICES = """
SELECT event_id, kind, facts, made_at FROM notice WHERE recipient = $1 AND made_at > $2
ORDER BY made_at DESC, event_id DESC LIMIT $3
"""
DELIVERIES = """
SELECT event_id, channel, state, ended_at FROM delivery WHERE recipient = $1 AND event_id = ANY($2::uuid[])
ORDER BY channel, address_id
"""
_STATES = {
    DeliveryState.WAITING: "waiting",
    DeliveryState.LEASED: "waiting",
    DeliveryState.DELIVERED: "delivered",
    DeliveryState.GONE: "gone",
    DeliveryState.FAILED: "failed",
    DeliveryState.OVERTAKEN: "overtaken",
}


async def list_notices(recipient: UUID, language: Language, at: datetime) -> NoticesAnswer:
    """List the newest of what a recipient was told; what is true no longer says nothing and is left out."""
    rows = await database.fetch(NOTICES, recipient, at - SHOWN_FOR, MOST)
    sent: dict[UUID, list[DeliveryAnswer]] = defaultdict(list)
    for row in await database.fetch(DELIVERIES, recipient, [row["event_id"] for row in rows]):
        channel = ChannelKind(row["channel"]).name.lower()
        sent[row["event_id"]].append(DeliveryAnswer(channel, _STATES[DeliveryState(row["state"])], row["ended_at"]))
    found = []
    for row in rows:
        kind, facts = NoticeKind(row["kind"]), msgspec.json.decode(row["facts"], type=Facts)
        said = await words.say(kind, recipient, facts, language, at)
        if said is not None:
            found.append(
                NoticeAnswer(
                    row["event_id"],
                    kind.name.lower(),
                    row["made_at"],
                    said.title,
                    said.body,
                    said.address,
                    sent[row["event_id"]],
                )
            )
    return NoticesAnswer(found)
