"""Relief is for its area, by site office, prime or employer, and for its days; many days are asked for at once."""

from datetime import date

import pytest

from backend.companies import relief
from backend.companies.relief import NewRelief, ReliefKind
from backend.history.relieving import Late, is_late, relief_of
from backend.kit import database
from tests.town import NOON, Town

pytestmark = pytest.mark.usefixtures("rolled_back")

FIRST, LAST, UNTIL = date(2026, 1, 1), date(2026, 4, 30), date(2026, 6, 30)


async def a_town(office: int | None, prime: int, employer: int) -> Town:
    """One site and one worker, in these prefectures."""
    town, other = await Town().build(1, 1, 0), await Town().build(0, 0, 0)
    async with database.transaction() as db:
        await db.execute("UPDATE site SET office_prefecture = $2 WHERE id = $1", town.sites[0][0], office)
        await db.execute("UPDATE company SET prefecture = $2 WHERE id = $1", town.company_id, prime)
        await db.execute("UPDATE company SET prefecture = $2 WHERE id = $1", other.company_id, employer)
        await db.execute(
            "UPDATE employment SET company_id = $2 WHERE worker_id = $1", town.workers[0], other.company_id
        )
    return town


async def relieve(*, by_site_office: bool = True, by_company: bool = True) -> None:
    kind = ReliefKind.ENTRY
    new = NewRelief("特例", kind, (15, 16, 17, 18), by_site_office, by_company, FIRST, LAST, UNTIL, "資料2 p.31")
    await relief.make(new, by=None, at=NOON)


@pytest.mark.parametrize(
    ("office", "prime", "employer", "reach", "found"),
    [
        (17, 13, 13, {}, True),
        (13, 17, 13, {}, True),
        (13, 13, 17, {}, True),
        (13, 13, 13, {}, False),
        (None, 13, 13, {}, False),
        (17, 13, 13, {"by_site_office": False}, False),
        (13, 17, 17, {"by_company": False}, False),
    ],
)
async def test_relief_reaches_by_office_or_company(
    office: int | None, prime: int, employer: int, reach: dict[str, bool], found: bool
) -> None:
    town = await a_town(office, prime, employer)
    await relieve(**reach)
    assert await relief_of([Late(town.workers[0], town.sites[0][1], LAST)]) == [UNTIL if found else None]


async def test_many_days_are_answered_in_their_order_and_only_its_own_are_relieved() -> None:
    town = await a_town(17, 13, 13)
    await relieve()
    days = [date(2025, 12, 31), FIRST, LAST, date(2026, 5, 1), FIRST]
    asked = [Late(town.workers[0], town.sites[0][1], day) for day in days]
    assert await relief_of(asked) == [None, UNTIL, UNTIL, None, UNTIL]
    assert await relief_of([Late(None, "93000000099991", FIRST)]) == [None]


@pytest.mark.parametrize(
    ("day", "late"),
    [(date(2026, 4, 30), False), (date(2026, 3, 31), True), (date(1999, 1, 1), False), (date(9999, 12, 31), False)],
)
def test_a_day_is_late_after_the_month_that_follows_it(day: date, late: bool) -> None:
    assert is_late(day, date(2026, 5, 1)) is late
