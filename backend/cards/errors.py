"""Why a card cannot be stopped."""

from backend.kit.errors import PassportError


class NoCardError(PassportError):
    """There is no card in this worker's name."""

    code = "no_card"
    status = 409
