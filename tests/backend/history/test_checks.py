"""The totals kept at entry are proved against the history, and put right from it."""

from datetime import timedelta

import pytest

from backend.history.checks import compare_totals, rebuild_totals
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.service import receive
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


async def work() -> None:
    town = await Town().build()
    now = clock.now()
    taps = [
        tap(town, 3 * n + person, now - timedelta(days=n, hours=1), person=person, site=n % 2)
        for n in range(20)
        for person in range(3)
    ]
    await receive([arrive(town.readers[0].known, report(taps, now), now)])


async def test_totals_kept_at_entry_equal_the_history() -> None:
    await work()
    assert [(one.not_derived, one.not_kept) for one in await compare_totals()] == [(0, 0)] * 3


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE month_total SET day_mask = day_mask # 1 WHERE ctid = (SELECT min(ctid) FROM month_total)",
        "UPDATE career SET days = days + 1 WHERE ctid = (SELECT min(ctid) FROM career)",
        "DELETE FROM site_day WHERE ctid = (SELECT min(ctid) FROM site_day)",
    ],
)
async def test_a_wrong_total_is_found_and_put_right(harm: str) -> None:
    await work()
    async with database.transaction() as db:
        await db.execute(harm)
    assert any(one.not_derived or one.not_kept for one in await compare_totals())
    await rebuild_totals()
    assert not any(one.not_derived or one.not_kept for one in await compare_totals())


async def test_a_changed_assignment_moves_the_masks() -> None:
    town = await Town().build(1, 1, 2, assigned=False)
    worker, (site_id, _) = town.workers[0], town.sites[0]
    await town.assign(worker, site_id, trade=1000)
    now = clock.now()
    await receive([arrive(town.readers[0].known, report([tap(town, 1, now - timedelta(minutes=2))], now), now)])
    await town.assign(worker, site_id, trade=1001, position=2)
    await receive([arrive(town.readers[1].known, report([tap(town, 1, now - timedelta(minutes=1))], now), now)])
    rows = await database.fetch("SELECT trade, position FROM month_total")
    assert [tuple(row) for row in rows] == [(1001, 2)]
    assert not any(one.not_derived or one.not_kept for one in await compare_totals())


async def test_the_fifteen_fields_of_a_record_are_kept() -> None:
    """D11: month, site, entry, exit, approval day, prime, first tier, employer, tier, position, content, trade,
    harmful substances, certificates, insurance; beside them channel, evidence, three times and two dates."""
    town = await Town().build(1, 1)
    now = clock.now()
    await receive([arrive(town.readers[0].known, report([tap(town, 1, now)], now), now)])
    (row,) = await database.fetch(
        """
        SELECT d.work_date, s.site_number, d.entry_at, d.exit_at, d.approved_on, p.name AS prime,
               a.first_tier_company_id, e.name AS employer, a.tier, a.position, a.content, a.trade, a.harmful,
               a.certificates, a.insurance,
               d.evidence, d.acted_at, d.received_at, d.recognised_on
        FROM work_day d JOIN site s ON s.id = d.site_id JOIN company p ON p.id = s.prime_company_id
        JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id JOIN company e ON e.id = a.company_id
        """
    )
    may_be_empty = {"exit_at", "first_tier_company_id"}
    assert {name for name, value in row.items() if value is None} <= may_be_empty
    assert row["approved_on"] == row["recognised_on"] == clock.japan_date(now)
