"""The morning board: who is expected, who is in, who lacks what."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from backend.accounts.rules import Role
from backend.history.board_rules import Lack, Line, Standing, lacks, standing
from backend.history.checks import compare_totals
from backend.history.rules import day_start, work_date
from backend.jobs import healing
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.service import receive
from tests.office import be, number_of, user
from tests.town import Town, report, tap

TODAY = date(2026, 11, 20)
GOOD = Line(True, False, date(2030, 1, 1), True, date(2030, 1, 1), None, False)
HELD = Lack("structure_missing", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("line", "codes", "stands"),
    [
        (GOOD, [], Standing.EXPECTED),
        (GOOD._replace(present=True), [], Standing.IN),
        (GOOD._replace(held=HELD), ["structure_missing"], Standing.STOPPED),
        (GOOD._replace(held=HELD, present=True), ["structure_missing"], Standing.IN),
        (GOOD._replace(card_until=None), ["lacks_card"], Standing.TO_CHECK),
        (GOOD._replace(card_until=TODAY - timedelta(days=1)), ["lacks_card"], Standing.TO_CHECK),
        (GOOD._replace(card_until=None, present=True), ["lacks_card"], Standing.IN),
        (GOOD._replace(card_until=TODAY), ["card_ending"], Standing.TO_CHECK),
        (GOOD._replace(card_until=TODAY + timedelta(days=30)), ["card_ending"], Standing.TO_CHECK),
        (GOOD._replace(card_until=TODAY + timedelta(days=31)), [], Standing.EXPECTED),
        (GOOD._replace(employed=False), ["lacks_employment"], Standing.TO_CHECK),
        (GOOD._replace(company_until=TODAY - timedelta(days=1)), ["registration_ended"], Standing.TO_CHECK),
        (GOOD._replace(company_until=TODAY), [], Standing.EXPECTED),
        (GOOD._replace(claimed=True), ["claim_waiting"], Standing.TO_CHECK),
        (GOOD._replace(listed=False, employed=False, held=HELD), ["structure_missing"], Standing.STOPPED),
    ],
)
def test_what_somebody_lacks_and_how_he_stands(line: Line, codes: list[str], stands: Standing) -> None:
    found = lacks(line, TODAY)
    assert [lack.code for lack in found] == codes
    assert standing(line, found) is stands


async def touch(town: Town, *people: int) -> None:
    now = clock.now()
    taps = [tap(town, 10 + person, now - timedelta(minutes=person + 1), person=person) for person in people]
    await receive([arrive(town.readers[0].known, report(taps, now), now)])


async def board(client: httpx.AsyncClient, town: Town) -> dict[str, Any]:
    said = await client.get(f"/v1/sites/{town.sites[0][1]}/board", headers={"accept-language": "en"})
    assert said.status_code == 200, said.text
    found: dict[str, Any] = said.json()
    return found


@pytest.mark.usefixtures("rolled_back")
async def test_those_who_lack_something_stand_above_those_who_are_in(client: httpx.AsyncClient) -> None:
    town = await Town().build(3)
    stranger = await town.add_worker()
    today = work_date(clock.now())
    await town.add_worker(card=False)
    await town.assign(town.workers[4], town.sites[0][0])
    await touch(town, 0, 1, 3)
    async with database.transaction() as db:
        await db.execute(
            "UPDATE card SET expires_on = $2 WHERE worker_id = $1", town.workers[1], today + timedelta(days=3)
        )
    be(client, (await user(Role.SITE_VIEWER, town.sites[0][0]))[1])
    seen = await board(client, town)
    assert [one["standing"] for one in seen["people"]] == ["stopped", "toCheck", "toCheck", "expected", "in"]
    assert (seen["expected"], seen["inside"], seen["missing"], seen["stopped"], seen["toCheck"]) == (4, 2, 2, 1, 2)
    first = seen["people"][0]
    assert (first["number"], first["company"], first["grade"]) == (await number_of(stranger), None, None)
    assert (first["lacks"][0]["code"], first["lacks"][0]["who"]) == ("structure_missing", "Your employer")
    assert first["entryAt"] is not None
    assert seen["people"][-1]["grade"] in {"A", "B"}
    assert {one["name"] for one in seen["readers"]} == {"入口リーダー1号"}
    assert min(one["seenAgoS"] for one in seen["readers"] if one["seenAgoS"] is not None) < 60
    rows = await database.fetch("SELECT count(*) FROM view_log WHERE purpose = 'site_check'")
    assert rows[0][0] == 5


@pytest.mark.usefixtures("rolled_back")
async def test_a_line_mended_moves_up_to_those_who_are_in(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, assigned=False)
    await touch(town, 0)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    assert (await board(client, town))["stopped"] == 1
    await town.assign(town.workers[0], town.sites[0][0])
    await healing().step()
    assert [one["standing"] for one in (await board(client, town))["people"]] == ["in"]


async def correct(client: httpx.AsyncClient, town: Town, **wanted: Any) -> dict[str, Any]:
    body = {"worker": await number_of(town.workers[0]), "workDate": f"{work_date(clock.now())}", "why": "入力まちがい"}
    said = await client.post(f"/v1/sites/{town.sites[0][1]}/corrections", json={"corrections": [body | wanted]})
    assert said.status_code == 200, said.text
    (found,) = said.json()["corrected"]
    return dict(found)


@pytest.mark.usefixtures("rolled_back")
async def test_the_prime_corrects_a_day_and_takes_one_away(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    await touch(town, 0)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    entry = max(day_start(work_date(clock.now())), clock.now() - timedelta(minutes=30)).replace(microsecond=0)
    assert (await correct(client, town, entryAt=entry.isoformat()))["reason"] is None
    rows = await database.fetch("SELECT entry_at FROM work_day")
    assert rows[0][0] == entry
    assert (await correct(client, town))["correction"] is not None
    assert not await database.fetch("SELECT FROM work_day")
    assert (await correct(client, town))["reason"]["code"] == "nothing_to_correct"
    assert not any(one.not_derived or one.not_kept for one in await compare_totals())
    rows = await database.fetch("SELECT count(*) FROM correction")
    assert rows[0][0] == 2


@pytest.mark.usefixtures("rolled_back")
@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"worker": "91000000099994"}, "nothing_to_correct"),
        ({"why": "  "}, "why_missing"),
        ({"workDate": "2026-01-05"}, "claim_too_late"),
        ({"entryAt": "2020-01-01T08:00:00+09:00"}, "claim_times_wrong"),
        ({"entryAt": "2090-01-01T08:00:00+09:00"}, "claim_times_wrong"),
    ],
)
async def test_a_correction_that_cannot_be_says_why(
    client: httpx.AsyncClient, wanted: dict[str, Any], code: str
) -> None:
    town = await Town().build(1)
    await touch(town, 0)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    assert (await correct(client, town, **wanted))["reason"]["code"] == code
    assert len(await database.fetch("SELECT FROM work_day")) == 1
