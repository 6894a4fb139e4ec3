"""Photos and papers laid in an application: who may see them, what another's is worth, how long they are kept."""

from datetime import timedelta

import httpx
import pytest

from backend.accounts.rules import Role
from backend.kit import clock
from backend.proofs import service as proofs
from tests.backend.applications.filing import Draft, applicant, proof, rows
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def seen(client: httpx.AsyncClient, picture: str) -> int:
    return (await client.get(f"/v1/proofs/{picture}/picture")).status_code


async def test_a_colleague_sees_the_picture_with_which_the_company_files(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(0, 0, 0), await Town().build(0, 0, 0)
    number = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    picture = await proof(client, "photo")
    draft = Draft(client, "workerSimplified", company=number)
    await draft.save(photo=picture)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    assert await seen(client, picture) == 200
    await draft.save(name="見本 花子")
    assert "photo" not in {one["item"] for one in (await draft.see())["faults"]}
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    assert await seen(client, picture) == 404


async def test_anothers_picture_proves_nothing_and_is_not_seen_by_naming_it(client: httpx.AsyncClient) -> None:
    await applicant(client)
    theirs = await proof(client, "photo")
    town = await Town().build(0, 0, 0)
    number = (await rows("SELECT company_number FROM company WHERE id = $1", town.company_id))[0][0]
    be(client, (await user(Role.PROXY_CLERK, town.company_id))[1])
    draft = Draft(client, "workerSimplified", company=number)
    await draft.save(photo=theirs)
    faults = {one["item"]: one["reason"]["code"] for one in (await draft.see())["faults"]}
    assert faults["photo"] == "item_wrong_proof"
    assert await seen(client, theirs) == 404
    await draft.save(photo=await proof(client, "photo"))
    assert "photo" not in {one["item"] for one in (await draft.see())["faults"]}


async def test_what_nothing_refers_to_is_dropped_after_ninety_days(client: httpx.AsyncClient) -> None:
    await applicant(client)
    laid, loose = await proof(client, "photo"), await proof(client, "driving_licence")
    await Draft(client, "workerSimplified").save(photo=laid)
    await proofs.clean(clock.now() + timedelta(days=89))
    assert (await seen(client, laid), await seen(client, loose)) == (200, 200)
    await proofs.clean(clock.now() + timedelta(days=91))
    assert (await seen(client, laid), await seen(client, loose)) == (200, 404)
