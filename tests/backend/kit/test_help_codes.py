"""What somebody reads out leads a helper to the refusal, and to nobody's data."""

from datetime import timedelta

import httpx
import pytest

from backend.accounts.rules import Role
from backend.cleaning import clean
from backend.kit import clock, database, help_codes
from backend.kit.help_codes import MOST_AT_ONCE, HelpCodes, Helped, read_help_code
from backend.kit.refusals import Language, catalogue, give_reason, help_code_of
from tests.office import be, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def noted(client: httpx.AsyncClient) -> HelpCodes:
    found: HelpCodes = client._transport.app.state.help_codes  # type: ignore[attr-defined]  # httpx keeps the app there
    return found


async def test_the_code_of_a_refused_request_says_what_was_refused_and_not_to_whom(client: httpx.AsyncClient) -> None:
    town = await Town().build()
    be(client, (await user(Role.MINISTRY, 0))[1])
    number = await number_of(town.workers[0])
    said = (await client.get(f"/v1/workers/{number}", params={"purpose": "help"})).json()
    await noted(client).write()
    (found,) = await help_codes.look_up(said["help"])
    assert found[2:] == ("responsible_person_needed", "GET", "/v1/workers/{number}")
    assert abs(found.at - clock.now()) < timedelta(minutes=1)
    (row,) = await database.fetch("SELECT * FROM help_code")
    assert number not in str(dict(row))


async def test_an_address_that_is_not_there_leaves_nothing_of_itself(client: httpx.AsyncClient) -> None:
    said = (await client.get("/v1/workers/91000000000015/secret")).json()
    await noted(client).write()
    (found,) = await help_codes.look_up(said["help"])
    assert "9100" not in found.path


def test_every_reason_has_a_code_of_its_own_that_is_always_the_same() -> None:
    codes = {code: help_code_of(code) for code in catalogue()}
    assert len(set(codes.values())) == len(codes)
    assert help_codes.kinds_of(codes["structure_missing"]) == ["structure_missing"]
    assert {give_reason("structure_missing", language).help for language in Language} == {codes["structure_missing"]}


async def test_codes_go_after_30_days() -> None:
    now = clock.now()
    for days in (29, 31):
        await help_codes.keep([Helped(f"AAAA{days}", now - timedelta(days=days), "busy", "GET", "/v1/passport")])
    await clean()
    assert [row[0] for row in await database.fetch("SELECT help FROM help_code")] == ["AAAA29"]


async def test_a_flood_of_refusals_fills_no_disk() -> None:
    codes = HelpCodes()
    for _ in range(MOST_AT_ONCE + 10):
        codes.note(Helped("AAAAAA", clock.now(), "busy", "GET", "/v1/passport"))
    for _ in range(2):
        await codes.write()
    assert len(await help_codes.look_up("AAAAAA")) == MOST_AT_ONCE


@pytest.mark.parametrize(
    ("said", "read"),
    [("H4T9WR", "H4T9WR"), (" h4t 9wr ", "H4T9WR"), ("H4T9W", None), ("H4T9W0", None), ("", None)],
)
def test_a_code_is_read_as_people_say_it(said: str, read: str | None) -> None:
    assert read_help_code(said) == read
