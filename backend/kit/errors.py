"""Requests that cannot be done, as problem documents (RFC 9457)."""

from datetime import date, datetime
from secrets import choice

import msgspec

from backend.kit.refusals import HELP_LENGTH, HELP_LETTERS, Language, Reason, give_reason, with_name


class PassportError(Exception):
    """A request that cannot be done; each kind names its code and HTTP status."""

    code: str
    status: int

    def __init__(
        self,
        *,
        until: date | None = None,
        retry_after_s: int | None = None,
        at: str | None = None,
        opens_at: datetime | None = None,
        name: str | None = None,
    ) -> None:
        """Say until when it can be mended and by whom, when to try again, where it lies, and when it opens."""
        super().__init__(self.code)
        self.name = name
        self.opens_at = opens_at
        self.until = until
        self.retry_after_s = retry_after_s
        self.at = at


class MalformedError(PassportError):
    """The request cannot be read."""

    code = "malformed"
    status = 400


class NotFoundError(PassportError):
    """There is nothing at this address."""

    code = "not_found"
    status = 404


class WrongMethodError(PassportError):
    """The address does not know this method."""

    code = "wrong_method"
    status = 405


class TooLargeError(PassportError):
    """The body is larger than any we take."""

    code = "too_large"
    status = 413


class TooManyTriesError(PassportError):
    """More attempts than are allowed in so short a time."""

    code = "too_many_tries"
    status = 429


class BusyError(PassportError):
    """The register cannot answer now, but will."""

    code = "busy"
    status = 503


class PapersUnavailableError(PassportError):
    """No paper can be made here: the fonts are not installed."""

    code = "papers_unavailable"
    status = 503


class Remedy(msgspec.Struct, frozen=True, rename="camel"):
    """Who can mend it, what to do, where, until when."""

    who: str
    what: str
    where: str
    until: date | None


class Problem(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A problem document, with a remedy and a help code of six characters."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    remedy: Remedy
    help: str
    at: str | None = None
    opens_at: datetime | None = None
    """From which instant on it can be done."""


def reason_of(error: PassportError, language: Language) -> Reason:
    """Say why in the caller's language, with the name of who can mend it where the error knows it."""
    reason = give_reason(error.code, language, error.until)
    return with_name(reason, error.name, language) if error.name else reason


def make_problem(error: PassportError, language: Language, help_code: str | None = None) -> Problem:
    """Say an error in the caller's language, under a help code of its own or the one given."""
    reason = reason_of(error, language)
    return Problem(
        type=f"/problems/{error.code}",
        title=reason.why,
        status=error.status,
        detail=reason.what,
        code=error.code,
        remedy=Remedy(reason.who, reason.what, reason.where, reason.until),
        help=help_code or "".join(choice(HELP_LETTERS) for _ in range(HELP_LENGTH)),
        at=error.at,
        opens_at=error.opens_at,
    )
