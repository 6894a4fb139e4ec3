"""What the phone and the office are told about notices, and what they say."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec

from backend.kit.refusals import Language
from notifications.kinds import Topic
from notifications.rules import Setting

TimeOfDay = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Key = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]


class How(StrEnum):
    """How a topic is told."""

    AT_ONCE = "atOnce"
    DAILY = "daily"
    OFF = "off"


class TopicName(StrEnum):
    """The topics, as they stand outside."""

    DAYS = "days"
    CLAIMS = "claims"
    LEVELS = "levels"
    APPLICATIONS = "applications"
    CARDS = "cards"
    EMPLOYMENT = "employment"
    COMPANY = "company"
    SITE = "site"
    NEWS = "news"
    SAFETY = "safety"


class Answer(msgspec.Struct, frozen=True, rename="camel"):
    """Base of what is told: immutable, camelCase outside."""


class Asked(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Base of what is said: unknown fields are refused."""


class TopicAnswer(Answer, frozen=True):
    """A topic and how it is told; a fixed one cannot be changed."""

    topic: TopicName
    how: How
    fixed: bool


class DeviceAnswer(Answer, frozen=True):
    """A device that is told."""

    id: UUID
    name: str | None
    since: datetime
    reached_at: datetime | None
    """When a notice was last taken over by its push service."""


class MailAnswer(Answer, frozen=True):
    """A mail address; nothing is sent there until its owner has confirmed it."""

    address: str
    confirmed: bool


class PushKey(Answer, frozen=True):
    """The key with which a browser subscribes."""

    id: str
    key: str
    """An uncompressed point of P-256, base64url."""


class NoticeSettings(Answer, frozen=True):
    """How I am told."""

    language: Language
    quiet_from: TimeOfDay
    quiet_until: TimeOfDay
    digest_at: TimeOfDay
    topics: list[TopicAnswer]
    push: PushKey
    devices: list[DeviceAnswer]
    mail: MailAnswer | None
    mail_offered: bool
    line_linked: bool
    line_offered: bool


class NewSettings(Asked, frozen=True):
    """How I want to be told; times are Japan's."""

    language: Language
    quiet_from: TimeOfDay
    quiet_until: TimeOfDay
    digest_at: TimeOfDay
    daily: Annotated[list[TopicName], msgspec.Meta(max_length=20)]
    off: Annotated[list[TopicName], msgspec.Meta(max_length=20)]


class PushKeys(Asked, frozen=True):
    """What a browser gives for encryption, base64url."""

    p256dh: Key
    auth: Key


class NewDevice(Asked, frozen=True):
    """A push subscription as the browser gives it, and the key it was made with."""

    endpoint: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    keys: PushKeys
    push_key: Key
    language: Language


class NewMail(Asked, frozen=True):
    """A mail address; `always` where mail is wanted beside other ways."""

    address: Annotated[str, msgspec.Meta(min_length=3, max_length=254)]
    always: bool = False


class LinkToken(Asked, frozen=True):
    """The secret of a link."""

    token: Annotated[str, msgspec.Meta(min_length=8, max_length=200, pattern=r"^[A-Za-z0-9_.-]+$")]


class LineCode(Answer, frozen=True):
    """What the worker sends to the LINE account, to be known there."""

    code: str
    expires_at: datetime


class DeliveryAnswer(Answer, frozen=True):
    """One notice to one address, and what became of it."""

    channel: str
    state: str
    at: datetime | None


class NoticeAnswer(Answer, frozen=True):
    """What I was told."""

    id: UUID
    kind: str
    at: datetime
    title: str
    body: str
    address: str
    deliveries: list[DeliveryAnswer]


class NoticesAnswer(Answer, frozen=True):
    """What I was told in the last 30 days, newest first, 30 at most."""

    notices: list[NoticeAnswer]


class NewLetter(Asked, frozen=True):
    """A letter to everybody, or to who lives in some prefectures."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    prefectures: Annotated[list[Annotated[int, msgspec.Meta(ge=1, le=47)]], msgspec.Meta(max_length=47)] | None = None


class LetterAnswer(Answer, frozen=True):
    """A letter, and to how many it was told so far."""

    id: UUID
    title: str
    body: str
    prefectures: list[int] | None
    written_at: datetime
    told_at: datetime | None
    told: int


class LettersAnswer(Answer, frozen=True):
    """The newest letters."""

    letters: list[LetterAnswer]


TOPICS = {topic: TopicName(topic.name.lower()) for topic in Topic}


def minute(said: str) -> int:
    """Read a time of day.

    >>> minute("21:30")
    1290
    """
    hours, minutes = said.split(":")
    return int(hours) * 60 + int(minutes)


def time_of_day(found: int) -> str:
    """Write a time of day.

    >>> time_of_day(1290)
    '21:30'
    """
    return f"{found // 60:02}:{found % 60:02}"


def read_setting(said: NewSettings) -> Setting:
    """Read what somebody sets; a topic that is both daily and off is off."""
    off = frozenset(topic for topic, name in TOPICS.items() if name in said.off)
    daily = frozenset(topic for topic, name in TOPICS.items() if name in said.daily) - off
    return Setting(said.language, minute(said.quiet_from), minute(said.quiet_until), minute(said.digest_at), daily, off)


def answer_topics(setting: Setting) -> list[TopicAnswer]:
    """Say how each topic is told."""
    return [TopicAnswer(name, _how(topic, setting), topic is Topic.SAFETY) for topic, name in TOPICS.items()]


def _how(topic: Topic, setting: Setting) -> How:
    if topic in setting.off:
        return How.OFF
    return How.DAILY if topic in setting.daily else How.AT_ONCE
