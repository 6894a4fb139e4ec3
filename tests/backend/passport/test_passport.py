"""What the phone is told: today, the month in dots, the career; in the reader's language; live."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import httpx
import msgspec
import pytest

from backend.accounts import service as accounts
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.kit.signals import OwnSignals
from backend.passport.answers import PassportAnswer
from backend.passport.live import Watching
from backend.passport.rules import DayState, mark_days, strongest
from backend.passport.service import get_passport
from backend.taps.intake import arrive
from backend.taps.messages import Tap
from backend.taps.service import receive
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

FRIDAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""Noon in Japan."""


async def touch(town: Town, *taps: Tap, at: datetime = FRIDAY) -> None:
    await receive([arrive(town.readers[0].known, report(list(taps), at), at)])


async def passport_of(town: Town, at: datetime = FRIDAY, language: Language = Language.JA) -> PassportAnswer:
    return await get_passport(town.workers[0], at, language)


async def test_a_worker_without_records_sees_a_passport_and_no_figures() -> None:
    passport = await passport_of(await Town().build())
    assert (passport.today.state, passport.today.career_day, passport.career.days) == (DayState.NONE, None, 0)
    assert passport.months == []
    assert passport.worker.trade is not None
    assert (passport.worker.trade.code, passport.worker.trade.name) == ("10-01", "鉄筋工")


@pytest.mark.parametrize(
    ("number", "language", "code", "name"),
    [
        (1001, Language.JA_EASY, "10-01", "｜鉄筋工《てっきんこう》"),
        (1001, Language.EN, "10-01", "Reinforcing-bar worker"),
        (1077, Language.JA, "10-77", "鉄筋工"),  # a minor that is not known to us
    ],
)
async def test_the_trade_is_named_in_the_readers_language(
    number: int, language: Language, code: str, name: str
) -> None:
    town = await Town().build()
    await database.fetch("UPDATE worker SET main_trade = $2 WHERE id = $1", town.workers[0], number)
    trade = (await passport_of(town, language=language)).worker.trade
    assert trade is not None
    assert (trade.code, trade.name) == (code, name)


async def test_a_counted_day_is_todays_and_the_months_and_the_careers() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY - timedelta(hours=4)), tap(town, 2, FRIDAY, out=True))
    passport = await passport_of(town)
    (visit,) = passport.today.visits
    assert (passport.today.state, passport.today.career_day) == (DayState.COUNTED, 1)
    assert visit.entry_at is not None
    assert visit.entry_at.isoformat() == "2026-11-20T08:00:00+09:00"
    assert visit.exit_at is not None
    assert (passport.month.counted, [one.days for one in passport.months]) == (1, [1])


async def test_two_sites_are_two_visits_and_one_day() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY - timedelta(hours=4)), tap(town, 2, FRIDAY, site=1))
    passport = await passport_of(town)
    assert (len(passport.today.visits), passport.month.counted, passport.career.days) == (2, 1, 1)


async def test_a_night_shift_belongs_to_the_evening_and_this_morning_is_not_yet() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY - timedelta(hours=15)), tap(town, 2, FRIDAY - timedelta(hours=6), out=True))
    passport = await passport_of(town)
    marks = {one.date: one.state for one in passport.month.days}
    assert (passport.today.state, marks[date(2026, 11, 19)]) == (DayState.NONE, DayState.COUNTED)


async def test_a_stopped_day_names_the_company_that_can_mend_it_and_until_when() -> None:
    town = await Town().build(assigned=False)
    await touch(town, tap(town, 1, FRIDAY))
    passport = await passport_of(town)
    (visit,) = passport.today.visits
    assert passport.today.state is DayState.STOPPED
    assert visit.reason is not None
    assert (visit.reason.code, visit.reason.until) == ("structure_missing", date(2026, 12, 31))
    assert "見本建設" in visit.reason.who
    english = await passport_of(town, language=Language.EN)
    assert english.today.visits[0].reason is not None
    assert "worker list" in english.today.visits[0].reason.why


async def test_a_day_that_the_prime_must_confirm_waits() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY - timedelta(hours=2), boot="lost"))
    passport = await passport_of(town)
    assert (passport.today.state, passport.month.waiting, passport.month.counted) == (DayState.WAITING, 1, 0)


async def test_a_lone_exit_is_a_stopped_day_until_its_entry_comes() -> None:
    town = await Town().build()
    await touch(town, tap(town, 2, FRIDAY, out=True))
    passport = await passport_of(town)
    assert passport.today.visits[0].reason is not None
    assert passport.today.visits[0].reason.code == "exit_without_entry"
    await touch(town, tap(town, 1, FRIDAY - timedelta(hours=4)))
    assert (await passport_of(town)).today.state is DayState.COUNTED


async def test_foreman_days_are_counted_apart() -> None:
    town = await Town().build(1, 1, assigned=False)
    await town.assign(town.workers[0], town.sites[0][0], position=2)
    await touch(town, tap(town, 1, FRIDAY))
    assert (await passport_of(town)).career.foreman_days == 1


async def test_an_unknown_worker_has_no_passport() -> None:
    with pytest.raises(NotFoundError):
        await get_passport(uuid4(), FRIDAY, Language.JA)


def test_the_month_is_marked_as_it_is_known() -> None:
    today, holidays = date(2026, 11, 20), {date(2026, 11, 3), date(2026, 11, 23)}
    marks = mark_days(date(2026, 11, 1), today, {date(2026, 11, 7): DayState.COUNTED}, holidays)
    assert len(marks) == 30
    assert [marks[date(2026, 11, day)] for day in (1, 2, 3, 7, 20, 23, 24)] == [
        DayState.OFF,
        DayState.NONE,
        DayState.OFF,
        DayState.COUNTED,
        DayState.FUTURE,
        DayState.OFF,
        DayState.FUTURE,
    ]


def test_counted_is_stronger_than_stopped_and_stopped_than_waiting() -> None:
    assert strongest(DayState.STOPPED, DayState.COUNTED) is DayState.COUNTED
    assert strongest(DayState.STOPPED, DayState.WAITING) is DayState.STOPPED


async def test_only_who_is_signed_in_sees_a_passport(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    response = await client.get("/v1/passport")
    assert (response.status_code, response.json()["code"]) == (401, "not_signed_in")
    account = uuid4()
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, $2, 'taro', now())", account, town.workers[0])
    signed_in = await client.post("/v1/sample/login", json={"person": "taro"})
    assert signed_in.status_code == 204
    cookie = signed_in.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    response = await client.get("/v1/passport", headers={"accept-language": "en"})
    assert response.status_code == 200
    assert msgspec.convert(response.json(), PassportAnswer).worker.name == "見本 太郎"
    await client.post("/v1/logout")
    client.cookies.clear()
    assert (await client.get("/v1/passport")).status_code == 401


async def test_an_account_of_no_worker_is_told_so(client: httpx.AsyncClient) -> None:
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, NULL, 'office', now())", uuid4())
    await client.post("/v1/sample/login", json={"person": "office"})
    response = await client.get("/v1/passport")
    assert (response.status_code, response.json()["code"]) == (403, "not_a_worker")


async def test_sample_logins_exist_only_on_a_loopback_origin(client: httpx.AsyncClient) -> None:
    for headers in ({"host": "passport.example"}, {"host": "localhost.example:8000"}):
        response = await client.get("/v1/sample/people", headers=headers)
        assert (response.status_code, response.json()["code"]) == (404, "sample_only")


async def test_sample_people_are_told_in_the_callers_language(client: httpx.AsyncClient) -> None:
    said = json.dumps({language.value: f"in {language}" for language in Language})
    async with database.transaction() as db:
        await db.execute("INSERT INTO sample_person VALUES ('new', 1, '見本', 2, $1, $1)", said)
        await db.execute("INSERT INTO sample_person VALUES ('old', 2, '見本', 2, '鉄筋工', '見本の話')")
    new, old = (await client.get("/v1/sample/people", headers={"accept-language": "vi"})).json()["people"]
    assert (new["trade"], new["story"]) == ("in vi", "in vi")
    assert (old["trade"], old["story"]) == ("鉄筋工", "見本の話")


async def test_a_session_is_kept_as_a_hash_only() -> None:
    now, account = clock.now(), uuid4()
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, NULL, 'somebody', $2)", account, now)
    token = await accounts.open_session(account, now)
    (row,) = await database.fetch("SELECT token_hash FROM session")
    assert token.encode() not in row[0]


async def test_every_open_phone_of_a_worker_is_told_once_even_one_opened_later() -> None:
    watching, worker = Watching(OwnSignals()), uuid4()
    await events.record(EventKind.DAY_COUNTED, "{}", worker)
    async with watching.watch(worker) as first:
        await events.record(EventKind.DAY_CHANGED, "{}", worker)
        async with watching.watch(worker) as second:
            await events.record(EventKind.DAY_HEALED, "{}", worker)
            for _ in range(3):
                await watching.read_once()
            told = [[queue.get_nowait().kind for _ in range(queue.qsize())] for queue in (first, second)]
    assert told == [[EventKind.DAY_CHANGED, EventKind.DAY_HEALED], [EventKind.DAY_HEALED]]


async def test_that_somebody_is_to_be_judged_wakes_no_phone_and_what_comes_of_it_does() -> None:
    watching, worker = Watching(OwnSignals()), uuid4()
    async with watching.watch(worker) as waiting:
        for kind in (EventKind.LEVEL_DUE, EventKind.LEVEL_REACHED):
            await events.record(kind, "{}", worker)
        await watching.read_once()
        assert waiting.get_nowait().kind is EventKind.LEVEL_REACHED
        assert waiting.empty()


async def test_a_nudge_ends_the_wait_at_once() -> None:
    signals = OwnSignals()
    waiting = asyncio.create_task(signals.wait(60))
    await asyncio.sleep(0)
    signals.nudge()
    await asyncio.wait_for(waiting, 1)
