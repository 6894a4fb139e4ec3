"""What can be applied for, how far an application is, and what was done with it."""

from enum import IntEnum, StrEnum


class ApplicationKind(StrEnum):
    """What is applied for."""

    WORKER_SIMPLIFIED = "workerSimplified"
    WORKER_DETAILED = "workerDetailed"
    WORKER_UPGRADE = "workerUpgrade"
    WORKER_CHANGE = "workerChange"
    COMPANY_CORPORATION = "companyCorporation"
    COMPANY_INDIVIDUAL = "companyIndividual"
    COMPANY_SOLE_WORKER = "companySoleWorker"
    COMPANY_RENEWAL = "companyRenewal"
    COMPANY_CHANGE = "companyChange"

    @property
    def number(self) -> int:
        """Give its number in the database, which is kept."""
        return _NUMBERS[self]

    @property
    def about_worker(self) -> bool:
        """Tell whether it is about a worker's registration."""
        return self.number < _NUMBERS[ApplicationKind.COMPANY_CORPORATION]

    @property
    def registers(self) -> bool:
        """Tell whether it makes a registration that was not there."""
        return self in _FORMS

    @property
    def form(self) -> str | None:
        """Name the form of a new registration, as the items do."""
        return _FORMS.get(self)


_NUMBERS = {kind: place + 1 for place, kind in enumerate(ApplicationKind)}
"""By their order, to which new ones are added at the end."""
_FORMS = {
    ApplicationKind.WORKER_SIMPLIFIED: "simplified",
    ApplicationKind.WORKER_DETAILED: "detailed",
    ApplicationKind.COMPANY_CORPORATION: "corporation",
    ApplicationKind.COMPANY_INDIVIDUAL: "individual",
    ApplicationKind.COMPANY_SOLE_WORKER: "sole_worker",
}
KINDS = {number: kind for kind, number in _NUMBERS.items()}


class ApplicationState(IntEnum):
    """How far an application is; the number is kept, so it never changes its meaning."""

    DRAFT = 1
    SENT = 2
    RETURNED = 3
    LOOKED_AT = 4
    """One has looked and found it good; a second is to."""
    APPROVED = 5
    REFUSED = 6
    WITHDRAWN = 7


OPEN = frozenset({ApplicationState.DRAFT, ApplicationState.RETURNED})
"""Can be written on."""
IN_REVIEW = frozenset({ApplicationState.SENT, ApplicationState.LOOKED_AT})


class Step(IntEnum):
    """What was done with an application; the number is kept, so it never changes its meaning."""

    SENT = 1
    RETURNED = 2
    FIRST_LOOK = 3
    APPROVED = 4
    REFUSED = 5
    WITHDRAWN = 6


class Verdict(StrEnum):
    """What a reviewer says of an item."""

    PROVEN = "proven"
    NONE = "none"
    """Its proof does not hold: it is registered as none (無)."""
