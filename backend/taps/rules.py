"""Does a touch count?  The verdicts, and the order in which they are asked.

Pure: no clock, no database, no network.  Source: docs/decisions/0006-verdicts.md.
"""

from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple
from uuid import UUID

from backend.history.rules import last_day_to_enter, work_date
from backend.taps.clocks import Clock

AHEAD = timedelta(minutes=5)
"""So far may a corrected clock run ahead of ours."""


class Verdict(IntEnum):
    """What a touch amounts to.  The number is kept, so it never changes its meaning."""

    COUNTED = 1
    LEFT = 2

    CARD_UNKNOWN = 20
    SITE_UNKNOWN = 21
    STRUCTURE_MISSING = 22
    SITE_CLOSED = 23
    TIME_UNKNOWN = 24
    READER_REVOKED = 25
    EXIT_WITHOUT_ENTRY = 26

    CARD_REVOKED = 40
    CARD_EXPIRED = 41
    DAY_IN_FUTURE = 42
    TOO_LATE = 43
    WRONG_DIGITS = 44
    READER_STOPPED = 45
    TOKEN_UNREADABLE = 46
    NOT_CONFIRMED = 47


class State(StrEnum):
    """What a reader shows: 算入 counted, 登録 registered, waiting for somebody, or refused."""

    COUNTED = "counted"
    REGISTERED = "registered"
    WAITING = "waiting"
    REFUSED = "refused"


FIRST_WAITING, FIRST_REFUSED = Verdict.CARD_UNKNOWN, Verdict.CARD_REVOKED

HEALABLE = frozenset({Verdict.CARD_UNKNOWN, Verdict.SITE_UNKNOWN, Verdict.STRUCTURE_MISSING, Verdict.SITE_CLOSED})
"""Judged again when what was missing is mended in time."""


TO_CONFIRM = frozenset({Verdict.TIME_UNKNOWN, Verdict.READER_REVOKED})
"""Wait for the prime's word; for the worker there is nothing to mend."""

KEPT_WAITING = HEALABLE | TO_CONFIRM
"""Stand in tap_waiting until somebody's word or entry comes, or the limit."""


class Sighting(NamedTuple):
    """A touch with its instant, ready to be judged."""

    at: datetime
    clock: Clock
    exit: bool
    serial: str | None
    site_number_right: bool


class Found(NamedTuple):
    """What the register knows about a touch; None where it knows nothing."""

    worker_id: UUID | None
    card_expires_on: date | None
    card_revoked_at: datetime | None
    site_id: int | None
    site_first_on: date | None
    site_last_on: date | None
    assignment_id: int | None
    trade: int | None
    position: int | None
    reader_revoked_at: datetime | None


def state_of(verdict: Verdict) -> State:
    """Tell the word that belongs to a verdict."""
    if verdict is Verdict.COUNTED:
        return State.COUNTED
    if verdict is Verdict.LEFT:
        return State.REGISTERED
    return State.WAITING if verdict < FIRST_REFUSED else State.REFUSED


def judge(sighting: Sighting, found: Found, *, now: datetime, relief: date | None = None) -> Verdict:
    """Give the first verdict that applies, the one whose remedy must come first; relief lengthens the entry limit.

    An exit is only said to have LEFT here: whether an entry stands before it is for history to tell.
    """
    day = work_date(sighting.at)
    if not sighting.site_number_right:
        return Verdict.WRONG_DIGITS
    if sighting.serial is None:
        return Verdict.TOKEN_UNREADABLE
    if found.reader_revoked_at is not None and (
        sighting.at >= found.reader_revoked_at or sighting.clock is not Clock.UPTIME
    ):
        return Verdict.READER_STOPPED
    if sighting.clock is Clock.UNKNOWN:
        return Verdict.TIME_UNKNOWN
    if sighting.at > now + AHEAD:
        return Verdict.DAY_IN_FUTURE
    if work_date(now) > max(last_day_to_enter(day), relief or date.min):
        return Verdict.TOO_LATE
    return _judge_register(sighting, found, day)


def _judge_register(sighting: Sighting, found: Found, day: date) -> Verdict:
    if found.reader_revoked_at is not None:
        return Verdict.READER_REVOKED
    if found.worker_id is None or found.card_expires_on is None:
        return Verdict.CARD_UNKNOWN
    if found.card_revoked_at is not None and sighting.at >= found.card_revoked_at:
        return Verdict.CARD_REVOKED
    if day > found.card_expires_on:
        return Verdict.CARD_EXPIRED
    if found.site_first_on is None or found.site_last_on is None:
        return Verdict.SITE_UNKNOWN
    if sighting.exit:
        return Verdict.LEFT
    if not found.site_first_on <= day <= found.site_last_on:
        return Verdict.SITE_CLOSED
    if found.assignment_id is None:
        return Verdict.STRUCTURE_MISSING
    return Verdict.COUNTED


def vouched(sighting: Sighting, found: Found, at: datetime) -> tuple[Sighting, Found]:
    """Give a touch as the prime contractor vouches for it: its instant is known, and its reader may speak."""
    return sighting._replace(at=at, clock=Clock.UPTIME), found._replace(reader_revoked_at=None)


def limit_day(verdict: Verdict, day: date, received_at: datetime) -> date:
    """Tell by which day the entry limit counts: a clock that fell back says nothing, the day of arrival does."""
    return work_date(received_at) if verdict is Verdict.TIME_UNKNOWN else day


def mend_until(verdict: Verdict, day: date, relief: date | None = None) -> date | None:
    """Tell until when the day can still be mended or entered by hand, if anything can be done."""
    if verdict in {Verdict.COUNTED, Verdict.LEFT, Verdict.TOO_LATE}:
        return None
    return max(last_day_to_enter(day), relief or date.min)
