"""What waited counts after all when it is mended in time, and the worker is told."""

import asyncio
from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.cards import service as cards
from backend.events.kinds import EventKind
from backend.jobs import healing
from backend.kit import clock, database
from backend.kit.numbers import NumberKind, make_number
from backend.sites import service as sites
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.town import BEGINNING, END, NOON, Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


async def say(town: Town, *taps: object) -> list[Verdict]:
    now = clock.now()
    (outcomes,) = await receive([arrive(town.readers[0].known, report(list(taps), now), now)])  # type: ignore[arg-type]
    return [outcome.verdict for outcome in outcomes if outcome]


async def days_of(worker: UUID) -> int:
    rows = await database.fetch("SELECT days FROM career WHERE worker_id = $1 AND days > 0", worker)
    return rows[0][0] if rows else 0


async def told(worker: UUID) -> list[EventKind]:
    rows = await database.fetch("SELECT kind FROM event WHERE worker_id = $1 ORDER BY id", worker)
    return [EventKind(row[0]) for row in rows]


async def test_a_missing_structure_heals_with_its_exit_and_its_held_day_goes() -> None:
    town = await Town().build(1, assigned=False)
    now = clock.now()
    entry, leave = tap(town, 1, now - timedelta(hours=3)), tap(town, 2, now - timedelta(hours=1), out=True)
    assert await say(town, entry, leave) == [Verdict.STRUCTURE_MISSING, Verdict.EXIT_WITHOUT_ENTRY]
    assert len(await database.fetch("SELECT FROM held_day")) == 1
    await town.assign(town.workers[0], town.sites[0][0])
    await healing().step()
    (row,) = await database.fetch("SELECT exit_at, assignment_id FROM work_day")
    assert row[0] is not None
    assert not await database.fetch("SELECT FROM held_day")
    assert not await database.fetch("SELECT FROM tap_waiting")
    assert not await database.fetch("SELECT FROM exit_waiting")
    assert EventKind.DAY_HEALED in await told(town.workers[0])
    verdicts = await database.fetch("SELECT verdict FROM tap_verdict")
    assert [row[0] for row in verdicts] == [Verdict.COUNTED]


async def test_a_card_registered_later_heals() -> None:
    town = await Town().build(1)
    worker = await town.add_worker(card=False)
    await town.assign(worker, town.sites[0][0])
    assert await say(town, tap(town, 1, clock.now(), person=1)) == [Verdict.CARD_UNKNOWN]
    await town.issue(1)
    await healing().step()
    assert await days_of(worker) == 1


async def test_a_site_registered_later_under_its_number_heals_once_the_structure_follows() -> None:
    town = await Town().build(1)
    site_id, number = 777, make_number(NumberKind.SITE, 777)
    town.sites.append((site_id, number))
    assert await say(town, tap(town, 1, clock.now(), site=2)) == [Verdict.SITE_UNKNOWN]
    new = sites.NewSite("見本町第二現場", sites.SiteKind.ORDINARY, town.company_id, 13, BEGINNING, END)
    await sites.register_as(site_id, number, new, NOON)
    await healing().step()
    (waiting,) = await database.fetch("SELECT verdict FROM tap_waiting")
    assert waiting[0] == Verdict.STRUCTURE_MISSING
    await town.assign(town.workers[0], site_id)
    await healing().step()
    assert await days_of(town.workers[0]) == 1


async def test_days_of_a_site_set_right_heal() -> None:
    town = await Town().build(1)
    await town.add_site(BEGINNING, date(2026, 1, 31))
    await town.assign(town.workers[0], town.sites[2][0])
    assert await say(town, tap(town, 1, clock.now(), site=2)) == [Verdict.SITE_CLOSED]
    await sites.change_days(town.sites[2][0], BEGINNING, END)
    await healing().step()
    assert await days_of(town.workers[0]) == 1


async def test_a_revoked_card_does_not_heal() -> None:
    town = await Town().build(1)
    await cards.revoke(town.workers[0], town.serials[0], NOON - timedelta(days=30))
    assert await say(town, tap(town, 1, clock.now())) == [Verdict.CARD_REVOKED]
    assert not await database.fetch("SELECT FROM tap_waiting")


async def test_mended_after_the_limit_does_not_heal(monkeypatch: pytest.MonkeyPatch) -> None:
    town = await Town().build(1, assigned=False)
    await say(town, tap(town, 1, clock.now()))
    await town.assign(town.workers[0], town.sites[0][0])
    real = clock.now()
    monkeypatch.setattr(clock, "now", lambda: real + timedelta(days=70))
    await healing().step()
    assert await days_of(town.workers[0]) == 0


async def test_healing_twice_counts_once() -> None:
    town = await Town().build(1, assigned=False)
    await say(town, tap(town, 1, clock.now()))
    await town.assign(town.workers[0], town.sites[0][0])
    for _ in range(3):
        await healing().step()
    assert await days_of(town.workers[0]) == 1
    assert (await told(town.workers[0])).count(EventKind.DAY_HEALED) == 1


async def test_a_replay_after_healing_is_answered_as_the_first_time() -> None:
    town = await Town().build(1, assigned=False)
    now = clock.now()
    touch = tap(town, 1, now)
    assert await say(town, touch) == [Verdict.STRUCTURE_MISSING]
    await town.assign(town.workers[0], town.sites[0][0])
    await healing().step()
    assert await say(town, touch) == [Verdict.STRUCTURE_MISSING]
    assert await days_of(town.workers[0]) == 1


async def test_more_mended_at_once_than_a_page_are_all_read() -> None:
    town = await Town().build(1)
    for _ in range(1100):
        await sites.change_days(town.sites[0][0], BEGINNING, END)
    worker = await town.add_worker(card=False)
    await town.assign(worker, town.sites[0][0])
    await say(town, tap(town, 1, clock.now(), person=1))
    await town.issue(1)
    await asyncio.wait_for(healing().step(), 30)
    assert await days_of(worker) == 1
