"""Letters of the operator to everybody, or to who lives in some prefectures."""

from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody

from backend.accounts import rights
from backend.accounts.callers import PRIVATE, calling_account
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.texts import readable
from notifications import letters
from notifications.letters import Audience
from notifications.messages import LetterAnswer, LettersAnswer, NewLetter

AnyRequest = Request[object, object, State]


@get("/v1/letters", summary="The letters that were sent", responses=problems(401, 403))
async def sent_letters(me: NamedDependency[Account]) -> Response[LettersAnswer]:
    """List the newest hundred, each with how many it was told to so far."""
    await rights.require(me, Operation.WRITE_LETTER, rights.NOBODY, clock.now())
    return Response(await _letters(), headers=PRIVATE)


@post(
    "/v1/letters",
    summary="Send a letter",
    status_code=200,
    operation_class=body_of(NewLetter),
    responses=problems(400, 401, 403, 413),
)
async def send_letter(data: JSONBody[NewLetter], me: NamedDependency[Account]) -> Response[LettersAnswer]:
    """Tell all workers, or those of some prefectures, in the words given; it goes out page by page soon after."""
    at = clock.now()
    await rights.require(me, Operation.WRITE_LETTER, rights.NOBODY, at)
    await letters.write(readable(data.title), readable(data.body), Audience(data.prefectures), by=me.id, at=at)
    return Response(await _letters(), headers=PRIVATE)


async def _letters() -> LettersAnswer:
    found = [
        LetterAnswer(one.id, one.title, one.body, one.audience.prefectures, one.written_at, one.told_at, one.told)
        for one in await letters.list_letters()
    ]
    return LettersAnswer(found)


router = Router(
    "/",
    route_handlers=[sent_letters, send_letter],
    dependencies={"me": Provide(calling_account)},
    tags=["notices"],
)
