"""The figures of a run, beside their goals."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from passport.bench.plan import NATIONAL_DAY_TAPS

MORE, LESS = True, False


class Row(NamedTuple):
    """A figure: its key in the JSON, what it is, its unit, its goal, and whether more is better."""

    key: str
    what: str
    unit: str
    goal: float | None
    more_is_better: bool


ROWS = (
    Row("singles_per_s", "single taps, coded by a session", "/s", 5_000, MORE),
    Row("singles_p99_ms", "  their 99th percentile", "ms", 200, LESS),
    Row("signed_singles_per_s", "single taps, each signed (Ed25519)", "/s", None, MORE),
    Row("batch_taps_per_s", "taps in reports of 2,000, fully counted", "/s", 30_000, MORE),
    Row("replay_taps_per_s", "the same reports again", "/s", 100_000, MORE),
    Row("national_day_s", "a national day of 2.4 million taps", "s", 90, LESS),
    Row("passport_p99_ms", "a worker's whole passport, 99th percentile", "ms", 20, LESS),
    Row("passport_p50_ms", "  its median", "ms", None, LESS),
    Row("light_p50_ms", "light load: a tap every 20 ms, median", "ms", 3, LESS),
    Row("light_p99_ms", "  its 99th percentile", "ms", 10, LESS),
    Row("overload_answered_per_s", "ten times the connections: answered", "/s", None, MORE),
    Row("overload_refused_per_s", "  told to come back (503)", "/s", None, LESS),
    Row("overload_p99_ms", "  99th percentile of the answered", "ms", None, LESS),
    Row("bytes_per_work_day", "a work day with its totals and indexes", "B", 200, LESS),
    Row("bytes_per_tap", "a tap with its index", "B", None, LESS),
    Row("empty_answer_per_s", "an empty answer of the same server", "/s", None, MORE),
    Row("pgbench_insert_per_s", "one work day inserted by pgbench", "/s", None, MORE),
    Row("single_web_cpu_us", "CPU of the web processes for a single tap", "us", None, LESS),
    Row("single_postgres_cpu_us", "  of PostgreSQL", "us", None, LESS),
    Row("batch_tap_web_cpu_us", "CPU of the web processes for a tap in a report", "us", None, LESS),
    Row("batch_tap_postgres_cpu_us", "  of PostgreSQL", "us", None, LESS),
    Row("empty_answer_web_cpu_us", "CPU of the web processes for an empty answer", "us", None, LESS),
)

Samples = Mapping[str, Sequence[float]]
HEAD = f"{'':<46}{'goal':>12}{'measured':>14}{'ratio':>8}   rounds"


def figures(samples: Samples, *, national: bool) -> dict[str, float]:
    """Take the median of the rounds, and what follows from it."""
    found = {key: median(values) for key, values in samples.items()}
    if not national:
        found["national_day_s"] = NATIONAL_DAY_TAPS / found["batch_taps_per_s"]
    found["singles_to_empty"] = found["singles_per_s"] / found["empty_answer_per_s"]
    found["singles_to_pgbench"] = found["singles_per_s"] / found["pgbench_insert_per_s"]
    found["batch_to_pgbench"] = found["batch_taps_per_s"] / found["pgbench_insert_per_s"]
    return found


def table(found: Mapping[str, float], samples: Samples, *, national: bool) -> str:
    """Write goal, measured, ratio and the spread of the rounds."""
    lines = [HEAD]
    for row in ROWS:
        what = row.what
        if row.key == "national_day_s":
            what += " (really run)" if national else " (extrapolated)"
        lines.append(line(row._replace(what=what), found[row.key], samples.get(row.key, ())))
    lines += ["", f"{'single taps to empty answers':<58}{found['singles_to_empty']:>11.2f}"]
    lines.append(f"{'single taps to inserts by pgbench':<58}{found['singles_to_pgbench']:>11.2f}")
    lines.append(f"{'taps in reports to inserts by pgbench':<58}{found['batch_to_pgbench']:>11.2f}")
    return "\n".join(lines)


def line(row: Row, measured: float, rounds: Sequence[float]) -> str:
    """Write one figure beside its goal."""
    goal = "" if row.goal is None else f"{'≥' if row.more_is_better else '≤'} {row.goal:,g} {row.unit}"
    return (
        f"{row.what:<46}{goal:>12}{_number(measured):>11} {row.unit:<2}{_ratio(row, measured):>8}   {_spread(rounds)}"
    ).rstrip()


def _ratio(row: Row, measured: float) -> str:
    """Tell how many times the goal is reached; below 1 it is missed."""
    if row.goal is None:
        return ""
    return f"{measured / row.goal if row.more_is_better else row.goal / measured:.2f}"


def _spread(values: Sequence[float]) -> str:
    return " ".join(_number(value) for value in values) if len(values) > 1 else ""


def _number(value: float) -> str:
    write: Callable[[float], str] = "{:,.0f}".format if value >= 100 else "{:,.1f}".format  # noqa: PLR2004  # digits to show
    return write(value)
