"""Why a card cannot be stopped, ordered or issued."""

from backend.kit.errors import PassportError


class NoCardError(PassportError):
    """There is no card in this worker's name."""

    code = "no_card"
    status = 409


class CardOrderedError(PassportError):
    """A card of this worker is on its way already."""

    code = "card_ordered"
    status = 409


class CardSerialTakenError(PassportError):
    """Another card has this serial."""

    code = "card_serial_taken"
    status = 409
