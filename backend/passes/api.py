"""The pass: a phone has its keys certified, and anybody checks a code."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime

from litestar import Response, Router, get, post
from litestar.params import JSONBody

from backend.accounts import service as accounts
from backend.accounts.callers import COOKIE, PRIVATE, AnyRequest, address, calling_worker_account, slow_down
from backend.accounts.passkey_rules import unbase64url
from backend.kit import clock
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import Language, choose_language, give_reason
from backend.passes import service
from backend.passes.answers import (
    Certificates,
    CheckAnswer,
    CheckingAnswer,
    NewPass,
    PassAnswer,
    RegisterKey,
    SeenAnswer,
    SeenTrade,
    ShownCode,
)
from backend.passes.fields import Audience, Seen
from backend.passes.rules import Finding
from backend.settings import Mode, settings
from backend.workers import trades

MOST_ISSUED = 120
"""An hour and account."""
MOST_CHECKED = 3000
"""An hour and address; a whole gate may stand behind one."""
CACHEABLE = {"cache-control": "public, max-age=3600", "vary": "accept-language"}


@post(
    "/v1/passes",
    summary="Certify my phone's keys for the pass",
    status_code=200,
    operation_class=body_of(NewPass),
    responses=problems(400, 401, 403, 404, 409, 413, 429),
)
async def issue_pass(request: AnyRequest, data: JSONBody[NewPass]) -> Response[PassAnswer]:
    """Give certificates for some days; safe to send again, with the same keys, whenever there is a network."""
    account, worker_id = await calling_worker_account(request)
    await slow_down(request, "pass", str(account.id), MOST_ISSUED)
    points = {audience: unbase64url(getattr(data.public_keys, audience)) for audience in Audience}
    issued = await service.issue(account, worker_id, points, clock.now())
    certificates = Certificates(**{audience: _base64url(issued.certificates[audience]) for audience in Audience})
    return Response(PassAnswer(issued.until, certificates), headers=PRIVATE)


@get("/v1/passes/keys", summary="What a pass is checked with", responses=problems())
async def pass_keys(request: AnyRequest) -> Response[CheckingAnswer]:
    """Give what a checker keeps, so that a pass can be checked without a network."""
    language = _language(request)
    published = [RegisterKey(key.id.hex(), _base64url(key.public_key), key.since) for key in await service.published()]
    names = {str(trade.number): trade.name(language) for trade in trades.all_trades()}
    return Response(CheckingAnswer(published, names, settings().mode is Mode.SAMPLE), headers=CACHEABLE)


@post(
    "/v1/passes/check",
    summary="Check a pass",
    status_code=200,
    operation_class=body_of(ShownCode),
    responses=problems(400, 403, 413, 429),
)
async def check_pass(request: AnyRequest, data: JSONBody[ShownCode]) -> Response[CheckAnswer]:
    """Tell whether a code is good, and what its audience may see; the worker is told that it was looked at.

    Nobody need be signed in; who is, is named to the worker by the organisation.
    """
    await slow_down(request, "pass-check", address(request), MOST_CHECKED)
    now = clock.now()
    viewer = await accounts.find_account(request.cookies.get(COOKIE, ""), now)
    found = await service.check(data.code, viewer, now)
    language, code = _language(request), found.code if found.finding is not Finding.NOT_OURS else None
    answer = CheckAnswer(
        finding=found.finding,
        checked_at=now,
        audience=code.certificate.audience if code else None,
        shown_at=datetime.fromtimestamp(code.instant, UTC) if code else None,
        seen=_seen(found.seen, language) if found.seen else None,
        reason=None if found.finding is Finding.VALID else give_reason(f"pass_{found.finding}", language),
    )
    return Response(answer, headers=PRIVATE)


def _seen(seen: Seen, language: Language) -> SeenAnswer:
    trade = None if seen.trade is None else SeenTrade(seen.trade, trades.name_of(seen.trade, language))
    return SeenAnswer(seen.level, trade, seen.worker_number, seen.birth_date, seen.name)


def _language(request: AnyRequest) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


def _base64url(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


router = Router("/", route_handlers=[issue_pass, pass_keys, check_pass], tags=["passes"])
