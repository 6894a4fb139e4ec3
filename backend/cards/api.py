"""A worker's own card: is it stopped, and stop it because it is lost."""

from datetime import datetime

import msgspec
from litestar import Response, Router, get, post

from backend.accounts import service as accounts
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, calling_worker
from backend.cards import service
from backend.kit import clock
from backend.kit.openapi import problems
from backend.kit.refusals import Reason, choose_language, give_reason

LOST = "card_lost"


class CardLoss(msgspec.Struct, frozen=True, rename="camel"):
    """Whether a worker's card is stopped, and how to come to a new one."""

    stopped_at: datetime | None
    """Since when; None while there is a good card, or none at all."""
    reason: Reason | None


@get("/v1/passport/card/loss", summary="Is my card stopped", responses=problems(401, 403))
async def my_card_loss(request: AnyRequest) -> Response[CardLoss]:
    """Tell since when this worker's card is stopped, and who gives a new one."""
    return _answer(request, await service.stopped_since(await calling_worker(request)))


@post("/v1/passport/card/loss", summary="I have lost my card", status_code=200, responses=problems(401, 403, 409))
async def lose_card(request: AnyRequest) -> Response[CardLoss]:
    """Stop this worker's card for good; needs a sign-in of the last ten minutes.  Safe to send again."""
    now = clock.now()
    worker_id = await calling_worker(request)
    accounts.require_fresh(await calling_account(request), now)
    return _answer(request, await service.report_loss(worker_id, now))


def _answer(request: AnyRequest, stopped_at: datetime | None) -> Response[CardLoss]:
    if stopped_at is None:
        return Response(CardLoss(None, None), headers=PRIVATE)
    language = choose_language(request.headers.get("accept-language", ""))
    at = stopped_at.astimezone(clock.JAPAN).replace(microsecond=0)
    return Response(CardLoss(at, give_reason(LOST, language)), headers=PRIVATE)


router = Router("/", route_handlers=[my_card_loss, lose_card], tags=["cards"])
