"""What only the prime contractor can vouch for: touches of unknown time, and of readers that were revoked later."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.history.checks import compare_totals
from backend.jobs import healing
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.office import be, number_of, user
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


async def touched(town: Town, sequence: int, at: datetime, **changes: Any) -> Verdict:
    now = clock.now()
    (outcomes,) = await receive([arrive(town.readers[0].known, report([tap(town, sequence, at, **changes)], now), now)])
    assert outcomes[0] is not None
    return outcomes[0].verdict


async def of_unknown_time(client: httpx.AsyncClient, *, assigned: bool = True) -> tuple[Town, datetime]:
    """A touch of a reader that was switched off since and has lost its clock; its site manager asks."""
    town, at = await Town().build(2, 2, 2, assigned=assigned), clock.now() - timedelta(days=1, hours=2)
    assert await touched(town, 1, at, boot="boot-0") is Verdict.TIME_UNKNOWN
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    return town, at


async def waiting(client: httpx.AsyncClient, town: Town) -> list[dict[str, Any]]:
    said = await client.get(f"/v1/sites/{town.sites[0][1]}/touches")
    assert said.status_code == 200, said.text
    found: list[dict[str, Any]] = said.json()["touches"]
    return found


async def decide(client: httpx.AsyncClient, town: Town, *words: dict[str, Any]) -> list[dict[str, Any]]:
    named = [{"reader": town.readers[0].number, "epoch": 1, "sequence": 1} | word for word in words]
    said = await client.post(f"/v1/sites/{town.sites[0][1]}/touches/decisions", json={"decisions": named})
    assert said.status_code == 200, said.text
    found: list[dict[str, Any]] = said.json()["decided"]
    return found


async def days(town: Town) -> list[tuple[Any, ...]]:
    rows = await database.fetch(
        "SELECT work_date, entry_at, evidence FROM work_day WHERE worker_id = $1", town.workers[0]
    )
    return [tuple(row) for row in rows]


async def test_a_touch_of_unknown_time_counts_at_the_time_the_prime_says(client: httpx.AsyncClient) -> None:
    town, at = await of_unknown_time(client)
    (one,) = await waiting(client, town)
    assert (one["kind"], one["worker"], one["direction"]) == ("timeUnknown", await number_of(town.workers[0]), "in")
    said_at = at.replace(microsecond=0)
    (answer,) = await decide(client, town, {"confirm": True, "at": said_at.isoformat()})
    assert (answer["state"], answer["reason"]) == ("counted", None)
    ((day, entry, _),) = await days(town)
    assert (day, entry) == (clock.japan_date(at - timedelta(hours=4)), said_at)
    assert await waiting(client, town) == []
    assert not await database.fetch("SELECT FROM held_day")
    kinds = [row[0] for row in await database.fetch("SELECT kind FROM event WHERE worker_id = $1", town.workers[0])]
    assert EventKind.DAY_HEALED in kinds
    assert not any(one.not_derived or one.not_kept for one in await compare_totals())


async def test_the_same_word_again_changes_nothing_and_another_is_refused(client: httpx.AsyncClient) -> None:
    town, at = await of_unknown_time(client)
    word = {"confirm": True, "at": at.replace(microsecond=0).isoformat()}
    await decide(client, town, word)
    (again,) = await decide(client, town, word)
    assert (again["state"], again["reason"]) == ("counted", None)
    (other,) = await decide(client, town, {"confirm": False, "why": "いませんでした"})
    assert other["reason"]["code"] == "touch_decided"
    assert len(await days(town)) == 1


async def test_what_is_not_confirmed_stays_as_evidence_and_says_why(client: httpx.AsyncClient) -> None:
    town, _ = await of_unknown_time(client)
    (bare,) = await decide(client, town, {"confirm": False})
    assert bare["reason"]["code"] == "touch_why_missing"
    (answer,) = await decide(client, town, {"confirm": False, "why": "この日は休工でした"})
    assert (answer["state"], answer["reason"]["code"]) == ("refused", "not_confirmed")
    assert await days(town) == []
    (held,) = await database.fetch("SELECT reason FROM held_day")
    assert held[0] == "not_confirmed"
    assert len(await database.fetch("SELECT FROM tap")) == 1


@pytest.mark.parametrize("hours", [None, 1, 24 * 120])
async def test_a_time_that_cannot_be_leaves_the_touch_waiting(client: httpx.AsyncClient, hours: int | None) -> None:
    town, _ = await of_unknown_time(client)
    said = (
        None
        if hours is None
        else clock.now() + timedelta(hours=1)
        if hours == 1
        else clock.now() - timedelta(hours=hours)
    )
    (answer,) = await decide(client, town, {"confirm": True, "at": said and said.isoformat()})
    assert (answer["state"], answer["reason"]["code"]) == (None, "touch_time_wrong")
    assert len(await waiting(client, town)) == 1


async def test_confirmed_without_a_line_in_the_list_it_waits_for_that_and_then_counts(
    client: httpx.AsyncClient,
) -> None:
    town, at = await of_unknown_time(client, assigned=False)
    (answer,) = await decide(client, town, {"confirm": True, "at": at.replace(microsecond=0).isoformat()})
    assert (answer["state"], answer["reason"]["code"]) == ("waiting", "structure_missing")
    await town.assign(town.workers[0], town.sites[0][0])
    await healing().step()
    assert len(await days(town)) == 1


async def test_what_a_reader_signed_before_it_was_revoked_counts_when_it_is_confirmed(
    client: httpx.AsyncClient,
) -> None:
    town, now = await Town().build(), clock.now()
    async with database.transaction() as db:
        await db.execute("UPDATE reader SET revoked_at = $2 WHERE id = $1", town.readers[0].known.id, now)
    assert await touched(town, 1, now - timedelta(hours=3)) is Verdict.READER_REVOKED
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    (one,) = await waiting(client, town)
    assert one["kind"] == "readerRevoked"
    (answer,) = await decide(client, town, {"confirm": True})
    assert answer["state"] == "counted"


async def test_a_touch_of_another_site_is_not_decided_here(client: httpx.AsyncClient) -> None:
    town, at = await of_unknown_time(client)
    be(client, (await user(Role.SITE_MANAGER, town.sites[1][0]))[1])
    address = f"/v1/sites/{town.sites[1][1]}/touches/decisions"
    word = {"reader": town.readers[0].number, "epoch": 1, "sequence": 1, "confirm": True, "at": at.isoformat()}
    said = await client.post(address, json={"decisions": [word]})
    assert said.json()["decided"][0]["reason"]["code"] == "not_found"
