"""What is told about levels and qualifications: to whom, in which words, and which page it opens."""

from datetime import timedelta
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.accounts.rules import Role
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.refusals import Language
from backend.levels.criteria import compiled, name_of
from backend.qualifications import catalogue
from notifications import settings
from notifications.audiences import TELLING
from notifications.kinds import DeliveryState, NoticeKind, Topic
from notifications.rules import KINDS, Setting
from notifications.words import Facts, all_words, say
from tests.notifications.people import NO_QUIET, Notifier, address, happens, states
from tests.office import user
from tests.saying import faults, texts_of
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")

FIELD = "010"
"""海上起重."""
KINDS_OF_LEVELS = sorted(kind for kind, told in KINDS.items() if told.topic is Topic.LEVELS)
BODIES: dict[NoticeKind, dict[str, object]] = {
    NoticeKind.LEVEL_REACHED: {"field": FIELD, "level": 3},
    NoticeKind.LEVEL_NEAR: {"field": FIELD, "level": 3, "days": 12, "qualifications": 0},
    NoticeKind.LEVEL_REPORTED: {"field": FIELD, "level": 3},
    NoticeKind.LEVEL_DECLINED: {"field": FIELD, "level": 3, "why": "写しが読めません"},
    NoticeKind.QUALIFICATION_CONFIRMED: {"qualificationId": str(uuid4()), "name": "玉掛け技能講習"},
    NoticeKind.QUALIFICATION_REFUSED: {"qualificationId": str(uuid4()), "name": "玉掛け技能講習"},
    NoticeKind.EXPERIENCE_CERTIFIED: {"days": 430, "firstOn": "2020-04-01", "lastOn": "2022-03-31"},
}


def body(kind: NoticeKind, **changed: object) -> str:
    return msgspec.json.encode(BODIES[kind] | changed).decode()


async def stands(worker: UUID, reached: int, near: int = 0) -> None:
    """What the worker has reached in the field, and what is near."""
    row = (worker, FIELD, reached, near, clock.now())
    async with database.transaction() as db:
        await db.execute("DELETE FROM standing WHERE worker_id = $1 AND field = $2", worker, FIELD)
        await db.execute("INSERT INTO standing VALUES ($1, $2, $3, $4, $5)", *row)


async def one_worker(setting: Setting = NO_QUIET) -> tuple[Notifier, UUID]:
    town = await Town().build(1)
    await settings.keep(town.workers[0], setting, clock.now())
    await address(town.workers[0])
    return await Notifier().begin(), town.workers[0]


async def said(kind: NoticeKind, worker: UUID, language: Language, **changed: object) -> tuple[str, str, str]:
    facts = msgspec.json.decode(body(kind, **changed), type=Facts)
    found = await say(kind, worker, facts, language, clock.now())
    assert found is not None
    return found.title, found.body, found.address


def test_everything_of_the_topic_is_an_event_that_is_told_and_nothing_else_of_levels_is() -> None:
    assert set(BODIES) == set(KINDS_OF_LEVELS)
    assert {EventKind[kind.name] for kind in KINDS_OF_LEVELS} <= set(TELLING)
    untold = {EventKind.LEVEL_DUE, EventKind.LEVEL_APPLIED, EventKind.QUALIFICATION_ENTERED}
    assert not untold & set(TELLING)


def test_nothing_of_it_breaks_the_quiet_hours() -> None:
    assert not any(KINDS[kind].urgent for kind in KINDS_OF_LEVELS)


@pytest.mark.parametrize("kind", KINDS_OF_LEVELS, ids=lambda kind: kind.name)
async def test_the_worker_alone_is_told_once(kind: NoticeKind) -> None:
    notifier, worker = await one_worker()
    town = await Town().build(1)
    account, _ = await user(Role.RESPONSIBLE, town.company_id)
    for other in (account, town.workers[0]):
        await address(other)
    await stands(worker, 3) if kind is not NoticeKind.LEVEL_NEAR else await stands(worker, 2, 3)
    await happens(EventKind[kind.name], worker, body(kind))
    await notifier.step()
    await notifier.step()
    assert await states() == [(kind, DeliveryState.DELIVERED)]
    rows = await database.fetch("SELECT recipient FROM notice")
    assert [row[0] for row in rows] == [worker]


@pytest.mark.parametrize(
    ("kind", "opens"),
    [
        (NoticeKind.LEVEL_REACHED, "/road/010"),
        (NoticeKind.LEVEL_NEAR, "/road/010"),
        (NoticeKind.LEVEL_REPORTED, "/road/010"),
        (NoticeKind.LEVEL_DECLINED, "/road/010"),
        (NoticeKind.QUALIFICATION_CONFIRMED, "/road/qualifications"),
        (NoticeKind.QUALIFICATION_REFUSED, "/road/qualifications"),
        (NoticeKind.EXPERIENCE_CERTIFIED, "/road"),
    ],
)
async def test_a_push_opens_the_page_that_says_more(kind: NoticeKind, opens: str) -> None:
    notifier, worker = await one_worker()
    await stands(worker, 3, 3)
    await happens(EventKind[kind.name], worker, body(kind))
    await notifier.step()
    ((_, message),) = notifier.push.sent
    assert message.address == opens


@pytest.mark.parametrize("key", sorted(key for key in all_words() if key.startswith(("level_", "qualif", "exper"))))
def test_its_words_stand_in_every_language(key: str) -> None:
    assert faults(texts_of(all_words()[key])) == []


@pytest.mark.parametrize("language", Language)
async def test_a_level_is_called_by_its_field_in_the_readers_language(language: Language) -> None:
    worker = uuid4()
    await stands(worker, 4, 3)
    for kind in KINDS_OF_LEVELS[:4]:
        title, more, _ = await said(kind, worker, language)
        assert name_of(FIELD, language).replace("｜", "").split("《")[0] in title
        assert "3" in title
        assert more
        assert not {"{", "《"} & {*title, *more}


async def test_every_field_can_be_named() -> None:
    worker = uuid4()
    for field in compiled():
        title, _, opens = await said(NoticeKind.LEVEL_REPORTED, worker, Language.EN, field=field)
        assert name_of(field, Language.EN) in title
        assert opens == f"/road/{field}"


async def test_what_is_reached_is_said_at_once_in_one_sentence() -> None:
    worker = uuid4()
    await stands(worker, 3)
    title, more, _ = await said(NoticeKind.LEVEL_REACHED, worker, Language.JA)
    assert title == "海上起重のレベル3に届きました"
    assert "申請できます" in more


@pytest.mark.parametrize(
    ("language", "missing", "title"),
    [
        (Language.JA, {"days": 12}, "海上起重のレベル3まで、あと12日です"),
        (Language.JA, {"days": 0, "qualifications": 1}, "海上起重のレベル3まで、資格があと1つです"),
        (Language.JA_EASY, {"days": 20}, "海上起重の レベル3まで、あと 20日です"),
        (Language.EN, {"days": 1}, "Level 3 (Marine crane work) is near. Days to go: 1"),
        (Language.VI, {"days": 12}, "Sắp đạt bậc 3 (Cẩu lắp trên biển): còn 12 ngày"),
        (Language.ZH, {"days": 0, "qualifications": 1}, "距离3级（海上起重）还差1项资格"),
        (Language.ID, {"days": 12}, "kurang 12 hari"),
        (Language.MY, {"days": 12}, "12 ရက် လိုတော့သည်"),
    ],
)
async def test_what_is_near_says_what_is_missing(language: Language, missing: dict[str, int], title: str) -> None:
    worker = uuid4()
    await stands(worker, 2, 3)
    found, _, _ = await said(NoticeKind.LEVEL_NEAR, worker, language, **missing)
    assert found.endswith(title)


async def test_a_refusal_carries_the_word_of_whoever_refused_and_the_qualification_its_name() -> None:
    worker = uuid4()
    _, more, _ = await said(NoticeKind.LEVEL_DECLINED, worker, Language.VI)
    assert more == "Lý do: 写しが読めません"
    key = catalogue.find("玉掛け技能講習")
    assert key is not None
    title, _, _ = await said(NoticeKind.QUALIFICATION_CONFIRMED, worker, Language.VI)
    assert catalogue.name_of(key, Language.VI) in title
    title, _, _ = await said(NoticeKind.QUALIFICATION_REFUSED, worker, Language.EN, name="見本の資格")
    assert "見本の資格" in title


async def test_experience_says_its_days_with_their_years() -> None:
    title, more, _ = await said(NoticeKind.EXPERIENCE_CERTIFIED, uuid4(), Language.JA)
    assert title == "会社が、430日の経歴を証明しました"
    assert more == "2020年4月1日（水）から2022年3月31日（木）まで"


async def test_what_is_reached_takes_the_place_of_what_was_near_and_is_displaced_by_nothing_that_is_near() -> None:
    notifier, worker = await one_worker()
    await stands(worker, 3, 4)
    await happens(EventKind.LEVEL_NEAR, worker, body(NoticeKind.LEVEL_NEAR))
    await happens(EventKind.LEVEL_REACHED, worker, body(NoticeKind.LEVEL_REACHED))
    await happens(EventKind.LEVEL_NEAR, worker, body(NoticeKind.LEVEL_NEAR, level=4))
    await notifier.step()
    assert [message.about for _, message in notifier.push.sent] == ["level 010 3", "level 010 4"]
    assert await states() == [
        (NoticeKind.LEVEL_NEAR, DeliveryState.OVERTAKEN),
        (NoticeKind.LEVEL_REACHED, DeliveryState.DELIVERED),
        (NoticeKind.LEVEL_NEAR, DeliveryState.DELIVERED),
    ]


async def test_fields_do_not_take_each_others_place() -> None:
    notifier, worker = await one_worker()
    for field in (FIELD, "001"):
        await happens(EventKind.LEVEL_REPORTED, worker, body(NoticeKind.LEVEL_REPORTED, field=field))
    await notifier.step()
    assert len(notifier.push.sent) == 2


async def test_what_was_lost_again_before_it_was_sent_is_not_told() -> None:
    notifier, worker = await one_worker()
    await stands(worker, 2)
    for kind in (NoticeKind.LEVEL_REACHED, NoticeKind.LEVEL_NEAR):
        await happens(EventKind[kind.name], worker, body(kind))
        await notifier.step()
    assert not notifier.push.sent


async def test_at_night_it_waits_for_the_morning_and_off_means_off() -> None:
    now = clock.now()
    minute = (now + timedelta(hours=9)).hour * 60
    quiet = Setting(quiet_from=(minute - 60) % 1440, quiet_until=(minute + 120) % 1440)
    notifier, worker = await one_worker(quiet)
    await stands(worker, 3)
    await happens(EventKind.LEVEL_REACHED, worker, body(NoticeKind.LEVEL_REACHED))
    await notifier.step()
    assert await states() == [(NoticeKind.LEVEL_REACHED, DeliveryState.WAITING)]
    await settings.keep(worker, Setting(off=frozenset({Topic.LEVELS})), now)
    await happens(EventKind.LEVEL_REPORTED, worker, body(NoticeKind.LEVEL_REPORTED))
    await notifier.step()
    assert not notifier.push.sent
    assert len(await states()) == 1
