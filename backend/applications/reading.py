"""Read an application with everything around it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.applications import statements
from backend.applications.forms import Form, form_of, judge, judge_proofs
from backend.applications.kinds import KINDS, OPEN, ApplicationKind, ApplicationState, Step
from backend.applications.rules import Given, digest_of, proofs_in
from backend.companies.classes import CompanyClass
from backend.companies.service import VALUES as COMPANY_VALUES
from backend.kit import database
from backend.kit.errors import NotFoundError
from backend.kit.items import Fault, Value
from backend.proofs import service as proofs
from backend.proofs.kinds import ProofKind
from backend.workers.items import Form as WorkerForm
from backend.workers.values import VALUES as WORKER_VALUES


class WorkerConsent(StrEnum):
    """Whether the worker agreed to what a company files."""

    NOT_NEEDED = "notNeeded"
    NOT_ASKED = "notAsked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    OUTDATED = "outdated"
    """It was for something else: values were changed since, or the link is too old."""


class Taken(msgspec.Struct, frozen=True):
    """One step that was taken."""

    step: Step
    at: datetime
    by: UUID | None
    items: dict[str, str]
    """Item → why it comes back, or what a reviewer said of it."""
    why: str


class Named(msgspec.Struct, frozen=True):
    """A worker or company by number and name."""

    number: str
    name: str


class Application(msgspec.Struct, frozen=True):
    """An application as it is kept."""

    id: UUID
    kind: ApplicationKind
    form_version: int
    state: ApplicationState
    turn: int
    given: dict[str, Given]
    proofs: frozenset[UUID]
    """Photos and papers that were laid in it by who took them; another's proves nothing."""
    filed_by: UUID
    proxy_company_id: int | None
    worker_id: UUID | None
    company_id: int | None
    receipt: str | None
    begun_at: datetime
    changed_at: datetime
    sent_at: datetime | None
    decided_at: datetime | None
    worker: Named | None
    company: Named | None
    proxy: Named | None

    @property
    def is_open(self) -> bool:
        """Tell whether it can be written on."""
        return self.state in OPEN

    @property
    def needs_consent(self) -> bool:
        """Tell whether a worker must agree: a company files for somebody."""
        return self.proxy_company_id is not None and self.kind.about_worker


class Judged(msgspec.Struct, frozen=True):
    """What an application's form asks, what of it is good, and what is wrong."""

    form: Form
    values: dict[str, Value]
    faults: list[Fault]
    kinds: dict[UUID, ProofKind]
    """Photos and papers that are kept, and what each is."""


async def read(application_id: UUID) -> Application:
    """Read an application.

    Raises:
        NotFoundError: none of that id.
    """
    rows = await database.fetch(statements.READ, application_id)
    if not rows:
        raise NotFoundError
    return read_row(rows[0])


def read_row(row: database.Row) -> Application:
    """Read a row of the application's columns."""
    return Application(
        id=row["id"],
        kind=KINDS[row["kind"]],
        form_version=row["form_version"],
        state=ApplicationState(row["state"]),
        turn=row["turn"],
        given=msgspec.json.decode(row["given"], type=dict[str, Given]),
        proofs=frozenset(row["proofs"]),
        filed_by=row["filed_by"],
        proxy_company_id=row["proxy_company_id"],
        worker_id=row["worker_id"],
        company_id=row["company_id"],
        receipt=row["receipt"],
        begun_at=row["begun_at"],
        changed_at=row["changed_at"],
        sent_at=row["sent_at"],
        decided_at=row["decided_at"],
        worker=_named(row["worker_number"], row["worker_name"]),
        company=_named(row["company_number"], row["company_name"]),
        proxy=_named(row["proxy_number"], row["proxy_name"]),
    )


async def form_for(kind: ApplicationKind, worker_id: UUID | None, company_id: int | None) -> Form:
    """Give the form of a kind, with what the register holds of whom it is about."""
    if kind.registers:
        return form_of(kind, {})
    if kind.about_worker:
        assert worker_id is not None  # noqa: S101  # a draft about a worker is begun with one
        rows = await database.fetch(statements.FORM_OF_WORKER, worker_id)
        made_with = WorkerForm(rows[0][0] or WorkerForm.SIMPLIFIED).key
        return form_of(kind, await WORKER_VALUES.newest(worker_id), made_with)
    assert company_id is not None  # noqa: S101  # the same
    rows = await database.fetch(statements.CLASS_OF_COMPANY, company_id)
    return form_of(kind, await COMPANY_VALUES.newest(company_id), CompanyClass(rows[0][0]).name.lower())


async def judge_application(application: Application, today: date) -> Judged:
    """Judge everything that was given, photos and papers too."""
    form = await form_for(application.kind, application.worker_id, application.company_id)
    values, faults = judge(form, application.given, today)
    laid = application.proofs & set(proofs_in(application.given, form.proof_items).values())
    kinds = {proof.id: proof.kind for proof in (await proofs.read_all(laid)).values()}
    told = {fault.item for fault in faults}
    wrong = [fault for fault in judge_proofs(form, application.given, kinds) if fault.item not in told]
    return Judged(form, values, faults + wrong, kinds)


async def steps_of(application_ids: Sequence[UUID]) -> dict[UUID, list[Taken]]:
    """Read what was done with some applications, oldest first."""
    found: dict[UUID, list[Taken]] = {one: [] for one in application_ids}
    for row in await database.fetch(statements.STEPS_OF_ALL, list(application_ids)):
        items = msgspec.json.decode(row["items"], type=dict[str, str])
        taken = Taken(Step(row["step"]), row["taken_at"], row["taken_by"], items, row["why"])
        found[row["application_id"]].append(taken)
    return found


async def consents_of(applications: Sequence[Application], at: datetime) -> dict[UUID, WorkerConsent]:
    """Tell whether the workers agreed to what is filed for them."""
    rows = await database.fetch(statements.NEWEST_CONSENTS, [one.id for one in applications if one.needs_consent])
    newest = {row["application_id"]: row for row in rows}
    return {one.id: _consent(one, newest.get(one.id), at) for one in applications}


def _consent(application: Application, row: database.Row | None, at: datetime) -> WorkerConsent:
    if not application.needs_consent:
        return WorkerConsent.NOT_NEEDED
    if row is None:
        return WorkerConsent.NOT_ASKED
    if application.is_open and row["digest"] != digest_of(application.kind, application.given):
        return WorkerConsent.OUTDATED
    if row["given"] is None:
        return WorkerConsent.ASKED if at < row["expires_at"] else WorkerConsent.OUTDATED
    return WorkerConsent.GIVEN if row["given"] else WorkerConsent.REFUSED


def _named(number: str | None, name: str | None) -> Named | None:
    return None if number is None or name is None else Named(number, name)


def changed_items(judged: Judged) -> Mapping[str, Value]:
    """Give the good values that differ from what the register holds."""
    standing = judged.form.standing
    return {key: value for key, value in judged.values.items() if key not in standing or standing[key].value != value}
