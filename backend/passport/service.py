"""Put a worker's passport together from what the register keeps.  Writes nothing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from uuid import UUID

import jpholiday

from backend.history.rules import work_date
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.passport import statements
from backend.passport.answers import (
    CareerAnswer,
    DayAnswer,
    MonthAnswer,
    MonthDaysAnswer,
    PassportAnswer,
    RecoveryAnswer,
    TodayAnswer,
    TradeAnswer,
    VisitAnswer,
    WorkerAnswer,
)
from backend.passport.happened import UNSAID
from backend.passport.inbox import shown_since
from backend.passport.rules import DayState, mark_days, strongest
from backend.passport.visits import DAY, Seen, answer_visits, read_seen
from backend.settings import Mode, settings
from backend.sites.service import Position
from backend.workers import trades

MONTHS_SHOWN = 24


async def get_passport(worker_id: UUID, at: datetime, language: Language) -> PassportAnswer:
    """Put together the passport of a worker as of an instant.

    Raises:
        NotFoundError: no such worker.
    """
    today = work_date(at)
    month = clock.month_of(today)
    async with database.connection() as db:
        worker = await db.fetchrow(statements.WORKER, worker_id, shown_since(at), list(UNSAID))
        if worker is None:
            raise NotFoundError
        seen = await read_seen(db, worker_id, month, clock.add_months(month, 1) - DAY)
        totals = await db.fetch(statements.MONTHS, worker_id)
        recovery = await db.fetchrow(statements.RECOVERY, worker_id, at)
    return PassportAnswer(
        as_of=at.astimezone(clock.JAPAN).replace(microsecond=0),
        sample=settings().mode is Mode.SAMPLE,
        worker=_worker(worker, language),
        today=_today(today, answer_visits(seen.get(today, []), worker["company"], language), worker["days"] or 0),
        month=_month(month, today, seen),
        months=_months(totals),
        career=CareerAnswer(worker["days"] or 0, _foreman_days(totals), worker["first_on"]),
        unread=worker["unread"],
        recovery=_recovery(recovery) if recovery else None,
    )


def _worker(row: database.Row, language: Language) -> WorkerAnswer:
    return WorkerAnswer(
        number=row["worker_number"],
        name=row["name"],
        name_kana=row["name_kana"],
        name_latin=row["name_latin"],
        level=row["level"],
        trade=answer_trade(row["main_trade"], language),
        company=row["company"],
        card_expires_on=row["card_expires_on"],
    )


def _recovery(row: database.Row) -> RecoveryAnswer:
    return RecoveryAnswer(*(at.astimezone(clock.JAPAN).replace(microsecond=0) for at in row))


def answer_trade(number: int, language: Language) -> TradeAnswer | None:
    """Say a trade, or its major where the minor is not known to us."""
    name = trades.name_of(number, language)
    return TradeAnswer(trades.code_of(number), name) if name else None


def _today(today: date, visits: list[VisitAnswer], career_days: int) -> TodayAnswer:
    state: DayState | None = None
    for visit in visits:
        state = strongest(visit.state, state)
    return TodayAnswer(today, state or DayState.NONE, career_days if state is DayState.COUNTED else None, visits)


def _month(month: date, today: date, seen: Mapping[date, Sequence[Seen]]) -> MonthAnswer:
    marks = mark_month(month, today, seen)
    states = list(marks.values())
    return MonthAnswer(
        month=f"{month:%Y-%m}",
        counted=states.count(DayState.COUNTED),
        waiting=states.count(DayState.WAITING),
        stopped=states.count(DayState.STOPPED),
        days=[DayAnswer(day, state) for day, state in marks.items()],
    )


def _months(totals: Sequence[database.Row]) -> list[MonthDaysAnswer]:
    masks: dict[date, int] = defaultdict(int)
    for row in totals:
        masks[row["month"]] |= row["mask"]
    newest = sorted(masks, reverse=True)[:MONTHS_SHOWN]
    return [MonthDaysAnswer(f"{month:%Y-%m}", masks[month].bit_count()) for month in newest]


def _foreman_days(totals: Sequence[database.Row]) -> int:
    return sum(row["mask"].bit_count() for row in totals if row["position"] == Position.FOREMAN)


def mark_month(month: date, today: date, seen: Mapping[date, Sequence[Seen]]) -> dict[date, DayState]:
    """Mark every day of a month by what was seen of it."""
    known: dict[date, DayState] = {}
    for day, of_day in seen.items():
        for one in of_day:
            known[day] = strongest(one.state, known.get(day))
    return mark_days(month, today, known, _holidays(month.year))


@cache
def _holidays(year: int) -> set[date]:
    return {day for day, _ in jpholiday.year_holidays(year)}
