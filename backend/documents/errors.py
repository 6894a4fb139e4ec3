"""Why a list cannot be taken away."""

from backend.kit.errors import PassportError


class TooLongPeriodError(PassportError):
    """More than twelve months at once, or an end before the beginning."""

    code = "list_period_too_long"
    status = 409


class TooManyListsError(PassportError):
    """Enough lists of this account are still being made."""

    code = "too_many_lists"
    status = 429


class ListNotReadyError(PassportError):
    """The list is still being made."""

    code = "list_not_ready"
    status = 409


class ListOverError(PassportError):
    """The list was kept for seven days, and they are over, or it could not be made."""

    code = "list_over"
    status = 410
