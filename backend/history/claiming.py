"""Whether a day can be claimed by hand (直接入力) or said to be wrong (訂正の申し出), and what an approval changes.

Pure: no clock, no database, no network.  Source: docs/decisions/0014-claims-and-corrections.md.
"""

from datetime import UTC, date, datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from backend.history.rules import EXIT_WITHIN, last_day_to_enter, work_date

FIRST_INSTANT = datetime(2000, 1, 1, tzinfo=UTC)
"""Nothing before it is anybody's work day; it also keeps away from the ends of the calendar."""


class ClaimKind(IntEnum):
    """What is claimed.  The number is kept, so it never changes its meaning."""

    MISSED_DAY = 1
    WRONG_TIMES = 2
    NOT_THERE = 3
    SOMETHING_ELSE = 4


class ClaimRefusal(StrEnum):
    """Why it cannot be claimed.  Each value is a code of refusals.toml."""

    IN_FUTURE = "claim_in_future"
    TIMES_WRONG = "claim_times_wrong"
    SITE_UNKNOWN = "claim_site_unknown"
    SITE_CLOSED = "claim_site_closed"
    TOO_LATE = "claim_too_late"
    ALREADY_COUNTED = "already_counted"
    NOTHING_TO_CORRECT = "nothing_to_correct"
    ALREADY_CLAIMED = "already_claimed"


class Waiting(StrEnum):
    """What a claim that was taken waits for.  Each value is a code of refusals.toml."""

    FOR_PRIME = "claim_waiting"
    FOR_LIST = "claim_unlisted"


class Claimed(NamedTuple):
    """What a worker says of a day."""

    kind: ClaimKind
    work_date: date
    entry_at: datetime | None
    exit_at: datetime | None


class Known(NamedTuple):
    """What the register knows about the day at that site; the days are None where there is no such site."""

    site_first_on: date | None
    site_last_on: date | None
    counted: bool
    claimed: bool


class Refused(NamedTuple):
    """It cannot be claimed; until when it could have been or still can be mended."""

    reason: ClaimRefusal
    until: date | None = None


class Accepted(NamedTuple):
    """It can be claimed and waits for the prime contractor."""

    day: date


Verdict = Accepted | Refused


def judge_claim(claimed: Claimed, known: Known, *, now: datetime, relief: date | None = None) -> Verdict:
    """Decide whether a day can be claimed now.

    Gives the first refusal that applies, most useful to the worker first.

    Args:
        claimed: what the worker says.
        known: what the register knows.
        now: the present instant.
        relief: until when relief for the site's area lets days be entered, if it does.
    """
    if claimed.work_date > work_date(now) or _later(claimed.entry_at, now) or _later(claimed.exit_at, now):
        return Refused(ClaimRefusal.IN_FUTURE)
    if claimed.work_date < FIRST_INSTANT.date():
        return Refused(ClaimRefusal.TOO_LATE)
    until = max(last_day_to_enter(claimed.work_date), relief or date.min)
    if not times_fit(claimed):
        return Refused(ClaimRefusal.TIMES_WRONG, until)
    if work_date(now) > until:
        return Refused(ClaimRefusal.TOO_LATE, until)
    if known.site_first_on is None or known.site_last_on is None:
        return Refused(ClaimRefusal.SITE_UNKNOWN, until)
    return _judge_known(claimed, known, until)


def _judge_known(claimed: Claimed, known: Known, until: date) -> Verdict:
    missed = claimed.kind is ClaimKind.MISSED_DAY
    if missed and known.counted:
        return Refused(ClaimRefusal.ALREADY_COUNTED)
    if not missed and not known.counted:
        return Refused(ClaimRefusal.NOTHING_TO_CORRECT, until)
    if known.claimed:
        return Refused(ClaimRefusal.ALREADY_CLAIMED)
    assert known.site_first_on is not None  # noqa: S101  # asked before
    assert known.site_last_on is not None  # noqa: S101  # asked before
    if missed and not known.site_first_on <= claimed.work_date <= known.site_last_on:
        return Refused(ClaimRefusal.SITE_CLOSED, until)
    return Accepted(claimed.work_date)


def times_fit(claimed: Claimed) -> bool:
    """Tell whether the times can be those of the day.

    A missed day and times put right need an entry; who was not there has none.
    """
    if claimed.entry_at is None:
        return claimed.exit_at is None and claimed.kind in {ClaimKind.NOT_THERE, ClaimKind.SOMETHING_ELSE}
    if claimed.kind is ClaimKind.NOT_THERE:
        return False
    if claimed.entry_at < FIRST_INSTANT or work_date(claimed.entry_at) != claimed.work_date:
        return False
    return claimed.exit_at is None or claimed.entry_at < claimed.exit_at <= claimed.entry_at + EXIT_WITHIN


def _later(at: datetime | None, now: datetime) -> bool:
    return at is not None and at > now
