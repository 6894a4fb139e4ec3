"""Which day can be claimed by hand, and which record can be said to be wrong."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.history.claiming import Accepted, Claimed, ClaimKind, ClaimRefusal, Known, Refused, judge_claim

NOW = datetime.fromisoformat("2026-11-20T12:00+09:00")
TUESDAY = date(2026, 11, 17)
MISSED = Claimed(ClaimKind.MISSED_DAY, TUESDAY, datetime.fromisoformat("2026-11-17T07:40+09:00"), None)
OPEN = Known(date(2026, 1, 1), date(2027, 12, 31), counted=False, claimed=False)
COUNTED = OPEN._replace(counted=True)


def japan(text: str) -> datetime:
    return datetime.fromisoformat(text + "+09:00")


def on(day: date) -> Claimed:
    return MISSED._replace(work_date=day, entry_at=japan(f"{day}T07:40"))


def test_a_missed_day_at_an_open_site_can_be_claimed() -> None:
    assert judge_claim(MISSED, OPEN, now=NOW) == Accepted(TUESDAY)


@pytest.mark.parametrize(
    ("claimed", "known", "reason"),
    [
        (on(date(2026, 11, 21)), OPEN, ClaimRefusal.IN_FUTURE),
        (MISSED._replace(work_date=date.max), OPEN, ClaimRefusal.IN_FUTURE),
        (on(date(2026, 11, 20))._replace(exit_at=japan("2026-11-20T17:00")), OPEN, ClaimRefusal.IN_FUTURE),
        (MISSED._replace(work_date=date.min), OPEN, ClaimRefusal.TOO_LATE),
        (on(date(2026, 9, 30)), OPEN, ClaimRefusal.TOO_LATE),
        (MISSED._replace(entry_at=None), OPEN, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(entry_at=japan("2026-11-17T03:59")), OPEN, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(entry_at=datetime.min.replace(tzinfo=UTC)), OPEN, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(exit_at=japan("2026-11-17T07:40")), OPEN, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(exit_at=japan("2026-11-17T23:41")), OPEN, ClaimRefusal.TIMES_WRONG),
        (MISSED, Known(None, None, counted=False, claimed=False), ClaimRefusal.SITE_UNKNOWN),
        (MISSED, OPEN._replace(site_first_on=date(2026, 11, 18)), ClaimRefusal.SITE_CLOSED),
        (MISSED, OPEN._replace(site_last_on=date(2026, 11, 16)), ClaimRefusal.SITE_CLOSED),
        (MISSED, COUNTED, ClaimRefusal.ALREADY_COUNTED),
        (MISSED, OPEN._replace(claimed=True), ClaimRefusal.ALREADY_CLAIMED),
        (MISSED._replace(kind=ClaimKind.WRONG_TIMES), OPEN, ClaimRefusal.NOTHING_TO_CORRECT),
        (MISSED._replace(kind=ClaimKind.WRONG_TIMES, entry_at=None), COUNTED, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(kind=ClaimKind.NOT_THERE), COUNTED, ClaimRefusal.TIMES_WRONG),
        (MISSED._replace(kind=ClaimKind.NOT_THERE, entry_at=None), OPEN, ClaimRefusal.NOTHING_TO_CORRECT),
    ],
)
def test_a_claim_that_cannot_be_says_why(claimed: Claimed, known: Known, reason: ClaimRefusal) -> None:
    verdict = judge_claim(claimed, known, now=NOW)
    assert isinstance(verdict, Refused)
    assert verdict.reason is reason


@pytest.mark.parametrize("kind", [ClaimKind.WRONG_TIMES, ClaimKind.NOT_THERE, ClaimKind.SOMETHING_ELSE])
def test_a_counted_day_can_be_said_to_be_wrong(kind: ClaimKind) -> None:
    entry = MISSED.entry_at if kind is ClaimKind.WRONG_TIMES else None
    assert judge_claim(MISSED._replace(kind=kind, entry_at=entry), COUNTED, now=NOW) == Accepted(TUESDAY)


def test_the_limit_is_the_end_of_the_next_month_or_what_relief_allows() -> None:
    september, after = on(date(2026, 9, 1)), japan("2026-11-01T04:00")
    assert isinstance(judge_claim(september, OPEN, now=after - timedelta(seconds=1)), Accepted)
    assert judge_claim(september, OPEN, now=after) == Refused(ClaimRefusal.TOO_LATE, date(2026, 10, 31))
    assert isinstance(judge_claim(september, OPEN, now=after, relief=date(2026, 12, 31)), Accepted)


@given(
    st.sampled_from(ClaimKind),
    st.dates(),
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.booleans(),
)
def test_whatever_is_claimed_gets_a_verdict(
    kind: ClaimKind, day: date, entry: datetime | None, leave: datetime | None, counted: bool
) -> None:
    verdict = judge_claim(Claimed(kind, day, entry, leave), OPEN._replace(counted=counted), now=NOW)
    assert isinstance(verdict, Accepted | Refused)
