"""作業員名簿: which version of a worker's line speaks on a day, and whether a new one can stand.

Pure: no clock, no database, no network.  Source: docs/decisions/0018-sites-and-structure.md.

A version is never changed.  Within one company's line the newest speaks from its first day on; it ends that line after
its last.  Lines of two companies never overlap.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from backend.sites.rules import Days, days_fit, overlap

DAY = timedelta(days=1)


class ListRefusal(StrEnum):
    """Why somebody cannot be put on a list or taken off it.  Each value is a code of refusals.toml."""

    DAYS_WRONG = "days_wrong"
    ROW_TWICE = "row_twice"
    WORKER_UNKNOWN = "worker_unknown"
    TRADE_UNKNOWN = "trade_unknown"
    OUTSIDE_SITE = "outside_site_days"
    NOT_EMPLOYED = "not_employed"
    IN_OTHER_TIER = "in_other_tier"
    NOT_LISTED = "line_missing"


class Version(NamedTuple):
    """One version of a worker's line at a site."""

    id: int
    company_id: int
    first_tier_company_id: int | None
    tier: int
    position: int
    trade: int
    content: str
    harmful: str
    certificates: str
    insurance: int
    first_on: date
    last_on: date


class Stretch(NamedTuple):
    """Some days on which one version speaks."""

    days: Days
    version: Version


class Employed(NamedTuple):
    """From when until when somebody is employed."""

    since: date
    until: date | None


class Known(NamedTuple):
    """What the register knows of a worker who is to be listed."""

    employed: Sequence[Employed]
    """By the company that lists him."""
    versions: Sequence[Version]
    """Of his lines at the site, of all companies."""


def stretches(versions: Iterable[Version]) -> list[Stretch]:
    """Tell which version speaks when, by first day."""
    spoken: list[Stretch] = []
    for new in sorted(versions, key=lambda version: version.id):
        cut = [_before(old, new) if old.version.company_id == new.company_id else old for old in spoken]
        spoken = [old for old in cut if old.days.first_on <= old.days.last_on]
        if new.first_on <= new.last_on:
            spoken.append(Stretch(Days(new.first_on, new.last_on), new))
    return sorted(spoken, key=lambda stretch: (stretch.days, stretch.version.id))


def _before(old: Stretch, new: Version) -> Stretch:
    return old._replace(days=Days(old.days.first_on, min(old.days.last_on, new.first_on - DAY)))


def judge_line(days: Days, company_id: int, known: Known, site: Days) -> ListRefusal | None:
    """Say why a worker cannot stand on a company's list on some days."""
    if not days_fit(days):
        return ListRefusal.DAYS_WRONG
    if days.first_on < site.first_on or days.last_on > site.last_on:
        return ListRefusal.OUTSIDE_SITE
    if not any(one.since <= days.first_on and days.last_on <= (one.until or date.max) for one in known.employed):
        return ListRefusal.NOT_EMPLOYED
    return ListRefusal.IN_OTHER_TIER if in_the_way(days, company_id, known.versions) else None


def in_the_way(days: Days, company_id: int, versions: Iterable[Version]) -> Stretch | None:
    """Find another company's line that holds on some of these days."""
    others = (one for one in stretches(versions) if one.version.company_id != company_id)
    return next((one for one in others if overlap(one.days, days)), None)


def says_the_same(new: Version, versions: Iterable[Version]) -> bool:
    """Tell whether a line already reads so, from its first day to its last."""
    same = [one for one in stretches(versions) if one.version._replace(id=0) == new._replace(id=0)]
    return any(one.days == (new.first_on, new.last_on) for one in same)


def take_off(company_id: int, last_on: date, versions: Sequence[Version]) -> Version | None:
    """Make the version that ends a company's line after a day; None where there is nothing to end.

    Before its first day the line becomes one that never was.
    """
    mine = [one for one in stretches(versions) if one.version.company_id == company_id]
    if not mine or mine[-1].days.last_on <= last_on:
        return None
    begun = [one for one in mine if one.days.first_on <= last_on]
    if not begun:
        first = mine[0].days.first_on
        return mine[0].version._replace(first_on=first, last_on=first - DAY)
    return begun[-1].version._replace(first_on=begun[-1].days.first_on, last_on=last_on)
