from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from backend.accounts import consents
from backend.accounts import service as accounts
from backend.accounts.rules import Role
from backend.employment import service
from backend.employment.errors import AlreadyEmployedError, EmploymentDaysError, OfferDecidedError
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.kit.errors import NotFoundError
from tests.office import be, number_of, user
from tests.town import BEGINNING, Town

ONE_DAY = timedelta(days=1)
ME = uuid4()


@pytest.fixture
def today() -> date:
    return clock.japan_date(clock.now())


async def company_number(company_id: int) -> str:
    rows = await database.fetch("SELECT company_number FROM company WHERE id = $1", company_id)
    return str(rows[0][0])


async def employments(worker: UUID) -> list[tuple[int, date, date | None, bool]]:
    rows = await database.fetch(
        "SELECT company_id, since, until, main FROM employment WHERE worker_id = $1 ORDER BY since, company_id", worker
    )
    return [tuple(row) for row in rows]


async def offered(worker: UUID, company: int, since: date, *, main: bool = True) -> UUID:
    return await service.offer(worker, company, since, main=main, by_worker=False, by=ME, at=clock.now())


async def accept(worker: UUID, offer: UUID, *, accept: bool = True) -> None:
    await service.answer(worker, offer, accept=accept, by_worker=True, by=ME, at=clock.now())


@pytest.mark.usefixtures("rolled_back")
async def test_a_new_main_employment_ends_the_old_one_on_the_day_before(today: date) -> None:
    old, new = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    worker = old.workers[0]
    offer = await offered(worker, new.company_id, today)
    assert len(await employments(worker)) == 1
    await accept(worker, offer)
    assert await employments(worker) == [
        (old.company_id, BEGINNING, today - ONE_DAY, True),
        (new.company_id, today, None, True),
    ]
    kinds = [
        row[0]
        for row in await database.fetch(
            "SELECT kind FROM event WHERE worker_id = $1 AND kind >= 53 ORDER BY id", worker
        )
    ]
    assert kinds == [EventKind.EMPLOYMENT_OFFERED, EventKind.EMPLOYMENT_ENDED, EventKind.EMPLOYMENT_BEGUN]


@pytest.mark.usefixtures("rolled_back")
async def test_a_second_employment_stands_beside_the_main_one_and_takes_its_place(today: date) -> None:
    first, second = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    worker = first.workers[0]
    await accept(worker, await offered(worker, second.company_id, today, main=False))
    assert [row[3] for row in await employments(worker)] == [True, False]
    await service.end(worker, first.company_id, today, by_worker=True)
    assert await employments(worker) == [
        (first.company_id, BEGINNING, today, False),
        (second.company_id, today, None, True),
    ]


@pytest.mark.usefixtures("rolled_back")
async def test_an_offer_is_answered_once_and_only_by_the_other_side(today: date) -> None:
    first, second = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    worker = first.workers[0]
    offer = await offered(worker, second.company_id, today)
    with pytest.raises(NotFoundError):
        await service.answer(worker, offer, accept=True, by_worker=False, by=ME, at=clock.now())
    with pytest.raises(AlreadyEmployedError):
        await offered(worker, second.company_id, today)
    await accept(worker, offer, accept=False)
    await accept(worker, offer, accept=False)
    with pytest.raises(OfferDecidedError):
        await accept(worker, offer)
    assert len(await employments(worker)) == 1
    await offered(worker, second.company_id, today)


@pytest.mark.usefixtures("rolled_back")
async def test_days_that_do_not_fit_are_refused(today: date) -> None:
    town, other = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    with pytest.raises(EmploymentDaysError):
        await offered(town.workers[0], other.company_id, today + timedelta(days=400))
    with pytest.raises(EmploymentDaysError):
        await service.end(town.workers[0], town.company_id, BEGINNING - 2 * ONE_DAY, by_worker=True)
    with pytest.raises(NotFoundError):
        await service.end(town.workers[0], other.company_id, today, by_worker=True)


STEPS = st.lists(
    st.tuples(st.sampled_from(["main", "beside", "end"]), st.integers(0, 2), st.integers(-30, 30)), max_size=8
)


@pytest.mark.usefixtures("rolled_back")
class TestAnything:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @example(steps=[("main", 2, 2), ("main", 1, 0), ("end", 1, 0)])
    @given(steps=STEPS)
    async def test_whatever_happens_at_most_one_open_employment_is_main(
        self, steps: list[tuple[str, int, int]]
    ) -> None:
        today = clock.japan_date(clock.now())
        town = await Town().build(1, 0, 0)
        companies = [town.company_id, *[(await Town().build(0, 0, 0)).company_id for _ in range(2)]]
        worker = town.workers[0]
        for what, which, days in steps:
            day = today + timedelta(days=days)
            try:
                if what == "end":
                    await service.end(worker, companies[which], day, by_worker=False)
                else:
                    await accept(worker, await offered(worker, companies[which], day, main=what == "main"))
            except (NotFoundError, EmploymentDaysError, AlreadyEmployedError):
                continue
            open_now = [row for row in await employments(worker) if row[2] is None]
            assert sum(row[3] for row in open_now) <= 1
            assert not open_now or sum(row[3] for row in open_now) == 1
            assert len({row[0] for row in open_now}) == len(open_now)


async def worker_client(client: httpx.AsyncClient, worker: UUID) -> None:
    now = clock.now()
    account = await accounts.account_of_worker(worker, now)
    await consents.accept_all(account, now)
    be(client, await accounts.open_session(account, now))


@pytest.mark.usefixtures("rolled_back")
async def test_over_http_both_confirm_and_the_worker_leaves(client: httpx.AsyncClient, today: date) -> None:
    old, new = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    worker, number = old.workers[0], await company_number(new.company_id)
    be(client, (await user(Role.RESPONSIBLE, new.company_id))[1])
    asked: dict[str, Any] = {"number": await number_of(worker), "since": f"{today}"}
    said = await client.post(f"/v1/companies/{number}/offers", json=asked)
    assert said.status_code == 201, said.text
    assert (await client.post(f"/v1/companies/{number}/offers", json=asked)).json()["code"] == "already_employed"
    await worker_client(client, worker)
    mine = (await client.get("/v1/passport/employments")).json()
    (offer,) = mine["offers"]
    assert (offer["companyName"], offer["byWorker"]) == ("見本建設", False)
    after = (await client.post(f"/v1/passport/offers/{offer['id']}/answer", json={"accept": True})).json()
    assert [one["until"] for one in after["employments"]] == [None, f"{today - ONE_DAY}"]
    left = await client.post("/v1/passport/employments/end", json={"number": number, "lastOn": f"{today}"})
    assert left.json()["employments"][0]["until"] == f"{today}"


@pytest.mark.usefixtures("rolled_back")
async def test_a_company_whose_registration_has_ended_takes_nobody_new(client: httpx.AsyncClient, today: date) -> None:
    town, other = await Town().build(1, 0, 0), await Town().build(0, 0, 0)
    async with database.transaction() as db:
        await db.execute("UPDATE company SET expires_on = $2 WHERE id = $1", other.company_id, today - ONE_DAY)
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    said = await client.post(
        f"/v1/companies/{await company_number(other.company_id)}/offers",
        json={"number": await number_of(town.workers[0]), "since": f"{today}"},
    )
    assert (said.status_code, said.json()["code"]) == (403, "registration_ended")
