"""Months and years to take into a spreadsheet or onto paper."""

from uuid import UUID

from litestar import Request, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath
from litestar.response import Stream

from backend.accounts.api import calling_worker
from backend.history.rules import work_date
from backend.kit import clock
from backend.kit.openapi import problems
from backend.kit.sheets import write_csv
from backend.passport import sheets
from backend.passport.answering import language_of, there
from backend.passport.rules import read_month, read_year

CSV = "text/csv"


def _files(media_type: str, *statuses: int) -> dict[int, ResponseSpec]:
    file = ResponseSpec(bytes, generate_examples=False, media_type=media_type, description="The file")
    return {200: file, **problems(*statuses)}


@get(
    "/v1/passport/months/{month:str}/csv",
    summary="My month for a spreadsheet",
    media_type=CSV,
    responses=_files(CSV, 401, 403, 404),
)
async def month_csv(
    request: Request[object, object, State], month: FromPath[str], worker_id: NamedDependency[UUID]
) -> Stream:
    """One line for each visit of a month such as 2026-11; UTF-8 with a mark, commas."""
    today = work_date(clock.now())
    sheet = await sheets.month_sheet(worker_id, there(read_month(month)), today, language_of(request))
    return _csv(sheet, f"passport-{month}")


@get(
    "/v1/passport/years/{year:str}/csv",
    summary="My year for a spreadsheet",
    media_type=CSV,
    responses=_files(CSV, 401, 403, 404),
)
async def year_csv(
    request: Request[object, object, State], year: FromPath[str], worker_id: NamedDependency[UUID]
) -> Stream:
    """A line for each month of a year such as 2026, with a mark for each day; the totals below."""
    today = work_date(clock.now())
    sheet = await sheets.year_sheet(worker_id, there(read_year(year)), today, language_of(request))
    return _csv(sheet, f"passport-{year}")


def _csv(sheet: sheets.Sheet, name: str) -> Stream:
    return Stream(lambda: write_csv(sheet.lines()), media_type=CSV, headers=as_file(f"{name}.csv"))


def as_file(name: str) -> dict[str, str]:
    """Give the headers of a file that is one worker's own."""
    return {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "private, no-store",
        "vary": "accept-language, cookie",
        "x-content-type-options": "nosniff",
    }


router = Router(
    "/",
    route_handlers=[month_csv, year_csv],
    dependencies={"worker_id": Provide(calling_worker)},
    tags=["passport"],
)
