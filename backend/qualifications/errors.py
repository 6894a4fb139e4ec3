"""Why a qualification cannot be entered, taken back or confirmed."""

from backend.kit.errors import PassportError


class QualificationUnnamedError(PassportError):
    """Neither a qualification of the catalogue nor a name of its own, or both."""

    code = "qualification_unnamed"
    status = 409


class QualificationUnknownError(PassportError):
    """A key that the catalogue does not have."""

    code = "qualification_unknown"
    status = 409


class QualificationFutureError(PassportError):
    """Issued on a day to come."""

    code = "qualification_future"
    status = 409


class QualificationDaysError(PassportError):
    """It ends before it begins, or was issued before anybody now alive was born."""

    code = "qualification_days"
    status = 409


class QualificationTwiceError(PassportError):
    """The same is entered already."""

    code = "qualification_twice"
    status = 409


class QualificationIdTakenError(PassportError):
    """Something else is kept under this id."""

    code = "qualification_id_taken"
    status = 409


class QualificationDecidedError(PassportError):
    """It was decided already."""

    code = "qualification_decided"
    status = 409


class QualificationProofError(PassportError):
    """The picture is not there, or is not the caller's."""

    code = "qualification_proof"
    status = 409


class QualificationsFullError(PassportError):
    """More than anybody holds."""

    code = "qualifications_full"
    status = 409


class QualificationOwnError(PassportError):
    """Nobody confirms what is their own, or what they entered."""

    code = "qualification_own"
    status = 403


class QualificationWhyError(PassportError):
    """A refusal that does not say why."""

    code = "qualification_why"
    status = 409
