"""Why something cannot be done with a company."""

from backend.kit.errors import PassportError


class ReliefOrderError(PassportError):
    """Relief that ends before it begins, or is by neither site office nor company."""

    code = "relief_order"
    status = 409


class RenewalNotOpenError(PassportError):
    """It is too early to renew; says from when on."""

    code = "renewal_not_open"
    status = 409


class RegistrationEndedError(PassportError):
    """The registration has ended; it must be renewed or registered anew first."""

    code = "registration_ended"
    status = 403
