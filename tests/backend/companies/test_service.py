from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from backend.companies import relief, service
from backend.companies.classes import CompanyClass
from backend.companies.dates import Standing
from backend.companies.errors import RegistrationEndedError, ReliefOrderError, RenewalNotOpenError
from backend.companies.relief import NewRelief, ReliefKind
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.items import ItemState
from backend.sites import companies as companies_of_sites

pytestmark = pytest.mark.usefixtures("rolled_back")

NOTO = NewRelief(
    "見本地震の特例",
    ReliefKind.RENEWAL,
    (15, 16, 17, 18),
    by_site_office=False,
    by_company=True,
    first_on=date(2024, 1, 31),
    last_on=date(2024, 3, 31),
    until=date(2024, 6, 30),
    source="資料2 p.31",
)


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


async def company(*, prefecture: int = 17, registered_on: date = date(2018, 6, 1)) -> int:
    new = service.NewCompany(
        "見本工務店", "ミホンコウムテン", CompanyClass.CORPORATION, prefecture, True, registered_on
    )
    return await service.register(new)


async def told() -> list[str]:
    rows = await database.fetch("SELECT body FROM event WHERE kind = $1 ORDER BY id", EventKind.COMPANY_EXPIRING)
    return [row[0] for row in rows]


async def test_values_are_kept_as_entries_and_the_newest_stands_in_the_company() -> None:
    made = await company()
    first, second = on(date(2024, 1, 1)), on(date(2024, 1, 2))
    by = uuid4()
    values = [
        Given("name", "見本組"),
        Given("capital_yen", 30_000_000, ItemState.PROVEN, uuid4()),
        Given("mail", "a@example.jp"),
    ]
    assert await service.keep_values(made, values, by=by, at=first) == ["name", "capital_yen", "mail"]
    assert await service.keep_values(made, values, by=by, at=second) == []
    assert await service.keep_values(made, [Given("name", "見本建設")], by=by, at=second) == ["name"]
    assert (await service.read(made, date(2024, 1, 2))).name == "見本建設"
    history = [one for one in await service.VALUES.history(made) if one.item == "name"]
    assert [(one.value, one.kept_by, one.kept_at) for one in history] == [
        ("見本建設", by, second),
        ("見本組", by, first),
    ]
    rows = await database.fetch("SELECT capital_class FROM company WHERE id = $1", made)
    assert rows[0][0] == 4


async def test_a_class_holds_from_its_day_on() -> None:
    made = await company()
    await service.change_class(made, CompanyClass.SOLE_WORKER, date(2024, 1, 1))
    assert (await service.read(made, date(2024, 1, 1))).kind is CompanyClass.SOLE_WORKER
    rows = await database.fetch("SELECT since, class FROM company_class WHERE company_id = $1 ORDER BY since", made)
    assert [tuple(row) for row in rows] == [(date(2018, 6, 1), 1), (date(2024, 1, 1), 3)]


async def test_a_renewal_is_too_early_then_done_once_then_too_early_again() -> None:
    made = await company()
    with pytest.raises(RenewalNotOpenError) as early:
        await service.renew(made, on(date(2023, 9, 30)))
    assert early.value.opens_at == datetime(2023, 10, 1, tzinfo=clock.JAPAN)
    assert await service.renew(made, on(date(2024, 3, 31))) == date(2029, 3, 31)
    with pytest.raises(RenewalNotOpenError):
        await service.renew(made, on(date(2024, 3, 31)))


async def test_who_did_not_renew_is_refused_and_registers_anew_under_the_same_number() -> None:
    made = await company()
    after = date(2024, 4, 1)
    number = (await service.read(made, after)).number
    with pytest.raises(RegistrationEndedError):
        await service.require_valid(made, after)
    with pytest.raises(RegistrationEndedError):
        await service.renew(made, on(after))
    assert await service.register_anew(made, on(after)) == date(2029, 4, 30)
    await service.require_valid(made, after)
    assert (await service.read(made, after)).number == number


async def test_after_a_disaster_there_renewal_is_open_longer_and_the_end_does_not_move() -> None:
    there, elsewhere = await company(), await company(prefecture=13)
    made = await relief.make(NOTO, by=None, at=on(date(2024, 1, 5)))
    late = date(2024, 6, 30)
    assert await service.standing_of(there, late) == (Standing.RENEWABLE, late)
    assert await service.standing_of(elsewhere, late) == (Standing.ENDED, date(2024, 3, 31))
    assert await service.renew(there, on(late)) == date(2029, 3, 31)
    other = await company()
    await relief.end(made, on(date(2024, 5, 1)))
    await relief.end(made, on(date(2024, 5, 2)))
    assert (await service.standing_of(other, late))[0] is Standing.ENDED
    assert [(one.ended_at, one.name) for one in await relief.list_all()] == [(on(date(2024, 5, 1)), NOTO.name)]


async def test_under_relief_a_prime_still_registers_sites_and_lists_workers() -> None:
    there = await company()
    assert (await companies_of_sites.by_id([there]))[0].stands_until == date(2024, 3, 31)
    await relief.make(NOTO, by=None, at=on(date(2024, 1, 5)))
    assert (await companies_of_sites.by_id([there]))[0].stands_until == date(2024, 6, 30)


async def test_relief_that_ends_before_it_begins_is_refused() -> None:
    for wrong in (
        {"first_on": date(2024, 4, 1)},
        {"until": date(2024, 3, 30)},
        {"by_company": False},
    ):
        bent = NewRelief(**{**{name: getattr(NOTO, name) for name in NOTO.__struct_fields__}, **wrong})
        with pytest.raises(ReliefOrderError):
            await relief.make(bent, by=None, at=on(date(2024, 1, 5)))


async def test_each_notice_is_told_once_and_the_last_only_to_who_has_not_applied() -> None:
    silent, applied = await company(), await company()
    await company(registered_on=date(2023, 1, 1))
    assert await service.tell_expiring(on(date(2023, 10, 1))) == 2
    assert await service.tell_expiring(on(date(2023, 10, 2))) == 0
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO application (id, kind, form_version, state, turn, given, filed_by, company_id, begun_at, "
            "changed_at, proofs) VALUES ($1, 7, 1, 2, 1, '{}', $2, $3, $4, $4, '{}')",
            uuid4(),
            uuid4(),
            applied,
            clock.now(),
        )
    assert await service.tell_expiring(on(date(2024, 2, 1))) == 2
    assert await service.tell_expiring(on(date(2024, 3, 2))) == 1
    assert f'{{"companyId":{silent},"months":1,"until":"2024-03-31"}}' in await told()
