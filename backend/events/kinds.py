"""The kinds of things that happen.  Each is named in docs/events.md."""

from enum import IntEnum


class EventKind(IntEnum):
    """What happened; the number is kept, so it never changes its meaning."""

    DAY_COUNTED = 1
    DAY_CHANGED = 2
    DAY_HELD = 3
    DAY_HEALED = 4
    DAY_CORRECTED = 5
    DAY_CLAIMED = 6
    CLAIM_APPROVED = 7
    CLAIM_REFUSED = 8
    CARD_ISSUED = 10
    CARD_REVOKED = 11
    SITE_REGISTERED = 12
    SITE_CHANGED = 13
    ASSIGNMENT_MADE = 14
    READER_CONFLICT = 20
    READER_REVOKED = 21
    PASSKEY_ADDED = 30
    PASSKEY_STOPPED = 31
    RECOVERY_BEGUN = 32
    RECOVERY_CANCELLED = 33
    RECOVERY_FINISHED = 34
    PASS_CHECKED = 40
