"""What kinds of photo and paper there are, read from `kinds.toml`."""

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec


class ProofKind(StrEnum):
    """What a photo or paper is said to show.  Each is named in kinds.toml."""

    PHOTO = "photo"
    DRIVING_LICENCE = "driving_licence"
    MY_NUMBER_CARD_FRONT = "my_number_card_front"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    SPECIAL_RESIDENT_CERTIFICATE = "special_resident_certificate"
    BASIC_RESIDENT_CARD = "basic_resident_card"
    RESIDENCE_CERTIFICATE = "residence_certificate"
    OTHER_IDENTITY = "other_identity"
    HEALTH_INSURANCE = "health_insurance"
    PENSION = "pension"
    EMPLOYMENT_INSURANCE = "employment_insurance"
    ACCIDENT_INSURANCE = "accident_insurance"
    SPECIAL_ACCIDENT_INSURANCE = "special_accident_insurance"
    KENTAIKYO_BOOK = "kentaikyo_book"
    KENTAIKYO_CONTRACT = "kentaikyo_contract"
    HEALTH_CHECK = "health_check"
    CORE_TECHNICIAN = "core_technician"
    QUALIFICATION = "qualification"
    COURSE = "course"
    AWARD = "award"
    REGISTER_EXTRACT = "register_extract"
    TAX_PAPER = "tax_paper"
    OPENING_NOTICE = "opening_notice"
    LICENCE = "licence"


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind: its names, and how many pixels its shorter side must have so that it can be read."""

    ja: str
    en: str
    shortest: int


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a picture is too blurred, too dark or has a glare; the phone measures with the same figures."""

    looked_at: int
    """Pixels of the longer side of the grey picture that is measured."""
    sharp_from: float
    """Variance of the Laplacian, of grey values 0 to 255."""
    dark_below: float
    """Mean grey value."""
    white: int
    """From this grey value on a pixel is blown out."""
    paper_from: int
    """Where the median is brighter, it is a scan of white paper, which has no glare."""
    glare_above: float
    """The share of blown-out pixels."""


class _Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    limits: Limits
    kind: dict[ProofKind, Kind]


@cache
def _facts() -> _Facts:
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8")), _Facts)


def kinds() -> dict[ProofKind, Kind]:
    """Give every kind."""
    return _facts().kind


def limits() -> Limits:
    """Give the figures by which pictures are judged."""
    return _facts().limits
