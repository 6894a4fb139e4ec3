"""Why a photo or paper is not taken."""

from backend.kit.errors import PassportError


class ProofUnreadableError(PassportError):
    """It is no picture, whatever its name says, or a broken one."""

    code = "proof_unreadable"
    status = 409


class ProofTooSmallError(PassportError):
    """It has too few pixels to be read."""

    code = "proof_too_small"
    status = 409


class ProofBlurredError(PassportError):
    """It is blurred; whoever is sure may keep it all the same."""

    code = "proof_blurred"
    status = 409


class ProofGlareError(PassportError):
    """Light covers a part of it; whoever is sure may keep it all the same."""

    code = "proof_glare"
    status = 409


class ProofDarkError(PassportError):
    """It is too dark; whoever is sure may keep it all the same."""

    code = "proof_dark"
    status = 409


class ProofIdTakenError(PassportError):
    """Another picture is kept under this id."""

    code = "proof_id_taken"
    status = 409
