"""Why an employment cannot be offered, answered or ended."""

from backend.kit.errors import PassportError


class OfferDecidedError(PassportError):
    """The offer of employment was answered otherwise, or is over."""

    code = "offer_decided"
    status = 409


class AlreadyEmployedError(PassportError):
    """This company employs the worker already, or has offered it."""

    code = "already_employed"
    status = 409


class EmploymentDaysError(PassportError):
    """An employment that ends before it begins, or begins too far away."""

    code = "employment_days"
    status = 409
