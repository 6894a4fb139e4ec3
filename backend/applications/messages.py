"""What is said over HTTP about applications."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from backend.accounts.service import Account
from backend.applications import showing
from backend.applications.kinds import ApplicationKind, ApplicationState, Step
from backend.applications.reading import Application, Judged, Named, Taken, WorkerConsent
from backend.applications.rules import Given
from backend.kit import clock
from backend.kit.items import Fault, Item, Items, Value, ValueKind
from backend.kit.refusals import Language, Reason, give_reason
from backend.kit.texts import word
from backend.proofs.kinds import ProofKind, kinds, limits
from backend.workers.sheet import RowFault

ItemKey = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]{0,39}$")]


class GivenSeen(msgspec.Struct, frozen=True, rename="camel"):
    """What was given for an item, and at which turn."""

    value: Value
    proof: UUID | None
    turn: int


class FaultSeen(msgspec.Struct, frozen=True, rename="camel"):
    """An item that is missing or cannot stand, and why."""

    item: str
    name: str
    """As people read it; like `item` empty for a row of a table as a whole."""
    reason: Reason


class StepSeen(msgspec.Struct, frozen=True, rename="camel"):
    """What was done with an application; reviewers are not named."""

    step: str
    at: datetime
    items: dict[str, str]
    why: str


class NamedSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A worker or company."""

    number: str
    name: str


class ApplicationSeen(msgspec.Struct, frozen=True, rename="camel"):
    """An application."""

    id: UUID
    kind: ApplicationKind
    state: str
    may_file: bool
    """Whether it is this account's to write, send and take back; not the worker's for whom a company files."""
    turn: int
    form_version: int
    """The version of the form as it is now; to be sent with `send`."""
    old_form: bool
    """Whether it was last written on an older version."""
    values: dict[str, GivenSeen]
    faults: list[FaultSeen]
    """Everything that would keep it from being sent, also what is only missing yet."""
    conflicts: list[str]
    """Items that another device had changed meanwhile; their values here are that device's."""
    consent: WorkerConsent
    worker: NamedSeen | None
    company: NamedSeen | None
    proxy: NamedSeen | None
    """The company that files for a worker."""
    receipt: str | None
    steps: list[StepSeen]
    begun_at: datetime
    changed_at: datetime
    sent_at: datetime | None
    decided_at: datetime | None


class ApplicationLine(msgspec.Struct, frozen=True, rename="camel"):
    """An application in a list."""

    id: UUID
    kind: ApplicationKind
    state: str
    name: str | None
    """Whose it is, as it was typed or as the register knows it."""
    consent: WorkerConsent
    worker: NamedSeen | None
    company: NamedSeen | None
    proxy: NamedSeen | None
    receipt: str | None
    changed_at: datetime
    sent_at: datetime | None
    mine: bool
    """For reviewers: whether I filed it, or have looked already; then another must."""


class Applications(msgspec.Struct, frozen=True, rename="camel"):
    """Applications."""

    applications: list[ApplicationLine]


class ChoiceSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A code and its name."""

    code: str
    name: str


class ProofChoice(msgspec.Struct, frozen=True, rename="camel"):
    """A kind of photo or paper, and how many pixels its shorter side must have."""

    code: ProofKind
    name: str
    shortest: int


class PictureLimits(msgspec.Struct, frozen=True, rename="camel"):
    """By which figures a picture is judged, so that the phone can say so while it is being taken."""

    looked_at: int
    """Pixels of the longer side of the grey picture that is measured."""
    sharp_from: float
    """Variance of the Laplacian, of grey values 0 to 255."""
    dark_below: float
    """Mean grey value."""
    white: int
    """From this grey value on a pixel is blown out."""
    paper_from: int
    """Where the median is brighter, it is white paper, which has no glare."""
    glare_above: float
    """The share of blown-out pixels."""


class ItemSeen(msgspec.Struct, frozen=True, rename="camel"):
    """One item of a form."""

    item: str
    kind: ValueKind
    name: str
    help: str
    required: bool
    choices: list[ChoiceSeen]
    fields: list[ChoiceSeen]
    proofs: list[ProofChoice]
    """Kinds of photo or paper that can prove it."""
    must_be_proven: bool
    on_card: bool
    is_new: bool
    """Asked only since a newer version of the form than the one the application was begun with."""
    standing: str | None
    """What the register holds now, as people read it."""


class BlockSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A block of items."""

    name: str
    items: list[ItemSeen]


class FormSeen(msgspec.Struct, frozen=True, rename="camel"):
    """A form, in the language that it is named in."""

    language: str
    version: int
    pictures: PictureLimits
    blocks: list[BlockSeen]


class LineSeen(msgspec.Struct, frozen=True, rename="camel"):
    """An item and what is said for it, as people read it."""

    item: str
    name: str
    value: str
    standing: str | None
    """What the register holds now; None where it holds nothing, or the same."""
    required: bool
    must_be_proven: bool
    proof: UUID | None
    """What can prove it."""
    proof_kind: str | None


def see_application(
    application: Application,
    judged: Judged,
    steps: Sequence[Taken],
    consent: WorkerConsent,
    language: Language,
    conflicts: Sequence[str] = (),
    *,
    may_file: bool,
) -> ApplicationSeen:
    """Show an application to whoever filed it, or whom it is about."""
    return ApplicationSeen(
        id=application.id,
        kind=application.kind,
        state=word(application.state.name),
        may_file=may_file,
        turn=application.turn,
        form_version=judged.form.version,
        old_form=application.form_version < judged.form.version,
        values={item: GivenSeen(one.value, one.proof, one.turn) for item, one in application.given.items()},
        faults=[see_fault(judged.form.items, one, language) for one in judged.faults] if application.is_open else [],
        conflicts=list(conflicts),
        consent=consent,
        worker=named(application.worker),
        company=named(application.company),
        proxy=named(application.proxy),
        receipt=application.receipt,
        steps=[_step(one) for one in steps if one.step is not Step.FIRST_LOOK],
        begun_at=application.begun_at.astimezone(clock.JAPAN),
        changed_at=application.changed_at.astimezone(clock.JAPAN),
        sent_at=_in_japan(application.sent_at),
        decided_at=_in_japan(application.decided_at),
    )


def see_line(
    application: Application, consent: WorkerConsent, steps: Sequence[Taken] = (), reader: Account | None = None
) -> ApplicationLine:
    """Show an application in a list; to a reviewer whether it is his own or has his first look."""
    looked = next((one.by for one in reversed(steps) if one.step is Step.FIRST_LOOK), None)
    waits = application.state is ApplicationState.LOOKED_AT
    return ApplicationLine(
        id=application.id,
        kind=application.kind,
        state=word(application.state.name),
        name=_name_of(application),
        consent=consent,
        worker=named(application.worker),
        company=named(application.company),
        proxy=named(application.proxy),
        receipt=application.receipt,
        changed_at=application.changed_at.astimezone(clock.JAPAN),
        sent_at=_in_japan(application.sent_at),
        mine=reader is not None and (application.filed_by == reader.id or (waits and looked == reader.id)),
    )


def see_form(judged: Judged, begun_with: int, language: Language) -> FormSeen:
    """Show a form."""
    form = judged.form
    blocks: dict[str, list[ItemSeen]] = {}
    for key, required in form.asked.items():
        item = form.items.item[key]
        standing = _standing(judged, key, language)
        blocks.setdefault(item.block, []).append(
            _item(key, item, required=required, standing=standing, begun_with=begun_with, language=language)
        )
    named_blocks = [
        BlockSeen(showing.name_choice(block, language), blocks[key])
        for key, block in form.items.blocks.items()
        if key in blocks
    ]
    pictures = msgspec.convert(limits(), PictureLimits, from_attributes=True)
    return FormSeen(showing.spoken(language), form.version, pictures, named_blocks)


def see_lines(
    application: Application, judged: Judged, proof_of: dict[str, UUID], language: Language
) -> list[LineSeen]:
    """Show what is filed, item by item in the order of the form, as people read it."""
    lines = []
    for key in judged.form.asked:
        given = application.given.get(key, Given())
        if given.said == (None, None) and key not in application.given:
            continue
        item, standing = judged.form.items.item[key], _standing(judged, key, language)
        proof = proof_of.get(key)
        value = judged.values.get(key, given.value)
        said = _say(item, value, judged.kinds, language)
        lines.append(
            LineSeen(
                item=key,
                name=showing.name_item(item, language),
                value=said,
                standing=None if standing == said else standing,
                required=key in judged.form.never_empty,
                must_be_proven=item.must_be_proven,
                proof=proof,
                proof_kind=showing.name_proof(judged.kinds[proof], language) if proof in judged.kinds else None,
            )
        )
    return lines


def see_fault(items: Items, fault: Fault | RowFault, language: Language) -> FaultSeen:
    """Show what is wrong with an item, or with a row where the item is empty."""
    item = items.item.get(fault.item)
    name = showing.name_item(item, language) if item else ""
    return FaultSeen(fault.item, name, give_reason(fault.code, language))


def named(one: Named | None) -> NamedSeen | None:
    """Show a worker or company."""
    return None if one is None else NamedSeen(one.number, one.name)


def _say(item: Item, value: Value, known: dict[UUID, ProofKind], language: Language) -> str:
    if item.kind is ValueKind.PROOF and value is not None:
        kind = next((kind for proof, kind in known.items() if str(proof) == value), None)
        return showing.name_proof(kind, language) if kind else "?"
    return showing.say_value(item, value, language)


def _standing(judged: Judged, key: str, language: Language) -> str | None:
    kept, item = judged.form.standing.get(key), judged.form.items.item[key]
    if kept is None or kept.value is None or item.kind is ValueKind.PROOF:
        return None
    return showing.say_value(item, kept.value, language)


def _item(
    key: str, item: Item, *, required: bool, standing: str | None, begun_with: int, language: Language
) -> ItemSeen:
    return ItemSeen(
        item=key,
        kind=item.kind,
        name=showing.name_item(item, language),
        help=showing.help_item(item, language),
        required=required,
        choices=[ChoiceSeen(*one) for one in showing.offer(item, language)],
        fields=[ChoiceSeen(one, showing.name_field(one, language)) for one in item.fields],
        proofs=[_proof_choice(ProofKind(one), language) for one in item.proofs],
        must_be_proven=item.must_be_proven,
        on_card=item.on_card,
        is_new=item.since > begun_with,
        standing=standing,
    )


def _proof_choice(kind: ProofKind, language: Language) -> ProofChoice:
    return ProofChoice(kind, showing.name_proof(kind, language), kinds()[kind].shortest)


def _step(taken: Taken) -> StepSeen:
    told = taken.items if taken.step is Step.RETURNED else {}
    return StepSeen(word(taken.step.name), taken.at.astimezone(clock.JAPAN), told, taken.why)


def _name_of(application: Application) -> str | None:
    typed = application.given.get("name", Given()).value
    known = application.worker or application.company
    return known.name if known else (str(typed)[:200] if typed is not None else None)


def _in_japan(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(clock.JAPAN)
