"""A company's table becomes drafts: nothing that was typed is lost, nothing is made twice."""

import csv
import io
from random import Random
from typing import Any

import httpx
import pytest

from backend.accounts.rules import Role
from passport.bench.importing import HEAD, sample_person
from tests.backend.applications.filing import Draft, rows
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def clerk(client: httpx.AsyncClient) -> str:
    town = await Town().build(0, 0, 0)
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    return str((await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0])


def table(company: str, *changes: dict[str, str], head: tuple[str, ...] = HEAD) -> bytes:
    hand, written = Random(1), io.StringIO()  # noqa: S311  a drawing, the same each time
    writer = csv.writer(written)
    writer.writerow(head)
    for n, change in enumerate(changes):
        row = dict(zip(HEAD, sample_person(n, hand, company), strict=True)) | change
        writer.writerow(row.values())
    return written.getvalue().encode("cp932")


async def upload(client: httpx.AsyncClient, company: str, content: bytes) -> httpx.Response:
    headers = {"content-type": "application/octet-stream"}
    return await client.post(f"/v1/companies/{company}/applications/table", content=content, headers=headers)


async def test_every_row_becomes_a_draft_and_a_bad_cell_stays_as_it_was_typed(client: httpx.AsyncClient) -> None:
    company = await clerk(client)
    answer = await upload(client, company, table(company, {}, {"電話番号": "call me"}))
    assert answer.status_code == 200, answer.text
    first, second = answer.json()["rows"]
    assert (first["row"], first["new"], first["faults"]) == (2, True, [])
    assert [(one["item"], one["reason"]["code"]) for one in second["faults"]] == [("phone", "item_not_a_phone_number")]
    seen = (await client.get(f"/v1/applications/{second['application']}")).json()
    values: dict[str, Any] = {item: one["value"] for item, one in seen["values"].items()}
    assert (values["phone"], values["name"], values["birth_date"]) == ("call me", "見本 1郎", "1960-01-02")
    assert seen["consent"] == "notAsked"
    listed = (await client.get(f"/v1/companies/{company}/applications")).json()["applications"]
    assert {one["name"] for one in listed} == {"見本 0郎", "見本 1郎"}


async def test_the_same_table_again_makes_nothing_and_touches_nothing(client: httpx.AsyncClient) -> None:
    company = await clerk(client)
    content = table(company, {})
    (made,) = (await upload(client, company, content)).json()["rows"]
    draft = Draft(client, "workerSimplified", company=company)
    draft.id, draft.turn = made["application"], 1
    await draft.save(phone="080-0000-0009")
    (again,) = (await upload(client, company, content)).json()["rows"]
    assert (again["application"], again["new"]) == (made["application"], False)
    assert (await draft.see())["values"]["phone"]["value"] == "080-0000-0009"
    assert await rows("SELECT count(*) FROM application") == [(1,)]


async def test_a_row_that_no_application_holds_is_named_and_the_others_are_kept(client: httpx.AsyncClient) -> None:
    company = await clerk(client)
    long, good = (await upload(client, company, table(company, {"住所": "見" * 30_000}, {}))).json()["rows"]
    assert (long["application"], long["faults"][0]["reason"]["code"]) == (None, "draft_too_large")
    assert (good["new"], good["faults"]) == (True, [])
    assert await rows("SELECT id::text FROM application") == [(good["application"],)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table_empty"),
        (b" , ,\n,\n", "table_empty"),
        (b"%PDF-1.7\x00", "table_unreadable"),
        ("氏名,靴のサイズ\n見本,27\n".encode(), "table_head"),
        (b"name\n" + b"x\n" * 501, "table_too_long"),
    ],
)
async def test_what_is_no_such_table_says_so(client: httpx.AsyncClient, content: bytes, code: str) -> None:
    company = await clerk(client)
    answer = await upload(client, company, content)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert await rows("SELECT count(*) FROM application") == [(0,)]


async def test_only_the_companys_own_people_upload(client: httpx.AsyncClient) -> None:
    company, _ = await clerk(client), await clerk(client)
    assert (await upload(client, company, table(company, {}))).json()["code"] == "not_linked"
