"""The planner over HTTP: roads by trades and by choice, lanes, forecast, what-if, readiness, pay."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.kit import clock, database
from backend.kit.clock import add_months, japan_date, month_of
from backend.levels.judging import judge_workers
from tests.authenticator import Authenticator
from tests.backend.levels.careers import holds, worked
from tests.office import ENGLISH, enrol
from tests.town import Town

ROAD = "/v1/passport/road"
SECOND_CLASS = "第二種電気工事士免状取得者"
GRADE_1 = "Grade 1 reinforcing-bar certified skilled worker"


def last_month(back: int = 1) -> date:
    """The last day of a month before this one."""
    return add_months(month_of(japan_date(clock.now())), 1 - back) - timedelta(days=1)


async def electrician(client: httpx.AsyncClient, trade: int = 901) -> UUID:
    town = await Town().build(1)
    await enrol(client, town.workers[0], Authenticator())
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET main_trade = $2 WHERE id = $1", town.workers[0], trade)
        await db.execute("UPDATE worker_trade SET trade = $2 WHERE worker_id = $1", town.workers[0], trade)
    return town.workers[0]


async def road(client: httpx.AsyncClient, field: str = "001", **more: Any) -> dict[str, Any]:
    told = (await client.get(ROAD, headers=ENGLISH, **more)).json()
    found: dict[str, Any] = next(one for one in told["roads"] if one["field"] == field)
    return found


async def test_a_road_says_what_is_done_what_is_missing_and_when_it_is_reached(client: httpx.AsyncClient) -> None:
    worker = await electrician(client)
    await worked(worker, 100, until=last_month())
    walked = await road(client)
    assert (walked["name"], walked["held"], walked["reached"], walked["next"]) == ("Electrical work", 1, 1, 2)
    assert walked["days"] == {"counted": 100, "certified": 0, "training": 0, "uncertain": 0, "certifiedUntil": None}
    second = walked["goals"][0]
    (way,) = second["ways"]
    assert second["state"] == "missing"
    assert way["days"] == {"done": 100, "needed": 645, "missing": 545, "assumed": False}
    (need,) = way["needs"]
    assert (need["count"], need["missing"], [one["state"] for one in need["entries"]]) == (1, 1, ["missing"] * 2)
    assert walked["pace"]["days"] == 100
    left = -(-545 * walked["pace"]["months"] * 365 // (100 * 12))
    reached = japan_date(clock.now()) + timedelta(days=left)
    assert second["forecast"] == {"month": f"{reached:%Y-%m}", "slowest": "days"}


async def test_electrical_work_shows_its_four_ways_the_nearest_first(client: httpx.AsyncClient) -> None:
    worker = await electrician(client)
    await worked(worker, 1080, until=last_month())
    await holds(worker, SECOND_CLASS)
    third = (await road(client))["goals"][1]
    assert len(third["ways"]) == 4
    assert third["ways"][0]["days"]["needed"] == 1075
    assert {way["days"]["needed"] for way in third["ways"]} == {1075, 1505, 2150}


async def test_a_worker_without_a_trade_of_any_field_chooses_one_and_leaves_it(client: httpx.AsyncClient) -> None:
    await electrician(client, trade=3200)
    told = (await client.get(ROAD, headers=ENGLISH)).json()
    assert (told["roads"], len(told["choices"])) == ([], 49)
    chosen = (await client.put(f"{ROAD}/fields/012", headers=ENGLISH)).json()
    assert [(one["field"], one["chosen"]) for one in chosen["roads"]] == [("012", True)]
    assert len(chosen["choices"]) == 48
    assert (await client.put(f"{ROAD}/fields/012")).status_code == 200
    assert (await client.put(f"{ROAD}/fields/999")).status_code == 404
    left = (await client.delete(f"{ROAD}/fields/012")).json()
    assert left["roads"] == []
    assert (await client.delete(f"{ROAD}/fields/012")).status_code == 200
    assert (await client.delete(f"{ROAD}/fields/%00")).status_code == 404


async def test_more_than_ten_fields_are_refused(client: httpx.AsyncClient) -> None:
    await electrician(client)
    for n in range(2, 12):
        assert (await client.put(f"{ROAD}/fields/{n:03}")).status_code == 200
    refused = await client.put(f"{ROAD}/fields/020")
    assert (refused.status_code, refused.json()["code"]) == (409, "fields_full")


async def test_where_the_standard_is_not_known_nothing_is_decided_and_the_authority_is_named(
    client: httpx.AsyncClient,
) -> None:
    worker = await electrician(client, trade=3800)
    await worked(worker, 700, trade=3800, until=last_month())
    await client.put(f"{ROAD}/fields/002")
    bridge = await road(client, "002")
    second = bridge["goals"][0]
    assert (second["state"], second["forecast"]) == ("undecided", {"month": None, "slowest": None})
    assert second["why"] == ["qualificationsUnknown", "daysAssumed", "tradesUnknown"]
    assert second["ways"][0]["days"] == {"done": 700, "needed": 645, "missing": 0, "assumed": True}
    assert bridge["criteria"]["authority"].startswith("https://www.mlit.go.jp/")
    assert bridge["reached"] == 1
    asked = {"level": 2, "criteria": 0, "monthDays": 20}
    imagined = (await client.get(f"{ROAD}/002/forecast", params=asked)).json()
    assert imagined == {"month": None, "slowest": None}, "nothing is decided by imagining either"


async def test_days_without_a_minor_are_uncertain_and_stand_in_the_list_of_what_is_missing(
    client: httpx.AsyncClient,
) -> None:
    worker = await electrician(client)
    await worked(worker, 40, trade=900, until=last_month())
    told = (await client.get(ROAD, headers=ENGLISH)).json()
    assert told["roads"][0]["days"]["uncertain"] == 40
    assert {(one["about"], one["reason"]["code"]) for one in told["ready"]} == {
        ("trade", "trade_minor_missing"),
        ("qualification", "qualification_missing"),
    }


@pytest.mark.parametrize(
    ("ends", "code"), [(-1, "qualification_expired"), (30, "qualification_ending"), (400, None), (None, None)]
)
async def test_a_qualification_that_runs_out_is_named_in_time(
    client: httpx.AsyncClient, ends: int | None, code: str | None
) -> None:
    worker = await electrician(client)
    today = japan_date(clock.now())
    await holds(worker, SECOND_CLASS, expires_on=today + timedelta(days=ends) if ends is not None else None)
    told = (await client.get(ROAD, headers=ENGLISH)).json()
    assert {one["reason"]["code"] for one in told["ready"]} - {"qualification_missing"} == ({code} if code else set())
    states = [one["state"] for one in told["roads"][0]["goals"][0]["ways"][0]["needs"][0]["entries"]]
    assert ("held" in states) == (ends is None or ends >= 0)
    assert ("expired" in states) == (ends == -1)


async def test_what_if_is_answered_and_refused_where_the_standard_has_changed(client: httpx.AsyncClient) -> None:
    worker = await electrician(client)
    await worked(worker, 600, until=last_month())
    await holds(worker, SECOND_CLASS)
    asked: dict[str, Any] = {"level": 2, "criteria": 0, "monthDays": 15}
    in_three_months = japan_date(clock.now()) + timedelta(days=92)
    told = await client.get(f"{ROAD}/001/forecast", params=asked)
    assert told.json() == {"month": f"{in_three_months:%Y-%m}", "slowest": "days"}
    never = await client.get(f"{ROAD}/001/forecast", params=asked | {"monthDays": 0})
    assert never.json() == {"month": None, "slowest": "days"}
    changed = await client.get(f"{ROAD}/001/forecast", params=asked | {"criteria": 3})
    assert (changed.status_code, changed.json()["code"]) == (409, "criteria_changed")
    for wrong in ({"level": 5}, {"monthDays": 99}, {"monthDays": -1}, {"qualifiedIn": "soon"}):
        assert (await client.get(f"{ROAD}/001/forecast", params=asked | wrong)).status_code == 400, wrong
    assert (await client.get(f"{ROAD}/999/forecast", params=asked)).status_code == 404


async def test_pay_says_its_source_and_date_and_what_is_not_known(client: httpx.AsyncClient) -> None:
    await electrician(client)
    told = (await client.get(ROAD)).json()
    pay = told["pay"]
    assert (pay["publishedOn"], pay["revisedOn"]) == ("2023-06-16", "2025-12-04")
    assert pay["rows"][3] == {"level": 4, "low": 707, "high": 877}
    assert told["roads"][0]["pay"] == [{"level": 3, "low": 588, "high": None}, {"level": 4, "low": 625, "high": 769}]
    assert (pay["labourRate"], told["allowance"]) == (None, None)


async def test_a_level_that_is_reached_stands_in_the_list_until_it_is_applied_for(client: httpx.AsyncClient) -> None:
    worker = await electrician(client)
    await worked(worker, 645, until=last_month())
    await holds(worker, SECOND_CLASS)
    await judge_workers([worker], clock.now())
    walked = await road(client)
    assert (walked["reached"], walked["next"], walked["goals"][0]["state"]) == (2, 2, "reached")
    assert walked["goals"][0]["forecast"]["slowest"] is None
    assert [one["reason"]["code"] for one in (await client.get(ROAD)).json()["ready"]] == ["level_to_apply"]
    applied = await client.post(f"{ROAD}/001/applications", json={"level": 2, "criteria": 0})
    assert (applied.status_code, applied.json()["state"], applied.json()["days"]) == (201, "filed", 645)
    left = {one["reason"]["code"] for one in (await client.get(ROAD)).json()["ready"]}
    assert "level_to_apply" not in left


async def test_a_worker_on_his_first_day_has_a_road_too(client: httpx.AsyncClient) -> None:
    await electrician(client)
    walked = await road(client)
    assert walked["pace"] == {"months": 0, "days": 0, "foremanDays": 0, "foremanOrLeaderDays": 0}
    assert walked["goals"][0]["forecast"] == {"month": None, "slowest": "days"}


async def test_what_the_next_level_still_asks_stands_in_the_list_by_name_and_once(client: httpx.AsyncClient) -> None:
    worker = await electrician(client, trade=1001)
    await worked(worker, 700, trade=1001, until=last_month())
    ready = (await client.get(ROAD, headers=ENGLISH)).json()["ready"]
    assert [(one["reason"]["code"], one["subject"]) for one in ready] == [
        ("qualification_missing", "Slinging skill training course")
    ]
    await holds(worker, "玉掛け技能講習")
    async with database.transaction() as db:
        await db.execute("INSERT INTO evaluation VALUES ($1, '012', 2, '2026-01-01', now(), NULL)", worker)
    ready = (await client.get(ROAD, headers=ENGLISH)).json()["ready"]
    assert [(one["reason"]["code"], one["subject"]) for one in ready] == [
        ("qualification_missing", " / ".join(f"{GRADE_1} ({kind})" for kind in ("assembly", "shop drawings"))),
        ("foreman_days_missing", "Reinforcing bar work"),
    ]


async def test_what_was_renewed_or_entered_again_is_not_named_any_more(client: httpx.AsyncClient) -> None:
    worker = await electrician(client)
    today = japan_date(clock.now())
    await holds(worker, SECOND_CLASS, expires_on=today - timedelta(days=1))
    await holds(worker, SECOND_CLASS, expires_on=today + timedelta(days=20))
    codes = [one["reason"]["code"] for one in (await client.get(ROAD)).json()["ready"]]
    assert codes == ["qualification_ending"]
    await holds(worker, "第一種電気工事士免状取得者")
    assert (await client.get(ROAD)).json()["ready"] == [], "the higher grade does not run out"
