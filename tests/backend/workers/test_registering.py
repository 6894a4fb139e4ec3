import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.items import ItemState
from backend.taps.intake import arrive
from backend.taps.service import receive
from backend.workers import registering, service, values
from backend.workers.errors import AlreadyRegisteredError, DetailedAlreadyError, ItemFixedError
from backend.workers.items import Form, judge_form
from backend.workers.registering import Registration
from tests.office import be, number_of, user
from tests.town import NOON, Town, report, tap

TODAY = date(2026, 11, 26)
PHOTO = str(UUID(int=1))
SIMPLE: dict[str, Any] = {
    "name": "見本　花子",
    "name_kana": "みほん　はなこ",
    "birth_date": "1994-02-28",
    "sex": "female",
    "nationality": "日本",
    "photo": PHOTO,
    "identity": PHOTO,
    "identity_number": "第 12345-6789 号",
    "postcode": "100-0001",
    "prefecture": 17,
    "address": "見本県見本町1-2-3",
    "phone": "076-000-0000",
    "card_to": "home",
    "sole_worker": False,
    "trades": ["34-01", "10"],
    "health_insurance": "joined",
    "pension": "joined",
    "employment_insurance": "exempt",
    "kentaikyo": False,
    "data_consent": True,
}


def registration(form: Form = Form.SIMPLIFIED, **changes: Any) -> Registration:
    more = {"emergency_name": "見本 親", "emergency_phone": "0760000001", "special_accident_insurance": "exempt"}
    told = SIMPLE | (more if form is Form.DETAILED else {}) | changes
    good, faults = judge_form(form.key, told, TODAY)
    assert faults == []
    return Registration(form, good, {"name": UUID(int=1)})


async def register(form: Form = Form.SIMPLIFIED, **changes: Any) -> UUID:
    return await registering.register(registration(form, **changes), by=None, at=NOON)


@pytest.mark.usefixtures("rolled_back")
async def test_a_registration_stands_in_the_lists_and_keeps_every_item() -> None:
    worker = await register(name_latin="Mihón Hanako")
    row = await service.read(worker)
    assert (row["name"], row["name_kana"], row["name_latin"]) == ("見本 花子", "ミホン ハナコ", "MIHON HANAKO")
    assert (row["trade"], row["level"], row["prefecture"]) == (3401, 1, 17)
    kept = await values.VALUES.newest(worker)
    assert kept["name"].state is ItemState.PROVEN
    assert kept["phone"].value == "0760000000"
    assert "identity_number" not in kept
    trades = await database.fetch("SELECT trade, main FROM worker_trade WHERE worker_id = $1 ORDER BY trade", worker)
    assert [tuple(row) for row in trades] == [(1000, False), (3401, True)]


@pytest.mark.usefixtures("rolled_back")
async def test_a_person_is_registered_once_however_the_number_is_written() -> None:
    await register()
    with pytest.raises(AlreadyRegisteredError):
        await register(identity_number="第123456789号", name="別名 花子")


@pytest.mark.usefixtures("rolled_back")
async def test_two_alike_without_the_same_document_are_two() -> None:
    first, second = await register(), await register(identity_number="X1")
    assert first != second
    assert await registering.alike(date(1994, 2, 28), "ミホン ハナコ") == [
        await number_of(first),
        await number_of(second),
    ]


@pytest.mark.usefixtures("rolled_back")
async def test_an_upgrade_keeps_what_there_is_and_happens_once() -> None:
    worker = await register()
    before = await values.VALUES.newest(worker)
    await registering.upgrade(worker, registration(Form.DETAILED, blood_pressure="120/80"), by=None, at=NOON)
    after = await values.VALUES.newest(worker)
    assert after["blood_pressure"].value == "120/80"
    assert after["address"] == before["address"]
    with pytest.raises(DetailedAlreadyError):
        await registering.upgrade(worker, registration(Form.DETAILED), by=None, at=NOON)


@pytest.mark.usefixtures("rolled_back")
async def test_a_change_leaves_the_old_value_to_be_read_and_the_birth_date_alone() -> None:
    worker, later = await register(), NOON + timedelta(days=1)
    by = uuid4()
    assert await values.keep(worker, [Given("address", "見本県新町9")], by=by, at=later) == ["address"]
    history = [one for one in await values.VALUES.history(worker) if one.item == "address"]
    assert [(one.value, one.kept_at, one.kept_by) for one in history] == [
        ("見本県新町9", later, by),
        ("見本県見本町1-2-3", NOON, None),
    ]
    await values.keep(worker, [Given("trades", ["11"])], by=by, at=later)
    assert (await service.read(worker))["trade"] == 1100
    with pytest.raises(ItemFixedError):
        await values.keep(worker, [Given("birth_date", "1980-01-01")], by=by, at=later)
    await values.keep(
        worker,
        [Given("birth_date", "1994-03-01", ItemState.PROVEN, UUID(int=1))],
        by=by,
        at=later,
        fixed=True,
    )
    assert (await service.read(worker))["birth_date"] == date(1994, 3, 1)


async def test_two_at_once_with_one_document_are_one(committed: str) -> None:
    made = await asyncio.gather(*(register() for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(one, UUID) for one in made) == 1
    assert all(isinstance(one, UUID | AlreadyRegisteredError) for one in made)
    rows = await database.fetch("SELECT count(*) FROM worker")
    assert rows[0][0] == 1


@pytest.mark.usefixtures("rolled_back")
async def test_an_employer_sees_this_years_days_first_and_each_worker_sees_it(client: httpx.AsyncClient) -> None:
    town, now = await Town().build(), clock.now()
    touches = [tap(town, n, now - timedelta(days=n, hours=1), person=1) for n in range(2)]
    touches.append(tap(town, 9, now - timedelta(hours=1), person=2))
    await receive([arrive(town.readers[0].known, report(touches, now), now)])
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id)
    listed = (await client.get(f"/v1/companies/{rows[0][0]}/workers")).json()["workers"]
    expected = await database.fetch("SELECT days FROM career ORDER BY days DESC")
    assert [one["yearDays"] for one in listed] in ([2, 1, 0], [1, 1, 0])  # the turn of a year lies between
    assert listed[0]["number"] == await number_of(town.workers[1])
    assert len(expected) == 2
    assert (listed[0]["trade"], listed[0]["main"]) == ("鉄筋工", True)
    seen = await database.fetch("SELECT worker_id FROM view_log WHERE purpose = 'employment'")
    assert {row[0] for row in seen} == set(town.workers)


@pytest.mark.usefixtures("rolled_back")
async def test_values_are_shown_to_the_employer_and_not_to_the_site(client: httpx.AsyncClient) -> None:
    town = await Town().build(1)
    worker = town.workers[0]
    await values.keep(worker, [Given("phone", "0312345678")], by=None, at=NOON)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    address = f"/v1/workers/{await number_of(worker)}/values?purpose=employment"
    assert (await client.get(address)).json()["values"][0]["value"] == "0312345678"
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    assert (await client.get(address)).json()["code"] == "not_linked"


@pytest.mark.usefixtures("rolled_back")
async def test_the_operator_merges_two_registrations(client: httpx.AsyncClient) -> None:
    town = await Town().build(2)
    goes, stays = [await number_of(one) for one in town.workers]
    be(client, (await user(Role.OPERATOR, 0))[1])
    for _ in range(2):
        assert (await client.post(f"/v1/workers/{goes}/merging", json={"into": stays})).status_code == 204
    assert (await client.post(f"/v1/workers/{stays}/merging", json={"into": goes})).json()["code"] == "merge_impossible"
    assert (await client.post(f"/v1/workers/{goes}/merging", json={"into": "91000000099994"})).status_code == 404
