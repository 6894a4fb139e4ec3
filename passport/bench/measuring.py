"""One run, told from its beginning: a country, rounds of every load, and the proof that it was right."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import asyncpg

from backend.history.rules import work_date
from backend.kit import clock
from backend.kit.migrations import migrate
from passport.bench import checks, pgbench
from passport.bench.checks import Counts
from passport.bench.crew import Crew, Slot, gather_crew
from passport.bench.load import Outcome, Reads, Reports, Singles, load_reads, load_reports, load_singles, loader
from passport.bench.plan import TAPS_IN_REPORT, Plan
from passport.bench.serving import EMPTY, PRODUCT, serving
from passport.judge import judge_everybody
from passport.sample.command import SEED
from passport.sample.load import load as load_country
from passport.sample.plan import Plan as Country

SEQUENCES_APART = 10_000_000
"""Each load has its own stretch of every reader's sequence."""
LIGHT_EVERY_S = 0.02
WARM_UP_S = 2.0
"""Each connection to PostgreSQL learns its tables and statements once; a running server has done so."""

Tell = Callable[[str], None]


class Measured(NamedTuple):
    """The samples of all rounds by key, and what was not right."""

    samples: dict[str, list[float]]
    wrong: list[str]


def measure(dsn: str, folder: Path, plan: Plan, tell: Tell) -> Measured:
    """Measure everything on an empty database; what is started is also ended."""
    tell(f"drawing a country of {plan.workers:,} workers and {plan.months} months")
    crew = prepare(dsn, folder, plan)
    with loader() as process:
        return _Measuring(dsn, folder, plan, crew, process, tell).run()


def prepare(dsn: str, folder: Path, plan: Plan) -> Crew:
    """Fill an empty database with a sample country and the crew of the load."""
    asyncio.run(migrate(dsn))
    until = work_date(clock.now()) - timedelta(days=1)
    asyncio.run(load_country(dsn, Country(plan.workers, plan.months, SEED, until), folder, lambda _: None))
    asyncio.run(judge_everybody(dsn, tell=False))
    return asyncio.run(gather_crew(dsn, plan))


class _Measuring:
    def __init__(
        self, dsn: str, folder: Path, plan: Plan, crew: Crew, process: ProcessPoolExecutor, tell: Tell
    ) -> None:
        self.dsn, self.folder, self.plan, self.crew, self.process, self.tell = dsn, folder, plan, crew, process, tell
        self.samples: dict[str, list[float]] = defaultdict(list)
        self.slots_taken = 0
        self.loads = 0
        self.acknowledged = Counts(0, 0)
        self.wrong: list[str] = []

    def run(self) -> Measured:
        before = asyncio.run(checks.count(self.dsn))
        for number in range(1, self.plan.rounds + 1):
            self.tell(f"round {number} of {self.plan.rounds}")
            self._compare()
            with serving(PRODUCT, self.dsn, self.folder / "serve.log") as port:
                self._round(port)
        if self.plan.national:
            self.tell("a national day")
            with serving(PRODUCT, self.dsn, self.folder / "serve.log") as port:
                self._national(port)
        self._check(before)
        return Measured(dict(self.samples), self.wrong)

    def _compare(self) -> None:
        """Measure what one would pick instead."""
        with serving(EMPTY, self.dsn, self.folder / "serve.log") as port:
            answers = self._singles(port, self.crew.slots[: self.plan.days_of_singles], real=False)
        self._add("empty_answer_per_s", answers.per_s)
        self._add("empty_answer_web_cpu_us", answers.cpu_us("web"))
        asyncio.run(_execute(self.dsn, pgbench.TABLE))
        rate = pgbench.inserts_per_s(self.dsn, self.folder, self.plan.connections, self.plan.seconds)
        asyncio.run(_execute(self.dsn, pgbench.DROP))
        self._add("pgbench_insert_per_s", rate)

    def _round(self, port: int) -> None:
        self._acknowledge(self._singles(port, self._take(1), seconds=WARM_UP_S))
        light = self._acknowledge(self._singles(port, self._take(1), connections=1, every_s=LIGHT_EVERY_S))
        self._add("light_p50_ms", light.p50_ms)
        self._add("light_p99_ms", light.p99_ms)
        coded = self._acknowledge(self._singles(port, self._take(self.plan.days_of_singles)))
        self._add("singles_per_s", coded.per_s)
        self._add("singles_p99_ms", coded.p99_ms)
        self._add("single_web_cpu_us", coded.cpu_us("web"))
        self._add("single_postgres_cpu_us", coded.cpu_us("postgres"))
        signed = self._acknowledge(self._singles(port, self._take(self.plan.days_of_singles), coded=False))
        self._add("signed_singles_per_s", signed.per_s)
        self._reports(port)
        reads = Reads(port, self.crew.tokens, self.plan.reads_per_s, WARM_UP_S)
        self.process.submit(load_reads, reads).result()
        read = self.process.submit(load_reads, reads._replace(seconds=self.plan.seconds)).result()
        self._add("passport_p50_ms", read.p50_ms)
        self._add("passport_p99_ms", read.p99_ms)
        self._overload(port)

    def _reports(self, port: int) -> None:
        slots = self._take(self.plan.days_of_reports)
        first, again = self._send_reports(port, slots, self.plan.reports)
        self._add("batch_taps_per_s", first.per_s * TAPS_IN_REPORT)
        self._add("replay_taps_per_s", again.per_s * TAPS_IN_REPORT)
        self._add("batch_tap_web_cpu_us", first.cpu_us("web") / TAPS_IN_REPORT)
        self._add("batch_tap_postgres_cpu_us", first.cpu_us("postgres") / TAPS_IN_REPORT)

    def _national(self, port: int) -> None:
        people = len(self.crew.serials)
        slots = self._take(-(-self.plan.national_reports * TAPS_IN_REPORT // (2 * people)))
        first, _ = self._send_reports(port, slots, self.plan.national_reports)
        self._add("national_day_s", first.seconds)

    def _send_reports(self, port: int, slots: Sequence[Slot], count: int) -> tuple[Outcome, Outcome]:
        load = Reports(port, self.crew, slots, self._sequence(), self.plan.batch_connections, count)
        first, again = self.process.submit(load_reports, load).result()
        self._acknowledge(first)
        return first, again

    def _overload(self, port: int) -> None:
        slots = self._take(self.plan.days_of_singles)
        over = self._acknowledge(self._singles(port, slots, connections=self.plan.overload_connections))
        self._add("overload_answered_per_s", over.per_s)
        self._add("overload_refused_per_s", over.refused / over.seconds)
        self._add("overload_p99_ms", over.p99_ms)

    def _singles(self, port: int, slots: Sequence[Slot], **otherwise: Any) -> Outcome:  # noqa: ANN401  # each field has its own type
        load = Singles(port, self.crew, slots, self._sequence(), self.plan.connections, self.plan.seconds)
        return self.process.submit(load_singles, load._replace(**otherwise)).result()

    def _take(self, days: int) -> list[Slot]:
        """Take days of the crew that no load has used."""
        self.slots_taken += days
        return self.crew.slots[self.slots_taken - days : self.slots_taken]

    def _sequence(self) -> int:
        self.loads += 1
        return self.loads * SEQUENCES_APART

    def _acknowledge(self, outcome: Outcome) -> Outcome:
        """Note what the register said it has."""
        taps, days = self.acknowledged
        self.acknowledged = Counts(taps + outcome.counted + outcome.registered, days + outcome.counted)
        if outcome.failed:
            self.wrong.append(f"{outcome.failed} requests were not answered with 200")
        return outcome

    def _add(self, key: str, value: float) -> None:
        self.samples[key].append(value)

    def _check(self, before: Counts) -> None:
        self.tell("sizes, and whether everything is right")
        after = asyncio.run(checks.count(self.dsn))
        kept = Counts(after.taps - before.taps, after.work_days - before.work_days)
        if kept != self.acknowledged:
            self.wrong.append(f"acknowledged {self.acknowledged}, kept {kept}")
        sizes = asyncio.run(checks.measure_sizes(self.dsn))
        self._add("bytes_per_work_day", sizes.per_work_day)
        self._add("bytes_per_tap", sizes.per_tap)
        self.wrong += asyncio.run(checks.find_differences(self.dsn))


async def _execute(dsn: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
