"""What must be accepted before the passport opens; each acceptance is kept with its version and instant."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.accounts.errors import ConsentNeededError, ConsentOldError
from backend.accounts.service import Account
from backend.kit import database


class ConsentKind(StrEnum):
    """What can be accepted."""

    TERMS = "terms"
    DATA_HANDLING = "data_handling"


NEEDED: dict[ConsentKind, int] = {ConsentKind.TERMS: 1, ConsentKind.DATA_HANDLING: 1}
"""The versions in force.  A new version is asked for at the next opening."""


class ConsentState(msgspec.Struct, frozen=True, rename="camel"):
    """A consent in the version in force, and whether it was given."""

    kind: ConsentKind
    version: int
    accepted: bool


def states(account: Account) -> list[ConsentState]:
    """Tell which consents are in force and which an account has given."""
    return [ConsentState(kind, version, f"{kind} {version}" in account.consents) for kind, version in NEEDED.items()]


def require_consents(account: Account) -> None:
    """See that everything in force was accepted.

    Raises:
        ConsentNeededError: something was not.
    """
    if not all(state.accepted for state in states(account)):
        raise ConsentNeededError


async def accept(account_id: UUID, kind: ConsentKind, version: int, at: datetime) -> None:
    """Keep that a version was accepted; the first instant stays.

    Raises:
        ConsentOldError: the version is not the one in force.
    """
    if NEEDED[kind] != version:
        raise ConsentOldError
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO consent VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, kind, version) DO NOTHING",
            account_id,
            kind,
            version,
            at,
        )


async def accept_all(account_id: UUID, at: datetime) -> None:
    """Accept everything in force, for invented people."""
    for kind, version in NEEDED.items():
        await accept(account_id, kind, version, at)
