"""Until when relief after a disaster lets days be entered: by where site office, prime and employers lie."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.companies import relief
from backend.companies.relief import ReliefKind
from backend.history.rules import last_day_to_enter, work_date
from backend.kit import clock, database

PLACES = """
SELECT coalesce(s.office_prefecture, s.prefecture) AS office, p.prefecture AS prime, ARRAY(
    SELECT c.prefecture FROM employment e JOIN company c ON c.id = e.company_id
    WHERE e.worker_id = $1 AND e.since <= $3 AND (e.until IS NULL OR e.until >= $3)) AS employers
FROM (SELECT $2::text AS number) asked
LEFT JOIN site s ON s.site_number = asked.number
LEFT JOIN company p ON p.id = s.prime_company_id
"""


FIRST_DAY = date(2000, 1, 1)
"""Nothing before it is anybody's work day."""


class Late(NamedTuple):
    """A day that is past its limit."""

    worker_id: UUID | None
    site_number: str
    day: date


def is_late(day: date) -> bool:
    """Tell whether the ordinary limit of a day is over; days out of all reach are not late, but wrong."""
    today = work_date(clock.now())
    return FIRST_DAY <= day <= today and today > last_day_to_enter(day)


async def relief_until(late: Late) -> date | None:
    """Tell until when relief lets a day be entered; None where there is none."""
    rows = await database.fetch(PLACES, late.worker_id, late.site_number, late.day)
    companies = [*rows[0]["employers"], *([rows[0]["prime"]] if rows[0]["prime"] is not None else [])]
    return await relief.find_until(ReliefKind.ENTRY, late.day, office=rows[0]["office"], companies=companies)


async def relief_of_all(late: Sequence[Late]) -> dict[Late, date]:
    """Tell the same of many days; those without relief are left out."""
    found = {one: await relief_until(one) for one in dict.fromkeys(late)}
    return {one: until for one, until in found.items() if until is not None}
