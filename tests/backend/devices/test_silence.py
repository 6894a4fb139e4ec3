"""A reader that was heard on the days before and not today is told of once."""

from datetime import datetime, timedelta

import pytest

from backend.devices import silence
from backend.devices.silence import HEARD_WITHIN, watched_since
from backend.events.kinds import EventKind
from backend.kit import database
from tests.town import Town


def japan(said: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{said}+09:00")


@pytest.mark.parametrize(
    ("at", "since"),
    [
        ("20T09:29", None),
        ("20T09:30", "20T04:00"),
        ("20T23:59", "20T04:00"),
        ("21T03:59", None),
        ("22T12:00", None),
        ("23T09:30", "23T04:00"),
    ],
)
def test_a_morning_without_touches_says_something_from_half_past_nine_but_on_sundays(
    at: str, since: str | None
) -> None:
    assert watched_since(japan(at)) == (japan(since) if since else None)


async def heard(town: Town, at: datetime) -> None:
    await database.run_script("DELETE FROM reader_clock")
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO reader_clock (reader_id, epoch, highest, highest_before, boot_id, seen_at) "
            "VALUES ($1, 1, 1, 0, 'b', $2)",
            town.readers[0].known.id,
            at,
        )


async def told() -> int:
    rows = await database.fetch("SELECT count(*) FROM event WHERE kind = $1", EventKind.READER_SILENT)
    return int(rows[0][0])


@pytest.mark.usefixtures("rolled_back")
async def test_it_is_told_once_until_it_is_heard_again() -> None:
    town = await Town().build(1, readers=1)
    await heard(town, japan("19T17:00"))
    assert await silence.tell_silent(japan("20T09:00")) == 0
    assert await silence.tell_silent(japan("20T10:00")) == 1
    assert await silence.tell_silent(japan("20T11:00")) == 0
    assert await silence.tell_silent(japan("21T10:00")) == 0
    await heard(town, japan("21T12:00"))
    assert await silence.tell_silent(japan("21T13:00")) == 0
    assert await silence.tell_silent(japan("23T10:00")) == 1
    assert await told() == 2


@pytest.mark.usefixtures("rolled_back")
@pytest.mark.parametrize(
    ("change", "at"),
    [
        ("UPDATE reader SET revoked_at = now()", "19T17:00"),
        ("UPDATE site SET last_on = '2026-11-19'", "19T17:00"),
        ("SELECT", "20T07:00"),
    ],
)
async def test_one_that_was_stopped_whose_site_is_over_or_that_was_heard_is_not_told_of(change: str, at: str) -> None:
    town = await Town().build(1, readers=1)
    async with database.transaction() as db:
        await db.execute("UPDATE reader SET site_id = $1", town.sites[0][0])
    await heard(town, japan(at))
    await database.run_script(change)
    assert await silence.tell_silent(japan("20T10:00")) == 0


@pytest.mark.usefixtures("rolled_back")
async def test_one_that_was_silent_for_long_is_not_in_use() -> None:
    town = await Town().build(1, readers=1)
    await heard(town, japan("20T04:00") - HEARD_WITHIN - timedelta(minutes=1))
    assert await silence.tell_silent(japan("20T10:00")) == 0
