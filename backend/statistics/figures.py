"""Reference figures of the source paper, read from `figures/*.toml`.

Source: 建設キャリアアップシステム運営協議会 第11回総会 (2024-03-28).  Every table says its place in the paper,
its day, its unit and how sure we are.  Where the printed rows do not add up to the printed total, both are
kept and the table says by how much they differ.  What cannot be read in the paper is `NotLegible`, never a guess.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Generic, Literal, TypeVar

import msgspec

FOLDER = Path(__file__).parent / "figures"


Confidence = Literal["high", "medium", "low"]
"""How sure we are that the figure is the one printed."""


class NotLegible(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that the paper has, or should have, but that cannot be read; and why."""

    not_legible: str


Figure = int | NotLegible


class PrintedTotal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A total as printed: printed_total = sum of the column + difference.

    With a fiscal year (April to March) only the rows of that year are summed.
    """

    column: str
    printed_total: int
    difference: int
    fiscal_year: int | None = None
    note: str = ""


RowT = TypeVar("RowT", bound=msgspec.Struct)


class Table(msgspec.Struct, Generic[RowT], frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One table of the paper with its day, unit, place and rows."""

    title: str
    title_en: str
    valid_on: date
    unit: str
    document: str
    place: str
    confidence: Confidence
    row: tuple[RowT, ...]
    total: tuple[PrintedTotal, ...] = ()
    note: str = ""


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the rows of all tables share: nothing may be in the file that is not said here."""


class Prefecture(Row, frozen=True, kw_only=True):
    """One of 47 prefectures; number is its JIS number, 1 to 47.

    Workers by home address, companies by seat (sole workers apart, but for the column that says so),
    records of February 2024 by place of the site; licences are those of March 2023.
    """

    number: int
    ja: str
    en: str
    workers: int
    companies_and_sole_workers: int
    companies: int
    licensed_and_registered: int
    licensed_companies: int
    licences: int
    rate_permille: int
    records: int


class TradeFigures(Row, frozen=True, kw_only=True):
    """One of 55 major trades: workers registered, those with a record in February 2024, and their records.

    Means are records a worker a month, percents and means rounded as printed.
    """

    major: int
    ja: str
    registered: int
    registered_a_year_before: int
    active: int
    active_percent: int
    records: int
    mean_of_active: int
    mean_of_all: int


class AgeClass(Row, frozen=True, kw_only=True):
    """One of eleven classes of age in years; the last one is open.

    `labour_survey_ten_thousands`: people at work in building and mining, mean of 2022, in units of 10,000.
    """

    youngest: int
    oldest: int | None = None
    workers: int
    labour_survey_ten_thousands: int


class Level(Row, frozen=True, kw_only=True):
    """Workers of one level, 1 to 4, and their share in permille as printed."""

    level: int
    workers: int
    permille: int


class EvaluationField(Row, frozen=True, kw_only=True):
    """Judgements in one of 41 evaluation fields (能力評価分野); one worker may have several."""

    code: str
    ja: str
    level_2: int
    level_3: int
    level_4: int
    judged: int


class CompanyClass(Row, frozen=True, kw_only=True):
    """Companies of one of the eight statistics classes, sole workers apart.

    `licensed`: holders of a licence in March 2023; `with_works`: those with works in 2021.
    """

    code: str
    ja: str
    en: str
    registered: int
    licensed: int
    with_works: Figure


class Register(Row, frozen=True, kw_only=True):
    """One total of the whole register on the day of the table."""

    code: str
    ja: str
    count: int


class Channel(Row, frozen=True, kw_only=True):
    """One of the three ways in: share of all records in permille, and in millions as printed."""

    code: str
    ja: str
    permille: int
    million_records: int


class Month(Row, frozen=True, kw_only=True):
    """What was registered in a month, given by its first day; records as recognised in it.

    A new site is a site with its first record in the month.
    """

    month: date
    workers: Figure
    companies: Figure
    sole_workers: Figure
    records: Figure
    new_sites: Figure
    record_target: int | None = None


class FiscalYear(Row, frozen=True, kw_only=True):
    """What was registered in a fiscal year (April to March); fiscal 2023 ends here with February 2024."""

    fiscal_year: int
    workers: int
    companies: int
    sole_workers: int
    records: Figure
    new_sites: Figure


class Region(Row, frozen=True, kw_only=True):
    """One of three regions: workers by home, companies and records by seat of the (prime) company."""

    code: str
    ja: str
    workers: int
    workers_a_year_before: int
    workers_of_census: int
    companies: int
    companies_a_year_before: int
    companies_with_works: int
    records_fiscal_2022: int
    records_fiscal_2023_annualised: int
    prime_turnover_percent: int


class TurnoverClass(Row, frozen=True, kw_only=True):
    """Records of five fiscal years by turnover (yen a year) of the prime contractor."""

    code: str
    ja: str
    fiscal_2019: int
    fiscal_2020: int
    fiscal_2021: int
    fiscal_2022: int
    fiscal_2023_annualised: int


class PrimeClass(Row, frozen=True, kw_only=True):
    """General builders of one capital class, with and without a record in February 2024."""

    code: str
    ja: str
    general_builders: int
    with_records: int
    without_records: int


def _read(name: str, row: type[RowT]) -> Table[RowT]:
    return msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Table[row])  # type: ignore[valid-type]


@cache
def prefectures() -> Table[Prefecture]:
    """Give 47 rows, Hokkaido to Okinawa (資料1 p.7-8)."""
    return _read("prefectures", Prefecture)


@cache
def trades() -> Table[TradeFigures]:
    """Give 55 rows by main trade (資料2 p.40-41)."""
    return _read("trades", TradeFigures)


@cache
def ages() -> Table[AgeClass]:
    """Give 11 rows, youngest first (資料1 p.11)."""
    return _read("ages", AgeClass)


@cache
def levels() -> Table[Level]:
    """Give 4 rows (資料1 p.12)."""
    return _read("levels", Level)


@cache
def evaluation_fields() -> Table[EvaluationField]:
    """Give 41 rows by code; 041 is not in the paper (資料1 p.12)."""
    return _read("evaluation_fields", EvaluationField)


@cache
def company_classes() -> Table[CompanyClass]:
    """Give 8 rows: individuals and seven classes of capital (資料2 p.36)."""
    return _read("company_classes", CompanyClass)


@cache
def registers() -> Table[Register]:
    """Give the great totals, one a row."""
    return _read("registers", Register)


@cache
def channels() -> Table[Channel]:
    """Give 3 rows: certified systems, tap application, direct input (資料3-2 2.1)."""
    return _read("channels", Channel)


@cache
def months() -> Table[Month]:
    """Give 35 rows, 2021-04 to 2024-02 (資料1 p.1-5); before 2022-04 only new sites are printed."""
    return _read("months", Month)


@cache
def years() -> Table[FiscalYear]:
    """Give 6 rows, fiscal 2018 to 2023 (資料1 p.1-5)."""
    return _read("years", FiscalYear)


@cache
def regions() -> Table[Region]:
    """Give 3 rows: greater Tokyo, Osaka, elsewhere (資料2 p.32-33)."""
    return _read("regions", Region)


@cache
def turnover() -> Table[TurnoverClass]:
    """Give 6 rows, largest first (資料2 p.44)."""
    return _read("turnover", TurnoverClass)


@cache
def primes() -> Table[PrimeClass]:
    """Give 9 rows by capital (資料2 p.42)."""
    return _read("primes", PrimeClass)
