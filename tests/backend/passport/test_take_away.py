"""Everything about one worker, as data and as a sealed paper that can be checked without us."""

import asyncio
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest

from backend.history import claims
from backend.history.claiming import Claimed, ClaimKind
from backend.kit import clock, database
from backend.kit.errors import PapersUnavailableError
from backend.kit.refusals import Language
from backend.kit.sealing import CERTIFICATE, KEY, Finding, certificate, check, seal
from backend.kit.typesetting import has_fonts, typeset
from backend.passport.papers import TEMPLATE, Paper, facts_of, make_paper, paper_of, table_of
from backend.passport.sheets import month_sheet, year_sheet
from backend.passport.take_away import SCHEMA_VERSION, take_away
from backend.passport.take_away import paper_of as whole_paper
from backend.passport.words import plain, say
from backend.settings import FONTS
from backend.taps.intake import arrive
from backend.taps.messages import Presented
from backend.taps.service import receive
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

FRIDAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
THEIRS = Path(os.environ.get("PASSPORT_FONTS") or FONTS)
with_fonts = pytest.mark.skipif(not has_fonts(THEIRS), reason="the fonts come with pwa/node_modules: make pwa")


async def work(town: Town) -> UUID:
    touches = [
        tap(town, 1, FRIDAY - timedelta(hours=4), presented=Presented.SECURE_CARD),
        tap(town, 2, FRIDAY, out=True),
        tap(town, 3, FRIDAY - timedelta(days=3), out=True),
    ]
    await receive([arrive(town.readers[0].known, report(touches, FRIDAY), FRIDAY)])
    day = date(2026, 11, 18)
    claimed = Claimed(ClaimKind.MISSED_DAY, day, datetime(2026, 11, 17, 23, 0, tzinfo=UTC), None)
    entry = claims.Entry(claimed, town.sites[0][1], "")
    await claims.claim(uuid4(), town.workers[0], entry, now=FRIDAY)
    return town.workers[0]


async def sign_in(client: httpx.AsyncClient, worker: UUID) -> None:
    label = f"taro-{uuid4().hex[:8]}"
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, $2, $3, now())", uuid4(), worker, label)
    await client.post("/v1/sample/login", json={"person": label})


async def test_all_own_data_are_in_one_file_and_nobody_elses() -> None:
    town = await Town().build()
    data = await take_away(await work(town), FRIDAY)
    assert (data.schema_version, data.worker["name"]) == (SCHEMA_VERSION, "見本 太郎")
    (day,) = data.work_days
    assert (day["trade"], day["position"], day["employer"]) == ("10-01 鉄筋工", "worker", "見本建設")
    assert day["evidence"]["grade"] == "A"
    assert [len(found) for found in (data.lone_exits, data.claims, data.cards, data.employments)] == [1, 1, 1, 1]
    assert data.month_totals[0]["days"] == 1
    assert data.career is not None
    assert data.career["days"] == 1
    other = await take_away(town.workers[1], FRIDAY)
    assert (other.work_days, other.claims, other.career) == ([], [], None)


async def test_no_table_about_a_worker_is_forgotten_in_the_take_away() -> None:
    rows = await database.fetch(
        "SELECT DISTINCT table_name FROM information_schema.columns "
        "WHERE column_name = 'worker_id' AND table_schema = 'public' AND table_name !~ '_[0-9]{6}$'"
    )
    from_readers = {"tap", "tap_verdict", "tap_waiting"}
    look_ups = {
        "card_lookup",
        "worker_number",
        "account",
        "inbox_read",
        "worker_removal",
        "worker_merge",
        "person_proof",
    }
    secrets = {"card_code", "enrolment_code"}
    told = {
        "worker_trade", "employment", "card", "assignment", "work_day", "held_day", "exit_waiting", "month_total",
        "career", "worker_item", "employment_offer", "card_order", "card_notice", "application",
        "claim", "correction", "event", "view_log", "recovery", "pass_key", "pass_check",
        "qualification", "experience", "standing", "evaluation", "level_application", "chosen_field",
    }  # fmt: skip
    assert {row[0] for row in rows} == told | from_readers | look_ups | secrets


async def test_what_leads_to_a_level_is_taken_away_and_nobody_who_decided() -> None:
    town = await Town().build(2)
    worker, who = town.workers[0], uuid4()
    async with database.transaction() as db:
        for statement, row in (
            (
                (
                    "INSERT INTO qualification (worker_id, id, key, name, issuer, issued_on, expires_on, proof_id, "
                    "state, entered_at, entered_by, decided_at, decided_by, decided_why) "
                    "VALUES ($1, $2, NULL, '見本の資格', '見本協会', $3, NULL, $2, 3, $4, $5, $4, $5, '読めません')"
                ),
                (uuid4(), date(2020, 4, 1), FRIDAY, who),
            ),
            (
                "INSERT INTO experience VALUES ($1, $2, $3, 1001, $4, $5, 430, 20, 10, $6, $7)",
                (uuid4(), town.company_id, date(2020, 4, 1), date(2022, 3, 31), FRIDAY, who),
            ),
            ("INSERT INTO standing VALUES ($1, '010', 3, 4, $2)", (FRIDAY,)),
            ("INSERT INTO evaluation VALUES ($1, '010', 2, $2, $3, $4)", (date(2025, 4, 1), FRIDAY, who)),
            (
                "INSERT INTO level_application VALUES ($1, $2, '010', 3, 0, 700, 20, $3, $4, false, $4, $5, '見本')",
                (uuid4(), ["見本の資格"], FRIDAY, who),
            ),
            ("INSERT INTO chosen_field VALUES ($1, '001', $2)", (FRIDAY,)),
        ):
            await db.execute(statement, worker, *row)
    data = await take_away(worker, FRIDAY)
    (held,), (certified,), (filed,) = data.qualifications, data.experience, data.level_applications
    assert (held["name"], held["state"], held["proof"], held["decidedWhy"]) == (
        "見本の資格", "refused", True, "読めません",
    )  # fmt: skip
    assert (certified["trade"], certified["company"], certified["days"]) == ("10-01 鉄筋工", "見本建設", 430)
    assert [(one["field"], one["reached"], one["near"]) for one in data.standings] == [("010 海上起重", 3, 4)]
    assert [(one["level"], one["evaluatedOn"]) for one in data.evaluations] == [(2, date(2025, 4, 1))]
    assert (filed["qualifications"], filed["granted"], filed["decidedWhy"]) == (["見本の資格"], False, "見本")
    assert [one["field"] for one in data.chosen_fields] == ["001 電気工事"]
    assert str(who) not in msgspec.json.encode(data).decode()
    other = await take_away(town.workers[1], FRIDAY)
    assert (other.qualifications, other.experience, other.standings, other.evaluations) == ([], [], [], [])
    assert (other.level_applications, other.chosen_fields) == ([], [])


async def test_the_data_over_the_api(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/passport/data")).status_code == 401
    town = await Town().build()
    await sign_in(client, await work(town))
    answer = await client.get("/v1/passport/data")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="passport.json"'
    data = answer.json()
    assert data["workDays"][0]["entryAt"].startswith("2026-11-20T08:00:00")
    assert data["sessions"][0].keys() == {"createdAt", "expiresAt"}
    assert "corrected_by" not in answer.text


async def test_without_fonts_a_paper_is_refused_and_nothing_breaks(tmp_path: Path) -> None:
    with pytest.raises(PapersUnavailableError):
        await typeset(TEMPLATE, {}, tmp_path)


@with_fonts
async def test_a_month_and_a_year_are_set_on_paper() -> None:
    town = await Town().build()
    worker = await work(town)
    for language in Language:
        month = await month_sheet(worker, date(2026, 11, 1), date(2026, 11, 20), language)
        year = await year_sheet(worker, date(2026, 1, 1), date(2026, 11, 20), language)
        for sheet in (month, year):
            assert (await make_paper(paper_of(sheet, await facts_of(worker, language)), FRIDAY, language)).startswith(
                b"%PDF-"
            )


@with_fonts
@pytest.mark.parametrize(
    ("language", "families"),
    [
        (Language.JA, {b"JP"}),
        (Language.VI, {b"JP"}),
        (Language.ZH, {b"SC"}),
        (Language.MY, {b"Myanmar"}),
    ],
)
async def test_a_paper_is_set_in_the_letters_of_its_language(language: Language, families: set[bytes]) -> None:
    word = plain(say("month_title", language))
    made = await make_paper(Paper(word, [], [], wide=False), FRIDAY, language)
    used = set(re.findall(rb"NotoSans(\w+)-Bold", made))
    assert used == families


@with_fonts
async def test_the_whole_passport_on_paper_says_trades_in_its_language() -> None:
    town = await Town().build()
    data = await take_away(await work(town), FRIDAY)
    assert data.worker["mainTrade"] == "10-01 鉄筋工"
    paper = whole_paper(data, Language.VI)
    assert ("Nghề", "10-01 Thợ cốt thép") in paper.facts
    assert [row[3] for row in paper.tables[0].rows] == ["10-01 Thợ cốt thép"]
    assert [row[3] for row in whole_paper(data, Language.JA_EASY).tables[0].rows] == ["10-01 鉄筋工"]


@with_fonts
async def test_what_people_wrote_is_never_source_of_a_paper() -> None:
    evil = '#panic("x") *a* $x$ ] #import "y" \\'
    paper = Paper(evil, [(evil, evil)], [table_of([evil], [[evil]], evil)], wide=False, attached=evil)
    assert (await make_paper(paper, FRIDAY, Language.JA)).startswith(b"%PDF-")


def _smallest() -> bytes:
    """The smallest paper, for what needs no fonts."""
    parts = [
        b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n",
    ]
    written, places = b"%PDF-1.7\n", []
    for part in parts:
        places.append(b"%010d 00000 n \n" % len(written))
        written += part
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(places) + b"trailer\n<</Size 4/Root 1 0 R>>\n"
    return written + table + b"startxref\n%d\n%%%%EOF\n" % len(written)


SMALLEST = _smallest()


async def looked_at(paper: bytes, published: bytes) -> tuple[Finding, datetime | None]:
    """Check as the command does: pyhanko wants a loop of its own."""
    return await asyncio.to_thread(check, paper, published)


async def test_a_sealed_paper_is_genuine_and_any_change_is_seen(tmp_path: Path) -> None:
    sealed = await seal(SMALLEST, tmp_path)
    published = certificate(tmp_path)
    finding, at = await looked_at(sealed, published)
    assert finding is Finding.GENUINE
    assert at is not None
    assert abs(clock.now() - at) < timedelta(minutes=1)
    assert (await looked_at(SMALLEST, published))[0] is Finding.UNSIGNED
    assert (await looked_at(sealed.replace(b"0 0 9 9", b"0 0 8 9"), published))[0] is Finding.CHANGED
    assert (await looked_at(sealed + b"\n% more\n", published))[0] is not Finding.GENUINE
    assert (await looked_at(b"not a paper", published))[0] is Finding.UNREADABLE
    assert (await looked_at(sealed, certificate(tmp_path / "other")))[0] is Finding.OTHER_KEY


def test_a_second_start_keeps_the_key_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    first = certificate(tmp_path)
    assert certificate(tmp_path) == first
    assert (tmp_path / KEY).stat().st_mode & 0o777 == 0o600
    assert b"PRIVATE" not in (tmp_path / CERTIFICATE).read_bytes()


async def test_passport_verify_checks_a_file_without_any_server(tmp_path: Path) -> None:
    paper, published = tmp_path / "passport.pdf", tmp_path / "seal.pem"
    paper.write_bytes(await seal(SMALLEST, tmp_path / "keys"))
    published.write_bytes(certificate(tmp_path / "keys"))
    command = [sys.executable, "-m", "passport", "verify"]

    def verify(*words: str) -> subprocess.CompletedProcess[str]:
        environ = os.environ | {
            "PASSPORT_DATA": str(tmp_path / "nothing"),
            "PASSPORT_DSN": "postgresql://127.0.0.1:1/x",
        }
        return subprocess.run([*command, *words], env=environ, cwd=ROOT, capture_output=True, text=True, check=False)

    genuine = verify(str(paper), "--certificate", str(published))
    assert (genuine.returncode, genuine.stdout[:8]) == (0, "Genuine:")
    paper.write_bytes(paper.read_bytes().replace(b"0 0 9 9", b"9 0 9 9"))
    assert verify(str(paper), "--certificate", str(published)).returncode == os.EX_DATAERR
    assert verify(str(tmp_path / "away.pdf")).returncode == os.EX_NOINPUT


@with_fonts
async def test_the_whole_passport_is_sealed_over_the_api(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, await work(town))
    answer = await client.get("/v1/passport/data/pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    published = (await client.get("/v1/certificate")).content
    assert (await looked_at(answer.content, published))[0] is Finding.GENUINE
