"""A worker stops the card that is lost: at once, for good, once; and is told how to come to a new one."""

from datetime import timedelta

import httpx
import pytest

from backend.accounts.rules import Role
from backend.cards import service as cards
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.taps.intake import arrive
from backend.taps.rules import Verdict
from backend.taps.service import receive
from tests.authenticator import Authenticator
from tests.office import ENGLISH, be, enrol, user
from tests.town import END, Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

LOSS = "/v1/passport/card/loss"


async def owner(client: httpx.AsyncClient) -> Town:
    town = await Town().build()
    await enrol(client, town.workers[0], Authenticator())
    return town


async def stops(town: Town) -> list[str]:
    rows = await database.fetch(
        "SELECT body FROM event WHERE worker_id = $1 AND kind = $2 ORDER BY id",
        town.workers[0],
        int(EventKind.CARD_REVOKED),
    )
    return [row[0] for row in rows]


async def test_a_lost_card_is_stopped_once_and_the_worker_is_told_who_gives_a_new_one(
    client: httpx.AsyncClient,
) -> None:
    town = await owner(client)
    assert (await client.get(LOSS)).json() == {"stoppedAt": None, "reason": None}
    first, again = [await client.post(LOSS, headers=ENGLISH) for _ in range(2)]
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json() == (await client.get(LOSS, headers=ENGLISH)).json()
    said = first.json()["reason"]
    assert said["code"] == "card_lost"
    assert said["who"] == "Your employer"
    assert "claim the days" in said["what"]
    assert await stops(town) == [f'{{"cardSerial":"{town.serials[0]}","lost":true}}']


async def test_a_touch_of_the_lost_card_counts_before_the_loss_and_not_after(client: httpx.AsyncClient) -> None:
    town = await owner(client)
    await client.post(LOSS)
    later = clock.now() + timedelta(seconds=5)
    touches = [tap(town, 1, later - timedelta(hours=1)), tap(town, 2, later, site=1)]
    (kept,) = await receive([arrive(town.readers[0].known, report(touches, later), later)])
    assert [outcome[0] for outcome in kept if outcome] == [Verdict.COUNTED, Verdict.CARD_REVOKED]


async def test_the_new_card_is_good_while_the_old_one_stays_stopped(client: httpx.AsyncClient) -> None:
    town = await owner(client)
    await client.post(LOSS)
    await cards.issue(town.workers[0], "FEDCBA9876543210", level=2, issued_on=clock.now().date(), expires_on=END)
    assert (await client.get(LOSS)).json()["stoppedAt"] is None
    old, new = await database.fetch(
        "SELECT revoked_at IS NULL AS good FROM card WHERE worker_id = $1 ORDER BY revoked_at", town.workers[0]
    )
    assert (old["good"], new["good"]) == (False, True)


async def test_nobody_stops_a_card_with_a_phone_that_lies_open(client: httpx.AsyncClient) -> None:
    town = await owner(client)
    async with database.transaction() as db:
        await db.execute("UPDATE session SET created_at = $1", clock.now() - timedelta(minutes=11))
    refused = await client.post(LOSS)
    assert (refused.status_code, refused.json()["code"]) == (403, "sign_in_again")
    assert await stops(town) == []


async def test_who_has_no_card_or_is_no_worker_is_told_so(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 1, 0)
    worker = await town.add_worker(card=False)
    await enrol(client, worker, Authenticator())
    refused = await client.post(LOSS)
    assert (refused.status_code, refused.json()["code"]) == (409, "no_card")
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert (await client.post(LOSS)).json()["code"] == "not_a_worker"
