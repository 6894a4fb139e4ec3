"""What phones send and are told about passes."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from backend.kit.refusals import Reason
from backend.passes.fields import Audience
from backend.passes.layout import MOST_DIGITS
from backend.passes.rules import Finding

Point = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{44}$")]
"""A compressed point of P-256, 33 bytes in base64url."""


class Keys(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The phone's public keys, one for each audience, so that two audiences cannot tell that it is the same phone."""

    site: Point
    shop: Point
    office: Point


class NewPass(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a phone wants certified."""

    public_keys: Keys


class Certificates(msgspec.Struct, frozen=True, rename="camel"):
    """For each audience a certificate with the register's signature, in base64url."""

    site: str
    shop: str
    office: str


class PassAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """The certificates of a phone."""

    until: datetime
    certificates: Certificates


class RegisterKey(msgspec.Struct, frozen=True, rename="camel"):
    """A public key of the register, by the id that stands in a certificate."""

    id: str
    public_key: str
    since: datetime


class CheckingAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """What a checker needs without a network: the register's keys, newest first, and the names of trades."""

    keys: list[RegisterKey]
    trades: dict[str, str]
    """By number: 100 × major + minor code."""
    sample: bool
    """Whether the people of this register are invented."""


class ShownCode(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The digits behind the # of the link."""

    code: Annotated[str, msgspec.Meta(min_length=1, max_length=2 * MOST_DIGITS)]


class SeenTrade(msgspec.Struct, frozen=True, rename="camel"):
    """A trade by its number; the name is None where it is not known to us."""

    number: int
    name: str | None


class SeenAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """What the audience sees of the worker; null is what it does not see."""

    level: int
    trade: SeenTrade | None
    worker_number: str | None
    birth_date: date | None
    name: str | None


class CheckAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """What the register finds of a code."""

    finding: Finding
    checked_at: datetime
    audience: Audience | None
    """None where the code is not ours."""
    shown_at: datetime | None
    """The code's instant."""
    seen: SeenAnswer | None
    reason: Reason | None
    """Why it is not valid, and who mends it."""
