"""Why somebody is not let in, or may not do what they ask."""

from backend.accounts.rules import Role
from backend.kit.errors import PassportError


class NotSignedInError(PassportError):
    """No session, or one that is over."""

    code = "not_signed_in"
    status = 401


class SignInAgainError(PassportError):
    """What is asked for needs a sign-in of a moment ago."""

    code = "sign_in_again"
    status = 403


class NotAWorkerError(PassportError):
    """The account belongs to no worker."""

    code = "not_a_worker"
    status = 403


class WorkerRemovedError(PassportError):
    """The worker is no longer registered."""

    code = "worker_removed"
    status = 403


class ConsentNeededError(PassportError):
    """What must be accepted before the passport opens has not been."""

    code = "consent_needed"
    status = 403


class ConsentOldError(PassportError):
    """Not the version that is asked for now."""

    code = "consent_old"
    status = 409


class SampleOnlyError(PassportError):
    """Sample logins exist only in sample mode and on a loopback origin."""

    code = "sample_only"
    status = 404


class PersonUnknownError(PassportError):
    """No such sample person."""

    code = "person_unknown"
    status = 404


class ChallengeOverError(PassportError):
    """The question was answered already, ran out, or was put to another browser."""

    code = "challenge_over"
    status = 401


class OriginWrongError(PassportError):
    """The answer was made on another page, or inside one."""

    code = "origin_wrong"
    status = 403


class UserNotVerifiedError(PassportError):
    """The phone did not check finger, face or PIN."""

    code = "user_not_verified"
    status = 401


class PasskeyUnknownError(PassportError):
    """No such passkey, or it was stopped."""

    code = "passkey_unknown"
    status = 401


class PasskeyWrongError(PassportError):
    """The answer does not fit the passkey."""

    code = "passkey_wrong"
    status = 401


class PasskeyCopiedError(PassportError):
    """The passkey's counter went back: there are two of it."""

    code = "passkey_copied"
    status = 401


class PasskeyKnownError(PassportError):
    """This passkey is registered already."""

    code = "passkey_known"
    status = 409


class LastPasskeyError(PassportError):
    """The only passkey cannot be taken away."""

    code = "last_passkey"
    status = 409


class NotLinkedError(PassportError):
    """The role is right, but not for this worker, company or site, or no longer."""

    code = "not_linked"
    status = 403


class RoleNeededError(PassportError):
    """Somebody's role does not allow it; which role would, and who grants it, is in the code of each kind."""

    code = "role_needed"
    status = 403


ROLE_NEEDED: dict[Role, type[RoleNeededError]] = {
    role: type(
        f"{role.name.title().replace('_', '')}NeededError",
        (RoleNeededError,),
        {"code": f"{role}_needed", "status": 403},
    )
    for role in Role
}
"""One kind for each role that can be needed."""
