"""To take away: months and years for a spreadsheet or on paper, everything as data, and sealed."""

import asyncio
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from backend.accounts.api import calling_worker
from backend.history.rules import work_date
from backend.kit import clock
from backend.kit.openapi import problems
from backend.kit.refusals import Language
from backend.kit.sealing import certificate
from backend.kit.sheets import write_csv
from backend.passport import level_sheet, papers, sheets, take_away
from backend.passport.answering import language_of, there
from backend.passport.rules import read_month, read_year
from backend.passport.take_away import TakeAway
from backend.settings import settings

CSV = "text/csv"
PDF = "application/pdf"
PEM = "application/x-pem-file"


def _files(media_type: str, *statuses: int) -> dict[int, ResponseSpec]:
    file = ResponseSpec(bytes, generate_examples=False, media_type=media_type, description="The file")
    return {200: file, **problems(*statuses)}


@get(
    "/v1/passport/months/{month:str}/csv",
    summary="My month for a spreadsheet",
    media_type=CSV,
    responses=_files(CSV, 400, 401, 403, 404),
)
async def month_csv(
    month: FromPath[str], worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]
) -> Stream:
    """One line for each visit of a month such as 2026-11; UTF-8 with a mark, commas."""
    today = work_date(clock.now())
    sheet = await sheets.month_sheet(worker_id, there(read_month(month)), today, spoken)
    return _csv(sheet, f"passport-{month}")


@get(
    "/v1/passport/years/{year:str}/csv",
    summary="My year for a spreadsheet",
    media_type=CSV,
    responses=_files(CSV, 400, 401, 403, 404),
)
async def year_csv(year: FromPath[str], worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]) -> Stream:
    """A line for each month of a year such as 2026, with a mark for each day; the totals below."""
    today = work_date(clock.now())
    sheet = await sheets.year_sheet(worker_id, there(read_year(year)), today, spoken)
    return _csv(sheet, f"passport-{year}")


@get(
    "/v1/passport/months/{month:str}/pdf",
    summary="My month on paper",
    media_type=PDF,
    responses=_files(PDF, 400, 401, 403, 404),
)
async def month_pdf(
    month: FromPath[str], worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]
) -> Response[bytes]:
    """The same lines as the CSV, to print."""
    now = clock.now()
    sheet = await sheets.month_sheet(worker_id, there(read_month(month)), work_date(now), spoken)
    paper = papers.paper_of(sheet, await papers.facts_of(worker_id, spoken))
    return _pdf(await papers.make_paper(paper, now, spoken), f"passport-{month}")


@get(
    "/v1/passport/years/{year:str}/pdf",
    summary="My year on paper",
    media_type=PDF,
    responses=_files(PDF, 400, 401, 403, 404),
)
async def year_pdf(
    year: FromPath[str], worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]
) -> Response[bytes]:
    """The same lines as the CSV, to print."""
    now = clock.now()
    sheet = await sheets.year_sheet(worker_id, there(read_year(year)), work_date(now), spoken)
    paper = papers.paper_of(sheet, await papers.facts_of(worker_id, spoken))
    return _pdf(await papers.make_paper(paper, now, spoken), f"passport-{year}")


@get(
    "/v1/passport/road/{field:str}/{level:str}/pdf",
    summary="My application for a level on paper",
    media_type=PDF,
    responses=_files(PDF, 400, 401, 403, 404),
)
async def level_pdf(
    field: FromPath[str], level: FromPath[str], worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]
) -> Response[bytes]:
    """The application for a level, filled in as of now, to print and send to a body that takes it by post."""
    paper = await level_sheet.level_paper(worker_id, field, level, spoken)
    return _pdf(await papers.make_paper(paper, clock.now(), spoken), f"level-{field}-{level}")


@get("/v1/passport/data", summary="All my data", responses=problems(401, 403, 404))
async def my_data(worker_id: NamedDependency[UUID]) -> Response[TakeAway]:
    """Everything the register keeps about me, in one file."""
    return Response(await take_away.take_away(worker_id, clock.now()), headers=as_file("passport.json"))


@get(
    "/v1/passport/data/pdf",
    summary="My passport, sealed",
    media_type=PDF,
    responses=_files(PDF, 400, 401, 403, 404),
)
async def my_paper(worker_id: NamedDependency[UUID], spoken: NamedDependency[Language]) -> Response[bytes]:
    """Everything on paper with the data inside, sealed, so that anybody can check it without this register."""
    now = clock.now()
    paper = take_away.paper_of(await take_away.take_away(worker_id, now), spoken)
    return _pdf(await papers.make_sealed(paper, now, spoken), "passport")


@get("/v1/certificate", summary="What our seal is checked with", media_type=PEM, responses=_files(PEM))
async def seal_certificate() -> Response[bytes]:
    """The published certificate; `passport verify` takes it."""
    found = await asyncio.to_thread(certificate, settings().data / "keys")
    return Response(found, media_type=PEM, headers={"content-disposition": 'attachment; filename="seal.pem"'})


async def _spoken(request: Request[object, object, State], language: FromQuery[Language | None] = None) -> Language:
    """Tell in which language to write: a link asks for it in its address, whoever else in the header."""
    return language or language_of(request)


def _pdf(paper: bytes, name: str) -> Response[bytes]:
    return Response(paper, media_type=PDF, headers=as_file(f"{name}.pdf"))


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
    route_handlers=[month_csv, year_csv, month_pdf, year_pdf, level_pdf, my_data, my_paper],
    dependencies={"worker_id": Provide(calling_worker), "spoken": Provide(_spoken)},
    tags=["passport"],
)
for_everybody = Router("/", route_handlers=[seal_certificate], tags=["operation"])
