"""What the phone is told.  The contract of GET /v1/passport."""

from datetime import date, datetime

import msgspec

from backend.history.evidence import Grade
from backend.kit.refusals import Reason
from backend.passport.rules import DayState


class Answer(msgspec.Struct, frozen=True, rename="camel"):
    """Base of what is told: immutable, camelCase outside."""


class SiteAnswer(Answer, frozen=True):
    """A site; the name is None as long as the site is not registered."""

    number: str
    name: str | None


class TradeAnswer(Answer, frozen=True):
    """A trade: its code such as 10-01, and its name in the reader's language."""

    code: str
    name: str


class WorkerAnswer(Answer, frozen=True):
    """The face of the passport."""

    number: str
    name: str
    name_kana: str
    name_latin: str | None
    level: int
    trade: TradeAnswer | None
    company: str | None
    card_expires_on: date | None


class VisitAnswer(Answer, frozen=True):
    """One site on one day: counted, or why not."""

    site: SiteAnswer
    state: DayState
    entry_at: datetime | None
    exit_at: datetime | None
    received_at: datetime | None
    channel: str
    grade: Grade
    reason: Reason | None


class TodayAnswer(Answer, frozen=True):
    """Today: a day that begins at four in the morning."""

    work_date: date
    state: DayState
    career_day: int | None
    """Which work day of the career it is, if it counts."""
    visits: list[VisitAnswer]


class DayAnswer(Answer, frozen=True):
    """One day's mark."""

    date: date
    state: DayState


class MonthAnswer(Answer, frozen=True):
    """This month, every day of it."""

    month: str
    """Year and month, such as 2026-11."""
    counted: int
    waiting: int
    stopped: int
    days: list[DayAnswer]


class MonthDaysAnswer(Answer, frozen=True):
    """How many days a month has."""

    month: str
    days: int


class CareerAnswer(Answer, frozen=True):
    """All work days so far, in days; since the first."""

    days: int
    foreman_days: int
    since: date | None


class PassportAnswer(Answer, frozen=True):
    """A worker's passport."""

    as_of: datetime
    sample: bool
    worker: WorkerAnswer
    today: TodayAnswer
    month: MonthAnswer
    months: list[MonthDaysAnswer]
    """Newest first, at most 24."""
    career: CareerAnswer
