"""What the register has seen of a worker, day by day: counted, held, left without entry, claimed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.devices.kinds import Device
from backend.history import evidence
from backend.history.evidence import Evidence, Presented, SeenBy
from backend.history.rules import day_start, last_day_to_enter, work_date
from backend.kit import clock, database
from backend.kit.refusals import Language, Party, Reason, catalogue, give_reason
from backend.passport import statements
from backend.passport.answers import SiteAnswer, VisitAnswer
from backend.passport.rules import DayState

DAY = timedelta(days=1)
NOTHING_SHOWN = Evidence(Presented.NOTHING, Device.NONE, SeenBy.NOBODY, place_known=False)


class Seen(NamedTuple):
    """One site on one day; the code says why it does not count."""

    work_date: date
    site_number: str
    site_name: str | None
    prime: str | None
    state: DayState
    entry_at: datetime | None
    exit_at: datetime | None
    received_at: datetime | None
    evidence: Evidence
    code: str | None = None
    until: date | None = None


async def read_seen(db: database.Lent, worker_id: UUID, first: date, last: date) -> dict[date, list[Seen]]:
    """Read what was seen of a worker from one day to another."""
    found: dict[date, list[Seen]] = defaultdict(list)
    for row in await db.fetch(statements.DAYS, worker_id, first, last):
        found[row["work_date"]].append(_counted(row))
    for row in await db.fetch(statements.CLAIMED, worker_id, first, last):
        _add(found, _claimed(row))
    for row in await db.fetch(statements.HELD, worker_id, first - DAY, last):
        _add(found, _held(row))
    for row in await db.fetch(statements.EXITS, worker_id, day_start(first), day_start(last + DAY)):
        _add_lone_exit(found, row)
    return {day: found[day] for day in sorted(found) if first <= day <= last}


def answer_visit(seen: Seen, employer: str | None, language: Language) -> VisitAnswer:
    """Say one visit to its worker."""
    return VisitAnswer(
        site=SiteAnswer(seen.site_number, seen.site_name),
        state=seen.state,
        entry_at=in_japan(seen.entry_at),
        exit_at=in_japan(seen.exit_at),
        received_at=in_japan(seen.received_at),
        channel=seen.evidence.device.name.lower(),
        grade=evidence.grade(seen.evidence),
        reason=reason_of(seen, employer, language),
    )


def answer_visits(seen: Sequence[Seen], employer: str | None, language: Language) -> list[VisitAnswer]:
    """Say the visits of a day."""
    return [answer_visit(one, employer, language) for one in seen]


def reason_of(seen: Seen, employer: str | None, language: Language) -> Reason | None:
    """Say why it does not count, with the name of the company that can mend it before its role."""
    if seen.code is None:
        return None
    reason = give_reason(seen.code, language, seen.until)
    name = {Party.EMPLOYER: employer, Party.PRIME: seen.prime}.get(catalogue()[reason.code].party)
    if not name:
        return reason
    role = f"{name} ({reason.who})" if language is Language.EN else f"{name}（{reason.who}）"
    return msgspec.structs.replace(reason, who=role)


def in_japan(at: datetime | None) -> datetime | None:
    """Show an instant by the clocks of Japan, to the second."""
    return at.astimezone(clock.JAPAN).replace(microsecond=0) if at else None


def _add(found: dict[date, list[Seen]], seen: Seen) -> None:
    """Show it unless the same site already has its say on that day: counted before claimed before held."""
    if all(other.site_number != seen.site_number for other in found.get(seen.work_date, [])):
        found[seen.work_date].append(seen)


def _counted(row: database.Row) -> Seen:
    return Seen(
        *_site(row),
        DayState.COUNTED,
        row["entry_at"],
        row["exit_at"],
        row["received_at"],
        evidence.unpack(row["evidence"]),
    )


def _claimed(row: database.Row) -> Seen:
    claimed = Evidence(Presented.CLAIM, Device.NONE, SeenBy.NOBODY, place_known=False)
    at = (row["entry_at"], row["exit_at"], row["claimed_at"])
    return Seen(*_site(row), DayState.WAITING, *at, claimed, "claim_waiting" if row["listed"] else "claim_unlisted")


def _held(row: database.Row) -> Seen:
    state = DayState.WAITING if row["waiting"] else DayState.STOPPED
    vector = evidence.unpack(row["evidence"])
    return Seen(*_site(row), state, row["at"], None, row["received_at"], vector, row["reason"], row["until"])


def _add_lone_exit(found: dict[date, list[Seen]], row: database.Row) -> None:
    """Show an exit that has no entry, unless that day or the night before already says what is wrong."""
    day = work_date(row["exit_at"])
    if any(seen.site_number == row["site_number"] for near in (day - DAY, day) for seen in found.get(near, [])):
        return
    site = (day, row["site_number"], row["site_name"], row["prime"])
    left = (None, row["exit_at"], None, NOTHING_SHOWN)
    found[day].append(Seen(*site, DayState.STOPPED, *left, "exit_without_entry", last_day_to_enter(day)))


def _site(row: database.Row) -> tuple[date, str, str | None, str | None]:
    return row["work_date"], row["site_number"], row["site_name"], row["prime"]
