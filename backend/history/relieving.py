"""Until when relief after a disaster lets days be entered: by where site office, prime and employers lie."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.companies.relief import ReliefKind
from backend.history.claiming import FIRST_INSTANT
from backend.history.rules import last_day_to_enter
from backend.kit import database
from backend.kit.arrays import columns

UNTIL = """
SELECT q.place, (
    SELECT max(r.until) FROM relief r
    WHERE r.what = $5 AND r.ended_at IS NULL AND q.day BETWEEN r.first_on AND r.last_on
    AND ((r.by_site_office AND coalesce(s.office_prefecture, s.prefecture) = ANY (r.prefectures))
         OR (r.by_company AND (p.prefecture = ANY (r.prefectures) OR EXISTS (
             SELECT FROM employment e JOIN company c ON c.id = e.company_id
             WHERE e.worker_id = q.worker_id AND e.since <= q.day AND (e.until IS NULL OR e.until >= q.day)
             AND c.prefecture = ANY (r.prefectures))))))
FROM unnest($1::text::int4[], $2::text::uuid[], $3::text[], $4::text::date[]) AS q (place, worker_id, number, day)
LEFT JOIN site s ON s.site_number = q.number
LEFT JOIN company p ON p.id = s.prime_company_id
"""


class Late(NamedTuple):
    """A day that is past its limit."""

    worker_id: UUID | None
    site_number: str
    day: date


def is_late(day: date, today: date) -> bool:
    """Tell whether the ordinary limit of a day is over; days out of all reach are not late, but wrong."""
    return FIRST_INSTANT.date() <= day <= today and today > last_day_to_enter(day)


async def relief_of(late: Sequence[Late]) -> list[date | None]:
    """Tell until when relief lets each of some days be entered; None where there is none."""
    asked = [(place, *one) for place, one in enumerate(late)]
    rows = await database.fetch(UNTIL, *columns(asked, 4, texts={2}), ReliefKind.ENTRY)
    found = dict(rows)
    return [found[place] for place in range(len(late))]
