"""Look at applications: two different people, neither of whom filed it; give back item by item, refuse, approve."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from backend.accounts import rights, views
from backend.accounts.rules import Grant, Operation
from backend.accounts.service import Account
from backend.applications import errors, reading, registering, sending, statements
from backend.applications.forms import proof_for
from backend.applications.kinds import IN_REVIEW, ApplicationState, Step, Verdict
from backend.applications.reading import Application, Judged
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.errors import NotFoundError


async def list_waiting(account: Account, at: datetime) -> list[Application]:
    """List what waits to be looked at, the oldest first; at most 500.

    Raises:
        RoleNeededError: see `rights.require`.
    """
    await _require(account, at)
    return [reading.read_row(row) for row in await database.fetch(statements.IN_REVIEW)]


async def open_one(account: Account, application_id: UUID, at: datetime) -> Application:
    """Open an application to review it; a registered worker sees that he was looked at.

    Raises:
        RoleNeededError: see `rights.require`.
        NotFoundError: none of that id, or never sent.
    """
    grant = await _require(account, at)
    application = await reading.read(application_id)
    if application.sent_at is None:
        raise NotFoundError
    if application.worker_id is not None:
        await views.record_all(account, {application.worker_id}, views.Purpose.APPLICATION, grant=grant, at=at)
    return application


async def look(account: Account, application_id: UUID, verdicts: Mapping[str, Verdict], at: datetime) -> Application:
    """Find an application good; the second look of another person registers it.

    Args:
        account: who looks.
        application_id: what is looked at.
        verdicts: what is proven, and what is registered as none; the second person's replace the first's.
        at: when.

    Raises:
        NotInReviewError, OwnApplicationError, SecondPersonError, ItemNotAskedError, NotProvenError.
        IncompleteError: something cannot stand any more, such as a licence that has run out since it was sent.
        AlreadyRegisteredError: somebody was registered with the document meanwhile.
    """
    async with database.transaction() as db:
        kept = await _hold(account, application_id, at)
        judged = await reading.judge_application(kept, clock.japan_date(at))
        if judged.faults:
            raise errors.IncompleteError(at=f"$.values.{judged.faults[0].item}")
        all_said = await _all_verdicts(kept, account, verdicts)
        _require_sound(judged, kept, all_said)
        said = {item: verdict.value for item, verdict in verdicts.items()}
        if kept.state is ApplicationState.SENT:
            await db.execute(statements.MOVE, kept.id, ApplicationState.LOOKED_AT, at, None)
            await sending.take_step(kept, Step.FIRST_LOOK, account.id, at, items=said)
        else:
            made = await registering.register(kept, judged, all_said, by=account.id, at=at)
            await db.execute(statements.MOVE, kept.id, ApplicationState.APPROVED, at, at)
            await sending.take_step(kept, Step.APPROVED, account.id, at, items=said)
            await sending.forget_secrets(kept, worker_id=made.worker_id, company_id=made.company_id)
            await sending.tell(EventKind.APPLICATION_APPROVED, await reading.read(kept.id))
    return await reading.read(application_id)


async def give_back(
    account: Account, application_id: UUID, items: Mapping[str, str], why: str, at: datetime
) -> Application:
    """Give an application back, item by item with the reason of each; it is written on and sent again.

    Raises:
        NotInReviewError, OwnApplicationError, ItemNotAskedError.
    """
    async with database.transaction() as db:
        kept = await _hold(account, application_id, at)
        judged = await reading.judge_application(kept, clock.japan_date(at))
        _require_asked(judged, items)
        await db.execute(statements.MOVE, kept.id, ApplicationState.RETURNED, at, None)
        await sending.take_step(kept, Step.RETURNED, account.id, at, items=dict(items), why=why)
        await sending.tell(EventKind.APPLICATION_RETURNED, kept)
    return await reading.read(application_id)


async def refuse(account: Account, application_id: UUID, why: str, at: datetime) -> Application:
    """Refuse an application with a reason.

    Raises:
        NotInReviewError, OwnApplicationError.
    """
    async with database.transaction() as db:
        kept = await _hold(account, application_id, at)
        await db.execute(statements.MOVE, kept.id, ApplicationState.REFUSED, at, at)
        await sending.take_step(kept, Step.REFUSED, account.id, at, why=why)
        await sending.forget_secrets(kept)
        await sending.tell(EventKind.APPLICATION_REFUSED, kept)
    return await reading.read(application_id)


async def _hold(account: Account, application_id: UUID, at: datetime) -> Application:
    await _require(account, at)
    async with database.transaction() as db:
        await db.fetch(statements.HOLD, application_id)
    kept = await open_one(account, application_id, at)
    if kept.state not in IN_REVIEW:
        raise errors.NotInReviewError
    if kept.filed_by == account.id or (kept.worker_id is not None and kept.worker_id == account.worker_id):
        raise errors.OwnApplicationError
    return kept


async def _all_verdicts(kept: Application, account: Account, verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Put the second person's verdicts over the first's, and see that they are two."""
    if kept.state is ApplicationState.SENT:
        return dict(verdicts)
    steps = (await reading.steps_of([kept.id]))[kept.id]
    first = next(step for step in reversed(steps) if step.step is Step.FIRST_LOOK)
    if first.by == account.id:
        raise errors.SecondPersonError
    return {item: Verdict(said) for item, said in first.items.items()} | dict(verdicts)


def _require_sound(judged: Judged, kept: Application, verdicts: Mapping[str, Verdict]) -> None:
    _require_asked(judged, verdicts)
    for item in judged.values:
        verdict, must = verdicts.get(item), judged.form.items.item[item].must_be_proven
        if must and judged.values[item] is not None and verdict is not Verdict.PROVEN:
            raise errors.NotProvenError(at=f"$.verdicts.{item}")
        if verdict is Verdict.PROVEN and proof_for(item, judged.form, kept.given, judged.kinds) is None:
            raise errors.NotProvenError(at=f"$.verdicts.{item}")
        if verdict is Verdict.NONE and judged.form.asked[item]:
            raise errors.NotProvenError(at=f"$.verdicts.{item}")


def _require_asked(judged: Judged, named: Mapping[str, object]) -> None:
    wrong = next((item for item in named if item not in judged.form.asked), None)
    if wrong is not None:
        raise errors.ItemNotAskedError(at=wrong)


async def _require(account: Account, at: datetime) -> Grant:
    grant, _ = await rights.require(account, Operation.REVIEW_APPLICATION, rights.NOBODY, at)
    return grant
