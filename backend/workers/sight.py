"""What of a worker is shown to whom (docs/decisions/0013-rights.md).  Pure.

The employer sees him as he sees himself, but for former employers; whoever leads the works sees what the worker list
has; counters and the operator see what they need to know who stands before them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from backend.accounts.rules import Scope

WORKER_LIST = frozenset({"number", "name", "name_kana", "name_latin", "level", "trade", "employer", "card_expires_on"})
EVERYTHING = WORKER_LIST | {"birth_date", "prefecture", "registered_on"}

SEEN: dict[Scope, frozenset[str]] = {
    Scope.SELF: EVERYTHING,
    Scope.ORGANISATION: EVERYTHING,
    Scope.WORKS: WORKER_LIST | {"birth_date"},
    Scope.SITE: WORKER_LIST,
    Scope.ANY: EVERYTHING,
}


class WorkerSeen(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A worker as somebody else sees him; what their role does not see is left out."""

    number: str | None = None
    name: str | None = None
    name_kana: str | None = None
    name_latin: str | None = None
    level: int | None = None
    trade: int | None = None
    """100 × major + minor code."""
    employer: str | None = None
    card_expires_on: date | None = None
    birth_date: date | None = None
    prefecture: int | None = None
    registered_on: date | None = None


def seen_by(scope: Scope, row: Mapping[str, Any]) -> WorkerSeen:
    """Show of a worker what a role that reaches him in this way may see."""
    return WorkerSeen(**{name: row[name] for name in SEEN[scope]})
