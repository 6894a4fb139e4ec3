"""`passport import workers FILE`: register who stands in a table, and name every row that cannot be."""

import argparse
import asyncio
import contextlib
import hashlib
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from passport import environment, postgres

if TYPE_CHECKING:
    from backend.applications.importing import RowOutcome

KIND_WORKERS = 1
HEAD = ("行", "結果", "技能者ID", "項目", "コード", "理由", "直しかた")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    workers = kinds.add_parser("workers", help="people, one a row; CSV (UTF-8 or Shift_JIS) or Excel")
    workers.add_argument("file", type=Path)
    workers.add_argument("--form", choices=("simplified", "detailed"), default="simplified")
    workers.add_argument("--report", type=Path, help="where the report goes (FILE.report.csv)")
    workers.add_argument("--here", action="store_true", help="judge rows in this process alone")


def run(arguments: argparse.Namespace) -> int:
    """Import, in the database that PASSPORT_DSN names, or the embedded one."""
    report = arguments.report or arguments.file.with_name(arguments.file.name + ".report.csv")
    with postgres.given_or_embedded(environment.data()) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        with _judges(here=arguments.here) as pool:
            return asyncio.run(import_file(arguments.file, arguments.form, report, pool))


@contextlib.contextmanager
def _judges(*, here: bool) -> Iterator[ProcessPoolExecutor | None]:
    if here:
        yield None
        return
    with ProcessPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1))) as pool:
        yield pool


async def import_file(path: Path, form: str, report: Path, pool: ProcessPoolExecutor | None) -> int:
    """Import a file, write the report beside it, and print what came of it.

    Where the file cannot be read on from some row, the report tells of the rows that were registered before; the rest
    is imported with the mended file, in which those are then registered already.
    """
    from backend.applications.importing import HeadError, import_table  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit import database  # noqa: PLC0415  the same
    from backend.kit.tables import TableError  # noqa: PLC0415  the same
    from backend.workers.items import Form  # noqa: PLC0415  the same

    await database.open_pool(3)
    began, counts, broken = time.monotonic(), Counter[str](), None
    written = report.with_name(report.name + ".part")
    try:
        run_id = await _begin(path)
        digest = hashlib.sha256()
        with written.open("wb") as file:
            file.write(_lines([HEAD], marked=True))
            try:
                outcomes = import_table(path, Form[form.upper()], by=None, at=datetime.now(UTC), pool=pool)
                async for some in outcomes:
                    counts.update(one.state.value for one in some)
                    lines = _lines([row for one in some for row in _rows(one)])
                    digest.update(lines)
                    file.write(lines)
            except TableError as error:
                broken = error.fault.value
        if counts or broken is None:
            written.replace(report)
        await _end(run_id, counts, digest.digest())
    except HeadError as error:
        return _say_head(error.unknown, error.twice, error.missing)
    finally:
        written.unlink(missing_ok=True)
        await database.close_pool()
    if counts or broken is None:
        _print(counts, report, time.monotonic() - began)
    if broken is not None:
        _say_refusal(broken)
    return os.EX_DATAERR if broken or counts["refused"] else os.EX_OK


async def _begin(path: Path) -> object:
    from backend.applications import statements  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit import database  # noqa: PLC0415  the same

    run_id = uuid4()
    async with database.transaction() as db:
        await db.execute(statements.BEGIN_IMPORT, run_id, KIND_WORKERS, None, path.name, datetime.now(UTC))
    return run_id


async def _end(run_id: object, counts: Counter[str], digest: bytes) -> None:
    from backend.applications import statements  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit import database  # noqa: PLC0415  the same

    kept = counts["registered"] + counts["already"]
    figures = (counts.total(), kept, counts["refused"], digest)
    async with database.transaction() as db:
        await db.execute(statements.END_IMPORT, run_id, datetime.now(UTC), *figures)


def _rows(one: "RowOutcome") -> list[tuple[str | int, ...]]:
    from backend.kit.refusals import Language, give_reason  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.workers.sheet import asked  # noqa: PLC0415  the same

    said = {"registered": "登録しました", "already": "登録があります", "refused": "登録できません"}[one.state.value]
    if not one.faults:
        return [(one.row, said, one.number, "", "", "", "")]
    made: list[tuple[str | int, ...]] = []
    for fault in one.faults:
        reason = give_reason(fault.code, Language.JA)
        item = asked().item.get(fault.item)
        made.append((one.row, said, "", item.ja if item else fault.item, fault.code, reason.why, reason.what))
    return made


def _lines(rows: list[tuple[str | int, ...]], *, marked: bool = False) -> bytes:
    from backend.kit.sheets import write_csv  # noqa: PLC0415  needs PASSPORT_DSN first

    return b"".join(write_csv(rows, marked=marked))


def _say_refusal(code: str) -> None:
    from backend.kit.refusals import Language, give_reason  # noqa: PLC0415  needs PASSPORT_DSN first

    reason = give_reason(code, Language.EN)
    print(f"{reason.why}. {reason.what}.", file=sys.stderr)


def _say_head(unknown: tuple[str, ...], twice: tuple[str, ...], missing: tuple[str, ...]) -> int:
    from backend.workers.sheet import asked  # noqa: PLC0415  needs PASSPORT_DSN first

    names = {key: f"{item.ja} ({key})" for key, item in asked().item.items()}
    for word, found in (("not known", unknown), ("twice", twice), ("missing", missing)):
        if found:
            print(f"Heads that are {word}: {', '.join(names.get(one, one) for one in found)}", file=sys.stderr)
    print("The first row names the items, in Japanese or by their keys; mend it and import again.", file=sys.stderr)
    return os.EX_DATAERR


def _print(counts: Counter[str], report: Path, seconds: float) -> None:
    for word, key in (("registered", "registered"), ("registered before", "already"), ("refused", "refused")):
        print(f"{word:<20}{counts[key]:>10,}")
    print(f"{'rows':<20}{counts.total():>10,}   {seconds:.1f} s   {report}")
