"""Why a claim cannot be taken as it is sent, or cannot be decided so."""

from backend.kit.errors import PassportError


class ClaimIdUsedError(PassportError):
    """Another claim is kept under this id."""

    code = "claim_id_used"
    status = 409


class ClaimDecidedError(PassportError):
    """The claim has been decided otherwise already."""

    code = "claim_decided"
    status = 409


class NotListedError(PassportError):
    """A claimed day can count only when the worker stands on the site's worker list."""

    code = "claim_unlisted"
    status = 409


class NothingToCorrectError(PassportError):
    """There is no record of that day at that site any more."""

    code = "nothing_to_correct"
    status = 409


class WhyMissingError(PassportError):
    """A claim cannot be refused without saying why."""

    code = "why_missing"
    status = 400


class CorrectionTimesError(PassportError):
    """The times cannot be those of the day."""

    code = "claim_times_wrong"
    status = 409


class CorrectionTooLateError(PassportError):
    """The time to correct the day is over, and no relief lengthens it."""

    code = "claim_too_late"
    status = 409
