"""How claims are said, to the worker and to the prime contractor alike."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.history import claims
from backend.history.claiming import ClaimKind, Waiting
from backend.kit import clock
from backend.kit.refusals import Language, Party, Reason, catalogue, give_reason, with_name


class WhatIsClaimed(StrEnum):
    """What is claimed: a day without record, or what is wrong with a record."""

    MISSED_DAY = "missedDay"
    WRONG_TIMES = "wrongTimes"
    NOT_THERE = "notThere"
    SOMETHING_ELSE = "somethingElse"


class ClaimState(StrEnum):
    """How far a claim is; one that is impossible was not kept, a decision that is impossible changed nothing."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"


class ClaimSite(msgspec.Struct, frozen=True, rename="camel"):
    """The site; the name is None where there is no such site."""

    number: str
    name: str | None


class ClaimAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A claim, how far it is, and why it waits or cannot be."""

    id: UUID
    kind: WhatIsClaimed
    site: ClaimSite
    work_date: date
    entry_at: datetime | None
    exit_at: datetime | None
    why: str
    claimed_at: datetime | None
    state: ClaimState
    decided_at: datetime | None
    answer: str | None
    """What the prime contractor wrote."""
    reason: Reason | None


def answer_claim(kept: claims.Claim, language: Language) -> ClaimAnswer:
    """Say a claim that was kept."""
    return ClaimAnswer(
        id=kept["id"],
        kind=WhatIsClaimed[ClaimKind(kept["kind"]).name],
        site=ClaimSite(kept["site_number"], kept["site_name"]),
        work_date=kept["work_date"],
        entry_at=in_japan(kept["entry_at"]),
        exit_at=in_japan(kept["exit_at"]),
        why=kept["why"],
        claimed_at=in_japan(kept["claimed_at"]),
        state=_state(kept["approved"]),
        decided_at=in_japan(kept["decided_at"]),
        answer=kept["decided_why"] or None,
        reason=_waits_for(kept, language) if kept["approved"] is None else None,
    )


def _state(approved: bool | None) -> ClaimState:  # noqa: FBT001  # as the row has it
    if approved is None:
        return ClaimState.WAITING
    return ClaimState.APPROVED if approved else ClaimState.REFUSED


def _waits_for(kept: claims.Claim, language: Language) -> Reason:
    listed = kept["assignment_id"] is not None or kept["kind"] != ClaimKind.MISSED_DAY
    reason = give_reason(Waiting.FOR_PRIME if listed else Waiting.FOR_LIST, language)
    if catalogue()[reason.code].party is not Party.PRIME:
        return reason
    return with_name(reason, kept["prime"], language)


def in_japan(at: datetime | None) -> datetime | None:
    """Give an instant as Japan's clocks show it."""
    return at.astimezone(clock.JAPAN) if at else None
