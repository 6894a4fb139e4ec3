"""What readers may ask: hand in touches, agree on a session, begin a new epoch."""

import binascii
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Annotated, TypeVar
from uuid import UUID

import msgspec
from litestar import Request, Router, post
from litestar.datastructures import State

from backend.devices import service as devices
from backend.devices.rules import ReaderKey, is_coded, is_signed
from backend.kit import clock
from backend.kit.errors import MalformedError
from backend.kit.openapi import body_of, problems
from backend.kit.refusals import choose_language
from backend.taps import errors, messages
from backend.taps.answers import TapAnswers, answer_report
from backend.taps.gathering import Gathering
from backend.taps.intake import arrive
from backend.taps.reading import read_report

READER, SIGNATURE, SESSION, CODE = "passport-reader", "passport-signature", "passport-session", "passport-code"

T = TypeVar("T", bound=msgspec.Struct)


class SessionAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """Our half of the exchange: from now on single touches may carry HMAC-SHA-256 codes instead of signatures."""

    session: UUID
    public_key: str
    """X25519, 32 bytes, base64."""
    expires_at: datetime


class EpochAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """The epoch in which the reader's sequence begins anew."""

    epoch: int


class SessionRequest(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A reader's half of an X25519 exchange, 32 bytes in base64; signed with its own key."""

    public_key: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9+/]{43}=$")]


class EpochRequest(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A reader asks for the epoch after the one it was in; asked twice, the answer is the same."""

    after: messages.Epoch


async def _signer(request: Request[object, object, State], body: bytes) -> ReaderKey:
    """Find the reader that signed a body.

    Raises:
        ReaderUnknownError: none is named, or it is not enrolled; nothing is kept.
        SessionOverError: the session named has run out.
        SignatureWrongError: the signature or code is not over these bytes.
    """
    reader = await devices.find_key(request.headers.get(READER, ""))
    if reader is None:
        raise errors.ReaderUnknownError
    if SESSION in request.headers:
        await _check_code(request, reader, body)
    elif not is_signed(reader, body, _unbase64(request.headers.get(SIGNATURE, ""))):
        raise errors.SignatureWrongError
    return reader


async def _check_code(request: Request[object, object, State], reader: ReaderKey, body: bytes) -> None:
    try:
        session = await devices.find_session(UUID(request.headers[SESSION]), reader, clock.now())
    except ValueError:
        session = None
    if session is None:
        raise errors.SessionOverError
    if not is_coded(session.key, body, _unbase64(request.headers.get(CODE, ""))):
        raise errors.SignatureWrongError


def _unbase64(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


@post(
    "/v1/taps",
    summary="Hand in touches",
    status_code=200,
    operation_class=body_of(messages.Report, READER, SIGNATURE, SESSION, CODE),
    responses=problems(400, 401, 409, 413),
)
async def hand_in_taps(request: Request[object, object, State], state: State) -> TapAnswers:
    """Answer each touch after it is durable.  Safe to send again: the same touch is always answered alike.

    The body's bytes are signed (Ed25519 in `Passport-Signature`, or a session's code in `Passport-Code`).
    """
    received_at = clock.now()
    body = await request.body()
    reader = await _signer(request, body)
    read = read_report(body)
    language = choose_language(request.headers.get("accept-language", ""))
    if read.report is None:
        return answer_report([], [], read.broken, language)
    if read.report.epoch > reader.epoch and read.report.epoch > await devices.refresh_epoch(reader):
        raise errors.EpochUnknownError
    gathering: Gathering = state.gathering
    outcomes = await gathering.submit(arrive(reader, read.report, received_at))
    return answer_report([tap.sequence for tap in read.report.taps], outcomes, read.broken, language)


@post(
    "/v1/readers/sessions",
    summary="Agree on a session",
    status_code=201,
    operation_class=body_of(SessionRequest, READER, SIGNATURE),
    responses=problems(400, 401, 413),
)
async def open_reader_session(request: Request[object, object, State]) -> SessionAnswer:
    """Agree with a signing reader on a secret that lasts some hours; a replayed request gains nothing."""
    reader, asked = await _signed_request(request, SessionRequest)
    try:
        session, ours = await devices.open_session(reader, _unbase64(asked.public_key), clock.now())
    except ValueError as error:
        raise MalformedError(at="$.publicKey") from error
    return SessionAnswer(session.id, b64encode(ours).decode(), session.expires_at)


@post(
    "/v1/readers/epochs",
    summary="Begin a new epoch",
    status_code=201,
    operation_class=body_of(EpochRequest, READER, SIGNATURE),
    responses=problems(400, 401, 413),
)
async def begin_epoch(request: Request[object, object, State]) -> EpochAnswer:
    """After any loss of its queue a reader begins a new epoch, so that no identity is used twice."""
    reader, asked = await _signed_request(request, EpochRequest)
    return EpochAnswer(await devices.begin_epoch(reader, asked.after))


async def _signed_request(request: Request[object, object, State], kind: type[T]) -> tuple[ReaderKey, T]:
    body = await request.body()
    reader = await _signer(request, body)
    try:
        return reader, msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedError(at=str(error)) from error


router = Router("/", route_handlers=[hand_in_taps, open_reader_session, begin_epoch], tags=["readers"])
