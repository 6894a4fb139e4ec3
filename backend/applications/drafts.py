"""Write an application: begun by whoever may, every field kept as it is left, on several devices."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts import rights
from backend.accounts.errors import NotAWorkerError
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.applications import errors, reading, statements
from backend.applications.forms import Form
from backend.applications.kinds import ApplicationKind
from backend.applications.reading import Application
from backend.applications.rules import Given, merge, proofs_in
from backend.companies import service as companies
from backend.companies.dates import Standing
from backend.companies.errors import RenewalNotOpenError
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.workers import service as workers
from backend.workers.errors import AlreadyRegisteredError

MOST_DRAFTS = 2000
"""An account: a company's clerk writes for many."""
LARGEST = 64 * 1024
"""Bytes of all that is given, as JSON."""
DRAFT_KEPT = timedelta(days=180)


class Wish(msgspec.Struct, frozen=True):
    """What is applied for, for whom, by whom."""

    kind: ApplicationKind
    company: str | None
    """The number of the company that it is about, or that files for a worker."""
    worker: str | None
    """The number of the worker for whom a company files, where there is one."""


class _Whom(msgspec.Struct, frozen=True):
    proxy_company_id: int | None = None
    worker_id: UUID | None = None
    company_id: int | None = None


async def write(
    account: Account, application_id: UUID, wish: Wish, changes: Mapping[str, Given], turn: int, at: datetime
) -> tuple[Application, list[str]]:
    """Keep what was changed since a turn; begins the application if there is none of that id.

    Gives the application, and the items that another device had changed meanwhile, which were left as they stand there.

    Raises:
        NotFoundError: it is another's.
        ApplicationSentError, ApplicationKindError, TooManyDraftsError, DraftTooLargeError, WhomMissingError.
        RoleNeededError, NotLinkedError, NotAWorkerError: not for this account to file.
    """
    async with database.transaction() as db:
        if not await db.fetch(statements.HOLD, application_id):
            await _begin(account, [application_id], wish, at)
            await db.fetch(statements.HOLD, application_id)
        kept = await require_writer(account, application_id, at)
        if not kept.is_open:
            raise errors.ApplicationSentError
        if kept.kind is not wish.kind:
            raise errors.ApplicationKindError
        merged = merge(kept.given, changes, turn, kept.turn + 1)
        if merged.changed:
            await _keep(account, kept, merged.given, at)
    return await reading.read(application_id), merged.conflicts


async def write_all(
    account: Account, drafts: Mapping[UUID, Mapping[str, Given]], wish: Wish, at: datetime
) -> set[UUID]:
    """Begin many drafts of one kind in one go, and give those that are new; one that is there is left as it is.

    Raises:
        TooManyDraftsError, WhomMissingError, RoleNeededError, NotLinkedError: as above, and then none is begun.
        DraftTooLargeError: see `fits`.
    """
    async with database.transaction() as db:
        form, new = await _begin(account, list(drafts), wish, at)
        rows = [_saved(account, one, drafts[one], 1, form, at) for one in sorted(new)]
        await db.executemany(statements.SAVE, rows)
    return new


def fits(given: Mapping[str, Given]) -> bool:
    """Tell whether an application holds so much."""
    return len(msgspec.json.encode(given)) <= LARGEST


async def open_own(account: Account, application_id: UUID, at: datetime) -> Application:
    """Give an application to whoever filed it, the company in whose name it is filed, and the worker it is about.

    Raises:
        NotFoundError: none of that id, or another's.
    """
    application = await reading.read(application_id)
    about_me = application.worker_id is not None and application.worker_id == account.worker_id
    if not about_me and not await may_file(account, application, at):
        raise NotFoundError
    return application


async def require_writer(account: Account, application_id: UUID, at: datetime) -> Application:
    """Give an application to whoever may write, send or withdraw it: not the worker for whom a company files.

    Raises:
        NotFoundError: none of that id, or not this account's to write.
    """
    application = await open_own(account, application_id, at)
    if not await may_file(account, application, at):
        raise NotFoundError
    return application


async def may_file(account: Account, application: Application, at: datetime) -> bool:
    """Tell whether somebody files an application: began it, is of the company that files, or files about himself."""
    if application.filed_by == account.id:
        return True
    if application.proxy_company_id is None:
        mine = application.worker_id is not None and application.worker_id == account.worker_id
        return mine or await _has_at(account, Operation.EDIT_COMPANY, application.company_id, at)
    return await _has_at(account, Operation.FILE_APPLICATION, application.proxy_company_id, at)


async def _has_at(account: Account, operation: Operation, company_id: int | None, at: datetime) -> bool:
    return company_id is not None and await rights.has(account, operation, rights.about_company(company_id), at)


async def list_mine(account: Account) -> list[Application]:
    """List what this account filed, and what was filed about its worker, the newest first."""
    return [reading.read_row(row) for row in await database.fetch(statements.MINE, account.id, account.worker_id)]


async def list_of_company(account: Account, company_id: int, at: datetime) -> list[Application]:
    """List what a company filed for workers, and what is about itself, the newest first.

    Raises:
        RoleNeededError, NotLinkedError: it is not for this account to file there.
    """
    await rights.require(account, Operation.FILE_APPLICATION, rights.about_company(company_id), at)
    return [reading.read_row(row) for row in await database.fetch(statements.OF_COMPANY, company_id)]


async def clean(at: datetime) -> None:
    """Drop drafts that nobody has touched for 180 days."""
    async with database.transaction() as db:
        gone = [row[0] for row in await db.fetch(statements.OLD_DRAFTS, at - DRAFT_KEPT)]
        await db.execute(statements.DROP_OLD_CONSENTS, gone)


async def _keep(account: Account, kept: Application, given: Mapping[str, Given], at: datetime) -> None:
    form = await reading.form_for(kept.kind, kept.worker_id, kept.company_id)
    async with database.transaction() as db:
        await db.execute(statements.SAVE, *_saved(account, kept.id, given, kept.turn + 1, form, at))


def _saved(
    account: Account, application_id: UUID, given: Mapping[str, Given], turn: int, form: Form, at: datetime
) -> tuple[object, ...]:
    if not fits(given):
        raise errors.DraftTooLargeError
    laid = sorted(set(proofs_in(given, form.proof_items).values()))
    return application_id, msgspec.json.encode(given).decode(), laid, turn, form.version, at, account.id


async def _begin(account: Account, application_ids: Sequence[UUID], wish: Wish, at: datetime) -> tuple[Form, set[UUID]]:
    """Begin those that are not there yet; gives their form, and which are new."""
    whom = await _whom(account, wish, at)
    form = await reading.form_for(wish.kind, whom.worker_id, whom.company_id)
    who = (whom.proxy_company_id, whom.worker_id, whom.company_id)
    async with database.transaction() as db:
        begun = await db.fetch(statements.BEGIN, application_ids, wish.kind.number, form.version, account.id, *who, at)
        if begun and await db.fetchval(statements.OPEN_DRAFTS, account.id) > MOST_DRAFTS:
            raise errors.TooManyDraftsError
    return form, {row[0] for row in begun}


async def _whom(account: Account, wish: Wish, at: datetime) -> _Whom:
    """Tell about whom an application is, and see that this account may file it."""
    company_id = None if wish.company is None else await companies.find(wish.company)
    if wish.company is not None and company_id is None:
        raise errors.WhomMissingError(at="$.company")
    if wish.kind.about_worker:
        return await _about_worker(account, wish, company_id, at)
    if wish.kind.registers:
        if company_id is not None:
            raise errors.WhomMissingError(at="$.company")
        return _Whom()
    if company_id is None:
        raise errors.WhomMissingError(at="$.company")
    await rights.require(account, Operation.EDIT_COMPANY, rights.about_company(company_id), at)
    if wish.kind is ApplicationKind.COMPANY_RENEWAL:
        await _require_renewable(company_id, at)
    return _Whom(company_id=company_id)


async def _about_worker(account: Account, wish: Wish, company_id: int | None, at: datetime) -> _Whom:
    if company_id is None:
        if wish.worker is not None:
            raise errors.WhomMissingError(at="$.company")
        return _Whom(worker_id=_myself(account, wish.kind))
    if wish.kind.registers:
        if wish.worker is not None:
            raise errors.WhomMissingError(at="$.worker")
        await rights.require(account, Operation.FILE_APPLICATION, rights.about_company(company_id), at)
        return _Whom(proxy_company_id=company_id)
    worker_id = None if wish.worker is None else await workers.find(wish.worker)
    if worker_id is None:
        raise errors.WhomMissingError(at="$.worker")
    subject = await rights.about_worker(worker_id, clock.japan_date(at))
    await rights.require(account, Operation.FILE_APPLICATION, subject, at)
    await rights.require(account, Operation.FILE_APPLICATION, rights.about_company(company_id), at)
    return _Whom(proxy_company_id=company_id, worker_id=worker_id)


def _myself(account: Account, kind: ApplicationKind) -> UUID | None:
    if kind.registers and account.worker_id is not None:
        raise AlreadyRegisteredError
    if not kind.registers and account.worker_id is None:
        raise NotAWorkerError
    return account.worker_id


async def _require_renewable(company_id: int, at: datetime) -> None:
    today = clock.japan_date(at)
    standing, _ = await companies.standing_of(company_id, today)
    if standing is Standing.VALID:
        raise RenewalNotOpenError(opens_at=await companies.opens_at(company_id, today))
