from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.companies import items as company_items
from backend.kit.items import Fault, ItemFault, fold_kana, fold_latin, one_line
from backend.kit.refusals import catalogue
from backend.workers import items as worker_items
from backend.workers.items import judge

TODAY = date(2026, 11, 26)

GOOD: list[tuple[str, Any, Any]] = [
    ("name", "  見本　太郎 ", "見本 太郎"),
    ("name", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("name_kana", "ﾐﾎﾝ　たろう", "ミホン タロウ"),
    ("name_latin", "Nguyễn Văn Đức", "NGUYEN VAN DUC"),
    ("birth_date", "2004-02-29", "2004-02-29"),
    ("prefecture", 47, 47),
    ("postcode", "〒100-0001".removeprefix("〒"), "1000001"),
    ("phone", "０３（１２３４）５６７８", "0312345678"),
    ("phone", "+84 912 345 678", "+84912345678"),
    ("mail", "mihon@example.jp", "mihon@example.jp"),
    ("sex", "not_said", "not_said"),
    ("trades", ["34-01", "10"], ["34-01", "10"]),
    ("employer", "9200 0000 0000 13", "92000000000013"),
    ("experience", "鉄筋\n\n型枠\u200b", "鉄筋\n\n型枠"),
    (
        "schooling",
        [{"school": "見本工業高校", "finished_on": "2008-03-01"}],
        [{"school": "見本工業高校", "finished_on": "2008-03-01"}],
    ),
    ("experience", "", None),
    ("experience", None, None),
    ("sole_worker", False, False),
]
BAD: list[tuple[str, Any, str]] = [
    ("name", 7, "item_not_text"),
    ("name", "あ" * 10_000, "item_too_long"),
    ("name_kana", "見本", "item_not_kana"),
    ("name_latin", "見本", "item_not_latin"),
    ("birth_date", "2005-02-29", "item_not_a_day"),
    ("birth_date", "平成17年", "item_not_a_day"),
    ("birth_date", "2027-01-01", "item_in_future"),
    ("birth_date", "1890-01-01", "item_day_unlikely"),
    ("birth_date", "2026-01-01", "item_day_unlikely"),
    ("prefecture", 48, "item_not_offered"),
    ("prefecture", True, "item_not_a_number"),
    ("prefecture", 13.0, "item_not_a_number"),
    ("postcode", "123", "item_not_a_postcode"),
    ("phone", "電話なし", "item_not_a_phone_number"),
    ("mail", "nobody", "item_not_a_mail_address"),
    ("mail", "a@b.jp, c@d.jp", "item_not_a_mail_address"),
    ("sex", "x", "item_not_offered"),
    ("trades", [], "item_not_offered"),
    ("trades", ["99-99"], "item_not_offered"),
    ("trades", ["34-01"] * 2, "item_not_offered"),
    ("trades", ["10", "11", "12", "13", "14"], "item_not_offered"),
    ("employer", "92000000000014", "item_wrong_digits"),
    ("employer", "91000000000015", "item_wrong_digits"),
    ("schooling", [{"school": "x", "nonsense": 1}], "item_unknown"),
    ("schooling", [{"course": "x"}], "item_missing"),
    ("schooling", [{"school": "x"}] * 51, "item_too_long"),
    ("photo", "../../etc/passwd", "item_not_offered"),
    ("nonsense", 1, "item_unknown"),
]


@pytest.mark.parametrize(("key", "value", "kept"), GOOD)
def test_a_value_is_written_in_one_way(key: str, value: Any, kept: Any) -> None:
    assert judge(key, value, TODAY) == kept


@pytest.mark.parametrize(("key", "value", "code"), BAD)
def test_a_value_that_cannot_stand_says_why(key: str, value: Any, code: str) -> None:
    assert judge(key, value, TODAY) == Fault(key, ItemFault(code))
    assert code in catalogue()


@pytest.mark.parametrize("module", [worker_items, company_items])
def test_every_item_is_in_a_block_and_has_what_its_kind_needs(module: Any) -> None:
    found = module.items()
    for key, item in found.item.items():
        assert item.block in found.blocks, key
        assert item.forms, key
        assert bool(item.choices) == (item.kind in {"choice", "choices"}), key
        assert bool(item.fields) == (item.kind == "rows"), key
        assert 1 <= item.since <= found.version
        assert not item.must_be_proven or item.proofs, key
    assert len({item.ja for item in found.item.values()}) == len(found.item)


def test_the_detailed_form_asks_for_all_that_the_simplified_asks_for() -> None:
    found = worker_items.items()
    assert set(found.asked("simplified")) < set(found.asked("detailed"))


def test_a_form_says_every_reason_at_once() -> None:
    good, faults = worker_items.judge_form("simplified", {"name": "見本", "sex": "x", "schooling": [], "zz": 1}, TODAY)
    assert good["name"] == "見本"
    codes = {fault.item: fault.code for fault in faults}
    assert codes["sex"] == "item_not_offered"
    assert codes["schooling"] == codes["zz"] == "item_unknown"
    required = {
        key for key, item in worker_items.items().asked("simplified").items() if item.forms["simplified"] == "required"
    }
    assert {key for key, code in codes.items() if code == "item_missing"} == required - {"name", "sex"}


@given(
    st.sampled_from([*worker_items.items().item]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_whatever_is_sent_is_judged_and_what_is_kept_is_kept_again_alike(key: str, value: Any) -> None:
    made = judge(key, value, TODAY)
    if not isinstance(made, Fault):
        assert judge(key, made, TODAY) == made


@given(st.text())
def test_writing_a_text_twice_changes_nothing_more(text: str) -> None:
    for write in (one_line, fold_kana, fold_latin):
        once = write(text)
        assert write(once) == once
