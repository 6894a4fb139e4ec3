"""The matrix: every operation × every role × own, other's and former object, against the register itself.

What is expected is written here by hand, apart from the rules.  Taking away any rule, or any one check, makes it fail.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest

from backend.accounts import errors, rights, rules, statements
from backend.accounts import service as accounts
from backend.accounts.rules import Grant, Operation, OrganisationKind, Role, Scope, Subject
from backend.accounts.service import Account
from backend.kit import clock, database
from backend.kit.refusals import Language, give_reason
from tests.town import BEGINNING, NOON, Town

pytestmark = pytest.mark.usefixtures("rolled_back")

TODAY = date(2026, 11, 20)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)

ROLES = dict(zip("WFRLMVPCEBGO", Role, strict=True))
"""A letter for each role; B is the public client, G the ministry."""


WORKERS = {
    "SELF": "the one who asks",
    "EMPLOYED": "employed by my company today",
    "FORMER": "employed by my company until yesterday",
    "COMING": "employed by my company from tomorrow",
    "BELOW": "on my site today, employed by another",
    "SUB": "below my company as first tier, on another's site, today",
    "EARLY": "on my site from tomorrow",
    "GONE": "was on my site until yesterday",
    "CLOSED": "on a site of mine that closed yesterday",
    "MOVED": "on my worker list until a newer version took him away",
    "OTHER": "a worker with whom nothing ties me",
    "RUN": "on another's site that my company runs for it today",
    "RAN": "on another's site that my company ran for it until yesterday",
}
ALL = dict.fromkeys(WORKERS, "")
NOT_HANDED = ("OTHER_SITE", "WAS_HANDED", "WILL_BE_HANDED")
"""Sites of another: never handed to my company, until yesterday, from tomorrow.  HANDED is handed to it today."""

EXPECTED: dict[Operation, dict[str, str]] = {
    Operation.SEE_OWN_PASSPORT: ALL | {"SELF": "W"},
    Operation.SEE_WORKER: dict.fromkeys(WORKERS, "CO")
    | {"SELF": "WCO", "EMPLOYED": "RLPCO", "BELOW": "RLMVFCO", "SUB": "RLCO", "RUN": "RLCO"},
    Operation.GIVE_ENROLMENT_CODE: dict.fromkeys(WORKERS, "CO") | {"EMPLOYED": "RPCO"},
    Operation.ATTEST_RECOVERY: dict.fromkeys(WORKERS, "CO") | {"EMPLOYED": "RPCO"},
    Operation.FILE_APPLICATION: ALL | {"SELF": "W", "EMPLOYED": "RP", "BELOW": "RP", "SUB": "RP", "RUN": "RP"},
    Operation.REVIEW_APPLICATION: dict.fromkeys(WORKERS, "CO"),
    Operation.REPORT_LEVEL: dict.fromkeys(WORKERS, "E"),
    Operation.EDIT_CRITERIA: {"REGISTER": "E"},
    Operation.CONFIRM_QUALIFICATION: {"REGISTER": "CO"},
    Operation.CERTIFY_EXPERIENCE: ALL | {"EMPLOYED": "RP"},
    Operation.SEE_COMPANY: {"MY_COMPANY": "RLPCO", "OTHER_COMPANY": "CO"},
    Operation.LINK_WORKER: {"MY_COMPANY": "RLP", "OTHER_COMPANY": ""},
    Operation.ORDER_CARD: dict.fromkeys(WORKERS, "CO") | {"SELF": "WCO", "EMPLOYED": "RPCO"},
    Operation.ISSUE_CARD: {"REGISTER": "O"},
    Operation.MERGE_WORKERS: {"REGISTER": "O"},
    Operation.EDIT_RELIEF: {"REGISTER": "O"},
    Operation.WRITE_LETTER: {"REGISTER": "O"},
    Operation.IMPORT_WORKERS: {"REGISTER": "O"},
    Operation.EDIT_COMPANY: {"MY_COMPANY": "R", "OTHER_COMPANY": ""},
    Operation.CREATE_SITE: {"MY_COMPANY": "RL", "OTHER_COMPANY": ""},
    Operation.SEE_USERS: {
        "MY_COMPANY": "RLO",
        "OTHER_COMPANY": "O",
        "MY_SITE": "RLO",
        "OTHER_SITE": "O",
        "REGISTER": "O",
    },
    Operation.INVITE_USER: {
        "MY_COMPANY": "RLO",
        "OTHER_COMPANY": "O",
        "MY_SITE": "RLO",
        "OTHER_SITE": "O",
        "REGISTER": "O",
    },
    Operation.SEE_SITE: {"MY_SITE": "RLMVFO", "HANDED": "RLO"} | dict.fromkeys(NOT_HANDED, "O"),
    Operation.EDIT_SITE: {"MY_SITE": "RLM", "HANDED": "RL"} | dict.fromkeys(NOT_HANDED, ""),
    Operation.DELEGATE_SITE: {"MY_SITE": "RLO", "HANDED": "O"} | dict.fromkeys(NOT_HANDED, "O"),
    Operation.EDIT_WORKER_LIST: {"MY_COMPANY": "RLP", "OTHER_COMPANY": "", "MY_SITE": "RLPM", "HANDED": "RLP"}
    | dict.fromkeys(NOT_HANDED, ""),
    Operation.EDIT_STRUCTURE: {"MY_COMPANY": "RL", "OTHER_COMPANY": "", "MY_SITE": "RLM", "HANDED": "RL"}
    | dict.fromkeys(NOT_HANDED, ""),
    Operation.APPROVE_DAY: {"MY_SITE": "RLM", "HANDED": "RL"} | dict.fromkeys(NOT_HANDED, ""),
    Operation.CORRECT_DAY: {"MY_SITE": "RLM", "HANDED": "RL"} | dict.fromkeys(NOT_HANDED, ""),
    Operation.SEE_SILENT_CLAIMS: {"REGISTER": "O"},
    Operation.ENROL_READER: {"MY_SITE": "RLMO", "OTHER_SITE": "O"},
    Operation.RECORD_BY_PHONE: {"MY_SITE": "F", "OTHER_SITE": ""},
    Operation.SEE_SITE_REPORT: {"MY_SITE": "RLMVB", "OTHER_SITE": ""},
    Operation.SEE_STATISTICS: {"REGISTER": "GO"},
}
"""Operation → object → the roles that may."""


class World(NamedTuple):
    """The register as the matrix sees it: who asks in which role, and what is asked about."""

    callers: dict[Role, Account]
    former: dict[Role, Account]
    coming: dict[Role, Account]
    subjects: dict[str, tuple[str, Any]]


Cell = tuple[Operation, str, Role]


class Maker:
    """Makes the world: my company with two sites, another with one, and workers with every tie."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.site, self.closed = (site for site, _ in town.sites[:2])
        self.other_site = 0

    async def make(self) -> World:
        mine, other = self.town.company_id, (await Town().build(0, 4, 0))
        self.other_site, handed, was_handed, will_be = (site for site, _ in other.sites)
        async with database.transaction() as db:
            await db.execute("UPDATE site SET last_on = $2 WHERE id = $1", self.closed, YESTERDAY)
            for site, first_on, last_on in (
                (handed, TODAY, TODAY),
                (was_handed, BEGINNING, YESTERDAY),
                (will_be, TOMORROW, TOMORROW),
            ):
                row = (site, mine, first_on, last_on, NOON)
                await db.execute("INSERT INTO site_delegation VALUES ($1, $2, $3, $4, $5, NULL)", *row)
        subjects: dict[str, tuple[str, Any]] = {
            "EMPLOYED": ("worker", await self.worker(mine)),
            "FORMER": ("worker", await self.worker(mine, until=YESTERDAY)),
            "COMING": ("worker", await self.worker(mine, since=TOMORROW)),
            "BELOW": ("worker", await self.on(self.site, other.company_id)),
            "SUB": ("worker", await self.on(self.other_site, other.company_id, first_tier=mine)),
            "EARLY": ("worker", await self.on(self.site, other.company_id, first_on=TOMORROW)),
            "GONE": ("worker", await self.on(self.site, other.company_id, last_on=YESTERDAY)),
            "CLOSED": ("worker", await self.on(self.closed, other.company_id)),
            "MOVED": ("worker", await self.moved(other.company_id)),
            "OTHER": ("worker", await self.worker(other.company_id)),
            "MY_COMPANY": ("company", mine),
            "OTHER_COMPANY": ("company", other.company_id),
            "MY_SITE": ("site", self.site),
            "OTHER_SITE": ("site", self.other_site),
            "HANDED": ("site", handed),
            "WAS_HANDED": ("site", was_handed),
            "WILL_BE_HANDED": ("site", will_be),
            "RUN": ("worker", await self.on(handed, other.company_id)),
            "RAN": ("worker", await self.on(was_handed, other.company_id)),
            "REGISTER": ("register", 0),
        }
        me = await self.worker(other.company_id)
        subjects["SELF"] = ("worker", me)
        return World(
            {role: await self.caller(role, me, BEGINNING, None) for role in Role},
            {role: await self.caller(role, me, BEGINNING, YESTERDAY) for role in rules.HELD_AT},
            {role: await self.caller(role, me, TOMORROW, None) for role in rules.HELD_AT},
            subjects,
        )

    async def caller(self, role: Role, me: UUID, first_on: date, last_on: date | None) -> Account:
        if role is Role.WORKER:
            return made_account(me)
        if role is Role.FOREMAN:
            foreman = await self.worker(self.town.company_id, until=YESTERDAY)
            await self.assign(foreman, self.site, self.town.company_id, position=2)
            return made_account(foreman)
        account = await accounts.make_account("見本", NOON)
        where = {OrganisationKind.COMPANY: self.town.company_id, OrganisationKind.SITE: self.site}
        organisation = where.get(rules.HELD_AT[role], 0)
        await rights.grant(account, role, organisation, days=(first_on, last_on), by=None, at=NOON)
        return made_account(None, account)

    async def worker(self, company: int, *, since: date = BEGINNING, until: date | None = None) -> UUID:
        worker = await self.town.add_worker(card=False)
        async with database.transaction() as db:
            await db.execute(
                "UPDATE employment SET company_id = $2, since = $3, until = $4 WHERE worker_id = $1",
                worker,
                company,
                since,
                until,
            )
        return worker

    async def on(
        self,
        site: int,
        company: int,
        *,
        first_tier: int | None = None,
        first_on: date = BEGINNING,
        last_on: date = date(2027, 1, 1),
    ) -> UUID:
        worker = await self.worker(company)
        await self.assign(worker, site, company, first_tier=first_tier, first_on=first_on, last_on=last_on)
        return worker

    async def moved(self, company: int) -> UUID:
        worker = await self.on(self.site, company)
        await self.assign(worker, self.site, company, last_on=YESTERDAY)
        return worker

    async def assign(
        self,
        worker: UUID,
        site: int,
        company: int,
        *,
        first_tier: int | None = None,
        first_on: date = BEGINNING,
        last_on: date = date(2027, 1, 1),
        position: int = 0,
    ) -> None:
        assignment = await self.town.assign(worker, site, position=position)
        async with database.transaction() as db:
            await db.execute(
                "UPDATE assignment SET company_id = $2, first_tier_company_id = $3, first_on = $4, last_on = $5 "
                "WHERE id = $1",
                assignment,
                company,
                first_tier,
                first_on,
                last_on,
            )


def made_account(worker: UUID | None, account: UUID | None = None) -> Account:
    return Account(account or uuid4(), worker, NOON, "", frozenset())


async def subject_of(kind: str, what: Any) -> Subject:
    if kind == "worker":
        return await rights.about_worker(what, TODAY)
    if kind == "site":
        return await rights.about_site(what, TODAY)
    return rights.about_company(what) if kind == "company" else rights.NOBODY


@pytest.fixture
async def world(rolled_back: None) -> World:
    return await Maker(await Town().build(0, 2, 0)).make()


def cells() -> Iterator[Cell]:
    for operation, objects in EXPECTED.items():
        for name in objects:
            for role in Role:
                yield operation, name, role


def wanted(cell: Cell) -> bool:
    operation, name, role = cell
    return role in {ROLES[letter] for letter in EXPECTED[operation][name]}


class Read(NamedTuple):
    """What the register says of the world, so that rules can be judged many times without asking again."""

    grants: dict[Role, list[Grant]]
    former: dict[Role, list[Grant]]
    coming: dict[Role, list[Grant]]
    subjects: dict[str, Subject]


async def read(world: World) -> Read:
    async def grants_of(callers: dict[Role, Account]) -> dict[Role, list[Grant]]:
        return {role: await rights.grants_of(account, TODAY) for role, account in callers.items()}

    subjects = {name: await subject_of(*named) for name, named in world.subjects.items()}
    return Read(await grants_of(world.callers), await grants_of(world.former), await grants_of(world.coming), subjects)


def wrong_cells(world: World, seen: Read) -> list[str]:
    """Every cell in which the rules do not say what is expected."""
    wrong = []
    for cell in cells():
        operation, name, role = cell
        me, subject = world.callers[role].worker_id, seen.subjects[name]
        if (rules.allow(operation, seen.grants[role], me, subject, TODAY) is not None) is not wanted(cell):
            wrong.append(f"{operation} {name} {role}")
        for when, grants in (("former", seen.former), ("coming", seen.coming)):
            if role in grants and rules.allow(operation, grants[role], None, subject, TODAY) is not None:
                wrong.append(f"{operation} {name} {when} {role}")
    return wrong


def test_the_matrix_has_every_operation_and_every_role() -> None:
    assert set(EXPECTED) == set(Operation) == set(rules.RULES)
    assert {role for line in rules.RULES.values() for role in line} == set(Role)
    assert set(ROLES.values()) == set(Role)


async def test_the_matrix_has_no_wrong_cell(world: World) -> None:
    assert wrong_cells(world, await read(world)) == []
    assert len(list(cells())) > 1000


async def test_asking_gives_what_the_matrix_says_and_names_the_role_that_is_needed(world: World) -> None:
    seen = await read(world)
    for cell in cells():
        operation, name, role = cell
        try:
            await rights.require(world.callers[role], operation, seen.subjects[name], NOON)
            answered = "yes"
        except errors.NotLinkedError:
            answered = "not linked"
        except errors.RoleNeededError as error:
            answered = error.code
        never = not any(role in {ROLES[one] for one in letters} for letters in EXPECTED[operation].values())
        no = f"{next(iter(rules.RULES[operation]))}_needed" if never or role is Role.WORKER else "not linked"
        assert answered == ("yes" if wanted(cell) else no), cell


RULE_LINES = [(operation, role) for operation, line in rules.RULES.items() for role in line]


async def test_taking_away_any_rule_makes_the_matrix_fail(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = await read(world)
    for operation, role in RULE_LINES:
        for scope in rules.RULES[operation][role]:
            left = tuple(one for one in rules.RULES[operation][role] if one is not scope)
            with monkeypatch.context() as changed:
                changed.setitem(rules.RULES, operation, {**rules.RULES[operation], role: left})
                assert wrong_cells(world, seen), (operation, role, scope)


async def test_adding_any_scope_to_any_rule_makes_the_matrix_fail(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = await read(world)
    reaching: dict[Role, set[Scope]] = {
        role: {{"company": Scope.ORGANISATION, "site": Scope.SITE, "register": Scope.ANY}[rules.HELD_AT[role]]}
        for role in rules.HELD_AT
    } | {Role.FOREMAN: {Scope.SITE}, Role.WORKER: {Scope.SELF}}
    for operation, line in rules.RULES.items():
        about_people = "OTHER" in EXPECTED[operation]
        for role in Role:
            for scope in reaching[role] - set(line.get(role, ())):
                if scope is Scope.SELF and not about_people:
                    continue
                if scope is Scope.SITE and not ({"BELOW", "MY_SITE"} & set(EXPECTED[operation])):
                    continue
                if scope is Scope.ORGANISATION and set(EXPECTED[operation]) == {"REGISTER"}:
                    continue
                with monkeypatch.context() as changed:
                    changed.setitem(rules.RULES, operation, {**line, role: (*line.get(role, ()), scope)})
                    assert wrong_cells(world, seen), (operation, role, scope)


@pytest.mark.parametrize("scope", [one for one in Scope if one is not Scope.ANY])
async def test_leaving_out_the_check_of_any_scope_makes_the_matrix_fail(
    world: World, monkeypatch: pytest.MonkeyPatch, scope: Scope
) -> None:
    seen = await read(world)
    monkeypatch.setitem(rules.CHECKS, scope, lambda _grant, _me, _subject: True)
    assert wrong_cells(world, seen)


def always(_grant: Grant, _today: date) -> bool:
    return True


def begun(grant: Grant, today: date) -> bool:
    return grant.first_on <= today


def not_over(grant: Grant, today: date) -> bool:
    return grant.last_on is None or today <= grant.last_on


@pytest.mark.parametrize("half", [always, begun, not_over])
async def test_leaving_out_a_day_of_a_role_makes_the_matrix_fail(
    world: World, monkeypatch: pytest.MonkeyPatch, half: Callable[[Grant, date], bool]
) -> None:
    seen = await read(world)
    monkeypatch.setattr(rules, "is_held", half)
    assert wrong_cells(world, seen)


CONDITIONS = [
    ("EMPLOYERS", "worker_id = $1 AND ", "$1::uuid IS NOT NULL AND "),
    ("EMPLOYERS", "since <= $2 AND ", "$2::date IS NOT NULL AND "),
    ("EMPLOYERS", " AND (until IS NULL OR until >= $2)", ""),
    ("EMPLOYERS", "until IS NULL OR ", ""),
    ("WORKS", "WHERE worker_id = $1 ", "WHERE $1::uuid IS NOT NULL "),
    ("WORKS", "$2 <= a.last_on AND ", ""),
    ("WORKS", " AND $2 BETWEEN d.first_on AND d.last_on", ""),
    ("SITE_OWNERS", "$2 BETWEEN d.first_on AND d.last_on", "$2 >= d.first_on"),
    ("SITE_OWNERS", "$2 BETWEEN d.first_on AND d.last_on", "$2 <= d.last_on"),
    ("SITE_OWNERS", " WHERE s.id = $1", " WHERE $1::int4 IS NOT NULL"),
    ("WORKS", " AND $2 BETWEEN s.first_on AND s.last_on", ""),
    ("WORKS", "id DESC", "id"),
    ("WORKS", "s.prime_company_id", "NULL::int4"),
    ("WORKS", "a.first_tier_company_id, d", "NULL::int4, d"),
    ("WORKS", " AND first_on <= $2", " AND $2::date IS NOT NULL"),
]


@pytest.mark.parametrize(("name", "condition", "instead"), CONDITIONS)
async def test_leaving_out_any_condition_of_a_tie_makes_the_matrix_fail(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str, condition: str, instead: str
) -> None:
    statement = getattr(statements, name)
    assert condition in statement
    monkeypatch.setattr(statements, name, statement.replace(condition, instead))
    assert wrong_cells(world, await read(world))


class Foremen(NamedTuple):
    """Who is a foreman today, and who is not: worker → the sites at which he is."""

    expected: dict[UUID, set[int]]

    async def wrong(self) -> list[UUID]:
        found = {worker: await rights.grants_of(made_account(worker), TODAY) for worker in self.expected}
        leads = {worker: {g.organisation_id for g in held if g.role is Role.FOREMAN} for worker, held in found.items()}
        return [worker for worker, sites in self.expected.items() if leads[worker] != sites]


@pytest.fixture
async def foremen(rolled_back: None) -> Foremen:
    maker = Maker(await Town().build(0, 3, 0))
    company, site = maker.town.company_id, maker.site
    coming_site = maker.town.sites[2][0]
    async with database.transaction() as db:
        await db.execute("UPDATE site SET last_on = $2 WHERE id = $1", maker.closed, YESTERDAY)
        await db.execute("UPDATE site SET first_on = $2 WHERE id = $1", coming_site, TOMORROW)
    leads, works, was, risen, fallen, early = [await maker.worker(company) for _ in range(6)]
    for where in (site, maker.closed, coming_site):
        await maker.assign(leads, where, company, position=2)
    await maker.assign(works, site, company, position=1)
    await maker.assign(was, site, company, position=2, last_on=YESTERDAY)
    for position in (0, 2):
        await maker.assign(risen, site, company, position=position)
        await maker.assign(fallen, site, company, position=2 - position)
    await maker.assign(early, site, company, position=2)
    async with database.transaction() as db:
        await db.execute("UPDATE assignment SET first_on = $2 WHERE worker_id = $1", early, TOMORROW)
    return Foremen({leads: {site}, works: set(), was: set(), risen: {site}, fallen: set(), early: set()})


async def test_a_foreman_is_who_the_worker_list_calls_so_today(foremen: Foremen) -> None:
    assert await foremen.wrong() == []


@pytest.mark.parametrize(
    ("condition", "instead"),
    [
        ("worker_id = $1", "$1::uuid IS NOT NULL"),
        ("a.position = 2 AND ", ""),
        (" AND first_on <= $2", ""),
        ("$2 <= a.last_on AND ", ""),
        (" AND $2 BETWEEN s.first_on AND s.last_on", ""),
        ("$2 BETWEEN s.first_on AND s.last_on", "$2 <= s.last_on"),
        ("$2 BETWEEN s.first_on AND s.last_on", "$2 >= s.first_on"),
        ("id DESC", "id"),
    ],
)
async def test_leaving_out_any_condition_of_a_foreman_is_seen(
    foremen: Foremen, monkeypatch: pytest.MonkeyPatch, condition: str, instead: str
) -> None:
    assert condition in statements.FOREMAN_AT
    monkeypatch.setattr(statements, "FOREMAN_AT", statements.FOREMAN_AT.replace(condition, instead))
    assert await foremen.wrong()


def test_every_role_has_words_that_say_what_is_needed_and_who_grants_it() -> None:
    for role, error in errors.ROLE_NEEDED.items():
        reason = give_reason(error.code, Language.EN)
        assert role.value.replace("_", " ") in reason.why, role
        assert reason.who
    assert set(rules.GRANTED_BY) == set(rules.HELD_AT) == set(Role) - {Role.WORKER, Role.FOREMAN}


def test_a_role_is_granted_by_whoever_may_and_by_nobody_else() -> None:
    granting = {(by, role) for by in Role for role in Role if rules.may_grant(by, role)}
    expected = ["RR", "OR", "RL", "RP", "RM", "LM", "RV", "LV", "RB", "OB", "OC", "OE", "OG", "OO"]
    assert granting == {(ROLES[pair[0]], ROLES[pair[1]]) for pair in expected}


def test_the_day_of_a_role_is_a_day_in_japan() -> None:
    assert clock.japan_date(NOON) == TODAY
