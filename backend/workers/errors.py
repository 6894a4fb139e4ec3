"""Why a worker cannot be registered, changed or linked."""

from backend.kit.errors import PassportError


class AlreadyRegisteredError(PassportError):
    """The identity document is that of somebody who is registered; says nothing about whom."""

    code = "already_registered"
    status = 409


class ItemFixedError(PassportError):
    """An item that no application changes."""

    code = "item_fixed"
    status = 409


class DetailedAlreadyError(PassportError):
    """The registration is detailed already."""

    code = "detailed_already"
    status = 409


class MergedWithItselfError(PassportError):
    """A registration cannot go over into itself, nor into one that has gone over."""

    code = "merge_impossible"
    status = 409
