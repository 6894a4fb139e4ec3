"""Applying for a level and reporting it: what is held, the card's colour, and everything that cannot be."""

from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.accounts.rules import Role
from backend.cards import orders
from backend.events.kinds import EventKind
from backend.kit import clock, database
from tests.backend.levels.careers import holds, worked
from tests.backend.levels.test_road import ROAD, SECOND_CLASS, electrician, last_month
from tests.office import be, number_of, user
from tests.town import Town

APPLY = f"{ROAD}/001/applications"
WAITING = "/v1/levels/applications"
ASKED = {"level": 2, "criteria": 0}
EVALUATED = "2026-11-20"


async def reached(client: httpx.AsyncClient) -> UUID:
    worker = await electrician(client)
    await worked(worker, 645, until=last_month())
    await holds(worker, SECOND_CLASS)
    return worker


async def apply(client: httpx.AsyncClient) -> str:
    made = await client.post(APPLY, json=ASKED)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def code_of(client: httpx.AsyncClient, **said: Any) -> str:
    refused = await client.post(APPLY, json=ASKED | said)
    assert refused.status_code == 409, refused.text
    return str(refused.json()["code"])


async def held(worker: UUID) -> tuple[int, list[tuple[int, int]], list[EventKind]]:
    level = (await database.fetch("SELECT level FROM worker WHERE id = $1", worker))[0][0]
    orders = await database.fetch("SELECT reason, level FROM card_order WHERE worker_id = $1", worker)
    told = await database.fetch("SELECT kind FROM event WHERE worker_id = $1 AND kind IN (83, 84)", worker)
    return level, [tuple(row) for row in orders], [EventKind(row[0]) for row in told]


async def test_an_application_is_filled_in_granted_and_colours_the_card(client: httpx.AsyncClient) -> None:
    worker = await reached(client)
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET level = 1 WHERE id = $1", worker)
    mine, at = client.cookies["passport_session"], await apply(client)
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    (waiting,) = (await client.get(WAITING)).json()["applications"]
    assert (waiting["days"], waiting["foremanDays"], waiting["qualifications"]) == (645, 0, [SECOND_CLASS])
    said = {"worker": await number_of(worker), "granted": True, "evaluatedOn": EVALUATED}
    assert (await client.post(f"{WAITING}/{at}/answer", json=said)).status_code == 204
    assert (await client.post(f"{WAITING}/{at}/answer", json=said)).status_code == 204
    assert await held(worker) == (2, [(8, 2)], [EventKind.LEVEL_REPORTED])
    other = await client.post(f"{WAITING}/{at}/answer", json=said | {"granted": False, "why": "x"})
    assert other.json()["code"] == "level_decided"
    be(client, mine)
    (shown,) = (await client.get(f"{ROAD}/applications")).json()["applications"]
    assert (shown["state"], shown["level"]) == ("granted", 2)
    road = (await client.get(ROAD)).json()["roads"][0]
    assert (road["held"], road["heldOn"], road["next"]) == (2, EVALUATED, 3)
    assert await code_of(client) == "level_held"


async def test_a_declined_application_says_why_and_another_can_follow(client: httpx.AsyncClient) -> None:
    worker = await reached(client)
    mine, at = client.cookies["passport_session"], await apply(client)
    assert await code_of(client) == "level_applied"
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    said = {"worker": await number_of(worker), "granted": False, "evaluatedOn": EVALUATED}
    silent = await client.post(f"{WAITING}/{at}/answer", json=said)
    assert silent.json()["code"] == "level_why"
    why = said | {"why": "経歴が確かめられません"}
    assert (await client.post(f"{WAITING}/{at}/answer", json=why)).status_code == 204
    be(client, mine)
    (shown,) = (await client.get(f"{ROAD}/applications")).json()["applications"]
    assert (shown["state"], shown["why"]) == ("declined", why["why"])
    assert (await held(worker))[2] == [EventKind.LEVEL_DECLINED]
    await apply(client)


async def test_what_cannot_be_applied_for_is_refused(client: httpx.AsyncClient) -> None:
    worker = await reached(client)
    assert await code_of(client, level=3) == "level_not_reached"
    assert await code_of(client, criteria=1) == "criteria_changed"
    undecided = await client.post(f"{ROAD}/002/applications", json=ASKED)
    assert undecided.json()["code"] == "level_not_reached"
    assert (await client.post(f"{ROAD}/999/applications", json=ASKED)).status_code == 404
    assert (await client.post(APPLY, json={"level": 7, "criteria": 0})).status_code == 400
    async with database.transaction() as db:
        await db.execute("UPDATE worker SET form = 1 WHERE id = $1", worker)
    assert await code_of(client) == "level_simplified"


async def test_a_worker_without_any_day_has_reached_nothing(client: httpx.AsyncClient) -> None:
    await electrician(client)
    assert await code_of(client) == "level_not_reached"


async def test_reports_are_answered_one_by_one_and_good_ones_are_kept(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    numbers = [await number_of(worker) for worker in town.workers]
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    good = {"worker": numbers[0], "field": "012", "level": 4, "evaluatedOn": EVALUATED}
    reports = [
        good,
        good | {"worker": "99999999999999"},
        good | {"worker": "番号"},
        good | {"field": "999", "worker": numbers[1]},
        good | {"evaluatedOn": "2999-01-01", "worker": numbers[1]},
        good | {"worker": numbers[1], "level": 3},
    ]
    told = await client.post("/v1/levels/reports", json={"reports": reports})
    outcomes = [one["reason"]["code"] if one["reason"] else None for one in told.json()["reports"]]
    assert outcomes == [None, "worker_unknown", "worker_unknown", "field_unknown", "evaluation_day", None]
    assert (await held(town.workers[0]))[:2] == (4, [(8, 4)])
    assert (await held(town.workers[1]))[:2] == (3, [(8, 3)])
    again = await client.post("/v1/levels/reports", json={"reports": [good]})
    assert again.json()["reports"][0]["reason"] is None
    assert (await held(town.workers[0]))[:2] == (4, [(8, 4)]), "told twice, ordered once"
    lower = await client.post("/v1/levels/reports", json={"reports": [good | {"level": 2, "field": "001"}]})
    assert lower.json()["reports"][0]["reason"] is None
    assert (await held(town.workers[0]))[0] == 4, "the highest of all fields stays on the card"


async def test_a_card_that_is_ordered_takes_the_new_colour(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    worker = town.workers[0]
    await orders.order(worker, orders.OrderReason.DAMAGED, by=None, at=clock.now())
    assert (await held(worker))[1] == [(orders.OrderReason.DAMAGED, 2)]
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    report = {"worker": await number_of(worker), "field": "012", "level": 3, "evaluatedOn": EVALUATED}
    await client.post("/v1/levels/reports", json={"reports": [report]})
    assert (await held(worker))[1] == [(orders.OrderReason.DAMAGED, 3)]


async def test_only_the_evaluating_body_answers_and_reports(client: httpx.AsyncClient) -> None:
    worker = await reached(client)
    at = await apply(client)
    said = {"worker": await number_of(worker), "granted": True, "evaluatedOn": EVALUATED}
    report = {"reports": [{"worker": said["worker"], "field": "001", "level": 4, "evaluatedOn": EVALUATED}]}
    for token in (client.cookies["passport_session"], (await user(Role.OPERATOR, 0))[1]):
        be(client, token)
        assert (await client.get(WAITING)).status_code == 403
        assert (await client.post(f"{WAITING}/{at}/answer", json=said)).status_code == 403
        assert (await client.post("/v1/levels/reports", json=report)).status_code == 403
    _, body = await user(Role.EVALUATION_BODY, 0)
    be(client, body)
    assert (await client.post(f"{WAITING}/{uuid4()}/answer", json=said)).status_code == 404
    future = said | {"evaluatedOn": "2999-01-01"}
    assert (await client.post(f"{WAITING}/{at}/answer", json=future)).json()["code"] == "evaluation_day"
    assert (await client.get(WAITING)).json()["applications"], "nothing of it was kept"


async def test_the_application_is_filled_in_on_paper_in_the_readers_language(client: httpx.AsyncClient) -> None:
    await reached(client)
    for language in ("ja", "vi", "my"):
        paper = await client.get(f"{ROAD}/001/2/pdf", headers={"accept-language": language})
        assert (paper.status_code, paper.content[:5]) == (200, b"%PDF-"), paper.text
    for nowhere in ("001/1", "001/5", "001/x", "999/2"):
        assert (await client.get(f"{ROAD}/{nowhere}/pdf")).status_code == 404


async def test_a_higher_level_can_be_applied_for_while_a_lower_one_waits(client: httpx.AsyncClient) -> None:
    worker = await reached(client)
    await apply(client)
    await worked(worker, 430, until=last_month(30))
    await worked(worker, 215, position=2, until=last_month(60))
    await holds(worker, "第一種電気工事士免状取得者")
    assert (await client.post(APPLY, json=ASKED | {"level": 3})).status_code == 201
    assert await code_of(client) == "level_applied"
