"""Which items an application asks for, and whether what was given can stand.."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.applications.kinds import ApplicationKind
from backend.applications.rules import Given, proofs_in
from backend.companies import items as company_items
from backend.kit.item_values import Kept
from backend.kit.items import Ask, Fault, Item, ItemFault, Items, Value, ValueKind
from backend.proofs.kinds import ProofKind
from backend.workers import items as worker_items
from backend.workers.values import NOT_KEPT

CONSENT_BLOCK = "consent"
OWN_WAY = frozenset({"employer", "employed_since", "identity", "worker_number"})
"""Not changed by an application: employment is offered and accepted, a document of identity is looked at once."""


class Form(NamedTuple):
    """What is asked."""

    version: int
    items: Items
    asked: dict[str, bool]
    """Item → whether it must be given."""
    never_empty: frozenset[str]
    """Items that can be changed, but not to nothing."""
    standing: Mapping[str, Kept]
    """What the register holds now; empty for a new registration."""

    @property
    def proof_items(self) -> frozenset[str]:
        """Name the items that are a photo or paper themselves."""
        return frozenset(key for key in self.asked if self.items.item[key].kind is ValueKind.PROOF)


def form_of(kind: ApplicationKind, standing: Mapping[str, Kept], form: str | None = None) -> Form:
    """Give the form of a kind.

    Args:
        kind: what is applied for.
        standing: what the register holds of whom it is about.
        form: for what is about a registration that is there: the form that it was made with.
    """
    items = worker_items.items() if kind.about_worker else company_items.items()
    name = kind.form or ("detailed" if kind is ApplicationKind.WORKER_UPGRADE else form)
    assert name is not None  # noqa: S101  # whoever asks about a registration knows its form
    asked = {
        key: _is_required(kind, key, item, item.forms[name], standing)
        for key, item in items.asked(name).items()
        if _is_asked(kind, key, item, standing)
    }
    never_empty = frozenset(key for key in asked if items.item[key].forms[name] is Ask.REQUIRED)
    return Form(items.version, items, asked, never_empty, standing)


def judge(form: Form, given: Mapping[str, Given], today: date) -> tuple[dict[str, Value], list[Fault]]:
    """Judge what was given; every reason at once, in the order of the form.

    An item that was given as nothing, where something stands, becomes none.
    """
    judge_one = worker_items.judge if form.items is worker_items.items() else company_items.judge
    good: dict[str, Value] = {}
    faults = [Fault(key, ItemFault.UNKNOWN) for key in given if key not in form.asked]
    for key in form.asked:
        made = judge_one(key, given[key].value if key in given else None, today)
        if isinstance(made, Fault):
            faults.append(made)
        elif _is_missing(form, key, made, told=key in given):
            faults.append(Fault(key, ItemFault.MISSING))
        elif key in given and (made is not None or key in form.standing):
            good[key] = made
    if form.items is company_items.items() and (_asks_consent(form) or company_items.LICENCE & given.keys()):
        told = {fault.item for fault in faults}
        together = {key: kept.value for key, kept in form.standing.items()} | good
        faults += [fault for fault in company_items.judge_licence(together, today) if fault.item not in told]
    return good, faults


def judge_proofs(form: Form, given: Mapping[str, Given], kinds: Mapping[UUID, ProofKind]) -> list[Fault]:
    """Say which photos and papers are not there or of a wrong kind, and what lacks one that it must have."""
    laid = {item: proof for item, proof in proofs_in(given, form.proof_items).items() if item in form.asked}
    faults = [
        Fault(item, ItemFault.WRONG_PROOF)
        for item, proof in laid.items()
        if kinds.get(proof) not in form.items.item[item].proofs
    ]
    for key in form.asked:
        must = form.items.item[key].must_be_proven and key in given and given[key].value is not None
        if must and proof_for(key, form, given, kinds) is None:
            faults.append(Fault(key, ItemFault.NEEDS_PROOF))
    return faults


def proof_for(key: str, form: Form, given: Mapping[str, Given], kinds: Mapping[UUID, ProofKind]) -> UUID | None:
    """Find what can prove an item: what lies beside it, or else a paper of the application of a fitting kind."""
    laid = proofs_in(given, form.proof_items)
    able = form.items.item[key].proofs
    own = laid.get(key)
    if own is not None:
        return own
    return next((laid[item] for item in sorted(form.proof_items & laid.keys()) if kinds.get(laid[item]) in able), None)


def _is_missing(form: Form, key: str, made: Value, *, told: bool) -> bool:
    """Tell whether an item must be said: also what stands and was emptied, and a consent that was not given."""
    if form.items.item[key].block == CONSENT_BLOCK:
        return made is not True
    return made is None and (form.asked[key] or (told and key in form.never_empty))


def _asks_consent(form: Form) -> bool:
    """Tell whether the registration as a whole is applied for, not a change of single items."""
    return any(form.items.item[key].block == CONSENT_BLOCK for key in form.asked)


def _is_asked(kind: ApplicationKind, key: str, item: Item, standing: Mapping[str, Kept]) -> bool:
    if kind.registers:
        return True
    if kind is ApplicationKind.COMPANY_RENEWAL:
        return key not in OWN_WAY
    if item.fixed or key in NOT_KEPT or key in OWN_WAY or item.block == CONSENT_BLOCK:
        return False
    return kind is not ApplicationKind.WORKER_UPGRADE or not _stands(key, standing)


def _is_required(kind: ApplicationKind, key: str, item: Item, ask: Ask, standing: Mapping[str, Kept]) -> bool:
    if kind is ApplicationKind.COMPANY_RENEWAL and (item.block == CONSENT_BLOCK or key == "existence"):
        return ask is Ask.REQUIRED
    return ask is Ask.REQUIRED and not _stands(key, standing)


def _stands(key: str, standing: Mapping[str, Kept]) -> bool:
    return key in standing and standing[key].value is not None
