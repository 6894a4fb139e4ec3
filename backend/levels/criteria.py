"""What a field asks for its levels, as it is written (能力評価基準), and the facts that were compiled of all fields."""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from backend.kit.refusals import Language, Said

LEVELS = (2, 3, 4)
"""Level 1 is where everybody begins: nothing is asked."""

Days = Annotated[int, Meta(ge=0, le=20_000)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Names = Annotated[
    tuple[Name | Annotated[tuple[Name, ...], Meta(min_length=2, max_length=20)], ...], Meta(max_length=60)
]
"""Entries: a name of the catalogue, or several of which one is enough and which count once."""


class Confidence(StrEnum):
    """How much of a field's standard was read."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"


class ForemanCounts(StrEnum):
    """Which days are foreman days."""

    FOREMAN = "foreman"
    FOREMAN_OR_LEADER = "foremanOrLeader"


class Assumed(StrEnum):
    """What was not read, and filled in from the common pattern."""

    DAYS = "days"
    FOREMAN_DAYS = "foreman_days"


class Alternative(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Another way to a level, with days of its own; foreman days are the level's."""

    days: Days
    all_of: Names = ()
    any_of: Names = ()
    min_any: Annotated[int, Meta(ge=1, le=60)] = 1
    complete: bool = True


class LevelCriteria(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one level asks; days are work days in the field's trades."""

    level: Literal[2, 3, 4]
    days: Days
    foreman_days: Days = 0
    foreman_counts: ForemanCounts | None = None
    all_of: Names = ()
    any_of: Names = ()
    min_any: Annotated[int, Meta(ge=1, le=60)] = 1
    includes_lower: bool = False
    """What the levels below ask of qualifications is asked too."""
    alternatives: Annotated[tuple[Alternative, ...], Meta(max_length=20)] = ()
    complete: bool
    """The whole list of qualifications is here."""
    assumed: tuple[Assumed, ...] = ()
    note: Annotated[str, Meta(max_length=1000)] = ""


class FieldCriteria(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The standard of one field, with where it was read."""

    code: str
    code_basis: Literal["official_statistics_2024_02", "inferred", "provisional"]
    valid_from: date | None = None
    """None: not known."""
    confidence: Confidence
    source_kind: Literal["official", "evaluator", "association", "third_party", "news", "none"]
    evaluators: tuple[str, ...]
    evaluator_basis: Literal["source", "training_body", "none"]
    occupations: tuple[str, ...]
    """Codes of the trades that count; empty: not seen."""
    occupation_names: tuple[str, ...] = ()
    sources: tuple[str, ...]
    standard: str | None = None
    """Where the ministry's PDF lies."""
    note: str = ""
    level: tuple[LevelCriteria, ...]


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    compiled: date
    authority: str
    field: tuple[FieldCriteria, ...]


@cache
def facts() -> Facts:
    """Read what was compiled of all fields."""
    return msgspec.toml.decode(Path(__file__).with_name("criteria.toml").read_bytes(), type=Facts)


@cache
def compiled() -> dict[str, FieldCriteria]:
    """Give what was compiled, by field."""
    return {field.code: field for field in facts().field}


@cache
def _names() -> dict[str, Said[str]]:
    return msgspec.toml.decode(Path(__file__).with_name("fields.toml").read_bytes(), type=dict[str, Said[str]])


def name_of(field: str, language: Language = Language.JA) -> str:
    """Say a field in a language."""
    return _names()[field].to(language)
