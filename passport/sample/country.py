"""The whole drawing in its order: people, companies, sites, readers; then month by month who works where."""

from collections.abc import Iterator
from typing import NamedTuple

from passport.sample.companies import Businesses, draw_businesses
from passport.sample.history import History, MonthDrawing
from passport.sample.people import Worker, draw_workers
from passport.sample.plan import Plan
from passport.sample.readers import Reader, draw_readers
from passport.sample.sites import Places, draw_places
from passport.sample.stints import Assignment, Stints

FIRST_WORKER, FIRST_COMPANY, FIRST_SITE, FIRST_READER, FIRST_ASSIGNMENT = 101, 11, 11, 11, 1001
"""The numbers before these belong to the cast."""


class Month(NamedTuple):
    """A month: the worker-list lines it needed, and its days."""

    assignments: list[Assignment]
    drawing: MonthDrawing


class Country:
    """Everything that is drawn from a plan."""

    def __init__(self, plan: Plan) -> None:
        """Draw all that does not change from month to month."""
        self.plan = plan
        self.workers: list[Worker] = draw_workers(plan, FIRST_WORKER)
        self.businesses: Businesses = draw_businesses(plan, self.workers, FIRST_COMPANY)
        self.places: Places = draw_places(plan, self.businesses, FIRST_SITE)
        self.readers: list[Reader] = draw_readers(plan, self.places, FIRST_READER)
        self.stints = Stints(plan, self.workers, self.businesses, self.places, FIRST_ASSIGNMENT)
        self.history = History(plan, [worker.id for worker in self.workers])

    def months(self) -> Iterator[Month]:
        """Draw the months, oldest first; take all rows of one before asking for the next."""
        for index, month in enumerate(self.plan.month_list):
            stints = self.stints.month(index)
            yield Month(self.stints.fresh, self.history.month(month, stints))
