"""What is over goes; what is not stays."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from backend.accounts import passkeys
from backend.accounts import service as accounts
from backend.cleaning import clean, drop_event_months
from backend.enrolment import service as enrolment
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def test_months_of_events_go_30_days_after_their_end() -> None:
    async def months() -> list[str]:
        rows = await database.fetch(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'event'::regclass"
        )
        return sorted(row[0] for row in rows)

    await drop_event_months(date(2026, 3, 1))
    assert "event_202602" not in await months()
    assert "event_202603" in await months()


async def test_an_event_of_today_survives_cleaning() -> None:
    worker = uuid4()
    await events.record(EventKind.DAY_COUNTED, "{}", worker)
    await clean()
    assert len(await events.about([worker], UUID(int=0))) == 1


async def test_sessions_that_are_over_go() -> None:
    now, account = clock.now(), uuid4()
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, NULL, 'somebody', $2)", account, now)
    over = await accounts.open_session(account, now - accounts.SESSION_LASTS - timedelta(seconds=1))
    still = await accounts.open_session(account, now)
    assert await accounts.find_account(over, now) is None
    await clean()
    assert len(await database.fetch("SELECT FROM session")) == 1
    assert await accounts.find_account(still, now) is not None


async def test_questions_and_codes_that_are_over_go_and_open_ones_stay() -> None:
    now, long_ago = clock.now(), clock.now() - timedelta(days=15)
    for at in (now, long_ago):
        town = await Town().build(1, 0, 0)
        await passkeys.ask_sign_in(at)
        await enrolment.give_code(town.workers[0], at, by=None)
    await clean()
    for table in ("challenge", "enrolment_code"):
        (row,) = await database.fetch(f"SELECT count(*), min(expires_at) FROM {table}")
        assert row[0] == 1
        assert row[1] > now
