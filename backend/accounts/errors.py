"""Why somebody is not let in."""

from backend.kit.errors import PassportError


class NotSignedInError(PassportError):
    """No session, or one that is over."""

    code = "not_signed_in"
    status = 401


class NotAWorkerError(PassportError):
    """The account belongs to no worker."""

    code = "not_a_worker"
    status = 403


class SampleOnlyError(PassportError):
    """Sample logins exist only in sample mode and on a loopback origin."""

    code = "sample_only"
    status = 404


class PersonUnknownError(PassportError):
    """No such sample person."""

    code = "person_unknown"
    status = 404
