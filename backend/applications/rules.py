"""What an application says: values by item, saved from several devices, and what they add up to.  Pure."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.kit.items import Value


class Given(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was given for an item, and at which turn."""

    value: Value = None
    proof: UUID | None = None
    turn: int = 0

    @property
    def said(self) -> tuple[Value, UUID | None]:
        """Leave out when it was given."""
        return self.value, self.proof


class Merged(NamedTuple):
    """What stands after a save."""

    given: dict[str, Given]
    conflicts: list[str]
    """Items that another device has changed meanwhile to something else: what stands there was left."""
    changed: bool


def merge(kept: Mapping[str, Given], changes: Mapping[str, Given], base: int, turn: int) -> Merged:
    """Put changes into what is kept.

    Args:
        kept: what stands.
        changes: what a device changed.
        base: the turn that the device had seen.
        turn: the turn that this save becomes.
    """
    given = dict(kept)
    conflicts = []
    for item, change in changes.items():
        stands = kept.get(item)
        if stands is not None and stands.said == change.said:
            continue
        if stands is not None and stands.turn > base:
            conflicts.append(item)
        else:
            given[item] = Given(change.value, change.proof, turn)
    return Merged(given, conflicts, given != kept)


def digest_of(kind: str, given: Mapping[str, Given]) -> bytes:
    """Give the digest of what is applied for, to which a worker consents; when it was typed does not matter."""
    said = [(item, one.value, one.proof) for item, one in sorted(given.items()) if one.said != (None, None)]
    return sha256(msgspec.json.encode((kind, said), order="sorted")).digest()


def proofs_in(given: Mapping[str, Given], proof_items: frozenset[str]) -> dict[str, UUID]:
    """Name the photo or paper of each item: the one laid beside it, or the one that is its value."""
    found = {item: one.proof for item, one in given.items() if one.proof is not None}
    for item in proof_items & given.keys():
        value = given[item].value
        try:
            found[item] = UUID(str(value))
        except ValueError:
            continue
    return found
