"""Corrections by the prime contractor, many at once: within the entry limit or relief, each answered apart."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.history.claiming import FIRST_INSTANT, Claimed, ClaimKind, times_fit
from backend.history.corrections import Correction, correct
from backend.history.errors import CorrectionTimesError, CorrectionTooLateError, NothingToCorrectError, WhyMissingError
from backend.history.relieving import Late, is_late, relief_of
from backend.history.rules import last_day_to_enter, work_date
from backend.kit.errors import PassportError
from backend.workers import service as workers


class Wanted(NamedTuple):
    """What the prime contractor wants to hold; without an entry the day is taken away."""

    worker: str
    work_date: date
    entry_at: datetime | None
    exit_at: datetime | None
    why: str


class Answered(NamedTuple):
    """What became of it."""

    wanted: Wanted
    correction: UUID | None
    error: PassportError | None


async def correct_all(
    site_id: int, site_number: str, wanted: Sequence[Wanted], *, by: UUID, at: datetime
) -> list[Answered]:
    """Correct days at a site; one that cannot be corrected holds up no other."""
    answered = []
    for one in wanted:
        try:
            made = await _correct(site_id, site_number, one, by, at)
        except PassportError as error:
            answered.append(Answered(one, None, error))
        else:
            answered.append(Answered(one, made, None))
    return answered


async def _correct(site_id: int, site_number: str, one: Wanted, by: UUID, at: datetime) -> UUID:
    worker_id = await workers.find(one.worker)
    if worker_id is None:
        raise NothingToCorrectError
    if not one.why.strip():
        raise WhyMissingError
    if not FIRST_INSTANT.date() <= one.work_date <= work_date(at):
        raise CorrectionTimesError
    await _require_in_time(Late(worker_id, site_number, one.work_date), at)
    kind = ClaimKind.NOT_THERE if one.entry_at is None else ClaimKind.WRONG_TIMES
    if not times_fit(Claimed(kind, one.work_date, one.entry_at, one.exit_at)) or _later(one, at):
        raise CorrectionTimesError
    new = Correction(worker_id, one.work_date, site_id, one.entry_at, one.exit_at, one.why.strip())
    return await correct(new, by_account=by, at=at)


async def _require_in_time(late: Late, at: datetime) -> None:
    until = last_day_to_enter(late.day)
    (relief,) = await relief_of([late]) if is_late(late.day, work_date(at)) else (None,)
    if work_date(at) > max(until, relief or date.min):
        raise CorrectionTooLateError(until=until)


def _later(one: Wanted, at: datetime) -> bool:
    return any(when is not None and when > at for when in (one.entry_at, one.exit_at))
