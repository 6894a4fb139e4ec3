"""Newer versions of the standards: proposed by one, decided by another, in force from a day to come."""

import logging
from datetime import date, datetime
from functools import cache, lru_cache
from uuid import UUID

import msgspec

from backend.accounts.service import Account
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.levels import errors
from backend.levels import version_statements as statements
from backend.levels.criteria import Confidence, FieldCriteria, compiled
from backend.levels.proposing import Fault, FaultyError, Proposal, check
from backend.levels.standards import Standard, Standards, UnknownNameError, make_standard
from backend.qualifications import catalogue
from backend.qualifications.grades import Grade, GradeCycleError

LARGEST_VERSION = 2**31 - 1

_log = logging.getLogger("passport.levels")
_FAULTS = {
    Fault.LEVELS: errors.CriteriaLevelsError,
    Fault.ORDER: errors.CriteriaOrderError,
    Fault.LIST: errors.CriteriaListError,
    Fault.NAME: errors.CriteriaNameError,
    Fault.GRADES: errors.CriteriaGradesError,
    Fault.PAST: errors.CriteriaPastError,
}


class Touched(msgspec.Struct, frozen=True, rename="camel"):
    """Whom a version touches, counted when it was proposed."""

    counted_at: datetime
    people: int
    """Who has days in the trades of the field, by the old version or the new."""
    rising: int
    """Whose level it makes higher."""
    falling: int
    reached: dict[int, int]
    """How many would have reached each level."""
    reached_before: dict[int, int]


class Version(msgspec.Struct, frozen=True):
    """One version of a field's standard; 0 is what was compiled from public pages."""

    field: str
    version: int
    proposal: Proposal
    proposed_at: datetime
    proposed_by: UUID
    touched: Touched | None
    approved: bool | None
    decided_at: datetime | None
    why: str | None


async def in_force(day: date) -> Standards:
    """Give the standards that are in force on a day."""
    return _together(tuple(tuple(row) for row in await database.fetch(statements.IN_FORCE, day)))


async def standard_of(field: str, day: date) -> Standard:
    """Give the standard of a field that is in force on a day.

    Raises:
        NotFoundError: no such field.
    """
    found = (await in_force(day)).by_field.get(field)
    if found is None:
        raise NotFoundError
    return found


async def list_of(field: str) -> list[Version]:
    """List the versions of a field that were proposed, the newest first."""
    return [_version(row) for row in await database.fetch(statements.OF_FIELD, field)]


async def propose(account: Account, field: str, proposal: Proposal, at: datetime) -> Version:
    """Propose a newer version of a field's standard.

    Raises:
        NotFoundError: no such field.
        CriteriaLevelsError, CriteriaOrderError, CriteriaListError, CriteriaNameError, CriteriaGradesError,
        CriteriaPastError: see `proposing.check`; `at` says where.
    """
    if field not in compiled():
        raise NotFoundError
    try:
        check(proposal, clock.japan_date(at))
    except FaultyError as error:
        raise _FAULTS[error.fault](at=error.place) from error
    document = msgspec.json.encode(proposal).decode()
    async with database.transaction() as db:
        await db.execute(statements.ONE_AT_A_TIME, field)
        row = await db.fetchrow(statements.PROPOSE, field, proposal.valid_from, document, at, account.id)
    return _version(row)


async def decide(account: Account, field: str, version: int, *, approve: bool, why: str, at: datetime) -> Version:
    """Let a version come into force on its day, or not; the same again changes nothing.

    Raises:
        NotFoundError: no such version.
        CriteriaOwnError: who proposed does not decide.
        CriteriaWhyError: not approved, without a reason.
        CriteriaDecidedError: it was decided otherwise.
        CriteriaPastError: its day has come meanwhile.
    """
    if not approve and not why:
        raise errors.CriteriaWhyError
    if field not in compiled() or version > LARGEST_VERSION:
        raise NotFoundError
    async with database.transaction() as db:
        row = await db.fetchrow(statements.HOLD, field, version)
        if row is None:
            raise NotFoundError
        kept = _version(row)
        if kept.approved is approve:
            return kept
        if kept.approved is not None:
            raise errors.CriteriaDecidedError
        if kept.proposed_by == account.id:
            raise errors.CriteriaOwnError
        if approve and kept.proposal.valid_from <= clock.japan_date(at):
            raise errors.CriteriaPastError(at="$.validFrom")
        decided = await db.fetchrow(statements.DECIDE, field, version, approve, at, account.id, why or None)
    return _version(decided)


def criteria_of(field: str, proposal: Proposal) -> FieldCriteria:
    """Write out a version as the criteria of its field."""
    return msgspec.structs.replace(
        compiled()[field],
        valid_from=proposal.valid_from,
        confidence=Confidence.VERIFIED,
        source_kind="evaluator",
        occupations=proposal.occupations,
        sources=(proposal.source,),
        note=proposal.note,
        level=proposal.levels,
    )


def standard_for(field: str, version: int, proposal: Proposal) -> Standard:
    """Make a version ready to judge by."""
    grades = [Grade(_key(higher), _key(lower)) for higher, lower in proposal.grades]
    return make_standard(criteria_of(field, proposal), version, grades)


@cache
def compiled_standards() -> dict[str, Standard]:
    """Give what was compiled from public pages, ready to judge by."""
    return {field: make_standard(criteria) for field, criteria in compiled().items()}


def _key(name: str) -> str:
    key = catalogue.find(name)
    if key is None:
        raise UnknownNameError(name)
    return key


@lru_cache(maxsize=8)
def _together(begun: tuple[tuple[str, int, str], ...]) -> Standards:
    """Put together what is in force, once for each set of versions.

    Args:
        begun: field, version and document of all that began, of each field the newest first.
    """
    newest: dict[str, Standard] = {}
    for field, version, document in begun:
        if field not in newest and (standard := _readable(field, version, document)) is not None:
            newest[field] = standard
    return Standards([newest.get(field, standard) for field, standard in compiled_standards().items()])


def _readable(field: str, version: int, document: str) -> Standard | None:
    """Make a kept version ready to judge by; None where this code cannot read it: then the one before is in force."""
    try:
        return standard_for(field, version, msgspec.json.decode(document, type=Proposal))
    except (msgspec.MsgspecError, UnknownNameError, GradeCycleError, KeyError):
        _log.exception("version %s of field %s cannot be read", version, field)
        return None


def _version(row: database.Row) -> Version:
    return Version(
        row["field"],
        row["version"],
        msgspec.json.decode(row["document"], type=Proposal),
        row["proposed_at"],
        row["proposed_by"],
        msgspec.json.decode(row["preview"], type=Touched) if row["preview"] else None,
        row["approved"],
        row["decided_at"],
        row["decided_why"],
    )
