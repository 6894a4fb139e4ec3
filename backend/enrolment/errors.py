"""Why a first login or a recovery is not possible."""

from backend.kit.errors import PassportError


class EnrolmentWrongError(PassportError):
    """Number, digits and code do not fit each other; which of them is wrong is not told."""

    code = "enrolment_wrong"
    status = 401


class AlreadyEnrolledError(PassportError):
    """The worker has a passkey: a further phone is added with it, a lost one is recovered."""

    code = "already_enrolled"
    status = 409


class CodeLockedError(PassportError):
    """The code was guessed at too often; a new one is needed."""

    code = "code_locked"
    status = 403


class RecoveryWaitingError(PassportError):
    """The hours for an objection are not over."""

    code = "recovery_waiting"
    status = 403


class SelfAttestedError(PassportError):
    """Nobody attests for himself."""

    code = "self_attested"
    status = 403


class CardNotInHandError(PassportError):
    """The card is not this worker's, or no longer valid, or the digits are not the card's."""

    code = "card_not_in_hand"
    status = 403


class InvitationOverError(PassportError):
    """No such invitation, or it was used, or is too old."""

    code = "invitation_over"
    status = 401


class RoleNotYoursError(PassportError):
    """This role is granted by somebody else."""

    code = "role_not_yours_to_grant"
    status = 403


class RoleElsewhereError(PassportError):
    """This role is not held at such an organisation."""

    code = "role_elsewhere"
    status = 409


class DaysReversedError(PassportError):
    """The role would end before it begins."""

    code = "days_reversed"
    status = 409


class SecondAdministratorError(PassportError):
    """Nobody lets himself in again or takes away his own role: a second administrator does."""

    code = "second_administrator"
    status = 403
