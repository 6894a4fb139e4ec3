"""A month as calendar and list, a day as its chain, a year in totals.  Writes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from backend.history import claims, evidence
from backend.history.answering import answer_claim
from backend.history.rules import last_day_to_enter
from backend.kit import clock, database
from backend.kit.refusals import Language
from backend.kit.texts import word
from backend.passport import statements
from backend.passport.answers import (
    CorrectionAnswer,
    DayDetailAnswer,
    DayVisitsAnswer,
    EvidenceAnswer,
    MonthDaysAnswer,
    MonthVisitsAnswer,
    PositionDaysAnswer,
    RecordAnswer,
    SiteAnswer,
    StepAnswer,
    TimesAnswer,
    TradeDaysAnswer,
    VisitDetailAnswer,
    YearAnswer,
)
from backend.passport.rules import DayState, Step, chain
from backend.passport.service import answer_trade, mark_month
from backend.passport.visits import DAY, Seen, answer_visits, in_japan, read_seen, reason_of
from backend.sites.service import Position

Key = TypeVar("Key")

MONTHS_A_YEAR = 12


async def get_month(worker_id: UUID, month: date, today: date, language: Language) -> MonthVisitsAnswer:
    """Tell a month: every day's mark, and what was seen of it."""
    async with database.connection() as db:
        seen = await read_seen(db, worker_id, month, clock.add_months(month, 1) - DAY)
        employer = await db.fetchval(statements.EMPLOYER, worker_id)
    marks = mark_month(month, today, seen)
    states = list(marks.values())
    return MonthVisitsAnswer(
        month=f"{month:%Y-%m}",
        counted=states.count(DayState.COUNTED),
        waiting=states.count(DayState.WAITING),
        stopped=states.count(DayState.STOPPED),
        days=[
            DayVisitsAnswer(day, state, answer_visits(seen.get(day, []), employer, language))
            for day, state in marks.items()
        ],
    )


async def get_day(worker_id: UUID, day: date, today: date, language: Language) -> DayDetailAnswer:
    """Tell a day with everything that is kept about it."""
    async with database.connection() as db:
        seen = (await read_seen(db, worker_id, day, day)).get(day, [])
        employer = await db.fetchval(statements.EMPLOYER, worker_id)
        records = {row["site_number"]: row for row in await db.fetch(statements.RECORDS, worker_id, day, day)}
        corrections = await db.fetch(statements.CORRECTIONS, worker_id, day, day)
    claimed = await claims.list_of_day(worker_id, day)
    return DayDetailAnswer(
        work_date=day,
        state=mark_month(clock.month_of(day), today, {day: seen})[day],
        enter_until=last_day_to_enter(day),
        visits=[_detail(one, records.get(one.site_number), employer, language) for one in seen],
        claims=[answer_claim(one, language) for one in claimed],
        corrections=[_correction(row) for row in corrections],
    )


async def get_year(worker_id: UUID, year: date, language: Language) -> YearAnswer:
    """Tell a year from the month masks."""
    months = [clock.add_months(year, n) for n in range(MONTHS_A_YEAR)]
    rows = await database.fetch(statements.YEAR, worker_id, months[0], months[-1])
    by_month = sum_masks((row["month"], row["month"], row["day_mask"]) for row in rows)
    by_trade = sum_masks((row["trade"], row["month"], row["day_mask"]) for row in rows)
    by_position = sum_masks((row["position"], row["month"], row["day_mask"]) for row in rows)
    return YearAnswer(
        year=f"{year:%Y}",
        days=sum(by_month.values()),
        months=[MonthDaysAnswer(f"{month:%Y-%m}", by_month.get(month, 0)) for month in months],
        trades=[TradeDaysAnswer(answer_trade(number, language), days) for number, days in _most_first(by_trade)],
        positions=[PositionDaysAnswer(position_word(number), days) for number, days in sorted(by_position.items())],
    )


def sum_masks(marks: Iterable[tuple[Key, date, int]]) -> dict[Key, int]:
    """Count days by a key from (key, month, mask): a day in two masks of one key and month counts once."""
    masks: dict[tuple[Key, date], int] = defaultdict(int)
    for key, month, mask in marks:
        masks[key, month] |= mask
    days: dict[Key, int] = defaultdict(int)
    for (key, _), mask in masks.items():
        days[key] += mask.bit_count()
    return dict(days)


def position_word(number: int) -> str:
    """Give the word of a position as the API says it."""
    return word(Position(number).name)


def _most_first(days: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(days.items(), key=lambda pair: (-pair[1], pair[0]))


def _detail(seen: Seen, row: database.Row | None, employer: str | None, language: Language) -> VisitDetailAnswer:
    return VisitDetailAnswer(
        site=SiteAnswer(seen.site_number, seen.site_name),
        state=seen.state,
        recognised_on=row["recognised_on"] if row else None,
        approved_on=row["approved_on"] if row else None,
        record=_record(row, language) if row else None,
        times=TimesAnswer(
            acted_at=in_japan(row["acted_at"]) if row else None,
            entry_at=in_japan(seen.entry_at),
            exit_at=in_japan(seen.exit_at),
            received_at=in_japan(seen.received_at),
        ),
        evidence=_evidence(seen.evidence),
        chain=_chain(seen, employer, language),
    )


def _record(row: database.Row, language: Language) -> RecordAnswer:
    return RecordAnswer(
        employer=row["employer"],
        prime=row["prime"],
        first_tier=row["first_tier"],
        tier=row["tier"],
        position=position_word(row["position"]),
        trade=answer_trade(row["trade"], language),
        content=row["content"],
        harmful=row["harmful"],
        certificates=row["certificates"],
        insurance=row["insurance"],
    )


def _evidence(vector: evidence.Evidence) -> EvidenceAnswer:
    return EvidenceAnswer(
        presented=word(vector.presented.name),
        device=word(vector.device.name),
        seen_by=word(vector.seen_by.name),
        place_known=vector.place_known,
        grade=evidence.grade(vector),
    )


def _chain(seen: Seen, employer: str | None, language: Language) -> list[StepAnswer]:
    arrived = in_japan(seen.received_at or seen.exit_at)
    at = {Step.TAP: arrived, Step.WORK_DAY: arrived if seen.state is DayState.COUNTED else None}
    why = {Step.WORK_DAY: reason_of(seen, employer, language)}
    return [StepAnswer(step, state, at.get(step), why.get(step)) for step, state in chain(seen.state).items()]


def _correction(row: database.Row) -> CorrectionAnswer:
    before, before_exit = in_japan(row["old_entry_at"]), in_japan(row["old_exit_at"])
    made = in_japan(row["corrected_at"])
    assert before is not None  # noqa: S101  # a work day has an entry
    assert made is not None  # noqa: S101  # the column is not null
    return CorrectionAnswer(
        site=SiteAnswer(row["site_number"], row["site_name"]),
        corrected_at=made,
        by=row["prime"],
        why=row["why"],
        taken_away=row["taken_away"],
        entry_at=in_japan(row["entry_at"]),
        exit_at=in_japan(row["exit_at"]),
        entry_at_before=before,
        exit_at_before=before_exit,
    )
