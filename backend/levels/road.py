"""Put the planner together: every field that own trades allow or that was chosen, with what is done and missing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.levels import allowances, criteria, errors, evaluating, pay, readiness, road_statements, versions
from backend.levels.dates import facts
from backend.levels.days import span
from backend.levels.forecast import PACE_MONTHS
from backend.levels.goals import Papers, show_goal
from backend.levels.people import Person, read_people
from backend.levels.road_answers import (
    AllowanceAnswer,
    AllowanceRow,
    CountedAnswer,
    CriteriaAnswer,
    FieldName,
    LabourRateAnswer,
    PaceAnswer,
    PayAnswer,
    PayRow,
    RoadAnswer,
    RoadsAnswer,
    RoadTrade,
)
from backend.levels.rules import Counted, Verdict, count, judge, reached_level
from backend.levels.standards import Standard, Standards
from backend.qualifications import service as qualifications
from backend.settings import Mode, settings
from backend.workers import trades

HIGHEST = 4
MOST_CHOSEN = 10


class Walker(NamedTuple):
    """Who walks: what is kept about a worker, as of a day."""

    worker_id: UUID
    today: date
    language: Language
    row: database.Row
    person: Person
    own_trades: tuple[int, ...]
    """Registered or worked in, the main one first."""
    chosen: tuple[str, ...]
    papers: Papers


async def get_roads(worker_id: UUID, at: datetime, language: Language) -> RoadsAnswer:
    """Put a worker's planner together as of an instant.

    Raises:
        NotFoundError: no such worker.
    """
    walker = await _read(worker_id, clock.japan_date(at), language)
    standards = await versions.in_force(walker.today)
    held = await evaluating.held_by(worker_id)
    waiting = {(one.field, one.level) for one in await evaluating.list_of(worker_id) if one.granted is None}
    walked = [(standard, *_judge(walker, standard)) for standard in _fields(walker, standards)]
    roads = [_road(walker, *one, held.get(one[0].field)) for one in walked]
    return RoadsAnswer(
        as_of=at.astimezone(clock.JAPAN).replace(microsecond=0),
        sample=settings().mode is Mode.SAMPLE,
        level=walker.row["level"],
        roads=roads,
        choices=_choices(standards, {road.field for road in roads}, language),
        pay=_pay(walker),
        allowance=_allowance(await allowances.of_worker(worker_id, walker.today)),
        ready=readiness.find(roads, walker.papers, waiting, walker.row["form"], walker.today, language),
    )


async def choose(worker_id: UUID, field: str, at: datetime) -> None:
    """Aim at a field, whatever the own trades are; done again, nothing changes.

    Raises:
        NotFoundError: no such field.
        FieldsFullError: ten are chosen already.
    """
    if field not in criteria.compiled():
        raise NotFoundError
    async with database.transaction() as db:
        await db.execute(road_statements.HOLD_WORKER, worker_id)
        chosen = {row[0] for row in await db.fetch(road_statements.CHOSEN, worker_id)}
        if field not in chosen and len(chosen) >= MOST_CHOSEN:
            raise errors.FieldsFullError
        await db.execute(road_statements.CHOOSE, worker_id, field, at)


async def leave(worker_id: UUID, field: str) -> None:
    """Aim at a field no more; done again, nothing changes.

    Raises:
        NotFoundError: no such field.
    """
    if field not in criteria.compiled():
        raise NotFoundError
    async with database.transaction() as db:
        await db.execute(road_statements.LEAVE, worker_id, field)


async def walk(worker_id: UUID, field: str, at: datetime) -> tuple[Standard, Walker, Counted, Sequence[Verdict]]:
    """Judge a worker in one field, with what it was judged by.

    Raises:
        NotFoundError: no such field, or no such worker.
    """
    today = clock.japan_date(at)
    standard = await versions.standard_of(field, today)
    walker = await _read(worker_id, today, Language.JA)
    return standard, walker, *_judge(walker, standard)


def pace_of(person: Person, standard: Standard, today: date) -> PaceAnswer:
    """Count what was worked in the last six whole months, or since the first day where that is less."""
    last = clock.month_of(today) - timedelta(days=1)
    whole = _whole_months(person, last)
    since = clock.add_months(clock.month_of(last), 1 - whole) if whole else clock.month_of(today)
    window = span(since, last)
    counted = count(standard, {worked_as: bits & window for worked_as, bits in person.history.items()})
    return PaceAnswer(whole, counted.days, counted.foreman_days, counted.foreman_or_leader_days)


def _whole_months(person: Person, last: date) -> int:
    """Tell how many months up to a day there are since the first work day, six at most; its own month is one."""
    whole = 0
    for bits in person.history.values():
        for back in range(whole, PACE_MONTHS):
            if bits & span(date.min, clock.add_months(clock.month_of(last), 1 - back) - timedelta(days=1)):
                whole = back + 1
    return whole


async def _read(worker_id: UUID, today: date, language: Language) -> Walker:
    rows = await database.fetch(road_statements.WORKER, worker_id)
    if not rows:
        raise NotFoundError
    person = (await read_people([worker_id], today))[worker_id]
    registered = [row[0] for row in await database.fetch(road_statements.TRADES, worker_id)]
    worked = sorted({trade for trade, _ in person.history} | {one.trade for one in person.certificates})
    own = tuple(dict.fromkeys([rows[0]["main_trade"], *registered, *worked]))
    chosen = tuple(row[0] for row in await database.fetch(road_statements.CHOSEN, worker_id))
    papers = Papers(await qualifications.list_of(worker_id), today, language)
    return Walker(worker_id, today, language, rows[0], person, own, chosen, papers)


def _fields(walker: Walker, standards: Standards) -> list[Standard]:
    known = [one for one in walker.chosen if one in standards.by_field]
    found = standards.of_trades(walker.own_trades) + [standards.by_field[field] for field in known]
    return list({one.field: one for one in found}.values())


def _judge(walker: Walker, standard: Standard) -> tuple[Counted, tuple[Verdict, ...]]:
    counted = count(standard, walker.person.history, walker.person.certificates)
    return counted, judge(standard, counted, walker.person.held)


def _road(
    walker: Walker,
    standard: Standard,
    counted: Counted,
    verdicts: Sequence[Verdict],
    held: tuple[int, date] | None,
) -> RoadAnswer:
    level, since = held or (1, None)
    pace = pace_of(walker.person, standard, walker.today)
    own = [trade for trade in walker.own_trades if trade in standard.trades]
    return RoadAnswer(
        field=standard.field,
        name=criteria.name_of(standard.field, walker.language),
        chosen=not own,
        trades_known=bool(standard.trades),
        trades=[RoadTrade(trades.code_of(one), trades.name_of(one, walker.language) or "") for one in own],
        held=level,
        held_on=since,
        reached=reached_level(verdicts),
        next=_next(level, verdicts),
        goals=[show_goal(standard, counted, one, pace, walker.papers) for one in verdicts],
        days=_counted(walker.person, standard, counted),
        pace=pace,
        criteria=_criteria(standard),
        pay=[PayRow(*row) for row in pay.facts().yearly.of_field(standard.field)],
    )


def _next(held: int, verdicts: Sequence[Verdict]) -> int | None:
    """Give what to aim at: a level that is reached and not held, else the next one; None where the highest is held."""
    reached = reached_level(verdicts)
    if reached > held:
        return reached
    return held + 1 if held < HIGHEST else None


def _counted(person: Person, standard: Standard, counted: Counted) -> CountedAnswer:
    days = 0
    for (trade, _), bits in person.history.items():
        if trade in standard.trades or not standard.trades:
            days |= bits
    return CountedAnswer(
        counted.days,
        counted.certified,
        (days & person.trained).bit_count(),
        counted.uncertain,
        facts().certified_filed_until if counted.certified else None,
    )


def _criteria(standard: Standard) -> CriteriaAnswer:
    written = standard.criteria
    return CriteriaAnswer(
        standard.version,
        written.valid_from,
        written.confidence,
        list(written.evaluators),
        criteria.facts().authority,
        list(written.sources),
    )


def _choices(standards: Standards, open_already: set[str], language: Language) -> list[FieldName]:
    return [
        FieldName(field, criteria.name_of(field, language), bool(standard.trades))
        for field, standard in standards.by_field.items()
        if field not in open_already
    ]


def _pay(walker: Walker) -> PayAnswer:
    yearly, rate = pay.facts().yearly, pay.facts().labour_rate
    yen = rate.of_trade(walker.row["main_trade"])
    return PayAnswer(
        "tenThousandYenPerYear",
        yearly.published_on,
        yearly.revised_on,
        yearly.source,
        yearly.url,
        [PayRow(*row) for row in yearly.of_all()],
        LabourRateAnswer(yen, rate.valid_from, rate.source) if yen else None,
    )


def _allowance(told: allowances.Allowance | None) -> AllowanceAnswer | None:
    if told is None:
        return None
    rows = [AllowanceRow(level, yen) for level, yen in enumerate(told.yen, 1)]
    return AllowanceAnswer(told.company, rows, told.per, told.valid_from)
