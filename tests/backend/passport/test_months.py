"""A month as calendar and list, a day as its chain, a year in totals; claims over the API."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.history import claims
from backend.history.corrections import Correction, correct
from backend.history.rules import work_date
from backend.kit import clock, database
from backend.kit.refusals import Language
from backend.passport.months import get_day, get_month, get_year
from backend.passport.rules import DayState, Step, StepState, read_day, read_month, read_year
from backend.taps.intake import arrive
from backend.taps.messages import Presented, Tap
from backend.taps.service import receive
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

FRIDAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
NOVEMBER = date(2026, 11, 1)


async def touch(town: Town, *taps: Tap, at: datetime = FRIDAY) -> None:
    await receive([arrive(town.readers[0].known, report(list(taps), at), at)])


async def test_a_month_lists_every_day_with_its_visits() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY), tap(town, 2, FRIDAY - timedelta(days=1), site=1))
    month = await get_month(town.workers[0], NOVEMBER, TODAY, Language.JA)
    assert (month.month, month.counted, len(month.days)) == ("2026-11", 2, 30)
    assert [(day.date.day, len(day.visits)) for day in month.days if day.visits] == [(19, 1), (20, 1)]
    empty = await get_month(town.workers[0], date(2026, 2, 1), TODAY, Language.JA)
    assert (empty.counted, len(empty.days)) == (0, 28)


async def test_a_day_tells_everything_that_is_kept_of_it() -> None:
    """The fields of D11, three times, two dates, the approval day, the evidence and the chain."""
    town = await Town().build(1, 1)
    seen = tap(town, 1, FRIDAY, presented=Presented.SECURE_CARD)
    await touch(town, seen, tap(town, 2, FRIDAY + timedelta(hours=1), out=True), at=FRIDAY + timedelta(hours=2))
    day = await get_day(town.workers[0], TODAY, TODAY, Language.EN)
    (visit,) = day.visits
    assert visit.record is not None
    assert (visit.record.employer, visit.record.prime, visit.record.first_tier) == ("見本建設", "見本建設", None)
    assert (visit.record.tier, visit.record.position) == (1, "worker")
    assert visit.record.trade is not None
    assert visit.record.trade.code == "10-01"
    assert visit.times.entry_at == visit.times.acted_at == FRIDAY
    assert visit.times.received_at == FRIDAY + timedelta(hours=2)
    assert (visit.recognised_on, visit.approved_on, day.enter_until) == (TODAY, TODAY, date(2026, 12, 31))
    assert (visit.evidence.presented, visit.evidence.device, visit.evidence.grade) == ("secureCard", "reader", "A")
    assert [(one.step, one.state) for one in visit.chain] == [
        (Step.TAP, StepState.DONE),
        (Step.WORK_DAY, StepState.DONE),
        (Step.EXPECTED, StepState.LATER),
        (Step.CONFIRMED, StepState.LATER),
    ]


async def test_the_chain_is_cut_where_the_day_stopped_and_says_why_there() -> None:
    town = await Town().build(assigned=False)
    await touch(town, tap(town, 1, FRIDAY))
    (visit,) = (await get_day(town.workers[0], TODAY, TODAY, Language.JA)).visits
    stopped = visit.chain[1]
    assert (stopped.step, stopped.state, visit.record) == (Step.WORK_DAY, StepState.STOPPED, None)
    assert stopped.reason is not None
    assert (stopped.reason.code, stopped.reason.until) == ("structure_missing", date(2026, 12, 31))
    assert "見本建設" in stopped.reason.who


async def test_a_correction_is_shown_with_what_stood_there_before() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY))
    gone = Correction(town.workers[0], TODAY, town.sites[0][0], None, None, "別の人のカードでした")
    await correct(gone, by_account=uuid4(), at=FRIDAY)
    day = await get_day(town.workers[0], TODAY, TODAY, Language.JA)
    (correction,) = day.corrections
    assert (day.state, day.visits, correction.taken_away) == (DayState.FUTURE, [], True)
    assert (correction.entry_at_before, correction.why, correction.by) == (FRIDAY, gone.why, "見本建設")


async def test_a_year_sums_days_by_month_trade_and_position() -> None:
    town = await Town().build(1, 1, assigned=False)
    other, _ = await town.add_site()
    await town.assign(town.workers[0], town.sites[0][0])
    await town.assign(town.workers[0], other, trade=3401, position=2)
    taps = [tap(town, 1, FRIDAY), tap(town, 2, FRIDAY, site=1), tap(town, 3, FRIDAY - timedelta(days=20), site=1)]
    await touch(town, *taps)
    year = await get_year(town.workers[0], date(2026, 1, 1), Language.EN)
    assert (year.year, year.days, len(year.months)) == ("2026", 2, 12)
    assert [(one.month, one.days) for one in year.months if one.days] == [("2026-10", 1), ("2026-11", 1)]
    assert [(one.trade and one.trade.code, one.days) for one in year.trades] == [("34-01", 2), ("10-01", 1)]
    assert [(one.position, one.days) for one in year.positions] == [("worker", 1), ("foreman", 2)]


BAD_DAYS = [
    "2026-13-01",
    "2026-02-30",
    "20261120",
    "2026-W47-5",
    "0001-01-01",
    "9999-12-31",
    "x",
    "２０２６-11-20",
    "-",
]


@pytest.mark.parametrize("text", BAD_DAYS)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None
    assert read_month(text) is None
    assert read_year(text) is None


async def sign_in(client: httpx.AsyncClient, worker: UUID) -> None:
    label = f"taro-{uuid4().hex[:8]}"
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, $2, $3, now())", uuid4(), worker, label)
    assert (await client.post("/v1/sample/login", json={"person": label})).status_code == 204


@pytest.mark.parametrize("text", BAD_DAYS)
@pytest.mark.parametrize("kind", ["days", "months", "years"])
async def test_a_day_that_is_none_has_no_address(client: httpx.AsyncClient, kind: str, text: str) -> None:
    town = await Town().build(1, 1, 0)
    await sign_in(client, town.workers[0])
    answer = await client.get(f"/v1/passport/{kind}/{text}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["days/2026-11-20", "months/2026-11", "years/2026", "claims"])
async def test_only_who_is_signed_in_sees_days(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(f"/v1/passport/{path}")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def yesterday(town: Town, **changes: Any) -> dict[str, Any]:
    day = work_date(clock.now()) - timedelta(days=1)
    body = {"kind": "missedDay", "site": town.sites[0][1], "workDate": f"{day}", "entryAt": f"{day}T07:40:00+09:00"}
    return body | {"exitAt": f"{day}T17:05:00+09:00", "why": "カードをわすれました"} | changes


async def test_a_claim_goes_from_the_phone_to_approval_and_into_the_passport(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    claim_id, body = uuid4(), yesterday(town)
    first = await client.put(f"/v1/passport/claims/{claim_id}", json=body)
    again = await client.put(f"/v1/passport/claims/{claim_id}", json=body)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert (first.json()["state"], first.json()["reason"]["code"]) == ("waiting", "claim_waiting")
    assert "見本建設" in first.json()["reason"]["who"]
    day = f"/v1/passport/days/{body['workDate']}"
    (visit,) = (await client.get(day)).json()["visits"]
    assert (visit["state"], visit["chain"][1]["state"], visit["evidence"]["grade"]) == ("waiting", "waiting", "E")
    await claims.decide(claim_id, town.workers[0], approve=True, by_account=uuid4(), why="確かめました", at=clock.now())
    shown = (await client.get(day)).json()
    assert (shown["state"], shown["visits"][0]["approvedOn"]) == ("counted", f"{clock.japan_date(clock.now())}")
    (kept,) = (await client.get("/v1/passport/claims")).json()["claims"]
    assert (kept["state"], kept["answer"], kept["reason"]) == ("approved", "確かめました", None)
    assert (await client.put(f"/v1/passport/claims/{claim_id}", json=body)).json() == kept


async def test_a_claim_that_cannot_be_is_answered_with_its_reason_and_not_kept(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    body = yesterday(town, workDate="2026-01-05", entryAt="2026-01-05T07:40:00+09:00", exitAt=None)
    answer = await client.put(f"/v1/passport/claims/{uuid4()}", json=body, headers={"accept-language": "en"})
    assert (answer.status_code, answer.json()["state"]) == (200, "impossible")
    assert (answer.json()["reason"]["code"], answer.json()["reason"]["until"]) == ("claim_too_late", "2026-02-28")
    assert (await client.get("/v1/passport/claims")).json() == {"claims": []}


async def test_what_has_no_shape_is_left_out_of_a_text(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    answer = await client.put(f"/v1/passport/claims/{uuid4()}", json=yesterday(town, why="\x00 雨\r\n休み\u202e "))
    assert answer.json()["why"] == "雨\n休み"


async def test_another_content_under_the_same_id_is_refused(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    address = f"/v1/passport/claims/{uuid4()}"
    await client.put(address, json=yesterday(town))
    answer = await client.put(address, json=yesterday(town, why="ちがう"))
    assert (answer.status_code, answer.json()["code"]) == (409, "claim_id_used")


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "holiday"},
        {"site": "12"},
        {"workDate": "2026-13-01"},
        {"entryAt": "2026-11-17T07:40:00"},
        {"entryAt": "yesterday"},
        {"entryAt": 1},
        {"entryAt": "1"},
        {"entryAt": 1.0},
        {"why": "x" * 501},
        {"why": None},
        {"approved": True},
    ],
)
async def test_a_claim_that_cannot_be_read_is_refused(client: httpx.AsyncClient, changes: dict[str, Any]) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    answer = await client.put(f"/v1/passport/claims/{uuid4()}", json=yesterday(town, **changes))
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    bad_id = await client.put("/v1/passport/claims/1", json=yesterday(town))
    assert (bad_id.status_code, bad_id.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("entry", "leave"),
    [("0001-01-01T00:00:00+14:00", None), ("9999-12-31T23:59:59-12:00", None), (None, "0001-01-01T00:00:00Z")],
)
async def test_the_ends_of_the_calendar_get_an_answer(
    client: httpx.AsyncClient, entry: str | None, leave: str | None
) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    for day in ("0001-01-01", "9999-12-31", "2026-11-17"):
        body = yesterday(town, workDate=day, entryAt=entry, exitAt=leave)
        answer = await client.put(f"/v1/passport/claims/{uuid4()}", json=body)
        assert (answer.status_code, answer.json()["state"]) == (200, "impossible")
