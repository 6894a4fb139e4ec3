"""Where somebody on the worker list stands this morning, and what he lacks (朝の確認).  Pure."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

ENDING_WITHIN = timedelta(days=30)


class Standing(StrEnum):
    """How somebody stands, the most pressing first."""

    STOPPED = "stopped"
    """A touch of today does not count, or he cannot be recorded at all."""
    TO_CHECK = "toCheck"
    """Something runs out, or waits for the site's own word."""
    EXPECTED = "expected"
    """On the list, and not here yet."""
    IN = "in"


class Lack(NamedTuple):
    """What somebody lacks: a code of refusals.toml, and until when it can be mended."""

    code: str
    until: date | None


class Line(NamedTuple):
    """What the register knows of somebody who is expected, or has touched."""

    listed: bool
    present: bool
    card_until: date | None
    """The last day of the best card that is not stopped; None where there is none."""
    employed: bool
    """Employed today by the company of the line."""
    company_until: date
    held: Lack | None
    """Why a touch of today does not count."""
    claimed: bool
    """A claim of today waits."""


def lacks(line: Line, today: date) -> list[Lack]:
    """Tell what somebody lacks, the most pressing first."""
    found = [] if line.held is None else [line.held]
    if line.card_until is None or line.card_until < today:
        found.append(Lack("lacks_card", None))
    elif line.card_until <= today + ENDING_WITHIN:
        found.append(Lack("card_ending", line.card_until))
    if line.listed and not line.employed:
        found.append(Lack("lacks_employment", None))
    if line.listed and line.company_until < today:
        found.append(Lack("registration_ended", None))
    if line.claimed:
        found.append(Lack("claim_waiting", None))
    return found


def standing(line: Line, lacking: Sequence[Lack]) -> Standing:
    """Tell how somebody stands."""
    if line.held is not None and not line.present:
        return Standing.STOPPED
    codes = {lack.code for lack in lacking}
    if codes & {"card_ending", "claim_waiting", "registration_ended", "lacks_employment"}:
        return Standing.TO_CHECK
    if "lacks_card" in codes and not line.present:
        return Standing.TO_CHECK
    return Standing.IN if line.present else Standing.EXPECTED
