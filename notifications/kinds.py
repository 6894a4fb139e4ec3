"""The kinds of notices, topics, channels and states.  The numbers are kept, so they never change their meaning."""

from enum import IntEnum


class Topic(IntEnum):
    """What one may set to at once, daily, or off."""

    DAYS = 1
    CLAIMS = 2
    LEVELS = 10
    """Levels and qualifications; it stands where the phone shows it."""
    APPLICATIONS = 3
    CARDS = 4
    EMPLOYMENT = 5
    COMPANY = 6
    SITE = 7
    NEWS = 8
    SAFETY = 9
    """The safety of the account: cannot be switched off."""


class NoticeKind(IntEnum):
    """What is told; each has its words in notices.toml."""

    DAY_HELD = 1
    DAY_HEALED = 2
    DAY_CORRECTED = 3
    CLAIM_APPROVED = 4
    CLAIM_REFUSED = 5
    APPLICATION_RETURNED = 10
    APPLICATION_APPROVED = 11
    APPLICATION_REFUSED = 12
    CONSENT_ASKED = 13
    CARD_SENT = 20
    CARD_REVOKED = 21
    CARD_EXPIRING = 22
    EMPLOYMENT_OFFERED = 30
    EMPLOYMENT_BEGUN = 31
    EMPLOYMENT_ENDED = 32
    COMPANY_EXPIRING = 40
    COMPANY_RENEWED = 41
    WORKER_UNREACHED = 42
    READER_SILENT = 50
    READER_CONFLICT = 51
    PASSKEY_ADDED = 60
    PASSKEY_STOPPED = 61
    RECOVERY_BEGUN = 62
    RECOVERY_CANCELLED = 63
    RECOVERY_FINISHED = 64
    LETTER = 70
    TRIAL = 71
    MAIL_TO_CONFIRM = 72
    LEVEL_REACHED = 80
    LEVEL_NEAR = 81
    LEVEL_REPORTED = 83
    LEVEL_DECLINED = 84
    QUALIFICATION_CONFIRMED = 87
    QUALIFICATION_REFUSED = 88
    EXPERIENCE_CERTIFIED = 89


class ChannelKind(IntEnum):
    """By what way a notice goes."""

    PUSH = 1
    MAIL = 2
    LINE = 3


class DeliveryState(IntEnum):
    """How far a delivery is; the first two are still in the queue."""

    WAITING = 0
    LEASED = 1
    DELIVERED = 2
    GONE = 3
    """The address is no more."""
    FAILED = 4
    """Given up: refused for good, or too late."""
    OVERTAKEN = 5
    """A newer notice about the same took its place before it was sent."""


class RecipientKind(IntEnum):
    """Who is told."""

    WORKER = 1
    USER = 2
    COMPANY = 3
