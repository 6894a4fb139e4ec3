"""What a level asks, decided; the fields whose lists are whole, and the structures of those that are not."""

from datetime import date, timedelta

import msgspec
import pytest

from backend.levels.criteria import LevelCriteria, compiled
from backend.levels.experience import Certificate
from backend.levels.rules import (
    FOREMAN,
    NEAR_DAYS,
    WORKER,
    Counted,
    State,
    Why,
    count,
    judge,
    near_level,
    next_look,
    reached_level,
)
from backend.levels.standards import Standard, UnknownNameError, make_standard
from tests.backend.levels.histories import (
    CARPENTRY,
    ELECTRICAL,
    FIRST,
    REBAR,
    SCAFFOLDING,
    SURVEY,
    days,
    field,
    history,
    judged,
    key,
    keys,
    verdicts,
)

FIRST_CLASS, SECOND_CLASS, EXAM = (
    "第一種電気工事士免状取得者",
    "第二種電気工事士免状取得者",
    "第一種電気工事士試験合格者",
)
CERTIFIED, JUNIOR = "認定電気工事従事者", "青年優秀施工者土地・建物産業局長顕彰者(建設ジュニアマスター)"
ELECTRICIAN = 901


def led(worked: int, led_days: int) -> Counted:
    """So many days, of these so many as foreman."""
    return Counted(worked, led_days, led_days, 0, 0)


@pytest.mark.parametrize(
    ("worked", "held", "reached"),
    [
        (1075, [FIRST_CLASS], 3),
        (1074, [FIRST_CLASS], 2),
        (1505, [EXAM, CERTIFIED], 3),
        (1504, [EXAM, CERTIFIED], 2),
        (1505, [JUNIOR, SECOND_CLASS], 3),
        (1505, [JUNIOR, EXAM], 2),
        (2150, [SECOND_CLASS, CERTIFIED], 3),
        (2149, [SECOND_CLASS, CERTIFIED], 2),
        (2150, [SECOND_CLASS], 2),
        (645, [CERTIFIED], 1),
        (644, [SECOND_CLASS], 1),
        (645, [SECOND_CLASS], 2),
        (2150, [FIRST_CLASS, "登録電気工事基幹技能者"], 4),
        (2150, ["登録電気工事基幹技能者"], 1),
    ],
)
def test_electrical_work_has_four_ways_to_level_3_each_with_its_own_days(
    worked: int, held: list[str], reached: int
) -> None:
    assert reached_level(verdicts(field(ELECTRICAL), led(worked, 645), *held)) == reached


TWO = "木材加工用機械作業主任者技能講習", "プレハブ建築マイスター"
LOWER = "丸のこ等取扱作業者安全衛生教育", "足場の組立て等作業従事者特別教育"


@pytest.mark.parametrize(
    ("held", "missing"),
    [
        ([*LOWER, *TWO], 0),
        ([*LOWER, TWO[0]], 1),
        ([*LOWER], 2),
        ([*LOWER, "1級建築大工技能士", "2級建築大工技能士"], 1),
        ([*LOWER, "1級建築大工技能士", "1級建築施工管理技士"], 0),
        ([*LOWER, "1級建築士", "木造建築士"], 1),
        ([*LOWER, "1級建築士", "認定ログビルダー"], 0),
        ([*TWO, LOWER[0]], 1),
        ([*TWO], 2),
        (["丸のこ等取扱作業者安全衛生教育", "足場の組立て等作業主任者技能講習", TWO[0]], 0),
    ],
)
def test_carpentry_asks_for_two_or_more_entries_and_an_entry_counts_once(held: list[str], missing: int) -> None:
    third = verdicts(field(CARPENTRY), led(1505, 108), *held)[1]
    assert third.ways[0].qualifications_missing == missing
    assert third.state is (State.MISSING if missing else State.REACHED)


def test_scaffolding_takes_one_of_a_first_list_or_three_of_a_second_and_stays_undecided() -> None:
    standard, enough = field(SCAFFOLDING), led(1720, 430)
    courses = "足場の組立て等作業主任者技能講習", "型枠支保工の組立て等作業主任者技能講習", "高所作業車運転技能講習"
    for held in (["1級とび技能士"], courses, ["2級とび技能士", *courses[:2]]):
        third = verdicts(standard, enough, *held)[1]
        assert (third.state, third.why) == (State.UNDECIDED, (Why.QUALIFICATIONS_UNKNOWN,))
        assert third.ways[0].qualifications_missing == 0
    two = verdicts(standard, enough, *courses[:2])[1]
    assert sorted(way.qualifications_missing for way in two.ways) == [1, 1]
    assert reached_level(verdicts(standard, enough, "1級とび技能士", *courses)) < 3


def test_rebar_counts_squad_leaders_at_level_3_and_foremen_alone_at_level_4() -> None:
    held = "玉掛け技能講習", "一級鉄筋施工技能士（組立て）", "登録鉄筋基幹技能者"
    standard = field(REBAR)
    assert reached_level(judged(standard, history(1001, worker=860, leader=645), *held)) == 3
    assert reached_level(judged(standard, history(1001, worker=861, leader=644), *held)) == 2
    assert reached_level(judged(standard, history(1001, worker=1505, leader=645), *held)) == 3
    assert reached_level(judged(standard, history(1001, worker=1505, foreman=645), *held)) == 4


def test_a_higher_grade_implies_the_lower_and_fills_one_place_only() -> None:
    standard = field(SURVEY)
    lower = "足場の組立て等作業従事者特別教育", "フルハーネス型安全帯使用作業特別教育", "高所作業車運転特別教育"
    assert reached_level(verdicts(standard, led(645, 0), *lower, "測量士補")) == 2
    assert reached_level(verdicts(standard, led(645, 0), *lower, "測量士")) == 2
    two = _one_level(min_any=2, any_of=("測量士", "測量士補", "玉掛け技能講習"))
    assert judge(two, led(0, 0), keys("測量士"))[0].ways[0].qualifications_missing == 1
    assert judge(two, led(0, 0), keys("測量士", "測量士補"))[0].ways[0].qualifications_missing == 1
    assert judge(two, led(0, 0), keys("測量士", "玉掛技能講習"))[0].ways[0].qualifications_missing == 0


def test_who_fills_which_place_is_found_even_where_the_first_choice_is_wrong() -> None:
    either = ("測量士", "玉掛け技能講習")
    for second in either:
        two = _one_level(min_any=2, any_of=(either, second))
        assert judge(two, led(0, 0), keys("測量士", "玉掛け技能講習"))[0].ways[0].qualifications_missing == 0
    assert judge(two, led(0, 0), keys("玉掛け技能講習"))[0].ways[0].qualifications_missing == 1


def test_only_days_in_the_trades_of_the_field_count_and_two_trades_of_one_day_are_one() -> None:
    standard = field(ELECTRICAL)
    both = {(901, WORKER): days(10), (910, WORKER): days(10, FIRST + timedelta(days=5)), (1001, WORKER): days(99)}
    assert count(standard, both).days == 15
    assert count(standard, {(901, WORKER): days(10), (901, FOREMAN): days(4)}) == Counted(10, 4, 4, 0, 0)


def test_days_without_a_minor_are_uncertain_and_do_not_count() -> None:
    standard = field(ELECTRICAL)
    counted = count(standard, {(901, WORKER): days(10), (900, WORKER): days(30), (1000, WORKER): days(50)})
    assert (counted.days, counted.uncertain) == (10, 20)


def test_where_no_trades_are_known_every_day_is_shown_and_nothing_is_decided() -> None:
    standard = field("005")
    counted = count(standard, {(3800, WORKER): days(645), (100, WORKER): days(645)})
    second = judge(standard, counted, keys("2級防水施工技能士"))[0]
    assert (counted.days, second.state, second.why) == (645, State.UNDECIDED, (Why.TRADES_UNKNOWN,))


def test_certified_days_fill_what_was_not_touched_and_overlaps_are_not_added() -> None:
    standard = field(ELECTRICAL)
    year = Certificate(ELECTRICIAN, date(2018, 4, 1), date(2019, 3, 31), 215, 100, 50)
    worked = {(ELECTRICIAN, WORKER): days(20, date(2018, 5, 1))}
    assert count(standard, worked, [year]) == Counted(215, 100, 150, 195, 0)
    again = year._replace(first_on=date(2018, 10, 1), last_on=date(2019, 9, 30), days=200)
    assert count(standard, worked, [year, again]).days == 220
    after = again._replace(first_on=date(2019, 4, 1))
    assert count(standard, worked, [year, after]).days == 415
    assert count(standard, worked, [year._replace(trade=1001)]).days == 20


@pytest.mark.parametrize(
    ("worked", "held", "near"),
    [
        (645 - NEAR_DAYS, [SECOND_CLASS], 2),
        (645 - NEAR_DAYS - 1, [SECOND_CLASS], 0),
        (645, [], 2),
        (645 - 1, [], 0),
        (645, [SECOND_CLASS], 0),
        (1075, [SECOND_CLASS], 3),
        (1075 - NEAR_DAYS, [FIRST_CLASS], 3),
    ],
)
def test_near_is_twenty_days_or_one_qualification(worked: int, held: list[str], near: int) -> None:
    assert near_level(verdicts(field(ELECTRICAL), led(worked, 645), *held)) == near


def test_the_next_look_is_when_a_verdict_can_first_change() -> None:
    standard = field(ELECTRICAL)
    assert next_look(verdicts(standard, led(600, 0), SECOND_CLASS)) == 25
    assert next_look(verdicts(standard, led(630, 0), SECOND_CLASS)) == 15
    assert next_look(verdicts(standard, led(644, 0))) == 1
    assert next_look(verdicts(standard, led(5000, 645), FIRST_CLASS)) is None
    assert next_look(judge(field("002"), led(600, 0), frozenset())) is None


def test_a_name_that_the_catalogue_does_not_have_makes_no_standard() -> None:
    with pytest.raises(UnknownNameError):
        _one_level(any_of=("三級まちがい士",))
    assert key("玉掛技能講習") == key("玉掛け技能講習") == key("玉掛け 技能講習")
    assert key("一級鉄筋施工技能士（組立て）") == key("1級鉄筋施工技能士(組立て)")


def _one_level(**asked: object) -> Standard:
    level = LevelCriteria(level=2, days=0, complete=True, **asked)  # type: ignore[arg-type]
    return make_standard(msgspec.structs.replace(compiled()[ELECTRICAL], level=(level,)))
