"""Grids on a screen: the days of the file, the same rights, and each worker sees the look."""

import httpx
import pytest

from backend.accounts.rules import Role
from backend.kit import database
from tests.backend.documents.test_exports import company_number, worked
from tests.office import be, user

pytestmark = pytest.mark.usefixtures("rolled_back")


async def test_a_companys_month_marks_the_days_that_count(client: httpx.AsyncClient) -> None:
    town = await worked()
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    answer = await client.get(f"/v1/grids/companyMonth/{await company_number(town.company_id)}/2026-11")
    grid = answer.json()
    heads = [one["key"] for one in grid["columns"]]
    assert (heads[:2], heads[2], heads[-1], len(heads)) == (["main", "since"], "day01", "days", 33)
    assert (len(grid["lines"]), grid["more"], grid["month"]) == (3, False, "2026-11-01")
    most = max(grid["lines"], key=lambda line: line["cells"][-1])
    marked = [key for key, cell in zip(heads, most["cells"], strict=True) if cell == "○" and key.startswith("day")]
    assert (marked, most["cells"][-1]) == (["day18", "day19", "day20"], 3)
    looks = await database.fetch("SELECT DISTINCT worker_id FROM view_log WHERE purpose = 'employment'")
    assert {row[0] for row in looks} == set(town.workers)


async def test_a_sites_year_counts_by_month(client: httpx.AsyncClient) -> None:
    town = await worked()
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    grid = (await client.get(f"/v1/grids/siteYear/{town.sites[0][1]}/2026-04")).json()
    heads = [one["name"] for one in grid["columns"]]
    assert heads[1:13] == [f"2026-{n:02}" for n in range(4, 13)] + ["2027-01", "2027-02", "2027-03"]
    november = heads.index("2026-11")
    assert sorted(line["cells"][november] for line in grid["lines"]) == [1, 1, 3]


@pytest.mark.parametrize(
    ("address", "status"),
    [("companyMonth/{c}/2026-13", 404), ("siteRecords/{c}/2026-11", 400), ("companyMonth/9/2026-11", 404)],
)
async def test_what_is_no_grid_is_refused(client: httpx.AsyncClient, address: str, status: int) -> None:
    town = await worked(1)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    answer = await client.get("/v1/grids/" + address.format(c=await company_number(town.company_id)))
    assert answer.status_code == status


async def test_another_companys_grid_is_not_shown(client: httpx.AsyncClient) -> None:
    town, other = await worked(1), await worked(1)
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    answer = await client.get(f"/v1/grids/companyMonth/{await company_number(town.company_id)}/2026-11")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_linked")
