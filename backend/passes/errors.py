"""Why no pass is given."""

from backend.kit.errors import PassportError


class PassWithoutCardError(PassportError):
    """The worker holds no card that is good today."""

    code = "pass_without_card"
    status = 409


class PassKeyUnusableError(PassportError):
    """The key is none, another session's, or has ended: the phone makes a new one."""

    code = "pass_key_unusable"
    status = 409
