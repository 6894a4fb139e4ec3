"""Reports that cannot be taken as a whole."""

from backend.kit.errors import PassportError


class ReaderUnknownError(PassportError):
    """No such reader is enrolled, or none was named."""

    code = "reader_unknown"
    status = 401


class SignatureWrongError(PassportError):
    """The body is not signed with the reader's key."""

    code = "signature_wrong"
    status = 401


class SessionOverError(PassportError):
    """The reader's session is over or never was: sign again."""

    code = "session_over"
    status = 401


class TooManyTapsError(PassportError):
    """More touches than one report may hold."""

    code = "too_many_taps"
    status = 413


class EpochUnknownError(PassportError):
    """The epoch was not given by us."""

    code = "epoch_unknown"
    status = 409


class TouchTimeError(PassportError):
    """The time of a touch is missing, or it cannot be this touch's."""

    code = "touch_time_wrong"
    status = 400


class TouchDecidedError(PassportError):
    """The touch was decided otherwise already."""

    code = "touch_decided"
    status = 409


class NotConfirmedWhyError(PassportError):
    """A touch cannot be refused without saying why."""

    code = "touch_why_missing"
    status = 400
