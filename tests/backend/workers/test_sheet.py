"""Rows of a table, judged as registrations."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.items import ValueKind
from backend.kit.tables import Cell
from backend.workers import sheet
from backend.workers.items import Form

TODAY = date(2026, 11, 26)
ROW: dict[str, Cell] = {
    "氏名": "見本 太郎",
    "フリガナ": "ﾐﾎﾝ ﾀﾛｳ",
    "生年月日": "平成2年4月1日",
    "性別": "男",
    "国籍": "日本",
    "本人確認書類の番号": "SAMPLE-1",
    "郵便番号": "１００-０００１",
    "都道府県": "石川",
    "住所": "見本市見本町1",
    "電話番号": 9012345678.0,
    "カードの送り先": "自宅",
    "一人親方である": "×",
    "職種": "鉄筋工、11",
    "健康保険": "加入",
    "年金保険": "joined",
    "雇用保険": "適用除外",
    "建退共に加入": "有",
    "個人情報の取扱いと利用規約に同意する": "○",
}


def read(form: Form = Form.SIMPLIFIED, **changes: Cell) -> sheet.Read:
    row = ROW | changes
    return sheet.read_row(sheet.read_head(list(row)), list(row.values()), form, TODAY)


def test_what_people_write_becomes_what_is_kept() -> None:
    made = read()
    assert made.faults == []
    assert made.values["name_kana"] == "ミホン タロウ"
    assert (made.values["birth_date"], made.values["postcode"], made.values["phone"]) == (
        "1990-04-01",
        "1000001",
        "09012345678",
    )
    assert (made.values["prefecture"], made.values["sole_worker"], made.values["kentaikyo"]) == (17, False, True)
    assert (made.values["trades"], made.values["employment_insurance"]) == (["10-01", "11"], "exempt")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1990-04-01", "1990-04-01"),
        ("1990/4/1", "1990-04-01"),
        ("1990年4月1日", "1990-04-01"),
        ("１９９０．４．１", "1990-04-01"),
        ("H2.4.1", "1990-04-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("平成元年1月8日", "1989-01-08"),
        ("r6/2/29", "2024-02-29"),
        (date(1990, 4, 1), "1990-04-01"),
        (datetime(1990, 4, 1, 9, 0), "1990-04-01"),  # noqa: DTZ001  as Excel gives it
        ("1990-02-30", "1990-02-30"),
        ("someday", "SOMEDAY"),
    ],
)
def test_days_are_read_as_people_write_them(cell: Cell, day: str) -> None:
    assert sheet.value_of(sheet.asked().item["birth_date"], cell) == day


@pytest.mark.parametrize(
    ("head", "cell", "item", "code"),
    [
        ("生年月日", "1990-02-30", "birth_date", "item_not_a_day"),
        ("生年月日", "2030-01-01", "birth_date", "item_in_future"),
        ("職種", "見本職", "trades", "item_not_offered"),
        ("都道府県", "見本県", "prefecture", "item_not_offered"),
        ("性別", "見本", "sex", "item_not_offered"),
        ("一人親方である", "たぶん", "sole_worker", "item_not_offered"),
        ("個人情報の取扱いと利用規約に同意する", "いいえ", "data_consent", "item_missing"),
        ("本人確認書類の番号", None, "identity_number", "item_missing"),
        ("主たる所属会社の事業者ID", "92000000000020", "employer", "item_wrong_digits"),
        ("住所", "見" * 10_001, "address", "cell_too_long"),
        ("氏名", "見本 \ue000太郎", "name", "cell_spoilt"),
        ("氏名", "見本 \ufffd郎", "name", "cell_spoilt"),
        ("本人確認書類の番号", "1.23457E+11", "identity_number", "cell_spoilt"),
        ("住所", "#REF!", "address", "cell_spoilt"),
        ("住所", "見" * 300, "address", "item_too_long"),
    ],
)
def test_a_row_says_which_cell_is_wrong_and_why(head: str, cell: Cell, item: str, code: str) -> None:
    changes: dict[str, Any] = {head: cell}
    assert read(**changes).faults == [sheet.RowFault(item, code)]


def test_every_reason_comes_at_once() -> None:
    assert {fault.item for fault in read(性別="?", 電話番号="call me", 健康保険=None).faults} == {
        "sex",
        "phone",
        "health_insurance",
    }


def test_a_formula_stays_a_text() -> None:
    assert read(住所="=HYPERLINK(1)").values["address"] == "=HYPERLINK(1)"


def test_heads_are_known_by_key_and_by_name_and_others_are_told() -> None:
    head = sheet.read_head(["氏名", "phone", "Telephone", "靴のサイズ", None])
    assert head == sheet.Head(("name", "phone", "phone", None, None), ("靴のサイズ",), ("phone",))


def test_a_row_beyond_the_heads_is_out_of_place() -> None:
    head = sheet.read_head(list(ROW))
    made = sheet.read_row(head, [*ROW.values(), "more"], Form.SIMPLIFIED, TODAY)
    assert made.faults == [sheet.RowFault("", "row_too_wide")]


def test_a_table_may_serve_both_forms() -> None:
    more: dict[str, Any] = {
        "緊急連絡先の氏名": "見本 次郎",
        "緊急連絡先の電話番号": "0900000001",
        "労災保険の特別加入": "加入",
    }
    assert read(Form.DETAILED, 保有資格="玉掛け、足場", **more).values["qualifications"] == [
        {"name": "玉掛け"},
        {"name": "足場"},
    ]
    assert "special_accident_insurance" not in read(Form.SIMPLIFIED, **more).values


def test_photos_and_papers_are_no_matter_of_a_table() -> None:
    assert all(item.kind is not ValueKind.PROOF for item in sheet.asked().item.values())


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes()
)


@given(cells=st.lists(CELLS, min_size=len(ROW), max_size=len(ROW) + 2), form=st.sampled_from(list(Form)))
def test_nothing_in_a_row_is_a_mistake_of_ours(cells: list[Cell], form: Form) -> None:
    made = sheet.read_row(sheet.read_head(list(ROW)), cells, form, TODAY)
    assert made.faults or made.values
