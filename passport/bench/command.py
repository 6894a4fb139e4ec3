"""`passport bench`: measure, and print a table or JSON.  Nothing of it is a timed test."""

import argparse
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from passport import environment, postgres
from passport.bench import plan as plans
from passport.bench.plan import Plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what, how much, and where."""
    parser.add_argument(
        "what",
        nargs="?",
        choices=("load", "import", "push", "letter", "levels"),
        default="load",
        help="what is measured (load)",
    )
    parser.add_argument("--rows", type=int, help="of the imported table (100,000)")
    parser.add_argument("--workers", type=int, help=f"people of the sample country ({Plan.workers:,})")
    parser.add_argument("--months", type=int, help=f"months of their history ({Plan.months})")
    parser.add_argument("--rounds", type=int, help=f"the figure is the median of so many ({Plan.rounds})")
    parser.add_argument("--seconds", type=float, help=f"each load of a round ({Plan.seconds:g})")
    parser.add_argument(
        "--connections", type=int, help=f"of single taps and of pgbench; messages in flight ({Plan.connections})"
    )
    parser.add_argument("--national", action="store_true", help="really run a national day of 2.4 million taps")
    parser.add_argument("--quick", action="store_true", help="under a minute, for tests; the figures say little")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--dsn", help="an empty database to use (a PostgreSQL of its own, fsync on)")


def run(arguments: argparse.Namespace) -> int:
    """Measure; fails where something was not right."""
    if arguments.what == "import":
        return _import(arguments)
    if arguments.what == "push":
        return _push(arguments)
    if arguments.what == "letter":
        return _letter(arguments)
    if arguments.what == "levels":
        return _levels(arguments)
    os.environ["PASSPORT_MODE"] = "production"
    from passport.bench.figures import figures, table  # noqa: PLC0415  --help needs no backend
    from passport.bench.measuring import measure  # noqa: PLC0415  the same

    plan = plan_of(arguments)
    with _somewhere(arguments.dsn) as (dsn, folder):
        measured = measure(dsn, folder, plan, lambda line: print(line, "…", file=sys.stderr, flush=True))
    found = figures(measured.samples, national=plan.national)
    if arguments.json:
        print(json.dumps({key: round(value, 3) for key, value in found.items()}))
    else:
        print(table(found, measured.samples, national=plan.national))
    print(*measured.wrong or ["Everything acknowledged was kept, once; the totals equal the history."],
          sep="\n", file=sys.stderr)  # fmt: skip
    return os.EX_DATAERR if measured.wrong else os.EX_OK


def _import(arguments: argparse.Namespace) -> int:
    from passport.bench import importing  # noqa: PLC0415  --help needs no backend

    rows = arguments.rows or (importing.QUICK if arguments.quick else importing.ROWS)
    with _somewhere(arguments.dsn) as (dsn, folder):
        found, wrong = importing.measure(dsn, folder, rows)
    print(
        json.dumps({key: round(value, 3) for key, value in found.items()}) if arguments.json else importing.table(found)
    )
    print(
        *wrong or ["Every row has its outcome; the register holds exactly the good ones, once."],
        sep="\n",
        file=sys.stderr,
    )
    return os.EX_DATAERR if wrong else os.EX_OK


def _push(arguments: argparse.Namespace) -> int:
    from passport.bench import push  # noqa: PLC0415  --help needs no backend

    with _folder() as folder:
        samples, wrong = push.measure(folder, plan_of(arguments))
    found = push.figures(samples)
    if arguments.json:
        print(json.dumps({key: round(value, 3) for key, value in found.items()}))
    else:
        print(push.table(found, samples))
    print(*wrong or ["Everything that was taken over reached its phone, once, and could be read."],
          sep="\n", file=sys.stderr)  # fmt: skip
    return os.EX_DATAERR if wrong else os.EX_OK


def _letter(arguments: argparse.Namespace) -> int:
    with _somewhere(arguments.dsn) as (dsn, folder):
        os.environ["PASSPORT_DSN"] = dsn
        from passport.bench import letter  # noqa: PLC0415  --help needs no backend, and it reads the setting

        found, wrong = letter.measure(dsn, folder, plan_of(arguments).workers)
    print(json.dumps({key: round(value, 3) for key, value in found.items()}) if arguments.json else letter.table(found))
    print(*wrong or ["Everybody was told, once."], sep="\n", file=sys.stderr)
    return os.EX_DATAERR if wrong else os.EX_OK


def _levels(arguments: argparse.Namespace) -> int:
    with _somewhere(arguments.dsn) as (dsn, _):
        os.environ["PASSPORT_DSN"] = dsn
        from passport.bench import levels  # noqa: PLC0415  --help needs no backend, and it reads the setting

        found, wrong = levels.measure(dsn, plan_of(arguments).workers)
    print(json.dumps({key: round(value, 3) for key, value in found.items()}) if arguments.json else levels.table(found))
    print(*wrong or ["Everybody was judged."], sep="\n", file=sys.stderr)
    return os.EX_DATAERR if wrong else os.EX_OK


def plan_of(arguments: argparse.Namespace) -> Plan:
    """Make the plan of what was asked for."""
    chosen = plans.quick() if arguments.quick else Plan()
    asked = {name: getattr(arguments, name) for name in ("workers", "months", "rounds", "seconds", "connections")}
    return replace(chosen, national=arguments.national, **{k: v for k, v in asked.items() if v is not None})


@contextlib.contextmanager
def _somewhere(dsn: str | None) -> Iterator[tuple[str, Path]]:
    """Give a database and a folder that are thrown away."""
    with _folder() as folder:
        if dsn:
            yield dsn, folder
            return
        with postgres.running(folder) as own:
            yield own, folder


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    """Give a folder that is thrown away; beside the product's data, so on the same disk."""
    data = environment.data()
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data) as name:
        yield Path(name)
