"""How long a table of people takes to be registered, how much memory it needs, and whether its report is right."""

import asyncio
import csv
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import asyncpg

from backend.companies import service as companies
from backend.companies.classes import CompanyClass
from backend.kit import database
from backend.kit.migrations import migrate

ROWS = 100_000
QUICK = 2_000
LOOK_EVERY_S = 0.2
HEAD = (
    "氏名", "フリガナ", "生年月日", "性別", "国籍", "本人確認書類の番号", "郵便番号", "都道府県", "住所", "電話番号",
    "メールアドレス", "カードの送り先", "主たる所属会社の事業者ID", "所属の始まり", "一人親方である", "職種",
    "健康保険", "年金保険", "雇用保険", "建退共に加入", "個人情報の取扱いと利用規約に同意する",
)  # fmt: skip
SPOILT = {
    "生年月日": ("2031-01-01", "item_in_future"),
    "フリガナ": ("SAMPLE", "item_not_kana"),
    "電話番号": ("call me", "item_not_a_phone_number"),
    "都道府県": ("見本県", "item_not_offered"),
    "本人確認書類の番号": ("", "item_missing"),
    "職種": ("見本職", "item_not_offered"),
    "主たる所属会社の事業者ID": ("92000000000020", "item_wrong_digits"),
}
EVERY = 100
"""One row in so many is bad, in turn in each way; one in ten times as many is a person who stands there already."""


def measure(dsn: str, folder: Path, rows: int) -> tuple[dict[str, float], list[str]]:
    """Import a drawn table into an empty register; gives the figures, and what was not right."""
    asyncio.run(migrate(dsn))
    employer = asyncio.run(_employer(dsn))
    path = folder / "people.csv"
    expected = _draw(path, rows, employer)
    seconds, memory = _run(dsn, folder, path)
    found = {"rows": float(rows), "seconds": seconds, "rows_per_s": rows / seconds, **_steps(memory)}
    return found, asyncio.run(_wrong(dsn, path.with_name(path.name + ".report.csv"), expected, rows))


def table(found: dict[str, float]) -> str:
    """Write the figures for people."""
    names = {
        "rows": "rows", "seconds": "seconds", "rows_per_s": "rows a second",
        "memory_mb_third": "memory after a third, MB", "memory_mb_end": "at its end", "memory_mb_most": "at most",
    }  # fmt: skip
    return "\n".join(f"{name:<42}{found[key]:>12,.1f}" for key, name in names.items())


async def _employer(dsn: str) -> str:
    os.environ["PASSPORT_DSN"] = dsn
    await database.open_pool(2)
    try:
        new = companies.NewCompany("見本建設", "ミホンケンセツ", CompanyClass.CORPORATION, 13, True, date(2024, 4, 1))  # noqa: FBT003  by its field's place
        company_id = await companies.register(new)
        return (await companies.read(company_id, date(2024, 4, 1))).number
    finally:
        await database.close_pool()


def _draw(path: Path, rows: int, employer: str) -> Counter[str]:
    """Write sample people; tell how many are good, stand there already, or fail by which code."""
    hand, expected = Random(4), Counter[str]()  # noqa: S311  a drawing, the same each time
    ways = list(SPOILT.items())
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for n in range(rows):
            row = dict(zip(HEAD, sample_person(n, hand, employer), strict=True))
            if n % EVERY == EVERY - 1:
                head, (cell, code) = ways[(n // EVERY) % len(ways)]
                row[head] = cell
                expected[code] += 1
            elif n % (EVERY * 10) == EVERY:
                row["本人確認書類の番号"], row["生年月日"] = _document(n - 2), _birth(n - 2)
                expected["already"] += 1
            else:
                expected["registered"] += 1
            writer.writerow(row.values())
    return expected


def sample_person(n: int, hand: Random, employer: str) -> list[str]:
    """Give the n-th sample person's cells, in the order of HEAD; `employer` is a company's number."""
    return [
        f"見本 {n}郎", "ミホン タロウ", _birth(n), hand.choice("男女"), "日本", _document(n),
        f"{hand.randrange(10**7):07}", str(hand.randint(1, 47)), f"見本市見本町{n}", f"090-{n:08}"[:13],
        f"sample{n}@example.jp", "自宅", employer, "2024-04-01", "いいえ", hand.choice(("10-01", "34-01", "11")),
        "加入", "加入", "加入", "はい", "はい",
    ]  # fmt: skip


def _birth(n: int) -> str:
    return (date(1960, 1, 1) + timedelta(days=n % 16_000)).isoformat()


def _document(n: int) -> str:
    return f"SAMPLE-{n:07}"


def _run(dsn: str, folder: Path, path: Path) -> tuple[float, list[float]]:
    """Run the command as an operator does, and look at the memory of all its processes."""
    environment = os.environ | {"PASSPORT_DSN": dsn, "PASSPORT_DATA": str(folder)}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "passport", "import", "workers", str(path)], env=environment, stdout=subprocess.DEVNULL
    )
    memory: list[float] = []
    done = threading.Event()

    def look() -> None:
        while not done.wait(LOOK_EVERY_S):
            memory.append(_memory_mb(process.pid))

    looking = threading.Thread(target=look)
    looking.start()
    process.wait()
    done.set()
    looking.join()
    return time.monotonic() - began, [one for one in memory if one > 0]


def _memory_mb(pid: int) -> float:
    """Give the memory that a process and its children have for themselves, in MB; 0 where that cannot be told."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        return sum(_private_kb(int(one)) for one in (pid, *map(int, children))) / 1024
    except (OSError, ValueError):
        return 0.0


def _private_kb(pid: int) -> int:
    said = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return sum(int(one) for one in re.findall(r"^Private_\w+:\s+(\d+) kB", said, re.MULTILINE))


def _steps(memory: list[float]) -> dict[str, float]:
    return {
        "memory_mb_third": memory[len(memory) // 3] if memory else 0.0,
        "memory_mb_end": memory[-1] if memory else 0.0,
        "memory_mb_most": max(memory, default=0.0),
    }


async def _wrong(dsn: str, report: Path, expected: Counter[str], rows: int) -> list[str]:
    """Compare the report with what was drawn, and the register with the report."""
    with report.open(encoding="utf-8-sig", newline="") as file:
        said = list(csv.DictReader(file))
    by = {"登録しました": "registered", "登録があります": "already"}
    found = Counter(by.get(one["結果"], one["コード"]) for one in said)
    wrong = [
        f"{key}: {found[key]} in the report, {expected[key]} drawn"
        for key in found | expected
        if found[key] != expected[key]
    ]
    if len({one["行"] for one in said}) != rows:
        wrong.append(f"{len({one['行'] for one in said})} of {rows} rows are in the report")
    connection = await asyncpg.connect(dsn)
    try:
        for table_name, key in (("worker", "id"), ("person_proof", "worker_id"), ("employment", "worker_id")):
            held = await connection.fetchval(f"SELECT count(DISTINCT {key}) FROM {table_name}")
            if held != expected["registered"]:
                wrong.append(f"{table_name}: {held} people, {expected['registered']} drawn")
    finally:
        await connection.close()
    return wrong
