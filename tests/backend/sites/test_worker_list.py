"""Many workers at once: good rows are kept, bad ones named; a change is a version; what waited counts after all."""

from datetime import date, timedelta

import pytest

from backend.events.kinds import EventKind
from backend.history.rules import work_date
from backend.jobs import healing
from backend.kit import clock, database
from backend.kit.errors import PassportError
from backend.sites import worker_list
from backend.sites.worker_list import Row
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.office import number_of
from tests.town import BEGINNING, END, NOON, report, tap
from tests.works import Works, make_works

pytestmark = pytest.mark.usefixtures("rolled_back")

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)


async def versions(works: Works) -> int:
    return len(await database.fetch("SELECT FROM assignment WHERE site_id = $1", works.site_id))


async def test_a_company_in_the_structure_lists_and_the_prime_lists_its_own_as_tier_nought() -> None:
    works = await make_works()
    prime, first = await works.prime(), await works.below()
    second = await works.below(first)
    workers = [await works.worker(company) for company in (prime, first, second)]
    for company, worker in zip((prime, first, second), workers, strict=True):
        assert (await works.list(company, worker)).new
    lines = await works.lines()
    assert [lines[worker] for worker in workers] == [(prime.number, 0), (first.number, 1), (second.number, 2)]
    (own, below) = await database.fetch(
        "SELECT first_tier_company_id FROM assignment WHERE tier <> 1 ORDER BY tier",
    )
    assert (own[0], below[0]) == (None, first.id)


async def test_bad_rows_are_named_with_reason_and_remedy_and_good_ones_kept() -> None:
    works = await make_works()
    first = await works.below()
    good, leaving = await works.worker(first), await works.worker(first)
    async with database.transaction() as db:
        await db.execute("UPDATE employment SET until = $2 WHERE worker_id = $1", leaving, TODAY)
    stranger = await works.worker(await works.company())

    async def row(worker: str, **changes: object) -> Row:
        made = Row(worker, "10-01", 0, "", "", "", BEGINNING, END)
        return made._replace(**changes)  # type: ignore[arg-type]  # a test may send anything

    numbers = [await number_of(worker) for worker in (good, leaving, stranger)]
    rows = [
        await row(numbers[0]),
        await row(numbers[0], position=2),
        await row("91000000009999"),
        await row(numbers[2]),
        await row(numbers[1]),
    ]
    said = await worker_list.list_all(works.site_id, first, rows, NOON)
    assert [one.error and one.error.code for one in said] == [
        None,
        "row_twice",
        "worker_unknown",
        "not_employed",
        "not_employed",
    ]
    assert (await works.list(first, leaving, last_on=TODAY)).new, "until the employment's last day"
    other = await works.worker(first)
    codes = [
        (await works.list(first, other, **changes)).error
        for changes in (
            {"trade": ""},
            {"trade": "99-99"},
            {"trade": "鉄筋工"},
            {"first_on": TODAY, "last_on": TODAY - timedelta(days=1)},
            {"last_on": date(2028, 1, 1)},
        )
    ]
    assert [error and error.code for error in codes] == [
        "trade_unknown",
        "trade_unknown",
        "trade_unknown",
        "days_wrong",
        "outside_site_days",
    ]
    assert set(await works.lines()) == {good, leaving}


async def test_without_a_place_in_the_structure_nobody_is_listed() -> None:
    works = await make_works()
    company = await works.company()
    worker = await works.worker(company)
    with pytest.raises(PassportError, match="tier_missing"):
        await works.list(company, worker)
    asked = await works.ask(company)
    with pytest.raises(PassportError, match="tier_missing"):
        await works.list(company, worker)
    await works.answer(company, asked.ask.id)
    assert (await works.list(company, worker)).new
    async with database.transaction() as db:
        await db.execute("UPDATE company SET expires_on = $2 WHERE id = $1", company.id, TODAY - timedelta(days=1))
    over = company._replace(stands_until=TODAY - timedelta(days=1))
    with pytest.raises(PassportError, match="company_over"):
        await works.list(over, worker)


async def test_the_same_again_changes_nothing_and_a_change_is_a_version() -> None:
    works = await make_works()
    first = await works.below()
    worker = await works.worker(first)
    assert (await works.list(first, worker)).new
    assert not (await works.list(first, worker)).new
    assert await versions(works) == 1
    assert (await works.list(first, worker, first_on=TODAY, position=2)).new
    assert await versions(works) == 2
    positions = [
        row[0]
        for day in (TODAY - timedelta(days=1), TODAY)
        for row in [[one["position"] for one in await worker_list.list_lines(works.site_id, day)]]
    ]
    assert positions == [0, 2]


async def test_in_two_tiers_at_once_is_refused_with_the_line_that_holds_and_moving_works() -> None:
    works = await make_works()
    first, other = await works.below(name="見本鉄筋"), await works.below(name="見本型枠")
    worker = await works.worker(first)
    async with database.transaction() as db:
        await db.execute("INSERT INTO employment VALUES ($1, $2, $3, NULL, false)", worker, other.id, BEGINNING)
    assert (await works.list(first, worker)).new
    refused = await works.list(other, worker, first_on=TODAY)
    assert refused.error is not None
    assert refused.error.code == "in_other_tier"
    assert refused.holds is not None
    assert (refused.holds.version.company_id, refused.holds.days) == (first.id, (BEGINNING, END))
    await worker_list.take_off(works.site_id, first, [(await number_of(worker), TODAY - timedelta(days=1))], NOON)
    assert (await works.list(other, worker, first_on=TODAY)).new
    assert (await works.lines(TODAY - timedelta(days=1)))[worker] == (first.number, 1)
    assert (await works.lines(TODAY))[worker] == (other.number, 1)


async def test_taking_off_ends_a_line_once_and_says_what_it_cannot() -> None:
    works = await make_works()
    first, other = await works.below(), await works.below()
    worker = await works.worker(first)
    number = await number_of(worker)
    await works.list(first, worker)
    rows = [(number, TODAY), (number, TODAY), ("91000000009999", TODAY)]
    said = await worker_list.take_off(works.site_id, first, rows, NOON)
    assert [(one.new, one.error and one.error.code) for one in said] == [
        (True, None),
        (False, "row_twice"),
        (False, "worker_unknown"),
    ]
    (again,) = await worker_list.take_off(works.site_id, first, [(number, TODAY)], NOON)
    assert (again.new, again.error) == (False, None)
    (elsewhere,) = await worker_list.take_off(works.site_id, other, [(number, TODAY)], NOON)
    assert elsewhere.error is not None
    assert elsewhere.error.code == "line_missing"
    assert worker in await works.lines(TODAY)
    assert worker not in await works.lines(TOMORROW)


async def say(works: Works, person: int, sequence: int) -> Verdict:
    now = clock.now()
    one = arrive(works.town.readers[0].known, report([tap(works.town, sequence, now, person=person)], now), now)
    ((outcome,),) = await receive([one])
    assert outcome is not None
    return outcome.verdict


async def test_tap_first_structure_later_the_day_counts_and_the_worker_is_told() -> None:
    works = await make_works()
    company = await works.company()
    worker = await works.worker(company)
    assert await say(works, 0, 1) is Verdict.STRUCTURE_MISSING
    asked = await works.ask(company, at=clock.now())
    await works.answer(company, asked.ask.id)
    await healing().step()
    assert not await database.fetch("SELECT FROM work_day"), "the structure alone names no trade"
    assert (await works.list(company, worker, trade="10-02", position=1)).new
    await healing().step()
    (day,) = await database.fetch(
        "SELECT a.trade, a.position, a.tier FROM work_day d JOIN assignment a ON a.id = d.assignment_id"
    )
    assert tuple(day) == (1002, 1, 1)
    kinds = [row[0] for row in await database.fetch("SELECT kind FROM event WHERE worker_id = $1", worker)]
    assert EventKind.DAY_HEALED in kinds


async def test_whoever_was_taken_off_waits_from_the_next_day_on() -> None:
    works = await make_works()
    first = await works.below()
    worker = await works.worker(first)
    await works.list(first, worker)
    yesterday = work_date(clock.now()) - timedelta(days=1)
    await worker_list.take_off(works.site_id, first, [(await number_of(worker), yesterday)], NOON)
    assert await say(works, 0, 1) is Verdict.STRUCTURE_MISSING
    assert (await works.list(first, worker)).new
    assert await say(works, 0, 2) is Verdict.COUNTED


async def test_two_companies_lines_do_not_hide_each_other_at_the_gate() -> None:
    works = await make_works()
    first, other = await works.below(), await works.below()
    worker = await works.worker(first)
    async with database.transaction() as db:
        await db.execute("INSERT INTO employment VALUES ($1, $2, $3, NULL, false)", worker, other.id, BEGINNING)
    today = clock.japan_date(clock.now())
    await works.list(other, worker, first_on=today - timedelta(days=5))
    await works.list(first, worker, last_on=today - timedelta(days=6))
    assert await say(works, 0, 1) is Verdict.COUNTED
    (row,) = await database.fetch("SELECT a.company_id FROM work_day d JOIN assignment a ON a.id = d.assignment_id")
    assert row[0] == other.id
