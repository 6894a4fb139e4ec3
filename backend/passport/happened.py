"""What happened, in a sentence, and the page of the phone that says more."""

from datetime import date
from uuid import UUID

import msgspec

from backend.events.kinds import EventKind
from backend.kit.refusals import Language
from backend.levels.criteria import name_of
from backend.passport.words import READINGS, say, say_day
from backend.qualifications import catalogue

OPENS = {
    "card_issued": "/settings/lost",
    "card_revoked": "/settings/lost",
    "assignment_made": "/history",
    "passkey_added": "/settings/keys",
    "passkey_stopped": "/settings/keys",
    "recovery_begun": "/settings/lost",
    "recovery_cancelled": "/settings/lost",
    "recovery_finished": "/settings/keys",
    "pass_checked": "/pass/viewers",
    "card_ordered": "/settings/lost",
    "card_sent": "/settings/lost",
    "card_expiring": "/settings/lost",
    "worker_registered": "/settings/data",
    "worker_changed": "/settings/data",
    "workers_merged": "/history",
    "employment_offered": "/settings/employers",
    "employment_begun": "/settings/employers",
    "employment_ended": "/settings/employers",
    "application_sent": "/applications",
    "application_returned": "/applications",
    "application_approved": "/applications",
    "application_refused": "/applications",
    "consent_asked": "/applications",
    "consent_answered": "/applications",
    "qualification_confirmed": "/road/qualifications",
    "qualification_refused": "/road/qualifications",
    "experience_certified": "/road",
}
"""Which page of the phone an item opens; what is about a day opens the day, what is about a field its road."""
UNSAID = {EventKind.LEVEL_DUE, EventKind.LEVEL_APPLIED, EventKind.QUALIFICATION_ENTERED}
"""What the worker did just now, or what says nothing to him."""


class Happened(msgspec.Struct, frozen=True, rename="camel"):
    """What the bodies of events hold, as far as it is said."""

    work_date: date | None = None
    site_id: int | None = None
    field: str | None = None
    level: int | None = None
    days: int | None = None
    qualifications: int | None = None
    """How many are missing."""
    qualification_id: UUID | None = None
    name: str | None = None
    """A qualification, as it is official."""
    first_on: date | None = None
    last_on: date | None = None
    why: str | None = None


def say_happened(kind: str, body: Happened, language: Language) -> str:
    """Say what happened.

    >>> say_happened("level_reached", Happened(field="010", level=2), Language.EN)
    'You have reached level 2 (Marine crane work)'
    """
    return say(kind, language).format(
        day=say_day(body.work_date, language) if body.work_date else "",
        field=name_of(body.field, language) if body.field else "",
        level=body.level,
        missing=_missing(body, language),
        days=_days(body.days or 0, language),
        name=_qualification(body.name or "", language),
    )


def page_of(kind: str, body: Happened) -> str:
    """Tell which page of the phone says more."""
    if body.work_date:
        return f"/history/{body.work_date}"
    return f"/road/{body.field}" if body.field else OPENS.get(kind, "/")


def _missing(body: Happened, language: Language) -> str:
    """Say what a level is near by: one qualification, or days."""
    if body.qualifications:
        return say("missing_qualifications", language).format(count=body.qualifications)
    return say("missing_days", language).format(days=_days(body.days or 0, language))


def _days(count: int, language: Language) -> str:
    """Count days; in easy Japanese with the reading, which for some stands over figure and 日 together."""
    if language is not Language.JA_EASY:
        return f"{count}"
    reading = READINGS.get(count) if count > 1 else None
    return f"｜{count}日《{reading}》" if reading else f"{count}｜日《にち》"


def _qualification(name: str, language: Language) -> str:
    key = catalogue.find(name)
    return catalogue.name_of(key, language) if key else name
