"""Two registrations of one person: nothing is lost, nothing counts twice."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.cards import service as cards
from backend.events.kinds import EventKind
from backend.history.checks import compare_totals
from backend.history.merging import merge
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from backend.workers import service as workers
from backend.workers.errors import MergedWithItselfError
from tests.office import number_of
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


async def touch(town: Town, sequence: int, days_ago: int, person: int, site: int = 0) -> Verdict:
    now = clock.now()
    at = now - timedelta(days=days_ago, hours=1)
    (outcomes,) = await receive(
        [arrive(town.readers[0].known, report([tap(town, sequence, at, person=person, site=site)], now), now)]
    )
    assert outcomes[0] is not None
    return outcomes[0].verdict


async def two_of_one() -> Town:
    """Two registrations that share a day at one site, and have others apart."""
    town = await Town().build(3)
    for sequence, (days_ago, person, site) in enumerate(
        [(1, 0, 0), (2, 0, 0), (1, 1, 0), (3, 1, 0), (3, 1, 1), (40, 1, 0), (1, 2, 0)], 1
    ):
        assert await touch(town, sequence, days_ago, person, site) is Verdict.COUNTED
    return town


async def career(worker: UUID) -> tuple[int, int]:
    rows = await database.fetch("SELECT days, records FROM career WHERE worker_id = $1", worker)
    return rows[0][0], rows[0][1]


async def totals_hold() -> bool:
    return not any(one.not_derived or one.not_kept for one in await compare_totals())


async def test_the_days_go_over_and_a_shared_one_counts_once() -> None:
    town = await two_of_one()
    stays, goes, other = town.workers
    await merge(goes, stays, clock.now())
    assert await career(stays) == (4, 5)
    assert await career(goes) == (0, 0)
    assert await career(other) == (1, 1)
    assert await totals_hold()
    rows = await database.fetch("SELECT count(*) FROM tap")
    assert rows[0][0] == 7


async def test_done_again_nothing_changes() -> None:
    town = await two_of_one()
    stays, goes, _ = town.workers
    await merge(goes, stays, clock.now())
    before = await database.fetch("SELECT * FROM work_day ORDER BY worker_id, work_date, site_id")
    await merge(goes, stays, clock.now())
    assert before == await database.fetch("SELECT * FROM work_day ORDER BY worker_id, work_date, site_id")
    rows = await database.fetch("SELECT count(*) FROM event WHERE kind = $1", EventKind.WORKERS_MERGED)
    assert rows[0][0] == 1


async def test_both_numbers_and_both_cards_lead_to_the_one_that_stays() -> None:
    town = await two_of_one()
    stays, goes, _ = town.workers
    number = await number_of(goes)
    await merge(goes, stays, clock.now())
    assert await workers.find(number) == stays
    assert await touch(town, 20, 5, 1) is Verdict.COUNTED
    assert await career(stays) == (5, 6)
    assert await totals_hold()


async def test_a_chain_leads_to_its_end_and_a_ring_is_refused() -> None:
    town = await two_of_one()
    first, second, third = town.workers
    await merge(first, second, clock.now())
    await merge(second, third, clock.now())
    for worker in (first, second):
        assert await workers.find(await number_of(worker)) == third
        with pytest.raises(MergedWithItselfError):
            await merge(third, worker, clock.now())
    with pytest.raises(MergedWithItselfError):
        await merge(third, third, clock.now())
    assert await career(third) == (4, 5)
    assert await totals_hold()


async def test_one_employment_is_main_afterwards_and_what_waited_waits_for_the_one_that_stays() -> None:
    town = await Town().build(2, assigned=False)
    stays, goes = town.workers
    assert await touch(town, 1, 1, 1) is Verdict.STRUCTURE_MISSING
    await merge(goes, stays, clock.now())
    rows = await database.fetch("SELECT main FROM employment WHERE worker_id = $1 AND until IS NULL", stays)
    assert sum(row["main"] for row in rows) == 1
    rows = await database.fetch("SELECT worker_id FROM tap_waiting")
    assert [row[0] for row in rows] == [stays]
    rows = await database.fetch("SELECT worker_id FROM held_day")
    assert [row[0] for row in rows] == [stays]


async def test_the_card_of_the_one_that_went_is_stopped_for_both() -> None:
    town = await two_of_one()
    stays, goes, _ = town.workers
    await merge(goes, stays, clock.now())
    await cards.report_loss(stays, clock.now())
    assert await touch(town, 21, 0, 1) is Verdict.COUNTED  # an hour ago, before the loss
    rows = await database.fetch("SELECT count(*) FROM card WHERE worker_id = $1 AND revoked_at IS NOT NULL", stays)
    assert rows[0][0] == 2
