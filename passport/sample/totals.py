"""Totals from work days, the slow and plain way: for the cast, and to check the quick way of `history`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from backend.kit.clock import month_of
from passport.sample.history import Career, Mask, SiteDay
from passport.sample.packing import WorkDay


def masks_of(days: Iterable[WorkDay], worked_as: Mapping[int, tuple[int, int]]) -> list[Mask]:
    """Give the month masks; `worked_as` tells trade and position of each assignment."""
    masks: dict[tuple[UUID, date, int, int], int] = defaultdict(int)
    for day in days:
        masks[day.worker_id, month_of(day.work_date), *worked_as[day.assignment_id]] |= 1 << (day.work_date.day - 1)
    return sorted(Mask(*key, mask) for key, mask in masks.items())


def site_days_of(days: Iterable[WorkDay]) -> list[SiteDay]:
    """Count the people at each site on each day."""
    workers: dict[tuple[int, date], int] = defaultdict(int)
    for day in days:
        workers[day.site_id, day.work_date] += 1
    return sorted(SiteDay(*key, count) for key, count in workers.items())


def careers_of(days: Iterable[WorkDay]) -> list[Career]:
    """Sum up each worker's days (dates) and records (dates at sites)."""
    dates: dict[UUID, list[date]] = defaultdict(list)
    for day in days:
        dates[day.worker_id].append(day.work_date)
    return sorted(
        Career(worker, len(set(found)), len(found), min(found), max(found), 1) for worker, found in dates.items()
    )
