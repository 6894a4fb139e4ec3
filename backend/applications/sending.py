"""Send an application, or take it back."""

from datetime import date, datetime
from secrets import choice
from uuid import UUID

import msgspec

from backend.accounts.service import Account
from backend.applications import drafts, errors, reading, statements
from backend.applications.kinds import IN_REVIEW, ApplicationKind, ApplicationState, Step
from backend.applications.reading import Application, Judged, WorkerConsent
from backend.applications.rules import Given
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from backend.kit.refusals import HELP_LETTERS
from backend.workers import registering
from backend.workers.errors import AlreadyRegisteredError
from backend.workers.values import NOT_KEPT

RECEIPT_LETTERS = 8


async def send(account: Account, application_id: UUID, turn: int, version: int, at: datetime) -> Application:
    """Send an application as it was seen at a turn, and give it with its receipt; sending it again changes nothing.

    Raises:
        NotFoundError: none of that id, or not this account's to send.
        DraftMovedError, FormMovedError: it is not what was seen.
        IncompleteError, NothingChangedError, AlreadyRegisteredError: it cannot be registered like that.
        ConsentMissingError: the worker has not agreed to it as it stands.
    """
    async with database.transaction() as db:
        await db.fetch(statements.HOLD, application_id)
        kept = await drafts.require_writer(account, application_id, at)
        if kept.state in IN_REVIEW:
            return kept
        if not kept.is_open:
            raise errors.ApplicationSentError
        if kept.turn != turn:
            raise errors.DraftMovedError
        await _require_good(kept, version, at)
        await db.execute(statements.SENT, application_id, _receipt(clock.japan_date(at)), at)
        await take_step(kept, Step.SENT, account.id, at)
        await tell(EventKind.APPLICATION_SENT, kept)
    return await reading.read(application_id)


async def withdraw(account: Account, application_id: UUID, at: datetime) -> None:
    """Take an application back: a draft is gone, one that was sent stays as withdrawn.

    Raises:
        NotFoundError: none of that id, or not this account's.
        ApplicationSentError: it is decided.
    """
    async with database.transaction() as db:
        await db.fetch(statements.HOLD, application_id)
        kept = await drafts.require_writer(account, application_id, at)
        if kept.state is ApplicationState.DRAFT:
            await db.execute(statements.DROP_DRAFT, application_id)
            await db.execute(statements.DROP_CONSENTS, application_id)
        elif kept.is_open or kept.state in IN_REVIEW:
            await db.execute(statements.MOVE, application_id, ApplicationState.WITHDRAWN, at, at)
            await take_step(kept, Step.WITHDRAWN, account.id, at)
            await forget_secrets(kept)
        elif kept.state is not ApplicationState.WITHDRAWN:
            raise errors.ApplicationSentError


async def take_step(
    application: Application,
    step: Step,
    by: UUID | None,
    at: datetime,
    *,
    items: dict[str, str] | None = None,
    why: str = "",
) -> None:
    """Keep what was done with an application."""
    written = msgspec.json.encode(items or {}).decode()
    async with database.transaction() as db:
        await db.execute(statements.STEP, application.id, ids.new_event_id(), step, at, by, written, why)


async def tell(kind: EventKind, application: Application) -> None:
    """Tell that an application moved; where it is about a registered worker, him too."""
    body = msgspec.json.encode({"applicationId": application.id, "kind": application.kind}).decode()
    await events.record(kind, body, application.worker_id or events.NOBODY)


async def forget_secrets(
    application: Application, *, worker_id: UUID | None = None, company_id: int | None = None
) -> None:
    """Leave out of a decided application what is not kept, and note whom it registered."""
    given: dict[str, Given] = {key: one for key, one in application.given.items() if key not in NOT_KEPT}
    written = msgspec.json.encode(given).decode()
    whom = (worker_id or application.worker_id, company_id or application.company_id)
    async with database.transaction() as db:
        await db.execute(statements.FORGET, application.id, written, *whom)


async def _require_good(kept: Application, version: int, at: datetime) -> None:
    judged = await reading.judge_application(kept, clock.japan_date(at))
    if version != judged.form.version:
        raise errors.FormMovedError
    if judged.faults:
        raise errors.IncompleteError(at=f"$.values.{judged.faults[0].item}")
    if not kept.kind.registers and kept.kind is not ApplicationKind.COMPANY_RENEWAL:
        if not reading.changed_items(judged):
            raise errors.NothingChangedError
    elif kept.kind.about_worker:
        await _require_new_person(judged)
    if kept.needs_consent and (await reading.consents_of([kept], at))[kept.id] is not WorkerConsent.GIVEN:
        raise errors.ConsentMissingError


async def _require_new_person(judged: Judged) -> None:
    number, birth = str(judged.values["identity_number"]), date.fromisoformat(str(judged.values["birth_date"]))
    if await registering.is_known(number, birth):
        raise AlreadyRegisteredError


def _receipt(today: date) -> str:
    """Make a receipt's number: the day, and eight letters that nobody mistakes for each other."""
    letters = "".join(choice(HELP_LETTERS) for _ in range(RECEIPT_LETTERS))
    return f"{today:%Y%m%d}-{letters[:4]}-{letters[4:]}"
