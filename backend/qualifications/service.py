"""Enter qualifications with their proof, take back what waits, confirm or refuse; tell which count on a day."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.service import Account
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.errors import NotFoundError, PassportError
from backend.proofs import service as proofs
from backend.qualifications import catalogue, errors, statements
from backend.qualifications.rules import Fault, QualificationState, Record, counts, judge

MOST = 200
"""Of one worker."""
MOST_WAITING = 500

_FAULTS: dict[Fault, type[PassportError]] = {
    Fault.UNNAMED: errors.QualificationUnnamedError,
    Fault.FUTURE: errors.QualificationFutureError,
    Fault.DAYS: errors.QualificationDaysError,
    Fault.TWICE: errors.QualificationTwiceError,
}


class Kept(Record, frozen=True, kw_only=True):
    """A qualification that is kept, with what became of it."""

    worker_id: UUID
    worker_number: str
    worker: str
    id: UUID
    proof_id: UUID | None
    state: QualificationState
    entered_at: datetime
    entered_by: UUID
    why: str | None
    """Why it was refused."""

    def counts(self, day: date) -> bool:
        """Tell whether it counts on a day."""
        return counts(self.state, self.issued_on, self.expires_on, day)


async def list_of(worker_id: UUID) -> list[Kept]:
    """List what a worker holds, waits for and was refused, the newest issue first."""
    return [_kept(row) for row in await database.fetch(statements.OF_WORKER, worker_id)]


async def enter(
    account: Account, worker_id: UUID, qualification_id: UUID, record: Record, proof_id: UUID | None, at: datetime
) -> None:
    """Enter a qualification; it counts from when it is confirmed.  The same again changes nothing.

    Raises:
        QualificationUnknownError: a key that the catalogue does not have.
        QualificationUnnamedError, QualificationFutureError, QualificationDaysError, QualificationTwiceError:
            see `rules.judge`.
        QualificationIdTakenError: something else is kept under the id.
        QualificationProofError: no such picture of the caller's.
        QualificationsFullError: 200 are entered already.
    """
    record = _named(record)
    async with database.transaction() as db:
        await db.execute(statements.HOLD_WORKER, worker_id)
        others = await list_of(worker_id)
        same_id = next((one for one in others if one.id == qualification_id), None)
        if same_id is not None:
            if (_record(same_id), same_id.proof_id) != (record, proof_id):
                raise errors.QualificationIdTakenError
            return
        alive = [one for one in others if one.state is not QualificationState.REFUSED]
        fault = judge(record, alive, clock.japan_date(at))
        if fault:
            raise _FAULTS[fault]
        if len(others) >= MOST:
            raise errors.QualificationsFullError
        await _require_own(account, proof_id)
        row = (worker_id, qualification_id, record.key, record.name, record.issuer, record.issued_on, record.expires_on)
        await db.execute(statements.ENTER, *row, proof_id, QualificationState.WAITING, at, account.id)
        await _tell(EventKind.QUALIFICATION_ENTERED, worker_id, qualification_id)


async def take_back(worker_id: UUID, qualification_id: UUID) -> None:
    """Take back a qualification that waits or was refused; done again, nothing changes.

    Raises:
        QualificationDecidedError: it was confirmed already.
    """
    async with database.transaction() as db:
        await db.execute(statements.TAKE_BACK, worker_id, qualification_id)
        if await db.fetch(statements.TO_DECIDE, worker_id, qualification_id):
            raise errors.QualificationDecidedError


async def list_waiting() -> list[Kept]:
    """List what waits to be looked at, the oldest first; at most 500."""
    return [_kept(row) for row in await database.fetch(statements.WAITING, MOST_WAITING)]


async def decide(
    account: Account, worker_id: UUID, qualification_id: UUID, *, confirmed: bool, why: str, at: datetime
) -> None:
    """Confirm a qualification, or refuse it with a reason; the same again changes nothing.

    Raises:
        NotFoundError: no such record.
        QualificationOwnError: it is the caller's own, or the caller has entered it.
        QualificationWhyError: refused without a reason.
        QualificationDecidedError: it was decided otherwise.
    """
    if not confirmed and not why:
        raise errors.QualificationWhyError
    state = QualificationState.CONFIRMED if confirmed else QualificationState.REFUSED
    async with database.transaction() as db:
        rows = await db.fetch(statements.TO_DECIDE, worker_id, qualification_id)
        if not rows:
            raise NotFoundError
        kept = _kept(rows[0])
        if account.id == kept.entered_by or account.worker_id == worker_id:
            raise errors.QualificationOwnError
        if kept.state is state:
            return
        if kept.state is not QualificationState.WAITING:
            raise errors.QualificationDecidedError
        await db.execute(
            statements.DECIDE, worker_id, qualification_id, state, at, account.id, None if confirmed else why
        )
        kind = EventKind.QUALIFICATION_CONFIRMED if confirmed else EventKind.QUALIFICATION_REFUSED
        await _tell(kind, worker_id, qualification_id, kept.name)


async def counting(workers: Sequence[UUID], day: date) -> dict[UUID, frozenset[str]]:
    """Give the keys of what some workers hold that counts on a day."""
    rows = await database.fetch(statements.COUNTING, workers, day)
    return {row["worker_id"]: frozenset(row["keys"]) for row in rows}


async def ended(first_on: date, last_on: date) -> list[UUID]:
    """List the workers a qualification of whom ended between two days."""
    return [row[0] for row in await database.fetch(statements.ENDED, first_on, last_on)]


def _named(record: Record) -> Record:
    """Let the catalogue name what it knows."""
    if record.key is not None and record.name:
        raise errors.QualificationUnnamedError
    key = record.key or catalogue.find(record.name)
    if key is None:
        return record
    if key not in catalogue.load():
        raise errors.QualificationUnknownError
    return msgspec.structs.replace(record, key=key, name=catalogue.load()[key].ja)


async def _require_own(account: Account, proof_id: UUID | None) -> None:
    if proof_id is None:
        return
    found = (await proofs.read_all([proof_id])).get(proof_id)
    if found is None or found.account_id != account.id:
        raise errors.QualificationProofError


async def _tell(kind: EventKind, worker_id: UUID, qualification_id: UUID, name: str = "") -> None:
    body = {"qualificationId": str(qualification_id)} | ({"name": name} if name else {})
    await events.record(kind, msgspec.json.encode(body).decode(), worker_id)


def _record(kept: Kept) -> Record:
    return Record(
        key=kept.key, name=kept.name, issuer=kept.issuer, issued_on=kept.issued_on, expires_on=kept.expires_on
    )  # fmt: skip


def _kept(row: database.Row) -> Kept:
    return Kept(
        worker_id=row["worker_id"],
        worker_number=row["worker_number"],
        worker=row["worker"],
        id=row["id"],
        key=row["key"],
        name=row["name"],
        issuer=row["issuer"],
        issued_on=row["issued_on"],
        expires_on=row["expires_on"],
        proof_id=row["proof_id"],
        state=QualificationState(row["state"]),
        entered_at=row["entered_at"],
        entered_by=row["entered_by"],
        why=row["decided_why"],
    )
