"""A month and a year as sheets: the same rows for a spreadsheet and for paper."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from backend.kit import clock, database
from backend.kit.refusals import Language
from backend.kit.sheets import Cell
from backend.passport import statements
from backend.passport.answers import MonthDaysAnswer, TradeAnswer, VisitAnswer
from backend.passport.months import MONTHS_A_YEAR, get_month, get_year, position_word
from backend.passport.rules import DayState, days_of
from backend.passport.service import answer_trade, mark_month
from backend.passport.visits import DAY, read_seen
from backend.passport.words import plain, say, say_weekday

MARKS = {DayState.COUNTED: "○", DayState.WAITING: "△", DayState.STOPPED: "◇"}
LONGEST_MONTH = 31
MONTH_COLUMNS = (
    "date", "weekday", "state", "site_number", "site", "entry", "exit", "employer", "prime", "trade", "position",
    "grade", "approved_on", "reason",
)  # fmt: skip

Rows = list[list[Cell]]


class Sheet(NamedTuple):
    """A table with its title, and shorter tables below it."""

    title: str
    header: list[Cell]
    rows: Rows
    below: list[Rows]

    def lines(self) -> Iterator[Sequence[Cell]]:
        """Give everything as lines, a blank one before each shorter table."""
        yield self.header
        yield from self.rows
        for table in self.below:
            yield []
            yield from table


async def month_sheet(worker_id: UUID, month: date, today: date, language: Language) -> Sheet:
    """Make a month's sheet: one line for each visit, and one for each day without any."""
    told = await get_month(worker_id, month, today, language)
    last = clock.add_months(month, 1) - DAY
    found = await database.fetch(statements.RECORDS, worker_id, month, last)
    records = {(row["work_date"], row["site_number"]): row for row in found}
    rows: Rows = []
    for day in told.days:
        head: list[Cell] = [f"{day.date}", plain(say_weekday(day.date, language))]
        if not day.visits:
            rows.append([*head, _say(day.state, language), *[None] * (len(MONTH_COLUMNS) - 3)])
        for visit in day.visits:
            rows.append([*head, *_visit(visit, records.get((day.date, visit.site.number)), language)])
    header: list[Cell] = [_say(name, language) for name in MONTH_COLUMNS]
    totals: Rows = [
        [_say(name, language), days]
        for name, days in (("counted", told.counted), ("waiting", told.waiting), ("stopped", told.stopped))
    ]
    return Sheet(f"{_say('month_title', language)} {told.month}", header, rows, [totals])


async def year_sheet(worker_id: UUID, year: date, today: date, language: Language) -> Sheet:
    """Make a year's sheet: a line for each month with a mark for each day, and the totals below."""
    told = await get_year(worker_id, year, language)
    last = clock.add_months(year, MONTHS_A_YEAR) - DAY
    async with database.connection() as db:
        seen = await read_seen(db, worker_id, year, last)
    rows: Rows = []
    for number, month in enumerate(told.months):
        first = clock.add_months(year, number)
        marks = mark_month(first, today, {day: seen[day] for day in days_of(first) if day in seen})
        rows.append(_month_line(month, [MARKS.get(state, "") for state in marks.values()]))
    rows.append([_say("sum", language), *[None] * LONGEST_MONTH, told.days])
    header: list[Cell] = [_say("month", language), *range(1, LONGEST_MONTH + 1), _say("days", language)]
    days = _say("days", language)
    trades: Rows = [[_say("trade", language), days]]
    trades += [[_trade(one.trade) or "–", one.days] for one in told.trades]
    positions: Rows = [[_say("position", language), days]]
    positions += [[_say(one.position, language), one.days] for one in told.positions]
    below: list[Rows] = [trades, positions, [[_say("marks", language)]]]
    return Sheet(f"{_say('year_title', language)} {told.year}", header, rows, below)


def _month_line(month: MonthDaysAnswer, marks: list[str]) -> list[Cell]:
    return [month.month, *marks, *[None] * (LONGEST_MONTH - len(marks)), month.days]


def _visit(visit: VisitAnswer, record: database.Row | None, language: Language) -> list[Cell]:
    trade = answer_trade(record["trade"], language) if record else None
    return [
        _say(visit.state, language),
        visit.site.number,
        visit.site.name,
        _time(visit.entry_at),
        _time(visit.exit_at),
        record["employer"] if record else None,
        record["prime"] if record else None,
        _trade(trade),
        _say(position_word(record["position"]), language) if record else None,
        visit.grade,
        f"{record['approved_on'] or ''}" if record else None,
        plain(f"{visit.reason.why} → {visit.reason.who}: {visit.reason.what}") if visit.reason else None,
    ]


def _trade(trade: TradeAnswer | None) -> str | None:
    return f"{trade.code} {plain(trade.name)}" if trade else None


def _time(at: datetime | None) -> str | None:
    return f"{at:%H:%M}" if at else None


def _say(key: str, language: Language) -> str:
    return plain(say(key, language))
