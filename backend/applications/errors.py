"""Why something cannot be done with an application."""

from backend.kit.errors import PassportError


class WhomMissingError(PassportError):
    """It is not said about whom it is, or about somebody who does not go with this kind."""

    code = "application_whom"
    status = 409


class ApplicationSentError(PassportError):
    """It is sent or decided: it can be read, not written on."""

    code = "application_sent"
    status = 409


class ApplicationKindError(PassportError):
    """An application does not change what it is for."""

    code = "application_kind"
    status = 409


class TooManyDraftsError(PassportError):
    """So many are begun and not sent."""

    code = "too_many_drafts"
    status = 409


class DraftTooLargeError(PassportError):
    """More than an application holds."""

    code = "draft_too_large"
    status = 409


class DraftMovedError(PassportError):
    """It was changed on another device after it was last seen here."""

    code = "draft_moved"
    status = 409


class FormMovedError(PassportError):
    """The form has a newer version than the one that was filled in."""

    code = "form_moved"
    status = 409


class IncompleteError(PassportError):
    """Items are missing or cannot stand; the application itself names each with its reason."""

    code = "application_incomplete"
    status = 409


class NothingChangedError(PassportError):
    """A change that changes nothing."""

    code = "nothing_changed"
    status = 409


class ConsentMissingError(PassportError):
    """The worker has not agreed to what is filed as it stands now."""

    code = "worker_consent_missing"
    status = 409


class ConsentOverError(PassportError):
    """No such link, it is too old, or what is filed was changed since."""

    code = "worker_consent_over"
    status = 409


class ConsentOwnError(PassportError):
    """Whoever files does not agree in the worker's place."""

    code = "worker_consent_own"
    status = 409


class ConsentNotNeededError(PassportError):
    """Nobody files for somebody else here, or it is sent already."""

    code = "worker_consent_not_needed"
    status = 409


class NotInReviewError(PassportError):
    """It was decided, returned or withdrawn meanwhile."""

    code = "not_in_review"
    status = 409


class OwnApplicationError(PassportError):
    """Nobody reviews what they filed, or what is about themselves."""

    code = "own_application"
    status = 409


class SecondPersonError(PassportError):
    """Two different people must look."""

    code = "second_person"
    status = 409


class NotProvenError(PassportError):
    """An item that must be proven is not, or is said to be proven by nothing."""

    code = "not_proven"
    status = 409


class ItemNotAskedError(PassportError):
    """A reviewer names an item that this application does not have."""

    code = "item_not_asked"
    status = 409


class TableUnreadableError(PassportError):
    """The file is no table."""

    code = "table_unreadable"
    status = 409


class TableEmptyError(PassportError):
    """There is nothing in it."""

    code = "table_empty"
    status = 409


class TableTooLongError(PassportError):
    """It has more rows than are read at once."""

    code = "table_too_long"
    status = 409


class TableHeadError(PassportError):
    """Its first row has heads that are not known, or twice; says which."""

    code = "table_head"
    status = 409
