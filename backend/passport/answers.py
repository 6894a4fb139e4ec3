"""What the phone is told.  The contract of GET /v1/passport."""

from datetime import date, datetime

import msgspec

from backend.history.answering import ClaimAnswer
from backend.history.evidence import Grade
from backend.kit.refusals import Reason
from backend.passport.rules import DayState, Step, StepState


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


class RecoveryAnswer(Answer, frozen=True):
    """Somebody takes this account to another phone: since when, from when on it opens, until when it can be used."""

    attested_at: datetime
    opens_at: datetime
    expires_at: datetime


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
    unread: int
    """Items of the inbox that were not read."""
    recovery: RecoveryAnswer | None


class DayVisitsAnswer(Answer, frozen=True):
    """One day of a month, with what was seen of it."""

    date: date
    state: DayState
    visits: list[VisitAnswer]


class MonthVisitsAnswer(Answer, frozen=True):
    """A month as calendar and list."""

    month: str
    counted: int
    waiting: int
    stopped: int
    days: list[DayVisitsAnswer]


class TradeDaysAnswer(Answer, frozen=True):
    """In how many days a trade was done; the trade is None where its number is not known."""

    trade: TradeAnswer | None
    days: int


class PositionDaysAnswer(Answer, frozen=True):
    """In how many days somebody worked as what: worker, squadLeader or foreman."""

    position: str
    days: int


class YearAnswer(Answer, frozen=True):
    """A calendar year in work days; a day in two trades counts once in `days`, and once in each trade."""

    year: str
    days: int
    months: list[MonthDaysAnswer]
    trades: list[TradeDaysAnswer]
    positions: list[PositionDaysAnswer]


class RecordAnswer(Answer, frozen=True):
    """What a record says beside its times (就業履歴の項目)."""

    employer: str
    prime: str
    first_tier: str | None
    tier: int
    position: str
    trade: TradeAnswer | None
    content: str
    harmful: str
    certificates: str
    insurance: int


class TimesAnswer(Answer, frozen=True):
    """Three clocks: the device's own, the corrected instants, and the arrival."""

    acted_at: datetime | None
    entry_at: datetime | None
    exit_at: datetime | None
    received_at: datetime | None


class EvidenceAnswer(Answer, frozen=True):
    """What speaks for the day: the vector in words, and the grade that follows from it."""

    presented: str
    device: str
    seen_by: str
    place_known: bool
    grade: Grade


class StepAnswer(Answer, frozen=True):
    """One link of the day's chain."""

    step: Step
    state: StepState
    at: datetime | None
    reason: Reason | None


class CorrectionAnswer(Answer, frozen=True):
    """A later entry that replaced the effect of an earlier one; what stood there before is kept."""

    site: SiteAnswer
    corrected_at: datetime
    by: str
    """The prime contractor whose office decided."""
    why: str
    taken_away: bool
    entry_at: datetime | None
    exit_at: datetime | None
    entry_at_before: datetime
    exit_at_before: datetime | None


class VisitDetailAnswer(Answer, frozen=True):
    """One site on one day, with everything that is kept about it."""

    site: SiteAnswer
    state: DayState
    recognised_on: date | None
    approved_on: date | None
    record: RecordAnswer | None
    times: TimesAnswer
    evidence: EvidenceAnswer
    chain: list[StepAnswer]


class DayDetailAnswer(Answer, frozen=True):
    """One work day: its chain, and what was corrected."""

    work_date: date
    state: DayState
    enter_until: date
    """Until when it may be entered or mended."""
    visits: list[VisitDetailAnswer]
    claims: list[ClaimAnswer]
    """What was claimed of it, newest first, and what became of that."""
    corrections: list[CorrectionAnswer]
