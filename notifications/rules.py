"""When a notice goes out, by which addresses, and when it is tried again.

Pure: no clock, no database, no network.  Times of day are minutes after midnight in Japan.
Source: docs/decisions/0021-notifications.md (the hours and pauses are our own; none is published).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

import msgspec

from backend.kit.clock import JAPAN
from backend.kit.refusals import Language
from notifications.kinds import ChannelKind, NoticeKind, Topic

PAUSES = tuple(timedelta(seconds=s) for s in (30, 120, 600, 3600, 6 * 3600))
"""How long to wait after the first failure, the second, and so on; then the last one again."""
LONGEST_PAUSE = timedelta(hours=24)
"""A service that asks for more is not believed."""


class Kind(msgspec.Struct, frozen=True):
    """How a kind of notice is told."""

    topic: Topic
    urgent: bool
    """At once, at any hour."""
    lasts: timedelta
    """After which it is no longer worth telling."""


class Setting(msgspec.Struct, frozen=True):
    """How a recipient wants to be told."""

    language: Language = Language.JA
    quiet_from: int = 21 * 60
    quiet_until: int = 6 * 60
    """The same as `quiet_from` where no hour is quiet."""
    digest_at: int = 18 * 60
    daily: frozenset[Topic] = frozenset()
    off: frozenset[Topic] = frozenset()


class When(msgspec.Struct, frozen=True):
    """When a notice is due, and whether it waits for the digest."""

    at: datetime
    digest: bool


class Way(Protocol):
    """One address, as far as choosing goes."""

    @property
    def channel(self) -> ChannelKind:
        """By what way."""

    @property
    def wanted(self) -> bool:
        """A mail address may be kept for when there is no other way."""


W = TypeVar("W", bound=Way)


_AT_ONCE = {Topic.DAYS: timedelta(days=2), Topic.SITE: timedelta(hours=12), Topic.SAFETY: timedelta(days=7)}
_URGENT = {NoticeKind.DAY_HELD, NoticeKind.READER_SILENT, NoticeKind.READER_CONFLICT, NoticeKind.CARD_REVOKED}
_DAILY = {NoticeKind.WORKER_UNREACHED}
"""What always waits for the digest."""
_TOPICS: dict[Topic, tuple[NoticeKind, ...]] = {
    Topic.DAYS: (NoticeKind.DAY_HELD, NoticeKind.DAY_HEALED, NoticeKind.DAY_CORRECTED),
    Topic.CLAIMS: (NoticeKind.CLAIM_APPROVED, NoticeKind.CLAIM_REFUSED),
    Topic.APPLICATIONS: (
        NoticeKind.APPLICATION_RETURNED,
        NoticeKind.APPLICATION_APPROVED,
        NoticeKind.APPLICATION_REFUSED,
        NoticeKind.CONSENT_ASKED,
    ),
    Topic.CARDS: (NoticeKind.CARD_SENT, NoticeKind.CARD_EXPIRING),
    Topic.EMPLOYMENT: (NoticeKind.EMPLOYMENT_OFFERED, NoticeKind.EMPLOYMENT_BEGUN, NoticeKind.EMPLOYMENT_ENDED),
    Topic.COMPANY: (NoticeKind.COMPANY_EXPIRING, NoticeKind.COMPANY_RENEWED, NoticeKind.WORKER_UNREACHED),
    Topic.SITE: (NoticeKind.READER_SILENT, NoticeKind.READER_CONFLICT),
    Topic.NEWS: (NoticeKind.LETTER,),
    Topic.SAFETY: (
        NoticeKind.PASSKEY_ADDED,
        NoticeKind.PASSKEY_STOPPED,
        NoticeKind.RECOVERY_BEGUN,
        NoticeKind.RECOVERY_CANCELLED,
        NoticeKind.RECOVERY_FINISHED,
        NoticeKind.CARD_REVOKED,
        NoticeKind.TRIAL,
        NoticeKind.MAIL_TO_CONFIRM,
    ),
    Topic.LEVELS: (
        NoticeKind.LEVEL_REACHED,
        NoticeKind.LEVEL_NEAR,
        NoticeKind.LEVEL_REPORTED,
        NoticeKind.LEVEL_DECLINED,
        NoticeKind.QUALIFICATION_CONFIRMED,
        NoticeKind.QUALIFICATION_REFUSED,
        NoticeKind.EXPERIENCE_CERTIFIED,
    ),
}
LASTS = timedelta(days=14)
KINDS: dict[NoticeKind, Kind] = {
    kind: Kind(topic, topic is Topic.SAFETY or kind in _URGENT, _AT_ONCE.get(topic, LASTS))
    for topic, kinds in _TOPICS.items()
    for kind in kinds
}
"""How each kind is told."""


def when(kind: NoticeKind, setting: Setting, at: datetime) -> When | None:
    """Tell when a notice of a kind that comes up at an instant is due; None where its topic is off."""
    told = KINDS[kind]
    if told.topic is Topic.SAFETY:
        return When(at, digest=False)
    if told.topic in setting.off:
        return None
    if told.topic in setting.daily or kind in _DAILY:
        return When(_next(setting.digest_at, at), digest=True)
    if told.urgent or not is_quiet(setting, at):
        return When(at, digest=False)
    return When(_next(setting.quiet_until, at), digest=False)


def is_quiet(setting: Setting, at: datetime) -> bool:
    """Tell whether an instant lies in the quiet hours, which may go over midnight."""
    since, until, now = setting.quiet_from, setting.quiet_until, _minute(at)
    return since <= now < until if since <= until else now >= since or now < until


def choose(kind: NoticeKind, ways: Sequence[W]) -> list[W]:
    """Choose the addresses by which a notice goes.

    For the account's safety every one; else mail only where there is no other way, or where it was asked for.
    """
    if KINDS[kind].topic is Topic.SAFETY:
        return list(ways)
    direct = [way for way in ways if way.channel is not ChannelKind.MAIL]
    return direct + [way for way in ways if way.channel is ChannelKind.MAIL and (way.wanted or not direct)]


def pause(attempts: int, asked: timedelta | None = None) -> timedelta:
    """Tell how long to wait after so many attempts; what the service asked for counts where it is longer.

    >>> pause(1), pause(2, timedelta(minutes=5))
    (datetime.timedelta(seconds=30), datetime.timedelta(seconds=300))
    """
    own = PAUSES[min(max(attempts, 1), len(PAUSES)) - 1]
    return max(own, min(asked or own, LONGEST_PAUSE))


def _next(minute: int, at: datetime) -> datetime:
    """Tell the next instant at which it is so late in Japan; the instant itself counts."""
    midnight = at.astimezone(JAPAN).replace(hour=0, minute=0, second=0, microsecond=0)
    found = midnight + timedelta(minutes=minute)
    return found if found >= at else found + timedelta(days=1)


def _minute(at: datetime) -> int:
    local = at.astimezone(JAPAN)
    return local.hour * 60 + local.minute
