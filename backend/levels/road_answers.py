"""What the planner is told.  The contract of GET /v1/passport/road."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from backend.kit.refusals import Reason
from backend.levels.allowances import Per
from backend.levels.criteria import Confidence, ForemanCounts
from backend.levels.forecast import Slowest
from backend.levels.rules import State, Why


class Answer(msgspec.Struct, frozen=True, rename="camel"):
    """Base of what is told: immutable, camelCase outside."""


class FieldName(Answer, frozen=True):
    """An evaluation field; whether it is known which trades count for it."""

    code: str
    name: str
    trades_known: bool


class RoadTrade(Answer, frozen=True):
    """A trade of the worker that counts in a field."""

    code: str
    name: str


class LaneAnswer(Answer, frozen=True):
    """Days: done, needed, missing; whether what is needed was only assumed."""

    done: int
    needed: int
    missing: int
    assumed: bool


class EntryState(StrEnum):
    """What there is of an entry of a list."""

    HELD = "held"
    WAITING = "waiting"
    EXPIRED = "expired"
    MISSING = "missing"


class EntryName(Answer, frozen=True):
    """A qualification: in the reader's language, and as it is official."""

    key: str
    name: str
    ja: str


class EntryAnswer(Answer, frozen=True):
    """An entry of a list: one of its names is enough."""

    names: list[EntryName]
    state: EntryState
    expires_on: date | None


class NeedAnswer(Answer, frozen=True):
    """So many of a list of qualifications; the list may be that of a lower level."""

    count: int
    missing: int
    from_level: int
    entries: list[EntryAnswer]


class WayAnswer(Answer, frozen=True):
    """One way to a level."""

    days: LaneAnswer
    foreman_days: LaneAnswer
    foreman_counts: ForemanCounts | None
    needs: list[NeedAnswer]
    needs_complete: bool


class ForecastAnswer(Answer, frozen=True):
    """In which month (2029-06) a level is reached at the own pace, and what decides it."""

    month: str | None
    slowest: Slowest | None


class GoalAnswer(Answer, frozen=True):
    """A level of a field: reached, missing or undecided; the nearest way first."""

    level: int
    state: State
    why: list[Why]
    ways: list[WayAnswer]
    forecast: ForecastAnswer


class CountedAnswer(Answer, frozen=True):
    """Days that count in a field; of them certified and training; and those that do not count yet."""

    counted: int
    certified: int
    training: int
    uncertain: int
    certified_until: date | None
    """Until when the certified ones count; None where there are none."""


class PaceAnswer(Answer, frozen=True):
    """What was worked in the last whole months."""

    months: int
    days: int
    foreman_days: int
    foreman_or_leader_days: int


class CriteriaAnswer(Answer, frozen=True):
    """Which version of a standard is in force, and where it is from; 0 was compiled from public pages."""

    version: int
    valid_from: date | None
    confidence: Confidence
    evaluators: list[str]
    authority: str
    sources: list[str]


class PayRow(Answer, frozen=True):
    """What a level is said to bring; in units of 10,000 yen a year."""

    level: int
    low: int
    high: int | None


class LabourRateAnswer(Answer, frozen=True):
    """What public works reckon for a day in the worker's main trade, in yen."""

    yen: int
    valid_from: date
    source: str


class PayAnswer(Answer, frozen=True):
    """Pay by level, of all fields, with its source and date."""

    unit: str
    published_on: date
    revised_on: date
    """Since when there are newer figures, which are not known here."""
    source: str
    url: str
    rows: list[PayRow]
    labour_rate: LabourRateAnswer | None


class AllowanceRow(Answer, frozen=True):
    """What the own company pays on top at a level."""

    level: int
    yen: int


class AllowanceAnswer(Answer, frozen=True):
    """What the own company pays on top, as it has told itself."""

    company: str
    rows: list[AllowanceRow]
    per: Per
    since: date


class ReadyAbout(StrEnum):
    """What something that is missing is about."""

    QUALIFICATION = "qualification"
    DAYS = "days"
    TRADE = "trade"
    EXPERIENCE = "experience"
    EVALUATION = "evaluation"


class ReadyItem(Answer, frozen=True):
    """Something that is missing, with its remedy."""

    about: ReadyAbout
    subject: str | None
    """The field or qualification, in the reader's language."""
    reason: Reason


class RoadAnswer(Answer, frozen=True):
    """The way to the levels of one field."""

    field: str
    name: str
    chosen: bool
    trades_known: bool
    trades: list[RoadTrade]
    held: int
    """As the evaluating body has reported; 1 where nothing was."""
    held_on: date | None
    reached: int
    """By the register's own reckoning."""
    next: int | None
    """The level to show first; None where the highest is held."""
    goals: list[GoalAnswer]
    days: CountedAnswer
    pace: PaceAnswer
    criteria: CriteriaAnswer
    pay: list[PayRow]
    """Of this field, as far as it is known."""


class RoadsAnswer(Answer, frozen=True):
    """Every way that is open to a worker."""

    as_of: datetime
    sample: bool
    level: int
    """On the card."""
    roads: list[RoadAnswer]
    choices: list[FieldName]
    pay: PayAnswer
    allowance: AllowanceAnswer | None
    ready: list[ReadyItem]
