"""The face of a card, in its level's colour and shape."""

import httpx
import pytest

from backend.accounts.rules import Role
from backend.cards import orders, printing
from backend.cards.orders import OrderReason
from backend.kit import clock, database
from backend.kit.typesetting import has_fonts
from backend.settings import FONTS
from tests.backend.applications.filing import Draft, applicant, approve, person, rows
from tests.office import be, user

pytestmark = pytest.mark.usefixtures("rolled_back")
with_fonts = pytest.mark.skipif(not has_fonts(FONTS), reason="the fonts are not installed: make pwa")


async def issued(client: httpx.AsyncClient) -> tuple[str, str]:
    """Somebody registered with a photo, whose card is issued: the order's id and the worker's number."""
    await applicant(client)
    draft = Draft(client, "workerSimplified")
    await draft.save(**await person(client, alias="見本 はな"))
    await draft.send()
    number = (await approve(client, draft.id, ("name", "birth_date"))).json()["application"]["worker"]["number"]
    order = (
        await rows(
            "SELECT o.id FROM card_order o JOIN worker w ON w.id = o.worker_id WHERE w.worker_number = $1", number
        )
    )[0][0]
    await orders.issue(order, "0A1B2C3D", clock.now())
    return str(order), number


async def test_a_face_shows_the_alias_the_photo_and_until_when(client: httpx.AsyncClient) -> None:
    order, number = await issued(client)
    face = await printing.face_of((await rows("SELECT id FROM card_order WHERE id = $1::text::uuid", order))[0][0])
    assert (face.level, face.name, face.number, face.trade) == (1, "見本 はな", number, "鉄筋工")
    assert bytes(face.photo[:2]) == b"\xff\xd8"
    assert face.until > face.issued


@with_fonts
async def test_it_is_printed_for_the_operator_in_every_level(client: httpx.AsyncClient) -> None:
    order, _ = await issued(client)
    be(client, (await user(Role.OPERATOR, 0))[1])
    made = set()
    for level in (1, 2, 3, 4):
        await database.fetch("UPDATE card_order SET level = $2 WHERE id = $1::text::uuid RETURNING id", order, level)
        answer = await client.get(f"/v1/card-orders/{order}/face")
        assert (answer.status_code, answer.headers["content-type"], answer.content[:5]) == (
            200,
            "application/pdf",
            b"%PDF-",
        )
        made.add(answer.content)
    assert len(made) == 4


async def test_a_card_that_is_not_issued_has_no_face(client: httpx.AsyncClient) -> None:
    _, number = await issued(client)
    worker = (await rows("SELECT id FROM worker WHERE worker_number = $1", number))[0][0]
    order = await orders.order(worker, OrderReason.DAMAGED, by=None, at=clock.now())
    be(client, (await user(Role.OPERATOR, 0))[1])
    assert (await client.get(f"/v1/card-orders/{order}/face")).status_code == 404
