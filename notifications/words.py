"""What a notice says, in the reader's language, from the facts that stand when it is sent."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import msgspec

from backend.history.rules import work_date
from backend.kit import database
from backend.kit.refusals import Language, Said
from backend.passport import months
from backend.passport import words as inbox
from backend.passport.answers import VisitDetailAnswer
from backend.passport.happened import Happened, page_of, say_happened
from backend.passport.rules import DayState, StepState
from notifications import statements
from notifications.kinds import NoticeKind

MOST_LINES = 5
"""Of a digest."""
OFFICE = {
    NoticeKind.COMPANY_EXPIRING: "/office",
    NoticeKind.COMPANY_RENEWED: "/office",
    NoticeKind.WORKER_UNREACHED: "/office",
    NoticeKind.READER_SILENT: "/office",
    NoticeKind.READER_CONFLICT: "/office",
    NoticeKind.TRIAL: "/settings/notices",
}
_DAYS = {
    NoticeKind.DAY_HELD,
    NoticeKind.DAY_HEALED,
    NoticeKind.DAY_CORRECTED,
    NoticeKind.CLAIM_APPROVED,
    NoticeKind.CLAIM_REFUSED,
}
_STANDING = {NoticeKind.LEVEL_REACHED, NoticeKind.LEVEL_NEAR}


class Facts(Happened, frozen=True, rename="camel"):
    """What a notice keeps of its event."""

    months: int | None = None
    until: date | None = None
    reader: str | None = None
    site: str | None = None
    worker: str | None = None
    title: str | None = None
    text: str | None = None
    link: str | None = None


class Saying(msgspec.Struct, frozen=True):
    """A notice in words: plain text, and the page it opens."""

    title: str
    body: str
    address: str


@cache
def all_words() -> dict[str, Said[str]]:
    """Read the words once; a text that is missing in a language stops the program."""
    read = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {key: msgspec.convert(texts, Said[str]) for key, texts in read.items()}


async def say(kind: NoticeKind, recipient: UUID, facts: Facts, language: Language, at: datetime) -> Saying | None:
    """Put a notice into words; None where it is true no longer."""
    if kind is NoticeKind.LETTER:
        return Saying(facts.title or "", facts.text or "", "/inbox")
    key = kind.name.lower()
    if kind is NoticeKind.MAIL_TO_CONFIRM:
        return Saying(_fill(key, {}, language), _fill(f"{key}_more", {}, language), f"/mail#confirm={facts.link}")
    if kind in _DAYS and facts.work_date is not None:
        return await _say_day(kind, recipient, facts.work_date, language, at)
    if key in all_words():
        places = _places(facts, language)
        return Saying(_fill(key, places, language), _fill(f"{key}_more", places, language), OFFICE[kind])
    if kind in _STANDING and not await _stands(kind, recipient, facts):
        return None
    title, page = inbox.plain(say_happened(key, facts, language)), page_of(key, facts)
    if f"{key}_more" in all_words():
        return Saying(title, _fill(f"{key}_more", _places(facts, language), language), page)
    until = _fill("until", {"until": _place(facts.until, language)}, language) if facts.until else ""
    return Saying(title, until, page)


async def _stands(kind: NoticeKind, worker_id: UUID, facts: Facts) -> bool:
    """Tell whether a level is still reached, or near, as when it happened: a day may have been taken away since."""
    rows = await database.fetch(statements.STANDING, worker_id, facts.field)
    reached, near = rows[0] if rows else (1, 0)
    return facts.level == near if kind is NoticeKind.LEVEL_NEAR else (facts.level or 0) <= reached


def say_digest(sayings: list[Saying], language: Language) -> Saying:
    """Put several notices into one; a single one speaks for itself."""
    if len(sayings) == 1:
        return sayings[0]
    lines = [one.title for one in sayings[:MOST_LINES]]
    if len(sayings) > MOST_LINES:
        lines.append(_fill("digest_more", {"count": str(len(sayings) - MOST_LINES)}, language))
    title = _fill("digest_title", {"count": str(len(sayings))}, language)
    return Saying(title, "\n".join(lines), "/inbox")


async def _say_day(kind: NoticeKind, worker_id: UUID, day: date, language: Language, at: datetime) -> Saying | None:
    """Say what became of a day: where it was, and where it is held, why and who can mend it."""
    told = await months.get_day(worker_id, day, work_date(at), language)
    held = [visit for visit in told.visits if visit.state is not DayState.COUNTED]
    if kind is NoticeKind.DAY_HELD and told.visits and not held:
        return None
    title = inbox.plain(inbox.say(kind.name.lower(), language).format(day=inbox.say_day(day, language)))
    where = [visit.site.name or visit.site.number for visit in told.visits]
    body = _why(held[0], language) if kind is NoticeKind.DAY_HELD and held else "\n".join(where)
    return Saying(title, inbox.plain(body), f"/history/{day}")


def _why(visit: VisitDetailAnswer, language: Language) -> str:
    reason = next((step.reason for step in visit.chain if step.reason and step.state is not StepState.DONE), None)
    site = visit.site.name or visit.site.number
    if reason is None:
        return site
    mender = all_words()["mender"].to(language).format(who=reason.who, what=reason.what)
    until = (
        all_words()["until"].to(language).format(until=inbox.say_day(reason.until, language)) if reason.until else ""
    )
    return "\n".join(filter(None, (f"{site}: {reason.why}", mender, until)))


def _fill(key: str, places: dict[str, str], language: Language) -> str:
    return inbox.plain(all_words()[key].to(language).format(**places))


def _places(facts: Facts, language: Language) -> dict[str, str]:
    return {name: _place(value, language) for name, value in msgspec.structs.asdict(facts).items()}


def _place(value: object, language: Language) -> str:
    if isinstance(value, date):  # a term may lie years ahead
        return all_words()["of_year"].to(language).format(day=inbox.say_day(value, language), year=value.year)
    return "" if value is None else str(value)
