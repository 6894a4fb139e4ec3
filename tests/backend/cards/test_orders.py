from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts import service as accounts
from backend.accounts.rules import Role
from backend.cards import dates, orders
from backend.cards.errors import CardOrderedError
from backend.cards.orders import OrderReason
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.workers import card_codes
from tests.office import be, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")

SERIAL = "00000000CAFE0001"


async def cards(town: Town, person: int = 0) -> list[tuple[Any, ...]]:
    rows = await database.fetch(
        "SELECT c.card_serial, c.expires_on, c.revoked_at IS NOT NULL, l.expires_on FROM card c "
        "JOIN card_lookup l USING (card_serial) WHERE c.worker_id = $1 ORDER BY c.issued_on, c.card_serial",
        town.workers[person],
    )
    return [tuple(row) for row in rows]


async def test_from_the_order_to_the_card_in_the_post(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, 0, 0)
    worker, today = town.workers[0], clock.japan_date(clock.now())
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    address = f"/v1/workers/{await number_of(worker)}/card-orders"
    order = (await client.post(address, json={"reason": "damaged"})).json()["id"]
    assert (await client.post(address, json={"reason": "damaged"})).json()["code"] == "card_ordered"
    assert (await client.get("/v1/card-orders")).json()["code"] == "operator_needed"
    be(client, (await user(Role.OPERATOR, 0))[1])
    (waiting,) = (await client.get("/v1/card-orders")).json()["orders"]
    assert (waiting["id"], waiting["reason"], waiting["issuedAt"]) == (order, "damaged", None)
    made = await client.post(f"/v1/card-orders/{order}/card", json={"serial": SERIAL})
    assert made.status_code == 201, made.text
    assert await card_codes.are_right(worker, made.json()["digits"])
    assert (await client.post(f"/v1/card-orders/{order}/card", json={"serial": SERIAL})).status_code == 404
    old, new = await cards(town)
    last = today + timedelta(days=dates.facts().old_card_days)
    assert (old[1], old[2], old[3]) == (last, False, last)
    assert f"{new[1]}" == made.json()["expiresOn"]
    sent = await client.post(f"/v1/card-orders/{order}/sending", json={"parcel": "1234-5678"})
    assert sent.status_code == 204
    assert (await client.get("/v1/card-orders")).json()["orders"] == []
    kinds = {row[0] for row in await database.fetch("SELECT kind FROM event WHERE worker_id = $1", worker)}
    assert {EventKind.CARD_ORDERED, EventKind.CARD_ISSUED, EventKind.CARD_SENT} <= kinds


@pytest.mark.parametrize(
    ("reason", "stopped"), [(OrderReason.LOST, True), (OrderReason.WITHHELD, True), (OrderReason.RENEWAL, False)]
)
async def test_a_card_that_is_not_in_hand_is_stopped_at_once(reason: OrderReason, stopped: bool) -> None:
    town = await Town().build(1, 0, 0)
    await orders.order(town.workers[0], reason, by=None, at=clock.now())
    assert [row[2] for row in await cards(town)] == [stopped]


async def test_a_first_card_needs_no_old_one_and_a_cancelled_order_makes_room() -> None:
    town = await Town().build(0, 0, 0)
    worker = await town.add_worker(card=False)
    first = await orders.order(worker, OrderReason.LOST, by=None, at=clock.now())
    with pytest.raises(CardOrderedError):
        await orders.order(worker, OrderReason.FIRST, by=None, at=clock.now())
    await orders.cancel(first, clock.now())
    await orders.issue(await orders.order(worker, OrderReason.FIRST, by=None, at=clock.now()), SERIAL, clock.now())


async def test_a_serial_belongs_to_one_card(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, 0, 0)
    order = await orders.order(town.workers[0], OrderReason.DAMAGED, by=None, at=clock.now())
    be(client, (await user(Role.OPERATOR, 0))[1])
    said = await client.post(f"/v1/card-orders/{order}/card", json={"serial": town.serials[0]})
    assert (said.status_code, said.json()["code"]) == (409, "card_serial_taken")
    for odd in ("xyz", "00", "0" * 33, None, 7):
        assert (await client.post(f"/v1/card-orders/{order}/card", json={"serial": odd})).status_code == 400
    assert (await client.post(f"/v1/card-orders/{uuid4()}/card", json={"serial": SERIAL})).status_code == 404


async def test_a_worker_orders_his_own(client: httpx.AsyncClient) -> None:
    town = await Town().build(1, 0, 0)
    now = clock.now()
    account = await accounts.account_of_worker(town.workers[0], now)
    from_now = await accounts.open_session(account, now)
    be(client, from_now)
    assert (await client.post("/v1/passport/card/orders", json={"reason": "lost"})).json()["code"] == "consent_needed"


async def test_a_holder_is_told_once_for_each_notice() -> None:
    town, now = await Town().build(0, 0, 0), clock.now()
    for n, days in enumerate((10, 100, 300)):
        await town.add_worker(card=False)
        await town.issue(n, clock.japan_date(now) + timedelta(days=days))
    assert await orders.tell_expiring(now) == 2
    assert await orders.tell_expiring(now + timedelta(minutes=5)) == 0
    rows = await database.fetch(
        "SELECT body FROM event WHERE kind = $1 AND worker_id = $2", EventKind.CARD_EXPIRING, town.workers[0]
    )
    assert len(rows) == 1
    assert '"months":1' in rows[0][0]
