"""A claim's way: kept, approved or refused by the prime contractor, never by time; a correction keeps what was."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.history import claims
from backend.history.checks import compare_totals
from backend.history.claiming import Accepted, Claimed, ClaimKind, ClaimRefusal, Refused, Verdict
from backend.history.corrections import Correction, correct
from backend.history.errors import (
    ClaimDecidedError,
    ClaimIdUsedError,
    NothingToCorrectError,
    NotListedError,
    WhyMissingError,
)
from backend.history.evidence import Grade, grade, unpack
from backend.kit import database
from backend.kit.errors import NotFoundError
from backend.taps.intake import arrive
from backend.taps.service import receive
from tests.town import Town, report, tap

in_one = pytest.mark.usefixtures("rolled_back")

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CLERK = uuid4()
"""The account of somebody at the prime contractor's."""


def japan(text: str) -> datetime:
    return datetime.fromisoformat(text + "+09:00")


def entry_of(town: Town, day: date, kind: ClaimKind = ClaimKind.MISSED_DAY, site: int = 0) -> claims.Entry:
    timed = kind in {ClaimKind.MISSED_DAY, ClaimKind.WRONG_TIMES}
    times = (japan(f"{day}T07:40"), japan(f"{day}T17:05")) if timed else (None, None)
    return claims.Entry(Claimed(kind, day, *times), town.sites[site][1], "カードをわすれました")


async def claim(
    town: Town, day: date, kind: ClaimKind = ClaimKind.MISSED_DAY, *, person: int = 0, site: int = 0
) -> tuple[UUID, Verdict]:
    claim_id = uuid4()
    verdict, _ = await claims.claim(claim_id, town.workers[person], entry_of(town, day, kind, site), now=NOW)
    return claim_id, verdict


async def approve(town: Town, claim_id: UUID, *, person: int = 0, at: datetime = NOW) -> None:
    await claims.decide(claim_id, town.workers[person], approve=True, by_account=CLERK, why="", at=at)


async def kinds(town: Town) -> list[EventKind]:
    return [event.kind for event in await events.about([town.workers[0]], UUID(int=0))]


async def totals_hold() -> bool:
    return not any(one.not_derived or one.not_kept for one in await compare_totals())


TUESDAY = date(2026, 11, 17)


@in_one
async def test_an_approved_claim_counts_the_day_with_the_weakest_grade_and_the_day_of_approval() -> None:
    town = await Town().build()
    claim_id, verdict = await claim(town, TUESDAY)
    assert verdict == Accepted(TUESDAY)
    assert not await database.fetch("SELECT FROM work_day"), "a claim alone counts nothing"
    await approve(town, claim_id, at=NOW + timedelta(days=3))
    (row,) = await database.fetch("SELECT * FROM work_day")
    assert grade(unpack(row["evidence"])) is Grade.E
    assert (row["work_date"], row["recognised_on"], row["approved_on"]) == (
        TUESDAY,
        date(2026, 11, 20),
        date(2026, 11, 23),
    )
    assert (row["entry_at"], row["exit_at"]) == (japan("2026-11-17T07:40"), japan("2026-11-17T17:05"))
    wanted = {EventKind.DAY_CLAIMED, EventKind.DAY_COUNTED, EventKind.CLAIM_APPROVED}
    assert wanted <= set(await kinds(town))
    assert await totals_hold()


@in_one
async def test_a_claim_sent_twice_is_kept_once_and_another_content_is_refused() -> None:
    town = await Town().build()
    claim_id, entry = uuid4(), entry_of(town, TUESDAY)
    first = await claims.claim(claim_id, town.workers[0], entry, now=NOW)
    again = await claims.claim(claim_id, town.workers[0], entry, now=NOW + timedelta(days=90))
    assert first == again
    assert len(await claims.list_claims(town.workers[0])) == 1
    with pytest.raises(ClaimIdUsedError):
        await claims.claim(claim_id, town.workers[0], entry._replace(why="ちがう"), now=NOW)
    assert (await kinds(town)).count(EventKind.DAY_CLAIMED) == 1


@in_one
async def test_the_same_id_of_another_worker_is_another_claim() -> None:
    town = await Town().build()
    claim_id = uuid4()
    await claims.claim(claim_id, town.workers[0], entry_of(town, TUESDAY), now=NOW)
    await claims.claim(claim_id, town.workers[1], entry_of(town, TUESDAY, site=1), now=NOW)
    assert len(await database.fetch("SELECT FROM claim")) == 2


@in_one
async def test_a_refused_claim_says_why_and_counts_nothing() -> None:
    town = await Town().build()
    claim_id, _ = await claim(town, TUESDAY)
    with pytest.raises(WhyMissingError):
        await claims.decide(claim_id, town.workers[0], approve=False, by_account=CLERK, why=" ", at=NOW)
    await claims.decide(claim_id, town.workers[0], approve=False, by_account=CLERK, why="その日は休工日です", at=NOW)
    (kept,) = await claims.list_claims(town.workers[0])
    assert (kept["approved"], kept["decided_why"]) == (False, "その日は休工日です")
    assert not await database.fetch("SELECT FROM work_day")
    assert EventKind.CLAIM_REFUSED in await kinds(town)
    with pytest.raises(ClaimDecidedError):
        await approve(town, claim_id)
    assert isinstance((await claim(town, TUESDAY))[1], Accepted), "what was refused may be claimed anew"


@in_one
async def test_a_decision_given_twice_changes_nothing_more() -> None:
    town = await Town().build()
    claim_id, _ = await claim(town, TUESDAY)
    await approve(town, claim_id)
    before = await kinds(town)
    await approve(town, claim_id)
    assert await kinds(town) == before


@in_one
async def test_nobody_is_approved_who_is_not_on_the_list_or_does_not_exist() -> None:
    town = await Town().build(assigned=False)
    claim_id, verdict = await claim(town, TUESDAY)
    assert isinstance(verdict, Accepted), "the claim is kept, so that the limit does not run out"
    with pytest.raises(NotListedError):
        await approve(town, claim_id)
    await town.assign(town.workers[0], town.sites[0][0])
    await approve(town, claim_id)
    assert len(await database.fetch("SELECT FROM work_day")) == 1
    with pytest.raises(NotFoundError):
        await approve(town, uuid4())


@in_one
async def test_many_are_decided_at_once_and_one_that_cannot_be_holds_up_no_other() -> None:
    town = await Town().build(3, 1, assigned=False)
    for person in (0, 2):
        await town.assign(town.workers[person], town.sites[0][0])
    made = [await claim(town, TUESDAY, person=person) for person in range(3)]
    decisions = [claims.Decision(town.workers[person], made[person][0], approve=True) for person in range(3)]
    decided = await claims.decide_all([*decisions, decisions[0]], by_account=CLERK, at=NOW)
    assert [type(one.error) for one in decided] == [type(None), NotListedError, type(None), type(None)]
    assert len(await database.fetch("SELECT FROM work_day")) == 2
    assert await totals_hold()


@in_one
async def test_a_day_counted_meanwhile_is_not_counted_again() -> None:
    town = await Town().build()
    claim_id, _ = await claim(town, TUESDAY)
    touch = tap(town, 1, japan("2026-11-17T07:55"))
    await receive([arrive(town.readers[0].known, report([touch], NOW), NOW)])
    await approve(town, claim_id)
    (row,) = await database.fetch("SELECT entry_at, taps FROM work_day")
    assert tuple(row) == (touch.at, 1)
    assert (await claim(town, TUESDAY))[1] == Refused(ClaimRefusal.ALREADY_COUNTED)
    assert await totals_hold()


@in_one
async def test_an_approved_claim_takes_up_the_exit_that_waited_and_releases_the_held_day() -> None:
    town = await Town().build(assigned=False)
    touches = [tap(town, 1, japan("2026-11-17T07:30")), tap(town, 2, japan("2026-11-17T18:00"), out=True)]
    await receive([arrive(town.readers[0].known, report(touches, NOW), NOW)])
    assert len(await database.fetch("SELECT FROM held_day")) == 1
    claim_id, _ = await claim(town, TUESDAY)
    await town.assign(town.workers[0], town.sites[0][0])
    await approve(town, claim_id)
    assert not await database.fetch("SELECT FROM held_day")
    assert not await database.fetch("SELECT FROM exit_waiting")
    (row,) = await database.fetch("SELECT exit_at FROM work_day")
    assert row[0] == touches[1].at


@in_one
async def test_nothing_is_approved_by_time_but_the_operator_hears_of_silence_after_14_days() -> None:
    town = await Town().build()
    claim_id, _ = await claim(town, TUESDAY)
    assert not await claims.list_silent(NOW + timedelta(days=14))
    (silent,) = await claims.list_silent(NOW + timedelta(days=14, seconds=1))
    assert (silent["id"], silent["approved"]) == (claim_id, None)
    (waiting,) = await claims.list_waiting(town.sites[0][0])
    assert waiting["id"] == claim_id
    await approve(town, claim_id, at=NOW + timedelta(days=100))
    assert not await claims.list_silent(NOW + timedelta(days=200)), "approving does not end with the month"


async def counted(town: Town, day: date = TUESDAY, site: int = 0) -> None:
    claim_id, _ = await claim(town, day, site=site)
    await approve(town, claim_id)


@in_one
async def test_a_correction_keeps_the_old_values_who_and_why() -> None:
    town = await Town().build()
    await counted(town)
    (before,) = await database.fetch("SELECT * FROM work_day")
    new = (japan("2026-11-17T08:00"), japan("2026-11-17T17:30"))
    day = (town.workers[0], TUESDAY, town.sites[0][0])
    await correct(Correction(*day, *new, "写真で確かめた"), by_account=CLERK, at=NOW)
    (after,) = await database.fetch("SELECT * FROM work_day")
    (kept,) = await database.fetch("SELECT * FROM correction")
    assert (after["entry_at"], after["exit_at"]) == new
    for name in ("entry_at", "exit_at", "acted_at", "received_at", "assignment_id", "evidence", "taps", "stamps"):
        assert kept[f"old_{name}"] == before[name]
    assert (kept["corrected_by"], kept["why"], kept["taken_away"]) == (CLERK, "写真で確かめた", False)
    assert EventKind.DAY_CORRECTED in await kinds(town)
    assert await totals_hold()


@in_one
async def test_a_day_taken_away_leaves_mask_career_and_site_and_can_be_claimed_again() -> None:
    town = await Town().build()
    await counted(town)
    await counted(town, date(2026, 11, 18))
    claim_id, verdict = await claim(town, TUESDAY, ClaimKind.NOT_THERE)
    assert isinstance(verdict, Accepted)
    await approve(town, claim_id)
    (career,) = await database.fetch("SELECT days, records, first_on, last_on FROM career")
    assert tuple(career) == (1, 1, date(2026, 11, 18), date(2026, 11, 18))
    (kept,) = await database.fetch("SELECT taken_away, claim_id FROM correction")
    assert tuple(kept) == (True, claim_id)
    assert await totals_hold()
    await counted(town)
    assert await totals_hold()


@in_one
async def test_what_is_not_there_cannot_be_corrected() -> None:
    town = await Town().build()
    assert (await claim(town, TUESDAY, ClaimKind.WRONG_TIMES))[1] == Refused(
        ClaimRefusal.NOTHING_TO_CORRECT, date(2026, 12, 31)
    )
    with pytest.raises(NothingToCorrectError):
        await correct(Correction(town.workers[0], TUESDAY, town.sites[0][0], None, None, ""), by_account=CLERK, at=NOW)


@in_one
async def test_a_report_of_something_else_is_answered_and_changes_nothing() -> None:
    town = await Town().build()
    await counted(town)
    before = await database.fetch("SELECT * FROM work_day")
    claim_id, _ = await claim(town, TUESDAY, ClaimKind.SOMETHING_ELSE)
    await claims.decide(claim_id, town.workers[0], approve=True, by_account=CLERK, why="名簿を直しました", at=NOW)
    assert await database.fetch("SELECT * FROM work_day") == before


STEPS = st.tuples(
    st.sampled_from(["tap", "out", "claim", "times", "away", "refuse"]),
    st.integers(10, 15),
    st.integers(0, 1),
    st.integers(0, 1),
)


@in_one
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=1, max_size=14))
async def test_whatever_is_tapped_claimed_and_corrected_the_totals_follow_from_the_history(
    steps: list[tuple[str, int, int, int]],
) -> None:
    town = await Town().build(2, 2, 1)
    expected: set[tuple[int, int, int]] = set()
    for sequence, (what, number, person, site) in enumerate(steps):
        await take(town, sequence, what, number, person, site, expected)
    rows = await database.fetch(
        "SELECT worker_id, work_date, site_id FROM work_day WHERE worker_id = ANY ($1::uuid[])", town.workers
    )
    sites = [site_id for site_id, _ in town.sites]
    found = {(town.workers.index(row[0]), row[1].day, sites.index(row[2])) for row in rows}
    assert found == expected
    assert await totals_hold()


async def take(
    town: Town, sequence: int, what: str, number: int, person: int, site: int, expected: set[tuple[int, int, int]]
) -> None:
    """Do one step, and say what should be counted after it."""
    key, day = (person, number, site), date(2026, 11, number)
    if what in {"tap", "out"}:
        hour = "08:00" if what == "tap" else "17:00"
        touch = tap(town, sequence, japan(f"{day}T{hour}"), person=person, site=site, out=what == "out")
        await receive([arrive(town.readers[0].known, report([touch], NOW), NOW)])
        if what == "tap":
            expected.add(key)
        return
    asked = {"claim": ClaimKind.MISSED_DAY, "times": ClaimKind.WRONG_TIMES, "away": ClaimKind.NOT_THERE}
    claim_id, verdict = await claim(town, day, asked.get(what, ClaimKind.MISSED_DAY), person=person, site=site)
    if isinstance(verdict, Refused):
        assert (key in expected) is (what in {"claim", "refuse"})
        return
    decision = claims.Decision(town.workers[person], claim_id, what != "refuse", "なし")
    (decided,) = await claims.decide_all([decision], by_account=CLERK, at=NOW)
    assert decided.error is None
    if what == "claim":
        expected.add(key)
    if what == "away":
        expected.discard(key)


@pytest.mark.usefixtures("committed")
async def test_claims_corrections_and_taps_that_meet_lose_nothing() -> None:
    town = await Town().build(1, 2, 1)
    days = [date(2026, 11, number) for number in range(3, 15)]
    touches = [tap(town, n, japan(f"{day}T08:00"), site=n % 2) for n, day in enumerate(days)]
    claimed = [(await claim(town, day, site=1 - n % 2))[0] for n, day in enumerate(days)]
    taken = [
        Correction(town.workers[0], day, town.sites[1 - n % 2][0], None, None, "") for n, day in enumerate(days[:6])
    ]
    await asyncio.gather(
        *[receive([arrive(town.readers[0].known, report([touch], NOW), NOW)]) for touch in touches],
        *[approve(town, claim_id) for claim_id in claimed],
    )
    later = [tap(town, 100 + n, japan(f"2026-11-{15 + n}T08:00")) for n in range(6)]
    await asyncio.gather(
        *[
            what
            for one, touch in zip(taken, later, strict=True)
            for what in (
                correct(one, by_account=CLERK, at=NOW),
                receive([arrive(town.readers[0].known, report([touch], NOW), NOW)]),
            )
        ],
    )
    (career,) = await database.fetch("SELECT days, records FROM career")
    assert tuple(career) == (18, 24)
    assert await totals_hold()


@pytest.mark.usefixtures("committed")
async def test_a_correction_waits_for_the_touch_that_is_just_being_counted() -> None:
    town = await Town().build(1, 1, 1)
    await counted(town)
    begun = asyncio.Event()

    async def touch_slowly() -> None:
        touch = tap(town, 1, japan("2026-11-18T08:00"))
        async with database.transaction():
            await receive([arrive(town.readers[0].known, report([touch], NOW), NOW)])
            begun.set()
            await asyncio.sleep(0.3)

    async def take_away() -> None:
        await begun.wait()
        gone = Correction(town.workers[0], TUESDAY, town.sites[0][0], None, None, "")
        await correct(gone, by_account=CLERK, at=NOW)

    await asyncio.gather(touch_slowly(), take_away())
    (career,) = await database.fetch("SELECT days, first_on FROM career")
    assert tuple(career) == (1, date(2026, 11, 18))
    assert await totals_hold()
