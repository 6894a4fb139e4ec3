"""Why somebody cannot be told as they wish."""

from backend.kit.errors import PassportError


class PushAddressError(PassportError):
    """What is given as a push service's address or keys is none."""

    code = "push_address"
    status = 409


class PushKeyOldError(PassportError):
    """The subscription was made with a key that this register does not have."""

    code = "push_key_old"
    status = 409


class MailWrongError(PassportError):
    """What is given as a mail address is none."""

    code = "mail_wrong"
    status = 409


class MailUnavailableError(PassportError):
    """No mail server is set up here."""

    code = "mail_unavailable"
    status = 409


class LineUnavailableError(PassportError):
    """No LINE account is set up here."""

    code = "line_unavailable"
    status = 409


class LinkOverError(PassportError):
    """The link or code was used, or its time is over."""

    code = "link_over"
    status = 404


class NothingReachesError(PassportError):
    """There is no device, mail address or LINE account to try."""

    code = "nothing_reaches"
    status = 409
