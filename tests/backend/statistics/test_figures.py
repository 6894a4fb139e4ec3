"""The reference figures agree with what the paper prints, or say by how much they do not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backend.statistics import figures
from backend.statistics.figures import Month, NotLegible, PrintedTotal, Table

TABLES: dict[str, tuple[Callable[[], Table[Any]], int]] = {
    "prefectures": (figures.prefectures, 47),
    "trades": (figures.trades, 55),
    "ages": (figures.ages, 11),
    "levels": (figures.levels, 4),
    "evaluation_fields": (figures.evaluation_fields, 41),
    "company_classes": (figures.company_classes, 8),
    "registers": (figures.registers, 9),
    "channels": (figures.channels, 3),
    "months": (figures.months, 35),
    "years": (figures.years, 6),
    "regions": (figures.regions, 3),
    "turnover": (figures.turnover, 6),
    "primes": (figures.primes, 9),
}

PRINTED = [
    (figures.prefectures, "workers", 1_382_876),
    (figures.prefectures, "companies_and_sole_workers", 170_989 + 84_763),
    (figures.prefectures, "companies", 170_989),
    (figures.prefectures, "licensed_and_registered", 137_039),
    (figures.prefectures, "licensed_companies", 134_145),
    (figures.prefectures, "licences", 475_293),
    (figures.prefectures, "records", 4_508_868),
    (figures.trades, "registered", 1_382_876),
    (figures.trades, "registered_a_year_before", 1_140_762),
    (figures.trades, "active", 396_325),
    (figures.trades, "records", 4_508_868),
    (figures.ages, "workers", 1_382_876),
    (figures.levels, "workers", 1_382_876),
    (figures.evaluation_fields, "level_2", 21_425),
    (figures.evaluation_fields, "level_3", 21_243),
    (figures.evaluation_fields, "level_4", 52_380),
    (figures.evaluation_fields, "judged", 95_048),
    (figures.company_classes, "registered", 170_989),
    (figures.company_classes, "licensed", 474_948),
    (figures.channels, "permille", 1000),
    (figures.years, "workers", 1_382_876),
    (figures.years, "records", 128_576_508),
    (figures.regions, "workers", 1_382_876),
    (figures.regions, "companies", 170_989),
    (figures.regions, "records_fiscal_2022", 41_667_764),
    (figures.turnover, "fiscal_2022", 41_667_764),
    (figures.turnover, "fiscal_2023_annualised", 53_173_354),
    (figures.primes, "general_builders", 14_686),
    (figures.primes, "with_records", 3_594),
]

DIFFERING = {
    ("ages", "labour_survey_ten_thousands", None): (276, -1),
    ("levels", "permille", None): (1000, 1),
    ("company_classes", "with_works", None): (329_532, 969),
    ("months", "workers", 2022): (281_994, 1),
    ("years", "companies", None): (170_989, 599),
    ("years", "sole_workers", None): (84_763, -599),
    ("years", "new_sites", None): (170_664, 1_033),
}


def column_sum(table: Table[Any], column: str, fiscal_year: int | None = None) -> int:
    rows = [row for row in table.row if fiscal_year is None or fiscal_year_of(row) == fiscal_year]
    return sum(value for row in rows if isinstance(value := getattr(row, column), int))


def fiscal_year_of(row: Month) -> int:
    april = 4
    return row.month.year - (row.month.month < april)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_all_its_rows_and_says_its_day_unit_and_place(name: str) -> None:
    read, rows = TABLES[name]
    table = read()
    assert len(table.row) == rows
    assert table.valid_on == date(2024, 2, 29)
    assert table.confidence == "high"
    assert table.unit
    assert table.place.startswith("資料")


@pytest.mark.parametrize(("read", "column", "printed"), PRINTED)
def test_the_rows_add_up_to_the_printed_total(read: Callable[[], Table[Any]], column: str, printed: int) -> None:
    assert column_sum(read(), column) == printed


@pytest.mark.parametrize("name", TABLES)
def test_printed_total_is_the_sum_of_the_rows_and_the_recorded_difference(name: str) -> None:
    table = TABLES[name][0]()
    for total in table.total:
        summed = column_sum(table, total.column, total.fiscal_year)
        assert total.printed_total == summed + total.difference, total


def test_exactly_these_totals_differ_and_each_difference_has_its_note() -> None:
    totals: list[tuple[str, PrintedTotal]] = [(name, t) for name, (read, _) in TABLES.items() for t in read().total]
    differing = [(name, t) for name, t in totals if t.difference]
    assert {(n, t.column, t.fiscal_year): (t.printed_total, t.difference) for n, t in differing} == DIFFERING
    assert all(t.note for _, t in differing)


def test_what_changed_class_left_the_sole_workers_and_joined_the_companies() -> None:
    difference = {t.column: t.difference for t in figures.years().total}
    assert difference["companies"] == -difference["sole_workers"]


def test_the_great_totals_agree_with_their_tables() -> None:
    count = {row.code: row.count for row in figures.registers().row}
    assert count["workers"] == column_sum(figures.prefectures(), "workers")
    assert count["companies"] + count["sole_workers"] == 170_989 + 84_763
    assert count["sole_workers"] == 84_763
    assert count["records"] == 128_576_508
    assert count["records_of_the_month"] == 4_508_868
    assert count["active_workers"] == column_sum(figures.trades(), "active")


def test_corporations_of_seven_capital_classes_are_145_991() -> None:
    assert sum(row.registered for row in figures.company_classes().row if row.code != "individual") == 145_991


def test_what_cannot_be_read_is_absent_with_a_reason() -> None:
    records = {row.month: row.records for row in figures.months().row}
    assert records[date(2024, 2, 1)] == 4_508_868
    before = records[date(2023, 3, 1)]
    assert isinstance(before, NotLegible)
    assert before.not_legible


def test_months_follow_each_other_without_a_gap() -> None:
    months = [row.month for row in figures.months().row]
    assert months == [date(2021 + (3 + k) // 12, (3 + k) % 12 + 1, 1) for k in range(35)]


def test_each_field_adds_up_over_its_levels() -> None:
    assert all(row.level_2 + row.level_3 + row.level_4 == row.judged for row in figures.evaluation_fields().row)


def test_printed_rates_and_means_follow_from_the_figures() -> None:
    assert all(round(1000 * row.companies / row.licences) == row.rate_permille for row in figures.prefectures().row)
    for row in figures.trades().row:
        assert round(100 * row.active / row.registered) == row.active_percent, row.ja
        assert round(row.records / row.active) == row.mean_of_active, row.ja
        assert round(row.records / row.registered) == row.mean_of_all, row.ja


def test_the_monthly_guide_is_attained_as_printed() -> None:
    guided = [row for row in figures.months().row if row.record_target is not None]
    rates = [
        round(1000 * r.records / r.record_target) for r in guided if isinstance(r.records, int) and r.record_target
    ]
    assert rates == [974, 958, 925, 940, 924, 915, 879, 869, 863, 870, 900]
