"""Who looked at me: those who opened my data by a role, and those who checked my pass."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.accounts import views
from backend.accounts.rules import Role
from backend.accounts.views import MOST_SHOWN, SHOWN_FOR
from backend.kit import clock
from backend.passes import service as passes
from backend.passes.fields import Audience
from backend.passes.service import Check


class LookedFor(StrEnum):
    """What somebody looked for: every purpose of `accounts.views`, and a pass."""

    WORKER_LIST = "worker_list"
    EMPLOYMENT = "employment"
    SITE_CHECK = "site_check"
    APPLICATION = "application"
    APPROVAL = "approval"
    HELP = "help"
    DOWNLOAD = "download"
    PASS_CHECK = "pass"  # noqa: S105  # no secret: a pass of ours


class View(msgspec.Struct, frozen=True, rename="camel"):
    """One look: which day, by whom, for what."""

    day: date
    purpose: LookedFor
    role: Role | None
    """None where a pass was checked by somebody who was not signed in, or has no role."""
    organisation: str | None
    """The company's or site's name; None where the register itself looked, or nobody who was known."""
    first_at: datetime
    audience: Audience | None = None
    """To whom the pass was shown; None for every other purpose."""


class Viewers(msgspec.Struct, frozen=True, rename="camel"):
    """Who looked at me."""

    views: list[View]


async def list_viewers(worker_id: UUID, at: datetime) -> Viewers:
    """List who looked at a worker, newest first: a line per viewer, purpose and day, and per pass that was checked."""
    looks = [
        View(look.day, LookedFor(look.purpose), look.role, look.organisation, look.first_at)
        for look in await views.list_viewers(worker_id, at)
    ]
    checks = [
        View(_day(one), LookedFor.PASS_CHECK, one.role, one.organisation, one.checked_at, one.audience)
        for one in await passes.list_checks(worker_id, at - SHOWN_FOR, MOST_SHOWN)
    ]
    newest_first = sorted([*looks, *checks], key=lambda one: one.first_at, reverse=True)
    return Viewers(newest_first[:MOST_SHOWN])


def _day(one: Check) -> date:
    return clock.japan_date(one.checked_at)
