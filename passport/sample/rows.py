"""What is drawn, as rows of the tables.  `TABLES` names the columns that the rows have, in their order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import msgspec

from backend.kit.refusals import Language
from backend.taps.clocks import Clock
from backend.taps.rules import Verdict
from backend.workers.trades import find_trade
from passport.sample.cast import CAST, Person
from passport.sample.cast_history import HeldDay
from passport.sample.companies import Company, Employment
from passport.sample.people import Worker
from passport.sample.plan import Plan
from passport.sample.readers import Reader
from passport.sample.sites import Site
from passport.sample.stints import Assignment

Rows = Iterable[Sequence[Any]]

TABLES: dict[str, str] = {
    "company": "id company_number name name_kana class prefecture capital_class turnover_class licensed registered_on"
    " expires_on",
    "site": "id site_number name kind prime_company_id prefecture first_on last_on registered_at",
    "reader": "id reader_number name kind company_id site_id public_key epoch enrolled_at revoked_at",
    "worker": "id worker_number name name_kana name_latin birth_date prefecture level main_trade registered_on",
    "worker_number": "worker_number worker_id",
    "worker_trade": "worker_id trade main",
    "employment": "worker_id company_id since until main",
    "card": "worker_id card_serial level issued_on expires_on revoked_at",
    "card_lookup": "card_serial worker_id expires_on revoked_at",
    "assignment": "worker_id id site_id company_id first_tier_company_id tier position trade content harmful"
    " certificates insurance first_on last_on registered_at",
    "account": "id worker_id label created_at",
    "sample_person": "label place name level trade story",
    "month_total": "worker_id month trade position day_mask",
    "site_day": "site_id work_date workers",
    "career": "worker_id days records first_on last_on turn",
    "held_day": "worker_id work_date site_number reason waiting at received_at evidence until",
    "reader_clock": "reader_id epoch highest highest_before offset_ms boot_id seen_at",
    "tap": "reader_id epoch sequence digest acted_at corrected_at received_at worker_id site_id work_date evidence"
    " direction clock verdict site_number token",
    "tap_waiting": "reader_id epoch sequence verdict worker_id site_number card_serial until",
    "qualification": "worker_id id key name issuer issued_on state entered_at entered_by decided_at",
    "evaluation": "worker_id field level evaluated_on reported_at",
    "chosen_field": "worker_id field chosen_at",
    "experience": "worker_id id company_id trade first_on last_on days foreman_days leader_days certified_at"
    " certified_by",
    "counter": "kind taken",
}
INSURED = 1
CONTENT = "見本作業"


def of_businesses(companies: Sequence[Company], sites: Sequence[Site], readers: Sequence[Reader]) -> dict[str, Rows]:
    """Give the rows of the reference tables; whoever is named must come before."""
    return {"company": companies, "site": sites, "reader": readers}


def of_people(workers: Sequence[Worker]) -> dict[str, Rows]:
    """Give the rows that make somebody a registered worker with a card."""
    return {
        "worker": (
            (w.id, w.number, w.name, w.kana, w.latin, w.birth_date, w.prefecture, w.level, w.trade, w.registered_on)
            for w in workers
        ),
        "worker_number": ((w.number, w.id) for w in workers),
        "worker_trade": (row for w in workers for row in _trades(w)),
        "card": (
            (w.id, card.serial, w.level, card.issued_on, card.expires_on, _instant(card.revoked_on))
            for w in workers
            for card in w.cards
        ),
        "card_lookup": (
            (card.serial, w.id, card.expires_on, _instant(card.revoked_on)) for w in workers for card in w.cards
        ),
    }


def of_employments(employments: Iterable[Employment], workers: Sequence[Worker]) -> Iterator[tuple[object, ...]]:
    """Give the rows of employment."""
    return ((workers[e.worker].id, *e[1:]) for e in employments)


def of_assignments(assignments: Iterable[Assignment], workers: Sequence[Worker]) -> Iterator[tuple[object, ...]]:
    """Give the rows of assignment."""
    return ((workers[a.worker].id, *a[1:8], CONTENT, "", "", INSURED, *a[8:]) for a in assignments)


def of_cast(plan: Plan, workers: Sequence[Worker]) -> dict[str, Rows]:
    """Give what makes the cast people one can be: their accounts, and what the door says of them."""
    rng = plan.stream("accounts")
    made_at = _instant(plan.until)
    return {
        "employment": (
            (w.id, person.company_id, w.registered_on, None, True) for person, w in zip(CAST, workers, strict=True)
        ),
        "account": (
            (UUID(int=rng.getrandbits(128), version=4), w.id, person.slug, made_at)
            for person, w in zip(CAST, workers, strict=True)
        ),
        "sample_person": [_door(place, person) for place, person in enumerate(CAST, 1)],
    }


def highest(rows: Iterable[Any]) -> int:
    """Tell the highest id."""
    return max(int(row.id) for row in rows)


def _door(place: int, person: Person) -> tuple[object, ...]:
    trade = find_trade(person.trade)
    assert trade is not None  # noqa: S101  # the cast has known trades
    names = {language: trade.name(language) for language in Language}  # and nothing else that the file says of it
    said = (msgspec.json.encode(each).decode() for each in (names, person.story))
    return person.slug, place, f"{person.name.shown}（サンプル）", person.level, *said


def _trades(worker: Worker) -> list[tuple[object, ...]]:
    main = (worker.id, worker.trade, True)
    return [main, (worker.id, worker.second_trade, False)] if worker.second_trade else [main]


def _instant(day: date | None) -> datetime | None:
    return datetime.combine(day, time(0), UTC) if day else None


def of_waiting(held: Sequence[HeldDay], serials: Mapping[UUID, str], reader: Reader) -> dict[str, Rows]:
    """Give the touches behind held days, so that the days heal when what is missing is mended."""
    numbered = list(enumerate(held, start=1))
    missing = Verdict.STRUCTURE_MISSING.value
    return {
        "reader_clock": [(reader.id, reader.epoch, n, n - 1, 0, "sample", day.received_at) for n, day in numbered[-1:]],
        "tap": [
            (
                *(reader.id, reader.epoch, n, 0, day.at, day.at, day.received_at, day.worker_id, reader.site_id),
                *(day.work_date, day.evidence, 1, Clock.UPTIME.value, missing, day.site_number, serials[day.worker_id]),
            )
            for n, day in numbered
        ],
        "tap_waiting": [
            (reader.id, reader.epoch, n, missing, day.worker_id, day.site_number, serials[day.worker_id], day.until)
            for n, day in numbered
        ],
    }
