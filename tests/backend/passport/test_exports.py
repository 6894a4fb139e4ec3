"""Months and years as CSV; the inbox; the words of both."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.history.rules import work_date
from backend.kit import clock, database, ids
from backend.kit.refusals import Language
from backend.passport.happened import OPENS, UNSAID
from backend.passport.inbox import group_events, instant_of, list_inbox, mark_read
from backend.passport.service import get_passport
from backend.passport.sheets import month_sheet, year_sheet
from backend.passport.words import all_words, plain, say, say_day
from backend.taps.intake import arrive
from backend.taps.messages import Tap
from backend.taps.service import receive
from tests.saying import faults, texts_of
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")

FRIDAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
DATES = {"months", "a_day"}
"""Forms of dates, which need not have a letter; looked at by how days come out."""


async def touch(town: Town, *taps: Tap, at: datetime = FRIDAY) -> None:
    await receive([arrive(town.readers[0].known, report(list(taps), at), at)])


async def sign_in(client: httpx.AsyncClient, worker: UUID) -> None:
    label = f"taro-{uuid4().hex[:8]}"
    async with database.transaction() as db:
        await db.execute("INSERT INTO account VALUES ($1, $2, $3, now())", uuid4(), worker, label)
    await client.post("/v1/sample/login", json={"person": label})


def rows_of(answer: httpx.Response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("key", sorted(set(all_words()) - DATES))
def test_every_word_is_said_in_every_language_with_readings(key: str) -> None:
    texts = texts_of(all_words()[key])
    assert faults(texts) == []
    assert "《" not in plain(texts[Language.JA_EASY])


@pytest.mark.parametrize(("key", "count"), [("weekdays", 7), ("months", 12)])
@pytest.mark.parametrize("language", Language)
def test_a_language_has_all_weekdays_and_months(language: Language, key: str, count: int) -> None:
    assert len(set(say(key, language).split("/"))) == count


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        (Language.JA, 20, "11月20日（金）"),
        (Language.JA_EASY, 20, "11｜月《がつ》｜20日《はつか》（｜金《きん》）"),
        (Language.JA_EASY, 6, "11｜月《がつ》｜6日《むいか》（｜金《きん》）"),
        (Language.JA_EASY, 13, "11｜月《がつ》13｜日《にち》（｜金《きん》）"),
        (Language.EN, 20, "Fri 20 November"),
        (Language.VI, 20, "Thứ 6, 20 tháng 11"),
        (Language.ZH, 20, "11月20日周五"),
        (Language.ID, 20, "Jum, 20 November"),
        (Language.MY, 20, "နိုဝင်ဘာ 20 သောကြာ"),
    ],
)
def test_a_day_is_said_as_on_the_phone(language: Language, day: int, text: str) -> None:
    assert say_day(date(2026, 11, day), language) == text


def test_every_kind_that_names_a_worker_has_words_for_the_inbox() -> None:
    unsaid = {kind.name.lower() for kind in EventKind} - set(all_words())
    about_nobody = {
        "site_registered",
        "site_changed",
        "reader_conflict",
        "reader_revoked",
        "reader_silent",
        "relief_made",
    }
    about_companies = {"company_registered", "company_changed", "company_renewed", "company_expiring"}
    assert unsaid == about_nobody | about_companies | {kind.name.lower() for kind in UNSAID}


async def test_a_month_has_a_line_for_each_visit_and_each_day_without_one() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY), tap(town, 2, FRIDAY, site=1), tap(town, 3, FRIDAY, out=True))
    sheet = await month_sheet(town.workers[0], date(2026, 11, 1), TODAY, Language.JA)
    friday = [row for row in sheet.rows if row[0] == "2026-11-20"]
    assert len(sheet.rows) == 31
    assert {len(row) for row in sheet.rows} == {len(sheet.header)}
    assert [row[1:3] for row in friday] == [["金", "数えた"]] * 2
    assert {row[9] for row in friday} == {"10-01 鉄筋工"}
    assert sheet.below[0][0] == ["数えた", 1]


async def test_a_stopped_day_says_why_in_the_sheet_without_readings() -> None:
    town = await Town().build(assigned=False)
    await touch(town, tap(town, 1, FRIDAY))
    sheet = await month_sheet(town.workers[0], date(2026, 11, 1), TODAY, Language.JA_EASY)
    (why,) = [row[-1] for row in sheet.rows if row[-1]]
    assert "名簿" in str(why)
    assert not any("《" in str(cell) for row in sheet.rows for cell in row)


async def test_a_year_has_a_mark_for_each_day_and_the_totals_below() -> None:
    town = await Town().build()
    await touch(town, tap(town, 1, FRIDAY), tap(town, 2, FRIDAY - timedelta(days=30)))
    sheet = await year_sheet(town.workers[0], date(2026, 1, 1), TODAY, Language.EN)
    assert {len(row) for row in [sheet.header, *sheet.rows]} == {33}
    assert [(row[0], row[-1]) for row in sheet.rows if row[-1]] == [("2026-10", 1), ("2026-11", 1), ("Sum", 2)]
    assert sheet.rows[10][20] == "○"
    assert sheet.below[0][1] == ["10-01 Reinforcing-bar worker", 2]
    easy = await year_sheet(town.workers[0], date(2026, 1, 1), TODAY, Language.JA_EASY)
    assert easy.below[0][1] == ["10-01 鉄筋工", 2]


async def test_a_site_that_is_named_like_a_formula_stays_a_name(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    async with database.transaction() as db:
        await db.execute("UPDATE site SET name = $1", '=HYPERLINK("http://x","y")')
        await db.execute("UPDATE company SET name = $1", "@見本, 建設\n")
    await touch(town, tap(town, 1, FRIDAY))
    answer = await client.get("/v1/passport/months/2026-11/csv", headers={"accept-language": "en"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="passport-2026-11.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    (friday,) = [row for row in rows_of(answer) if row and row[0] == "2026-11-20"]
    assert friday[4] == '\'=HYPERLINK("http://x","y")'
    assert friday[8] == "'@見本, 建設\n"
    year = await client.get("/v1/passport/years/2026/csv")
    assert rows_of(year)[0][0] == "月"


async def test_a_link_asks_in_its_address_for_the_language_of_a_file(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    japanese = {"accept-language": "ja"}
    for asked, first in (("", "日付"), ("?language=en", "Date"), ("?language=ja-x-easy", "日")):
        answer = await client.get(f"/v1/passport/months/2026-11/csv{asked}", headers=japanese)
        assert rows_of(answer)[0][0] == first
    assert (await client.get("/v1/passport/months/2026-11/csv?language=tlh")).status_code == 400


@pytest.mark.parametrize("path", ["months/2026-13/csv", "years/20/csv", "months/csv/csv"])
async def test_no_file_for_what_is_no_day(client: httpx.AsyncClient, path: str) -> None:
    town = await Town().build(1, 1, 0)
    await sign_in(client, town.workers[0])
    answer = await client.get(f"/v1/passport/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def event(kind: EventKind, day: str | None = None) -> Event:
    body = f'{{"workDate":"{day}"}}' if day else '{"cardSerial":"01"}'
    return Event(uuid4(), ids.new_event_id(), kind, body)


def test_what_is_about_one_day_is_one_item() -> None:
    first = event(EventKind.DAY_HELD, "2026-11-20")
    other = event(EventKind.CARD_ISSUED)
    later = event(EventKind.DAY_HEALED, "2026-11-20")
    groups = group_events([first, other, later])
    assert sorted(len(group) for group in groups) == [1, 2]


def test_an_event_id_tells_its_instant() -> None:
    assert instant_of(events.id_at(FRIDAY)) == FRIDAY


async def test_the_inbox_says_what_happened_in_the_language_and_opens_the_day() -> None:
    town = await Town().build(assigned=False)
    await touch(town, tap(town, 1, FRIDAY))
    now = clock.now()
    inbox = await list_inbox(town.workers[0], now, Language.EN)
    held = next(item for item in inbox.items if item.kind == "day_held")
    assert held.text.startswith("Fri 20 November")
    assert (held.address, held.read) == ("/history/2026-11-20", False)
    assert inbox.unread == len(inbox.items)
    easy = await list_inbox(town.workers[0], now, Language.JA_EASY)
    assert "｜20日《はつか》" in next(item.text for item in easy.items if item.kind == "day_held")
    assert (await list_inbox(town.workers[0], now + timedelta(days=31), Language.JA)).items == []


async def test_levels_and_qualifications_are_news_each_by_itself_and_open_their_page() -> None:
    worker, now = (await Town().build(1)).workers[0], clock.now()
    await mark_read(worker, events.id_at(now))
    for kind, body in (
        (EventKind.LEVEL_REACHED, '{"field":"010","level":2}'),
        (EventKind.LEVEL_REACHED, '{"field":"001","level":2}'),
        (EventKind.LEVEL_NEAR, '{"field":"010","level":3,"days":14,"qualifications":0}'),
        (EventKind.LEVEL_NEAR, '{"field":"010","level":3,"days":0,"qualifications":1}'),
        (EventKind.LEVEL_REPORTED, '{"field":"010","level":2}'),
        (EventKind.LEVEL_DECLINED, '{"field":"010","level":3,"why":"見本"}'),
        (EventKind.QUALIFICATION_CONFIRMED, f'{{"qualificationId":"{uuid4()}","name":"玉掛技能講習"}}'),
        (EventKind.QUALIFICATION_CONFIRMED, f'{{"qualificationId":"{uuid4()}","name":"見本の資格"}}'),
        (EventKind.QUALIFICATION_REFUSED, f'{{"qualificationId":"{uuid4()}","name":"見本の資格"}}'),
        (EventKind.EXPERIENCE_CERTIFIED, '{"days":10,"firstOn":"2020-04-01","lastOn":"2021-03-31"}'),
    ):
        await events.record(kind, body, worker)
    inbox = await list_inbox(worker, clock.now(), Language.JA)
    assert [(item.text, item.address, item.events) for item in inbox.items if not item.read] == [
        ("会社が、10日の経歴を証明しました", "/road", 1),
        ("資格が認められませんでした：見本の資格。理由を見られます", "/road/qualifications", 1),
        ("資格が確認されました：見本の資格", "/road/qualifications", 1),
        ("資格が確認されました：玉掛け技能講習", "/road/qualifications", 1),
        ("海上起重のレベル3の申請は認められませんでした。理由を見られます", "/road/010", 1),
        ("能力評価の結果が届きました。海上起重のレベル2です", "/road/010", 1),
        ("海上起重のレベル3まで、資格があと1つです", "/road/010", 2),
        ("電気工事のレベル2に届きました", "/road/001", 1),
        ("海上起重のレベル2に届きました", "/road/010", 1),
    ]
    assert (await get_passport(worker, clock.now(), Language.JA)).unread == inbox.unread == 9
    easy = await list_inbox(worker, clock.now(), Language.JA_EASY)
    assert easy.items[0].text.endswith("｜働《はたら》いた ｜10日《とおか》を ｜証明《しょうめい》しました")


async def test_what_the_worker_did_just_now_and_what_says_nothing_is_no_news() -> None:
    worker = (await Town().build(1)).workers[0]
    before = await list_inbox(worker, clock.now(), Language.JA)
    for kind in UNSAID:
        await events.record(kind, '{"field":"010","level":2}', worker)
    after = await list_inbox(worker, clock.now(), Language.JA)
    assert (after.items, after.unread) == (before.items, before.unread)
    assert (await get_passport(worker, clock.now(), Language.JA)).unread == before.unread


async def test_what_was_read_stays_read_and_never_becomes_unread() -> None:
    town = await Town().build()
    worker = town.workers[0]
    await mark_read(worker, events.id_at(clock.now() + timedelta(seconds=1)))
    await mark_read(worker, UUID(int=0))
    assert (await list_inbox(worker, clock.now(), Language.JA)).unread == 0


def test_every_page_that_news_opens_is_one_of_the_phones() -> None:
    written = (Path(__file__).parents[3] / "pwa" / "src" / "addresses.ts").read_text("utf-8")
    assert set(OPENS.values()) <= set(re.findall(r": '(/[^']*)'", written))
    assert set(OPENS) <= {kind.name.lower() for kind in EventKind}


async def test_the_first_screen_counts_what_the_inbox_would_show_as_unread() -> None:
    town, now = await Town().build(assigned=False), clock.now()
    worker = town.workers[0]
    today = work_date(now)
    for kind, day in ((EventKind.DAY_HELD, 1), (EventKind.DAY_HEALED, 1), (EventKind.DAY_COUNTED, 2)):
        await events.record(kind, f'{{"workDate":"{today - timedelta(days=day)}"}}', worker)
    for site in (7, 8, 8):
        await events.record(EventKind.ASSIGNMENT_MADE, f'{{"siteId":{site}}}', worker)
    await events.record(EventKind.PASSKEY_ADDED, f'{{"at":"{now.isoformat()}"}}', worker)

    async def counts() -> tuple[int, int]:
        inbox, passport = await list_inbox(worker, now, Language.JA), await get_passport(worker, now, Language.JA)
        return inbox.unread, passport.unread

    assert await counts() == (6, 6)  # with the card that was issued
    middle = (await list_inbox(worker, now, Language.JA)).items[2]
    await mark_read(worker, middle.id)
    assert await counts() == (2, 2)
    await mark_read(worker, events.id_at(clock.now() + timedelta(seconds=1)))
    assert await counts() == (0, 0)


async def test_the_inbox_over_the_api(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    await sign_in(client, town.workers[0])
    await events.record(EventKind.DAY_COUNTED, f'{{"workDate":"{work_date(clock.now())}"}}', town.workers[0])
    inbox = (await client.get("/v1/passport/inbox")).json()
    assert inbox["items"][0]["kind"] == "day_counted"
    newest = {"id": inbox["items"][0]["id"]}
    for _ in range(2):
        assert (await client.post("/v1/passport/inbox/read", json=newest)).status_code == 204
    assert (await client.get("/v1/passport/inbox")).json()["unread"] == 0
    far = {"id": "ffffffff-ffff-ffff-ffff-ffffffffffff"}
    await client.post("/v1/passport/inbox/read", json=far)
    (kept,) = await database.fetch("SELECT id FROM inbox_read")
    assert instant_of(kept[0]) < clock.now() + timedelta(minutes=1), "what is still to come stays unread"
    for bad in ({"id": "x"}, {}, {"id": newest["id"], "all": True}):
        assert (await client.post("/v1/passport/inbox/read", json=bad)).status_code == 400
    client.cookies.clear()
    assert (await client.get("/v1/passport/inbox")).status_code == 401
