"""Work days, and from the same draw the month masks, site days and careers.

From the figures: 10.9 % of the records are direct input; the other two ways belong to the sites.  How many days
belongs to the stints.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from backend.devices.kinds import Device
from backend.history.evidence import Evidence, Presented, SeenBy, pack
from backend.statistics import figures
from passport.sample import packing
from passport.sample.packing import DAY, EIGHT, FOUR, JAPAN_AHEAD, ONE_TAP, ROW, ROW_WITHOUT_EXIT, SECOND, TWO_TAPS
from passport.sample.plan import Plan
from passport.sample.stints import BOTH_SITES, Place, Stint
from passport.sample.times import EXIT_FORGOTTEN, SIZE, Shift, draw_times
from passport.sample.workdays import days_of, weight

CHUNK = 1 << 16
"""Small enough that the server writes one while the next is drawn."""
CLAIMED = pack(Evidence(Presented.CLAIM, Device.NONE, SeenBy.NOBODY, place_known=False))
_DAYS = 32
_LAST_HEARD = 23 * 3600 * SECOND + 59 * 60 * SECOND


class Mask(NamedTuple):
    """A row of month_total, its columns in the order of the table; bit 0 of the mask is the first of the month."""

    worker_id: UUID
    month: date
    trade: int
    position: int
    day_mask: int


class SiteDay(NamedTuple):
    """A row of site_day, its columns in the order of the table."""

    site_id: int
    work_date: date
    workers: int


class Career(NamedTuple):
    """A row of career, its columns in the order of the table."""

    worker_id: UUID
    days: int
    records: int
    first_on: date
    last_on: date
    turn: int


class _Day(NamedTuple):
    weight: float
    midnight: int
    date: int
    bit: int
    mask: int


class History:
    """Draws the months in their order and keeps the careers."""

    def __init__(self, plan: Plan, workers: Sequence[UUID]) -> None:
        """Draw the times that all months share."""
        self.plan = plan
        self.workers = workers
        self.rng = plan.stream("history")
        self.times = draw_times(self.rng)
        self.limit = packing.day_number(plan.until) * DAY - JAPAN_AHEAD + _LAST_HEARD
        self.prefixes = [packing.worker_prefix(worker) for worker in workers]
        self.claims = next(row.permille for row in figures.channels().row if row.code == "direct_input") / 1000
        none = [0] * len(workers)
        self.days, self.records = array("i", none), array("i", none)
        self.first, self.last = array("i", none), array("i", none)

    def month(self, month: date, stints: Sequence[Stint]) -> "MonthDrawing":
        """Begin a month."""
        return MonthDrawing(self, month, stints)

    def careers(self) -> Iterator[Career]:
        """Give the careers of all who have a day."""
        zero = packing.DATE_ZERO
        for k, days in enumerate(self.days):
            if days:
                first, last = (zero + timedelta(days=at[k]) for at in (self.first, self.last))
                yield Career(self.workers[k], days, self.records[k], first, last, 1)


class MonthDrawing:
    """One month: `rows` gives its work days in COPY form; after that `masks` and `site_days` are complete."""

    def __init__(self, history: History, month: date, stints: Sequence[Stint]) -> None:
        """Lay the month's days out."""
        self.history = history
        self.month = month
        self.stints = stints
        self.count = 0
        self.masks: list[Mask] = []
        self._at_sites: dict[int, array[int]] = {}
        self._days = [_day(day) for day in days_of(month, history.plan.until)]
        self._complete = (month + timedelta(days=31)).replace(day=1) <= history.plan.until + timedelta(days=1)

    def rows(self) -> Iterator[bytes]:
        """Draw all days, a chunk at a time."""
        rows: list[bytes] = []
        size = 0
        for stint in self.stints:
            before = len(rows)
            self._draw(stint, rows)
            size += (len(rows) - before) * ROW.size
            if size >= CHUNK:
                self.count += len(rows)
                yield b"".join(rows)
                rows, size = [], 0
        self.count += len(rows)
        yield b"".join(rows)

    def site_days(self) -> Iterator[SiteDay]:
        """Tell how many people worked at each site on each day."""
        for site_id, counts in self._at_sites.items():
            for place, workers in enumerate(counts):
                if workers:
                    yield SiteDay(site_id, self.month + timedelta(days=place), workers)

    def _draw(self, stint: Stint, rows: list[bytes]) -> None:
        chance, rate = self.history.rng.random, stint.rate
        days = [day for day in self._days if chance() < rate * day.weight]
        if not days and self._complete:
            days = [_likely(self.history.rng, self._days)]
        if not days:
            return
        times = self.history.times
        if stint.second is None or stint.night:
            self._visit(stint, stint.place, days, times.night if stint.night else times.day, rows)
            both: list[_Day] = []
        else:
            both = [day for day in days if chance() < BOTH_SITES]
            alone = [day for day in days if day not in both]
            self._visit(stint, stint.place, alone, times.day, rows)
            self._visit(stint, stint.place, both, times.morning, rows)
            self._visit(stint, stint.second, both, times.afternoon, rows)
        self._count(stint, days, both)

    def _visit(self, stint: Stint, place: Place, days: Sequence[_Day], shift: Shift, rows: list[bytes]) -> None:
        """Make the rows of some days at one place.  The hot loop: everything it needs is a local name."""
        history = self.history
        chance, claims, limit = history.rng.random, history.claims, history.limit
        entries, leaves = shift
        delays, claimed = history.times.delay[place.device], history.times.claim
        prefix, evidence, entry_only = history.prefixes[stint.worker], FOUR + place.evidence, place.entry_only
        site, assignment = FOUR + place.site_id, FOUR + place.assignment_id
        at_site = self._site(place.site_id)
        with_exit, without_exit, append = ROW.pack, ROW_WITHOUT_EXIT.pack, rows.append
        for day in days:
            _, midnight, number, bit, _ = day
            k = int(chance() * SIZE)
            entry = midnight + entries[k]
            if chance() < claims:
                received = entry + claimed[k]
                acted = received = received if received < limit else max(limit, entry)
                speaks = _CLAIMED
            else:
                received = entry + delays[k]
                received = received if received < limit else max(limit, entry)
                acted = entry
                speaks = evidence
            heard = FOUR + (received + JAPAN_AHEAD) // DAY
            if entry_only or k < EXIT_FORGOTTEN:
                append(
                    without_exit(
                        prefix, number, site, EIGHT, entry, -1, EIGHT, acted, EIGHT, received, assignment, heard, heard,
                        speaks, ONE_TAP,
                    )
                )  # fmt: skip
            else:
                append(
                    with_exit(
                        prefix, number, site, EIGHT, entry, EIGHT, midnight + leaves[k], EIGHT, acted, EIGHT, received,
                        assignment, heard, heard, speaks, TWO_TAPS,
                    )
                )  # fmt: skip
            at_site[bit] += 1

    def _site(self, site_id: int) -> "array[int]":
        found = self._at_sites.get(site_id)
        if found is None:
            found = self._at_sites[site_id] = array("i", [0] * _DAYS)
        return found

    def _count(self, stint: Stint, days: Sequence[_Day], both: Sequence[_Day]) -> None:
        history, k = self.history, stint.worker
        history.days[k] += len(days)
        history.records[k] += len(days) + len(both)
        history.first[k] = history.first[k] or days[0].date - FOUR
        history.last[k] = days[-1].date - FOUR
        self._mask(stint, stint.place, days)
        if both and stint.second is not None and _as(stint.second) != _as(stint.place):
            self._mask(stint, stint.second, both)

    def _mask(self, stint: Stint, place: Place, days: Sequence[_Day]) -> None:
        mask = sum([day.mask for day in days])
        self.masks.append(Mask(self.history.workers[stint.worker], self.month, place.trade, place.position, mask))


_CLAIMED = FOUR + CLAIMED


def _as(place: Place) -> tuple[int, int]:
    return place.trade, place.position


def _day(day: date) -> _Day:
    number = packing.day_number(day)
    return _Day(weight(day), number * DAY - JAPAN_AHEAD, FOUR + number, day.day - 1, 1 << (day.day - 1))


def _likely(rng: Random, days: Sequence[_Day]) -> _Day:
    return rng.choices(days, [day.weight for day in days])[0]
