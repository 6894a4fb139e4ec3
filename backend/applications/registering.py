"""What an approved application does to the register, in the transaction of its approval."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.accounts import rights
from backend.accounts.rules import Role
from backend.applications import statements
from backend.applications.forms import proof_for
from backend.applications.kinds import ApplicationKind, Verdict
from backend.applications.reading import Application, Judged, changed_items
from backend.cards import orders
from backend.companies import service as companies
from backend.companies.classes import CompanyClass
from backend.companies.dates import Standing
from backend.employment import service as employment
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.items import ItemState, Value
from backend.workers import registering as workers
from backend.workers import values as worker_values
from backend.workers.items import Form as WorkerForm
from backend.workers.registering import Registration

CLASSES = {
    ApplicationKind.COMPANY_CORPORATION: CompanyClass.CORPORATION,
    ApplicationKind.COMPANY_INDIVIDUAL: CompanyClass.INDIVIDUAL,
    ApplicationKind.COMPANY_SOLE_WORKER: CompanyClass.SOLE_WORKER,
}


class Made(NamedTuple):
    """Whom it registered."""

    worker_id: UUID | None = None
    company_id: int | None = None


class _Approved(NamedTuple):
    application: Application
    judged: Judged
    verdicts: Mapping[str, Verdict]
    by: UUID
    at: datetime

    @property
    def today(self) -> date:
        return clock.japan_date(self.at)

    def given(self, values: Mapping[str, Value]) -> list[Given]:
        """Say of each value whether it is claimed, proven by what, or none."""
        return [self._one(item, value) for item, value in values.items()]

    def registration(self, form: WorkerForm) -> Registration:
        given = self.given(self.judged.values)
        proofs = {one.item: one.proof_id for one in given if one.proof_id is not None}
        return Registration(form, self.judged.values, proofs, frozenset(self._none()))

    def _none(self) -> set[str]:
        return {item for item, verdict in self.verdicts.items() if verdict is Verdict.NONE}

    def _one(self, item: str, value: Value) -> Given:
        if value is None or item in self._none():
            return Given(item, None, ItemState.NONE)
        if self.verdicts.get(item) is Verdict.PROVEN:
            proof = proof_for(item, self.judged.form, self.application.given, self.judged.kinds)
            return Given(item, value, ItemState.PROVEN, proof)
        return Given(item, value)


async def register(
    application: Application, judged: Judged, verdicts: Mapping[str, Verdict], *, by: UUID, at: datetime
) -> Made:
    """Do what was applied for, and tell whom it registered.

    Raises:
        AlreadyRegisteredError, DetailedAlreadyError, RenewalNotOpenError: the register has moved meanwhile.
    """
    told = _Approved(application, judged, verdicts, by, at)
    kind = application.kind
    if kind in CLASSES:
        return await _register_company(told, CLASSES[kind])
    if kind.registers:
        return await _register_worker(told)
    if kind.about_worker:
        await _change_worker(told)
    else:
        await _change_company(told)
    return Made()


async def _register_worker(told: _Approved) -> Made:
    application = told.application
    form = WorkerForm.DETAILED if application.kind is ApplicationKind.WORKER_DETAILED else WorkerForm.SIMPLIFIED
    registration = told.registration(form)
    worker_id = await workers.register(registration, by=told.by, at=told.at, application_id=application.id)
    await _employ(told, worker_id)
    await orders.order(worker_id, orders.OrderReason.FIRST, by=told.by, at=told.at)
    if application.proxy_company_id is None:
        async with database.transaction() as db:
            await db.execute(statements.BECOME_WORKER, application.filed_by, worker_id)
    return Made(worker_id=worker_id)


async def _employ(told: _Approved, worker_id: UUID) -> None:
    """Employ whom a company filed for, who agreed to it; what a worker says of his employer is offered to that one."""
    since = told.judged.values.get("employed_since")
    day = date.fromisoformat(str(since)) if since is not None else told.today
    proxy = told.application.proxy_company_id
    if proxy is not None:
        await employment.begin(worker_id, proxy, day, main=True)
        return
    number = told.judged.values.get("employer")
    company_id = await companies.find(str(number)) if number is not None else None
    if company_id is not None:
        first = max(day, told.today - employment.FURTHEST)
        by = told.application.filed_by
        await employment.offer(worker_id, company_id, first, main=True, by_worker=True, by=by, at=told.at)


async def _change_worker(told: _Approved) -> None:
    application = told.application
    assert application.worker_id is not None  # noqa: S101  # a draft about a worker is begun with one
    if application.kind is ApplicationKind.WORKER_UPGRADE:
        registration = told.registration(WorkerForm.DETAILED)
        await workers.upgrade(
            application.worker_id, registration, by=told.by, at=told.at, application_id=application.id
        )
        return
    given = told.given(changed_items(told.judged))
    await worker_values.keep(application.worker_id, given, by=told.by, at=told.at, application_id=application.id)


async def _register_company(told: _Approved, kind: CompanyClass) -> Made:
    values = told.judged.values
    new = companies.NewCompany(
        name=str(values["name"]),
        name_kana=str(values["name_kana"]),
        kind=kind,
        prefecture=int(str(values["prefecture"])),
        licensed=bool(values["licensed"]),
        registered_on=told.today,
    )
    company_id = await companies.register(new)
    await _keep_company(told, company_id, values)
    filed_by, days = told.application.filed_by, (told.today, None)
    await rights.grant(filed_by, Role.RESPONSIBLE, company_id, days=days, by=told.by, at=told.at)
    return Made(company_id=company_id)


async def _change_company(told: _Approved) -> None:
    application = told.application
    assert application.company_id is not None  # noqa: S101  # a draft about a company is begun with one
    await _keep_company(told, application.company_id, changed_items(told.judged))
    if application.kind is not ApplicationKind.COMPANY_RENEWAL:
        return
    standing, _ = await companies.standing_of(application.company_id, told.today)
    renew = companies.register_anew if standing is Standing.ENDED else companies.renew
    await renew(application.company_id, told.at, application_id=application.id)


async def _keep_company(told: _Approved, company_id: int, values: Mapping[str, Value]) -> None:
    given = [one for one in told.given(values) if one.value is not None or one.state is ItemState.NONE]
    await companies.keep_values(company_id, given, by=told.by, at=told.at, application_id=told.application.id)
