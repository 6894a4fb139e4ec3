"""Order a card, and make and send those that are ordered."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, calling_worker_account
from backend.accounts.errors import NotLinkedError
from backend.accounts.rules import Operation
from backend.cards import orders, printing
from backend.cards.orders import Issued, OrderReason
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems
from backend.kit.texts import readable
from backend.workers import service as workers

PDF = "application/pdf"
Serial = Annotated[str, msgspec.Meta(pattern="^[0-9A-F]{8,32}$")]
Parcel = Annotated[str, msgspec.Meta(max_length=40)]


class WhyOrdered(StrEnum):
    """Why a card is made."""

    FIRST = "first"
    RENEWAL = "renewal"
    LOST = "lost"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    WITHHELD = "withheld"
    PRINT_CHANGED = "printChanged"
    LEVEL = "level"


class NewOrder(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A card to be made."""

    reason: WhyOrdered


class NewCard(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The chip that was taken for an order."""

    serial: Serial
    identified: bool = True
    """Whether an identity document was given; without one a card is short-lived."""


class Sending(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """How a card travels."""

    parcel: Parcel | None = None


class WaitingOrder(msgspec.Struct, frozen=True, rename="camel"):
    """A card that waits to be made or sent."""

    id: UUID
    worker: str
    name: str
    reason: WhyOrdered
    level: int
    ordered_at: datetime
    issued_at: datetime | None


class WaitingOrders(msgspec.Struct, frozen=True, rename="camel"):
    """The cards that wait, the oldest order first."""

    orders: list[WaitingOrder]


class Ordered(msgspec.Struct, frozen=True, rename="camel"):
    """The order that was made."""

    id: UUID


@post(
    "/v1/workers/{number:str}/card-orders",
    summary="Order a worker's card",
    operation_class=body_of(NewOrder),
    responses=problems(400, 401, 403, 409),
)
async def order_for_worker(
    request: AnyRequest, number: FromPath[Number], data: JSONBody[NewOrder]
) -> Response[Ordered]:
    """Order a card for a worker whom the caller employs or serves."""
    now, account = clock.now(), await calling_account(request)
    worker_id = await workers.find(number)
    subject = rights.NOBODY if worker_id is None else await rights.about_worker(worker_id, clock.japan_date(now))
    await rights.require(account, Operation.ORDER_CARD, subject, now)
    if worker_id is None:
        raise NotLinkedError
    return Response(Ordered(await orders.order(worker_id, _reason(data), by=account.id, at=now)), status_code=201)


@post(
    "/v1/passport/card/orders",
    summary="Order my card",
    operation_class=body_of(NewOrder),
    responses=problems(400, 401, 403, 409),
)
async def order_mine(request: AnyRequest, data: JSONBody[NewOrder]) -> Response[Ordered]:
    """Order a card of one's own; one that is lost or withheld is stopped at once."""
    account, worker_id = await calling_worker_account(request)
    made = await orders.order(worker_id, _reason(data), by=account.id, at=clock.now())
    return Response(Ordered(made), status_code=201)


@get("/v1/card-orders", summary="Cards to make and send", responses=problems(401, 403))
async def waiting_orders(request: AnyRequest) -> Response[WaitingOrders]:
    """List the cards that wait to be made or sent."""
    await _maker(request)
    found = [
        WaitingOrder(
            one.id,
            one.worker_number,
            one.name,
            WhyOrdered[one.reason.name],
            one.level,
            one.ordered_at.astimezone(clock.JAPAN),
            one.issued_at.astimezone(clock.JAPAN) if one.issued_at else None,
        )
        for one in await orders.list_waiting()
    ]
    return Response(WaitingOrders(found), headers=PRIVATE)


@post(
    "/v1/card-orders/{order:uuid}/card",
    summary="Issue a card",
    operation_class=body_of(NewCard),
    responses=problems(400, 401, 403, 404, 409),
)
async def issue_card(request: AnyRequest, order: FromPath[UUID], data: JSONBody[NewCard]) -> Response[Issued]:
    """Take a chip for an order; answers, this once, what is printed on the card."""
    await _maker(request)
    made = await orders.issue(order, data.serial, clock.now(), identified=data.identified)
    return Response(made, status_code=201, headers=PRIVATE)


@get(
    "/v1/card-orders/{order:uuid}/face",
    summary="The face of a card, to print",
    media_type=PDF,
    responses={
        200: ResponseSpec(bytes, generate_examples=False, media_type=PDF, description="A PDF of a card's size"),
        **problems(400, 401, 403, 404),
    },
)
async def card_face(request: AnyRequest, order: FromPath[UUID]) -> Response[bytes]:
    """Set the face of an issued card in its level's colour and shape."""
    await _maker(request)
    made = await printing.print_face(await printing.face_of(order))
    headers = {"content-disposition": 'inline; filename="card.pdf"', "cache-control": "private, no-store"}
    return Response(made, media_type=PDF, headers=headers)


@post(
    "/v1/card-orders/{order:uuid}/sending",
    summary="Send a card",
    status_code=204,
    operation_class=body_of(Sending),
    responses=problems(400, 401, 403, 404),
)
async def send_card(request: AnyRequest, order: FromPath[UUID], data: JSONBody[Sending]) -> None:
    """Keep that it is on its way; the worker is told."""
    await _maker(request)
    await orders.send(order, readable(data.parcel or "") or None, clock.now())


@delete("/v1/card-orders/{order:uuid}", summary="Cancel a card", status_code=204, responses=problems(401, 403, 404))
async def cancel_order(request: AnyRequest, order: FromPath[UUID]) -> None:
    """Cancel an order that is not issued: who may order may cancel."""
    now, account = clock.now(), await calling_account(request)
    worker_id = await orders.worker_of(order)
    subject = rights.NOBODY if worker_id is None else await rights.about_worker(worker_id, clock.japan_date(now))
    await rights.require(account, Operation.ORDER_CARD, subject, now)
    if worker_id is None:
        raise NotFoundError
    await orders.cancel(order, now)


async def _maker(request: AnyRequest) -> None:
    await rights.require(await calling_account(request), Operation.ISSUE_CARD, rights.NOBODY, clock.now())


def _reason(data: NewOrder) -> OrderReason:
    return OrderReason[data.reason.name]


router = Router(
    "/",
    route_handlers=[order_for_worker, order_mine, waiting_orders, issue_card, card_face, send_card, cancel_order],
    tags=["cards"],
)
