"""After a disaster what comes late counts after all, in its area and for its days."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from backend.companies import relief
from backend.companies.relief import NewRelief, ReliefKind
from backend.history import claims
from backend.history.claiming import Accepted, Claimed, ClaimKind, Refused
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


def months_ago(months: int) -> datetime:
    """Noon of a day that many months ago."""
    day = clock.add_months(clock.month_of(clock.japan_date(clock.now())), -months) + timedelta(days=9)
    return datetime(day.year, day.month, day.day, 3, tzinfo=clock.now().tzinfo)


async def relieve(day: date, prefectures: tuple[int, ...] = (13,)) -> None:
    today = clock.japan_date(clock.now())
    new = NewRelief("特例", ReliefKind.ENTRY, prefectures, True, False, day, day, today + timedelta(days=5), "見本")
    await relief.make(new, by=None, at=clock.now())


async def touched(town: Town, at: datetime) -> Verdict:
    now = clock.now()
    (outcomes,) = await receive([arrive(town.readers[0].known, report([tap(town, 1, at)], now), now)])
    (outcome,) = outcomes
    assert outcome is not None
    return outcome.verdict


@pytest.mark.parametrize(("prefectures", "verdict"), [((13,), Verdict.COUNTED), ((17,), Verdict.TOO_LATE)])
async def test_a_late_touch_counts_where_there_is_relief(prefectures: tuple[int, ...], verdict: Verdict) -> None:
    town, at = await Town().build(1, 1, 1), months_ago(3)
    await relieve(clock.japan_date(at), prefectures)
    assert await touched(town, at) is verdict


async def test_without_relief_it_is_too_late() -> None:
    assert await touched(await Town().build(1, 1, 1), months_ago(3)) is Verdict.TOO_LATE


async def test_what_waits_under_relief_waits_as_long_as_the_relief() -> None:
    town, at = await Town().build(1, 1, 1, assigned=False), months_ago(3)
    await relieve(clock.japan_date(at))
    assert await touched(town, at) is Verdict.STRUCTURE_MISSING
    rows = await database.fetch("SELECT until FROM tap_waiting")
    assert rows[0][0] == clock.japan_date(clock.now()) + timedelta(days=5)


@pytest.mark.parametrize("there", [True, False])
async def test_a_late_day_is_claimed_by_hand_under_relief(there: bool) -> None:
    town, at = await Town().build(1, 1, 0), months_ago(3)
    day = clock.japan_date(at)
    await relieve(day, (13,) if there else (17,))
    entry = claims.Entry(Claimed(ClaimKind.MISSED_DAY, day, at, None), town.sites[0][1], "")
    verdict, _ = await claims.claim(uuid4(), town.workers[0], entry, now=clock.now())
    assert isinstance(verdict, Accepted if there else Refused)
