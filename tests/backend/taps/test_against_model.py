"""Any order, split, merge and repetition of reports gives what the plain model gives."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.kit import database
from backend.taps.intake import Incoming, Outcome, arrive
from backend.taps.rules import Verdict
from backend.taps.service import Answers, receive
from tests.backend.history.model import Day, Model, Touch
from tests.town import NOON, Reader, Town, report, tap

NOW = NOON + timedelta(days=3)
PEOPLE, SITES, READERS = 2, 2, 2

touches = st.builds(
    lambda reader, person, site, minutes, out: (reader, person, site, minutes, out),
    st.integers(0, READERS - 1),
    st.integers(0, PEOPLE - 1),
    st.integers(0, SITES - 1),
    st.integers(-2 * 24 * 4, 2 * 24 * 4).map(lambda quarter: quarter * 15),
    st.booleans(),
)
"""Reader, person, site, minutes from noon of the middle day, exit: quarters of an hour over four days, so they meet."""


@st.composite
def deliveries(draw: st.DrawFn) -> list[list[list[Touch]]]:
    """Transactions of reports of touches: shuffled, split, merged, repeated."""
    drawn = draw(st.lists(touches, min_size=1, max_size=14))
    made = [
        Touch((reader, sequence), person, site, NOON + timedelta(minutes=minutes), out)
        for sequence, (reader, person, site, minutes, out) in enumerate(drawn)
    ]
    sent = draw(st.permutations(made + draw(st.lists(st.sampled_from(made), max_size=6))))
    transactions: list[list[list[Touch]]] = []
    for touch in sent:
        where = draw(st.sampled_from(["same report", "new report", "new transaction"]))
        if not transactions or where == "new transaction":
            transactions.append([[touch]])
        elif where == "same report" and transactions[-1][-1][0].identity[0] == touch.identity[0]:
            transactions[-1][-1].append(touch)
        else:
            transactions[-1].append([touch])
    return transactions


def _incoming(town: Town, readers: list[Reader], touched: list[Touch]) -> Incoming:
    taps = [tap(town, one.identity[1], one.at, person=one.person, site=one.site, out=one.out) for one in touched]
    return arrive(readers[touched[0].identity[0]].known, report(taps, NOW), NOW)


def _said(outcome: Outcome | None) -> str:
    assert outcome is not None
    word = {Verdict.COUNTED: "counted ", Verdict.LEFT: "left "}.get(outcome.verdict)
    return f"{word}{outcome.work_date}" if word else "alone"


async def _kept_days(town: Town) -> dict[tuple[int, object, int], Day]:
    rows = await database.fetch("SELECT worker_id, work_date, site_id, entry_at, exit_at, taps FROM work_day")
    people = {worker: number for number, worker in enumerate(town.workers)}
    places = {site_id: number for number, (site_id, _) in enumerate(town.sites)}
    return {(people[row[0]], row[1], places[row[2]]): Day(row[3], row[4], row[5]) for row in rows if row[0] in people}


async def _kept_masks(town: Town) -> dict[tuple[int, object], int]:
    people = {worker: number for number, worker in enumerate(town.workers)}
    rows = await database.fetch("SELECT worker_id, month, bit_or(day_mask) FROM month_total GROUP BY 1, 2")
    return {(people[row[0]], row[1]): row[2] for row in rows if row[0] in people}


async def _lone_exits(town: Town) -> set[tuple[int, int, object]]:
    people = {worker: number for number, worker in enumerate(town.workers)}
    places = {site_id: number for number, (site_id, _) in enumerate(town.sites)}
    rows = await database.fetch("SELECT worker_id, site_id, exit_at FROM exit_waiting")
    return {(people[row[0]], places[row[1]], row[2]) for row in rows}


async def _careers(town: Town) -> dict[int, tuple[int, int]]:
    people: dict[UUID, int] = {worker: number for number, worker in enumerate(town.workers)}
    rows = await database.fetch("SELECT worker_id, days, records FROM career")
    return {people[row[0]]: (row[1], row[2]) for row in rows if row[1]}


@pytest.mark.usefixtures("rolled_back")
class TestAgainstModel:
    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(sent=deliveries())
    async def test_days_masks_and_answers_are_those_of_the_model(self, sent: list[list[list[Touch]]]) -> None:
        async with database.transaction() as db:
            await db.execute("SAVEPOINT example")
            try:
                town = await Town().build(PEOPLE, SITES, READERS)
                model = Model()
                for reports in sent:
                    answers: Answers = await receive([_incoming(town, town.readers, one) for one in reports])
                    said = [[_said(outcome) for outcome in outcomes] for outcomes in answers]
                    assert said == model.receive(reports)
                days = model.days()
                assert await _kept_days(town) == days
                assert await _kept_masks(town) == model.masks()
                assert await _lone_exits(town) == model.lone_exits()
                assert await _careers(town) == {
                    person: (
                        len({day for who, day, _ in days if who == person}),
                        len([1 for who, _, _ in days if who == person]),
                    )
                    for person in {who for who, _, _ in days}
                }
            finally:
                await db.execute("ROLLBACK TO SAVEPOINT example")
