"""Newer versions of a standard: proposed, counted, decided by another, in force on their day; and what cannot be."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.clock import japan_date
from backend.levels import jobs, versions
from backend.levels.judging import judge_workers
from tests.backend.levels.careers import holds, standing, worked
from tests.office import be, user
from tests.town import Town

CRITERIA = "/v1/levels/criteria"
URL = f"{CRITERIA}/002/versions"
LEVEL = {"days": 100, "complete": True}
PROPOSAL: dict[str, Any] = {
    "validFrom": f"{japan_date(clock.now()) + timedelta(days=30)}",
    "source": "見本団体の告示",
    "occupations": ["22-01", "09-01"],
    "levels": [
        LEVEL | {"level": 2, "any_of": ["玉掛技能講習"]},
        LEVEL | {"level": 3, "days": 200, "foreman_days": 50, "foreman_counts": "foreman"},
        LEVEL | {"level": 4, "days": 300, "foreman_days": 60, "foreman_counts": "foreman"},
    ],
}


def bent(**changes: Any) -> dict[str, Any]:
    """The proposal with level 2 (or the whole) written otherwise."""
    made = deepcopy(PROPOSAL)
    whole = changes.pop("whole", {})
    made["levels"][0] |= changes
    made.update(whole)
    return made


async def bodies(client: httpx.AsyncClient) -> tuple[str, str]:
    """Two people of evaluating bodies; the client is the first."""
    (_, one), (_, other) = await user(Role.EVALUATION_BODY, 0, "見本 評価"), await user(Role.EVALUATION_BODY, 0)
    be(client, one)
    return one, other


async def test_what_is_in_force_is_open_to_everybody(client: httpx.AsyncClient) -> None:
    be(client, None)
    fields = (await client.get(CRITERIA, headers={"accept-language": "en"})).json()["fields"]
    assert len(fields) == 49
    electrical = fields[0]
    assert (electrical["name"], electrical["version"], electrical["confidence"]) == ("Electrical work", 0, "verified")
    assert [level["days"] for level in electrical["levels"]] == [645, 1075, 2150]


async def test_a_version_is_counted_decided_by_another_and_in_force_on_its_day(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    await worked(town.workers[0], 150)
    await worked(town.workers[1], 90)
    await holds(town.workers[0], "玉掛け技能講習")
    one, other = await bodies(client)
    made = await client.post(URL, json=PROPOSAL)
    assert (made.status_code, made.json()["version"], made.json()["state"]) == (201, 1, "proposed")
    assert (made.json()["mine"], made.json()["touched"]) == (True, None)
    await jobs.count_touched(clock.now())
    (seen,) = (await client.get(URL)).json()["versions"]
    touched = seen["touched"]
    assert (touched["people"], touched["rising"], touched["falling"]) == (2, 1, 0)
    assert touched["reached"] == {"1": 1, "2": 1, "3": 0, "4": 0}
    own = await client.post(f"{URL}/1/decision", json={"approve": True})
    assert (own.status_code, own.json()["code"]) == (403, "criteria_own")
    be(client, other)
    done = await client.post(f"{URL}/1/decision", json={"approve": True})
    assert (done.status_code, done.json()["state"]) == (200, "approved")
    assert (await client.post(f"{URL}/1/decision", json={"approve": True})).status_code == 200
    late = await client.post(f"{URL}/1/decision", json={"approve": False, "why": "x"})
    assert late.json()["code"] == "criteria_decided"
    begins = clock.now() + timedelta(days=31)
    assert (await versions.standard_of("002", japan_date(clock.now()))).version == 0
    assert (await versions.standard_of("002", japan_date(begins))).version == 1
    await judge_workers(town.workers, clock.now())
    assert await standing(town.workers[0]) == {}
    await jobs.judge_by_new_standards(begins)
    assert await standing(town.workers[0]) == {"002": (2, 0)}
    told = await database.fetch(
        "SELECT kind FROM event WHERE worker_id = $1 AND kind = $2", town.workers[0], EventKind.LEVEL_REACHED
    )
    assert len(told) == 1
    await jobs.judge_by_new_standards(begins)
    left = await database.fetch("SELECT FROM criteria_version WHERE judged_at IS NULL")
    assert not left
    assert one


@pytest.mark.parametrize(
    ("proposal", "code", "at"),
    [
        (bent(whole={"validFrom": f"{japan_date(clock.now())}"}), "criteria_past", "$.validFrom"),
        (bent(whole={"validFrom": "2999-01-01"}), "criteria_past", "$.validFrom"),
        (bent(whole={"levels": PROPOSAL["levels"][:2]}), "criteria_levels", "$.levels"),
        (bent(whole={"levels": PROPOSAL["levels"][::-1]}), "criteria_levels", "$.levels"),
        (bent(whole={"occupations": ["鉄筋"]}), "criteria_name", "$.occupations[0]"),
        (bent(any_of=["三級まちがい士"]), "criteria_name", "$.levels[0].any_of[0]"),
        (bent(all_of=["玉掛け技能講習", ["測量士", "だれか"]]), "criteria_name", "$.levels[0].all_of[1]"),
        (bent(min_any=2), "criteria_list", "$.levels[0].min_any"),
        (bent(any_of=["1級とび技能士", "2級とび技能士"], min_any=2), "criteria_list", "$.levels[0].min_any"),
        (bent(days=0), "criteria_order", "$.levels[0].days"),
        (bent(any_of=["測量士", "玉掛け技能講習"], min_any=2, whole={"grades": [["測量士", "玉掛け技能講習"]]}),
         "criteria_list", "$.levels[0].min_any"),
        (bent(alternatives=[{"days": 0}]), "criteria_order", "$.levels[0].days"),
        (bent(foreman_days=10), "criteria_list", "$.levels[0].foreman_counts"),
        (bent(days=500), "criteria_order", "$.levels[1].days"),
        (bent(days=10, foreman_days=20, foreman_counts="foreman"), "criteria_order", "$.levels[0].days"),
        (bent(alternatives=[{"days": 5, "any_of": ["測量士"], "min_any": 2}]), "criteria_list",
         "$.levels[0].alternatives[0].min_any"),
        (bent(whole={"grades": [["測量士補", "測量士"]]}), "criteria_grades", "$.grades"),
        (bent(whole={"grades": [["測量士", "測量士"]]}), "criteria_grades", "$.grades"),
        (bent(whole={"grades": [["測量士", "まちがい"]]}), "criteria_name", "$.grades[0]"),
    ],
)  # fmt: skip
async def test_a_proposal_that_cannot_stand_says_what_is_wrong_and_where(
    client: httpx.AsyncClient, proposal: dict[str, Any], code: str, at: str
) -> None:
    await bodies(client)
    refused = await client.post(URL, json=proposal)
    assert (refused.status_code, refused.json()["code"], refused.json()["at"]) == (409, code, at)
    assert (await client.get(URL)).json()["versions"] == []


@pytest.mark.parametrize(
    ("proposal", "at"),
    [
        (bent(colour="gold"), "$.levels[0]"),
        (bent(whole={"colour": "gold"}), "$"),
        (bent(level=5), "$.levels[0].level"),
        (bent(days=-1), "$.levels[0].days"),
        (bent(days="many"), "$.levels[0].days"),
        (bent(any_of=[["測量士"]]), "$.levels[0].any_of[0]"),
        (bent(whole={"source": ""}), "$.source"),
        (bent(whole={"source": " \x00 "}), "$.source"),
    ],
)
async def test_a_proposal_with_unknown_keys_or_shapes_is_malformed(
    client: httpx.AsyncClient, proposal: dict[str, Any], at: str
) -> None:
    await bodies(client)
    refused = await client.post(URL, json=proposal)
    assert (refused.status_code, refused.json()["code"]) == (400, "malformed")
    assert refused.json()["at"] == at


async def test_a_version_is_not_approved_without_a_reason_and_not_after_its_day(client: httpx.AsyncClient) -> None:
    _, other = await bodies(client)
    await client.post(URL, json=PROPOSAL)
    be(client, other)
    silent = await client.post(f"{URL}/1/decision", json={"approve": False})
    assert silent.json()["code"] == "criteria_why"
    async with database.transaction() as db:
        old = PROPOSAL["validFrom"]
        await db.execute(
            "UPDATE criteria_version SET document = replace(document, $1, $2)", old, f"{japan_date(clock.now())}"
        )
    assert (await client.post(f"{URL}/1/decision", json={"approve": True})).json()["code"] == "criteria_past"
    no = await client.post(f"{URL}/1/decision", json={"approve": False, "why": "日が合いません"})
    assert (no.json()["state"], no.json()["why"]) == ("refused", "日が合いません")
    for nowhere in (f"{URL}/2", f"{URL}/99999999999", f"{CRITERIA}/%00/versions/1"):
        assert (await client.post(f"{nowhere}/decision", json={"approve": True})).status_code == 404


async def test_a_higher_grade_that_a_standard_adds_implies_the_lower_in_its_field_only(
    client: httpx.AsyncClient,
) -> None:
    _, other = await bodies(client)
    await client.post(URL, json=bent(whole={"grades": [["給水装置工事主任技術者", "玉掛け技能講習"]]}))
    be(client, other)
    await client.post(f"{URL}/1/decision", json={"approve": True})
    town = await Town().build(1)
    await worked(town.workers[0], 120)
    await holds(town.workers[0], "給水装置工事主任技術者")
    await jobs.judge_by_new_standards(clock.now() + timedelta(days=31))
    assert await standing(town.workers[0]) == {"002": (2, 0)}


async def test_only_evaluating_bodies_see_and_write_versions(client: httpx.AsyncClient) -> None:
    for role in (Role.OPERATOR, Role.COUNTER_STAFF, Role.MINISTRY):
        be(client, (await user(role, 0))[1])
        assert (await client.get(URL)).status_code == 403
        assert (await client.post(URL, json=PROPOSAL)).status_code == 403
        assert (await client.post(f"{URL}/1/decision", json={"approve": True})).status_code == 403
    await bodies(client)
    assert (await client.get(f"{CRITERIA}/999/versions")).status_code == 404
    assert (await client.post(f"{CRITERIA}/999/versions", json=PROPOSAL)).status_code == 404


async def test_a_version_that_cannot_be_read_any_more_leaves_the_one_before_in_force(client: httpx.AsyncClient) -> None:
    _, other = await bodies(client)
    for days in (100, 90):
        await client.post(URL, json=bent(days=days))
    be(client, other)
    for version in (1, 2):
        await client.post(f"{URL}/{version}/decision", json={"approve": True})
    async with database.transaction() as db:
        await db.execute("UPDATE criteria_version SET document = replace(document, '玉掛', '見ない') WHERE version = 2")
    begun = japan_date(clock.now()) + timedelta(days=31)
    assert (await versions.standard_of("002", begun)).version == 1
    assert (await versions.standard_of("001", begun)).version == 0
    await jobs.count_touched(clock.now())
