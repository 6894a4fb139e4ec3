"""Mail and LINE as ways of one's own: kept, confirmed, ended; and what LINE tells us."""

from typing import Annotated

import msgspec
from litestar import Request, Response, Router, delete, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody
from litestar.response import Redirect

from backend.accounts.callers import PRIVATE, address, calling_account, slow_down
from backend.accounts.service import Account
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.openapi import body_of, problems
from backend.settings import settings
from notifications import line_account, line_hook, mail_address
from notifications.api import recipient_of
from notifications.kinds import RecipientKind
from notifications.messages import LineCode, LinkToken, NewMail

MAILS_AN_HOUR = 5
CODES_AN_HOUR = 10
LINKS_AN_HOUR = 60

Token = Annotated[str, msgspec.Meta(max_length=200)]
AnyRequest = Request[object, object, State]


@put(
    "/v1/notices/mail",
    summary="Tell me by mail",
    status_code=204,
    operation_class=body_of(NewMail),
    responses=problems(400, 401, 409, 413, 429),
)
async def keep_mail(request: AnyRequest, data: JSONBody[NewMail], me: NamedDependency[Account]) -> None:
    """Keep a mail address and send a link there; nothing else goes there before it was opened."""
    await slow_down(request, "confirm mail", str(me.id), MAILS_AN_HOUR)
    kind = RecipientKind.WORKER if me.worker_id else RecipientKind.USER
    at = clock.now()
    await mail_address.keep(recipient_of(me), kind, data.address, always=data.always, account_id=me.id, at=at)


@delete("/v1/notices/mail", summary="Tell me by mail no more", responses=problems(401, 404))
async def end_mail(me: NamedDependency[Account]) -> None:
    """End one's own mail address."""
    if not await mail_address.end(recipient_of(me), clock.now()):
        raise NotFoundError


@post("/v1/notices/line", summary="Tell me on LINE", status_code=200, responses=problems(401, 409, 429))
async def link_line(request: AnyRequest, me: NamedDependency[Account]) -> Response[LineCode]:
    """Give a code to send to our account on LINE; whoever sends it is told there from then on."""
    await slow_down(request, "line code", str(me.id), CODES_AN_HOUR)
    code, until = await line_account.give_code(recipient_of(me), me.id, clock.now())
    return Response(LineCode(code, until), headers=PRIVATE)


@delete("/v1/notices/line", summary="Tell me on LINE no more", responses=problems(401, 404))
async def end_line(me: NamedDependency[Account]) -> None:
    """Let go of one's own LINE account."""
    if not await line_account.end(recipient_of(me), clock.now()):
        raise NotFoundError


@post(
    "/v1/notices/mail/confirm",
    summary="This mail address is mine",
    status_code=204,
    operation_class=body_of(LinkToken),
    responses=problems(400, 404, 413, 429),
)
async def confirm_mail(request: AnyRequest, data: JSONBody[LinkToken]) -> None:
    """Confirm an address by the secret of the link that was sent there."""
    await slow_down(request, "mail link", address(request), LINKS_AN_HOUR)
    await mail_address.confirm(data.token, clock.now())


@get("/v1/notices/mail/stop/{token:str}", summary="The page that stops mail", responses=problems(404))
async def show_stop(token: FromPath[Token]) -> Redirect:
    """Lead to the page that asks first: programs that only look at links must stop nothing."""
    return Redirect(f"/mail#stop={token}", status_code=303)


@post(
    "/v1/notices/mail/stop/{token:str}",
    summary="Stop mail to this address",
    status_code=204,
    responses=problems(404, 429),
)
async def stop_mail(request: AnyRequest, token: FromPath[Token]) -> None:
    """End an address by the secret that stands in every mail (RFC 8058); again changes nothing."""
    await slow_down(request, "mail link", address(request), LINKS_AN_HOUR)
    await mail_address.stop(token, clock.now())


@post(
    "/v1/line",
    summary="LINE tells us something",
    status_code=204,
    responses=problems(404, 413),
)
async def hear_line(request: AnyRequest) -> None:
    """Take in what LINE signed (its webhook): codes that were sent, and who left."""
    secret = settings().line_secret
    body = await request.body()
    if secret is None or not line_hook.is_signed(body, request.headers.get(line_hook.SIGNATURE, ""), secret):
        raise NotFoundError
    await line_account.take_in(line_hook.read_events(body), clock.now())


router = Router(
    "/",
    route_handlers=[keep_mail, end_mail, link_line, end_line],
    dependencies={"me": Provide(calling_account)},
    tags=["notices"],
)
open_router = Router("/", route_handlers=[confirm_mail, show_stop, stop_mail, hear_line], tags=["notices"])
