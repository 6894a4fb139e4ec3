"""Postcards (はがき) for companies that mail does not reach: who gets one, once for each notice, and what it says.

Notices go out six, two and one months before a registration ends, and when it was renewed; whose mail comes back is
written to by post.  Source: the operator's public page on renewing, named by row B22 of docs/requirements.toml.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.companies.classes import CompanyClass
from backend.kit import clock, database
from backend.kit.arrays import columns
from backend.kit.prefectures import prefecture_name
from backend.kit.refusals import Language
from notifications import settings, words
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind, RecipientKind
from notifications.rules import Setting
from notifications.words import Facts

LOOK_BACK = timedelta(days=200)
"""The first notice goes out six months before; what is older is told no longer."""
KINDS = (NoticeKind.COMPANY_EXPIRING, NoticeKind.COMPANY_RENEWED)
REACHED = (DeliveryState.WAITING, DeliveryState.LEASED, DeliveryState.DELIVERED, DeliveryState.OVERTAKEN)
"""A mail that is on its way or arrived, or that gave way to a newer one."""
POSTCODE_DIGITS = 7

UNREACHED = """
SELECT n.recipient, n.event_id, n.kind, n.facts FROM notice n
WHERE n.recipient_kind = $1 AND n.kind = ANY($2::int2[]) AND n.made_at >= $3
  AND NOT EXISTS (SELECT FROM postcard p WHERE p.recipient = n.recipient AND p.event_id = n.event_id)
  AND NOT EXISTS (SELECT FROM delivery d WHERE d.recipient = n.recipient AND d.event_id = n.event_id
                  AND d.channel = $4 AND d.state = ANY($5::int2[]))
ORDER BY n.event_id
"""
COMPANIES = """
SELECT c.id, c.company_number, c.name, c.class, c.prefecture, c.address, c.expires_on,
       (SELECT i.value FROM company_item i WHERE i.company_id = c.id AND i.item = 'postcode'
        ORDER BY i.id DESC LIMIT 1) AS postcode
FROM company c WHERE c.id = ANY($1::int4[]) ORDER BY c.id
"""
PRINTED = """
INSERT INTO postcard SELECT k.recipient, k.event_id, $3
FROM unnest($1::text::uuid[], $2::text::uuid[]) AS k (recipient, event_id) ON CONFLICT DO NOTHING
"""

Key = tuple[UUID, UUID]
"""A notice: its recipient and event."""


class Postcard(msgspec.Struct, frozen=True):
    """One postcard."""

    company_number: str
    name: str
    title_of_address: str
    """御中 to a company, 様 to a person."""
    postcode: str
    """Seven digits; fewer where none is known."""
    address: str
    language: Language
    title: str
    body: str
    until: date
    """The last day of the registration, which is written with its year."""
    page: str
    """The app's own page that it names, as /office."""
    notices: tuple[Key, ...]
    """What is told by it; of several the newest is said."""

    @property
    def can_be_sent(self) -> bool:
        """Whether the register knows where to."""
        return len(self.postcode) == POSTCODE_DIGITS and bool(self.address)


class _Notice(msgspec.Struct, frozen=True):
    key: Key
    kind: NoticeKind
    facts: Facts


async def list_waiting(at: datetime) -> list[Postcard]:
    """List the postcards that are to be printed, by company; what is true no longer is left out."""
    by_company: dict[int, list[_Notice]] = defaultdict(list)
    sought = (RecipientKind.COMPANY, KINDS, at - LOOK_BACK, ChannelKind.MAIL, REACHED)
    for row in await database.fetch(UNREACHED, *sought):
        facts = msgspec.json.decode(row["facts"], type=Facts)
        notice = _Notice((row["recipient"], row["event_id"]), NoticeKind(row["kind"]), facts)
        by_company[row["recipient"].int].append(notice)
    rows = await database.fetch(COMPANIES, list(by_company))
    set_by = await settings.of([UUID(int=company_id) for company_id in by_company])
    found = []
    for row in rows:
        still = [notice for notice in by_company[row["id"]] if _is_true(notice, row, at)]
        language = set_by.get(UUID(int=row["id"]), Setting()).language
        if still and (made := await _write(row, still, language, at)):
            found.append(made)
    return found


async def keep_printed(cards: Iterable[Postcard], at: datetime) -> None:
    """Keep that postcards were printed: each notice is printed once."""
    rows = [key for card in cards for key in card.notices]
    async with database.transaction() as db:
        await db.execute(PRINTED, *columns(rows, 2), at)


async def _write(row: database.Row, notices: Sequence[_Notice], language: Language, at: datetime) -> Postcard | None:
    newest = notices[-1]
    saying = await words.say(newest.kind, newest.key[0], newest.facts, language, at)
    if saying is None:
        return None
    kind = CompanyClass(row["class"])
    return Postcard(
        company_number=row["company_number"],
        name=row["name"],
        title_of_address="御中" if kind is CompanyClass.CORPORATION else "様",
        postcode=_digits(row["postcode"]),
        address=_whole(row["prefecture"], row["address"] or ""),
        language=language,
        title=saying.title,
        body=saying.body,
        until=row["expires_on"],
        page=saying.address,
        notices=tuple(notice.key for notice in notices),
    )


def _is_true(notice: _Notice, row: database.Row, at: datetime) -> bool:
    """Tell whether a registration still ends when the notice says, and has not ended yet."""
    end = row["expires_on"]
    return bool(notice.facts.until == end and end >= clock.japan_date(at))


def _digits(kept: str | None) -> str:
    value = msgspec.json.decode(kept) if kept else None
    return "".join(char for char in value if char in "0123456789") if isinstance(value, str) else ""


def _whole(prefecture: int, address: str) -> str:
    """Put the prefecture before an address that does not name it."""
    name = prefecture_name(prefecture, Language.JA)
    return address if not address or address.startswith(name) else name + address
