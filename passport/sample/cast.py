"""The cast: people one can be in sample mode, each with a story, and the little town they work in.

Everybody works at 見本町第一現場, which has an enrolled reader, so a tap of any of their cards counts at once.
"""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.companies.classes import CompanyClass
from backend.devices.kinds import Device
from backend.kit.numbers import NumberKind, make_number
from backend.kit.refusals import Said
from backend.sites.service import Position, SiteKind
from passport.sample.companies import Company, expiry
from passport.sample.names import Name
from passport.sample.people import Card, Worker, birthday, card_expiry, serial
from passport.sample.plan import Plan
from passport.sample.readers import Reader, make_reader
from passport.sample.sites import Site, registered_before

TOKYO = 13
PRIME, FIRST_TIER, SECOND_TIER = 1, 2, 3
FIRST_SITE, SECOND_SITE, NIGHT_SITE, FORMER_SITE = 1, 2, 3, 4
FORMER_UNTIL = timedelta(days=365)
"""So long ago the former site was finished and the first one began."""
EARLIEST = timedelta(days=5 * 366)
LATEST = timedelta(days=300)
EXPIRES_SOON = timedelta(days=40)
STORIES = msgspec.toml.decode(Path(__file__).with_name("stories.toml").read_bytes(), type=dict[str, Said[str]])


class Way(StrEnum):
    """How a person's days go."""

    BY_DAY = "by day"
    BY_NIGHT = "by night"
    TWO_SITES = "two sites"


class Person(NamedTuple):
    """Somebody one can be.

    `days` is the length of the career, up to the last work date; of these the last `led` were worked as squad leader.
    """

    slug: str
    name: Name
    age: int
    level: int
    trade: int
    position: Position
    company_id: int
    days: int
    led: int
    way: Way
    stopped: bool
    expires_soon: bool
    story: Said[str]


def _person(  # noqa: PLR0913  # a line of the cast, read across
    slug: str,
    given: str,
    kana: str,
    age: int,
    level: int,
    trade: int,
    days: int,
    *,
    led: int = 0,
    position: Position = Position.WORKER,
    company_id: int = FIRST_TIER,
    way: Way = Way.BY_DAY,
    stopped: bool = False,
    expires_soon: bool = False,
) -> Person:
    latin = f"MIHON {given}" if given.isascii() else None
    name = Name(latin or f"見本 {given}", f"ミホン {kana}", latin)
    return Person(
        slug, name, age, level, trade, position, company_id, days, led, way, stopped, expires_soon, STORIES[slug]
    )  # fmt: skip


CAST = (
    _person("taro", "太郎", "タロウ", 34, 2, 1001, 1092, led=212, stopped=True),
    _person("hanako", "花子", "ハナコ", 19, 1, 201, 0),
    _person("kenichi", "健一", "ケンイチ", 52, 4, 601, 1160, position=Position.FOREMAN),
    _person("makoto", "誠", "マコト", 41, 3, 3500, 870, position=Position.SQUAD_LEADER),
    _person("jiro", "次郎", "ジロウ", 29, 2, 3200, 240, way=Way.BY_NIGHT),
    _person("naomi", "直美", "ナオミ", 38, 1, 901, 150, company_id=SECOND_TIER, way=Way.TWO_SITES),
    _person("an", "AN", "アン", 24, 1, 3300, 95, company_id=SECOND_TIER),
    _person("tadashi", "正", "タダシ", 60, 2, 3401, 410, expires_soon=True),
    _person("noboru", "昇", "ノボル", 26, 1, 901, 644),
)


def cast_workers(plan: Plan) -> list[Worker]:
    """Register the cast, with the first worker numbers."""
    rng = plan.stream("cast")
    return [_worker(plan, UUID(int=rng.getrandbits(128), version=4), n, person) for n, person in enumerate(CAST, 1)]


def _worker(plan: Plan, worker_id: UUID, number: int, person: Person) -> Worker:
    birth_date = birthday(plan.until, plan.until.year - person.age) - timedelta(days=100 + number)
    registered_on = plan.until - (EARLIEST if person.days else timedelta(days=10))
    expires_on = plan.until + EXPIRES_SOON if person.expires_soon else card_expiry(registered_on, birth_date)
    return Worker(
        worker_id,
        make_number(NumberKind.WORKER, number),
        *person.name,
        birth_date,
        TOKYO,
        person.level,
        person.trade,
        0,
        registered_on,
        sole=False,
        cards=(Card(serial(plan.seed, 2 * number), registered_on, expires_on),),
    )


def cast_companies(plan: Plan) -> list[Company]:
    """Give the prime and two tiers below it."""
    names = (
        (PRIME, "見本建設", "ミホンケンセツ", 7, 1),
        (FIRST_TIER, "見本工業", "ミホンコウギョウ", 4, None),
        (SECOND_TIER, "見本組", "ミホングミ", 2, None),
    )
    registered_on = date(2019, 4, 1)
    return [
        Company(
            company_id,
            make_number(NumberKind.COMPANY, company_id),
            name,
            kana,
            CompanyClass.CORPORATION,
            TOKYO,
            capital,
            turnover,
            licensed=True,
            registered_on=registered_on,
            expires_on=expiry(registered_on, plan.until),
        )
        for company_id, name, kana, capital, turnover in names
    ]


def cast_sites(plan: Plan) -> list[Site]:
    """Give the town's sites: three open ones, and the one before them."""
    changed = plan.until - FORMER_UNTIL
    spans = (
        (FIRST_SITE, "見本町第一現場", changed, plan.until + LATEST),
        (SECOND_SITE, "見本町第二現場", changed, plan.until + LATEST),
        (NIGHT_SITE, "見本町夜間現場", plan.until - EARLIEST, plan.until + LATEST),
        (FORMER_SITE, "見本町旧現場", plan.until - EARLIEST, changed - timedelta(days=1)),
    )
    return [
        Site(
            site_id,
            make_number(NumberKind.SITE, site_id),
            name,
            SiteKind.ORDINARY,
            PRIME,
            TOKYO,
            first_on,
            last_on,
            registered_before(first_on),
        )
        for site_id, name, first_on, last_on in spans
    ]


def cast_readers(plan: Plan) -> list[Reader]:
    """Give each open site its reader."""
    return [
        make_reader(plan, n, PRIME, n, Device.READER, plan.until - LATEST)
        for n in (FIRST_SITE, SECOND_SITE, NIGHT_SITE)
    ]
