"""A touch, a qualification, a correction judge their worker only; what is new is recorded once."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from backend.events.kinds import EventKind
from backend.history import merging
from backend.history import service as history
from backend.jobs import judging
from backend.kit import clock, database
from backend.kit.partitions import MonthlyTable, ensure_months
from backend.levels import evaluating, jobs
from backend.levels import judging as judging_module
from backend.levels.evaluating import Report
from backend.levels.judging import judge_everybody, judge_workers
from backend.taps.intake import arrive
from backend.taps.service import receive
from tests.backend.levels.careers import holds, next_look, standing, worked
from tests.notifications.people import happens
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")
SECOND_CLASS, FIRST_CLASS = "第二種電気工事士免状取得者", "第一種電気工事士免状取得者"
ELECTRICIAN = 901
MONDAY = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
TRAINED = """
INSERT INTO work_day (worker_id, work_date, site_id, entry_at, acted_at, received_at, assignment_id, recognised_on,
                      evidence, taps)
VALUES ($1, $2, $3, now(), now(), now(), 1, $2, 0, 1)
"""


async def news(worker: UUID) -> list[tuple[EventKind, dict[str, object]]]:
    rows = await database.fetch(
        "SELECT kind, body FROM event WHERE worker_id = $1 AND kind IN (80, 81) ORDER BY id", worker
    )
    return [(EventKind(row[0]), msgspec.json.decode(row[1])) for row in rows]


async def due(worker: UUID) -> int:
    return len(await database.fetch("SELECT FROM event WHERE worker_id = $1 AND kind = 82", worker))


async def electricians(people: int = 1) -> Town:
    town = await Town().build(people, assigned=False)
    for worker in town.workers:
        await town.assign(worker, town.sites[0][0], trade=ELECTRICIAN)
    return town


async def touch(town: Town, sequence: int, at: datetime, person: int = 0) -> None:
    touched = tap(town, sequence, at, person=person)
    await receive([arrive(town.readers[0].known, report([touched], at), at)])


async def test_the_touch_that_decides_reaches_the_level_and_no_other_touch_asks() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 643)
    await holds(worker, SECOND_CLASS)
    await judge_workers([worker], clock.now(), tell=False)
    assert (await standing(worker), await next_look(worker)) == ({"001": (1, 2)}, 645)
    await touch(town, 1, MONDAY)
    assert await due(worker) == 0, "the 644th record changes nothing, so nothing is asked"
    await touch(town, 2, MONDAY + timedelta(hours=8))
    await touch(town, 3, MONDAY + timedelta(days=1))
    assert await due(worker) == 1
    await judging().step()
    assert await news(worker) == [(EventKind.LEVEL_REACHED, {"field": "001", "level": 2})]
    assert (await standing(worker), await next_look(worker)) == ({"001": (2, 0)}, 1075 - 20)
    await judging().step()
    await judge_everybody(clock.now())
    assert len(await news(worker)) == 1


async def test_who_was_never_judged_is_judged_at_the_first_touch() -> None:
    town = await electricians()
    await touch(town, 1, MONDAY)
    await judging().step()
    assert (await standing(town.workers[0]), await next_look(town.workers[0])) == ({}, 645 - 20)
    await touch(town, 2, MONDAY + timedelta(days=1))
    assert await due(town.workers[0]) == 1


async def test_a_touch_judges_its_worker_only() -> None:
    town = await electricians(2)
    for worker in town.workers:
        await worked(worker, 644)
        await holds(worker, SECOND_CLASS)
    await touch(town, 1, MONDAY)
    await judging().step()
    assert [kind for kind, _ in await news(town.workers[0])] == [EventKind.LEVEL_REACHED]
    assert await news(town.workers[1]) == []
    assert await next_look(town.workers[1]) is None


async def test_a_level_that_is_near_is_told_once_and_says_what_is_missing() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 645)
    await judge_workers([worker], clock.now())
    near = (EventKind.LEVEL_NEAR, {"field": "001", "level": 2, "days": 0, "qualifications": 1})
    assert await news(worker) == [near]
    await judge_workers([worker], clock.now())
    assert await news(worker) == [near]
    await holds(worker, SECOND_CLASS)
    await happens(EventKind.QUALIFICATION_CONFIRMED, worker)
    await judging().step()
    assert await news(worker) == [near, (EventKind.LEVEL_REACHED, {"field": "001", "level": 2})]


async def test_a_level_that_is_held_is_not_told() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 645)
    await holds(worker, SECOND_CLASS)
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO evaluation VALUES ($1, '001', 2, '2024-04-01', '2024-04-01T00:00Z', NULL)", worker
        )
    await judge_workers([worker], clock.now())
    assert (await standing(worker), await news(worker)) == ({"001": (2, 0)}, [])


async def test_a_qualification_that_ran_out_takes_the_level_back_and_it_is_told_again_later() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 645)
    await holds(worker, SECOND_CLASS, expires_on=date(2026, 11, 19))
    before, after = datetime(2026, 11, 19, 3, tzinfo=UTC), datetime(2026, 11, 20, 3, tzinfo=UTC)
    await jobs.judge_by_calendar(before)
    await judge_workers([worker], before)
    assert await standing(worker) == {"001": (2, 0)}
    await jobs.judge_by_calendar(after)
    assert await standing(worker) == {"001": (1, 2)}
    await holds(worker, FIRST_CLASS)
    await judge_workers([worker], after)
    assert [kind for kind, _ in await news(worker)] == [
        EventKind.LEVEL_REACHED,
        EventKind.LEVEL_NEAR,
        EventKind.LEVEL_REACHED,
    ]


async def test_certified_days_count_until_their_last_day() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 100)
    await holds(worker, SECOND_CLASS)
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO experience VALUES ($1, $2, $3, 901, '2020-04-01', '2023-03-31', 600, 0, 0, now(), $1)",
            worker,
            UUID(int=7),
            town.company_id,
        )
    await judge_workers([worker], clock.now())
    assert await standing(worker) == {"001": (2, 0)}
    await jobs.judge_by_calendar(datetime(2029, 3, 31, 3, tzinfo=UTC))
    assert await standing(worker) == {"001": (2, 0)}
    await jobs.judge_by_calendar(datetime(2029, 4, 1, 3, tzinfo=UTC))
    assert await standing(worker) == {"001": (1, 0)}


async def test_days_that_move_to_another_position_are_looked_at_at_once() -> None:
    town = await electricians()
    (worker,) = town.workers
    await touch(town, 1, MONDAY)
    await judge_workers([worker], MONDAY)
    before = await due(worker)
    await town.assign(worker, town.sites[0][0], trade=ELECTRICIAN, position=2)
    await touch(town, 2, MONDAY + timedelta(minutes=5))
    assert await due(worker) == before + 1
    rows = await database.fetch("SELECT position FROM month_total WHERE worker_id = $1", worker)
    assert [row[0] for row in rows] == [2]


async def test_a_training_day_counts_from_its_date_on() -> None:
    town = await electricians()
    (worker,) = town.workers
    site, _ = await town.add_site()
    await town.assign(worker, site, trade=ELECTRICIAN)
    await ensure_months(MonthlyTable.WORK_DAY, date(2025, 9, 1))
    async with database.transaction() as db:
        await db.execute("UPDATE site SET kind = 3 WHERE id = $1", site)
        for day in (date(2025, 9, 30), date(2025, 10, 1)):
            await db.execute(TRAINED, worker, day, site)
    await worked(worker, 644, until=date(2025, 9, 30))
    await worked(worker, 1, until=date(2025, 10, 1))
    await holds(worker, SECOND_CLASS)
    await judge_workers([worker], clock.now())
    assert await standing(worker) == {"001": (1, 2)}, "644 with the training of October, 643 before"


async def test_a_career_that_moves_on_meanwhile_is_not_kept_by_what_was_read_before() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 10)
    assert await history.look_again([(worker, 1, 645)]) == {worker}
    await touch(town, 1, MONDAY)
    assert await history.look_again([(worker, 1, 999)]) == set()
    assert await next_look(worker) == 645


async def test_merged_registrations_are_judged_as_one() -> None:
    town = await electricians(2)
    first, second = town.workers
    await worked(first, 644)
    await holds(first, SECOND_CLASS)
    await judge_everybody(clock.now(), tell=False)
    assert await standing(first) == {"001": (1, 2)}
    await merging.merge(first, second, clock.now())
    kept = await database.fetch("SELECT worker_id FROM qualification")
    assert [row[0] for row in kept] == [second]
    await judging().step()
    assert (await standing(first), await standing(second)) == ({}, {"001": (1, 0)})


async def test_a_merged_registration_keeps_the_level_that_was_reported_and_its_card() -> None:
    town = await electricians(2)
    first, second = town.workers
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET level = 1 WHERE id = $1", second)
    await evaluating.report(first, Report("001", 3, date(2026, 11, 2)), by=None, at=clock.now())
    await merging.merge(first, second, clock.now())
    await judging().step()
    rows = await database.fetch("SELECT level FROM worker WHERE id = $1", second)
    orders = await database.fetch("SELECT level FROM card_order WHERE worker_id = $1", second)
    assert (rows[0][0], {row[0] for row in orders}) == (3, {3})


async def test_who_begins_in_another_trade_is_looked_at_in_time() -> None:
    town = await electricians()
    (worker,) = town.workers
    await worked(worker, 1, trade=1201, until=date(2020, 1, 31))
    await holds(worker, SECOND_CLASS)
    await judge_workers([worker], clock.now())
    assert await next_look(worker) == 1 + 645 - 20
    await worked(worker, 644)
    await touch(town, 1, MONDAY)
    await judging().step()
    assert [kind for kind, _ in await news(worker)] == [EventKind.LEVEL_REACHED]


async def test_everybody_is_judged_page_by_page_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    town = await electricians(3)
    monkeypatch.setattr(judging_module, "PAGE", 2)
    for worker in town.workers:
        await worked(worker, 700)
        await holds(worker, SECOND_CLASS)
    assert await judge_everybody(clock.now()) == 3
    assert [len(await news(worker)) for worker in town.workers] == [1, 1, 1]
