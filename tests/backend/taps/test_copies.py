"""Many at once: copies of one report, many readers and one worker, and transactions that get into each other's way."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import asyncpg
import pytest

from backend.events.kinds import EventKind
from backend.history.checks import compare_totals
from backend.history.retrying import _AGAIN, TRIES, TurnTakenError
from backend.kit import database
from backend.taps import service
from backend.taps.gathering import Gathering
from backend.taps.intake import Incoming, arrive
from backend.taps.rules import Verdict
from backend.taps.service import Answers, receive
from tests.town import NOON, Town, report, tap

COPIES = 20
NOW = NOON + timedelta(hours=6)


@pytest.fixture
async def town(committed: str) -> Town:
    return await Town().build(people=3, places=2, readers=COPIES)


class Attempts:
    """How often a transaction was begun, and how often it had to begin again."""

    def __init__(self, attempt: Callable[[Sequence[Incoming]], Awaitable[Answers]]) -> None:
        self._attempt = attempt
        self.begun = 0
        self.errors: list[type[Exception]] = []

    async def __call__(self, incoming: Sequence[Incoming]) -> Answers:
        self.begun += 1
        try:
            return await self._attempt(incoming)
        except Exception as error:
            self.errors.append(type(error))
            raise


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Attempts:
    counted = Attempts(service._receive_once)
    monkeypatch.setattr(service, "_receive_once", counted)
    return counted


async def count(table: str) -> int:
    found: int = (await database.fetch(f"SELECT count(*) FROM {table}"))[0][0]
    return found


async def nothing_differs() -> bool:
    return not any(one.not_derived or one.not_kept for one in await compare_totals())


@pytest.mark.parametrize("taps", [1, 3, 300], ids=["a single touch", "a few", "a large report"])
async def test_twenty_simultaneous_copies_make_one_tap_one_day_and_one_answer(town: Town, taps: int) -> None:
    touched = [tap(town, n + 1, NOON - timedelta(days=n // 3), person=n % 3) for n in range(taps)]
    copy = arrive(town.readers[0].known, report(touched, NOW), NOW)
    answers = await asyncio.gather(*(receive([copy]) for _ in range(COPIES)))
    assert all(one == answers[0] for one in answers)
    assert all(outcome is not None for outcome in answers[0][0])
    assert await count("tap") == taps
    counted = {(outcome.work_date, n % 3) for n, outcome in enumerate(answers[0][0]) if outcome and outcome[0] == 1}
    assert await count("work_day") == len(counted)
    assert await nothing_differs()


async def test_copies_that_are_gathered_by_two_processes_are_one(town: Town) -> None:
    copy = arrive(town.readers[0].known, report([tap(town, 1, NOON)], NOW), NOW)
    gatherings = [Gathering(), Gathering()]
    answers = await asyncio.gather(*(gatherings[n % 2].submit(copy) for n in range(COPIES)))
    assert answers == [[(Verdict.COUNTED, NOON.date())]] * COPIES
    assert await count("tap") == await count("work_day") == 1
    counted = "SELECT FROM event WHERE kind = $1"
    assert len(await database.fetch(counted, EventKind.DAY_COUNTED)) == 1


async def test_twenty_readers_touched_by_one_worker_make_one_day_of_twenty_touches(
    town: Town, attempts: Attempts
) -> None:
    incoming = [
        arrive(reader.known, report([tap(town, 1, NOON + timedelta(minutes=n))], NOW), NOW)
        for n, reader in enumerate(town.readers)
    ]
    answers = await asyncio.gather(*(receive([one]) for one in incoming))
    assert answers == [[[(Verdict.COUNTED, NOON.date())]]] * COPIES
    assert [tuple(row) for row in await database.fetch("SELECT entry_at, taps FROM work_day")] == [(NOON, COPIES)]
    assert await count("tap") == COPIES
    assert [tuple(row) for row in await database.fetch("SELECT days, records FROM career")] == [(1, 1)]
    assert await nothing_differs()
    assert attempts.begun > COPIES, "nobody was in anybody's way: this test shows nothing"
    assert len(attempts.errors) == attempts.begun - COPIES
    assert set(attempts.errors) <= set(_AGAIN)


async def test_a_transaction_that_ends_in_a_deadlock_runs_again(town: Town, committed: str, attempts: Attempts) -> None:
    reader = town.readers[0].known
    await receive([arrive(reader, report([tap(town, 1, NOON - timedelta(days=1))], NOW), NOW)])
    other = await asyncpg.connect(committed)
    try:
        await other.execute("BEGIN; SET LOCAL deadlock_timeout = '60s'")  # so that the pipeline is the one to give way
        await other.execute("SELECT FROM career FOR UPDATE")
        received = asyncio.create_task(receive([arrive(reader, report([tap(town, 2, NOON)], NOW), NOW)]))
        await _until_waiting(other)
        await asyncio.wait_for(other.execute("UPDATE reader_clock SET boot_id = boot_id"), 20)
        await other.execute("COMMIT")
        assert await received == [[(Verdict.COUNTED, NOON.date())]]
    finally:
        await other.close()
    assert set(attempts.errors) == {asyncpg.DeadlockDetectedError}
    assert (await count("tap"), await count("work_day")) == (2, 2)
    assert await nothing_differs()


async def _until_waiting(connection: asyncpg.Connection) -> None:
    """Wait until somebody waits for a row that this connection has locked."""
    waiting = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
    async with asyncio.timeout(10):
        while not await connection.fetchval(waiting):  # noqa: ASYNC110  another session waits, and sends us no event
            await asyncio.sleep(0.01)


async def test_a_transaction_that_is_never_let_through_says_so(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_: Sequence[Incoming]) -> Answers:
        raise TurnTakenError

    monkeypatch.setattr(service, "_receive_once", Attempts(never))
    with pytest.raises(TurnTakenError):
        await receive([arrive(town.readers[0].known, report([tap(town, 1, NOON)], NOW), NOW)])
    assert service._receive_once.begun == TRIES  # type: ignore[attr-defined]  # ours
