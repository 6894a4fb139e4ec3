"""Register businesses, keep what is said of them, renew them, and tell them in time."""

from datetime import date, datetime, time
from uuid import UUID

import msgspec

from backend.companies import dates, statements
from backend.companies.classes import CompanyClass, capital_class
from backend.companies.dates import Standing
from backend.companies.errors import RegistrationEndedError, RenewalNotOpenError
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.events.service import Event
from backend.kit import clock, database, ids
from backend.kit.errors import NotFoundError
from backend.kit.item_values import Given, ItemTable
from backend.kit.numbers import NumberKind, is_number, make_number

VALUES = ItemTable("company_item", "company_id")
COLUMNS = {
    "name": "name",
    "name_kana": "name_kana",
    "prefecture": "prefecture",
    "address": "address",
    "licensed": "licensed",
    "licence_number": "licence_number",
    "licence_expires_on": "licence_expires_on",
    "capital_yen": "capital_class",
}
"""Items that also stand in `company`, and their columns."""


class NewCompany(msgspec.Struct, frozen=True):
    """What a registration says of a business."""

    name: str
    name_kana: str
    kind: CompanyClass
    prefecture: int
    licensed: bool
    registered_on: date
    expires_on: date | None = None
    """None: as the rule says."""


class CompanyBelow(msgspec.Struct, frozen=True):
    """A company that works below another at some site."""

    number: str
    name: str
    kind: CompanyClass
    standing: Standing
    expires_on: date


class Company(msgspec.Struct, frozen=True):
    """A registered business."""

    id: int
    number: str
    name: str
    name_kana: str
    kind: CompanyClass
    prefecture: int
    address: str | None
    licensed: bool
    licence_number: str | None
    licence_expires_on: date | None
    registered_on: date
    expires_on: date
    stands_until: date
    """Later than `expires_on` where relief lets it renew longer."""
    workers: int
    """Whom it employs today."""


async def register(new: NewCompany) -> int:
    """Register a business and give its id."""
    async with database.transaction() as db:
        (company_id,) = await ids.take("company")
        await db.execute(
            statements.REGISTER,
            company_id,
            make_number(NumberKind.COMPANY, company_id),
            new.name,
            new.name_kana,
            new.kind,
            new.prefecture,
            new.licensed,
            new.registered_on,
            new.expires_on or dates.expires_on(new.registered_on, dates.facts()),
        )
        await db.execute(statements.CLASS, company_id, new.registered_on, new.kind)
        await events.record(EventKind.COMPANY_REGISTERED, f'{{"companyId":{company_id}}}')
    return company_id


async def find(number: str) -> int | None:
    """Find a business by the number shown to people."""
    rows = await database.fetch(statements.BY_NUMBER, number) if is_number(number) else []
    return rows[0][0] if rows else None


async def read(company_id: int, today: date) -> Company:
    """Read a business.

    Raises:
        NotFoundError: no such business.
    """
    rows = await database.fetch(statements.READ, company_id, today)
    if not rows:
        raise NotFoundError
    row = rows[0]
    return Company(
        id=row["id"],
        number=row["company_number"],
        name=row["name"],
        name_kana=row["name_kana"],
        kind=CompanyClass(row["class"]),
        prefecture=row["prefecture"],
        address=row["address"],
        licensed=row["licensed"],
        licence_number=row["licence_number"],
        licence_expires_on=row["licence_expires_on"],
        registered_on=row["registered_on"],
        expires_on=row["expires_on"],
        stands_until=row["stands_until"],
        workers=row["workers"],
    )


async def keep_values(
    company_id: int, given: list[Given], *, by: UUID | None, at: datetime, application_id: UUID | None = None
) -> list[str]:
    """Keep values of items; what also stands in `company` is written there too.  Gives the items that changed."""
    async with database.transaction() as db:
        new = await VALUES.keep(company_id, given, by=by, at=at, application_id=application_id)
        for one in new:
            if one.item in COLUMNS:
                await db.execute(f"UPDATE company SET {COLUMNS[one.item]} = $2 WHERE id = $1", company_id, _column(one))
        if new:
            await events.record(EventKind.COMPANY_CHANGED, f'{{"companyId":{company_id}}}')
    return [one.item for one in new]


async def change_class(company_id: int, kind: CompanyClass, since: date) -> None:
    """Change a business's class from a day on; statistics of days before keep the old one."""
    async with database.transaction() as db:
        await db.execute("UPDATE company SET class = $2 WHERE id = $1", company_id, kind)
        await db.execute(statements.CLASS, company_id, since, kind)
        await events.record(EventKind.COMPANY_CHANGED, f'{{"companyId":{company_id}}}')


async def standing_of(company_id: int, today: date) -> tuple[Standing, date]:
    """Tell where a business stands, and until when it is valid or, under relief, can still be renewed."""
    company = await read(company_id, today)
    return _standing(company.expires_on, company.stands_until, today), company.stands_until


async def opens_at(company_id: int, today: date) -> datetime:
    """Tell from when on a business can renew."""
    return _opens_at((await read(company_id, today)).expires_on)


async def list_below(company_id: int, today: date) -> list[CompanyBelow]:
    """List who works below a prime contractor today, and whether it is registered; what runs out first comes first."""
    found = []
    for row in await database.fetch(statements.BELOW, company_id, today):
        standing = _standing(row["expires_on"], row["stands_until"], today)
        kind = CompanyClass(row["class"])
        found.append(CompanyBelow(row["company_number"], row["name"], kind, standing, row["expires_on"]))
    return found


async def require_valid(company_id: int, today: date) -> None:
    """See that a business may do what only a registered one may.

    Raises:
        RegistrationEndedError: its registration has ended.
    """
    found, _ = await standing_of(company_id, today)
    if found is Standing.ENDED:
        raise RegistrationEndedError


async def renew(company_id: int, at: datetime, *, application_id: UUID | None = None) -> date:
    """Renew a registration: five years after its old end, whenever it is done.  Gives the new last day.

    Raises:
        RenewalNotOpenError: too early.
        RegistrationEndedError: too late, also with relief: the business registers anew and keeps its number.
    """
    today = clock.japan_date(at)
    async with database.transaction() as db:
        found, _ = await standing_of(company_id, today)
        company = await read(company_id, today)
        if found is Standing.VALID:
            raise RenewalNotOpenError(opens_at=_opens_at(company.expires_on))
        if found is Standing.ENDED:
            raise RegistrationEndedError
        new_end = dates.renewed(company.expires_on, dates.facts())
        if await db.fetchval(statements.RENEW, company_id, company.expires_on, new_end) is None:
            raise RenewalNotOpenError(opens_at=_opens_at(new_end))  # another was quicker
        await db.execute(statements.RENEWED, company_id, company.expires_on, new_end, at, application_id)
        await events.record(EventKind.COMPANY_RENEWED, f'{{"companyId":{company_id},"until":"{new_end}"}}')
    return new_end


async def register_anew(company_id: int, at: datetime, *, application_id: UUID | None = None) -> date:
    """Register a business whose registration has ended again, under its number, with what is known of it.

    One public page says that the data are taken over, another that everything is asked anew; ours are kept.
    """
    today = clock.japan_date(at)
    async with database.transaction() as db:
        company = await read(company_id, today)
        new_end = dates.expires_on(today, dates.facts())
        if await db.fetchval(statements.RENEW, company_id, company.expires_on, new_end) is not None:
            await db.execute(statements.RENEWED, company_id, company.expires_on, new_end, at, application_id)
            await events.record(EventKind.COMPANY_RENEWED, f'{{"companyId":{company_id},"until":"{new_end}"}}')
    return new_end


async def tell_expiring(at: datetime) -> int:
    """Tell businesses whose registration runs out, once for each notice; tell how many notices."""
    today, facts = clock.japan_date(at), dates.facts()
    far = clock.add_months(clock.month_of(today), max(facts.notices_months) + 1)
    notices: list[tuple[int, date, int, datetime]] = []
    told: list[Event] = []
    async with database.transaction() as db:
        for company_id, end, before, applied in await db.fetch(statements.EXPIRING, today, far):
            new = [months for months in dates.notices_due(end, today, facts, applied=applied) if months not in before]
            notices += [(company_id, end, months, at) for months in new]
            if new:  # of several that are due at once, only the nearest is said
                body = f'{{"companyId":{company_id},"months":{min(new)},"until":"{end}"}}'
                told.append(Event(events.NOBODY, ids.new_event_id(), EventKind.COMPANY_EXPIRING, body))
        await db.executemany(statements.NOTICE, notices)
        await events.record_all(told)
    return len(told)


def _standing(end: date, until: date, today: date) -> Standing:
    return dates.standing(end, today, dates.facts(), relief=until)


def _opens_at(end: date) -> datetime:
    return datetime.combine(dates.opens_on(end, dates.facts()), time(), clock.JAPAN)


def _column(given: Given) -> object:
    if given.item == "capital_yen":
        return None if not isinstance(given.value, int) else capital_class(given.value)
    if given.item == "licence_expires_on":
        return date.fromisoformat(str(given.value)) if given.value else None
    return bool(given.value) if given.item == "licensed" else given.value
