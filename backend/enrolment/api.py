"""First logins, lost phones, and the users of an office."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from backend.accounts import rights
from backend.accounts import service as accounts
from backend.accounts.callers import (
    BROWSER,
    PRIVATE,
    AnyRequest,
    address,
    calling_account,
    calling_worker,
    device,
    put_question,
    signed_in,
    slow_down,
)
from backend.accounts.errors import NotLinkedError
from backend.accounts.messages import NewCredential
from backend.accounts.passkeys import Options
from backend.accounts.rules import Operation, OrganisationKind, Role
from backend.accounts.service import Account
from backend.enrolment import applicants, codes, invitations, recovery, service
from backend.enrolment.codes import Typed
from backend.enrolment.errors import DaysReversedError
from backend.enrolment.invitations import Invitation, User, Wish
from backend.enrolment.recovery import Attested, InHand, OpenRecovery
from backend.enrolment.service import GivenCode
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import body_of, problems

MOST_BY_ADDRESS = 120
MOST_FOR_WORKER = 20
MOST_BY_OFFICE = 300
MOST_APPLICANTS = 60
"""An hour."""

Digits = Annotated[str, msgspec.Meta(pattern="^[0-9]{4}$")]
Code = Annotated[str, msgspec.Meta(pattern="^[0-9]{8}$")]
Serial = Annotated[str, msgspec.Meta(pattern="^[0-9A-F]{8,32}$")]
Token = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{43}$")]
Name = Annotated[str, msgspec.Meta(pattern=r"^[^\u0000-\u001f\u007f]+$", min_length=1, max_length=80)]


class TypedCode(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Worker number, the four digits of the card, and a one-time code of eight digits."""

    worker_number: Number
    digits: Digits
    code: Code


class FirstPasskey(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What the phone answered when it was asked for a passkey."""

    credential: NewCredential


class InvitationTaken(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The secret of an invitation's link."""

    invitation: Token


class NewApplicant(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """How somebody who is in no register yet wants to be called."""

    name: Name


class CardSeen(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The card in hand: its serial as the office's reader reads it, and the digits its holder says."""

    card_serial: Serial
    digits: Digits


class NewUser(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Whom to invite: as what, where (no number for the register itself), from when until when."""

    name: Name
    role: Role
    organisation_kind: OrganisationKind
    number: Number | None = None
    first_on: date | None = None
    last_on: date | None = None


class Users(msgspec.Struct, frozen=True, rename="camel"):
    """Who holds which role at an organisation."""

    users: list[User]


@post(
    "/v1/enrolment/options",
    summary="Begin a first login",
    status_code=200,
    operation_class=body_of(TypedCode),
    responses=problems(400, 401, 403, 413, 429),
)
async def begin_enrolment(request: AnyRequest, data: JSONBody[TypedCode]) -> Response[Options]:
    """Check number, digits and code, and ask the phone for a passkey.  Five wrong ones lock the code."""
    return put_question(await service.begin(await _typed(request, data), clock.now()))


@post(
    "/v1/recoveries/options",
    summary="Begin on a new phone",
    status_code=200,
    operation_class=body_of(TypedCode),
    responses=problems(400, 401, 403, 413, 429),
)
async def begin_recovery(request: AnyRequest, data: JSONBody[TypedCode]) -> Response[Options]:
    """Check number, digits and the code from the office; before the 24 hours are over, says from when on."""
    return put_question(await recovery.begin(await _typed(request, data), clock.now()))


@post(
    "/v1/invitations/options",
    summary="Take an invitation",
    status_code=200,
    operation_class=body_of(InvitationTaken),
    responses=problems(400, 401, 413, 429),
)
async def begin_invited(request: AnyRequest, data: JSONBody[InvitationTaken]) -> Response[Options]:
    """Ask the browser of somebody invited for a passkey."""
    await slow_down(request, "enrolment", address(request), MOST_BY_ADDRESS)
    return put_question(await invitations.begin(data.invitation, clock.now()))


@post(
    "/v1/applicants/options",
    summary="Begin as an applicant",
    status_code=200,
    operation_class=body_of(NewApplicant),
    responses=problems(400, 413, 429),
)
async def begin_applicant(request: AnyRequest, data: JSONBody[NewApplicant]) -> Response[Options]:
    """Ask the phone of somebody who is in no register yet for a passkey, with which to apply."""
    await slow_down(request, "applicant", address(request), MOST_APPLICANTS)
    return put_question(await applicants.begin(data.name, clock.now()))


@post(
    "/v1/enrolment",
    summary="Keep the first passkey",
    status_code=204,
    operation_class=body_of(FirstPasskey),
    responses=problems(400, 401, 403, 409, 413, 429),
)
async def enrol(request: AnyRequest, data: JSONBody[FirstPasskey]) -> Response[None]:
    """Keep the passkey that was asked for by a code, a recovery, an invitation or an applicant, and sign in."""
    await slow_down(request, "enrolment-answer", address(request), MOST_BY_ADDRESS)
    browser = request.cookies.get(BROWSER, "")
    return signed_in(await service.finish(data.credential, browser, device(request), clock.now()))


@get("/v1/recovery", summary="Is somebody taking my account to another phone", responses=problems(401, 403, 404))
async def my_recovery(request: AnyRequest) -> Response[OpenRecovery]:
    """Show what was begun in this worker's name."""
    found = await recovery.find_open(await calling_worker(request), clock.now())
    if found is None:
        raise NotFoundError
    return Response(found, headers=PRIVATE)


@delete("/v1/recovery", summary="That was not me", status_code=204, responses=problems(401, 403, 404))
async def cancel_recovery(request: AnyRequest) -> None:
    """Cancel what was begun in this worker's name; needs a sign-in of the last ten minutes."""
    now, account = clock.now(), await calling_account(request)
    accounts.require_fresh(account, now)
    if account.worker_id is None or not await recovery.cancel(account.worker_id, now):
        raise NotFoundError


@post(
    "/v1/workers/{number:str}/enrolment-code",
    summary="Give a worker a code for a first login",
    status_code=201,
    responses=problems(400, 401, 403, 409, 429),
)
async def give_code(request: AnyRequest, number: FromPath[Number]) -> Response[GivenCode]:
    """Give a one-time code, shown once; an earlier one ends."""
    account, worker_id = await _office(request, number, Operation.GIVE_ENROLMENT_CODE)
    given = await service.give_code(worker_id, clock.now(), by=account.id)
    return Response(given, status_code=201, headers=PRIVATE)


@post(
    "/v1/workers/{number:str}/recovery",
    summary="Attest that a worker lost the phone",
    status_code=201,
    operation_class=body_of(CardSeen),
    responses=problems(400, 401, 403, 413, 429),
)
async def attest_recovery(
    request: AnyRequest, number: FromPath[Number], data: JSONBody[CardSeen]
) -> Response[Attested]:
    """Begin a recovery with the card in hand; it opens after 24 hours, and the worker is told on every channel."""
    account, worker_id = await _office(request, number, Operation.ATTEST_RECOVERY)
    await slow_down(request, "digits", str(worker_id), MOST_FOR_WORKER)
    begun = await recovery.attest(account, worker_id, InHand(data.card_serial, data.digits), clock.now())
    return Response(begun, status_code=201, headers=PRIVATE)


@post(
    "/v1/users",
    summary="Invite a user",
    status_code=201,
    operation_class=body_of(NewUser),
    responses=problems(400, 401, 403, 404, 409, 413),
)
async def invite_user(request: AnyRequest, data: JSONBody[NewUser]) -> Response[Invitation]:
    """Invite somebody to a role; the link is shown once."""
    now, account = clock.now(), await calling_account(request)
    first_on = data.first_on or clock.japan_date(now)
    if data.last_on is not None and data.last_on < first_on:
        raise DaysReversedError(at="$.lastOn")
    where = await invitations.find_organisation(data.organisation_kind, data.number)
    wish = Wish(data.name, data.role, first_on, data.last_on)
    return Response(await invitations.invite(account, where, wish, now), status_code=201, headers=PRIVATE)


@get("/v1/users", summary="Who holds which role", responses=problems(400, 401, 403, 404))
async def list_users(
    request: AnyRequest, kind: FromQuery[OrganisationKind], number: FromQuery[Number | None] = None
) -> Response[Users]:
    """List the users of a company, a site or the register."""
    account = await calling_account(request)
    where = await invitations.find_organisation(kind, number)
    return Response(Users(await invitations.list_users(account, where, clock.now())), headers=PRIVATE)


@post(
    "/v1/users/{account:uuid}/invitation",
    summary="Let a user in again",
    status_code=201,
    responses=problems(400, 401, 403, 404),
)
async def invite_again(request: AnyRequest, account: FromPath[UUID]) -> Response[Invitation]:
    """Invite again a user who lost the phone; a second administrator does it."""
    caller = await calling_account(request)
    again = await invitations.invite_again(caller, account, clock.now())
    return Response(again, status_code=201, headers=PRIVATE)


@delete("/v1/roles/{role:uuid}", summary="End a role", status_code=204, responses=problems(400, 401, 403, 404))
async def end_role(request: AnyRequest, role: FromPath[UUID]) -> None:
    """End a role at once; a second administrator does it."""
    await invitations.end_role(await calling_account(request), role, clock.now())


async def _typed(request: AnyRequest, data: TypedCode) -> Typed:
    await slow_down(request, "enrolment", address(request), MOST_BY_ADDRESS)
    await slow_down(request, "code", data.worker_number, MOST_FOR_WORKER)
    return Typed(data.worker_number, data.digits, data.code)


async def _office(request: AnyRequest, number: str, operation: Operation) -> tuple[Account, UUID]:
    """Tell who calls and which worker is meant; an unknown number is answered like somebody else's worker."""
    now, account = clock.now(), await calling_account(request)
    await slow_down(request, "office", str(account.id), MOST_BY_OFFICE)
    worker_id = await codes.find_worker(number)
    subject = await rights.about_worker(worker_id, clock.japan_date(now)) if worker_id else rights.NOBODY
    await rights.require(account, operation, subject, now)
    if worker_id is None:
        raise NotLinkedError
    return account, worker_id


router = Router(
    "/",
    route_handlers=[
        begin_enrolment,
        begin_recovery,
        begin_invited,
        begin_applicant,
        enrol,
        my_recovery,
        cancel_recovery,
        give_code,
        attest_recovery,
        invite_user,
        list_users,
        invite_again,
        end_role,
    ],
    tags=["enrolment"],
)
