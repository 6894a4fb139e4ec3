"""The grids of the office on a screen: who worked on which days of a month, or how many in each month of a year."""

from datetime import date
from enum import StrEnum

import msgspec
from litestar import Response, Router, get
from litestar.params import FromPath

from backend.accounts import views
from backend.accounts.callers import PRIVATE, AnyRequest, calling_account
from backend.documents import columns, lists
from backend.documents.lists import ListAsked, MonthName
from backend.kit import clock
from backend.kit.errors import NotFoundError
from backend.kit.numbers import Number
from backend.kit.openapi import problems
from backend.kit.refusals import choose_language
from backend.kit.sheets import Cell

MOST_LINES = 2000
"""A screen shows so many; a longer grid is taken away as a file."""
NAMED = ("workerNumber", "name", "nameKana")


class GridKind(StrEnum):
    """Which grid."""

    COMPANY_MONTH = "companyMonth"
    COMPANY_YEAR = "companyYear"
    SITE_MONTH = "siteMonth"
    SITE_YEAR = "siteYear"


class GridColumn(msgspec.Struct, frozen=True, rename="camel"):
    """A column: a day, a month, or what its name says."""

    key: str
    name: str


class GridLine(msgspec.Struct, frozen=True, rename="camel"):
    """One worker, with a cell for each column."""

    number: str
    name: str
    name_kana: str
    cells: list[Cell]


class Grid(msgspec.Struct, frozen=True, rename="camel"):
    """A grid, and whether there are more lines than a screen shows."""

    place: str
    month: date
    columns: list[GridColumn]
    lines: list[GridLine]
    more: bool


@get("/v1/grids/{kind:str}/{number:str}/{month:str}", summary="A grid of days", responses=problems(400, 401, 403, 404))
async def grid(
    request: AnyRequest, kind: FromPath[GridKind], number: FromPath[Number], month: FromPath[MonthName]
) -> Response[Grid]:
    """Show a company's or a site's month day by day, or twelve months; whoever stands in it sees the look."""
    now, account = clock.now(), await calling_account(request)
    language = choose_language(request.headers.get("accept-language", ""))
    asked = _asked(kind, number, month, language)
    place = await lists.require(account, asked, now)
    first, _ = lists.months_of(asked)
    names = [name for name in lists.columns_of(asked) if name not in NAMED]
    found: list[lists.Line] = []
    async for page in lists.read_lines(asked, place, clock.japan_date(now)):
        found += page
        if len(found) > MOST_LINES:
            break
    shown = found[:MOST_LINES]
    purpose = views.Purpose.EMPLOYMENT if kind.name.startswith("COMPANY") else views.Purpose.WORKER_LIST
    await views.record_all(account, {line.worker_id for line in shown}, purpose, grant=place.grant, at=now)
    heads = [GridColumn(name, columns.head_of(name, first, lists.language_of(asked))) for name in names]
    lines = [_line(line, names) for line in shown]
    return Response(Grid(place.name, first, heads, lines, len(found) > MOST_LINES), headers=PRIVATE)


def _asked(kind: GridKind, number: str, month: str, language: str) -> ListAsked:
    """Read the parts of the address as a list is asked for; of what is no number or month there is none."""
    parts = {"kind": kind.value, "number": number, "month": month, "language": language}
    try:
        return msgspec.convert(parts, ListAsked)
    except msgspec.ValidationError as error:
        raise NotFoundError from error


def _line(line: lists.Line, names: list[str]) -> GridLine:
    number, name, kana = (str(line.cells.get(key) or "") for key in NAMED)
    return GridLine(number, name, kana, [line.cells.get(key) for key in names])


router = Router("/", route_handlers=[grid], tags=["lists"])
